//! One entry: its figures, dates, claims, attribution, way in, sources.

mod calendar;
mod cite;
mod dates;
mod exposure;
mod here;
mod ladder;
mod ledger;
mod picture;
pub mod place_map;
mod sources;
mod standing;
mod story;
mod strip;
#[cfg(test)]
pub mod tests;

pub use ledger::marks;
pub use sources::source;

use super::component::component;
use super::hooks::use_effect_with;
use super::parts::{organisation_link, route_line, rung_words, victim_names};
use crate::browser::page::focus;
use crate::markup::html;
use crate::messages::{format, incident as say, story as words_of, words};
use crate::route::View;
use crate::state::Page;
use gloo::timers::callback::Timeout;
use incidents::dataset::Held;
use incidents::model::{Incident, IncidentId, Lang, Question, Victim};
use yew::functional::Hook;
use yew::prelude::*;

/// Questions that have a place of their own on the page and do not stand in the ledger.
pub const ELSEWHERE: [Question; 3] = [Question::Response, Question::Remark, Question::Profile];

/// The page of one entry; an unknown id gets a sentence and a way back.
pub fn incident(page: &Page, id: &IncidentId) -> Html {
    component((page.clone(), id.clone()), |(page, id), hooks| {
        use_incident(page, id).run(hooks)
    })
}

#[hook]
fn use_incident(page: &Page, id: &IncidentId) -> Html {
    let claim = page.route.claim.clone();
    use_effect_with((id.clone(), claim), |(_, claim)| {
        // A moment later, because opening a page scrolls to its top first.
        let wait = claim
            .clone()
            .map(|claim| Timeout::new(0, move || go_to(&claim)));
        move || drop(wait)
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

/// Focuses a claim where it is shown: in the table, or in the thread of a narrow window. What is
/// not shown takes no focus.
fn go_to(claim: &str) {
    focus(&format!("claim-{claim}"));
    focus(&format!("thread-claim-{claim}"));
}

/// The element of a claim; a claim of another entry carries that entry's id, because names are
/// unique only within one.
fn anchor(incident: &Incident, held: &Held<'_>) -> String {
    match held.home.id == incident.id {
        true => format!("claim-{}", held.claim.id),
        false => format!("claim-{}-of-{}", held.claim.id, held.home.id),
    }
}

/// A sound entry.
pub fn entry(page: &Page, incident: &Incident) -> Html {
    let parts = parts(page, incident);
    let contents: Vec<here::Part> = parts.iter().map(|(part, ..)| *part).collect();
    let mut shown = parts.into_iter().map(section).peekable();
    let mut rows: Vec<Html> = Vec::new();
    // Two narrow sections that follow one another share a row.
    while let Some((html, narrow)) = shown.next() {
        match shown.next_if(|(_, next)| narrow && *next) {
            Some((second, _)) => rows.push(html! { <div class="pair">{html}{second}</div> }),
            None => rows.push(html),
        }
    }
    html! {
        <article class="incident">
            { here::here(page, incident, &contents) }
            { head(page, incident) }
            { unknown_claim(page, incident) }
            { figures(page, incident) }
            { for rows }
        </article>
    }
}

/// A section: its place in the contents, what it holds, and whether half the width will do.
type Section = (here::Part, Html, bool);

/// What the page has to tell, in order; what it has not is left out of the contents too.
fn parts(page: &Page, incident: &Incident) -> Vec<Section> {
    let (lang, dataset) = (page.lang, &page.dataset);
    let accounts = dataset.accounts(incident);
    let exposures = dataset.exposures(incident);
    let mut parts: Vec<Section> = Vec::new();
    let mut add = |there: bool, part: here::Part, narrow: bool, content: &dyn Fn() -> Html| {
        if there {
            parts.push((part, content(), narrow));
        }
    };
    let part = |id, title: fn(Lang) -> &'static str| (id, title(lang));
    let asked = |question| standing::of_question(page, incident, question);
    let (remarks, profiles) = (asked(Question::Remark), asked(Question::Profile));
    let cited = incident.id.clone();

    add(true, part("part-dates", words::three_dates), false, &|| {
        dates::dates(page, incident)
    });
    add(
        true,
        part("part-voices", words_of::spoke_first),
        false,
        &|| story::first_words(page, incident),
    );
    add(true, part("part-ledger", words::ledger), false, &|| {
        ledger::ledger(page, incident)
    });
    add(
        !accounts.is_empty(),
        part("part-story", words_of::changed),
        false,
        &|| story::accounts(page, &accounts, incident),
    );
    add(true, part("part-way", words::way_in), true, &|| {
        standing::way_in(page, incident)
    });
    add(true, part("part-ladder", words::ladder), true, &|| {
        ladder::ladder(page, incident)
    });
    add(
        !exposures.is_empty(),
        part("part-flaws", words_of::exposure),
        false,
        &|| exposure::exposures(page, incident, &exposures),
    );
    add(
        true,
        part("part-responses", words::responses),
        true,
        &|| standing::responses(page, incident),
    );
    add(
        !incident.open_questions.is_empty(),
        part("part-open", words::open_questions),
        true,
        &|| standing::questions(page, incident),
    );
    add(
        !remarks.is_empty(),
        part("part-remarks", standing::remarks_title),
        true,
        &|| standing::list(page, incident, &remarks, words::remarks_note(lang)),
    );
    add(
        !profiles.is_empty(),
        part("part-profiles", standing::profiles_title),
        true,
        &|| standing::list(page, incident, &profiles, say::profile_note(lang)),
    );
    add(true, part("part-sources", words::sources), false, &|| {
        sources::sources(page, incident)
    });
    let related = sources::related(page, incident);
    add(
        related.is_some(),
        part("part-related", words::related),
        false,
        &|| related.clone().unwrap_or_default(),
    );
    add(true, part("part-cite", words::cite), false, &|| {
        cite::cite(page, &cited)
    });
    parts
}

fn section(((id, title), content, narrow): Section) -> (Html, bool) {
    let heading = format!("{id}-title");
    let html = html! {
        <section class="block" {id}><h2 id={heading} tabindex="-1">{title}</h2>{content}</section>
    };
    (html, narrow)
}

fn head(page: &Page, incident: &Incident) -> Html {
    let lang = page.lang;
    let comma = format::comma(lang);
    let (name, second) = victim_names(page, incident);
    let name = match incident.victims.first() {
        Some(Victim::Organisation(id)) => organisation_link(page, id),
        _ => name,
    };
    let others = incident.victims.iter().skip(1).map(|v| match v {
        Victim::Organisation(id) => html! { <>{comma}{organisation_link(page, id)}</> },
        Victim::Unnamed(group) => html! { <>{comma}{group.description.get(lang).to_owned()}</> },
    });
    let year = incident.id.as_str().rsplit('-').next().unwrap_or("");
    let year = year
        .parse::<u16>()
        .ok()
        .filter(|y| *y > 1900)
        .map(|y| match lang {
            Lang::En => format!(", {y}"),
            Lang::Ja => format!("、{y}年"),
        });
    html! {
        <header class="incident-head">
            <h1>{name}{ for others }{year.unwrap_or_default()}{" "}<span class="second">{second}</span></h1>
            <p class="what">{incident.title.get(lang).to_owned()}</p>
            <p class="what summary">{incident.summary.get(lang).to_owned()}</p>
            { here::actions(page, incident) }
        </header>
    }
}

/// The address names a claim that is not here: said, not passed over.
fn unknown_claim(page: &Page, incident: &Incident) -> Html {
    let Some(name) = &page.route.claim else {
        return Html::default();
    };
    if incident.claims.iter().any(|c| c.id.as_str() == name) {
        return Html::default();
    }
    html! { <p class="notice" role="status">{say::unknown_claim(page.lang)}{" "}<code>{name.clone()}</code></p> }
}

/// The figures under the title.
pub fn figures(page: &Page, incident: &Incident) -> Html {
    let (lang, dataset) = (page.lang, &page.dataset);
    let disputes = dataset.points(incident);
    let undated = incident.sources.iter().filter(|s| s.date.is_none()).count();
    html! {
        <dl class="facts">
            <div><dt>{words::silence_measure(lang)}</dt>{ silence(page, incident) }</div>
            <div>
                <dt>{words::rungs_held(lang)}</dt>
                <dd>{rung_words(lang, incident)}<small>{say::rungs_without(lang, &incident.rungs())}</small></dd>
            </div>
            <div>
                <dt>{words::entry(lang)}</dt>
                <dd>{route_line(page, incident)}</dd>
            </div>
            <div>
                <dt>{words::claims_on_record(lang)}</dt>
                <dd>
                    {words::n_claims(lang, dataset.claims_about(incident).len(), incident.sources.len())}
                    <small>{say::undated(lang, undated)}</small>
                </dd>
            </div>
            <div>
                <dt>{say::evidence(lang)}</dt>
                <dd>{say::evidence_counts(lang, &incident.sources)}</dd>
            </div>
            <div>
                <dt>{words::disagree_on(lang)}</dt>
                <dd class={classes!((disputes > 0).then_some("conflicts"))}>
                    {say::points(lang, disputes)}
                    if disputes > 0 { <small>{say::marked(lang)}</small> }
                </dd>
            </div>
        </dl>
    }
}

/// The silence with how well it is known, and the windows from further detections.
fn silence(page: &Page, incident: &Incident) -> Html {
    let (lang, dataset) = (page.lang, &page.dataset);
    let dates = dataset.detected(incident).zip(dataset.disclosed(incident));
    let Some((detected, disclosed)) = dates else {
        return html! { <dd>{say::silence_not_known(lang)}<small>{say::silence_why(lang)}</small></dd> };
    };
    let window = detected.days_until(&disclosed);
    let later = dataset
        .later_silences(incident)
        .into_iter()
        .map(|(milestone, range)| {
            let label = milestone
                .label
                .as_ref()
                .map_or(say::second_window(lang), |l| l.get(lang));
            html! { <small>{words::from_label(lang, &format::days(lang, &range), label)}</small> }
        });
    html! {
        <dd class="silent">
            {format::days_long(lang, &window)}
            <small>{say::precision_sentence(lang, &detected, &disclosed)}</small>
            { for later }
        </dd>
    }
}
