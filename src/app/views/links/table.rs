//! The links as a table: every attribution with who says so and when.

use super::super::parts::{claim_href, claimant, entry_text, named};
use crate::messages::{format, links as say, vocabulary, words};
use crate::state::Page;
use incidents::dataset::Held;
use incidents::model::{Attribution, Incident};
use yew::{Html, html};

/// A row for each claim behind an attribution, and one for an entry without any.
pub fn table(page: &Page, shown: &[&Incident]) -> Html {
    let lang = page.lang;
    let mut rows: Vec<Html> = Vec::new();
    for incident in shown {
        for attribution in &incident.attributions {
            let held = page.dataset.claims(incident, &attribution.claims);
            rows.extend(held.iter().map(|h| row(page, incident, attribution, h)));
        }
        if incident.attributions.is_empty() {
            rows.push(html! {
                <tr class="quiet">
                    <td>{say::nobody(lang)}</td>
                    <td>{entry(page, incident)}</td>
                    <td>{vocabulary::not_attributed(lang)}</td>
                    <td>{words::no_claim_held(lang)}</td>
                    <td>{"–"}</td>
                </tr>
            });
        }
    }
    html! {
        <section class="block">
            <h2>{words::links_table(lang)}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label={words::links_table(lang)}>
                <table class="list">
                    <thead><tr>
                        <th scope="col">{words::group(lang)}</th>
                        <th scope="col">{words::entry_column(lang)}</th>
                        <th scope="col">{words::rung(lang)}</th>
                        <th scope="col">{words::who_says(lang)}</th>
                        <th scope="col">{words::when(lang)}</th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </section>
    }
}

fn entry(page: &Page, incident: &Incident) -> Html {
    html! { <a href={page.href(&incident.id)}>{entry_text(page, incident)}</a> }
}

fn row(page: &Page, incident: &Incident, attribution: &Attribution, held: &Held<'_>) -> Html {
    let lang = page.lang;
    let date = held.claim.date.as_ref().map(|d| format::date(lang, d));
    let stance = vocabulary::stance(lang, held.claim.stance);
    html! {
        <tr>
            <td>{named(page, attribution)}</td>
            <td>{entry(page, incident)}</td>
            <td>{vocabulary::rung(lang, attribution.rung)}</td>
            <td>
                <a href={claim_href(page, held)}>{claimant(page, held)}</a>
                if !stance.is_empty() { {", "}{stance} }
            </td>
            <td>{date.unwrap_or_else(|| words::not_dated(lang).to_owned())}</td>
        </tr>
    }
}
