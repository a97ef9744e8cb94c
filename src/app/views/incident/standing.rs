//! The way in, what was done, what experts make of it, who is involved, what is still open.

use super::super::parts::waypoint;
use super::ladder::says;
use super::ledger::claim;
use super::place_map::place_map;
use crate::markup::html;
use crate::messages::{format, vocabulary, words};
use crate::state::Page;
use incidents::dataset::Held;
use incidents::model::{Incident, Lang, Pivot, Question, Text};
use incidents::table::sort_by_key;
use yew::Html;

/// The pivots in order, in words.
pub fn way_in(page: &Page, incident: &Incident) -> Html {
    let lang = page.lang;
    let step = |pivot: &Pivot| {
        let claims = page.dataset.claims(incident, &pivot.claims);
        html! {
            <li>
                <b>{waypoint(page, &pivot.from)}{" → "}{waypoint(page, &pivot.to)}</b>
                { for claims.iter().map(|held| says(page, incident, held)) }
            </li>
        }
    };
    html! {
        <>
            if incident.pivots.is_empty() { <p class="quiet">{words::no_entry_office(lang)}</p> }
            { place_map(page, incident) }
            <ol class="steps">{ for incident.pivots.iter().map(step) }</ol>
            <p class="note">{words::way_in_note(lang)}</p>
        </>
    }
}

/// The claims that answer one question.
pub fn of_question<'a>(
    page: &'a Page,
    incident: &'a Incident,
    question: Question,
) -> Vec<Held<'a>> {
    let mut held = page.dataset.claims_about(incident);
    held.retain(|h| h.claim.question == question);
    held
}

/// What was done, by date, undated last.
pub fn responses(page: &Page, incident: &Incident) -> Html {
    let lang = page.lang;
    let mut held = of_question(page, incident, Question::Response);
    sort_by_key(&mut held, |h| {
        let when = h.date_value();
        (when.is_none(), when.map(|d| d.earliest()))
    });
    if held.is_empty() {
        return html! { <p class="quiet">{words::no_statement(lang)}</p> };
    }
    let item = |held: &Held<'_>| {
        let when = held.date_value().map(|d| format::date(lang, d));
        html! {
            <li class="dated">
                <span>{when.unwrap_or_else(|| words::not_dated(lang).to_owned())}</span>
                <div>{claim(page, incident, held)}</div>
            </li>
        }
    };
    html! { <ol class="steps">{ for held.iter().map(item) }</ol> }
}

/// What experts make of it: opinions, apart from the ledger and the ladder.
pub fn remarks_title(lang: Lang) -> &'static str {
    vocabulary::question(lang, Question::Remark)
}

/// What is claimed of the organisations and groups themselves.
pub fn profiles_title(lang: Lang) -> &'static str {
    vocabulary::question(lang, Question::Profile)
}

/// Claims that stand outside the ledger, with what sets them apart.
pub fn list(page: &Page, incident: &Incident, held: &[Held<'_>], note: &'static str) -> Html {
    html! {
        <>
            <p class="lede">{note}</p>
            <ul class="steps">
                { for held.iter().map(|h| html! { <li>{claim(page, incident, h)}</li> }) }
            </ul>
        </>
    }
}

/// What nobody has answered.
pub fn questions(page: &Page, incident: &Incident) -> Html {
    let item = |text: &Text| html! { <li>{text.get(page.lang).to_owned()}</li> };
    html! { <ul class="steps">{ for incident.open_questions.iter().map(item) }</ul> }
}
