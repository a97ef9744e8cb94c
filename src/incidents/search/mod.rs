//! How incidents are found: the query language, the index, and the results with their facets.
//!
//! `field` and `values` are the vocabulary, `query` what is asked, `parse` how it is read;
//! `columns` what an entry is asked about, `text` its words, `index` the answer, `complete` what
//! may be typed next, `why` what made an entry a hit, `about` what the record holds of one thing.

pub mod about;
mod bounds;
mod columns;
pub mod complete;
mod facets;
mod field;
#[cfg(test)]
mod hostile;
pub mod index;
mod parse;
pub mod passages;
pub mod query;
pub mod reference;
pub mod results;
#[cfg(test)]
mod tests;
pub mod text;
pub mod values;
pub mod why;

pub use bounds::Truth;
pub use field::{Field, Kind};
pub use index::Index;
pub use query::{Expr, Fault, Query, Value, What};
pub use results::{Ambiguity, Asked, Choice, Facet, FacetValue, Relief, Results, Sort, Unheard};
