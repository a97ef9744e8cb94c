//! Who had detected and not told on the marked day, and what no picture of silence can hold.

use super::lanes::{Lane, Lanes};
use crate::markup::html;
use crate::messages::{format, timeline as say};
use crate::state::Page;
use incidents::dataset::silent::{Known, Standing, Window};
use incidents::model::{CountryCode, Day, Incident};
use incidents::table::{Table, sort_by_key};
use std::cmp::Reverse;
use yew::prelude::*;

/// Longer lists than this show their longest silences; the lanes show all.
const MOST: usize = 10;

/// The list of a day, and below it what no day changes.
pub fn day_list(page: &Page, lanes: &Lanes, day: Day, known: Html) -> Html {
    let lang = page.lang;
    let certain = silent(&lanes.all, day, Standing::Certain);
    let possible = silent(&lanes.all, day, Standing::Possible);
    let more = i32::try_from(possible.len()).unwrap_or(i32::MAX);
    html! {
        <aside class="twin day-list" aria-labelledby="timeline-list">
            <h2 id="timeline-list">{say::on_day(lang, &format::day(lang, day))}</h2>
            if certain.is_empty() {
                <p class="tally" id="timeline-tally"><span>{say::nobody_then(lang)}</span></p>
            } else {
                <p class="tally" id="timeline-tally">
                    <span class="big">{certain.len()}</span>
                    <span>{say::silent_then(lang)}{" "}{by_country(page, &certain)}</span>
                </p>
            }
            if more > 0 { <p class="note">{say::possibly_more(lang, more)}</p> }
            <ul class="who">{ for certain.iter().take(MOST).map(|(lane, window)| who(page, lane, window, day)) }</ul>
            if more > 0 {
                <h3>{say::open_dates(lang)}</h3>
                <ul class="who perhaps">{ for possible.iter().take(MOST).map(|(lane, window)| who(page, lane, window, day)) }</ul>
            }
            if certain.len().max(possible.len()) > MOST { <p class="note">{say::longest(lang, MOST)}</p> }
            <p class="note">{say::so_far_note(lang)}</p>
            { known }
        </aside>
    }
}

/// The lanes of those who were silent, longest first.
fn silent(lanes: &[Lane], day: Day, standing: Standing) -> Vec<(&Lane, Window)> {
    let on = |lane: &'_ Lane| lane.window.filter(|w| w.on(day) == Some(standing));
    let mut silent: Vec<(&Lane, Window)> = lanes
        .iter()
        .filter_map(|lane| Some((lane, on(lane)?)))
        .collect();
    sort_by_key(&mut silent, |(_, window)| {
        Reverse(window.so_far(day).twice_middle())
    });
    silent
}

/// Where the victims have their seat: `Japan 4, Italy 1`.
fn by_country(page: &Page, silent: &[(&Lane, Window)]) -> String {
    let mut counts: Table<CountryCode, usize> = Table::default();
    let incidents = silent
        .iter()
        .filter_map(|(lane, _)| page.dataset.incidents.get(&lane.id));
    for code in incidents.flat_map(|incident| page.dataset.victim_countries(incident)) {
        counts.update(code, || 0, |n| *n += 1);
    }
    let name = |code: &CountryCode| page.dataset.country_name(code, page.lang).to_owned();
    let mut named: Vec<(String, usize)> = counts.iter().map(|(code, n)| (name(code), *n)).collect();
    sort_by_key(&mut named, |(_, n)| Reverse(*n));
    match named.is_empty() {
        true => String::new(),
        false => say::by_country(page.lang, &named),
    }
}

fn who(page: &Page, lane: &Lane, window: &Window, day: Day) -> Html {
    let lang = page.lang;
    let dates = page
        .dataset
        .incidents
        .get(&lane.id)
        .and_then(|incident: &Incident| {
            let detected = page.dataset.detected(incident)?;
            Some((detected, page.dataset.disclosed(incident)?))
        });
    let told = dates.map(|(detected, disclosed)| {
        let (detected, told) = (
            format::date(lang, &detected),
            format::date(lang, &disclosed),
        );
        say::detected_and_told(lang, &detected, &told, &window.until_told(day))
    });
    html! {
        <li key={lane.id.as_str()}>
            <a href={page.href(&lane.id)}>{lane.name.clone()}</a>
            <span class="so-far">{format::days_long(lang, &window.so_far(day))}</span>
            <small>{told.unwrap_or_default()}</small>
        </li>
    }
}

/// How many entries of the result have which dates.
pub fn known(page: &Page, known: &Known) -> Html {
    let lang = page.lang;
    let rows = [
        (say::both_to_the_day(lang), known.to_the_day),
        (say::both_wider(lang), known.wider),
        (say::no_detection(lang), known.no_detection),
        (say::no_disclosure(lang), known.no_disclosure),
        (say::neither(lang), known.neither),
    ];
    let row = |(text, n): (&str, usize)| html! { <><dt>{text.to_owned()}</dt><dd>{n}</dd></> };
    html! {
        <section class="box-note" aria-labelledby="timeline-known">
            <h3 id="timeline-known">{say::not_in_picture(lang)}</h3>
            <dl class="known">
                { for rows.into_iter().map(row) }
                <dt class="sum">{say::all_entries(lang)}</dt><dd class="sum">{known.all()}</dd>
            </dl>
        </section>
    }
}
