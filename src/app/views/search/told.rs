//! What the page says back to a query: what it did not understand, and what it must ask.

use crate::markup::html;
use crate::messages::{format, search, words};
use crate::state::{Action, Page};
use incidents::search::{Ambiguity, Fault, Query, What};
use yew::prelude::*;

/// Faults with their remedies, names to choose between, values that nothing bears.
pub fn told(page: &Page, query: &Query) -> Html {
    let results = &page.results;
    let silent =
        query.faults().is_empty() && results.ambiguities.is_empty() && results.unheard.is_empty();
    if silent {
        return Html::default();
    }
    let lang = page.lang;
    html! {
        <ul class="told">
            { for query.faults().iter().map(|f| fault(page, query, f)) }
            { for results.unheard.iter().map(|u| html! {
                <li>{search::unheard(lang, u.field, &u.value)}</li>
            }) }
            { for results.ambiguities.iter().map(|a| ambiguity(page, a)) }
        </ul>
    }
}

fn fault(page: &Page, query: &Query, fault: &Fault) -> Html {
    let part = query.text().get(fault.span.clone()).unwrap_or_default();
    let shown: String = part.chars().take(40).collect();
    let right = match &fault.what {
        What::UnknownField {
            meant: Some(field), ..
        } => {
            let value = part.split_once([':', '：']).map_or("", |(_, value)| value);
            Some(format!("{}:{value}", field.name(page.lang)))
        }
        What::BadValue { meant, .. } => meant.clone(),
        _ => None,
    };
    let right = right.map(|right| {
        let better = query.with(&fault.span, &right).text().to_owned();
        let onclick = page.act(move || Action::EditQuery(better.clone()));
        html! {
            <button type="button" class="action" {onclick}>
                {search::search_instead(page.lang)}{" "}<code>{right}</code>
            </button>
        }
    });
    html! {
        <li><code>{shown}</code><span>{search::fault(page.lang, &fault.what)}</span>{ for right }</li>
    }
}

/// A name that several records bear, and a button for each.
fn ambiguity(page: &Page, ambiguity: &Ambiguity) -> Html {
    let lang = page.lang;
    let choice = |choice: &incidents::search::Choice| {
        let actor = page.dataset.actors.get(&choice.actor);
        let name = actor.map_or(choice.actor.as_str(), |a| a.name()).to_owned();
        let query = choice.query.text().to_owned();
        let onclick = page.act(move || Action::EditQuery(query.clone()));
        html! {
            <button type="button" class="action" {onclick}>
                <span>{name}{format::comma(lang)}{words::gives(lang, choice.count)}</span>
            </button>
        }
    };
    html! {
        <li class="which">
            <span>{search::which(lang, &ambiguity.name)}</span>
            { for ambiguity.choices.iter().map(choice) }
        </li>
    }
}
