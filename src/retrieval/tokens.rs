//! From folded text to terms with positions.
//!
//! Words of alphabetic scripts are terms; whatever is no letter and no digit parts them. Japanese,
//! which has no spaces, gives a term for each pair of neighbouring characters and one for the last
//! character alone, so that any part of it is found, a single character too.

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

/// The terms of a folded text; their count with the places they take.
pub fn tokens<'a>(folded: &'a str, mut each: impl FnMut(Token<'a>)) -> u32 {
    let mut at = 0;
    if folded.is_ascii() {
        let mut start = 0;
        let mut end_at = |end: usize| {
            if start < end
                && let Some(term) = folded.get(start..end)
            {
                each(Token { term, at });
                at += 1;
            }
            start = end + 1;
        };
        for (place, byte) in folded.bytes().enumerate() {
            if !byte.is_ascii_alphanumeric() {
                end_at(place);
            }
        }
        end_at(folded.len());
        return at;
    }
    runs(folded, |kind, run| match kind {
        Kind::Word => {
            each(Token { term: run, at });
            at += 1;
        }
        _ => at = pairs(run, at, true, &mut each),
    });
    at
}

/// The terms a question asks for: as [`tokens`], but what Japanese ends with may go on.
pub fn asked(folded: &str) -> Vec<Token<'_>> {
    let mut all = Vec::new();
    let mut at = 0;
    runs(folded, |kind, run| match kind {
        Kind::Word => {
            all.push(Token { term: run, at });
            at += 1;
        }
        _ => {
            let single = run.chars().nth(1).is_none();
            at = pairs(run, at, single, &mut |token| all.push(token));
        }
    });
    all
}

fn pairs<'a>(run: &'a str, mut at: u32, last: bool, each: &mut impl FnMut(Token<'a>)) -> u32 {
    let mut chars = run.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let end = start + c.len_utf8() + chars.peek().map_or(0, |(_, next)| next.len_utf8());
        if (chars.peek().is_some() || last)
            && let Some(term) = run.get(start..end)
        {
            each(Token { term, at });
        }
        at += 1;
    }
    at
}

fn runs<'a>(text: &'a str, mut each: impl FnMut(Kind, &'a str)) {
    let mut start = 0;
    let mut open = Kind::Between;
    let mut close = |kind, range: std::ops::Range<usize>| {
        if kind != Kind::Between
            && let Some(run) = text.get(range)
        {
            each(kind, run);
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
