//! From the text to the query, with a fault and its place for everything that means nothing.
//!
//! ```text
//! query  = all ("or" all)*                 `or` binds weaker than standing side by side
//! all    = part*
//! part   = ["-" | "NOT"] ( word | "phrase" | field ":" value ("," value)* | "(" query ")" )
//! value  = text | "text" | date or number, also <v <=v >v >=v and v..v
//! ```
//! Full-width signs and Japanese quotation marks count as theirs.

use super::query::{Conjunct, Expr, Fault, Value, What};
use super::text::fold;
use super::{Field, bounds, values};
use std::ops::Range;

/// Nobody types more; what is pasted beyond is left unread.
const MOST_BYTES: usize = 4096;
/// What stands between words and is none.
const KEYWORDS: [&str; 7] = ["or", "OR", "Or", "|", "または", "AND", "NOT"];
const OR: &[&str] = KEYWORDS.split_at(5).0;
/// Parentheses in parentheses.
const MOST_DEEP: usize = 16;

/// The parts that must all hold, and the faults.
pub(super) fn parse(text: &str) -> (Vec<Conjunct>, Vec<Fault>) {
    let read = text.get(..cut(text)).unwrap_or_default();
    let mut parser = Parser {
        text: read,
        at: 0,
        faults: Vec::new(),
    };
    let conjuncts = parser.whole();
    let mut faults = parser.faults;
    if read.len() < text.len() {
        let span = read.len()..text.len();
        let what = What::TooLong;
        faults.push(Fault { span, what });
    }
    (conjuncts, faults)
}

fn cut(text: &str) -> usize {
    let mut end = text.len().min(MOST_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    faults: Vec<Fault>,
}

impl Parser<'_> {
    fn whole(&mut self) -> Vec<Conjunct> {
        let start = self.at;
        let mut alternatives = self.alternatives(0);
        while self.peek().is_some() {
            // Only a parenthesis that nobody opened ends the reading early.
            let from = self.at;
            self.bump();
            self.fault(from, What::StrayClose);
            let more = self.alternatives(0);
            alternatives = together(alternatives, more);
        }
        if alternatives.len() > 1 {
            let span = start..self.at;
            let expr = any(alternatives);
            return vec![Conjunct { span, expr }];
        }
        alternatives.into_iter().next().unwrap_or_default()
    }

    /// What stands between `or`s, up to a closing parenthesis or the end.
    fn alternatives(&mut self, depth: usize) -> Vec<Vec<Conjunct>> {
        let mut all = vec![Vec::new()];
        let mut lone = None;
        loop {
            self.skip_space();
            let from = self.at;
            match self.peek() {
                None | Some(')') => break,
                _ if self.keyword(OR) => {
                    let empty = all.last().is_none_or(Vec::is_empty);
                    if empty {
                        self.fault(from, What::LoneOr);
                    } else {
                        all.push(Vec::new());
                        lone = Some(from..self.at);
                    }
                }
                _ if self.keyword(&["AND"]) => {}
                _ => {
                    let part = self.part(depth);
                    if let (Some(expr), Some(last)) = (part, all.last_mut()) {
                        let span = from..self.at;
                        flatten(last, Conjunct { span, expr });
                        lone = None;
                    }
                }
            }
        }
        if let Some(span) = lone {
            let what = What::LoneOr;
            self.faults.push(Fault { span, what });
        }
        all.retain(|parts| !parts.is_empty());
        all
    }

    fn part(&mut self, depth: usize) -> Option<Expr> {
        let from = self.at;
        let mut not = self.keyword(&["NOT"]);
        self.skip_space();
        while self.peek() == Some('-') {
            self.bump();
            not = true;
        }
        let expr = match self.peek() {
            Some('(') => self.group(depth)?,
            Some('"') => self.quoted().map(Expr::Phrase)?,
            None => return self.lone(from),
            Some(c) if c.is_whitespace() || c == ')' => return self.lone(from),
            Some(_) => self.word()?,
        };
        Some(if not { Expr::Not(expr.into()) } else { expr })
    }

    fn lone(&mut self, from: usize) -> Option<Expr> {
        self.fault(from, What::LoneNot);
        None
    }

    fn group(&mut self, depth: usize) -> Option<Expr> {
        let from = self.at;
        self.bump();
        if depth >= MOST_DEEP {
            self.at = self.text.len();
            self.fault(from, What::TooDeep);
            return None;
        }
        let faults = self.faults.len();
        let alternatives = self.alternatives(depth + 1);
        match self.peek() {
            Some(_) => self.bump(),
            None => self.fault(from, What::OpenGroup),
        }
        if alternatives.is_empty() {
            if self.faults.len() == faults {
                self.fault(from, What::EmptyGroup);
            }
            return None;
        }
        Some(any(alternatives))
    }

    /// What stands in quotation marks; nothing where that is nothing.
    fn quoted(&mut self) -> Option<String> {
        let from = self.at;
        let close = match self.text.get(from..).and_then(|t| t.chars().next()) {
            Some('「') => '」',
            Some('『') => '』',
            _ => '"',
        };
        self.bump();
        let start = self.at;
        while self.peek_in_quotes().is_some_and(|c| c != close) {
            self.bump();
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        let text = text.replace(|c: char| "\"“”„＂".contains(c) || c.is_control(), " ");
        match self.peek_in_quotes() {
            Some(_) => self.bump(),
            None => self.fault(from, What::OpenQuote),
        }
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// A word, or a field with its values.
    fn word(&mut self) -> Option<Expr> {
        let from = self.at;
        let name = self.run(|c| c == ':');
        if self.peek() != Some(':') {
            return word(name);
        }
        self.bump();
        let field = Field::of(&name);
        let rest = self.text.get(self.at..).unwrap_or_default();
        if field.is_none() && (name.is_empty() || rest.starts_with("//")) {
            // An address, or a colon too many: a word.
            let rest = self.run(|_| false);
            return match name.is_empty() {
                true => word(rest),
                false => Some(Expr::Word(name + ":" + &rest)),
            };
        }
        let values = self.values();
        match field {
            Some(field) => self.filter(field, values, from),
            None => {
                let meant = Field::meant(&name);
                self.fault(from, What::UnknownField { name, meant });
                None
            }
        }
    }

    /// What stands after the colon: values between commas, each with its place.
    fn values(&mut self) -> Vec<(String, Range<usize>)> {
        let mut values = Vec::new();
        loop {
            let from = self.at;
            let value = match self.peek() {
                Some('"') => self.quoted().unwrap_or_default(),
                _ => self.run(|c| c == ','),
            };
            if !value.is_empty() {
                values.push((value, from..self.at));
            }
            if !matches!(self.peek(), Some(',' | '、')) {
                return values;
            }
            self.bump();
        }
    }

    fn filter(
        &mut self,
        field: Field,
        typed: Vec<(String, Range<usize>)>,
        from: usize,
    ) -> Option<Expr> {
        if typed.is_empty() {
            self.fault(from, What::EmptyValue(field));
        }
        let mut values: Vec<Value> = Vec::new();
        for (text, span) in typed {
            match value(field, &text) {
                Ok(value) if values.contains(&value) => {}
                Ok(value) => values.push(value),
                Err(meant) => {
                    let value = text;
                    let what = What::BadValue {
                        field,
                        value,
                        meant,
                    };
                    self.faults.push(Fault { span, what });
                }
            }
        }
        (!values.is_empty()).then_some(Expr::Is(field, values))
    }

    /// The text up to a space, a parenthesis, a quotation mark or what else ends it.
    fn run(&mut self, ends: impl Fn(char) -> bool) -> String {
        let start = self.at;
        let stops = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '"' | '、') || ends(c);
        while self.peek().is_some_and(|c| !stops(c)) {
            self.bump();
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        text.replace(char::is_control, "")
    }

    fn keyword(&mut self, words: &[&str]) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let ends = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || "()（）\"".contains(c));
        let found = words.iter().find(|word| {
            let after = rest.strip_prefix(**word);
            after.is_some_and(|after| ends(after.chars().next()))
        });
        self.at += found.map_or(0, |word| word.len());
        found.is_some()
    }

    fn skip_space(&mut self) {
        while self
            .peek()
            .is_some_and(|c| c.is_whitespace() || matches!(c, ',' | '、'))
        {
            self.bump();
        }
    }

    /// The next sign, full-width and typographic ones as their plain ones.
    fn peek(&self) -> Option<char> {
        let c = self.text.get(self.at..)?.chars().next()?;
        Some(match c {
            '（' => '(',
            '）' => ')',
            '：' => ':',
            '，' => ',',
            '－' | '−' => '-',
            '“' | '”' | '„' | '＂' | '「' | '『' => '"',
            _ => c,
        })
    }

    fn peek_in_quotes(&self) -> Option<char> {
        match self.text.get(self.at..)?.chars().next()? {
            '“' | '”' | '„' | '＂' => Some('"'),
            c => Some(c),
        }
    }

    fn bump(&mut self) {
        let next = self.text.get(self.at..).and_then(|t| t.chars().next());
        self.at += next.map_or(0, char::len_utf8);
    }

    fn fault(&mut self, from: usize, what: What) {
        let span = from..self.at;
        self.faults.push(Fault { span, what });
    }
}

/// A word; a phrase, where it would be read as something else.
fn word(text: String) -> Option<Expr> {
    let text = text.trim_matches([':', '：', ',', '，']);
    let other = KEYWORDS.contains(&text)
        || text.contains([':', '：'])
        || text.starts_with(['-', '－', '−']);
    (!text.is_empty()).then(|| match other {
        true => Expr::Phrase(text.to_owned()),
        false => Expr::Word(text.to_owned()),
    })
}

/// The parts of a group that must all hold stand beside the others.
fn flatten(into: &mut Vec<Conjunct>, conjunct: Conjunct) {
    match conjunct.expr {
        Expr::All(parts) => into.extend(parts.into_iter().map(|expr| Conjunct {
            span: conjunct.span.clone(),
            expr,
        })),
        _ => into.push(conjunct),
    }
}

fn together(mut all: Vec<Vec<Conjunct>>, mut more: Vec<Vec<Conjunct>>) -> Vec<Vec<Conjunct>> {
    match (all.last_mut(), more.is_empty()) {
        (Some(last), false) => last.extend(more.remove(0)),
        _ => return if all.is_empty() { more } else { all },
    }
    all.extend(more);
    all
}

fn any(mut alternatives: Vec<Vec<Conjunct>>) -> Expr {
    let all = |parts: Vec<Conjunct>| {
        let mut exprs: Vec<Expr> = parts.into_iter().map(|c| c.expr).collect();
        match (exprs.len(), exprs.pop()) {
            (1, Some(only)) => only,
            (_, last) => Expr::All(exprs.into_iter().chain(last).collect()),
        }
    };
    if alternatives.len() == 1 {
        return all(alternatives.remove(0));
    }
    let mut exprs = Vec::new();
    for parts in alternatives {
        match all(parts) {
            Expr::Any(inner) => exprs.extend(inner),
            expr => exprs.push(expr),
        }
    }
    Expr::Any(exprs)
}

/// A value of a field; what may have been meant, where the field cannot have it.
pub(super) fn value(field: Field, text: &str) -> Result<Value, Option<String>> {
    let folded = fold(text);
    let folded = folded.trim();
    if let Some(word) = values::word_of(field, folded) {
        return Ok(Value::Text(word.to_owned()));
    }
    if let Some(range) = bounds::range(field.kind(), folded) {
        return Ok(range);
    }
    let is_code = folded.len() == 2 && folded.bytes().all(|b| b.is_ascii_lowercase());
    match (field, field.kind()) {
        (Field::VictimCountry | Field::Office, _) if is_code => {
            Ok(Value::Text(folded.to_ascii_uppercase()))
        }
        (Field::VictimCountry | Field::Office, _) => Ok(Value::Text(text.to_owned())),
        (_, super::Kind::Name | super::Kind::WholeName) => Ok(Value::Text(text.to_owned())),
        _ => Err(values::near(field, folded).map(str::to_owned)),
    }
}
