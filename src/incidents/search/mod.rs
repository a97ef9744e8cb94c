//! How incidents are found: the query, the index, and the results with their facets.

pub mod fold;
pub mod index;
pub mod query;
pub mod results;
#[cfg(test)]
mod tests;

pub use index::Index;
pub use query::{Field, Filter, Query};
pub use results::{Facet, FacetValue, Relief, Results, Sort};
