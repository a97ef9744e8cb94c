//! The three dates on a calendar, and in words with who gives each.

use super::super::parts::{citations, claim_href, claimant, role_mark};
use super::calendar::calendar;
use super::ledger::{given, marks};
use crate::markup::html;
use crate::messages::{format, incident as say, words};
use crate::state::Page;
use incidents::dataset::Held;
use incidents::model::{Date, Incident, Milestone, Question};
use incidents::table::sort_by_key;
use yew::Html;

/// The drawing and its twin.
pub fn dates(page: &Page, incident: &Incident) -> Html {
    let lang = page.lang;
    let rows = [
        (words::began(lang), &incident.began),
        (words::detected(lang), &incident.detected),
        (words::disclosed(lang), &incident.disclosed),
    ];
    html! {
        <div class="three-dates">
            { calendar(page, incident) }
            <dl class="date-claims">
                { for rows.into_iter().map(|(word, list)| row(page, incident, word, list)) }
                { contained(page, incident) }
                { said(page, incident) }
            </dl>
        </div>
    }
}

fn row(page: &Page, incident: &Incident, word: &'static str, list: &[Milestone]) -> Html {
    let lang = page.lang;
    if list.is_empty() {
        return html! { <div><dt>{word}</dt><dd class="quiet">{words::not_published(lang)}</dd></div> };
    }
    html! {
        <div>
            <dt>{word}</dt>
            { for list.iter().map(|milestone| given_dates(page, incident, milestone)) }
        </div>
    }
}

/// One milestone: its date, the claims that count, and those that stand beside.
fn given_dates(page: &Page, incident: &Incident, milestone: &Milestone) -> Html {
    let lang = page.lang;
    let date = page.dataset.date_of(incident, milestone);
    let counted = page.dataset.claims(incident, &milestone.claims);
    let beside = page.dataset.claims(incident, &milestone.beside);
    let several = counted.len() > 1 && date.as_ref().is_some_and(|d| d.parts().len() > 1);
    let list =
        |held: &[Held<'_>]| html! { <ul>{ for held.iter().map(|h| who(page, incident, h)) }</ul> };
    html! {
        <dd>
            <b>{date.as_ref().map(|d| format::date(lang, d)).unwrap_or_else(|| words::not_published(lang).to_owned())}</b>
            { for date.as_ref().map(|d| html! { <small>{say::to_the(lang, d)}</small> }) }
            { for milestone.label.as_ref().map(|l| html! { <small>{l.get(lang).to_owned()}</small> }) }
            if several { <p class="note">{say::competing(lang)}</p> }
            { list(&counted) }
            if !beside.is_empty() { <p class="note">{say::beside(lang)}</p>{ list(&beside) } }
        </dd>
    }
}

/// `Company Kawasaki: 11 Jun 2020 [1]`, with the source's own words where they differ.
fn who(page: &Page, incident: &Incident, held: &Held<'_>) -> Html {
    let date = held.date_value().map(|d| format::date(page.lang, d));
    html! {
        <li>
            {role_mark(page.lang, held.claim.role)}{" "}
            <a href={claim_href(page, held)}>{claimant(page, held)}</a>{": "}
            {date.unwrap_or_else(|| say::no_date_given(page.lang).to_owned())}
            {" "}{citations(page, held, incident)}
            { given(page, held) }
            { marks(page, held) }
        </li>
    }
}

/// When access was cut, where somebody says so: a thin box under the bar.
fn contained(page: &Page, incident: &Incident) -> Html {
    let mut held = page.dataset.claims_about(incident);
    held.retain(|h| h.claim.question == Question::Contained && h.date_value().is_some());
    if held.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            <dt>{say::contained(page.lang)}</dt>
            <dd><ul>{ for held.iter().map(|h| who(page, incident, h)) }</ul></dd>
        </div>
    }
}

/// What the letters under the axis stand for: every dated statement, oldest first.
fn said(page: &Page, incident: &Incident) -> Html {
    let lang = page.lang;
    let mut dated: Vec<(&Date, Held<'_>)> = Vec::new();
    for held in page.dataset.claims_about(incident) {
        dated.extend(held.claim.date.as_ref().map(|date| (date, held)));
    }
    sort_by_key(&mut dated, |(date, held)| {
        (date.earliest(), date.latest(), held.claim.role)
    });
    let same = |a: &(&Date, Held<'_>), b: &(&Date, Held<'_>)| {
        a.0 == b.0 && a.1.claim.role == b.1.claim.role
    };
    let item = |group: &[(&Date, Held<'_>)]| {
        let (date, first) = group.first()?;
        Some(html! {
            <li>
                {role_mark(lang, first.claim.role)}{" "}{format::date(lang, date)}{": "}
                <a href={claim_href(page, first)}>{say::claims_held(lang, group.len())}</a>
            </li>
        })
    };
    if dated.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            <dt>{say::said_on(lang)}</dt>
            <dd><ul>{ for dated.chunk_by(same).filter_map(item) }</ul></dd>
        </div>
    }
}
