//! What an incident is and how it is found: no browser, no clock, no files.
//!
//! In reading order:
//!
//! * `finding`: what is wrong with something a person wrote, and where (feature `files`).
//! * [`model`]: the nouns, valid by construction: dates as wide as they are known, claims with
//!   their claimants, incidents, actors, organisations, vulnerabilities.
//! * [`dataset`]: from the files of `data/` to a checked [`Dataset`].
//! * [`table`], [`packing`]: maps and sorting that weigh little, bytes that do.
//! * [`cite`]: an entry or a claim as other programs cite it.
//! * [`tsv`]: rows as a spreadsheet takes them.
//! * [`search`]: folding, the index, and the results with their facets.

pub mod cite;
pub mod dataset;
#[cfg(feature = "files")]
pub mod finding;
pub mod model;
pub mod packing;
pub mod search;
pub mod table;
pub mod tsv;

pub use dataset::Dataset;
#[cfg(feature = "files")]
pub use finding::Finding;
