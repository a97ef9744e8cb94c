//! What is laid aside for comparison: buttons that add an entry, and the tray that leads there.

use super::icons::{Icon, icon};
use super::parts::entry_text;
use crate::markup::html;
use crate::messages::compare as say;
use crate::route::View;
use crate::state::{Action, MOST_COMPARED, Page};
use incidents::model::{Incident, IncidentId};
use yew::{Callback, Html, MouseEvent};

/// The entries with one more, or without it.
fn toggled(page: &Page, id: &IncidentId) -> Vec<IncidentId> {
    let mut ids: Vec<IncidentId> = (*page.tray).clone();
    match ids.contains(id) {
        true => ids.retain(|other| other != id),
        false => ids.push(id.clone()),
    }
    ids
}

/// Adds an entry or takes it away; where the tray is full, a press says so and adds nothing.
fn press(page: &Page, id: &IncidentId) -> Option<Callback<MouseEvent>> {
    let ids = toggled(page, id);
    let fits = ids.len() <= MOST_COMPARED;
    fits.then(|| page.act(move || Action::Compare(ids.clone())))
}

/// The button of a card or an entry, with its word.
pub fn toggle(page: &Page, incident: &Incident) -> Html {
    let on = page.tray.contains(&incident.id);
    let word = html! { {say::compare(page.lang)} };
    button(page, incident, "action pick", on, word)
}

/// The button of a row, without one.
pub fn small(page: &Page, incident: &Incident) -> Html {
    let on = page.tray.contains(&incident.id);
    button(page, incident, "pick small", on, Html::default())
}

fn button(page: &Page, incident: &Incident, class: &'static str, on: bool, word: Html) -> Html {
    let lang = page.lang;
    // In a frame of another page there is no tray to fill.
    if page.route.embed.is_on() {
        return Html::default();
    }
    let onclick = press(page, &incident.id);
    let disabled = onclick.is_none().then_some("true");
    let title = onclick.is_none().then(|| say::full(lang));
    let name = say::toggle(lang, &entry_text(page, incident));
    html! {
        <button type="button" {class} aria-pressed={on.to_string()} aria-disabled={disabled} {title} aria-label={name} {onclick}>
            <i aria-hidden="true"></i>{word}
        </button>
    }
}

/// The tray: at the lower edge of every view but the comparison itself, once something is in it.
pub fn tray(page: &Page) -> Html {
    if page.tray.is_empty() || page.route.view == View::Compare {
        return Html::default();
    }
    let lang = page.lang;
    let known = page
        .tray
        .iter()
        .filter_map(|id| page.dataset.incidents.get(id));
    let clear = page.act(|| Action::Compare(Vec::new()));
    html! {
        <aside class="tray" aria-label={say::tray(lang)}>
            <ul>{ for known.map(|incident| html! { <li>{ taken(page, incident) }</li> }) }</ul>
            <a class="action" href={page.comparison(&page.tray)}>{say::compare_n(lang, page.tray.len())}</a>
            <button type="button" class="link" onclick={clear}>{say::clear(lang)}</button>
        </aside>
    }
}

/// An entry's name with the cross that takes it away.
pub fn taken(page: &Page, incident: &Incident) -> Html {
    let name = entry_text(page, incident);
    let label = say::remove(page.lang, &name);
    let ids = toggled(page, &incident.id);
    let onclick = page.act(move || Action::Compare(ids.clone()));
    html! {
        <button type="button" class="taken" aria-label={label} {onclick}><span>{name}</span>{icon(Icon::Close)}</button>
    }
}
