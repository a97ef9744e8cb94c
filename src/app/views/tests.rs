//! Snapshots of the views.
