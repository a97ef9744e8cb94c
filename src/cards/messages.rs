//! The page's own words: the same files, so that a card never says it differently.

#![allow(dead_code, reason = "a card says less than the page")]

pub mod card;
#[path = "../app/messages/format.rs"]
pub mod format;
#[path = "../app/messages/incident.rs"]
pub mod incident;
#[path = "../app/messages/names.rs"]
pub mod names;
#[path = "../app/messages/story.rs"]
pub mod story;
#[path = "../app/messages/vocabulary.rs"]
pub mod vocabulary;
#[path = "../app/messages/words.rs"]
pub mod words;
