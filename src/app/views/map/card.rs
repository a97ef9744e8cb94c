//! The card of what is pointed at: its name, counts, and what a click does.

use super::super::gestures::window::Drawn;
use super::super::parts::{claimant, entry_text, waypoint};
use super::choose;
use super::key::Key;
use super::picture::disputed;
use super::scene::{Scene, Spot, Way};
use super::{shown, victims};
use crate::markup::html;
use crate::messages::map as say;
use crate::state::Page;
use incidents::model::CountryCode;
use incidents::search::Field;
use yew::prelude::*;

/// How many entries or offices a card names before it counts the rest.
const MOST_NAMES: usize = 4;

/// The card of one thing; with buttons where a finger or a key has chosen it, since a hand that
/// goes to them would leave the thing.
pub fn card(page: &Page, drawn: Drawn, key: Key, pinned: bool) -> Html {
    let entries = shown(page);
    let scene = Scene::of(page, &entries, drawn.width_px());
    match key {
        Key::Country(code) => country(page, &scene, code, entries.len(), pinned),
        Key::Spot(n) => scene
            .spots
            .get(n)
            .map_or(Html::default(), |s| spot(page, s, pinned)),
        Key::Way(n) => scene.ways.get(n).map_or(Html::default(), |w| way(page, w)),
    }
}

fn country(page: &Page, scene: &Scene<'_>, code: CountryCode, total: usize, pinned: bool) -> Html {
    let lang = page.lang;
    let count = victims(page, &shown(page)).get(&code).copied().unwrap_or(0);
    let here = scene.spots.iter().filter(|s| s.code == code);
    let offices: usize = here.map(|s| s.offices.len()).sum();
    html! {
        <>
            <b>{page.dataset.country_name(&code, lang).to_owned()}</b>
            <p>{say::victims_here(lang, count, total)}</p>
            if offices > 0 { <p>{say::offices_here(lang, offices)}</p> }
            { act(page, Field::VictimCountry, code, pinned, can_filter(page, Field::VictimCountry, code)) }
        </>
    }
}

/// Whether a filter would leave anything, under all other filters.
pub fn can_filter(page: &Page, field: Field, code: CountryCode) -> bool {
    let facets = page.results.facets.iter().filter(|f| f.field == field);
    let mut values = facets.flat_map(|f| &f.values);
    values.any(|v| v.value == code.as_str() && (v.count > 0 || v.on))
}

fn spot(page: &Page, spot: &Spot, pinned: bool) -> Html {
    let lang = page.lang;
    let country = page.dataset.country_name(&spot.code, lang);
    let names = spot
        .offices
        .values()
        .filter(|w| *w != country)
        .take(MOST_NAMES);
    let entries = spot.entries.iter().take(MOST_NAMES);
    let titles = entries.filter_map(|(id, ())| {
        let incident = page.dataset.incidents.get(id)?;
        Some(html! { <li>{entry_text(page, incident)}</li> })
    });
    let more = spot.entries.len().saturating_sub(MOST_NAMES);
    let known = if spot.published {
        say::place_published(lang)
    } else {
        say::country_only(lang)
    };
    html! {
        <>
            <b>{country.to_owned()}</b>
            <p>{say::offices_here(lang, spot.offices.len())}{say::stop(lang)}{known}</p>
            { for names.map(|words| html! { <p>{words.clone()}</p> }) }
            <p>{say::ways_here(lang, spot.begins, spot.ends)}</p>
            <ul>{ for titles }</ul>
            if more > 0 { <p>{say::more_entries(lang, more)}</p> }
            { act(page, Field::Office, spot.code, pinned, can_filter(page, Field::Office, spot.code)) }
        </>
    }
}

fn way(page: &Page, way: &Way<'_>) -> Html {
    let claims = page.dataset.claims(way.incident, &way.pivot.claims);
    let says = claims.first().map(|held| {
        html! { <p>{claimant(page, held)}{": "}{held.claim.text.get(page.lang).to_owned()}</p> }
    });
    let [from, to] = [&way.pivot.from, &way.pivot.to].map(|end| waypoint(page, end));
    html! {
        <>
            <b>{format!("{from} → {to}")}</b>
            <p>{entry_text(page, way.incident)}</p>
            { says.unwrap_or_default() }
            if disputed(page, way) { <p class="mark-conflict">{"≠ "}{say::step_disputed(page.lang)}</p> }
            <p class="hint">{say::opens_claim(page.lang)}</p>
        </>
    }
}

/// What a click does, or buttons that do it; or that there is nothing to filter by.
fn act(page: &Page, field: Field, code: CountryCode, pinned: bool, can: bool) -> Html {
    let lang = page.lang;
    let only = {
        let (page, dispatch) = (page.clone(), page.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(choose::only(&page, field, code.as_str()))
        })
    };
    let also = page.act(move || choose::also(field, code.as_str()));
    match (can, pinned) {
        (false, _) => Html::default(),
        (true, false) => html! { <p class="hint">{say::click_filters(lang)}</p> },
        (true, true) => html! {
            <p class="do">
                <button type="button" class="action" onclick={only}>{say::only_this(lang)}</button>
                <button type="button" class="action" onclick={also}>{say::add_this(lang)}</button>
            </p>
        },
    }
}
