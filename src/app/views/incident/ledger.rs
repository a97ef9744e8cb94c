//! The ledger: a question a row, a kind of claimant a column; nothing merged, nothing averaged.

use super::super::icons::{Icon, icon};
use super::super::parts::{citations, claim_href, claimant, role_mark};
use super::ELSEWHERE;
use crate::messages::{format, vocabulary, words};
use crate::state::Page;
use incidents::dataset::Held;
use incidents::model::{Incident, Question, Role};
use yew::{Html, html};

/// All claims that stand with the entry, but for responses and remarks.
pub fn ledger(page: &Page, incident: &Incident) -> Html {
    let lang = page.lang;
    let mut held = page.dataset.claims_about(incident);
    held.retain(|h| !ELSEWHERE.contains(&h.claim.question));
    held.sort_by_key(|h| h.claim.date.as_ref().map(|d| d.earliest()));
    let speaks = |role: &&Role| held.iter().any(|h| h.claim.role == **role);
    let roles: Vec<Role> = Role::ALL.iter().filter(speaks).copied().collect();
    let asked = |question: &&Question| held.iter().any(|h| h.claim.question == **question);
    let row = |question: &Question| {
        let cell = |role: &Role| {
            let claims: Vec<&Held<'_>> = held
                .iter()
                .filter(|h| h.claim.question == *question && h.claim.role == *role)
                .collect();
            cell(page, incident, *role, &claims)
        };
        html! {
            <tr>
                <th scope="row">{vocabulary::question(lang, *question)}</th>
                { for roles.iter().map(cell) }
            </tr>
        }
    };
    html! {
        <>
            <p class="lede">{words::ledger_lede(lang)}</p>
            <div class="scroll" tabindex="0" role="region" aria-label={words::ledger(lang)}>
                <table class="ledger">
                    <thead>
                        <tr>
                            <td></td>
                            { for roles.iter().map(|r| html! { <th scope="col">{role_mark(lang, *r)}</th> }) }
                        </tr>
                    </thead>
                    <tbody>{ for Question::ALL.iter().filter(asked).map(row) }</tbody>
                </table>
            </div>
        </>
    }
}

fn cell(page: &Page, incident: &Incident, role: Role, claims: &[&Held<'_>]) -> Html {
    if claims.is_empty() {
        return html! { <td class="none">{words::no_statement(page.lang)}</td> };
    }
    let clash = claims
        .iter()
        .any(|h| !page.dataset.conflicts_with(h).is_empty());
    html! {
        <td data-conflict={clash.to_string()} data-role={role.word()}>
            { for claims.iter().map(|held| claim(page, incident, held)) }
        </td>
    }
}

/// One claim: our words, who and when, its sources, and what it conflicts with.
pub fn claim(page: &Page, incident: &Incident, held: &Held<'_>) -> Html {
    let lang = page.lang;
    let said = held.claim;
    let stance = vocabulary::stance(lang, said.stance);
    let date = said.date.as_ref().map(|d| format::date(lang, d));
    html! {
        <div class="claim" id={format!("claim-{}", said.id)} tabindex="-1">
            <p>{said.text.get(lang).to_owned()}</p>
            if let Some(given) = &said.as_given {
                <p class="given">{words::as_given(lang)}{" “"}{given.clone()}{"”"}</p>
            }
            <p class="when">
                {claimant(page, held)}
                {", "}{date.unwrap_or_else(|| words::not_dated(lang).to_owned())}
                if !stance.is_empty() { {", "}{stance} }
                {" "}{citations(page, held, incident)}
                {" "}<a class="self" href={claim_href(page, held)} aria-label={words::point_self(lang)}>{"#"}</a>
            </p>
            { marks(page, held) }
        </div>
    }
}

fn marks(page: &Page, held: &Held<'_>) -> Html {
    let lang = page.lang;
    let conflicts = page.dataset.conflicts_with(held);
    let overtaken = page.dataset.overtaken_by(held);
    let link = |other: &Held<'_>| {
        let date = other
            .claim
            .date
            .as_ref()
            .map(|d| format!(", {}", format::date(lang, d)));
        html! {
            <a href={claim_href(page, other)}>
                {claimant(page, other)}{date.unwrap_or_default()}
            </a>
        }
    };
    html! {
        <>
            if !conflicts.is_empty() {
                <p class="mark-conflict">
                    {icon(Icon::Conflict)}{words::conflicts_with(lang)}{" "}
                    { for conflicts.iter().map(|o| html! { <span>{link(o)}</span> }) }
                </p>
            }
            if !overtaken.is_empty() {
                <p class="mark-later">
                    {words::overtaken(lang)}{" "}{ for overtaken.iter().map(link) }
                </p>
            }
        </>
    }
}
