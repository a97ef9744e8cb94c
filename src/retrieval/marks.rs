//! Where what was found stands in the text a reader sees.

use crate::fold;
use crate::tokens::is_japanese;
use std::ops::Range;

/// The places of a folded spelling in a text, in bytes of the text as it is shown; `begun` takes
/// words that only begin so. What parts words counts alike: `zero-day` holds `zero day`.
pub fn marks(text: &str, spelling: &str, begun: bool) -> Vec<Range<usize>> {
    let asked: String = spelling.chars().map(plain).collect();
    let asked = asked.trim();
    if asked.is_empty() {
        return Vec::new();
    }
    // Most texts hold nothing of it, which is seen without knowing where.
    let whole: String = fold(text).chars().map(plain).collect();
    if !whole.contains(asked) {
        return Vec::new();
    }
    // Folding may change lengths: each byte of the folded text knows where it came from.
    let (folded, from) = match text.is_ascii() {
        true => (whole, (0..=text.len()).collect()),
        false => traced(text),
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, part) in folded.match_indices(asked) {
        if !stands(&folded, at, part, begun) {
            continue;
        }
        let start = from.get(at).copied().unwrap_or(0);
        let end = from.get(at + part.len()).copied().unwrap_or(text.len());
        if start < end {
            found.push(start..end);
        }
    }
    found
}

/// The folded text, and for each of its bytes where it stands in the text.
fn traced(text: &str) -> (String, Vec<usize>) {
    let mut folded = String::with_capacity(text.len());
    let mut from = Vec::with_capacity(text.len() + 1);
    let mut starts = text.char_indices().map(|(at, _)| at).peekable();
    while let Some(start) = starts.next() {
        let mut end = starts.peek().copied().unwrap_or(text.len());
        // A mark of voicing folds into the character before it.
        while is_voicing(text.get(end..)) {
            starts.next();
            end = starts.peek().copied().unwrap_or(text.len());
        }
        let part = fold(text.get(start..end).unwrap_or_default());
        folded.extend(part.chars().map(plain));
        from.resize(folded.len(), start);
    }
    from.push(text.len());
    (folded, from)
}

fn is_voicing(rest: Option<&str>) -> bool {
    let next = rest.and_then(|rest| rest.chars().next());
    matches!(
        next,
        Some('\u{ff9e}' | '\u{ff9f}' | '\u{3099}' | '\u{309a}')
    )
}

/// What parts words, as a blank of the same length in bytes.
fn plain(c: char) -> char {
    match c.is_ascii() && !c.is_ascii_alphanumeric() {
        true => ' ',
        false => c,
    }
}

/// Whether a match begins where a word does, and ends where one does.
fn stands(folded: &str, at: usize, part: &str, begun: bool) -> bool {
    let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_japanese(c));
    let before = folded.get(..at).and_then(|t| t.chars().next_back());
    let after = folded.get(at + part.len()..).and_then(|t| t.chars().next());
    let starts = !(joins(before) && joins(part.chars().next()));
    let ends = begun || !(joins(after) && joins(part.chars().next_back()));
    starts && ends
}
