//! Where it stands: numbered sources and related entries.

use super::super::parts::{entry_text, published, title};
use super::super::tray;
use crate::markup::html;
use crate::messages::{format, incident as say, words};
use crate::route::Subject;
use crate::state::Page;
use incidents::model::{Incident, IncidentId, Source, Text, WebAddress};
use yew::Html;

/// Numbered sources with how each was seen.
pub fn sources(page: &Page, incident: &Incident) -> Html {
    let all = incident.sources.iter().enumerate();
    html! {
        <>
            <p class="lede">{say::sources_note(page.lang)}</p>
            <ol class="sources">{ for all.map(|(i, s)| source(page, i + 1, s)) }</ol>
        </>
    }
}

/// One source.
pub fn source(page: &Page, number: usize, source: &Source) -> Html {
    let lang = page.lang;
    html! {
        <li id={format!("source-{number}")} tabindex="-1" value={number.to_string()}>
            <b><a href={page.about(Subject::Source(source.publisher.clone()))}>{source.publisher.clone()}</a></b>{format::comma(lang)}
            {title(lang, source)}{format::comma(lang)}{published(lang, source)}
            { external(&source.url, None) }
            { for source.archive.iter().map(|a| external(a, Some(say::archive(lang)))) }
        </li>
    }
}

/// A link to another site: only a checked address can become one.
fn external(address: &WebAddress, what: Option<&'static str>) -> Html {
    html! {
        <a class="url" href={address.to_string()} target="_blank" rel="noopener noreferrer">
            if let Some(what) = what { {what}{": "} }
            <span>{address.shown().to_owned()}</span>
        </a>
    }
}

/// Other entries: those this one names, and those that name this one; each once.
pub fn related(page: &Page, incident: &Incident) -> Option<Html> {
    let mut all: Vec<(&Incident, Vec<&Text>)> = Vec::new();
    for (id, reason) in reasons(page, incident) {
        match all.iter_mut().find(|(other, _)| other.id == *id) {
            Some((_, reasons)) => reasons.push(reason),
            None => all.extend(
                page.dataset
                    .incidents
                    .get(id)
                    .map(|other| (other, vec![reason])),
            ),
        }
    }
    let item = |(other, reasons): &(&Incident, Vec<&Text>)| neighbour(page, other, reasons);
    (!all.is_empty()).then(|| html! { <ul class="related">{ for all.iter().map(item) }</ul> })
}

/// Declared here first, then declared there.
fn reasons<'a>(page: &'a Page, incident: &'a Incident) -> Vec<(&'a IncidentId, &'a Text)> {
    let mut pairs: Vec<_> = incident
        .related
        .iter()
        .map(|r| (&r.incident, &r.reason))
        .collect();
    for other in page.dataset.incidents.values() {
        let back = other.related.iter().filter(|r| r.incident == incident.id);
        pairs.extend(back.map(|r| (&other.id, &r.reason)));
    }
    pairs
}

fn neighbour(page: &Page, other: &Incident, reasons: &[&Text]) -> Html {
    let lang = page.lang;
    let silence = page.dataset.silence(other);
    html! {
        <li>
            <a href={page.href(&other.id)}>{entry_text(page, other)}</a>
            {" "}{ tray::small(page, other) }
            { for reasons.iter().map(|r| html! { <p>{r.get(lang).to_owned()}</p> }) }
            if let Some(silence) = silence {
                <p class="silent">{format::days_silent(lang, &silence)}</p>
            } else {
                <p class="quiet">{words::silence_unknown(lang)}</p>
            }
        </li>
    }
}
