//! Every word the page says, English and Japanese; a missing one does not compile.

pub mod compare;
pub mod embed;
pub mod explore;
pub mod format;
pub mod guide;
pub mod incident;
pub mod insights;
pub mod links;
pub mod map;
pub mod names;
pub mod privacy;
pub mod save;
pub mod search;
pub mod story;
pub mod subject;
pub mod table;
pub mod tagged;
pub mod timeline;
pub mod vocabulary;
pub mod words;
