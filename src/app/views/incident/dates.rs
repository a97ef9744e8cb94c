//! The three dates on one calendar, and in words with who gives each.

use super::super::lane::{Calendar, lane};
use super::super::parts::{citations, claimant, role_mark};
use crate::messages::{format, words};
use crate::state::Page;
use incidents::dataset::Held;
use incidents::model::{Incident, Milestone};
use yew::{Html, html};

/// The drawing and its twin.
pub fn dates(page: &Page, incident: &Incident) -> Html {
    let lang = page.lang;
    let calendar = Calendar::of(&page.dataset, std::iter::once(incident));
    let rows = [
        (words::began(lang), &incident.began),
        (words::detected(lang), &incident.detected),
        (words::disclosed(lang), &incident.disclosed),
    ];
    html! {
        <div class="three-dates">
            { lane(page, incident, calendar) }
            <dl class="date-claims">
                { for rows.into_iter().map(|(word, list)| row(page, incident, word, list)) }
            </dl>
        </div>
    }
}

fn row(page: &Page, incident: &Incident, word: &'static str, list: &[Milestone]) -> Html {
    let lang = page.lang;
    if list.is_empty() {
        return html! { <div><dt>{word}</dt><dd class="quiet">{words::not_published(lang)}</dd></div> };
    }
    let item = |milestone: &Milestone| {
        let date = page.dataset.date_of(incident, milestone);
        let label = milestone
            .label
            .as_ref()
            .map(|l| format!(" ({})", l.get(lang)));
        let counted = page.dataset.claims(incident, &milestone.claims);
        let beside = page.dataset.claims(incident, &milestone.beside);
        html! {
            <dd>
                <b>{date.as_ref().map(|d| format::date(lang, d)).unwrap_or_default()}{label.unwrap_or_default()}</b>
                { for date.as_ref().map(|d| html! { <small>{format::precision(lang, d)}</small> }) }
                <ul>
                    { for counted.iter().chain(&beside).map(|held| who(page, incident, held)) }
                </ul>
            </dd>
        }
    };
    html! { <div><dt>{word}</dt>{ for list.iter().map(item) }</div> }
}

fn who(page: &Page, incident: &Incident, held: &Held<'_>) -> Html {
    let lang = page.lang;
    let date = held
        .date_value()
        .map(|d| format::date(lang, d))
        .unwrap_or_default();
    html! {
        <li>
            {role_mark(lang, held.claim.role)}{" "}{claimant(page, held)}{": "}{date}
            if let Some(given) = &held.claim.as_given {
                {" · "}{words::as_given(lang)}{" “"}{given.clone()}{"”"}
            }
            {" "}{citations(page, held, incident)}
        </li>
    }
}
