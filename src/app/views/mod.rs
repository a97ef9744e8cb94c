//! What the reader sees. Each file has its stylesheet beside it where it has a shape of its own.

pub mod broken;
pub mod cards;
pub mod compare;
pub mod component;
pub mod credit;
pub mod embed;
pub mod facets;
pub mod footer;
pub mod gestures;
pub mod guide;
pub mod hooks;
pub mod icons;
pub mod incident;
pub mod insights;
pub mod lane;
pub mod links;
pub mod map;
pub mod masthead;
pub mod notice;
pub mod paper;
pub mod parts;
pub mod privacy;
pub mod save;
pub mod search;
pub mod still;
pub mod subject;
pub mod svg;
pub mod table;
#[cfg(test)]
pub(crate) mod tests;
pub mod text_width;
pub mod timeline;
pub mod tray;
