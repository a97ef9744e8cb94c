//! What is wrong with something a person wrote: where, what, and what would be right.

use std::fmt;

/// One fault, worded for the person who can mend it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, relative to the repository's root or as the reader named it.
    pub file: String,
    /// The line, counted from 1; 0 where the fault is the whole file.
    pub line: usize,
    /// What is wrong, with the thing in backticks.
    pub message: String,
    /// What would be right.
    pub help: String,
}

impl Finding {
    /// A finding at a line of a file.
    pub fn new(
        file: impl Into<String>,
        line: usize,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self {
            file: file.into(),
            line,
            message: message.into(),
            help: help.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.message)?,
            line => write!(f, "{}:{line}: {}", self.file, self.message)?,
        }
        if self.help.is_empty() {
            return Ok(());
        }
        write!(f, "; {}", self.help)
    }
}
