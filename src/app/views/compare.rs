//! Two to four entries side by side: their dates on one calendar, claims by question, ways in,
//! rungs, and what they share. Nothing is merged; where nobody spoke, that is said.

mod rows;
mod shared;
#[cfg(test)]
mod tests;

use super::lane::{Calendar, lane};
use super::parts::entry_text;
use super::{cards, tray};
use crate::markup::html;
use crate::messages::{compare as say, incident as entry, story, words};
use crate::route::{Route, View};
use crate::state::{Action, MOST_COMPARED, Page};
use incidents::model::{Incident, IncidentId, Lang};
use yew::prelude::*;

/// The title of the window.
pub fn title(lang: Lang) -> &'static str {
    say::title(lang)
}

/// The comparison the address asks for, as far as its parts are entries.
pub fn compare(page: &Page) -> Html {
    let lang = page.lang;
    let entries: Vec<&Incident> = chosen(page);
    html! {
        <article class="compare">
            <p class="crumbs"><a href={page.route.on(View::Cards).href()}>{entry::results(lang, page.results.hits.len())}</a>{" / "}{say::compare(lang)}</p>
            <h1>{say::title(lang)}</h1>
            { for told(page).into_iter().map(|text| html! { <p class="notice" role="status">{text}</p> }) }
            <p class="lede">{say::lede(lang)}</p>
            <div class="chosen">
                { for entries.iter().map(|incident| tray::taken(page, incident)) }
                { add(page, &entries) }
                if !entries.is_empty() {
                    <a class="action" href={permalink(&entries)}>{story::permalink(lang)}</a>
                }
            </div>
            { invitation(lang, entries.len()) }
            if !entries.is_empty() { { side_by_side(page, &entries) } }
        </article>
    }
}

/// The entries that are compared, in the order of the address.
fn chosen(page: &Page) -> Vec<&Incident> {
    let ids = page.tray.iter();
    ids.filter_map(|id| page.dataset.incidents.get(id))
        .collect()
}

/// What of the address is not compared, and why, each a sentence.
fn told(page: &Page) -> Vec<String> {
    let known = |id: &String| -> Option<&Incident> {
        let id: IncidentId = id.parse().ok()?;
        page.dataset.incidents.get(&id)
    };
    let ids = page.route.ids.iter();
    let unknown = ids.clone().filter(|id| known(id).is_none());
    let unknown: Vec<&str> = unknown.map(String::as_str).collect();
    let extra = ids.filter_map(known).skip(MOST_COMPARED);
    let extra: Vec<String> = extra.map(|i| entry_text(page, i)).collect();
    let extra: Vec<&str> = extra.iter().map(String::as_str).collect();
    let unknown = (!unknown.is_empty()).then(|| say::unknown(page.lang, &unknown));
    let extra = (!extra.is_empty()).then(|| say::left_out(page.lang, &extra));
    unknown.into_iter().chain(extra).collect()
}

/// What is missing for a comparison.
fn invitation(lang: Lang, entries: usize) -> Html {
    let text = match entries {
        0 => say::none(lang),
        1 => say::one(lang),
        _ => return Html::default(),
    };
    html! { <p class="panel">{text}</p> }
}

/// An address without query, language and theme: the comparison alone.
fn permalink(entries: &[&Incident]) -> String {
    let route = Route {
        view: View::Compare,
        ids: entries.iter().map(|i| i.id.to_string()).collect(),
        ..Route::default()
    };
    route.href()
}

/// The way to one more entry: all of the record, by name.
fn add(page: &Page, entries: &[&Incident]) -> Html {
    if entries.len() >= MOST_COMPARED {
        return html! { <span class="note">{say::full(page.lang)}</span> };
    }
    let lang = page.lang;
    let onchange = {
        let (dispatch, tray) = (page.dispatch.clone(), page.tray.clone());
        Callback::from(move |event: Event| {
            let select = event.target_dyn_into::<web_sys::HtmlSelectElement>();
            if let Some(id) = select.and_then(|s| s.value().parse().ok()) {
                let mut ids = (*tray).clone();
                ids.push(id);
                dispatch.emit(Action::Compare(ids));
            }
        })
    };
    let others = page
        .dataset
        .incidents
        .values()
        .filter(|i| !page.tray.contains(&i.id));
    let option = |incident: &Incident| {
        html! { <option value={incident.id.to_string()}>{entry_text(page, incident)}</option> }
    };
    html! {
        <select key={entries.len()} id="compare-add" class="action" aria-label={say::add(lang)} {onchange}>
            <option value="" selected={true}>{say::add(lang)}{": "}{say::choose(lang)}</option>
            { for others.map(option) }
        </select>
    }
}

fn side_by_side(page: &Page, entries: &[&Incident]) -> Html {
    let lang = page.lang;
    let calendar = Calendar::of(&page.dataset, entries.iter().copied());
    let dated = |incident: &&Incident| {
        html! {
            <li>
                <h3><a href={page.href(&incident.id)}>{entry_text(page, incident)}</a></h3>
                { lane(page, incident, calendar) }
                { cards::dates(page, incident) }
            </li>
        }
    };
    html! {
        <>
            <section class="block">
                <h2 id="compare-dates">{say::dates(lang)}</h2>
                <ol class="lanes-of">{ for entries.iter().map(dated) }</ol>
                <p class="note">{words::silence_is_measure(lang)}</p>
            </section>
            { table(page, entries, "compare-figures", say::figures(lang), rows::figures(page, entries)) }
            { table(page, entries, "compare-claims", say::claims(lang), rows::claims(page, entries)) }
            { table(page, entries, "compare-ways", say::ways(lang), rows::ways(page, entries)) }
            { table(page, entries, "compare-rungs", say::rungs(lang), rows::rungs(page, entries)) }
            <section class="block">
                <h2 id="compare-common">{say::common(lang)}</h2>
                { shared::sources(page, entries) }
            </section>
        </>
    }
}

/// Rows that ask, a column for each entry.
fn table(
    page: &Page,
    entries: &[&Incident],
    id: &'static str,
    title: &'static str,
    rows: Vec<Html>,
) -> Html {
    let head = |incident: &&Incident| {
        html! { <th scope="col"><a href={page.href(&incident.id)}>{entry_text(page, incident)}</a></th> }
    };
    html! {
        <section class="block">
            <h2 {id}>{title}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label={title}>
                <table class="side" data-entries={entries.len().to_string()}>
                    <thead><tr><td></td>{ for entries.iter().map(head) }</tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </section>
    }
}
