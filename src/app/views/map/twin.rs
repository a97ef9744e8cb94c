//! The same in words: every way in with its claims, and the victims by country.

use super::super::parts::{citations, claim_href, claimant, entry_text, waypoint};
use super::labels::step_name;
use super::scene::{Scene, Way, begins_at_a_published_place};
use super::{line_sample, victims, with_pivots};
use crate::markup::html;
use crate::messages::{map as say, words};
use crate::state::{Action, Page};
use incidents::dataset::Held;
use incidents::model::{Claim, CountryCode, Incident, Question, SourceId};
use incidents::search::Field;
use incidents::table::sort_by_key;
use yew::prelude::*;

/// The ways in as tables, in the order of the results, and what the map leaves out.
pub fn twin(page: &Page, shown: &[&Incident]) -> Html {
    let lang = page.lang;
    let pivoting = with_pivots(shown);
    let mut entries = pivoting.iter();
    let published = entries.any(|i| begins_at_a_published_place(page, i));
    let scene = Scene::of(page, shown, 960.0);
    let places = match published {
        true => say::some_published(lang),
        false => say::whole_country(lang),
    };
    html! {
        <section class="twin map-marks" aria-labelledby="twin">
            <h2 id="twin">{words::in_words(lang)}</h2>
            if pivoting.is_empty() { <p>{words::map_empty(lang)}</p> }
            { for pivoting.iter().enumerate().map(|(place, i)| ways(page, &scene, i, place)) }
            { infrastructure(page, shown) }
            <p class="box-note">
                <b>{say::cannot_show(lang)}</b>{" "}
                {say::without_office(lang, shown.len() - pivoting.len(), shown.len())}
                if !pivoting.is_empty() { {" "}{places} }
                {" "}{words::way_in_note(lang)}
            </p>
        </section>
    }
}

fn ways(page: &Page, scene: &Scene<'_>, incident: &Incident, place: usize) -> Html {
    let lang = page.lang;
    let number = (place > 1).then(|| html! { {place + 1} });
    let steps = scene.ways.iter().filter(|way| way.place == place);
    let numbered = incident.pivots.len() > 1;
    html! {
        <>
            <h3>{line_sample(place)}{number.unwrap_or_default()}<a href={page.href(&incident.id)}>{entry_text(page, incident)}</a></h3>
            <table>
                <thead><tr>
                    if numbered { <th scope="col" class="step">{say::step(lang)}</th> }
                    <th scope="col">{words::office_in(lang)}</th>
                    <th scope="col">{words::to(lang)}</th>
                    <th scope="col">{words::claim(lang)}</th>
                </tr></thead>
                <tbody>{ for steps.map(|way| row(page, way)) }</tbody>
            </table>
        </>
    }
}

fn row(page: &Page, way: &Way<'_>) -> Html {
    let (incident, pivot) = (way.incident, way.pivot);
    let claims = page.dataset.claims(incident, &pivot.claims);
    let against = claims.iter().flat_map(|h| page.dataset.conflicts_with(h));
    let against: Vec<Held<'_>> = against.collect();
    let says = |held: &Held<'_>| {
        html! {
            <>
                <a href={claim_href(page, held)}>{claimant(page, held)}</a>{": "}
                {held.claim.text.get(page.lang).to_owned()}{" "}
                {elsewhere(page, held, incident)}
            </>
        }
    };
    html! {
        <tr>
            if incident.pivots.len() > 1 { <td class="step">{step_name(page, way)}</td> }
            <td>{waypoint(page, &pivot.from)}</td>
            <td>{waypoint(page, &pivot.to)}</td>
            <td>
                { for claims.iter().map(|h| html! { <p>{says(h)}</p> }) }
                { for against.iter().map(|h| html! { <p class="mark-conflict">{"≠ "}{says(h)}</p> }) }
            </td>
        </tr>
    }
}

/// Source numbers count on the entry's page, so from here they lead to the claim there.
fn elsewhere(page: &Page, held: &Held<'_>, incident: &Incident) -> Html {
    if held.claim.source_not_matched {
        return citations(page, held, incident);
    }
    let number = |id: &SourceId| held.home.sources.iter().position(|s| s.id == *id);
    let cite = |n: usize| html! { <a class="cite" href={claim_href(page, held)}>{n + 1}</a> };
    html! { { for held.claim.sources.iter().filter_map(number).map(cite) } }
}

/// How many entries name no country of a victim.
pub fn without_country(page: &Page, shown: &[&Incident]) -> usize {
    let unstated = |i: &&&Incident| page.dataset.victim_countries(i).is_empty();
    shown.iter().filter(unstated).count()
}

/// What sources name as the attackers' infrastructure: in words only, since a point on a map
/// would look like where the attackers are.
fn infrastructure(page: &Page, shown: &[&Incident]) -> Html {
    let named = |incident: &&Incident| {
        let claims = incident.answers(Question::Infrastructure);
        let says = |claim: &Claim| html! { <li>{claim.text.get(page.lang).to_owned()}</li> };
        let items: Vec<Html> = claims.map(says).collect();
        (!items.is_empty()).then(|| {
            html! { <><dt><a href={page.href(&incident.id)}>{entry_text(page, incident)}</a></dt><dd><ul>{ for items }</ul></dd></> }
        })
    };
    let entries: Vec<Html> = shown.iter().filter_map(named).collect();
    if entries.is_empty() {
        return Html::default();
    }
    html! {
        <details class="never-drawn">
            <summary>{say::infrastructure(page.lang, entries.len())}</summary>
            <dl>{ for entries }</dl>
        </details>
    }
}

/// Victims by country; a name filters.
pub fn countries(page: &Page, shown: &[&Incident]) -> Html {
    let lang = page.lang;
    let mut counts: Vec<(CountryCode, usize)> = victims(page, shown).into_iter().collect();
    sort_by_key(&mut counts, |(_, n)| std::cmp::Reverse(*n));
    let without = without_country(page, shown);
    let facets = page.results.facets.iter();
    let mut facet = facets
        .filter(|f| f.field == Field::VictimCountry)
        .flat_map(|f| &f.values);
    let chosen: Vec<&str> = facet
        .by_ref()
        .filter(|v| v.on)
        .map(|v| v.value.as_str())
        .collect();
    let row = |(code, n): (CountryCode, usize)| {
        let onclick = page.act(move || Action::Toggle(Field::VictimCountry, code.to_string()));
        let pressed = chosen.contains(&code.as_str()).to_string();
        html! {
            <tr>
                <td><button type="button" class="link" aria-pressed={pressed} {onclick}>{page.dataset.country_name(&code, lang).to_owned()}</button></td>
                <td class="num">{n}</td>
            </tr>
        }
    };
    html! {
        <table class="list">
            <caption>{say::filter_by(lang)}</caption>
            <thead><tr><th scope="col">{words::victims_by_country(lang)}</th><th scope="col" class="num">{words::entries(lang)}</th></tr></thead>
            <tbody>
                { for counts.into_iter().map(row) }
                if without > 0 { <tr><td class="quiet">{say::not_stated(lang)}</td><td class="num">{without}</td></tr> }
            </tbody>
        </table>
    }
}
