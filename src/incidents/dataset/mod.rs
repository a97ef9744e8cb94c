//! From files to a checked dataset.
pub struct Dataset;
