//! What the index answers: for a word its documents, for several those that hold all.

use crate::fold;
use crate::index::Index;
use crate::initials::TOGETHER;
use crate::postings::Postings;
use crate::tokens::{Token, asked, is_japanese};
use std::ops::Range;

/// More letters nobody types in a word; the rest is left unread.
const LONGEST: usize = 400;
/// So many documents are looked at together, and passed over where none of them is found.
const BLOCK: usize = 16;
/// A term that only begins as typed counts less than the whole word.
const BEGUN: f32 = 0.7;

/// Whether slips of the pen are forgiven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typos {
    /// Never: for phrases and names.
    Never,
    /// Where nothing is spelt as typed.
    WhereUnknown,
    /// Always; such hits stand behind the others.
    Always,
}

/// A word or phrase that is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Word<'a> {
    /// As typed; several words must stand side by side.
    pub text: &'a str,
    /// Whether it may be the beginning of a word.
    pub begun: bool,
    /// Whether slips are forgiven.
    pub typos: Typos,
}

/// A document that holds a word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The document, by its place in the order of reading.
    pub document: u32,
    /// How well it fits, above 0; only compared with others of the same index.
    pub score: f32,
    /// Whether it holds only another spelling.
    pub slip: bool,
}

/// What a word finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The documents in their order.
    pub hits: Vec<Hit>,
    /// The spellings it was found by, folded; the word itself where it is a phrase.
    pub terms: Vec<String>,
}

/// A document and its rank, as one number, so that sorting is quick: better ones come first, and of
/// equal ones that which was read first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ranked(u64);

impl Ranked {
    pub(crate) fn new(rank: f32, document: u32) -> Self {
        // Bits in the order of the numbers they stand for (IEEE 754, total order).
        let bits = rank.to_bits();
        let ascending = match rank.is_sign_negative() {
            true => !bits,
            false => bits | 1 << 31,
        };
        Self(u64::from(!ascending) << 32 | u64::from(document))
    }

    /// The document, by its place in the order of reading.
    pub fn document(self) -> u32 {
        self.0 as u32
    }
}

/// A number for each document: 0 where it holds nothing, above where it holds the word, below
/// where it holds another spelling of it.
type Scores = Vec<f32>;

impl Index {
    /// The documents that hold a word.
    pub fn find(&self, word: &Word) -> Found {
        let mut scores = vec![0.0; self.len()];
        let mut terms = Vec::new();
        self.collect(word, &mut scores, &mut |term| terms.push(term.to_owned()));
        let hit = |(document, score): (usize, &f32)| {
            (*score != 0.0).then_some(Hit {
                document: u32::try_from(document).unwrap_or(u32::MAX),
                score: score.abs(),
                slip: *score < 0.0,
            })
        };
        let hits = scores.iter().enumerate().filter_map(hit).collect();
        Found { hits, terms }
    }

    /// How many documents hold all of some words, and the best of them.
    pub fn search(&self, words: &[Word], limit: usize) -> (usize, Vec<u32>) {
        let mut all = self.ranked(words).unwrap_or_default();
        (all.len(), best(&mut all, limit))
    }

    /// The documents that hold all of some words, in no order. `None` where no word is asked.
    pub fn ranked(&self, words: &[Word]) -> Option<Vec<Ranked>> {
        let (first, others) = words.split_first()?;
        let mut sums = vec![0.0; self.len()];
        self.collect(first, &mut sums, &mut |_| {});
        for word in others {
            let mut scores = vec![0.0; self.len()];
            self.collect(word, &mut scores, &mut |_| {});
            for (sum, score) in sums.iter_mut().zip(&scores) {
                // Without branches, so that compilers take several documents at once.
                let held = (*sum != 0.0) & (*score != 0.0);
                let slip = (*sum < 0.0) | (*score < 0.0);
                let both = sum.abs() + score.abs();
                let signed = if slip { -both } else { both };
                *sum = if held { signed } else { 0.0 };
            }
        }
        let held = sums.iter().filter(|sum| **sum != 0.0).count();
        let mut all = Vec::with_capacity(held);
        for (block, sums) in sums.chunks(BLOCK).enumerate() {
            // Most questions find few.
            if !sums.iter().fold(false, |any, sum| any | (*sum != 0.0)) {
                continue;
            }
            for (at, sum) in sums.iter().enumerate().filter(|(_, sum)| **sum != 0.0) {
                let document = u32::try_from(block * BLOCK + at).unwrap_or(u32::MAX);
                // Another spelling stands behind all others: no sum comes near.
                let rank = if *sum < 0.0 { -sum - 1e5 } else { *sum };
                all.push(Ranked::new(rank, document));
            }
        }
        Some(all)
    }

    /// Raises the scores of the documents that hold a word, and tells the spellings met.
    fn collect(&self, word: &Word, scores: &mut Scores, met: &mut dyn FnMut(&str)) {
        let mut cut = word.text.len().min(LONGEST);
        while !word.text.is_char_boundary(cut) {
            cut -= 1;
        }
        let folded = fold(word.text.get(..cut).unwrap_or_default());
        let terms = asked(&folded);
        match terms.as_slice() {
            [] => {}
            [only] => self.collect_one(word, only.term, scores, met),
            several => {
                self.collect_phrase(several, word.begun, scores);
                if scores.iter().any(|score| *score != 0.0) {
                    met(folded.trim());
                }
            }
        }
    }

    fn collect_one(&self, word: &Word, term: &str, scores: &mut Scores, met: &mut dyn FnMut(&str)) {
        let mut known = false;
        if let Some(fields) = self.initials.of(term).filter(|_| word.begun) {
            for (scores, fields) in scores.chunks_mut(TOGETHER).zip(fields) {
                for (score, fields) in scores.iter_mut().zip(fields) {
                    *score = self.weight(*fields) * BEGUN;
                    known |= *fields > 0;
                }
            }
        } else if word.begun || term.chars().next().is_some_and(is_japanese) {
            // A single character of Japanese begins the pairs that hold it.
            known = self.raise_begun(self.lexicon.beginning(term), scores);
        }
        if let Some(number) = self.lexicon.find(term) {
            self.raise(number, 1.0, scores);
            known = true;
        }
        if known {
            met(term);
        }
        let forgiving = match word.typos {
            Typos::Never => false,
            Typos::WhereUnknown => !known,
            Typos::Always => true,
        };
        if forgiving {
            for (number, edits) in self.lexicon.slips(term) {
                self.raise(number, -1.0 / (1.0 + edits as f32), scores);
                met(self.lexicon.term(number));
            }
        }
    }

    fn weight(&self, fields: u8) -> f32 {
        let weight = self.weights.get(usize::from(fields));
        weight.copied().unwrap_or(0.0)
    }

    /// Raises the scores of the documents that hold some terms, all alike: a thousand words begin
    /// with two letters, and how rare each of them is says nothing.
    fn raise_begun(&self, places: Range<usize>, scores: &mut Scores) -> bool {
        if places.is_empty() {
            return false;
        }
        let mut held: Vec<u8> = vec![0; scores.len()];
        for number in places.map(|place| self.lexicon.at(place)) {
            let Some(postings) = self.postings.get(number as usize) else {
                continue;
            };
            postings.each(|document, fields| {
                if let Some(held) = held.get_mut(document as usize) {
                    *held |= fields;
                }
            });
        }
        for (scores, held) in scores.chunks_mut(BLOCK).zip(held.chunks(BLOCK)) {
            if held.iter().fold(0, |any, fields| any | fields) == 0 {
                continue;
            }
            for (score, fields) in scores.iter_mut().zip(held) {
                *score = higher(*score, self.weight(*fields) * BEGUN);
            }
        }
        true
    }

    /// Raises the scores of a term's documents; a share below 0 is a slip's, which counts only
    /// where nothing better is known.
    fn raise(&self, number: u32, share: f32, scores: &mut Scores) {
        let Some(postings) = self.postings.get(number as usize) else {
            return;
        };
        let share = share * self.rarity(postings.documents);
        postings.each(|document, fields| {
            if let Some(score) = scores.get_mut(document as usize) {
                let new = share * self.weight(fields);
                *score = match share > 0.0 {
                    true => higher(*score, new),
                    false if *score <= 0.0 => -higher(-*score, -new),
                    false => *score,
                };
            }
        });
    }

    /// Terms at neighbouring places; the last may go on, where it is only begun.
    fn collect_phrase(&self, terms: &[Token], begun: bool, scores: &mut Scores) {
        let Some((first, rest)) = terms.split_first() else {
            return;
        };
        let Some(number) = self.lexicon.find(first.term) else {
            return;
        };
        let Some(postings) = self.postings.get(number as usize) else {
            return;
        };
        let mut rarest = postings.documents;
        let mut places: Vec<Place> = Vec::new();
        for posting in postings.iter() {
            let (document, fields) = (posting.document, posting.fields);
            posting.positions(|at| {
                places.push(Place {
                    document,
                    at,
                    fields,
                });
            });
        }
        for (n, token) in rest.iter().enumerate() {
            // A single character of Japanese at the end begins the pair it stands in.
            let goes_on = begun || token.term.chars().next().is_some_and(is_japanese);
            let open = goes_on && n + 1 == rest.len();
            let range = match open {
                true => self.lexicon.beginning(token.term),
                false => self.lexicon.place(token.term),
            };
            let numbers = range.map(|place| self.lexicon.at(place));
            let mut kept = Vec::new();
            let mut held = 0;
            for number in numbers {
                if let Some(postings) = self.postings.get(number as usize) {
                    follow(&places, postings, token.at, &mut kept);
                    held += postings.documents;
                }
            }
            rarest = rarest.min(held);
            kept.sort_unstable();
            places = kept;
        }
        let share = self.rarity(rarest) * terms.len() as f32;
        for place in places {
            if let Some(score) = scores.get_mut(place.document as usize) {
                *score = higher(*score, share * self.weight(place.fields));
            }
        }
    }
}

/// The higher of two scores. `f32::max` minds NaN, which in wasm is a call.
#[inline]
fn higher(a: f32, b: f32) -> f32 {
    if a < b { b } else { a }
}

/// The documents of the highest ranks, best first; in the order of reading where they are equal.
/// All others stay behind them, in no order.
pub fn best(ranked: &mut [Ranked], limit: usize) -> Vec<u32> {
    let limit = limit.min(ranked.len());
    if limit < ranked.len() {
        ranked.select_nth_unstable(limit);
    }
    let Some(first) = ranked.get_mut(..limit) else {
        return Vec::new();
    };
    first.sort_unstable();
    first.iter().map(|ranked| ranked.document()).collect()
}

/// Where a phrase begins.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    document: u32,
    at: u32,
    fields: u8,
}

/// Keeps the places after which a term stands at a distance; both are in order.
fn follow(places: &[Place], postings: &Postings, distance: u32, kept: &mut Vec<Place>) {
    let mut places = places.iter().peekable();
    let mut here: Vec<u32> = Vec::new();
    for posting in postings.iter() {
        while places.next_if(|p| p.document < posting.document).is_some() {}
        if places.peek().is_none_or(|p| p.document > posting.document) {
            if places.peek().is_none() {
                return;
            }
            continue;
        }
        here.clear();
        posting.positions(|at| here.push(at));
        while let Some(place) = places.next_if(|p| p.document == posting.document) {
            if here.binary_search(&(place.at + distance)).is_ok() {
                // In one field only: what both terms share.
                let fields = place.fields & posting.fields;
                kept.push(Place { fields, ..*place });
            }
        }
    }
}
