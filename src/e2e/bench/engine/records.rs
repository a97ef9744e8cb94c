//! Records from lines of JSON.

use serde::Deserialize;
use std::borrow::Cow;

/// A record of the bench: its seven single fields in order, and its tags.
#[derive(Debug, PartialEq)]
pub struct Record<'a> {
    /// Title, summary, organisation, country, sector, actor, year.
    pub single: [Cow<'a, str>; 7],
    /// Tags.
    pub tags: Vec<Cow<'a, str>>,
}

/// How a field begins in a record as `JSON.stringify` writes it.
const HEADS: [&str; 7] = [
    r#"{"title":""#,
    r#","summary":""#,
    r#","org":""#,
    r#","country":""#,
    r#","sector":""#,
    r#","actor":""#,
    r#","year":""#,
];

impl<'a> Record<'a> {
    /// A record from a line; `None` where it is none.
    pub fn read(line: &'a [u8]) -> Option<Self> {
        let text = std::str::from_utf8(line).ok()?;
        Self::plain(text).or_else(|| Self::any(text))
    }

    /// As nearly all are written: fields in their order, no blanks, no escapes. Each field is
    /// looked for where it must be, and a text ends at the next quotation mark.
    fn plain(line: &'a str) -> Option<Self> {
        let escaped = |any: bool, byte: &u8| any | (*byte == b'\\') | (*byte < b' ');
        if line.as_bytes().iter().fold(false, escaped) {
            return None;
        }
        let mut rest = line;
        let mut single = [const { Cow::Borrowed("") }; 7];
        for (field, head) in single.iter_mut().zip(HEADS) {
            let text;
            (text, rest) = ended(rest.strip_prefix(head)?)?;
            *field = Cow::Borrowed(text);
        }
        let mut tags = Vec::with_capacity(4);
        rest = rest.strip_prefix(r#","tags":["#)?;
        if rest != "]}" {
            rest = rest.strip_prefix('"')?;
            loop {
                let text;
                (text, rest) = ended(rest)?;
                tags.push(Cow::Borrowed(text));
                match rest.strip_prefix(r#",""#) {
                    Some(next) => rest = next,
                    None => break,
                }
            }
        }
        (rest == "]}").then_some(Self { single, tags })
    }

    /// However JSON may write it.
    fn any(line: &'a str) -> Option<Self> {
        #[derive(Deserialize)]
        struct Written<'a> {
            #[serde(borrow)]
            title: Cow<'a, str>,
            #[serde(borrow)]
            summary: Cow<'a, str>,
            #[serde(borrow)]
            org: Cow<'a, str>,
            #[serde(borrow)]
            country: Cow<'a, str>,
            #[serde(borrow)]
            sector: Cow<'a, str>,
            #[serde(borrow)]
            actor: Cow<'a, str>,
            #[serde(borrow)]
            year: Cow<'a, str>,
            #[serde(borrow)]
            tags: Vec<Cow<'a, str>>,
        }
        let w: Written = serde_json::from_str(line).ok()?;
        let single = [
            w.title, w.summary, w.org, w.country, w.sector, w.actor, w.year,
        ];
        Some(Self {
            single,
            tags: w.tags,
        })
    }
}

/// A text up to its quotation mark, and what follows that.
fn ended(text: &str) -> Option<(&str, &str)> {
    let end = place(text.as_bytes(), b'"')?;
    Some((text.get(..end)?, text.get(end + 1..)?))
}

/// Where a byte is met first. Sixteen are looked at together, which compilers make one step of.
#[inline]
pub fn place(bytes: &[u8], wanted: u8) -> Option<usize> {
    let (blocks, _) = bytes.as_chunks::<16>();
    let none = |block: &[u8; 16]| !block.iter().fold(false, |any, b| any | (*b == wanted));
    let passed = blocks.iter().take_while(|block| none(block)).count() * 16;
    let rest = bytes.get(passed..)?;
    Some(passed + rest.iter().position(|byte| *byte == wanted)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = r#"{"title":"A “b”","summary":"","org":"c","country":"d","sector":"e","actor":"f","year":"2001","tags":["g","h"]}"#;

    #[test]
    fn a_record_is_the_same_however_it_is_written() {
        let record = Record::read(PLAIN.as_bytes());
        assert_eq!(record, Record::any(PLAIN));
        assert!(record.is_some_and(|r| r.single[5] == "f" && r.tags == ["g", "h"]));
        let spaced = PLAIN.replace(',', " , ").replace(':', ": ");
        let escaped = PLAIN.replace('c', r"\u0063");
        for other in [spaced, escaped] {
            assert_eq!(Record::plain(&other), None);
            assert_eq!(Record::read(other.as_bytes()), Record::any(PLAIN));
        }
        let untagged = PLAIN.replace(r#""g","h""#, "");
        assert!(Record::plain(&untagged).is_some_and(|r| r.tags.is_empty()));
    }

    #[test]
    fn what_is_no_record_is_none() {
        for end in 0..PLAIN.len() {
            assert_eq!(Record::read(&PLAIN.as_bytes()[..end]), None, "{end}");
        }
        for wrong in ["{}", "[]", r#"{"title":1}"#, &format!("{PLAIN},")] {
            assert_eq!(Record::read(wrong.as_bytes()), None, "{wrong}");
        }
    }
}
