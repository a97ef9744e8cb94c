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
        best(&self.scores(words).unwrap_or_default(), limit)
    }

    /// How well each document fits that holds all of some words: above 0 as they are spelt, below
    /// where it holds another spelling, 0 where it does not. `None` where no word is asked.
    pub fn scores(&self, words: &[Word]) -> Option<Vec<f32>> {
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
        Some(sums)
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
    /// with two letters, and how rare each of them is says nothing. Never inlined, like the other long
    /// loops here: browsers compile a small function better within a few questions, a large one too late.
    #[inline(never)]
    fn raise_begun(&self, places: Range<usize>, scores: &mut Scores) -> bool {
        if places.is_empty() {
            return false;
        }
        let mut held: Vec<u8> = vec![0; scores.len()];
        for postings in self.postings_of(places) {
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
    #[inline(never)]
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

    /// The postings of the terms at some places in the order.
    fn postings_of(&self, places: Range<usize>) -> impl Iterator<Item = &Postings> {
        let numbers = places.map(|place| self.lexicon.at(place) as usize);
        numbers.filter_map(|number| self.postings.get(number))
    }

    /// Terms at neighbouring places; the last may go on, where it is only begun. The rarest is
    /// looked for first, and the others only beside it.
    #[inline(never)]
    fn collect_phrase(&self, terms: &[Token], begun: bool, scores: &mut Scores) {
        let part = |(n, token): (usize, &Token)| {
            // A single character of Japanese at the end begins the pair it stands in.
            let goes_on = begun || token.term.chars().next().is_some_and(is_japanese);
            let places = match goes_on && n + 1 == terms.len() {
                true => self.lexicon.beginning(token.term),
                false => self.lexicon.place(token.term),
            };
            let held: u32 = self.postings_of(places.clone()).map(|p| p.documents).sum();
            (held, places, token.at)
        };
        let mut parts: Vec<_> = terms.iter().enumerate().map(part).collect();
        let held = parts.iter().map(|(held, ..)| *held).enumerate();
        let rarest = held.min_by_key(|(_, held)| *held).map_or(0, |(n, _)| n);
        parts.swap(0, rarest);
        let Some(((rarest, first, offset), others)) = parts.split_first() else {
            return;
        };
        let mut places: Vec<Place> = Vec::new();
        for posting in self.postings_of(first.clone()).flat_map(Postings::iter) {
            let (document, fields) = (posting.document, posting.fields);
            posting.positions(|at| {
                // Where the phrase would begin.
                let at = at.wrapping_sub(*offset);
                places.push(Place {
                    document,
                    at,
                    fields,
                });
            });
        }
        places.sort_unstable();
        for (_, range, offset) in others {
            let mut kept = Vec::new();
            for postings in self.postings_of(range.clone()) {
                follow(&places, postings, *offset, &mut kept);
            }
            kept.sort_unstable();
            places = kept;
        }
        let share = self.rarity(*rarest) * terms.len() as f32;
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

/// How many documents are found, and the best of them, best first; of equal ones that first which
/// was read first.
pub fn best(scores: &[f32], limit: usize) -> (usize, Vec<u32>) {
    let found = scores.iter().filter(|score| **score != 0.0).count();
    let limit = limit.min(found);
    // Twice as many as are wanted, at most: whenever they are that many, half of them go, and none
    // that ranks no higher than the last of the others comes in. That is soon almost none.
    let mut kept: Vec<u64> = Vec::with_capacity(2 * limit);
    let mut bound = NOT_FOUND;
    for (block, scores) in scores.chunks(BLOCK).enumerate() {
        if limit == 0 || !scores.iter().fold(false, |any, s| any | (rank(*s) > bound)) {
            continue;
        }
        for (at, score) in scores.iter().enumerate() {
            if rank(*score) <= bound {
                continue;
            }
            let document = u32::try_from(block * BLOCK + at).unwrap_or(u32::MAX);
            kept.push(u64::from(!rank(*score) as u32 ^ 1 << 31) << 32 | u64::from(document));
            if kept.len() == 2 * limit {
                let (_, last, _) = kept.select_nth_unstable(limit - 1);
                bound = !((*last >> 32) as u32 ^ 1 << 31) as i32;
                kept.truncate(limit);
            }
        }
    }
    kept.sort_unstable();
    (
        found,
        kept.iter().take(limit).map(|key| *key as u32).collect(),
    )
}

/// Below every [`rank()`] of a document that is found.
const NOT_FOUND: i32 = i32::MIN;

/// A score as a number in whose order documents stand. The bits of floating-point numbers are in
/// order above 0, and below 0 the other way round: so another spelling stands behind all others,
/// and of two of them that first which is further below 0.
#[inline]
fn rank(score: f32) -> i32 {
    match score == 0.0 {
        true => NOT_FOUND,
        false => score.to_bits() as i32,
    }
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
            if here.binary_search(&place.at.wrapping_add(distance)).is_ok() {
                // In one field only: what both terms share.
                let fields = place.fields & posting.fields;
                kept.push(Place { fields, ..*place });
            }
        }
    }
}
