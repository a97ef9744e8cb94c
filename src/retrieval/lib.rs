//! Documents in, ranked documents out: knows no incidents and no browser.
//!
//! * [`fold`](fn@fold): one folding for index and query.
//! * [`tokens`]: words of alphabetic scripts, and pairs of characters of Japanese.
//! * [`Index`]: a sorted lexicon, and for each term its documents with fields and positions.
//! * [`edits`]: slips of the pen, by Damerau's edits.
//! * [`marks`](fn@marks): where what was found stands in the text a reader sees.
//!
//! What makes it fast and small: no text is kept. A posting is five bytes or so (document as a
//! distance, fields as bits, positions as distances), so that reading all postings of a letter is
//! reading a few hundred kilobytes in order. Phrases and Japanese are the same thing, terms at
//! neighbouring positions, and so exact without looking at any text. Slips are looked for in the
//! lexicon alone: length and the letters that both have leave a few dozen of its terms to compare.
//! Hits gather in one number for each document, so that a thousand terms cost no more sorting than
//! one. What is left to the limit, a pass over the text at memory speed, is the decoding of
//! frequent terms, one document after the other.
//!
//! Ranking is BM25F (Robertson, Zaragoza and Taylor 2004) with fields and rarity, and without
//! frequencies and lengths: what is long here is well sourced, and the golden queries of the
//! incidents lead better so. A slip is Damerau's (1964).

pub mod edits;
mod fold;
mod index;
mod initials;
mod lexicon;
mod marks;
mod postings;
mod search;
mod sketches;
#[cfg(test)]
mod tests;
pub mod tokens;

pub use fold::fold;
pub(crate) use fold::fold_into;
pub use index::Index;
pub use marks::marks;
pub use search::{Found, Hit, Typos, Word, best};
