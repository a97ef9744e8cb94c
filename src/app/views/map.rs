//! Victims by country, entry offices, and the ways in: a picture and its twin in words.

use super::icons::{Icon, icon};
use super::lane::px;
use super::parts::{citations, claim_href, claimant, entry_text, waypoint};
use crate::messages::words;
use crate::state::{Action, Page};
use geometry::label::{Label, Side, place};
use geometry::{EqualEarth, Point, Position, arc};
use incidents::model::{CountryCode, Incident, Pivot, Waypoint};
use incidents::search::Field;
use std::collections::BTreeMap;
use yew::prelude::*;

/// What [`MapView`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct MapProps {
    /// The page's values.
    pub page: Page,
}

/// The map of the current result.
#[component]
pub fn MapView(props: &MapProps) -> Html {
    let page = &props.page;
    let shown: Vec<&Incident> = page
        .results
        .hits
        .iter()
        .filter_map(|id| page.dataset.incidents.get(id))
        .collect();
    html! {
        <div class="with-list map-view">
            <div>
                { picture(page, &shown) }
                { legend(page, &shown) }
                <p class="note">{words::map_note(page.lang)}</p>
                { countries(page, &shown) }
            </div>
            { twin(page, &shown) }
        </div>
    }
}

/// How many entries of the result have a victim in each country.
fn victims(page: &Page, shown: &[&Incident]) -> BTreeMap<CountryCode, usize> {
    let mut counts = BTreeMap::new();
    for code in shown.iter().flat_map(|i| page.dataset.victim_countries(i)) {
        *counts.entry(code).or_default() += 1;
    }
    counts
}

/// The classes of the design: 1, 2 to 4, 5 to 9, 10 or more.
fn class(count: usize) -> &'static str {
    match count {
        0 => "land",
        1 => "land c1",
        2..=4 => "land c2",
        5..=9 => "land c3",
        _ => "land c4",
    }
}

fn picture(page: &Page, shown: &[&Incident]) -> Html {
    let (map, (top, height)) = (page.basemap.projection(), page.basemap.frame_px());
    let counts = victims(page, shown);
    let count = |code: &str| {
        code.parse()
            .ok()
            .and_then(|c| counts.get(&c).copied())
            .unwrap_or(0)
    };
    let outline = |(code, path): (&String, &String)| {
        html! {
            <path class={class(count(code))} d={path.clone()} />
        }
    };
    let small = counts
        .iter()
        .filter(|(c, _)| !page.basemap.outlines.contains_key(c.as_str()));
    let dot = |(code, n): (&CountryCode, &usize)| {
        let at = map.project(page.basemap.point(code.as_str())?);
        Some(html! { <circle class={class(*n)} cx={px(at.x_px)} cy={px(at.y_px)} r="3.5" /> })
    };
    html! {
        <div class="sea-fill">
            <svg class="map" role="group" aria-label={finding(page, shown)}
                viewBox={format!("0 {} {} {}", px(top), page.basemap.width_px, px(height))}>
                <g transform="scale(0.1)">
                    { for page.basemap.others.iter().map(|d| html! { <path class="land" d={d.clone()} /> }) }
                    { for page.basemap.outlines.iter().map(outline) }
                </g>
                { for small.filter_map(dot) }
                { ways(page, shown, &map) }
                { marks(page, shown, &map, top, height) }
            </svg>
        </div>
    }
}

/// What the picture shows, in a sentence.
fn finding(page: &Page, shown: &[&Incident]) -> String {
    let lang = page.lang;
    let counts = victims(page, shown);
    let victims: Vec<String> = counts
        .iter()
        .map(|(code, n)| format!("{} {n}", page.dataset.country_name(code, lang)))
        .collect();
    let with_offices = shown.iter().filter(|i| !i.pivots.is_empty()).count();
    format!(
        "{}: {}. {}",
        words::victims_by_country(lang),
        victims.join(", "),
        words::offices_known(lang, with_offices, shown.len())
    )
}

/// Where one end of a way in lies, and whether that is a published place.
fn position(page: &Page, end: &Waypoint) -> Option<(Position, bool)> {
    if let Waypoint::Office(reference) = end
        && let Some((_, office)) = page.dataset.office(reference)
        && let Some([lon_deg, lat_deg]) = office.lon_lat_deg
    {
        return Some((Position { lon_deg, lat_deg }, true));
    }
    let country = page.dataset.country_of(end)?;
    Some((page.basemap.point(country.as_str())?, false))
}

fn with_pivots<'a>(shown: &[&'a Incident]) -> Vec<&'a Incident> {
    shown
        .iter()
        .filter(|i| !i.pivots.is_empty())
        .copied()
        .collect()
}

fn ways(page: &Page, shown: &[&Incident], map: &EqualEarth) -> Html {
    let of = |(n, incident): (usize, &Incident)| {
        let style = if n == 0 { "arc-1" } else { "arc-2" };
        html! { { for incident.pivots.iter().map(|p| way(page, incident, p, map, style)) } }
    };
    html! { { for with_pivots(shown).into_iter().enumerate().map(of) } }
}

fn way(
    page: &Page,
    incident: &Incident,
    pivot: &Pivot,
    map: &EqualEarth,
    style: &'static str,
) -> Html {
    let ends = position(page, &pivot.from).zip(position(page, &pivot.to));
    let Some(arc) = ends.and_then(|((from, _), (to, _))| arc(from, to, map, 8.0)) else {
        return Html::default();
    };
    let claims = page.dataset.claims(incident, &pivot.claims);
    let Some(first) = claims.first() else {
        return Html::default();
    };
    let Point { x_px, y_px } = arc.tip;
    let turn = format!(
        "translate({} {}) rotate({})",
        px(x_px),
        px(y_px),
        px(arc.heading_deg)
    );
    let title = format!(
        "{}: {} → {}. {}",
        entry_text(page, incident),
        waypoint(page, &pivot.from),
        waypoint(page, &pivot.to),
        first.claim.text.get(page.lang)
    );
    html! {
        <a href={claim_href(page, first)} tabindex="-1">
            <title>{title}</title>
            <path class="halo" d={arc.path.clone()} />
            <path class={classes!("arc", style)} d={arc.path} />
            <path class={classes!("head", style)} d="M4 0L-5 -4L-5 4Z" transform={turn} />
        </a>
    }
}

/// A ring or square a place, with its country's name and what coincides there.
fn marks(page: &Page, shown: &[&Incident], map: &EqualEarth, top: f64, height: f64) -> Html {
    let mut spots: BTreeMap<(CountryCode, bool), (Position, usize, bool)> = BTreeMap::new();
    for pivot in shown.iter().flat_map(|i| &i.pivots) {
        for (end, entry) in [(&pivot.from, true), (&pivot.to, false)] {
            let found = page.dataset.country_of(end).zip(position(page, end));
            if let Some((code, (at, published))) = found {
                let spot = spots.entry((code, published)).or_insert((at, 0, false));
                spot.1 += usize::from(entry);
                spot.2 |= !entry;
            }
        }
    }
    let names: Vec<String> = spots
        .iter()
        .map(|((code, _), (_, entries, _))| {
            let name = page.dataset.country_name(code, page.lang);
            if *entries > 1 {
                format!("{name} ({entries})")
            } else {
                name.to_owned()
            }
        })
        .collect();
    let labels: Vec<Label> = spots
        .values()
        .zip(&names)
        .map(|((at, ..), name)| Label {
            at: map.project(*at),
            radius_px: 8.0,
            width_px: name
                .chars()
                .map(|c| if c.is_ascii() { 6.8 } else { 12.5 })
                .sum(),
            height_px: 15.0,
        })
        .collect();
    let bounds = [0.0, top, page.basemap.width_px, top + height];
    let sides = place(&labels, bounds);
    let all = spots.iter().zip(&labels).zip(names.iter().zip(sides));
    let drawn = all.map(|(((key, spot), label), (name, side))| {
        html! {
            <g>
                { shape(label.at.x_px, label.at.y_px, key.1, spot.2) }
                { text(label, name, side) }
            </g>
        }
    });
    html! { { for drawn } }
}

fn shape(x: f64, y: f64, published: bool, reached: bool) -> Html {
    html! {
        <>
            if published {
                <rect class="office" x={px(x - 4.0)} y={px(y - 4.0)} width="8" height="8" />
            } else {
                <circle class="office-country" cx={px(x)} cy={px(y)} r="6.5" />
            }
            if reached { <circle class="office" cx={px(x)} cy={px(y)} r="3.2" /> }
        </>
    }
}

fn text(label: &Label, name: &str, side: Option<Side>) -> Html {
    let Some(side) = side else {
        return Html::default();
    };
    let [left, top, ..] = label.box_on(side);
    html! { <text class="place" x={px(left)} y={px(top + 12.0)}>{name.to_owned()}</text> }
}

fn legend(page: &Page, shown: &[&Incident]) -> Html {
    let lang = page.lang;
    let swatch = |(class, text): (&'static str, &'static str)| {
        html! {
            <span><svg width="20" height="12" viewBox="0 0 20 12" aria-hidden="true"><rect {class} width="20" height="12" rx="2" /></svg>{text}</span>
        }
    };
    let classes = [
        ("land", words::none(lang)),
        ("land c1", "1"),
        ("land c2", "2–4"),
        ("land c3", "5–9"),
        ("land c4", "10+"),
    ];
    let line = |(n, incident): (usize, &Incident)| {
        let style = if n == 0 { "arc-1" } else { "arc-2" };
        html! {
            <span>
                <svg width="30" height="4" viewBox="0 0 30 4" aria-hidden="true"><path class={classes!("arc", style)} d="M0 2H30" /></svg>
                <a href={page.href(&incident.id)}>{entry_text(page, incident)}</a>
            </span>
        }
    };
    let pivoting = with_pivots(shown);
    html! {
        <>
            <p class="legend map"><b>{words::victims_by_country(lang)}</b>{ for classes.into_iter().map(swatch) }</p>
            <p class="legend map">
                <b>{words::way_in_legend(lang)}</b>
                { for pivoting.into_iter().enumerate().map(line) }
                <span><svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">{shape(8.0, 8.0, false, false)}</svg>{words::ring_legend(lang)}</span>
                <span><svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">{shape(8.0, 8.0, false, true)}</svg>{words::reached_legend(lang)}</span>
            </p>
        </>
    }
}

/// Victims by country; a row filters.
fn countries(page: &Page, shown: &[&Incident]) -> Html {
    let lang = page.lang;
    let mut counts: Vec<(CountryCode, usize)> = victims(page, shown).into_iter().collect();
    counts.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    let row = |(code, n): (CountryCode, usize)| {
        let onclick = page.act(move || Action::Toggle(Field::VictimCountry, code.to_string()));
        html! {
            <tr>
                <td><button type="button" class="link" {onclick}>{page.dataset.country_name(&code, lang).to_owned()}</button></td>
                <td class="num">{n}</td>
            </tr>
        }
    };
    html! {
        <table class="list">
            <thead><tr><th scope="col">{words::victims_by_country(lang)}</th><th scope="col" class="num">{words::entries(lang)}</th></tr></thead>
            <tbody>{ for counts.into_iter().map(row) }</tbody>
        </table>
    }
}

/// The ways in as tables, in the order of the results.
pub fn twin(page: &Page, shown: &[&Incident]) -> Html {
    let lang = page.lang;
    let pivoting = with_pivots(shown);
    let known = words::offices_known(lang, pivoting.len(), shown.len());
    html! {
        <section class="twin" aria-labelledby="twin">
            <h2 id="twin">{words::in_words(lang)}</h2>
            if pivoting.is_empty() { <p>{words::map_empty(lang)}</p> }
            { for pivoting.into_iter().map(|i| ways_table(page, i)) }
            <p class="box-note">{known}{" "}{words::way_in_note(lang)}</p>
        </section>
    }
}

fn ways_table(page: &Page, incident: &Incident) -> Html {
    let lang = page.lang;
    let row = |pivot: &Pivot| {
        let claims = page.dataset.claims(incident, &pivot.claims);
        let disputed = claims.iter().flat_map(|h| page.dataset.conflicts_with(h));
        let disputed: Vec<_> = disputed.collect();
        html! {
            <tr>
                <td>{waypoint(page, &pivot.from)}</td>
                <td>{waypoint(page, &pivot.to)}</td>
                <td>
                    { for claims.iter().map(|h| html! {
                        <p><a href={claim_href(page, h)}>{claimant(page, h)}</a>{": "}{h.claim.text.get(lang).to_owned()}{" "}{citations(page, h, incident)}</p>
                    }) }
                    { for disputed.iter().map(|h| html! {
                        <p class="mark-conflict">{icon(Icon::Conflict)}<a href={claim_href(page, h)}>{claimant(page, h)}</a>{": "}{h.claim.text.get(lang).to_owned()}</p>
                    }) }
                </td>
            </tr>
        }
    };
    html! {
        <>
            <h3><a href={page.href(&incident.id)}>{entry_text(page, incident)}</a></h3>
            <table>
                <thead><tr>
                    <th scope="col">{words::office_in(lang)}</th>
                    <th scope="col">{words::to(lang)}</th>
                    <th scope="col">{words::claim(lang)}</th>
                </tr></thead>
                <tbody>{ for incident.pivots.iter().map(row) }</tbody>
            </table>
        </>
    }
}
