//! The filters that are on, in words, each with a way to take it away.

use crate::browser::page::{focus, focus_first};
use crate::markup::html;
use crate::messages::{format, vocabulary, words};
use crate::state::{Action, Page};
use crate::views::icons::{Icon, icon};
use crate::views::parts::value_name;
use gloo::timers::callback::Timeout;
use incidents::search::query::Conjunct;
use incidents::search::{Expr, Query};
use yew::prelude::*;

/// A chip for each part of the query that is no plain word, and a way to clear all.
pub fn chips(page: &Page, query: &Query) -> Html {
    if page.route.query.trim().is_empty() {
        return Html::default();
    }
    let clear = {
        let dispatch = page.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::ClearAll);
            focus("search");
        })
    };
    let parts = query.conjuncts().iter();
    let filters = parts.filter(|c| !matches!(c.expr, Expr::Word(_) | Expr::Phrase(_)));
    html! {
        <div class="chips">
            { for filters.enumerate().map(|(place, part)| chip(page, query, place, part)) }
            <button type="button" class="clear" onclick={clear}>{words::clear_all(page.lang)}</button>
        </div>
    }
}

/// One filter in words; once it is removed, the focus goes to the chip that takes its place.
fn chip(page: &Page, query: &Query, place: usize, part: &Conjunct) -> Html {
    let text = in_words(page, &part.expr);
    let onclick = {
        let (dispatch, query, span) = (page.dispatch.clone(), query.clone(), part.span.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::EditQuery(query.without(&span).text().to_owned()));
            let next = [
                chip_id(place),
                chip_id(place.saturating_sub(1)),
                "search".to_owned(),
            ];
            Timeout::new(0, move || focus_first(&next)).forget();
        })
    };
    let label = format!("{} {text}", words::remove_filter(page.lang));
    html! {
        <button type="button" class="chip" id={chip_id(place)} aria-label={label} {onclick}>
            {text}{icon(Icon::Close)}
        </button>
    }
}

/// A filter as a reader knows it; what has no words of its own, as a query writes it.
fn in_words(page: &Page, expr: &Expr) -> String {
    match expr {
        Expr::Is(field, values) => {
            let names: Vec<String> = values
                .iter()
                .map(|value| value_name(page, *field, value.shown()))
                .collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let field = vocabulary::field(page.lang, *field);
            format!("{field}: {}", format::list(page.lang, &names))
        }
        _ => expr.to_string(),
    }
}

fn chip_id(place: usize) -> String {
    format!("chip-{place}")
}
