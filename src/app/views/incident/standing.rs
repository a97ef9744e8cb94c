//! How the entry stands: the ladder, the way in, responses, remarks, sources, related entries.

use super::super::icons::{Icon, icon};
use super::super::parts::{attributee, citations, claim_href, claimant, entry_text, waypoint};
use super::ledger::claim;
use crate::messages::{format, vocabulary, words};
use crate::state::Page;
use incidents::dataset::Held;
use incidents::model::{Attribution, Incident, Pivot, Question, Rung, Source};
use yew::{Html, html};

/// Six rungs, the highest first, each with its claims; and what stands beside them.
pub fn ladder(page: &Page, incident: &Incident) -> Html {
    let lang = page.lang;
    let rung = |rung: Rung| {
        let held: Vec<&Attribution> = incident.attributions_on(rung).collect();
        let class = if held.is_empty() { "empty" } else { "held" };
        html! {
            <li {class}>
                <i aria-hidden="true"></i><b>{vocabulary::rung(lang, rung)}</b>
                <div>
                    if held.is_empty() { {words::no_claim_held(lang)} }
                    { for held.into_iter().map(|a| attribution(page, incident, a)) }
                </div>
            </li>
        }
    };
    let beside: Vec<&Attribution> = incident
        .attributions
        .iter()
        .filter(|a| !a.rung.is_on_ladder())
        .collect();
    html! {
        <>
            <ol class="ladder">
                { for Rung::LADDER.into_iter().rev().map(rung) }
                if !beside.is_empty() {
                    <li class="aside">
                        <i aria-hidden="true"></i><b>{words::beside_ladder(lang)}</b>
                        <div>{ for beside.into_iter().map(|a| attribution(page, incident, a)) }</div>
                    </li>
                }
            </ol>
            if incident.rungs().is_empty() { <p class="note">{words::not_attributed_note(lang)}</p> }
        </>
    }
}

fn attribution(page: &Page, incident: &Incident, attribution: &Attribution) -> Html {
    let claims = page.dataset.claims(incident, &attribution.claims);
    html! {
        <p>
            <b>{attributee(page, &attribution.to)}</b>
            { for claims.iter().map(|held| html! { <>{" · "}{says(page, incident, held)}</> }) }
        </p>
    }
}

/// `Asahi, via …: what is said [4]`.
fn says(page: &Page, incident: &Incident, held: &Held<'_>) -> Html {
    html! {
        <>
            <a href={claim_href(page, held)}>{claimant(page, held)}</a>{": "}
            {held.claim.text.get(page.lang).to_owned()}{" "}
            {citations(page, held, incident)}
        </>
    }
}

/// The pivots in order, in words.
pub fn way_in(page: &Page, incident: &Incident) -> Html {
    let lang = page.lang;
    let step = |pivot: &Pivot| {
        let claims = page.dataset.claims(incident, &pivot.claims);
        let disputed = claims
            .iter()
            .any(|h| !page.dataset.conflicts_with(h).is_empty());
        html! {
            <li>
                <b>{waypoint(page, &pivot.from)}{" → "}{waypoint(page, &pivot.to)}</b>
                if disputed {
                    <span class="mark-conflict">{icon(Icon::Conflict)}{words::disagree_on(lang)}</span>
                }
                { for claims.iter().map(|held| html! { <p>{says(page, incident, held)}</p> }) }
            </li>
        }
    };
    html! {
        <>
            if incident.pivots.is_empty() { <p class="quiet">{words::no_entry_office(lang)}</p> }
            <ol class="steps">{ for incident.pivots.iter().map(step) }</ol>
            <p class="note">{words::way_in_note(lang)}</p>
        </>
    }
}

fn of_question<'a>(page: &'a Page, incident: &'a Incident, question: Question) -> Vec<Held<'a>> {
    let mut held = page.dataset.claims_about(incident);
    held.retain(|h| h.claim.question == question);
    held
}

/// What was done, by date, undated last.
pub fn responses(page: &Page, incident: &Incident) -> Html {
    let lang = page.lang;
    let mut held = of_question(page, incident, Question::Response);
    held.sort_by_key(|h| {
        let when = h.date_value().or(h.claim.date.as_ref());
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
pub fn remarks(page: &Page, incident: &Incident) -> Html {
    let lang = page.lang;
    let held = of_question(page, incident, Question::Remark);
    if held.is_empty() {
        return Html::default();
    }
    html! {
        <section class="block">
            <h2>{vocabulary::question(lang, Question::Remark)}</h2>
            <p class="lede">{words::remarks_note(lang)}</p>
            <ul class="steps">
                { for held.iter().map(|h| html! { <li>{claim(page, incident, h)}</li> }) }
            </ul>
        </section>
    }
}

/// Numbered sources with how each was seen.
pub fn sources(page: &Page, incident: &Incident) -> Html {
    let source = |(i, source): (usize, &Source)| {
        let lang = page.lang;
        let date = source.date.as_ref().map(|d| format::date(lang, d));
        let external = |address: &incidents::model::WebAddress| {
            html! {
                <a class="url" href={address.to_string()} target="_blank" rel="noopener noreferrer">
                    {address.shown().to_owned()}
                </a>
            }
        };
        html! {
            <li id={format!("source-{}", i + 1)} tabindex="-1">
                <b>{source.publisher.clone()}</b>{", "}
                <span lang={source.language.clone()}>{source.title.clone()}</span>{", "}
                {date.unwrap_or_else(|| words::no_date_in_copy(lang).to_owned())}{", "}
                {vocabulary::evidence(lang, source.evidence)}
                {external(&source.url)}
                { for source.archive.iter().map(external) }
            </li>
        }
    };
    html! { <ol class="sources">{ for incident.sources.iter().enumerate().map(source) }</ol> }
}

/// Other entries: those this one names, and those that name this one.
pub fn related(page: &Page, incident: &Incident) -> Html {
    let lang = page.lang;
    let own = incident
        .related
        .iter()
        .filter_map(|r| Some((page.dataset.incidents.get(&r.incident)?, &r.reason)));
    let others = page.dataset.incidents.values().flat_map(|other| {
        let back = other.related.iter().filter(|r| r.incident == incident.id);
        back.map(move |r| (other, &r.reason))
    });
    let all: Vec<_> = own.chain(others).collect();
    if all.is_empty() {
        return Html::default();
    }
    let item = |(other, reason): (&Incident, &incidents::model::Text)| {
        let silence = page
            .dataset
            .silence(other)
            .map(|s| format::days_silent(lang, &s));
        html! {
            <li>
                <a href={page.href(&other.id)}>{entry_text(page, other)}</a>
                <p>{reason.get(lang).to_owned()}</p>
                <p class="silent">{silence.unwrap_or_default()}</p>
            </li>
        }
    };
    html! {
        <section class="block">
            <h2>{words::related(lang)}</h2>
            <ul class="related">{ for all.into_iter().map(item) }</ul>
        </section>
    }
}
