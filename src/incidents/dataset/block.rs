//! The form in which a page carries a dataset.
use super::Compiled;

/// Reads a block.
pub fn decode(_text: &str) -> Compiled {
    Compiled::default()
}
