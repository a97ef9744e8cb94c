//! The cards: what is claimed, the lane, and how the entry stands.

use super::component::keyed;
use super::hooks::use_effect_with;
use super::icons::{Icon, icon};
use super::insights::resting;
use super::lane::{Calendar, lane};
use super::paper;
use super::parts::{group, named, route_line, rung_glyph, rung_words, victim_names, victim_text};
use super::tray;
use crate::browser::page::watch_for;
use crate::markup::html;
use crate::messages::{explore, format, save, search, words};
use crate::state::{Action, Page};
use incidents::model::{Date, Incident, Milestone};
use incidents::search::Relief;
use incidents::search::why::{Reason, all_marks, why};
use std::ops::Range;
use yew::functional::Hook;
use yew::prelude::*;

/// All entries of the result, or what to drop so that there are some. A card is known by its place, so
/// that a letter changes what it says, and makes no card anew.
pub fn cards(page: &Page) -> Html {
    let found: Vec<&Incident> = page
        .results
        .hits
        .iter()
        .filter_map(|id| page.dataset.incidents.get(id))
        .collect();
    if found.is_empty() {
        return no_match(page);
    }
    let calendar = Calendar::of(&page.dataset, found.iter().copied());
    let left = found.len().saturating_sub(page.unrolled);
    html! {
        <>
            { resting(page) }
            <ol class="cards">
                { for (0..page.unrolled).zip(found).map(|(place, i)| html! {
                    <li key={place}>{card(page, i, calendar)}</li>
                }) }
            </ol>
            // In the first frame it would be in sight, before what stands around the cards is there.
            if left > 0 && page.is_settled() {
                { more(page, left) }
            }
        </>
    }
}

/// The way to the cards below: reached by scrolling, or pressed.
fn more(page: &Page, left: usize) -> Html {
    keyed(
        page.unrolled,
        (page.clone(), left),
        |(page, left), hooks| use_more(page, *left).run(hooks),
    )
}

#[hook]
fn use_more(page: &Page, left: usize) -> Html {
    let more = page.act(|| Action::Unroll);
    {
        let more = more.clone();
        use_effect_with((), move |()| {
            let watch = watch_for("more", move || more.emit(()));
            move || drop(watch)
        });
    }
    let onclick = page.act(|| Action::Unroll);
    html! {
        <button type="button" class="action more" id="more" {onclick}>
            {explore::more(page.lang, left)}
        </button>
    }
}

/// One entry.
pub fn card(page: &Page, incident: &Incident, calendar: Calendar) -> Html {
    let (name, second) = victim_names(page, incident);
    let (title, words) = (incident.title.get(page.lang), &page.results.words);
    html! {
        <article class="card" data-id={incident.id.to_string()}>
            <div>
                <h2><a href={page.href(&incident.id)}>{name}</a></h2>
                <p class="second">{second}</p>
                <p class="what">{marked(title, &all_marks(words, title))}</p>
                { route_line(page, incident) }
                { doubt(page, incident) }
                { for reasons(page, incident) }
            </div>
            <div>
                { lane(page, incident, calendar) }
                { dates(page, incident) }
            </div>
            { standing(page, incident) }
        </article>
    }
}

/// Text with the words that were asked for.
fn marked(text: &str, marks: &[Range<usize>]) -> Html {
    let mut parts: Vec<Html> = Vec::new();
    let mut at = 0;
    let part = |range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
    for mark in marks {
        parts.push(html! { {part(at..mark.start)} });
        parts.push(html! { <mark>{part(mark.clone())}</mark> });
        at = mark.end;
    }
    parts.push(html! { {part(at..text.len())} });
    html! { { for parts } }
}

/// The passages that made the entry a hit, where the card does not show them anyway.
fn reasons(page: &Page, incident: &Incident) -> Vec<Html> {
    let (lang, words) = (page.lang, &page.results.words);
    if words.is_empty() {
        return Vec::new();
    }
    let name = victim_text(page, incident);
    let seen = [incident.title.get(lang), name.as_str()];
    let reasons = why(&page.dataset, words, incident, &seen);
    let line = |reason: &Reason| {
        html! {
            <p class="why">
                <b>{search::place(lang, reason.place)}</b>
                <span>{marked(&reason.text, &all_marks(words, &reason.text))}</span>
            </p>
        }
    };
    reasons.iter().map(line).collect()
}

/// That the entry may answer, or answers by another spelling.
fn doubt(page: &Page, incident: &Incident) -> Html {
    let (lang, results) = (page.lang, &page.results);
    let possible = results.possible.contains(&incident.id);
    let slip = results.slips.contains(&incident.id);
    if !possible && !slip {
        return Html::default();
    }
    html! {
        <p class="doubt">
            if possible { <b title={search::possible_note(lang)}>{search::possible(lang)}</b> }
            if slip { <b>{search::slip(lang)}</b> }
        </p>
    }
}

/// The three dates, each as wide as it is known.
pub fn dates(page: &Page, incident: &Incident) -> Html {
    let lang = page.lang;
    html! {
        <dl class="dates">
            { date(page, incident, words::began(lang), &incident.began) }
            { date(page, incident, words::detected(lang), &incident.detected) }
            { date(page, incident, words::disclosed(lang), &incident.disclosed) }
        </dl>
    }
}

/// A date as wide as it is known; further occurrences follow it.
fn date(page: &Page, incident: &Incident, word: &'static str, list: &[Milestone]) -> Html {
    let lang = page.lang;
    let known: Vec<Date> = list
        .iter()
        .filter_map(|m| page.dataset.date_of(incident, m))
        .collect();
    let precision = explore::precision(lang, &known);
    let nth = |(n, date): (usize, &Date)| {
        html! {
            <>{if n > 0 { format::comma(lang) } else { "" }}<span>{format::date(lang, date)}</span></>
        }
    };
    html! {
        <div>
            <dt>{word}{ for precision.map(|p| html! { <small>{p}</small> }) }</dt>
            if known.is_empty() {
                <dd class="quiet">{words::not_published(lang)}</dd>
            } else {
                <dd>{ for known.iter().enumerate().map(nth) }</dd>
            }
        </div>
    }
}

fn standing(page: &Page, incident: &Incident) -> Html {
    let (lang, dataset) = (page.lang, &page.dataset);
    let mut names: Vec<String> = Vec::new();
    let mut groups: Vec<Html> = Vec::new();
    let named_by = incident.attributions.iter();
    for attribution in named_by.filter(|a| a.rung.is_on_ladder()) {
        let name = named(page, attribution);
        if !names.contains(&name) {
            groups.extend((!names.is_empty()).then(|| html! { {format::comma(lang)} }));
            groups.push(group(page, attribution));
            names.push(name);
        }
    }
    let disputes = dataset.points(incident);
    html! {
        <div class="standing">
            <p class="rung">
                { rung_glyph(incident) }
                <span><b>{rung_words(lang, incident)}</b>{ for groups }</span>
            </p>
            <p class="tally">
                {icon(Icon::Sheet)}{words::n_sources(lang, incident.sources.len())}
                { for paper::notes(page, incident).map(|(first, last)| html! {
                    <span class="on-paper">{format::comma(lang)}{save::notes(lang, first, last)}</span>
                }) }
            </p>
            if disputes > 0 {
                <p class="tally conflicts">{icon(Icon::Conflict)}{words::n_disputes(lang, disputes)}</p>
            } else {
                <p class="tally">{icon(Icon::Conflict)}{words::no_contradiction(lang)}</p>
            }
            { tray::toggle(page, incident) }
        </div>
    }
}

/// Nothing matches: what to drop, and what that would give.
pub fn no_match(page: &Page) -> Html {
    let lang = page.lang;
    let reliefs = &page.results.reliefs;
    let clear = page.act(|| Action::ClearAll);
    html! {
        <div class="panel">
            <h2>{words::no_match(lang)}</h2>
            <p>{match reliefs.is_empty() {
                true => words::no_match_none(lang),
                false => words::no_match_help(lang),
            }}</p>
            <p class="choices">
                { for reliefs.iter().map(|r| relief(page, r)) }
                <button type="button" class="action" onclick={clear}>{words::back_to_all(lang)}</button>
            </p>
        </div>
    }
}

fn relief(page: &Page, relief: &Relief) -> Html {
    let (lang, query) = (page.lang, relief.query.text().to_owned());
    let onclick = page.act(move || Action::EditQuery(query.clone()));
    html! {
        <button type="button" class="action" {onclick}>
            <span>
                {words::drop(lang)}{" "}<code>{relief.dropped.clone()}</code>{format::comma(lang)}
                {words::gives(lang, relief.count)}
            </span>
        </button>
    }
}

#[cfg(test)]
mod tests;
