//! The words of the links.
