//! Why an entry is a hit: for each word asked, the place where it stands most tellingly.

use super::passages::{Passage, Place, passages};
use super::results::Asked;
use super::text::marks;
use crate::Dataset;
use crate::model::Incident;
use crate::table::sort_by_key;
use std::ops::Range;

/// Longer passages are shown around their first mark, in bytes on either side.
const AROUND: usize = 90;

/// A passage that made an entry a hit.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// Where it stands.
    pub place: Place,
    /// The text as the entry has it, or the part around the first mark.
    pub text: String,
    /// The words asked for, in bytes of `text`.
    pub marks: Vec<Range<usize>>,
}

/// Why an entry answers some words: one passage a word, each passage once. What the reader sees
/// anyway (`seen`) needs no reason.
pub fn why(dataset: &Dataset, words: &[Asked], incident: &Incident, seen: &[&str]) -> Vec<Reason> {
    let passages = passages(dataset, incident);
    let mut reasons: Vec<Reason> = Vec::new();
    for word in words {
        if seen.iter().any(|text| !word.marks(text).is_empty()) {
            continue;
        }
        let told = |passage: &Passage| {
            let found = word.marks(passage.text);
            (!found.is_empty()).then(|| around(passage, found))
        };
        let Some(reason) = passages.iter().find_map(told) else {
            continue;
        };
        match reasons.iter_mut().find(|r| r.text == reason.text) {
            Some(known) => known.marks.extend(reason.marks),
            None => reasons.push(reason),
        }
    }
    reasons
}

/// Where some words stand in a text, in order and without overlaps, for marking them.
pub fn all_marks(words: &[Asked], text: &str) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = words.iter().flat_map(|word| word.marks(text)).collect();
    sort_by_key(&mut all, |mark| (mark.start, mark.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for mark in all {
        match apart.last_mut() {
            Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
            _ => apart.push(mark),
        }
    }
    apart
}

impl Asked {
    /// Where the word stands in a text, in any of the spellings it was found by.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let spelled = self.spelled.iter();
        spelled
            .flat_map(|spelling| marks(text, spelling, self.begun))
            .collect()
    }
}

/// The passage, or the part of it around its first mark.
fn around(passage: &Passage, marks: Vec<Range<usize>>) -> Reason {
    let text = passage.text;
    let first = marks.first().map_or(0, |mark| mark.start);
    let mut from = first.saturating_sub(AROUND);
    let mut to = text.len().min(first + 2 * AROUND);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    while !text.is_char_boundary(to) {
        to += 1;
    }
    // At a space, where there is one near.
    if from > 0
        && let Some(space) = text.get(from..first).and_then(|t| t.find(' '))
    {
        from += space + 1;
    }
    let (open, close) = (
        if from > 0 { "…" } else { "" },
        if to < text.len() { "…" } else { "" },
    );
    let shown = text.get(from..to).unwrap_or_default();
    let moved = |mark: Range<usize>| {
        let place = |at: usize| at - from + open.len();
        (mark.end <= to).then(|| place(mark.start)..place(mark.end))
    };
    Reason {
        place: passage.place,
        text: format!("{open}{shown}{close}"),
        marks: marks.into_iter().filter_map(moved).collect(),
    }
}
