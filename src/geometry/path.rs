//! Rings and arcs to SVG paths, cut where the turned map ends.

use crate::projection::{EqualEarth, Point, Position};
use libm::{acos, atan2, cos, sin, sqrt};
use std::fmt::Write;

/// A polygon's rings as a compact SVG path in tenths of a px, cut at the map's edge.
pub fn outline(polygons: &[Vec<Vec<Position>>], map: &EqualEarth) -> String {
    let mut path = String::new();
    for ring in polygons.iter().flatten() {
        for piece in cut(&unwrap(ring, map)) {
            write_ring(&mut path, &follow_edge(&piece), map);
        }
    }
    path
}

/// Longitudes counted from the central meridian without jumps. A ring that winds round a pole is
/// closed over it, far enough to both sides to be cut like any other.
fn unwrap(ring: &[Position], map: &EqualEarth) -> Vec<(f64, f64)> {
    let mut points: Vec<(f64, f64)> = Vec::with_capacity(ring.len() + 4);
    for at in ring {
        let mut lon = map.turned_deg(at.lon_deg);
        if let Some((before, _)) = points.last() {
            lon += 360.0 * libm::round((before - lon) / 360.0);
        }
        points.push((lon, at.lat_deg));
    }
    if let (Some(&(first, lat)), Some(&(last, _))) = (points.first(), points.last()) {
        let turns = last - first;
        if turns.abs() > 180.0 {
            let pole = if lat < 0.0 { -90.0 } else { 90.0 };
            // The ring once more to each side, so that every cut finds it whole.
            let shift = |by: f64| points.iter().map(move |(x, y)| (x + by, *y));
            let mut wide: Vec<(f64, f64)> = shift(-turns).collect();
            wide.extend(points.iter());
            wide.extend(shift(turns));
            wide.push((last + turns, pole));
            wide.push((first - turns, pole));
            return wide;
        }
    }
    points
}

/// The parts of a ring inside the map: it may lie up to one turn to either side.
fn cut(ring: &[(f64, f64)]) -> Vec<Vec<(f64, f64)>> {
    let shifted = [-360.0, 0.0, 360.0].into_iter().map(|by| {
        let moved: Vec<(f64, f64)> = ring.iter().map(|(x, y)| (x + by, *y)).collect();
        clip(&clip(&moved, -180.0, 1.0), 180.0, -1.0)
    });
    shifted.filter(|piece| piece.len() > 2).collect()
}

/// Sutherland and Hodgman, "Reentrant polygon clipping", CACM 17 (1974), against one meridian:
/// keeps what lies at or beyond `edge` in the direction of `sign`.
fn clip(ring: &[(f64, f64)], edge: f64, sign: f64) -> Vec<(f64, f64)> {
    let inside = |p: &(f64, f64)| (p.0 - edge) * sign >= 0.0;
    let mut kept = Vec::with_capacity(ring.len());
    let Some(mut before) = ring.last().copied() else {
        return kept;
    };
    for &point in ring {
        if inside(&before) != inside(&point) {
            let along = (edge - before.0) / (point.0 - before.0);
            kept.push((edge, before.1 + along * (point.1 - before.1)));
        }
        if inside(&point) {
            kept.push(point);
        }
        before = point;
    }
    kept
}

/// Adds points along the map's curved edge and over a pole, so that a cut follows it.
fn follow_edge(piece: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut points = Vec::with_capacity(piece.len());
    let Some(mut before) = piece.last().copied() else {
        return points;
    };
    for &point in piece {
        let (dx, dy) = (point.0 - before.0, point.1 - before.1);
        let on_edge = dx == 0.0 && point.0.abs() == 180.0;
        let over_pole = dy == 0.0 && point.1.abs() == 90.0;
        if on_edge || over_pole {
            let steps = libm::ceil(dx.abs().max(dy.abs()) / 4.0);
            let mut step = 1.0;
            while step < steps {
                let along = step / steps;
                points.push((before.0 + along * dx, before.1 + along * dy));
                step += 1.0;
            }
        }
        points.push(point);
        before = point;
    }
    points
}

/// Relative steps in whole tenths of a px: short, and it compresses well.
fn write_ring(path: &mut String, ring: &[(f64, f64)], map: &EqualEarth) {
    let tenths = |(lon, lat): &(f64, f64)| {
        let at = map.project_turned(*lon, *lat);
        let whole = |px: f64| libm::round(px * 10.0) as i64;
        (whole(at.x_px), whole(at.y_px))
    };
    let mut points: Vec<(i64, i64)> = ring.iter().map(tenths).collect();
    points.dedup();
    if points.len() < 3 {
        return;
    }
    let mut last: Option<(i64, i64)> = None;
    for (x, y) in points {
        let _ = match last {
            None => write!(path, "M{x} {y}l"),
            Some((px, py)) if y < py => write!(path, "{}{} ", x - px, y - py),
            Some((px, py)) => write!(path, "{} {} ", x - px, y - py),
        };
        last = Some((x, y));
    }
    path.truncate(path.trim_end().len());
    path.push('z');
}

/// A way from one place to another, drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    /// The SVG path, in px; empty where the two places coincide.
    pub path: String,
    /// Where it ends.
    pub tip: Point,
    /// The direction it arrives in, in degrees, clockwise from the right.
    pub heading_deg: f64,
}

/// An arc between two places along their great circle, which stops `gap_px` short of both marks.
/// A short one is bowed to a fifth of its length, so that it can be seen and told from its back
/// way; `None` where the two coincide.
pub fn arc(from: Position, to: Position, map: &EqualEarth, gap_px: f64) -> Option<Arc> {
    let points: Vec<Point> = great_circle(from, to, 48)
        .iter()
        .map(|p| map.project(*p))
        .collect();
    let points = bow(points);
    let (first, last) = (*points.first()?, *points.last()?);
    let shown: Vec<Point> = points
        .into_iter()
        .filter(|p| distance(*p, first) >= gap_px && distance(*p, last) >= gap_px)
        .collect();
    let tip = *shown.last()?;
    let before = shown.iter().rev().nth(1)?;
    let mut path = String::new();
    let mut pen: Option<Point> = None;
    for at in &shown {
        // A step over half the map is its edge, not a way.
        let torn = pen.is_none_or(|p| distance(p, *at) > map.width_px() / 2.0);
        let letter = if torn { 'M' } else { 'L' };
        let _ = write!(path, "{letter}{:.1} {:.1}", at.x_px, at.y_px);
        pen = Some(*at);
    }
    Some(Arc {
        path,
        tip,
        heading_deg: atan2(tip.y_px - before.y_px, tip.x_px - before.x_px).to_degrees(),
    })
}

fn distance(a: Point, b: Point) -> f64 {
    let (dx, dy) = (a.x_px - b.x_px, a.y_px - b.y_px);
    sqrt(dx * dx + dy * dy)
}

/// Lifts the middle of a line that is almost straight, at right angles to it.
fn bow(points: Vec<Point>) -> Vec<Point> {
    let (Some(&a), Some(&b)) = (points.first(), points.last()) else {
        return points;
    };
    let chord = distance(a, b);
    if !(1.0..300.0).contains(&chord) {
        return points;
    }
    let steps = (points.len().max(2) - 1) as f64;
    let (nx, ny) = ((b.y_px - a.y_px) / chord, -(b.x_px - a.x_px) / chord);
    let lifted = points.iter().enumerate().map(|(i, p)| {
        let along = i as f64 / steps;
        let lift = 0.2 * chord * 4.0 * along * (1.0 - along);
        Point {
            x_px: p.x_px + nx * lift,
            y_px: p.y_px + ny * lift,
        }
    });
    lifted.collect()
}

/// Points along the shortest way between two places, both ends included.
///
/// Source: Ed Williams, "Aviation Formulary", intermediate points on a great circle.
pub fn great_circle(from: Position, to: Position, steps: u32) -> Vec<Position> {
    let radians = |p: Position| (p.lon_deg.to_radians(), p.lat_deg.to_radians());
    let ((lon1, lat1), (lon2, lat2)) = (radians(from), radians(to));
    let cosine = sin(lat1) * sin(lat2) + cos(lat1) * cos(lat2) * cos(lon1 - lon2);
    let angle = acos(cosine.clamp(-1.0, 1.0));
    if sin(angle).abs() < 1e-9 {
        return vec![from, to];
    }
    let at = |step: u32| {
        let along = f64::from(step) / f64::from(steps);
        let a = sin((1.0 - along) * angle) / sin(angle);
        let b = sin(along * angle) / sin(angle);
        let x = a * cos(lat1) * cos(lon1) + b * cos(lat2) * cos(lon2);
        let y = a * cos(lat1) * sin(lon1) + b * cos(lat2) * sin(lon2);
        let z = a * sin(lat1) + b * sin(lat2);
        Position {
            lon_deg: atan2(y, x).to_degrees(),
            lat_deg: atan2(z, sqrt(x * x + y * y)).to_degrees(),
        }
    };
    (0..=steps).map(at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lon_deg: f64, lat_deg: f64) -> Position {
        Position { lon_deg, lat_deg }
    }

    #[test]
    fn a_ring_across_the_edge_of_the_map_falls_into_two_pieces() {
        let map = EqualEarth::fit(153.0, 960.0);
        let ring = vec![
            at(-30.0, 70.0),
            at(-24.0, 70.0),
            at(-24.0, 75.0),
            at(-30.0, 75.0),
            at(-30.0, 70.0),
        ];
        let path = outline(&[vec![ring]], &map);
        assert_eq!(path.matches('M').count(), 2, "{path}");
    }

    #[test]
    fn a_ring_round_the_pole_is_closed_over_it_and_stays_on_the_map() {
        let map = EqualEarth::fit(153.0, 960.0);
        let ring: Vec<Position> = (0..=36)
            .map(|i| at(-180.0 + 10.0 * f64::from(i), -75.0))
            .collect();
        let path = outline(&[vec![ring]], &map);
        assert!(!path.is_empty());
        let (mut x, mut lowest) = (0, 0);
        for number in path
            .replace(['M', 'l', 'z'], " ")
            .replace('-', " -")
            .split_whitespace()
        {
            x += 1;
            if x == 2 {
                lowest = number.parse::<i64>().unwrap();
            }
        }
        assert!(lowest > 3000, "{path}");
    }

    #[test]
    fn an_arc_over_the_pacific_is_one_line_and_ends_short_of_its_mark() {
        let map = EqualEarth::fit(153.0, 960.0);
        let (from, to) = (at(-98.0, 39.0), at(138.0, 36.0));
        let arc = arc(from, to, &map, 8.0).unwrap();
        assert_eq!(arc.path.matches('M').count(), 1);
        assert!(distance(arc.tip, map.project(to)) >= 8.0);
    }

    #[test]
    fn an_arc_across_the_edge_is_torn_not_drawn_through_the_map() {
        let map = EqualEarth::fit(153.0, 960.0);
        let arc = arc(at(-60.0, 40.0), at(0.0, 50.0), &map, 4.0).unwrap();
        assert_eq!(arc.path.matches('M').count(), 2, "{}", arc.path);
    }

    #[test]
    fn no_arc_where_both_ends_are_one_place() {
        let map = EqualEarth::fit(153.0, 960.0);
        assert_eq!(arc(at(138.0, 36.0), at(138.0, 36.0), &map, 8.0), None);
    }
}
