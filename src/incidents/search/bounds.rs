//! Dates, days and counts in a query, and how they compare with what is only partly known.

use super::Kind;
use super::query::Value;
use crate::model::Date;

/// Whether an entry answers a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// It does not.
    No,
    /// It may: what is known straddles the bound.
    Possible,
    /// It does.
    Yes,
}

impl Truth {
    /// `Yes` or `No`.
    pub fn of(holds: bool) -> Truth {
        if holds { Truth::Yes } else { Truth::No }
    }
}

impl std::ops::Not for Truth {
    type Output = Truth;

    /// The contrary; what is possible stays so.
    fn not(self) -> Truth {
        match self {
            Truth::No => Truth::Yes,
            Truth::Possible => Truth::Possible,
            Truth::Yes => Truth::No,
        }
    }
}

/// How a known range, both ends counted, stands to an asked one.
pub(super) fn compare(known: (i32, i32), asked: (i32, i32)) -> Truth {
    if known.1 < asked.0 || known.0 > asked.1 {
        Truth::No
    } else if known.0 >= asked.0 && known.1 <= asked.1 {
        Truth::Yes
    } else {
        Truth::Possible
    }
}

/// One end: how it is written, and what it covers.
struct Point {
    text: String,
    low: i32,
    high: i32,
}

/// A date, a number of days or a count, or a range of them, from folded text.
pub(super) fn range(kind: Kind, text: &str) -> Option<Value> {
    let read = |text: &str| point(kind, text.trim());
    if let Some((from, to)) = text.split_once("..") {
        return between(from, to, read);
    }
    let ops = [("<=", '≤'), (">=", '≥'), ("<", '<'), (">", '>'), ("=", '=')];
    for (op, sign) in ops {
        let rest = text.strip_prefix(op).or_else(|| text.strip_prefix(sign));
        let Some(rest) = rest else { continue };
        let at = read(rest)?;
        let (low, high) = match op {
            "<=" => (i32::MIN, at.high),
            ">=" => (at.low, i32::MAX),
            "<" => (i32::MIN, at.low.saturating_sub(1)),
            ">" => (at.high.saturating_add(1), i32::MAX),
            _ => (at.low, at.high),
        };
        let op = if op == "=" { "" } else { op };
        let text = format!("{op}{}", at.text);
        return Some(Value::Range { text, low, high });
    }
    let Point { text, low, high } = read(text)?;
    Some(Value::Range { text, low, high })
}

/// `a..b`, `a..` and `..b`; ends in the wrong order are exchanged.
fn between(from: &str, to: &str, read: impl Fn(&str) -> Option<Point>) -> Option<Value> {
    let one = |text: &str| match text.trim().is_empty() {
        true => Some(None),
        false => read(text).map(Some),
    };
    let (from, to) = match (one(from)?, one(to)?) {
        (Some(a), Some(b)) if a.low > b.low => (Some(b), Some(a)),
        (None, None) => return None,
        ends => ends,
    };
    let text = |end: &Option<Point>| end.as_ref().map_or(String::new(), |p| p.text.clone());
    Some(Value::Range {
        text: format!("{}..{}", text(&from), text(&to)),
        low: from.map_or(i32::MIN, |p| p.low),
        high: to.map_or(i32::MAX, |p| p.high),
    })
}

fn point(kind: Kind, text: &str) -> Option<Point> {
    match kind {
        Kind::Date => date(text),
        Kind::Days => {
            let bare = ["days", "day", "d", "日"]
                .iter()
                .find_map(|unit| text.strip_suffix(unit));
            let days = number(bare.unwrap_or(text).trim_end())?;
            let text = format!("{days}d");
            let (low, high) = (days, days);
            Some(Point { text, low, high })
        }
        Kind::Count => {
            let count = number(text.strip_suffix('件').unwrap_or(text))?;
            let text = count.to_string();
            let (low, high) = (count, count);
            Some(Point { text, low, high })
        }
        Kind::Word | Kind::Name | Kind::WholeName => None,
    }
}

fn number(text: &str) -> Option<i32> {
    let digits = !text.is_empty() && text.len() < 9 && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// A year, month or day: `2019`, `2019-06`, `2019-6-28`, `2019/06/28`, `2019年6月28日`.
fn date(text: &str) -> Option<Point> {
    let plain = text.replace(['年', '月', '/'], "-").replace('日', "");
    let mut parts: Vec<String> = Vec::new();
    for part in plain.trim_end_matches('-').split('-') {
        let number = number(part)?;
        parts.push(match parts.is_empty() {
            true if part.len() == 4 => part.to_owned(),
            true => return None,
            false => format!("{number:02}"),
        });
    }
    let date: Date = parts.join("-").parse().ok()?;
    Some(Point {
        text: date.to_string(),
        low: date.earliest().0,
        high: date.latest().0,
    })
}
