//! The entries of one group: on which rung each link stands, who says so, and in which source.

use super::super::parts::{claim_href, claimant, entry_text};
use super::lanes::names;
use crate::markup::html;
use crate::messages::{format, timeline as say, vocabulary, words};
use crate::state::Page;
use incidents::dataset::Held;
use incidents::model::{ActorId, Attributee, Attribution, Incident, Source};
use yew::Html;

/// Every link of the result's entries to a group; without one, what the choice would show.
pub fn group(page: &Page) -> Html {
    let lang = page.lang;
    let Some(group) = &page.route.chart.group else {
        return html! { <p class="box-note">{say::group_note(lang)}</p> };
    };
    let found = page.results.hits.iter();
    let found = found.filter_map(|id| page.dataset.incidents.get(id));
    let linked: Vec<&Incident> = found.filter(|incident| names(incident, group)).collect();
    let name = page.dataset.actors.get(group);
    let name = name.map_or(group.to_string(), |actor| actor.name().to_owned());
    html! {
        <section class="box-note group" aria-labelledby="timeline-group">
            <h3 id="timeline-group">{name}{": "}{say::links_of(lang)}</h3>
            <ul>{ for linked.iter().flat_map(|incident| links(page, incident, group)) }</ul>
        </section>
    }
}

/// An item for each claim that links an entry to a group.
fn links(page: &Page, incident: &Incident, group: &ActorId) -> Vec<Html> {
    let to_it = |a: &&Attribution| matches!(&a.to, Attributee::Actor(id) if id == group);
    let link = |attribution: &Attribution| -> Vec<Html> {
        let held = page.dataset.claims(incident, &attribution.claims);
        held.iter()
            .map(|held| item(page, incident, attribution, held))
            .collect()
    };
    incident
        .attributions
        .iter()
        .filter(to_it)
        .flat_map(link)
        .collect()
}

fn item(page: &Page, incident: &Incident, attribution: &Attribution, held: &Held<'_>) -> Html {
    let lang = page.lang;
    let stance = vocabulary::stance(lang, held.claim.stance);
    let cited = |source: &&Source| held.claim.sources.contains(&source.id);
    let sources: Vec<&Source> = held.home.sources.iter().filter(cited).collect();
    let source = |source: &&Source| {
        let date = source
            .date
            .as_ref()
            .map(|d| format!("{}{}", format::comma(lang), format::date(lang, d)));
        html! { <a href={source.url.to_string()} target="_blank" rel="noopener noreferrer">{source.publisher.clone()}{date.unwrap_or_default()}</a> }
    };
    html! {
        <li>
            <b>{vocabulary::rung(lang, attribution.rung)}</b>{" · "}{entry_text(page, incident)}
            <small>
                <a href={claim_href(page, held)}>{claimant(page, held)}</a>
                if !stance.is_empty() { {format::comma(lang)}{stance} }
                {" · "}{say::source(lang)}{": "}
                if sources.is_empty() { {words::not_matched(lang)} }
                { for sources.iter().map(source) }
            </small>
        </li>
    }
}
