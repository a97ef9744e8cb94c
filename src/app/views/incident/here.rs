//! The bar that stays in sight: back to the results, the entries before and after, the contents.

use super::super::embed::embed;
use super::super::parts::entry_text;
use super::super::tray;
use crate::browser::page::focus;
use crate::markup::html;
use crate::messages::{incident as say, story};
use crate::route::View;
use crate::state::Page;
use incidents::model::{Incident, IncidentId};
use yew::{Callback, Html, MouseEvent, TargetCast};

/// A section of the page: the id of its element, and its title.
pub type Part = (&'static str, &'static str);

/// The bar.
pub fn here(page: &Page, incident: &Incident, parts: &[Part]) -> Html {
    let lang = page.lang;
    let place = page.results.hits.iter().position(|id| *id == incident.id);
    let all = page.results.hits.len();
    let (before, after) = page.neighbours(&incident.id);
    html! {
        <nav class="here" aria-label={story::on_page(lang)}>
            <p class="crumbs">
                <a href={page.route.on(View::Cards).href()}>{say::results(lang, all)}</a>
                if let Some(place) = place { {" / "}{say::place_of(lang, place + 1, all)} }
                <code>{" / "}{incident.id.to_string()}</code>
            </p>
            <p class="steps-by">
                { step(page, before, "prev", "p", story::previous(lang)) }
                { step(page, after, "next", "n", story::next(lang)) }
            </p>
            <ul class="toc">{ for parts.iter().map(|part| item(*part)) }</ul>
            <details class="toc-menu">
                <summary>{story::contents(lang)}</summary>
                <ul>{ for parts.iter().map(|part| item(*part)) }</ul>
            </details>
        </nav>
    }
}

/// A link to the entry before or after; where there is none, the word stays, so that nothing moves.
fn step(
    page: &Page,
    to: Option<&IncidentId>,
    rel: &'static str,
    key: &'static str,
    word: &'static str,
) -> Html {
    let other = to.and_then(|id| page.dataset.incidents.get(id));
    let Some(other) = other else {
        return html! { <span class="action quiet">{word}</span> };
    };
    let title = format!("{}: {} ({key})", word, entry_text(page, other));
    html! {
        <a class="action" {rel} href={page.href(&other.id)} aria-keyshortcuts={key} {title}>{word}</a>
    }
}

/// The fragment is the page's address, so a click moves the focus itself.
fn item((id, title): Part) -> Html {
    let onclick = Callback::from(move |event: MouseEvent| {
        close_menu(&event);
        focus(&format!("{id}-title"));
    });
    html! { <li><button type="button" class="link" {onclick}>{title}</button></li> }
}

/// The menu closes behind a choice.
fn close_menu(event: &MouseEvent) {
    let target = event.target_dyn_into::<web_sys::Element>();
    if let Some(menu) = target.and_then(|t| t.closest("details").ok().flatten()) {
        let _ = menu.remove_attribute("open");
    }
}

/// Cite and permalink, beside the title.
pub fn actions(page: &Page, incident: &Incident) -> Html {
    let to_cite = Callback::from(|_: MouseEvent| focus("part-cite-title"));
    let permanent = crate::route::Route {
        view: View::Incident(incident.id.clone()),
        ..crate::route::Route::default()
    };
    html! {
        <p class="actions">
            <button type="button" class="action" onclick={to_cite}>{story::cite(page.lang)}</button>
            <a class="action" href={permanent.href()}>{story::permalink(page.lang)}</a>
            { tray::toggle(page, incident) }
            { embed(page) }
            <span class="note">{story::keys_hint(page.lang)}</span>
        </p>
    }
}
