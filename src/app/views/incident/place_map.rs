//! A way in, or an organisation's offices, on a small map of its own: only the part of the world
//! that it crosses. The words beside it say the same, so the picture is one image with one label.

use super::super::map::patterns;
use super::super::parts::waypoint;
use super::super::svg::{self, Anchor};
use super::super::text_width::text_width_px;
use crate::markup::html;
use crate::messages::story as say;
use crate::state::Page;
use geometry::label::{Label, Side, place_clear_of};
use geometry::path::decimal as px;
use geometry::{EqualEarth, Point, Position, arc, centre};
use incidents::model::{CountryCode, Incident, Office, Pivot, Waypoint};
use yew::{Html, classes};

/// Width and height of the picture in px, and how near its edge a mark may come.
const SIZE: (f64, f64) = (640.0, 360.0);
const MARGIN: (f64, f64) = (110.0, 70.0);
/// Outlines are drawn for a map 960 px wide; larger than this many times they look it.
const MOST: f64 = 5.0;
/// The radius of a mark that arcs keep clear of, in px.
const MARK: f64 = 8.0;

/// One end of the way in.
struct Spot {
    at: Position,
    published: bool,
    reached: bool,
    name: String,
}

/// The part of the world that is shown.
struct Frame {
    map: EqualEarth,
    /// How much larger than the outlines' quarters of a px.
    thousandths: f64,
    left: f64,
    top: f64,
}

/// The map; empty where no place of the way in is known.
pub fn place_map(page: &Page, incident: &Incident) -> Html {
    let page = &centred(page, incident);
    let step = |p: &Pivot| format!("{} → {}", waypoint(page, &p.from), waypoint(page, &p.to));
    let steps: Vec<String> = incident.pivots.iter().map(step).collect();
    let (spots, victims) = (
        spots(page, incident),
        page.dataset.victim_countries(incident),
    );
    drawn(page, &spots, &incident.pivots, &victims, &steps)
}

/// The offices of an organisation that sources name; no line, for none leads anywhere by itself.
pub fn offices_map(page: &Page, offices: &[Office]) -> Html {
    let spot = |office: &Office| {
        let (at, published) = office_position(page, office)?;
        let place = office.place.as_ref().map(|place| place.get(page.lang));
        let country = page.dataset.country_name(&office.country, page.lang);
        Some(Spot {
            at,
            published,
            reached: false,
            name: place.unwrap_or(country).to_owned(),
        })
    };
    let mut spots: Vec<Spot> = Vec::new();
    for spot in offices.iter().filter_map(spot) {
        if !spots.iter().any(|known| known.at == spot.at) {
            spots.push(spot);
        }
    }
    let names: Vec<String> = spots.iter().map(|spot| spot.name.clone()).collect();
    drawn(page, &spots, &[], &[], &names)
}

fn drawn(
    page: &Page,
    spots: &[Spot],
    pivots: &[Pivot],
    shaded: &[CountryCode],
    told: &[String],
) -> Html {
    let Some(frame) = Frame::round(page, spots) else {
        return Html::default();
    };
    let view = [px(frame.left), px(frame.top), px(SIZE.0), px(SIZE.1)].join(" ");
    html! {
        <>
            <div class="sea-fill map-marks place-map">
                <svg viewBox={view} role="img" aria-label={say::way(page.lang, told)}>
                    { land(page, shaded, &frame) }
                    { for pivots.iter().map(|p| way(page, &frame, p)) }
                    { marks(&frame, spots) }
                </svg>
            </div>
            <p class="note">{say::map_legend(page.lang)}</p>
        </>
    }
}

/// The page with its map turned so that the way in is cut nowhere.
fn centred(page: &Page, incident: &Incident) -> Page {
    let ways = incident.pivots.iter().filter_map(|pivot| {
        let (from, to) = (position(page, &pivot.from)?, position(page, &pivot.to)?);
        Some((from.0, to.0))
    });
    Page {
        basemap: page.basemap.turned(centre(&ways.collect::<Vec<_>>())),
        ..page.clone()
    }
}

/// Where an end lies, and whether that is a published place.
fn position(page: &Page, end: &Waypoint) -> Option<(Position, bool)> {
    if let Waypoint::Office(reference) = end
        && let Some((_, office)) = page.dataset.office(reference)
    {
        return office_position(page, office);
    }
    let country = page.dataset.country_of(end)?;
    Some((page.basemap.point(country.as_str())?, false))
}

fn office_position(page: &Page, office: &Office) -> Option<(Position, bool)> {
    match office.lon_lat_deg {
        Some([lon_deg, lat_deg]) => Some((Position { lon_deg, lat_deg }, true)),
        None => Some((page.basemap.point(office.country.as_str())?, false)),
    }
}

/// Every place once, in the order it is told.
fn spots(page: &Page, incident: &Incident) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    for pivot in &incident.pivots {
        for (end, reached) in [(&pivot.from, false), (&pivot.to, true)] {
            let Some((at, published)) = position(page, end) else {
                continue;
            };
            if let Some(known) = spots.iter_mut().find(|s| s.at == at) {
                known.reached |= reached;
                continue;
            }
            let code = page.dataset.country_of(end);
            let country = code.map(|c| page.dataset.country_name(&c, page.lang).to_owned());
            let name = match published {
                true => waypoint(page, end),
                false => country.unwrap_or_default(),
            };
            spots.push(Spot {
                at,
                published,
                reached,
                name,
            });
        }
    }
    spots
}

impl Frame {
    /// As near as the places let it be, with room for their names.
    fn round(page: &Page, spots: &[Spot]) -> Option<Self> {
        let world = page.basemap.projection();
        let points: Vec<Point> = spots.iter().map(|s| world.project(s.at)).collect();
        let (left, right) = ends(points.iter().map(|p| p.x_px))?;
        let (top, bottom) = ends(points.iter().map(|p| p.y_px))?;
        let fit = |room: f64, wide: f64| room / wide.max(1.0);
        let scale = fit(SIZE.0 - 2.0 * MARGIN.0, right - left)
            .min(fit(SIZE.1 - 2.0 * MARGIN.1, bottom - top))
            .min(MOST);
        // Land and marks share one scale to the digit: thousandths of an outline's quarter px.
        let thousandths = (scale * 250.0).round().max(1.0);
        let scale = thousandths / 250.0;
        let centred = |from: f64, to: f64, size: f64| f64::midpoint(from, to) * scale - size / 2.0;
        Some(Self {
            map: EqualEarth::fit(page.basemap.centre_lon_deg, page.basemap.width_px * scale),
            thousandths,
            left: centred(left, right, SIZE.0),
            top: centred(top, bottom, SIZE.1),
        })
    }
}

fn ends(values: impl Iterator<Item = f64> + Clone) -> Option<(f64, f64)> {
    let least = values.clone().reduce(f64::min)?;
    Some((least, values.reduce(f64::max)?))
}

/// Outlines stand in parts of a px; the victim's country is shaded.
fn land(page: &Page, shaded: &[CountryCode], frame: &Frame) -> Html {
    let class = |code: &str| match shaded.iter().any(|victim| victim.as_str() == code) {
        true => "land c2",
        false => "land",
    };
    let level = &page.basemap.level;
    let units = level.units_per_px.max(1);
    let transform = format!(
        "scale({}) scale(0.001)",
        px(frame.thousandths * 4.0 / f64::from(units))
    );
    let outlines = level.outlines.iter().map(|(code, d)| (class(code), d));
    let all = outlines.chain(level.others.iter().map(|d| ("land", d)));
    html! {
        <>
            { patterns(1000.0 / frame.thousandths.max(1.0)) }
            <g class="outlines" {transform} fill-rule="evenodd">
                { for all.map(|(class, d)| html! { <path {class} d={d.clone()} /> }) }
            </g>
        </>
    }
}

fn way(page: &Page, frame: &Frame, pivot: &Pivot) -> Html {
    let ends = position(page, &pivot.from).zip(position(page, &pivot.to));
    let Some(arc) = ends.and_then(|((from, _), (to, _))| arc(from, to, &frame.map, MARK, 0)) else {
        return Html::default();
    };
    let (x, y) = (px(arc.tip.x_px), px(arc.tip.y_px));
    let turn = format!("translate({x} {y}) rotate({})", px(arc.heading_deg));
    html! {
        <>
            { svg::path("halo", arc.path.clone()) }
            { svg::path("arc arc-1", arc.path) }
            <path class={classes!("head", "arc-1")} d="M1 0L-8 -4.5L-8 4.5Z" transform={turn} />
        </>
    }
}

/// A ring for a country, a square for a published place, each with its name where there is room.
fn marks(frame: &Frame, spots: &[Spot]) -> Html {
    let label = |spot: &Spot| Label {
        at: frame.map.project(spot.at),
        radius_px: MARK,
        width_px: text_width_px(&spot.name) * 1.1,
        height_px: 16.0,
    };
    let labels: Vec<Label> = spots.iter().map(label).collect();
    let bounds = [
        frame.left,
        frame.top,
        frame.left + SIZE.0,
        frame.top + SIZE.1,
    ];
    let sides = place_clear_of(&[], &labels, bounds);
    let draw = |((spot, label), side): ((&Spot, &Label), Option<Side>)| {
        let (x, y) = (label.at.x_px, label.at.y_px);
        let name = side.map(|side| {
            let [left, top, ..] = label.box_on(side);
            svg::text("place", left, top + 12.0, Anchor::Start, spot.name.clone())
        });
        html! {
            <>
                if spot.published {
                    { svg::rect("office", [x - 4.5, y - 4.5, 9.0, 9.0], 0.0) }
                } else {
                    { svg::circle("office-country", x, y, 6.5) }
                    if spot.reached { { svg::circle("office", x, y, 3.4) } }
                }
                { name.unwrap_or_default() }
            </>
        }
    };
    html! { { for spots.iter().zip(&labels).zip(sides).map(draw) } }
}

#[cfg(test)]
mod tests {
    use super::super::tests::page;
    use super::*;
    use incidents::model::Lang;

    #[test]
    fn land_and_marks_share_one_scale_and_every_mark_is_in_the_picture() {
        let page = page(Lang::En);
        let incident = page.dataset.incidents.values().next().unwrap();
        let spots = spots(&page, incident);
        assert!(spots.len() > 1);
        let frame = Frame::round(&page, &spots).unwrap();
        let printed: f64 = px(frame.thousandths).parse().unwrap();
        let land = 4.0 * printed / 1000.0;
        assert_eq!(frame.map.width_px(), page.basemap.width_px * land);
        for spot in &spots {
            let at = frame.map.project(spot.at);
            let (x, y) = (at.x_px - frame.left, at.y_px - frame.top);
            assert!(
                x >= 0.0 && x <= SIZE.0 && y >= 0.0 && y <= SIZE.1,
                "{x} {y}"
            );
        }
        assert!(Frame::round(&page, &[]).is_none());
    }
}
