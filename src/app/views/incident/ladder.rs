//! The attribution ladder: six rungs, each filled only where a claim stands on it.

use super::super::parts::{citations, claim_href, claimant, group};
use super::ledger::marks;
use crate::markup::html;
use crate::messages::{format, incident as say, vocabulary, words};
use crate::state::Page;
use incidents::dataset::Held;
use incidents::model::{Attribution, Incident, Rung};
use yew::Html;

/// Six rungs, the highest first, each with its claims; then what stands beside them.
pub fn ladder(page: &Page, incident: &Incident) -> Html {
    let lang = page.lang;
    let rung = |rung: Rung| {
        let held: Vec<&Attribution> = incident.attributions_on(rung).collect();
        let class = if held.is_empty() { "empty" } else { "held" };
        html! {
            <li {class} data-rung={rung.word()}>
                <i aria-hidden="true"></i><b>{vocabulary::rung(lang, rung)}</b>
                <div>
                    if held.is_empty() { {words::no_claim_held(lang)} }
                    { for held.into_iter().map(|a| attribution(page, incident, a)) }
                </div>
            </li>
        }
    };
    html! {
        <>
            if incident.rungs().is_empty() {
                <p class="unattributed"><b>{say::not_attributed_here(lang)}</b>{" "}{words::not_attributed_note(lang)}</p>
            }
            <ol class="ladder">
                { for Rung::LADDER.into_iter().rev().map(rung) }
                { beside(page, incident) }
            </ol>
        </>
    }
}

/// The attacker's own claim and a dataset's coding: shown, never counted.
fn beside(page: &Page, incident: &Incident) -> Html {
    let aside = incident
        .attributions
        .iter()
        .filter(|a| !a.rung.is_on_ladder());
    let aside: Vec<&Attribution> = aside.collect();
    if aside.is_empty() {
        return Html::default();
    }
    let one = |a: &&Attribution| {
        html! { <><p class="kind">{vocabulary::rung(page.lang, a.rung)}</p>{ attribution(page, incident, a) }</> }
    };
    html! {
        <li class="aside">
            <i aria-hidden="true"></i><b>{words::beside_ladder(page.lang)}</b>
            <div>{ for aside.iter().map(one) }<p class="note">{say::climbs_not(page.lang)}</p></div>
        </li>
    }
}

fn attribution(page: &Page, incident: &Incident, attribution: &Attribution) -> Html {
    let claims = page.dataset.claims(incident, &attribution.claims);
    html! {
        <div class="named">
            <b>{group(page, attribution)}</b>
            { for claims.iter().map(|held| says(page, incident, held)) }
        </div>
    }
}

/// `Asahi, 20 Jan 2020, suspects: what is said [4]`.
pub fn says(page: &Page, incident: &Incident, held: &Held<'_>) -> Html {
    let (lang, comma) = (page.lang, format::comma(page.lang));
    let stance = vocabulary::stance(lang, held.claim.stance);
    let date = held.claim.date.as_ref().map(|d| format::date(lang, d));
    html! {
        <div class="says">
            <p>
                <a href={claim_href(page, held)}>{claimant(page, held)}</a>
                if let Some(date) = date { {comma}{date} }
                if !stance.is_empty() { {comma}{stance} }
                {": "}{held.claim.text.get(lang).to_owned()}{" "}
                {citations(page, held, incident)}
            </p>
            { marks(page, held) }
        </div>
    }
}
