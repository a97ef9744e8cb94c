//! The words of every entry, folded once, and how a word of a query finds them.

pub use super::fold::fold;
use super::passages::{Place, passages};
use crate::Dataset;
use std::ops::Range;

/// The texts of all entries, as they are searched.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    entries: Vec<Vec<(Place, String)>>,
}

/// An entry that a word finds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    /// The entry's place in the dataset.
    pub entry: usize,
    /// How well; only compared with others of the same query.
    pub score: f32,
    /// It was found by a slip of the pen.
    pub slip: bool,
}

impl Texts {
    /// Folds a dataset's texts.
    pub fn of(dataset: &Dataset) -> Self {
        let folded = |incident| {
            let passages = passages(dataset, incident);
            passages.iter().map(|p| (p.place, fold(p.text))).collect()
        };
        Self {
            entries: dataset.incidents.values().map(folded).collect(),
        }
    }

    /// The entries that hold a word.
    pub fn find(&self, word: &str) -> Vec<Match> {
        let word = fold(word);
        let weight = |place: &Place| {
            let weights = Place::WEIGHTS.iter();
            weights
                .clone()
                .find(|(p, _)| p == place)
                .map_or(0.0, |w| w.1)
        };
        let mut found = Vec::new();
        for (entry, texts) in self.entries.iter().enumerate() {
            let matching = texts.iter().filter(|(_, text)| text.contains(&word));
            let score: f32 = matching.map(|(place, _)| weight(place)).sum();
            let slip = false;
            if score > 0.0 {
                found.push(Match { entry, score, slip });
            }
        }
        found
    }

    /// How the texts spell a word.
    pub fn spellings(&self, word: &str) -> Vec<String> {
        vec![word.to_owned()]
    }
}

/// Where a word stands in a text, in bytes of the text as it is shown.
pub fn marks(text: &str, word: &str) -> Vec<Range<usize>> {
    let asked = fold(word);
    let asked = asked.trim();
    if asked.is_empty() {
        return Vec::new();
    }
    // Folding may change lengths: each place of the folded text knows where it came from.
    let mut folded = String::new();
    let mut from: Vec<usize> = Vec::new();
    for (at, c) in text.char_indices() {
        folded.push_str(&fold(c.encode_utf8(&mut [0; 4])));
        from.resize(folded.len(), at);
    }
    from.push(text.len());
    let found = folded.match_indices(asked).filter_map(|(at, found)| {
        let last = *from.get(at + found.len() - 1)?;
        let end = text.get(last..)?.chars().next()?.len_utf8() + last;
        Some(*from.get(at)?..end)
    });
    found.collect()
}

/// Whether a folded name holds the words of a folded question in their order: whole words, the
/// last one also begun. Scripts without spaces hold them anywhere.
pub(super) fn names_it(name: &str, asked: &str, begun: bool) -> bool {
    let asked = asked.trim();
    if asked.is_empty() {
        return false;
    }
    let joins = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    name.match_indices(asked).any(|(at, found)| {
        let before = name.get(..at).and_then(|t| t.chars().next_back());
        let after = name.get(at + found.len()..).and_then(|t| t.chars().next());
        let (first, last) = (asked.chars().next(), asked.chars().next_back());
        let starts = !(joins(before) && joins(first));
        let ends = begun || !(joins(after) && joins(last));
        starts && ends
    })
}

/// Whether two folded words differ by one slip, or by two in a long one: a letter too many, too
/// few, another, or two exchanged (Damerau's edits, in their restricted form).
pub fn is_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let most = match a.len() {
        0..4 => return false,
        4..8 => 1,
        _ => 2,
    };
    a.len().abs_diff(b.len()) <= most && (1..=most).contains(&distance(&a, &b))
}

fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
            let mut least = (cell(&last, j) + usize::from(x != y))
                .min(cell(&last, j + 1) + 1)
                .min(cell(&row, j) + 1);
            let crossed = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if crossed {
                least = least.min(cell(&before, j - 1) + 1);
            }
            row.push(least);
        }
        before = last;
        last = row;
    }
    last.last().copied().unwrap_or(0)
}
