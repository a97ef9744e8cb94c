//! An entry as a card that needs nothing: no script, no style, no class. For wikis and mails that
//! strip everything; what is left can still be read.
//!
//! * `mark`: the few elements a card is made of, written as HTML or as MediaWiki's wikitext.
//! * `card`: what stands on it, in the page's own words (`messages`, the same files).
//! * `list`: all cards on one page, and the list that leads to them.

mod card;
mod list;
mod mark;
mod messages;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod tests;

pub use list::{all, index};

use incidents::Dataset;
use incidents::model::{Incident, Lang};

/// The card of an entry as a fragment of HTML. Of attributes it has only `href`, `lang`, `id` and
/// `datetime`, and it can be read without them.
pub fn html(dataset: &Dataset, incident: &Incident, lang: Lang) -> String {
    mark::html(&[card::card(dataset, incident, lang)])
}

/// The same card as MediaWiki takes it: its elements, and links in brackets.
pub fn wikitext(dataset: &Dataset, incident: &Incident, lang: Lang) -> String {
    mark::wikitext(&[card::card(dataset, incident, lang)])
}
