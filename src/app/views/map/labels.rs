//! The texts of the map, placed so that none covers a mark or another: numbers on the ways, names
//! of marks, and last the names of countries that have room for them.

use super::super::gestures::window::Drawn;
use super::super::parts::claim_href;
use super::super::svg::{self, Anchor};
use super::super::text_width::text_width_px;
use super::key::Key;
use super::picture::{MARK_PX, disputed, level, scale};
use super::scene::{Scene, Spot, Way};
use super::{shown, victims};
use crate::markup::html;
use crate::messages::map as say;
use crate::state::Page;
use geometry::label::{Box4, Label, Side, place_clear_of, take};
use geometry::{Arc, Point};
use incidents::model::CountryCode;
use incidents::table::sort_by_key;
use std::cmp::Reverse;
use yew::prelude::*;

/// More names than this are no help, and would have to be kept apart.
const MOST: usize = 120;
/// Height of a line of text.
const LINE_PX: f64 = 15.0;
/// A bold text is this much wider than [`text_width_px`] says.
const BOLD: f64 = 1.12;

/// Every text, on the marks and arcs of a scene.
pub fn labels(page: &Page, scene: &Scene<'_>, arcs: &[Option<Arc>], drawn: Drawn) -> Html {
    let [left, top, width, height] = page.basemap.view_box_px().map(|n| n * scale(page, drawn));
    let bounds = [left, top, left + width, top + height];
    let mut taken: Vec<Box4> = scene.spots.iter().map(|s| mark_box(scene, s)).collect();
    let numbers = numbers(page, scene, arcs, &mut taken, bounds);
    let names = names(page, scene, drawn, &mut taken, bounds);
    let countries = countries(page, scene, drawn, &mut taken, bounds);
    html! { <>{ for numbers }{ for countries }{ for names }</> }
}

fn around(at: Point, half_width: f64, half_height: f64) -> Box4 {
    let Point { x_px: x, y_px: y } = at;
    [
        x - half_width,
        y - half_height,
        x + half_width,
        y + half_height,
    ]
}

fn mark_box(scene: &Scene<'_>, spot: &Spot) -> Box4 {
    around(scene.map.project(spot.at), MARK_PX, MARK_PX)
}

/// What a step is called: its number where the entry has several steps, after the entry's where
/// the colours have run out; and that a source denies it.
pub fn step_name(page: &Page, way: &Way<'_>) -> String {
    let several = way.incident.pivots.len() > 1;
    let mut name = match (way.place > 1, several) {
        (true, true) => format!("{}.{}", way.place + 1, way.step + 1),
        (true, false) => (way.place + 1).to_string(),
        (false, true) => (way.step + 1).to_string(),
        (false, false) => String::new(),
    };
    if disputed(page, way) {
        name.push('≠');
    }
    name
}

fn numbers(
    page: &Page,
    scene: &Scene<'_>,
    arcs: &[Option<Arc>],
    taken: &mut Vec<Box4>,
    bounds: Box4,
) -> Vec<Html> {
    let mut drawn = Vec::new();
    for (n, (way, arc)) in scene.ways.iter().zip(arcs).enumerate().take(MOST) {
        let name = step_name(page, way);
        let Some(arc) = arc.as_ref().filter(|_| !name.is_empty()) else {
            continue;
        };
        let half = text_width_px(&name) * BOLD / 2.0 + 3.0;
        if !take(taken, around(arc.middle, half, 8.0), bounds) {
            continue;
        }
        let Point { x_px: x, y_px: y } = arc.middle;
        let claims = page.dataset.claims(way.incident, &way.pivot.claims);
        let href = claims.first().map(|held| claim_href(page, held));
        let class = if name.ends_with('≠') {
            "arc-number conflict"
        } else {
            "arc-number"
        };
        drawn.push(html! {
            <a {href} tabindex="-1" data-at={Key::Way(n).to_string()}>
                { svg::rect("plate", [x - half, y - 8.0, 2.0 * half, 16.0], 8.0) }
                { svg::text(class, x, y + 4.5, Anchor::Middle, name) }
            </a>
        });
    }
    drawn
}

/// The name of a mark and what is there: the one office's words, or nothing more.
fn lines(page: &Page, spot: &Spot) -> (String, Option<String>) {
    let country = page.dataset.country_name(&spot.code, page.lang).to_owned();
    let mut words = spot.offices.values();
    let one = words.next().filter(|_| spot.offices.len() == 1);
    let detail = one.filter(|w| **w != country).map(|w| {
        let rest = w.strip_prefix(country.as_str()).unwrap_or(w);
        let rest = rest.trim_start_matches([',', ' ', '(']);
        rest.trim_end_matches(')').to_owned()
    });
    match detail {
        Some(detail) if spot.published => (detail, Some(country)),
        Some(detail) => (country, Some(detail)),
        None => (country, None),
    }
}

/// Names with their second line where both find room, else alone, else left to card and twin.
fn names(
    page: &Page,
    scene: &Scene<'_>,
    drawn: Drawn,
    taken: &mut Vec<Box4>,
    bounds: Box4,
) -> Vec<Html> {
    let few = scene.spots.len() < 12 || drawn.zoom > 2.0;
    let told = |spot: &&Spot| few || spot.begins + spot.ends > 0;
    let mut spots: Vec<&Spot> = scene.spots.iter().filter(told).collect();
    sort_by_key(&mut spots, |s| Reverse((s.begins + s.ends > 0, s.begins)));
    let mut texts = Vec::new();
    for spot in spots.into_iter().take(MOST) {
        let (name, detail) = lines(page, spot);
        let wide = text_width_px(&name) * BOLD;
        let both = detail.as_deref().map_or(0.0, text_width_px).max(wide);
        let at = scene.map.project(spot.at);
        let side = |width_px: f64, lines: f64| {
            let radius_px = if spot.offices.len() > 1 { MARK_PX } else { 6.5 };
            let label = Label {
                at,
                radius_px,
                width_px,
                height_px: lines * LINE_PX,
            };
            let own = mark_box(scene, spot);
            let others: Vec<Box4> = taken.iter().filter(|b| **b != own).copied().collect();
            let side = place_clear_of(&others, &[label], bounds);
            let side = side.into_iter().next().flatten()?;
            Some((side, label.box_on(side)))
        };
        let two = detail.filter(|d| text_width_px(d) < 190.0);
        let placed = match two.and_then(|d| Some((side(both, 2.0)?, d))) {
            Some((place, detail)) => Some((place, Some(detail))),
            None => side(wide, 1.0).map(|place| (place, None)),
        };
        if let Some(((side, text), detail)) = placed {
            taken.push(text);
            texts.push(draw(side, text, name, detail));
        }
    }
    texts
}

fn draw(side: Side, [left, top, right, _]: Box4, name: String, detail: Option<String>) -> Html {
    let (x, anchor) = match side {
        Side::Right => (left, Anchor::Start),
        Side::Left => (right, Anchor::End),
        Side::Below | Side::Above => (f64::midpoint(left, right), Anchor::Middle),
    };
    html! {
        <>
            { svg::text("place", x, top + 12.0, anchor, name) }
            if let Some(detail) = detail { { svg::text("place-detail", x, top + 12.0 + LINE_PX, anchor, detail) } }
        </>
    }
}

/// Countries with victims, most first, where the name and the number fit into the outline.
fn countries(
    page: &Page,
    scene: &Scene<'_>,
    drawn: Drawn,
    taken: &mut Vec<Box4>,
    bounds: Box4,
) -> Vec<Html> {
    let (level, scale) = (level(page, drawn.zoom), scale(page, drawn));
    let mut counts: Vec<(CountryCode, usize)> = victims(page, &shown(page)).into_iter().collect();
    sort_by_key(&mut counts, |(_, n)| Reverse(*n));
    let mut texts = Vec::new();
    for (code, count) in counts {
        let extent = level.extent(code.as_str());
        let room = extent.map_or(0.0, |[left, _, right, _]| (right - left) * scale);
        let name = page.dataset.country_name(&code, page.lang);
        let text = say::country_with_count(page.lang, name, count);
        let half = text_width_px(&text) / 2.0;
        let Some(place) = page.basemap.point(code.as_str()) else {
            continue;
        };
        let at = scene.map.project(place);
        if 2.0 * half < room * 1.15 && take(taken, around(at, half, LINE_PX / 2.0), bounds) {
            let class = if count >= 5 {
                "country dark"
            } else {
                "country"
            };
            texts.push(svg::text(
                class,
                at.x_px,
                at.y_px + 4.0,
                Anchor::Middle,
                text,
            ));
        }
    }
    texts
}
