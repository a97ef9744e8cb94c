//! From folded text to terms with positions.
//!
//! Words of alphabetic scripts are terms; whatever is no letter and no digit parts them. Japanese,
//! which has no spaces, gives a term for each pair of neighbouring characters and one for the last
//! character alone, so that any part of it is found, a single character too.

use std::ops::Range;

/// A term and its place in the text, counted in terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// The term.
    pub term: &'a str,
    /// Its place.
    pub at: u32,
}

/// Whether a character stands in words without spaces between them.
pub fn is_japanese(c: char) -> bool {
    matches!(c,
        'ぁ'..='ゖ' | 'ー' | '々' | '〆' | 'ァ'..='ヺ'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Between,
    Word,
    Japanese,
}

fn kind(c: char) -> Kind {
    match c {
        'a'..='z' | '0'..='9' => Kind::Word,
        _ if c.is_ascii() => Kind::Between,
        _ if is_japanese(c) => Kind::Japanese,
        _ if c.is_alphanumeric() => Kind::Word,
        _ => Kind::Between,
    }
}

/// The terms of a folded text: where each stands in it, in bytes, and its place; their count with
/// the places they take. `plain` is known to be ASCII.
pub fn tokens(folded: &str, plain: bool, mut each: impl FnMut(Range<usize>, u32)) -> u32 {
    let mut at = 0;
    if plain {
        words(folded.as_bytes(), |range| {
            each(range, at);
            at += 1;
        });
        return at;
    }
    runs(folded, |kind, range| match kind {
        Kind::Word => {
            each(range, at);
            at += 1;
        }
        _ => {
            let start = range.start;
            let run = folded.get(range).unwrap_or_default();
            at = pairs(run, at, true, &mut |pair, at| {
                each(start + pair.start..start + pair.end, at);
            });
        }
    });
    at
}

/// The words of folded ASCII. Eight letters are looked at together: most words are shorter, and a
/// branch for each letter would cost more than all else that is done with it.
#[inline]
fn words(text: &[u8], mut each: impl FnMut(Range<usize>)) {
    let mut start = 0;
    while start < text.len() {
        let mut run = letters(eight(text, start));
        let between = run.trailing_zeros() as usize / 8;
        if between > 0 {
            start += between;
            continue;
        }
        let mut end = start;
        loop {
            let length = (!run & HIGH).trailing_zeros() as usize / 8;
            end += length;
            if length < 8 {
                break;
            }
            run = letters(eight(text, end));
        }
        each(start..end);
        start = end + 1;
    }
}

/// The highest bit of each byte.
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Eight bytes of a text as one number, the first of them lowest; 0 behind the end.
#[inline]
pub(crate) fn eight(text: &[u8], at: usize) -> u64 {
    let rest = text.get(at..).unwrap_or_default();
    match rest.first_chunk() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => fewer(rest),
    }
}

#[cold]
#[inline(never)]
fn fewer(bytes: &[u8]) -> u64 {
    let mut eight = [0; 8];
    eight
        .iter_mut()
        .zip(bytes)
        .for_each(|(to, from)| *to = *from);
    u64::from_le_bytes(eight)
}

/// The highest bit of each byte that is a small letter or a digit, of eight that are ASCII: adding
/// carries into it where a byte reaches a bound, and never further.
#[inline]
fn letters(eight: u64) -> u64 {
    let least = |bound: u8| eight + u64::from(0x80 - bound) * 0x0101_0101_0101_0101;
    let among = |first: u8, last: u8| least(first) & !least(last + 1);
    (among(b'a', b'z') | among(b'0', b'9')) & HIGH
}

/// The terms a question asks for: as [`tokens`], but what Japanese ends with may go on.
pub fn asked(folded: &str) -> Vec<Token<'_>> {
    let mut all = Vec::new();
    let mut at = 0;
    runs(folded, |kind, range| {
        let run = folded.get(range).unwrap_or_default();
        if kind == Kind::Word {
            all.push(Token { term: run, at });
            at += 1;
            return;
        }
        let single = run.chars().nth(1).is_none();
        at = pairs(run, at, single, &mut |pair, at| {
            let term = run.get(pair).unwrap_or_default();
            all.push(Token { term, at });
        });
    });
    all
}

fn pairs(run: &str, mut at: u32, last: bool, each: &mut impl FnMut(Range<usize>, u32)) -> u32 {
    let mut chars = run.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let end = start + c.len_utf8() + chars.peek().map_or(0, |(_, next)| next.len_utf8());
        if chars.peek().is_some() || last {
            each(start..end, at);
        }
        at += 1;
    }
    at
}

fn runs(text: &str, mut each: impl FnMut(Kind, Range<usize>)) {
    let mut start = 0;
    let mut open = Kind::Between;
    let mut close = |kind, range: Range<usize>| {
        if kind != Kind::Between {
            each(kind, range);
        }
    };
    for (at, c) in text.char_indices() {
        let now = kind(c);
        if now != open {
            close(open, start..at);
            (start, open) = (at, now);
        }
    }
    close(open, start..text.len());
}
