//! The only files that name `web_sys`. Nothing here may fail loudly: storage, history and focus
//! can all be forbidden where the page runs.

pub mod address;
pub mod gesture;
pub mod page;
pub mod picture;
pub mod place;
pub mod preferences;
pub mod requests;
pub mod stage;
