//! What the page stands for, its totals, the switch for single-letter keys, and what maintainers need.

use super::guide::guide;
use super::privacy::privacy;
use crate::markup::html;
use crate::messages::words;
use crate::state::{Action, Page};
use yew::Html;

/// The foot of every page.
pub fn footer(page: &Page, keys: bool) -> Html {
    let (lang, dataset) = (page.lang, &page.dataset);
    let entries = dataset.incidents.values();
    let citations = entries.clone().map(|i| i.sources.len()).sum();
    let disputes = entries.map(|i| dataset.points(i)).sum();
    let totals = words::totals(lang, dataset.incidents.len(), citations, disputes);
    let switch = page.act(move || Action::UseKeys(!keys));
    html! {
        <footer class="foot">
            <p>{words::footer(lang)}</p>
            <label>
                <input type="checkbox" checked={keys} onchange={switch} />
                {words::keys(lang)}{" ("}{words::keys_hint(lang)}{")"}
            </label>
            <p>{totals}</p>
            { privacy(lang) }
            { guide(lang) }
        </footer>
    }
}
