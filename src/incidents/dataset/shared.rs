//! What several entries share: the same publication, the same claim.

use super::{Dataset, Held};
use crate::model::{Incident, Source};

/// A publication that several entries cite.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared<'a> {
    /// As the first of them cites it.
    pub source: &'a Source,
    /// The places of those that cite it, and its number there.
    pub cited: Vec<(usize, usize)>,
}

/// The same page has one address, however it is written: without scheme, `www.`, fragment and
/// slash at the end.
fn page(source: &Source) -> &str {
    let shown = source.url.shown();
    let shown = shown.split('#').next().unwrap_or(shown);
    shown.trim_end_matches('/')
}

/// The publications that at least two of some entries cite, those cited by most first.
pub fn sources<'a>(entries: &[&'a Incident]) -> Vec<Shared<'a>> {
    let mut all: Vec<Shared<'a>> = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        for (n, source) in entry.sources.iter().enumerate() {
            let cited = (place, n + 1);
            match all.iter_mut().find(|s| page(s.source) == page(source)) {
                Some(shared) if shared.cited.iter().all(|(at, _)| *at != place) => {
                    shared.cited.push(cited);
                }
                Some(_) => {}
                None => all.push(Shared {
                    source,
                    cited: vec![cited],
                }),
            }
        }
    }
    all.retain(|shared| shared.cited.len() > 1);
    crate::table::sort_by_key(&mut all, |shared| std::cmp::Reverse(shared.cited.len()));
    all
}

impl Dataset {
    /// The claims that stand with at least two of some entries, each once.
    pub fn claims_shared<'a>(&'a self, entries: &[&'a Incident]) -> Vec<Held<'a>> {
        let each: Vec<Vec<Held<'a>>> = entries.iter().map(|i| self.claims_about(i)).collect();
        let mut shared: Vec<Held<'a>> = Vec::new();
        for (place, held) in each.iter().enumerate() {
            for claim in held {
                let same = |other: &Held<'_>| {
                    other.home.id == claim.home.id && other.claim.id == claim.claim.id
                };
                let later = each.iter().skip(place + 1).flatten();
                if later.into_iter().any(same) && !shared.iter().any(same) {
                    shared.push(*claim);
                }
            }
        }
        shared
    }
}
