//! What the reader asks, as understood: words, phrases and filters, joined by and, or, not.
//!
//! The text is the state: facets, chips and completion edit it by the spans kept here, and leave
//! everything else as the reader typed it. `parse` reads it and never fails.

use super::Field;
use super::parse;
use std::fmt;
use std::ops::Range;

/// A query: what is asked, where each part stands in the text, and what was not understood.
#[derive(Clone, Debug, Default)]
pub struct Query {
    text: String,
    conjuncts: Vec<Conjunct>,
    faults: Vec<Fault>,
}

/// One of the parts that must all hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conjunct {
    /// Where it stands, in bytes of the text.
    pub span: Range<usize>,
    /// What it asks.
    pub expr: Expr,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expr {
    /// Each of them: `a b`.
    All(Vec<Expr>),
    /// One of them: `a or b`.
    Any(Vec<Expr>),
    /// Not that: `-a`.
    Not(Box<Expr>),
    /// A word, in any text of an entry.
    Word(String),
    /// Words in this order: `"zero day"`.
    Phrase(String),
    /// A field with the values it may have: `rung:press,charges`.
    Is(Field, Vec<Value>),
}

/// A value of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A word or name.
    Text(String),
    /// Days or counts from `low` to `high`, both counted; days since 1970 for dates.
    Range {
        /// As a query writes it: `2019-06`, `>180d`, `2019..2020`.
        text: String,
        /// The first that fits.
        low: i32,
        /// The last that fits.
        high: i32,
    },
}

/// A part of a query that means nothing, and is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where it stands, in bytes of the text.
    pub span: Range<usize>,
    /// What is wrong with it.
    pub what: What,
}

/// What is wrong with a part of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// No field has this name.
    UnknownField {
        /// As typed.
        name: String,
        /// What may have been meant.
        meant: Option<Field>,
    },
    /// A field without a value.
    EmptyValue(Field),
    /// A value the field cannot have.
    BadValue {
        /// The field.
        field: Field,
        /// As typed.
        value: String,
        /// What may have been meant.
        meant: Option<String>,
    },
    /// A quotation mark that is not closed; it is taken to the end.
    OpenQuote,
    /// A parenthesis that is not closed; it is taken to the end.
    OpenGroup,
    /// A parenthesis that was not opened.
    StrayClose,
    /// Parentheses around nothing.
    EmptyGroup,
    /// An `or` without something on both sides.
    LoneOr,
    /// A `-` or `NOT` before nothing.
    LoneNot,
    /// More parentheses in parentheses than anybody means.
    TooDeep,
    /// The text goes on, unread.
    TooLong,
}

impl PartialEq for Query {
    /// Two queries are equal where they ask the same, however it is written.
    fn eq(&self, other: &Self) -> bool {
        self.exprs().eq(other.exprs())
    }
}

impl Query {
    /// Reads a query. It never fails: what means nothing is a fault, and the rest is asked.
    pub fn parse(text: &str) -> Query {
        let (conjuncts, faults) = parse::parse(text);
        Query {
            text: text.to_owned(),
            conjuncts,
            faults,
        }
    }

    /// The query with values under other names: what a facet calls them.
    pub(super) fn renamed(mut self, name: impl Fn(Field, &str) -> Option<String>) -> Query {
        for conjunct in &mut self.conjuncts {
            let Expr::Is(field, values) = &mut conjunct.expr else {
                continue;
            };
            for value in values {
                if let Value::Text(text) = value {
                    *text = name(*field, text).unwrap_or(std::mem::take(text));
                }
            }
        }
        self
    }

    /// As typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The parts that must all hold, with their places in the text.
    pub fn conjuncts(&self) -> &[Conjunct] {
        &self.conjuncts
    }

    /// What was not understood.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// What must all hold.
    pub fn exprs(&self) -> impl Iterator<Item = &Expr> + Clone {
        self.conjuncts.iter().map(|conjunct| &conjunct.expr)
    }

    /// True where nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.conjuncts.is_empty()
    }

    /// Whether words or phrases are asked, which rank the hits.
    pub fn has_words(&self) -> bool {
        self.exprs().any(Expr::has_words)
    }

    /// The last word that is asked for, which may be half typed.
    pub(super) fn last_word(&self) -> Option<&str> {
        let parts = self.conjuncts.iter().rev();
        parts.map(|part| &part.expr).find_map(Expr::last_word)
    }

    /// The values a facet shows as chosen; `None` where the query asks the field in a way that a
    /// facet cannot show: twice, or inside `or`, negation or parentheses.
    pub fn chosen(&self, field: Field) -> Option<&[Value]> {
        match self.lit(field) {
            Lit::One(conjunct) => match &conjunct.expr {
                Expr::Is(_, values) => Some(values),
                _ => None,
            },
            Lit::Dark => Some(&[]),
            Lit::Custom => None,
        }
    }

    fn lit(&self, field: Field) -> Lit<'_> {
        let mut found = Lit::Dark;
        for conjunct in self.conjuncts.iter().filter(|c| c.expr.names(field)) {
            found = match (&conjunct.expr, found) {
                (Expr::Is(..), Lit::Dark) => Lit::One(conjunct),
                _ => Lit::Custom,
            };
        }
        found
    }

    /// Whether a facet's value is on.
    pub fn has(&self, field: Field, value: &str) -> bool {
        let chosen = self.chosen(field).unwrap_or_default();
        chosen.contains(&Value::of(field, value))
    }

    /// The query with a facet's value switched: beside the others of its field, where the facet
    /// shows them; added at the end, where it cannot.
    pub fn toggled(&self, field: Field, value: &str) -> Query {
        let value = Value::of(field, value);
        let Lit::One(conjunct) = self.lit(field) else {
            return self.appended(&Expr::Is(field, vec![value]));
        };
        let Expr::Is(_, values) = &conjunct.expr else {
            return self.clone();
        };
        let mut kept = values.clone();
        kept.retain(|v| *v != value);
        if kept.len() == values.len() {
            kept.push(value);
        }
        match kept.is_empty() {
            true => self.without(&conjunct.span),
            false => self.with(&conjunct.span, &Expr::Is(field, kept).to_string()),
        }
    }

    /// The query that asks for one thing more: as typed with the part at its end, where that means
    /// it; else in parentheses; else written anew.
    pub fn appended(&self, part: &Expr) -> Query {
        let (before, meant) = (self.text.trim(), self.exprs().chain([part]));
        let plain = format!("{self}");
        let asked = [
            format!("{before} {part}"),
            format!("({before}) {part}"),
            format!("{plain} {part}"),
            format!("({plain}) {part}"),
        ];
        let mut query = Query::default();
        for text in asked {
            query = Query::parse(text.trim_start());
            if query.exprs().eq(meant.clone()) {
                break;
            }
        }
        query
    }

    /// The query with the text of a span replaced.
    pub fn with(&self, span: &Range<usize>, part: &str) -> Query {
        let before = self.text.get(..span.start).unwrap_or_default();
        let after = self.text.get(span.end..).unwrap_or_default();
        Query::parse(&format!("{before}{part}{after}"))
    }

    /// The query without the text of a span.
    pub fn without(&self, span: &Range<usize>) -> Query {
        let before = self.text.get(..span.start).unwrap_or_default().trim_end();
        let after = self.text.get(span.end..).unwrap_or_default().trim_start();
        let space = if before.is_empty() || after.is_empty() {
            ""
        } else {
            " "
        };
        Query::parse(&format!("{before}{space}{after}"))
    }

    /// The query without a field's own filters; what negation or `or` asks of it stays.
    pub fn without_field(&self, field: Field) -> Query {
        let is_it = |part: &&Conjunct| matches!(&part.expr, Expr::Is(f, _) if *f == field);
        let mut query = self.clone();
        while let Some(part) = query.conjuncts.iter().find(is_it) {
            query = query.without(&part.span.clone());
        }
        query
    }
}

enum Lit<'a> {
    Dark,
    One(&'a Conjunct),
    Custom,
}

impl Expr {
    /// Whether a field is asked anywhere in it.
    pub fn names(&self, field: Field) -> bool {
        match self {
            Expr::All(parts) | Expr::Any(parts) => parts.iter().any(|p| p.names(field)),
            Expr::Not(part) => part.names(field),
            Expr::Is(own, _) => *own == field,
            Expr::Word(_) | Expr::Phrase(_) => false,
        }
    }

    /// The last word that is asked for, which may be half typed.
    fn last_word(&self) -> Option<&str> {
        match self {
            Expr::All(parts) | Expr::Any(parts) => parts.iter().rev().find_map(Expr::last_word),
            Expr::Word(word) => Some(word),
            Expr::Phrase(_) | Expr::Not(_) | Expr::Is(..) => None,
        }
    }

    fn has_words(&self) -> bool {
        match self {
            Expr::All(parts) | Expr::Any(parts) => parts.iter().any(Expr::has_words),
            Expr::Not(_) | Expr::Is(..) => false,
            Expr::Word(_) | Expr::Phrase(_) => true,
        }
    }
}

impl Value {
    /// The value of a field that a facet or a completion writes.
    pub fn of(field: Field, text: &str) -> Value {
        parse::value(field, text).unwrap_or_else(|_| Value::Text(text.to_owned()))
    }

    /// As a facet shows it, without quotation marks.
    pub fn shown(&self) -> &str {
        match self {
            Value::Text(text) | Value::Range { text, .. } => text,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ends = |c: char| c.is_whitespace() || "()（）,，、「」『』".contains(c);
        match self {
            Value::Text(text) if text.contains(ends) => write!(f, "\"{text}\""),
            Value::Text(text) | Value::Range { text, .. } => f.write_str(text),
        }
    }
}

impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expr::All(parts) => join(f, parts, " ", |p| matches!(p, Expr::Any(_))),
            Expr::Any(parts) => join(f, parts, " or ", |_| false),
            Expr::Not(part) => match **part {
                Expr::Word(_) | Expr::Phrase(_) | Expr::Is(..) => write!(f, "-{part}"),
                _ => write!(f, "-({part})"),
            },
            Expr::Word(word) => f.write_str(word),
            Expr::Phrase(phrase) => write!(f, "\"{phrase}\""),
            Expr::Is(field, values) => {
                write!(f, "{}:", field.word())?;
                join(f, values, ",", |_| false)
            }
        }
    }
}

fn join<T: fmt::Display>(
    f: &mut fmt::Formatter<'_>,
    parts: &[T],
    between: &str,
    grouped: impl Fn(&T) -> bool,
) -> fmt::Result {
    for (i, part) in parts.iter().enumerate() {
        f.write_str(if i > 0 { between } else { "" })?;
        match grouped(part) {
            true => write!(f, "({part})")?,
            false => part.fmt(f)?,
        }
    }
    Ok(())
}

impl fmt::Display for Query {
    /// The query as one would write it from what was understood.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<&Expr> = self.exprs().collect();
        let alone = parts.len() == 1;
        for (i, part) in parts.into_iter().enumerate() {
            f.write_str(if i > 0 { " " } else { "" })?;
            match part {
                Expr::Any(_) if !alone => write!(f, "({part})")?,
                _ => part.fmt(f)?,
            }
        }
        Ok(())
    }
}
