//! What the compared entries share: publications that several cite, statements on several.

use super::super::parts::{entry_text, published, title};
use super::rows::says;
use crate::markup::html;
use crate::messages::{compare as say, format};
use crate::state::Page;
use incidents::dataset::shared::{Shared, sources as in_common};
use incidents::model::Incident;
use yew::Html;

/// The publications with who cites them, then the statements; none is said too.
pub fn sources(page: &Page, entries: &[&Incident]) -> Html {
    let lang = page.lang;
    let common = in_common(entries);
    let claims = page.dataset.claims_shared(entries);
    html! {
        <>
            if common.is_empty() {
                <p class="quiet">{say::none_common(lang)}</p>
            } else {
                <ol class="common">{ for common.iter().map(|shared| source(page, entries, shared)) }</ol>
            }
            if !claims.is_empty() {
                <h3>{say::claims_common(lang)}</h3>
                { for claims.iter().map(|held| says(page, held.home, held)) }
            }
        </>
    }
}

fn source(page: &Page, entries: &[&Incident], shared: &Shared<'_>) -> Html {
    let (lang, source) = (page.lang, shared.source);
    let cited = shared.cited.iter().filter_map(|(at, n)| {
        let name = entry_text(page, entries.get(*at)?);
        Some(format!("{name} [{n}]"))
    });
    let cited: Vec<String> = cited.collect();
    html! {
        <li>
            <b>{source.publisher.clone()}</b>{format::comma(lang)}
            {title(lang, source)}{format::comma(lang)}{published(lang, source)}
            <a class="url" href={source.url.to_string()} target="_blank" rel="noopener noreferrer">{source.url.shown().to_owned()}</a>
            <small>{say::held_by(lang)}{": "}{cited.join("; ")}</small>
        </li>
    }
}
