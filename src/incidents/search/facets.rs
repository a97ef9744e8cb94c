//! Facets: for each value, how many entries a click would show.

use super::bounds::{Truth, compare};
use super::columns::Column;
use super::index::{Answers, Index};
use super::query::{Expr, Query, Value};
use super::results::{Facet, FacetValue};
use super::values::{self, NONE};
use super::{Field, Kind};
use crate::model::Day;
use crate::table::sort_by_key;
use std::cmp::Reverse;

/// Every facet, counted under all other filters.
pub(super) fn facets(index: &Index, query: &Query, answers: &Answers) -> Vec<Facet> {
    let facet = |field: Field| {
        let column = index.column(field)?;
        Some(facet(index, column, field, query, answers))
    };
    Field::FACETS.into_iter().filter_map(facet).collect()
}

fn facet(index: &Index, column: &Column, field: Field, query: &Query, answers: &Answers) -> Facet {
    let chosen = query.chosen(field);
    let parts = query.conjuncts();
    // Under a chosen value the others of its field are alternatives; where the query asks the
    // field in another way, a click adds to all of it.
    let is_own = |n: usize| {
        let expr = parts.get(n).map(|part| &part.expr);
        chosen.is_some() && matches!(expr, Some(Expr::Is(f, _)) if *f == field)
    };
    let rest = answers.all_but(index.len(), is_own);
    let mut values = universe(column, field);
    for value in chosen.unwrap_or_default() {
        if !values.contains(value) {
            values.push(value.clone());
        }
    }
    let count = |value: &Value| {
        let one = std::slice::from_ref(value);
        let truths = column.truths(field, one);
        let both = rest.iter().zip(truths).map(|(a, b)| (*a).min(b));
        both.filter(|t| *t != Truth::No).count()
    };
    let told = |value: Value| FacetValue {
        count: count(&value),
        on: chosen.is_some_and(|chosen| chosen.contains(&value)),
        value: value.shown().to_owned(),
    };
    Facet {
        field,
        values: values.into_iter().map(told).collect(),
        custom: chosen.is_none(),
    }
}

/// The values of a field: fixed vocabularies in their order, years latest first, the others most
/// frequent first; "none" last, but for the ladder, where it is the ground.
fn universe(column: &Column, field: Field) -> Vec<Value> {
    let text = |word: &str| Value::Text(word.to_owned());
    if field.kind() == Kind::Date {
        return years(column);
    }
    let shown = match field {
        Field::Rung => 7,
        Field::Has => 2,
        Field::Silence | Field::Kind => usize::MAX,
        _ => 0,
    };
    if shown > 0 {
        let fixed = values::list(field).iter().take(shown);
        return fixed.map(|known| text(known.word)).collect();
    }
    let mut counted: Vec<(usize, &str)> = Vec::new();
    for (place, value) in column.values.iter().enumerate() {
        let count = column.has.iter().filter(|has| has.contains(&place)).count();
        counted.push((count, &value.word));
    }
    sort_by_key(&mut counted, |(count, word)| {
        (*word == NONE.word, Reverse(*count), *word)
    });
    counted.into_iter().map(|(_, word)| text(word)).collect()
}

/// Every year that a date may lie in, latest first because a long list is shown in part, and "none" where a date is missing.
pub(super) fn years(column: &Column) -> Vec<Value> {
    let known = || column.ranges.iter().flatten();
    let of = |day: i32| Day(day).civil().0;
    let first = known().map(|r| of(r.0)).min();
    let last = known().map(|r| of(r.1)).max();
    let mut values: Vec<Value> = Vec::new();
    if let (Some(first), Some(last)) = (first, last) {
        let year = |year: i32| Value::of(Field::Disclosed, &format!("{year:04}"));
        let held = |value: &Value| match value {
            Value::Range { low, high, .. } => {
                known().any(|r| compare(*r, (*low, *high)) != Truth::No)
            }
            Value::Text(_) => false,
        };
        values.extend((first..=last).rev().map(year).filter(held));
    }
    if column.values.iter().any(|value| value.word == NONE.word) {
        values.push(Value::Text(NONE.word.to_owned()));
    }
    values
}
