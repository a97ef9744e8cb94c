//! What an embedded page says of itself: one line with what is shown, its data, and the whole page.

use super::cards::card;
use super::lane::Calendar;
use crate::browser::address::outward;
use crate::markup::html;
use crate::messages::{embed, words};
use crate::route::View;
use crate::state::Page;
use incidents::model::IncidentId;
use yew::Html;

/// The line at the foot.
pub fn credit(page: &Page) -> Html {
    let lang = page.lang;
    let shown = match &page.route.view {
        View::Incident(id) => page.dataset.incidents.get(id),
        _ => None,
    };
    let shown = match shown {
        Some(incident) => html! { <b>{incident.title.get(lang).to_owned()}</b> },
        None => {
            html! { <b>{page.results.hits.len()}{words::of_total(lang, page.results.total)}</b> }
        }
    };
    let whole =
        |href: String| html! { <a {href} target="_blank" rel="noopener">{embed::whole(lang)}</a> };
    html! {
        <footer class="credit">
            {shown}
            <span>{embed::source(lang, &page.dataset.version)}</span>
            { for outward(page.route.whole().href()).map(whole) }
        </footer>
    }
}

/// The card of one entry; a sentence where there is none of that name.
pub fn lone_card(page: &Page, id: &IncidentId) -> Html {
    let Some(incident) = page.dataset.incidents.get(id) else {
        return html! { <p class="empty">{embed::no_entry(page.lang, id.as_str())}</p> };
    };
    let calendar = Calendar::of(&page.dataset, [incident].into_iter());
    html! {
        <>
            <h1 class="unseen">{incident.title.get(page.lang).to_owned()}</h1>
            <div class="cards alone">{ card(page, incident, calendar) }</div>
        </>
    }
}
