//! The picture: the world with its shading is one image with a label that says the finding; over
//! it lie the ways in, which a pointer can follow. Everybody else has the twin.

use super::super::parts::{claim_href, entry_text, waypoint};
use super::super::svg::{self, Anchor};
use super::super::text_width::text_width_px;
use super::spots::{Spot, position, spots};
use super::{class, style, victims, with_pivots};
use crate::messages::{format, map as say, words};
use crate::state::Page;
use geometry::label::{Label, Side, place_clear_of};
use geometry::path::decimal as px;
use geometry::{EqualEarth, arc};
use incidents::model::{CountryCode, Incident, Pivot};
use yew::prelude::*;

/// The radius of a mark that arcs keep clear of, in px.
const MARK: f64 = 7.5;

/// The map of some entries.
pub fn picture(page: &Page, shown: &[&Incident]) -> Html {
    let [left, top, width, height] = page.basemap.view_box_px();
    let view = format!("{} {} {} {}", px(left), px(top), px(width), px(height));
    let map = page.basemap.projection();
    let pivoting = with_pivots(shown);
    let ways = pivoting.iter().enumerate().flat_map(|(place, incident)| {
        let way = |pivot| way(page, incident, pivot, &map, place);
        incident.pivots.iter().map(way).collect::<Vec<Html>>()
    });
    html! {
        <div class="sea-fill map-marks">
            <svg class="world" viewBox={view.clone()} role="img" aria-label={finding(page, shown)}>
                { world(page, shown) }
            </svg>
            <svg class="map" viewBox={view} aria-hidden="true">
                { for ways }
                { marks(page, shown, &map) }
            </svg>
        </div>
    }
}

/// What the picture shows, in a sentence.
fn finding(page: &Page, shown: &[&Incident]) -> String {
    let lang = page.lang;
    let victims: Vec<String> = victims(page, shown)
        .iter()
        .map(|(code, n)| format!("{} {n}", page.dataset.country_name(code, lang)))
        .collect();
    let victims: Vec<&str> = victims.iter().map(String::as_str).collect();
    let pivoting = with_pivots(shown);
    let mut sentence = format!(
        "{}: {}. {}",
        words::victims_by_country(lang),
        format::list(lang, &victims),
        say::without_office(lang, shown.len() - pivoting.len(), shown.len())
    );
    for incident in pivoting {
        let from = page.dataset.entry_countries(incident);
        let from: Vec<&str> = from
            .iter()
            .map(|c| page.dataset.country_name(c, lang))
            .collect();
        let to = incident
            .pivots
            .last()
            .and_then(|p| page.dataset.country_of(&p.to));
        let to = to.map_or(String::new(), |c| {
            page.dataset.country_name(&c, lang).to_owned()
        });
        let entry = entry_text(page, incident);
        sentence += &format!(" {entry}: {} → {to}.", format::list(lang, &from));
    }
    sentence
}

/// Outlines shaded by victims; countries without one get a dot.
fn world(page: &Page, shown: &[&Incident]) -> Html {
    let (counts, map) = (victims(page, shown), page.basemap.projection());
    let count = |code: &str| {
        let code: Option<CountryCode> = code.parse().ok();
        code.and_then(|c| counts.get(&c).copied()).unwrap_or(0)
    };
    let outline = |(code, path): &(String, String)| {
        html! { <path class={class(count(code))} fill-rule="evenodd" d={path.clone()} /> }
    };
    let dot = |(code, n): (&CountryCode, &usize)| {
        let at = map.project(page.basemap.point(code.as_str())?);
        Some(svg::circle(class(*n), at.x_px, at.y_px, 4.0))
    };
    let small = counts
        .iter()
        .filter(|(c, _)| !page.basemap.has_outline(c.as_str()));
    html! {
        <>
            <g transform="scale(0.25)">
                { for page.basemap.others.iter().map(|d| html! { <path class="land" fill-rule="evenodd" d={d.clone()} /> }) }
                { for page.basemap.outlines.iter().map(outline) }
            </g>
            { for small.filter_map(dot) }
        </>
    }
}

/// One step of a way in: a line from office to office that leads to its claim.
fn way(page: &Page, incident: &Incident, pivot: &Pivot, map: &EqualEarth, place: usize) -> Html {
    let ends = position(page, &pivot.from).zip(position(page, &pivot.to));
    let arc = ends.and_then(|((from, _), (to, _))| arc(from, to, map, MARK));
    let claims = page.dataset.claims(incident, &pivot.claims);
    let (Some(arc), Some(first)) = (arc, claims.first()) else {
        return Html::default();
    };
    let turn = format!(
        "translate({} {}) rotate({})",
        px(arc.tip.x_px),
        px(arc.tip.y_px),
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
            { svg::path("halo", arc.path.clone()) }
            <path class={classes!("arc", style(place))} d={arc.path} />
            <path class={classes!("head", style(place))} d="M1 0L-8 -4.5L-8 4.5Z" transform={turn} />
            if place > 1 {
                { svg::text("arc-number", arc.middle.x_px, arc.middle.y_px + 4.0, Anchor::Middle, (place + 1).to_string()) }
            }
        </a>
    }
}

/// Every mark with its name; a name that finds no room is left to the twin.
fn marks(page: &Page, shown: &[&Incident], map: &EqualEarth) -> Html {
    let spots = spots(page, shown);
    let label = |spot: &Spot| Label {
        at: map.project(spot.at),
        radius_px: MARK,
        width_px: text_width_px(&caption(page, spot)) * 1.1,
        height_px: 15.0,
    };
    let labels: Vec<Label> = spots.iter().map(label).collect();
    let [left, top, width, height] = page.basemap.view_box_px();
    let sides = place_clear_of(&[], &labels, [left, top, left + width, top + height]);
    let draw = |((spot, label), side): ((&Spot, &Label), Option<Side>)| {
        let name = side.map(|side| {
            let [left, top, ..] = label.box_on(side);
            svg::text(
                "place",
                left,
                top + 12.0,
                Anchor::Start,
                caption(page, spot),
            )
        });
        html! {
            <g>
                { mark(label.at.x_px, label.at.y_px, spot.published, spot.reached) }
                { name.unwrap_or_default() }
            </g>
        }
    };
    html! { { for spots.iter().zip(&labels).zip(sides).map(draw) } }
}

fn caption(page: &Page, spot: &Spot) -> String {
    say::place_with_count(page.lang, &spot.name, spot.entries)
}

/// A dashed ring for a whole country, a square for a published place; filled where a way ends.
pub fn mark(x: f64, y: f64, published: bool, reached: bool) -> Html {
    html! {
        <>
            if published {
                { svg::rect("office", [x - 4.5, y - 4.5, 9.0, 9.0], 0.0) }
            } else {
                { svg::circle("office-country", x, y, 6.5) }
                if reached { { svg::circle("office", x, y, 3.4) } }
            }
        </>
    }
}
