//! The words of the map.
