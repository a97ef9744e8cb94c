//! Outlines of countries to rings in whole units, and those to SVG paths.

use crate::label::Box4;
use crate::projection::{EqualEarth, Position};
use crate::topology::Ring;
use crate::viewport::around;

/// A corner in degrees, longitude counted from the central meridian and latitude; or in another
/// measure in which the map's edge is upright.
pub(crate) type Corner = (f64, f64);

/// Edges longer than this get points between, so that they bend as the projection does.
const LONGEST_EDGE_DEG: f64 = 4.0;

/// What one px counts in the whole numbers of an outline of the whole world. A quarter of a px is
/// not seen, and weighs half of what a tenth does.
pub const UNITS_PER_PX: u32 = 4;

/// The same for the finer outlines, which are seen up to sixteen times as large.
pub const FINE_UNITS_PER_PX: u32 = 16;

/// A ring on the map: where it starts, then the step to each further corner, in units of
/// [`UNITS_PER_PX`] or [`FINE_UNITS_PER_PX`].
pub type Steps = Vec<(i32, i32)>;

/// The polygons' rings, each whole: one that lies across the edge of the map goes on beyond it, so
/// that [`crate::turn`] can cut it where the edge is then.
///
/// A ring that winds round a pole is closed over it, and cut at the edge. What is smaller than a
/// unit disappears.
pub fn whole_outline(polygons: &[Vec<Ring>], map: &EqualEarth, units_per_px: u32) -> Vec<Steps> {
    let rings = polygons.iter().flatten().map(|ring| whole(ring, map));
    rings
        .filter_map(|ring| steps(&refine(&ring), map, units_per_px))
        .collect()
}

/// Rings as one compact SVG path, for `fill-rule="evenodd"`.
pub fn svg(rings: &[Steps]) -> String {
    let mut path = String::new();
    for ring in rings {
        for (i, (x, y)) in ring.iter().enumerate() {
            match i {
                0 => path.push('M'),
                1 => path.push('l'),
                _ => {}
            }
            write_number(&mut path, *x);
            write_number(&mut path, *y);
        }
        path.push('z');
    }
    path
}

/// The box round a country's main part, in px: left, top, right, bottom. That is its largest ring
/// and those at least a quarter as large; small islands and what lies overseas are left out.
pub fn main_box(rings: &[Steps], units_per_px: u32) -> Option<Box4> {
    let one = |ring: &Steps| {
        let (mut x, mut y) = (0i32, 0i32);
        let corners = ring.iter().map(|(dx, dy)| {
            (x, y) = (x.saturating_add(*dx), y.saturating_add(*dy));
            let [x, y] = [x, y].map(|n| f64::from(n) / f64::from(units_per_px));
            [x, y, x, y]
        });
        around(corners)
    };
    let area = |[left, top, right, bottom]: &Box4| (right - left) * (bottom - top);
    let boxes: Vec<Box4> = rings.iter().filter_map(one).collect();
    let largest = boxes.iter().map(area).fold(0.0, f64::max);
    around(boxes.into_iter().filter(|b| area(b) >= largest / 4.0))
}

/// A ring with its middle on the map, from −180° to 180° off its central meridian.
fn whole(ring: &[Position], map: &EqualEarth) -> Vec<Corner> {
    let corners = unwrap(ring, map);
    let turns = winding_deg(&corners);
    if turns.abs() > 180.0 {
        return inside(&close_over_pole(&corners, turns));
    }
    let least = corners.iter().map(|c| c.0).fold(f64::INFINITY, f64::min);
    let most = corners
        .iter()
        .map(|c| c.0)
        .fold(f64::NEG_INFINITY, f64::max);
    let by = 360.0 * libm::round(f64::midpoint(least, most) / 360.0);
    let moved = corners.iter().map(|(lon, lat)| (lon - by, *lat));
    moved.collect()
}

/// Longitudes counted from the central meridian, each within half a turn of the one before.
fn unwrap(ring: &[Position], map: &EqualEarth) -> Vec<Corner> {
    let mut corners: Vec<Corner> = Vec::with_capacity(ring.len());
    for at in ring {
        let mut lon = map.turned_deg(at.lon_deg);
        if let Some((before, _)) = corners.last() {
            lon += 360.0 * libm::round((before - lon) / 360.0);
        }
        corners.push((lon, at.lat_deg));
    }
    corners
}

/// By how much the end lies east of the start: 0, or a whole turn round a pole.
fn winding_deg(corners: &[Corner]) -> f64 {
    match (corners.first(), corners.last()) {
        (Some((first, _)), Some((last, _))) => last - first,
        _ => 0.0,
    }
}

/// A ring round a pole, closed over that pole. It is repeated one turn to either side first, so
/// that it covers the map's whole width wherever it starts.
fn close_over_pole(corners: &[Corner], turns: f64) -> Vec<Corner> {
    let mean = corners.iter().map(|c| c.1).sum::<f64>() / corners.len().max(1) as f64;
    let pole = if mean < 0.0 { -90.0 } else { 90.0 };
    let repeated = [-turns, 0.0, turns].into_iter();
    let mut wide: Vec<Corner> = repeated
        .flat_map(|by| corners.iter().map(move |(lon, lat)| (lon + by, *lat)))
        .collect();
    if let (Some(&(first, _)), Some(&(last, _))) = (wide.first(), wide.last()) {
        wide.extend([(last, pole), (first, pole)]);
    }
    wide
}

/// What of a ring lies on the map.
fn inside(ring: &[Corner]) -> Vec<Corner> {
    clip(&clip(ring, -180.0, 1.0), 180.0, -1.0)
}

/// Sutherland and Hodgman, "Reentrant polygon clipping", CACM 17 (1974), against one meridian:
/// keeps what lies at or beyond `edge` in the direction of `sign`.
pub(crate) fn clip(ring: &[Corner], edge: f64, sign: f64) -> Vec<Corner> {
    let within = |corner: Corner| (corner.0 - edge) * sign >= 0.0;
    let mut kept = Vec::with_capacity(ring.len());
    let Some(mut before) = ring.last().copied() else {
        return kept;
    };
    for &corner in ring {
        if within(before) != within(corner) {
            let along = (edge - before.0) / (corner.0 - before.0);
            kept.push((edge, before.1 + along * (corner.1 - before.1)));
        }
        if within(corner) {
            kept.push(corner);
        }
        before = corner;
    }
    kept
}

/// Adds points on long edges: the map's own edge, a parallel, the way over a pole.
fn refine(ring: &[Corner]) -> Vec<Corner> {
    let mut fine = Vec::with_capacity(ring.len());
    let Some(mut before) = ring.last().copied() else {
        return fine;
    };
    for &corner in ring {
        let (dx, dy) = (corner.0 - before.0, corner.1 - before.1);
        let steps = libm::ceil(dx.abs().max(dy.abs()) / LONGEST_EDGE_DEG) as u32;
        fine.extend((1..steps).map(|step| {
            let along = f64::from(step) / f64::from(steps);
            (before.0 + along * dx, before.1 + along * dy)
        }));
        fine.push(corner);
        before = corner;
    }
    fine
}

fn steps(ring: &[Corner], map: &EqualEarth, units_per_px: u32) -> Option<Steps> {
    let units = |&(lon, lat): &Corner| {
        let at = map.project_turned(lon, lat);
        let whole = |px: f64| libm::round(px * f64::from(units_per_px)) as i32;
        (whole(at.x_px), whole(at.y_px))
    };
    steps_between(ring.iter().map(units).collect())
}

/// The steps of a ring from its corners; none where it is smaller than a unit.
pub(crate) fn steps_between(mut points: Vec<(i32, i32)>) -> Option<Steps> {
    points.dedup();
    if points.first() == points.last() {
        points.pop();
    }
    let from = points.iter().zip(points.iter().skip(1));
    let mut steps: Steps = points.first().copied().into_iter().collect();
    steps.extend(from.map(|(a, b)| (b.0 - a.0, b.1 - a.1)));
    (steps.len() > 2).then_some(steps)
}

/// A number with one decimal, or none where that is zero. The standard formatting of floats would
/// cost 8 KB of wasm.
pub fn decimal(number: f64) -> String {
    let tenths = libm::round(number * 10.0) as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let tenths = tenths.unsigned_abs();
    match tenths % 10 {
        0 => format!("{sign}{}", tenths / 10),
        rest => format!("{sign}{}.{rest}", tenths / 10),
    }
}

/// Separates numbers only where they would merge; a minus sign does it too. Written by hand, since
/// a world has twenty thousand of them and the standard way is five times as slow.
fn write_number(path: &mut String, number: i32) {
    if number < 0 {
        path.push('-');
    } else if path.as_bytes().last().is_some_and(u8::is_ascii_digit) {
        path.push(' ');
    }
    let number = number.unsigned_abs();
    let mut power = 1;
    while number / power >= 10 {
        power *= 10;
    }
    while power > 0 {
        path.push(char::from(b'0' + (number / power % 10) as u8));
        power /= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projection::Point;

    fn at(lon_deg: f64, lat_deg: f64) -> Position {
        Position { lon_deg, lat_deg }
    }

    fn pacific() -> EqualEarth {
        EqualEarth::fit(153.0, 960.0)
    }

    /// Twice the area, positive or negative by the sense of rotation (the shoelace formula).
    fn area(piece: &[Corner], map: &EqualEarth) -> f64 {
        let points: Vec<Point> = piece.iter().map(|c| map.project_turned(c.0, c.1)).collect();
        let next = points.iter().cycle().skip(1);
        let parts = points
            .iter()
            .zip(next)
            .map(|(a, b)| a.x_px * b.y_px - b.x_px * a.y_px);
        parts.sum::<f64>().abs() / 2.0
    }

    /// A parallel all round; the cap beyond it has (1 − sin 75°)/2 of the world's area, since
    /// the projection keeps areas.
    #[test]
    fn a_ring_round_a_pole_is_closed_over_it() {
        let map = pacific();
        let world = area(
            &refine(&[
                (-180.0, -90.0),
                (180.0, -90.0),
                (180.0, 90.0),
                (-180.0, 90.0),
            ]),
            &map,
        );
        for (sense, lat) in [(1.0, -75.0), (-1.0, -75.0), (1.0, 75.0)] {
            let ring: Ring = (0..=36)
                .map(|i| at(sense * (10.0 * f64::from(i) - 180.0), lat))
                .collect();
            let share = area(&refine(&whole(&ring, &map)), &map) / world;
            let expected = (1.0 - 75f64.to_radians().sin()) / 2.0;
            assert!((share / expected - 1.0).abs() < 0.01, "{share} {expected}");
        }
    }

    #[test]
    fn a_ring_across_the_antimeridian_stays_whole() {
        let ring = [
            (178.0, -18.0),
            (-178.0, -18.0),
            (-178.0, -16.0),
            (178.0, -16.0),
            (178.0, -18.0),
        ];
        let ring: Ring = ring.into_iter().map(|(x, y)| at(x, y)).collect();
        let across = |map: EqualEarth| {
            let ring = whole(&ring, &map);
            let lons = || ring.iter().map(|c| c.0);
            lons().fold(f64::MIN, f64::max) - lons().fold(f64::MAX, f64::min)
        };
        assert!((across(pacific()) - 4.0).abs() < 1e-9);
        assert!((across(EqualEarth::fit(0.0, 960.0)) - 4.0).abs() < 1e-9);
    }

    #[test]
    fn the_box_of_a_country_is_that_of_its_main_part() {
        let island = vec![(0, 0), (4, 0), (0, 4)];
        let land = vec![(400, 400), (80, 0), (0, -40)];
        let found = main_box(&[island, land], UNITS_PER_PX);
        assert_eq!(found, Some([100.0, 90.0, 120.0, 100.0]));
        assert_eq!(main_box(&[], UNITS_PER_PX), None);
    }

    #[test]
    fn numbers_are_separated_only_where_they_would_merge() {
        let ring = vec![(5, -5), (12, 0), (-10, 3)];
        assert_eq!(svg(&[ring]), "M5-5l12 0-10 3z");
        let ends = vec![(i32::MIN, i32::MAX), (1000, 10), (-909, 0)];
        assert_eq!(svg(&[ends]), "M-2147483648 2147483647l1000 10-909 0z");
    }

    #[test]
    fn nothing_in_nothing_out() {
        assert_eq!(
            whole_outline(
                &[vec![vec![]], vec![vec![at(0.0, 0.0)]]],
                &pacific(),
                UNITS_PER_PX
            ),
            Vec::<Steps>::new()
        );
    }
}
