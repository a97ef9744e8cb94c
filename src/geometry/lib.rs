//! Points in, points out: knows no incidents and no browser; the same picture on every machine.
//!
//! In reading order:
//!
//! 1. [`projection`]: places to points and back (Equal Earth);
//! 2. [`topology`]: a TopoJSON file to rings of places; [`simplify`]: fewer points of a line;
//! 3. [`path`]: rings to outlines, cut at the edge of the map;
//! 4. [`mod@arc`]: from one place to another, as a line with an arrow head;
//! 5. [`basemap`]: the world as the page carries it; [`turn`]: round another meridian, and
//!    [`mod@centre`]: round which;
//! 6. [`layout`]: columns of nodes with few crossings, for the links;
//! 7. [`force`], [`quadtree`]: free networks, for links too many for columns;
//! 8. [`scale`]: numbers to px, and round numbers for an axis; [`swarm`]: many marks on one axis,
//!    in lanes and in bins;
//! 9. [`label`]: texts beside marks, without overlaps; [`cluster`]: marks that coincide;
//! 10. [`viewport`]: what is seen of a picture; [`walk`]: from mark to mark by arrow keys;
//! 11. [`timespan`]: a stretch of time that is zoomed and moved, its ticks, areas and rows;
//!     [`windowing`]: which parts of a long list are in sight.

pub mod arc;
pub mod basemap;
pub mod centre;
pub mod cluster;
pub mod force;
pub mod label;
pub mod layout;
pub mod path;
pub mod projection;
pub mod quadtree;
pub mod scale;
pub mod simplify;
pub mod swarm;
pub mod timespan;
pub mod topology;
pub mod turn;
pub mod viewport;
pub mod walk;
pub mod windowing;

pub use arc::{Arc, arc, great_circle};
pub use basemap::Basemap;
pub use centre::centre;
pub use force::Network;
pub use layout::{Node, columns, crossings};
pub use projection::{EqualEarth, Point, Position};
pub use scale::Linear;
pub use timespan::{Span, Tick, Unit, time_ticks};
pub use topology::{Topology, TopologyError};
