//! What may be typed next: fields, and values with the number of entries each would leave.

use super::bounds::Truth;
use super::facets;
use super::index::Index;
use super::query::{Expr, Query, Value};
use super::text::fold;
use super::values;
use super::{Field, Kind};
use crate::table::sort_by_key;
use std::cmp::Reverse;
use std::ops::Range;

/// How many are offered at once.
const MOST: usize = 8;
/// The fields whose values are offered before a field is typed.
const OPEN: [Field; 5] = [
    Field::Actor,
    Field::Victim,
    Field::VictimCountry,
    Field::Cve,
    Field::Sector,
];

/// One thing that may be typed next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What it replaces, in bytes of the text.
    pub span: Range<usize>,
    /// What stands there then.
    pub insert: String,
    /// The field.
    pub field: Field,
    /// The value, and how many entries it leaves; `None` where the field itself is offered.
    pub value: Option<(String, usize)>,
}

/// What is being typed.
struct Token {
    span: Range<usize>,
    text: String,
    field: Option<Field>,
}

/// What may be typed at a place in the text, given in bytes.
pub fn complete(index: &Index, text: &str, caret: usize) -> Vec<Suggestion> {
    let Some(token) = token(text, caret) else {
        return Vec::new();
    };
    let asked = fold(&token.text);
    let asked = asked.trim();
    let mut offered = match token.field {
        Some(field) => of_field(index, field, asked),
        None if asked.is_empty() => Vec::new(),
        None => {
            let mut all = fields(asked);
            if asked.chars().count() > 1 || !asked.is_ascii() {
                all.extend(OPEN.iter().flat_map(|field| of_field(index, *field, asked)));
            }
            all
        }
    };
    let rest = Query::parse(text).without(&whole(text, &token));
    let stand = index.answers(&rest).all_but(index.len(), |_| false);
    let mut counted: Vec<(bool, usize, Suggestion)> = Vec::new();
    for (field, value, begins) in offered.drain(..) {
        let count = value.as_ref().map_or(0, |v| count(index, field, v, &stand));
        let insert = match &value {
            Some(value) => Expr::Is(field, vec![value.clone()]).to_string(),
            None => format!("{}:", field.word()),
        };
        // Inside a field only its value is replaced: the name stays as typed.
        let insert = match (token.field, insert.split_once(':')) {
            (Some(_), Some((_, value))) => value.to_owned(),
            _ => insert,
        };
        let suggestion = Suggestion {
            span: token.span.clone(),
            insert,
            field,
            value: value.map(|v| (v.shown().to_owned(), count)),
        };
        let is_field = suggestion.value.is_none();
        if is_field || count > 0 {
            counted.push((begins || is_field, count, suggestion));
        }
    }
    if token.field.is_none_or(|field| field.kind() != Kind::Date) {
        sort_by_key(&mut counted, |(begins, count, suggestion)| {
            let none = suggestion.insert.ends_with(values::NONE.word);
            (suggestion.value.is_some(), none, !begins, Reverse(*count))
        });
    }
    let suggestions = counted.into_iter().map(|(_, _, suggestion)| suggestion);
    suggestions.take(MOST).collect()
}

fn count(index: &Index, field: Field, value: &Value, stand: &[Truth]) -> usize {
    let Some(column) = index.column(field) else {
        return 0;
    };
    let truths = column.truths(field, std::slice::from_ref(value));
    let both = stand.iter().zip(truths).map(|(a, b)| (*a).min(b));
    both.filter(|t| *t != Truth::No).count()
}

/// The word that ends at the caret; nothing where the caret stands inside one.
fn token(text: &str, caret: usize) -> Option<Token> {
    let (before, after) = (text.get(..caret)?, text.get(caret..)?);
    if after
        .chars()
        .next()
        .is_some_and(|c| !c.is_whitespace() && c != ')')
    {
        return None;
    }
    let quoted = before.matches('"').count() % 2 == 1;
    let open = before.rfind('"').filter(|_| quoted);
    let word = before.get(..open.unwrap_or(before.len()))?;
    let stops = |c: char| c.is_whitespace() || "(（、".contains(c);
    let mut start = word.rfind(stops).map_or(0, |at| {
        at + word
            .get(at..)
            .and_then(|t| t.chars().next())
            .map_or(1, char::len_utf8)
    });
    let dashes = |c: char| matches!(c, '-' | '－');
    start = before.len() - before.get(start..)?.trim_start_matches(dashes).len();
    let typed = before.get(start..)?;
    let (field, value) = match typed.split_once([':', '：']) {
        Some((name, _)) => {
            let field = Field::of(name)?;
            let commas = typed.rfind([',', ':', '：']).unwrap_or(0);
            let sign = typed.get(commas..)?.chars().next()?.len_utf8();
            start += open.map_or(commas + sign, |open| open - start);
            (Some(field), before.get(start..)?)
        }
        None => (None, typed),
    };
    Some(Token {
        span: start..caret,
        text: value.trim_matches('"').to_owned(),
        field,
    })
}

/// The token with its field, which the count leaves out.
fn whole(text: &str, token: &Token) -> Range<usize> {
    let parsed = Query::parse(text);
    let holds = |span: &Range<usize>| span.start <= token.span.start && token.span.end <= span.end;
    let mut parts = parsed.conjuncts().iter().map(|c| &c.span);
    let found = parts.find(|span| holds(span)).cloned();
    let faults = || {
        parsed
            .faults()
            .iter()
            .map(|f| &f.span)
            .find(|s| holds(s))
            .cloned()
    };
    found.or_else(faults).unwrap_or_else(|| token.span.clone())
}

/// A field or value to offer, and whether it begins as typed.
type Offer = (Field, Option<Value>, bool);

fn fields(asked: &str) -> Vec<Offer> {
    let begins = |f: &&Field| f.word().starts_with(asked) || fold(f.word_ja()).starts_with(asked);
    let found = Field::ALL.iter().filter(begins);
    found.take(4).map(|field| (*field, None, true)).collect()
}

/// The values of a field whose word or name holds what is typed.
fn of_field(index: &Index, field: Field, asked: &str) -> Vec<Offer> {
    let Some(column) = index.column(field) else {
        return Vec::new();
    };
    if field.kind() == Kind::Date {
        let years = facets::years(column).into_iter();
        let begins = |v: &Value| v.shown().starts_with(asked);
        return years
            .filter(begins)
            .map(|v| (field, Some(v), true))
            .collect();
    }
    let mut offers = Vec::new();
    for named in &column.values {
        let known = values::list(field).iter().find(|k| k.word == named.word);
        let captions =
            known.map(|k| [crate::model::Lang::En, crate::model::Lang::Ja].map(|l| k.name(l)));
        let names = named.names.iter().map(String::as_str);
        let names = names
            .chain(captions.into_iter().flatten())
            .chain([named.word.as_str()]);
        let folded: Vec<String> = names.map(fold).collect();
        let begins = folded.iter().any(|name| name.starts_with(asked));
        let holds = begins || (asked.len() > 2 && folded.iter().any(|name| name.contains(asked)));
        if holds {
            offers.push((field, Some(Value::Text(named.word.clone())), begins));
        }
    }
    offers
}
