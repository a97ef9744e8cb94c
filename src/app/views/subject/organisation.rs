//! An organisation: what befell it, the offices that entries name, what it said over time.

use super::{block, entries, entry_link, link, ways};
use crate::markup::html;
use crate::messages::{format, subject as say, tagged, vocabulary, words};
use crate::route::{Route, Subject, View};
use crate::state::Page;
use crate::views::incident::place_map::offices_map;
use crate::views::parts::{claim_href, claimant};
use incidents::dataset::Held;
use incidents::model::{Incident, Office, Organisation, OrganisationId};
use incidents::search::Field;
use incidents::search::values;
use yew::Html;

/// More statements than this are folded.
const SHOWN: usize = 12;

/// The page of an organisation.
pub fn organisation(page: &Page, organisation: &Organisation) -> Html {
    let (lang, dataset) = (page.lang, &page.dataset);
    let befell = dataset.entries_where(|i| i.befell(&organisation.id));
    let said = dataset.says(&organisation.id);
    let second = organisation.name.second(lang);
    let query = format!("victim:\"{}\"", organisation.name.own().0.replace('"', ""));
    html! {
        <>
            { for second.map(|(text, tag)| html! { <p class="second">{tagged::tagged(lang, text, tag)}</p> }) }
            { facts(page, organisation) }
            if !befell.is_empty() {
                { ways(page, &query) }
                { block(say::befell(lang), None, entries(page, &befell, "")) }
            }
            if !organisation.offices.is_empty() {
                { block(say::offices(lang), Some(say::offices_note(lang)), offices(page, organisation)) }
            }
            { block(say::said_over_time(lang), None, statements(page, &said)) }
        </>
    }
}

fn facts(page: &Page, organisation: &Organisation) -> Html {
    let lang = page.lang;
    let named = |id: &OrganisationId| {
        let name = page.dataset.organisations.get(id);
        let name = name.map_or(id.to_string(), |o| o.name.get(lang).0.to_owned());
        link(page, Subject::Organisation(id.clone()), name)
    };
    let fact = |word: &'static str, value: Html| {
        html! { <div><dt>{word}</dt><dd>{value}</dd></div> }
    };
    let sectors = organisation.sectors.iter();
    let sectors =
        sectors.map(|s| values::caption(lang, Field::Sector, s.word()).unwrap_or(s.word()));
    let sectors: Vec<&str> = sectors.collect();
    let several = |ids: &[OrganisationId]| {
        let one = |(i, id): (usize, &OrganisationId)| {
            html! { <>{if i > 0 { format::comma(lang) } else { "" }}{named(id)}</> }
        };
        html! { <>{ for ids.iter().enumerate().map(one) }</> }
    };
    let home = match organisation.country {
        Some(code) => {
            let name = page.dataset.country_name(&code, lang).to_owned();
            link(page, Subject::Country(code), name)
        }
        None => html! { <span class="quiet">{say::none_stated(lang)}</span> },
    };
    html! {
        <dl class="facts">
            { fact(say::head_office(lang), home) }
            if !sectors.is_empty() { { fact(say::sectors(lang), html! { {format::list(lang, &sectors)} }) } }
            if let Some(parent) = &organisation.parent { { fact(say::belongs_to(lang), named(parent)) } }
            if !organisation.supplies.is_empty() { { fact(say::supplies(lang), several(&organisation.supplies)) } }
        </dl>
    }
}

fn offices(page: &Page, organisation: &Organisation) -> Html {
    let lang = page.lang;
    let one = |office: &Office| {
        let place = office.place.as_ref().map(|t| t.get(lang).to_owned());
        let country = page.dataset.country_name(&office.country, lang).to_owned();
        let through = page.dataset.through(organisation, office);
        html! {
            <li>
                <b>{link(page, Subject::Country(office.country), country)}</b>{format::comma(lang)}
                {place.unwrap_or_else(|| say::country_only(lang).to_owned())}
                { for office.description.iter().map(|d| html! { <>{format::comma(lang)}{d.get(lang).to_owned()}</> }) }
                { for through.iter().map(|e| html! { <p>{entry_link(page, e)}</p> }) }
            </li>
        }
    };
    let codes: Vec<&str> = organisation
        .offices
        .iter()
        .map(|o| o.country.as_str())
        .collect();
    let query = format!(
        "victim:\"{}\" office:{}",
        organisation.name.own().0.replace('"', ""),
        codes.join(",")
    );
    let map = Route {
        query,
        ..page.route.on(View::Map)
    };
    html! {
        <>
            { offices_map(page, &organisation.offices) }
            <p class="choices"><a class="action" href={map.href()}>{words::map(lang)}</a></p>
            <ul class="plain">{ for organisation.offices.iter().map(one) }</ul>
        </>
    }
}

/// What it said, oldest first, undated last; the rest unfolds.
fn statements(page: &Page, said: &[Held<'_>]) -> Html {
    let lang = page.lang;
    if said.is_empty() {
        return html! { <p class="quiet">{words::no_statement(lang)}</p> };
    }
    let (shown, more) = said.split_at(said.len().min(SHOWN));
    let list = |held: &[Held<'_>]| {
        html! { <ol class="dated-list">{ for held.iter().map(|h| statement(page, h)) }</ol> }
    };
    html! {
        <>
            { list(shown) }
            if !more.is_empty() {
                <details>
                    <summary>{say::more_statements(lang, more.len())}</summary>
                    { list(more) }
                </details>
            }
        </>
    }
}

fn statement(page: &Page, held: &Held<'_>) -> Html {
    let lang = page.lang;
    let date = held.claim.date.as_ref().map(|d| format::date(lang, d));
    let stance = vocabulary::stance(lang, held.claim.stance);
    let home: &Incident = held.home;
    html! {
        <li>
            <span>{date.unwrap_or_else(|| words::not_dated(lang).to_owned())}</span>
            <div>
                <p>
                    <a class="link" href={claim_href(page, held)}>{claimant(page, held)}</a>
                    if !stance.is_empty() { {format::comma(lang)}{stance} }
                    {": "}{held.claim.text.get(lang).to_owned()}
                </p>
                <p class="quiet">{vocabulary::question(lang, held.claim.question)}{" · "}{entry_link(page, home)}</p>
            </div>
        </li>
    }
}
