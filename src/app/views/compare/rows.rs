//! The rows of a comparison: a question each, and what every entry has for it.

use super::super::incident::{ELSEWHERE, marks};
use super::super::parts::{
    citations, claim_href, claimant, group, role_mark, rung_glyph, rung_words, waypoint,
};
use crate::markup::html;
use crate::messages::{format, story, vocabulary, words};
use crate::state::Page;
use incidents::dataset::Held;
use incidents::dataset::grid::Column;
use incidents::model::{Attribution, Incident, Question, Rung};
use incidents::table::sort_by_key;
use yew::Html;

/// A row: what is asked, and a cell for each entry.
fn row(asked: &'static str, cells: impl Iterator<Item = Html>) -> Html {
    html! { <tr><th scope="row">{asked}</th>{ for cells }</tr> }
}

/// The measures and counts.
pub fn figures(page: &Page, entries: &[&Incident]) -> Vec<Html> {
    let (lang, dataset) = (page.lang, &page.dataset);
    let cells =
        |asked, cell: &dyn Fn(&Incident) -> Html| row(asked, entries.iter().map(|i| cell(i)));
    vec![
        cells(words::silence_measure(lang), &|incident| {
            silence(page, incident)
        }),
        cells(words::rungs_held(lang), &|incident| {
            html! { <td>{ rung_glyph(incident) }{" "}{rung_words(lang, incident)}</td> }
        }),
        cells(words::claims_on_record(lang), &|incident| {
            let claims = dataset.claims_about(incident).len();
            html! { <td>{words::n_claims(lang, claims, incident.sources.len())}</td> }
        }),
        cells(words::disagree_on(lang), &|incident| {
            let points = dataset.points(incident);
            let class = (points > 0).then_some("conflicts");
            html! { <td {class}>{crate::messages::incident::points(lang, points)}</td> }
        }),
    ]
}

/// The silence with the windows from further detections; sources that disagree make it contested.
fn silence(page: &Page, incident: &Incident) -> Html {
    let (lang, dataset) = (page.lang, &page.dataset);
    let Some(range) = dataset.silence(incident) else {
        return html! { <td class="quiet">{story::not_known(lang)}</td> };
    };
    let later = dataset.later_silences(incident).into_iter();
    let later = later.map(|(milestone, range)| {
        let label = milestone.label.as_ref().map(|l| l.get(lang));
        let label = label.unwrap_or(crate::messages::incident::second_window(lang));
        html! { <small>{words::from_label(lang, &format::days(lang, &range), label)}</small> }
    });
    html! {
        <td>
            <b class="silent">{format::days_long(lang, &range)}</b>{ for later }
            if dataset.is_contested(incident, Column::Silence) {
                <small class="mark-conflict">{crate::messages::table::disagree(lang)}</small>
            }
        </td>
    }
}

/// Every question that somebody answers for one of the entries, with all answers.
pub fn claims(page: &Page, entries: &[&Incident]) -> Vec<Html> {
    let mut held: Vec<Vec<Held<'_>>> = Vec::new();
    for incident in entries {
        let mut own = page.dataset.claims_about(incident);
        // Oldest first, undated last.
        sort_by_key(&mut own, |h| {
            let date = h.claim.date.as_ref();
            (date.is_none(), date.map(|d| d.earliest()))
        });
        held.push(own);
    }
    let asked = |question: &&Question| {
        let answered = held
            .iter()
            .flatten()
            .any(|h| h.claim.question == **question);
        answered && !ELSEWHERE.contains(question)
    };
    let questions = Question::ALL.iter().filter(asked);
    let answers = |question: &Question| {
        let cells = entries.iter().zip(&held).map(|(incident, held)| {
            let own = held.iter().filter(|h| h.claim.question == *question);
            answered(page, incident, &own.copied().collect::<Vec<_>>())
        });
        row(vocabulary::question(page.lang, *question), cells)
    };
    questions.map(answers).collect()
}

fn answered(page: &Page, incident: &Incident, held: &[Held<'_>]) -> Html {
    if held.is_empty() {
        return html! { <td class="quiet">{words::no_statement(page.lang)}</td> };
    }
    let contested = !page.dataset.points_among(held).is_empty();
    html! { <td data-conflict={contested.to_string()}>{ for held.iter().map(|h| says(page, incident, h)) }</td> }
}

/// What is said, by whom, when, how, in which sources of the entry, and against whom.
pub fn says(page: &Page, incident: &Incident, held: &Held<'_>) -> Html {
    let (lang, claim) = (page.lang, held.claim);
    let comma = format::comma(lang);
    let stance = vocabulary::stance(lang, claim.stance);
    let date = claim.date.as_ref().map(|d| format::date(lang, d));
    let sources = claim.sources.len();
    html! {
        <div class="said" data-role={claim.role.word()} data-stance={claim.stance.word()}>
            <p>{claim.text.get(lang).to_owned()}</p>
            <p class="when">
                { role_mark(lang, claim.role) }{" "}
                <a href={claim_href(page, held)}>{claimant(page, held)}</a>
                {comma}{date.unwrap_or_else(|| words::not_dated(lang).to_ascii_lowercase())}
                if !stance.is_empty() { {comma}<b>{stance}</b> }
                if claim.source_not_matched { {comma}{citations(page, held, incident)} }
                else { {comma}{words::n_sources(lang, sources)} }
            </p>
            { marks(page, held) }
        </div>
    }
}

/// The steps of each way in, in order, in words.
pub fn ways(page: &Page, entries: &[&Incident]) -> Vec<Html> {
    let lang = page.lang;
    let cell = |incident: &&Incident| {
        if incident.pivots.is_empty() {
            return html! { <td class="quiet">{words::no_entry_office(lang)}</td> };
        }
        let step = |pivot: &incidents::model::Pivot| {
            let claims = page.dataset.claims(incident, &pivot.claims);
            html! {
                <li>
                    <b>{waypoint(page, &pivot.from)}{" → "}{waypoint(page, &pivot.to)}</b>
                    { for claims.iter().map(|held| by(page, held)) }
                </li>
            }
        };
        html! { <td><ol class="steps">{ for incident.pivots.iter().map(step) }</ol></td> }
    };
    vec![row(words::way_in(lang), entries.iter().map(cell))]
}

/// Who says it, when and how, leading to the claim.
fn by(page: &Page, held: &Held<'_>) -> Html {
    let (lang, comma) = (page.lang, format::comma(page.lang));
    let stance = vocabulary::stance(lang, held.claim.stance);
    let date = held.claim.date.as_ref().map(|d| format::date(lang, d));
    html! {
        <p class="when">
            <a href={claim_href(page, held)}>{claimant(page, held)}</a>
            if let Some(date) = date { {comma}{date} }
            if !stance.is_empty() { {comma}{stance} }
        </p>
    }
}

/// Each rung, the highest first, then what stands beside the ladder.
pub fn rungs(page: &Page, entries: &[&Incident]) -> Vec<Html> {
    let lang = page.lang;
    let rung = |rung: Rung| {
        let cell = |incident: &&Incident| {
            let held: Vec<&Attribution> = incident.attributions_on(rung).collect();
            if held.is_empty() {
                return html! { <td class="quiet">{words::no_claim_held(lang)}</td> };
            }
            html! { <td>{ for held.into_iter().map(|a| attribution(page, incident, a)) }</td> }
        };
        row(vocabulary::rung(lang, rung), entries.iter().map(cell))
    };
    let beside = Rung::ALL.iter().copied().filter(|r| {
        let held = |i: &&Incident| i.attributions_on(*r).next().is_some();
        !r.is_on_ladder() && entries.iter().any(held)
    });
    let ladder = Rung::LADDER.into_iter().rev();
    ladder.chain(beside).map(rung).collect()
}

fn attribution(page: &Page, incident: &Incident, attribution: &Attribution) -> Html {
    let claims = page.dataset.claims(incident, &attribution.claims);
    html! {
        <div class="said">
            <b>{group(page, attribution)}</b>
            { for claims.iter().map(|held| by(page, held)) }
        </div>
    }
}
