//! Points in, points out: knows no incidents and no browser; the same picture on every machine.
//!
//! In reading order: [`projection`] (Equal Earth and its inverse), [`topology`] (TopoJSON in,
//! rings out), [`path`] (rings and arcs to SVG paths), [`basemap`] (the prepared world),
//! [`layout`] (layered columns for links), [`label`] (text that does not overlap).

pub mod basemap;
pub mod label;
pub mod layout;
pub mod path;
pub mod projection;
pub mod topology;

pub use basemap::Basemap;
pub use layout::{Node, columns};
pub use path::{Arc, arc};
pub use projection::{EqualEarth, Point, Position};
