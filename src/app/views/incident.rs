//! One entry: its figures, dates, claims, attribution, way in, sources.

mod dates;
mod ledger;
mod standing;

use super::parts::{entry_text, organisation, route_line, rung_words, victim_names};
use crate::browser::page::focus;
use crate::messages::{format, vocabulary, words};
use crate::route::View;
use crate::state::Page;
use incidents::model::{Incident, IncidentId, Question, Victim};
use yew::prelude::*;

/// What [`IncidentPage`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct IncidentProps {
    /// Which entry.
    pub id: IncidentId,
    /// The page's values.
    pub page: Page,
}

/// The page of one entry; an unknown id gets a sentence and a way back.
#[component]
pub fn IncidentPage(props: &IncidentProps) -> Html {
    let IncidentProps { id, page } = props;
    let claim = page.route.claim.clone();
    use_effect_with((id.clone(), claim), |(_, claim)| {
        if let Some(claim) = claim {
            focus(&format!("claim-{claim}"));
        }
    });
    match page.dataset.incidents.get(id) {
        Some(incident) => entry(page, incident),
        None => html! {
            <div class="panel">
                <h1>{words::unknown_incident(page.lang)}</h1>
                <p><code>{id.to_string()}</code></p>
                <p><a href={page.route.on(View::Cards).href()}>{words::back_to_all(page.lang)}</a></p>
            </div>
        },
    }
}

/// A sound entry.
pub fn entry(page: &Page, incident: &Incident) -> Html {
    let lang = page.lang;
    html! {
        <div class="incident">
            { crumbs(page, incident) }
            { head(page, incident) }
            { figures(page, incident) }
            { block(words::three_dates(lang), dates::dates(page, incident)) }
            { block(words::ledger(lang), ledger::ledger(page, incident)) }
            <div class="pair">
                { block(words::way_in(lang), standing::way_in(page, incident)) }
                { block(words::ladder(lang), standing::ladder(page, incident)) }
            </div>
            <div class="pair">
                { block(words::responses(lang), standing::responses(page, incident)) }
                { questions(page, incident) }
            </div>
            { standing::remarks(page, incident) }
            { block(words::sources(lang), standing::sources(page, incident)) }
            { standing::related(page, incident) }
            { cite(page, incident) }
        </div>
    }
}

fn block(title: &'static str, content: Html) -> Html {
    html! { <section class="block"><h2>{title}</h2>{content}</section> }
}

fn crumbs(page: &Page, incident: &Incident) -> Html {
    let place = page.results.hits.iter().position(|id| *id == incident.id);
    let all = page.results.hits.len();
    html! {
        <p class="crumbs">
            <a href={page.route.on(View::Cards).href()}>{words::gives(page.lang, all)}</a>
            if let Some(place) = place { {format!(" / {} / {all} / ", place + 1)} } else { {" / "} }
            <code>{incident.id.to_string()}</code>
        </p>
    }
}

fn head(page: &Page, incident: &Incident) -> Html {
    let (name, second) = victim_names(page, incident);
    let others = incident.victims.iter().skip(1).filter_map(|v| match v {
        Victim::Organisation(id) => Some(html! { <>{", "}{organisation(page, id)}</> }),
        Victim::Unnamed(_) => None,
    });
    html! {
        <header class="incident-head">
            <h1>{name}{ for others }<span class="second">{second}</span></h1>
            <p class="what">{incident.title.get(page.lang).to_owned()}</p>
            <p class="what summary">{incident.summary.get(page.lang).to_owned()}</p>
        </header>
    }
}

fn figures(page: &Page, incident: &Incident) -> Html {
    let (lang, dataset) = (page.lang, &page.dataset);
    let held = dataset.claims_about(incident);
    let disputes = dataset.disputes(incident).len();
    let undated = incident.sources.iter().filter(|s| s.date.is_none()).count();
    let silence = dataset.silence(incident);
    let later = dataset
        .later_silences(incident)
        .into_iter()
        .map(|(milestone, range)| {
            let label = milestone.label.as_ref().map_or("", |l| l.get(lang));
            html! { <small>{words::from_label(lang, &format::days(lang, &range), label)}</small> }
        });
    let best = incident.sources.iter().map(|s| s.evidence).min();
    html! {
        <dl class="facts">
            <div>
                <dt>{words::silence_measure(lang)}</dt>
                <dd class="silent">
                    {silence.map_or(vocabulary::silence_precision(lang, dataset.silence_precision(incident)).to_owned(), |s| format::days_long(lang, &s))}
                    <small>{vocabulary::silence_precision(lang, dataset.silence_precision(incident))}</small>
                    { for later }
                </dd>
            </div>
            <div>
                <dt>{words::rungs_held(lang)}</dt>
                <dd>{rung_words(lang, incident)}</dd>
            </div>
            <div>
                <dt>{words::entry(lang)}</dt>
                <dd>{route_line(page, incident)}</dd>
            </div>
            <div>
                <dt>{words::claims_on_record(lang)}</dt>
                <dd>
                    {words::n_claims(lang, held.len(), incident.sources.len())}
                    <small>{words::n_undated(lang, undated)}</small>
                    { for best.map(|e| html! { <small>{vocabulary::evidence(lang, e)}</small> }) }
                </dd>
            </div>
            <div>
                <dt>{words::disagree_on(lang)}</dt>
                <dd class={classes!((disputes > 0).then_some("conflicts"))}>{disputes}</dd>
            </div>
        </dl>
    }
}

fn questions(page: &Page, incident: &Incident) -> Html {
    if incident.open_questions.is_empty() {
        return Html::default();
    }
    let item = |text: &incidents::model::Text| html! { <li>{text.get(page.lang).to_owned()}</li> };
    let list = html! { <ul class="steps">{ for incident.open_questions.iter().map(item) }</ul> };
    block(words::open_questions(page.lang), list)
}

/// A citation in plain text, with the data's fingerprint and the address within the page.
fn cite(page: &Page, incident: &Incident) -> Html {
    let text = format!(
        "{}: {}. Incident Explorer, data {}, #/incident/{}",
        entry_text(page, incident),
        incident.title.get(page.lang),
        page.dataset.version,
        incident.id
    );
    html! {
        <details class="block cite-entry">
            <summary>{words::cite(page.lang)}</summary>
            <p><code>{text}</code></p>
        </details>
    }
}

/// Questions that have a place of their own on the page and do not stand in the ledger.
const ELSEWHERE: [Question; 2] = [Question::Response, Question::Remark];
