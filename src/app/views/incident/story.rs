//! Who spoke first, and how the story changed.

use super::super::parts::{citations, claim_href, claimant, role_mark};
use super::ladder::says;
use super::ledger::{marks, pointer};
use super::strip::{self, Strip};
use crate::markup::html;
use crate::messages::{format, story as say, vocabulary};
use crate::state::Page;
use incidents::dataset::Held;
use incidents::dataset::drift::{Account, Change, Step};
use incidents::dataset::voices::{Spoken, Voice};
use incidents::model::{Date, Incident, Question, Value};
use yew::Html;

/// Up to this many answers stand side by side, each led to from its day; more stand in rows.
const ABREAST: usize = 6;

/// The first dated word of each kind of speaker, and what is said about the silence.
pub fn first_words(page: &Page, incident: &Incident) -> Html {
    let voices = page.dataset.first_words(incident);
    let about = about_order(page, incident);
    html! {
        <>
            <p class="lede">{say::spoke_lede(page.lang)}</p>
            <ol class="voices">{ for voices.iter().enumerate().map(|(i, v)| voice(page, incident, i, v)) }</ol>
            if !about.is_empty() {
                <h3>{say::about_order(page.lang)}</h3>
                <ul class="steps">{ for about.iter().map(|h| html! { <li>{says(page, incident, h)}</li> }) }</ul>
            }
        </>
    }
}

fn voice(page: &Page, incident: &Incident, place: usize, voice: &Voice<'_>) -> Html {
    let lang = page.lang;
    let lag = match (place, &voice.lag) {
        (0, Some(_)) => Some(say::first_of_all(lang).to_owned()),
        (_, lag) => lag.as_ref().map(|lag| say::lag(lang, lag)),
    };
    let first = voice.first.as_ref();
    html! {
        <li data-role={voice.role.word()}>
            <p class="voice">
                {role_mark(lang, voice.role)}
                if let Some((_, spoken)) = first { <b>{said_on(page, spoken)}</b> }
            </p>
            if let Some((held, _)) = first {
                <p class="lag">{lag.unwrap_or_default()}</p>
                { says(page, incident, held) }
            } else if voice.statements > 0 {
                <p class="quiet">{say::statements(lang, voice.statements)}{format::comma(lang)}{say::none_dated(lang)}</p>
            } else {
                <p class="quiet">{say::no_statement(lang)}</p>
            }
        </li>
    }
}

/// What is claimed of the silence, and of the day it ended.
fn about_order<'a>(page: &'a Page, incident: &'a Incident) -> Vec<Held<'a>> {
    let told = page.dataset.disclosed(incident);
    let mut held = page.dataset.claims_about(incident);
    held.retain(|h| match h.claim.question {
        Question::Silence => true,
        Question::Response => told.is_some() && h.date_value() == told.as_ref(),
        _ => false,
    });
    held
}

fn said_on(page: &Page, spoken: &Spoken) -> String {
    let date = format::date(page.lang, &spoken.date);
    say::said_on(page.lang, &date, spoken.basis)
}

/// Every account that changed or differs, each as a sequence.
pub fn accounts(page: &Page, accounts: &[Account<'_>], incident: &Incident) -> Html {
    html! {
        <>
            <p class="lede">{say::changed_lede(page.lang)}</p>
            { for accounts.iter().map(|a| account(page, incident, a)) }
        </>
    }
}

fn account(page: &Page, incident: &Incident, account: &Account<'_>) -> Html {
    let lang = page.lang;
    let dated = |s: &&Step<'_>| s.spoken.is_some();
    let (told, undated): (Vec<&Step<'_>>, Vec<&Step<'_>>) = account.steps.iter().partition(dated);
    let abreast = told.len() <= ABREAST;
    let class = if abreast {
        "answers abreast"
    } else {
        "answers"
    };
    html! {
        <section class="account">
            <h3>{vocabulary::question(lang, account.question)}</h3>
            <p class="note">{say::answers(lang, account.steps.len(), account.overtaken())}</p>
            { sequence(page, &told, abreast) }
            <ol {class}>{ for told.iter().map(|s| step(page, incident, s)) }</ol>
            if !undated.is_empty() {
                <p class="note">{say::undated_answers(lang)}</p>
                <ul class="answers">{ for undated.iter().map(|s| step(page, incident, s)) }</ul>
            }
        </section>
    }
}

/// The days of the answers on one calendar, each with a line to its text below.
fn sequence(page: &Page, told: &[&Step<'_>], leads: bool) -> Html {
    let dates = told.iter().filter_map(|s| s.spoken.as_ref());
    let dates: Vec<&Date> = dates.map(|s| &s.date).collect();
    let Some(strip) = Strip::over(&dates).filter(|_| dates.len() > 1) else {
        return Html::default();
    };
    let many = told.len() as f64;
    let mark = |(i, step): (usize, &&Step<'_>)| {
        let (from, to) = strip.span(&step.spoken.as_ref()?.date);
        let column = 100.0 * i as f64 / many;
        let x = f64::midpoint(from, to);
        Some(html! {
            <g class="said" data-role={step.held.claim.role.word()}>
                if leads {
                    { strip::line("lead", (x, 26.0), (x, 36.0)) }
                    { strip::line("lead", (x, 36.0), (column, 48.0)) }
                    { strip::line("lead", (column, 48.0), (column, 56.0)) }
                }
                if to - from > 1.0 { { strip::bar("wide", (from, to), 19.0, 6.0) } }
                else { <rect class="day" x={geometry::path::decimal(x) + "%"} y="17" width="10" height="10" rx="2" transform="translate(-5)" /> }
            </g>
        })
    };
    html! {
        <svg class="strip sequence" width="100%" height="56" aria-hidden="true">
            { strip.axis(page.lang, 22.0) }
            { for told.iter().enumerate().filter_map(mark) }
        </svg>
    }
}

fn step(page: &Page, incident: &Incident, step: &Step<'_>) -> Html {
    let (lang, held) = (page.lang, &step.held);
    let stance = say::stance(lang, held.claim.stance);
    let turned = step.change.as_ref().is_some_and(|c| c.stance.is_some());
    html! {
        <li data-role={held.claim.role.word()}>
            <p class="voice">
                if let Some(spoken) = &step.spoken { <b>{said_on(page, spoken)}</b> }
                {role_mark(lang, held.claim.role)}
            </p>
            <p class="who"><a href={claim_href(page, held)}>{claimant(page, held)}</a>{" "}
                if turned { <mark>{stance}</mark> } else { {stance} }
            </p>
            <p class="text">{held.claim.text.get(lang).to_owned()}{" "}{citations(page, held, incident)}</p>
            if let Some(since) = &step.since_first { <p class="since">{say::since_first(lang, since)}</p> }
            if let Some(change) = &step.change { { difference(page, change) } }
            else if step.spoken.is_none() { { marks(page, held) } }
        </li>
    }
}

/// What sets it apart from the answer before: how it is said, what it gives.
fn difference(page: &Page, change: &Change<'_>) -> Html {
    let lang = page.lang;
    let mut parts: Vec<String> = Vec::new();
    if let Some((was, is)) = change.stance {
        parts.push(format!(
            "{} → {}",
            say::stance(lang, was),
            say::stance(lang, is)
        ));
    }
    parts.extend(change.value.and_then(|pair| values(page, pair)));
    html! {
        <p class="change">
            if !parts.is_empty() { <b>{parts.join(format::comma(lang))}</b>{format::comma(lang)} }
            {say::against(lang, change.overtakes, change.same_party)}{" "}{pointer(page, &change.from)}
        </p>
    }
}

/// `27,445 → 28,000`; where other things are counted, that.
fn values(page: &Page, pair: (&Value, &Value)) -> Option<String> {
    let lang = page.lang;
    match pair {
        (Value::Quantity(was), Value::Quantity(is)) if was.unit == is.unit => {
            let figure = |n: f64| format::count(n as i32);
            Some(format!("{} → {}", figure(was.amount), figure(is.amount)))
        }
        (Value::Quantity(_), Value::Quantity(_)) => Some(say::other_unit(lang).to_owned()),
        (Value::Date(was), Value::Date(is)) => Some(format!(
            "{} → {}",
            format::date(lang, was),
            format::date(lang, is)
        )),
        _ => None,
    }
}
