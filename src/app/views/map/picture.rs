//! The picture: outlines shaded by victims, and over them the ways in and the marks of offices.
//! The outlines are drawn once and scaled; what lies over them is drawn anew at each scale, so
//! that marks and texts keep their size.

use super::super::component::component;
use super::super::gestures::window::Drawn;
use super::super::parts::{claim_href, entry_text};
use super::super::svg::{self, Anchor};
use super::key::Key;
use super::labels;
use super::scene::{Scene, Spot, Way};
use super::{class, shown, style, victims, with_pivots};
use crate::markup::html;
use crate::messages::{format, map as say, words};
use crate::state::Page;
use geometry::basemap::Level;
use geometry::path::decimal as px;
use geometry::viewport::Frame;
use geometry::{Arc, Point, arc};
use incidents::model::{CountryCode, Incident};
use incidents::packing;
use incidents::table::sort_by_key;
use std::cmp::Reverse;
use yew::prelude::*;

/// The radius that arcs keep clear of, in px of the screen.
pub const MARK_PX: f64 = 9.0;
/// From this zoom on the finer outlines are drawn.
const FINER_FROM: f64 = 2.2;
/// An outline smaller than this is not seen; its country gets a dot.
const SMALL_PX: f64 = 5.0;
/// More arcs than this have no wider line under them to be hit by a finger.
const MOST_HITS: usize = 200;

/// What is drawn, and at which scale.
#[derive(PartialEq)]
pub struct Drawing {
    /// The page.
    pub page: Page,
    /// The scale.
    pub drawn: Drawn,
    /// Whether each country can be pointed at already.
    pub whole: bool,
}

/// Px of the screen for one of the base map.
pub fn scale(page: &Page, drawn: Drawn) -> f64 {
    drawn.width_px() / page.basemap.width_px.max(1.0)
}

/// The base map and its window.
pub fn frame(page: &Page, window_px: [f64; 2]) -> Frame {
    let [left, top, width, height] = page.basemap.view_box_px();
    Frame {
        picture_px: [left, top, width.max(1.0), height.max(1.0)],
        window_px,
        least: 1.0,
    }
}

/// The picture; drawn again only when its entries or its scale change.
pub fn drawing(drawing: Drawing) -> Html {
    component(drawing, |Drawing { page, drawn, whole }, _| {
        layers(page, *drawn, *whole)
    })
}

/// The two layers; both as wide as the world at this zoom.
fn layers(page: &Page, drawn: Drawn, whole: bool) -> Html {
    html! {
        <>
            <svg class="world" viewBox={view_box(page, 1.0)} width={width(drawn)} aria-hidden="true">
                { world(page, drawn, whole) }
            </svg>
            { layer(page, drawn, overlay(page, drawn)) }
        </>
    }
}

/// Something drawn over the outlines, in px of the screen.
pub fn layer(page: &Page, drawn: Drawn, content: Html) -> Html {
    html! {
        <svg class="map" viewBox={view_box(page, scale(page, drawn))} width={width(drawn)} aria-hidden="true">{content}</svg>
    }
}

fn width(drawn: Drawn) -> String {
    format!("{}%", px(drawn.zoom * 100.0))
}

fn view_box(page: &Page, scale: f64) -> String {
    let [left, top, width, height] = page.basemap.view_box_px().map(|n| px(n * scale));
    format!("{left} {top} {width} {height}")
}

/// Hatchings for forced colours, where shades are not kept: dots, lines, crossed lines, and a grid.
/// `hatch-1` to `hatch-4` are for samples and dots, `hatch-map-1` to `hatch-map-4` for outlines
/// that are drawn at so many units a px of the screen; both look the same.
pub fn patterns(units_per_px: f64) -> Html {
    let four = [
        "M1 1h2v2H1z",
        "M0 6L6 0",
        "M0 6L6 0M0 0L6 6",
        "M0 1.5h6M0 4.5h6M1.5 0v6M4.5 0v6",
    ];
    let pattern = |(id, scale, d): (String, f64, &'static str)| {
        let transform = format!("scale({})", px(scale));
        html! {
            <pattern {id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform={transform}><path class="hatch" {d} /></pattern>
        }
    };
    let numbered = || (1u8..).zip(four);
    let samples = numbered().map(|(n, d)| (format!("hatch-{n}"), 1.0, d));
    let outlines = numbered().map(|(n, d)| (format!("hatch-map-{n}"), units_per_px, d));
    html! { <defs>{ for samples.chain(outlines).map(pattern) }</defs> }
}

/// The outlines for a zoom.
pub fn level(page: &Page, zoom: f64) -> &Level {
    match zoom < FINER_FROM {
        true => &page.basemap.level,
        false => page.basemap.finer(packing::unpacked),
    }
}

/// Outlines shaded by victims. At first all the others are one path, which is sooner made and
/// painted than 180; what can be pointed at is an element of its own.
fn world(page: &Page, drawn: Drawn, whole: bool) -> Html {
    let counts = victims(page, &shown(page));
    let level = level(page, drawn.zoom);
    let units = f64::from(level.units_per_px.max(1));
    let outlined = if level.units_per_px > 4 {
        "scale(0.0625)"
    } else {
        "scale(0.25)"
    };
    let mut land: String = level.others.iter().map(|path| &**path).collect();
    let mut outlines = Vec::new();
    for (code, path) in &level.outlines {
        let code: Option<CountryCode> = code.parse().ok();
        let count = code.and_then(|c| counts.get(&c).copied()).unwrap_or(0);
        if count == 0 && !whole {
            land.push_str(path);
            continue;
        }
        let at = code.map(|c| Key::Country(c).to_string());
        // Land is the group's own look: fewer attributes, the sooner drawn.
        let class = (count > 0).then(|| class(count));
        outlines.push(html! { <path {class} data-at={at} d={path.clone()} /> });
    }
    html! {
        <>
            { patterns(units / scale(page, drawn).max(1e-3)) }
            <g class="outlines" transform={outlined} fill-rule="evenodd" stroke-width={px(1.1 * units / drawn.zoom)}>
                <path d={land} />
                { for outlines }
            </g>
        </>
    }
}

/// Dots, ways, marks and texts.
fn overlay(page: &Page, drawn: Drawn) -> Html {
    let shown = shown(page);
    let scene = Scene::of(page, &shown, drawn.width_px());
    let arcs: Vec<Option<Arc>> = scene
        .ways
        .iter()
        .map(|way| drawn_arc(&scene, way))
        .collect();
    let ways = scene.ways.iter().zip(&arcs).enumerate();
    let spots = scene.spots.iter().enumerate();
    html! {
        <>
            { for small_states(page, &shown, drawn) }
            { for ways.filter_map(|(n, (way, arc))| Some(draw_way(page, &scene, n, way, arc.as_ref()?))) }
            { for spots.map(|(n, spot)| draw_mark(&scene, n, spot)) }
            { labels::labels(page, &scene, &arcs, drawn) }
        </>
    }
}

/// The line of a step.
pub fn drawn_arc(scene: &Scene<'_>, way: &Way<'_>) -> Option<Arc> {
    let (from, to) = (scene.spots.get(way.from)?, scene.spots.get(way.to)?);
    arc(from.at, to.at, &scene.map, MARK_PX, way.lane)
}

/// Countries without an outline that is seen: those with victims, and all once one has come near.
fn small_states(page: &Page, shown: &[&Incident], drawn: Drawn) -> Vec<Html> {
    let (counts, level) = (victims(page, shown), level(page, drawn.zoom));
    let (map, scale) = (page.basemap.projection(), scale(page, drawn));
    let dot = |(code, _): &(String, [f64; 2])| {
        let extent = level
            .extent(code)
            .map_or(0.0, |[left, top, right, bottom]| {
                (right - left).max(bottom - top) * scale
            });
        let parsed: CountryCode = code.parse().ok()?;
        let count = counts.get(&parsed).copied().unwrap_or(0);
        if extent >= SMALL_PX || (count == 0 && drawn.zoom < FINER_FROM) {
            return None;
        }
        let at = map.project(page.basemap.point(code)?);
        let [x, y] = [at.x_px, at.y_px].map(|n| n * scale);
        let at = Key::Country(parsed).to_string();
        Some(html! { <g data-at={at}>{ svg::circle(class(count), x, y, 4.0) }</g> })
    };
    page.basemap.points.iter().filter_map(dot).collect()
}

/// One step of a way in: a line from office to office that leads to its claim.
fn draw_way(page: &Page, scene: &Scene<'_>, n: usize, way: &Way<'_>, arc: &Arc) -> Html {
    let claims = page.dataset.claims(way.incident, &way.pivot.claims);
    let Some(first) = claims.first() else {
        return Html::default();
    };
    let [x, y, turn] = [arc.tip.x_px, arc.tip.y_px, arc.heading_deg].map(px);
    let turn = format!("translate({x} {y}) rotate({turn})");
    let look = style(way.place);
    html! {
        <a href={claim_href(page, first)} tabindex="-1" data-at={Key::Way(n).to_string()}>
            if scene.ways.len() <= MOST_HITS { { svg::path("hit", arc.path.clone()) } }
            { svg::path("halo", arc.path.clone()) }
            <path class={classes!("arc", look)} d={arc.path.clone()} />
            <path class={classes!("head", look)} d="M1 0L-8 -4.5L-8 4.5Z" transform={turn} />
        </a>
    }
}

fn draw_mark(scene: &Scene<'_>, n: usize, spot: &Spot) -> Html {
    let Point { x_px, y_px } = scene.map.project(spot.at);
    let quiet = spot.begins + spot.ends == 0;
    html! {
        <g class={if quiet { "mark quiet" } else { "mark" }} data-at={Key::Spot(n).to_string()}>
            { mark(x_px, y_px, spot.published, spot.ends > 0, spot.offices.len()) }
        </g>
    }
}

/// A dashed ring for a whole country, a square for a published place; filled where a way ends,
/// with a number where it stands for several.
pub fn mark(x: f64, y: f64, published: bool, reached: bool, number: usize) -> Html {
    let several = number > 1;
    let (half, radius) = if several { (8.0, 9.0) } else { (4.5, 6.5) };
    let lit = published || reached;
    html! {
        <>
            if published {
                { svg::rect("office", [x - half, y - half, 2.0 * half, 2.0 * half], 0.0) }
            } else {
                { svg::circle("office-country", x, y, radius) }
                if reached { { svg::circle("office", x, y, if several { 7.0 } else { 3.4 }) } }
            }
            if several {
                { svg::text(if lit { "number lit" } else { "number" }, x, y + 4.0, Anchor::Middle, number.to_string()) }
            }
        </>
    }
}

/// Whether a source denies a step.
pub fn disputed(page: &Page, way: &Way<'_>) -> bool {
    let claims = page.dataset.claims(way.incident, &way.pivot.claims);
    claims
        .iter()
        .any(|held| !page.dataset.conflicts_with(held).is_empty())
}

/// What the picture shows, in a sentence.
pub fn finding(page: &Page, shown: &[&Incident]) -> String {
    let lang = page.lang;
    let mut victims: Vec<(CountryCode, usize)> = victims(page, shown).into_iter().collect();
    sort_by_key(&mut victims, |(_, n)| Reverse(*n));
    let more = victims.len().saturating_sub(6);
    victims.truncate(6);
    let mut named: Vec<String> = victims
        .iter()
        .map(|(code, n)| format!("{} {n}", page.dataset.country_name(code, lang)))
        .collect();
    named.extend((more > 0).then(|| say::more_countries(lang, more)));
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    let pivoting = with_pivots(shown);
    let without = say::without_office(lang, shown.len() - pivoting.len(), shown.len());
    if shown.is_empty() {
        return say::nothing_to_draw(lang).to_owned();
    }
    let list = format::list(lang, &named);
    let mut sentence = format!("{}: {list}. {without}", words::victims_by_country(lang));
    for incident in pivoting {
        let from = page.dataset.entry_countries(incident);
        let from: Vec<&str> = from
            .iter()
            .map(|c| page.dataset.country_name(c, lang))
            .collect();
        let last = incident.pivots.last();
        let to = last.and_then(|p| page.dataset.country_of(&p.to));
        let to = to.map_or(String::new(), |c| {
            page.dataset.country_name(&c, lang).to_owned()
        });
        let entry = entry_text(page, incident);
        sentence += &format!(" {entry}: {} → {to}.", format::list(lang, &from));
    }
    sentence
}
