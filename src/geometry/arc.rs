//! The way from one place to another, drawn: a great circle, bowed where it would look straight.

use crate::basemap::{NORTH_DEG, SOUTH_DEG};
use crate::path::decimal;
use crate::projection::{EqualEarth, Point, Position};
use libm::{acos, atan2, cos, sin, sqrt};

/// How far an arc is lifted off its chord, as a share of it …
const BOW: f64 = 0.16;
/// … and in px at most. Longer arcs are as bent as their great circle is.
const BOW_MOST_PX: f64 = 26.0;

/// Lines keep so far inside the map's upper and lower edge, in px.
const EDGE_PX: f64 = 2.0;

/// A pivot arc: a line to draw and where its arrow head goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    /// The SVG path, in px to a tenth; two pieces where it leaves the map on one side and comes
    /// back on the other.
    pub path: String,
    /// Where it ends: the tip of the arrow head.
    pub tip: Point,
    /// The direction it arrives in, in degrees clockwise from the right, as SVG's `rotate` has it.
    pub heading_deg: f64,
    /// The middle of the line, where a caption or a handle may go.
    pub middle: Point,
}

/// How far the next of several arcs between the same two marks lies beside the last, in px.
const LANE_PX: f64 = 15.0;

/// An arc between two places that starts and stops `gap_px` away from them.
///
/// It follows the great circle. Where that is nearly straight on the map it is bowed, to the side
/// the great circle bends to, else upwards: an arc is told from a border, and two between the same
/// marks from one line: `lane` counts those that went before. Where the marks touch or coincide it
/// becomes a loop above them, or below where there is no room above. It stays on the map, from
/// [`NORTH_DEG`] to [`SOUTH_DEG`]. `None` only where a number is not finite.
pub fn arc(from: Position, to: Position, map: &EqualEarth, gap_px: f64, lane: u32) -> Option<Arc> {
    let lane = f64::from(lane);
    let (start, end) = (map.project(from), map.project(to));
    let reach = distance(start, end);
    if !(reach.is_finite() && gap_px.is_finite()) {
        return None;
    }
    let gap_px = gap_px.max(0.5);
    let room = Room::of(map);
    let mut pieces = if reach < 3.0 * gap_px {
        vec![room.loop_beside(start, end, gap_px, lane)]
    } else {
        let mut pieces = project_apart(map, &great_circle(from, to, steps(reach)));
        if let [whole] = pieces.as_mut_slice() {
            bow(whole, lane * LANE_PX);
        }
        trim_ends(&mut pieces, gap_px);
        pieces
    };
    for point in pieces.iter_mut().flatten() {
        *point = room.kept(map, *point);
    }
    draw(&pieces)
}

/// The part of the map that is drawn.
struct Room {
    top_px: f64,
    bottom_px: f64,
    /// Half its width where it is narrowest.
    least_half_px: f64,
}

impl Room {
    fn of(map: &EqualEarth) -> Self {
        let [top_px, bottom_px] =
            [NORTH_DEG, SOUTH_DEG].map(|lat| map.project_turned(0.0, lat).y_px);
        Self {
            top_px: top_px + EDGE_PX,
            bottom_px: bottom_px - EDGE_PX,
            least_half_px: map.half_width_px(0.0) - EDGE_PX,
        }
    }

    /// A point moved onto the map where it lies beyond its edge.
    fn kept(&self, map: &EqualEarth, at: Point) -> Point {
        let middle_px = map.width_px() / 2.0;
        let y_px = at.y_px.min(self.bottom_px).max(self.top_px);
        let off = at.x_px - middle_px;
        let half = match off.abs() <= self.least_half_px {
            true => return Point { y_px, ..at },
            false => map.half_width_px(y_px),
        };
        Point {
            x_px: middle_px + off.min(half).max(-half),
            y_px,
        }
    }

    /// A loop above the marks; below them where it would leave the map.
    fn loop_beside(&self, start: Point, end: Point, gap_px: f64, lane: f64) -> Vec<Point> {
        let mut line = loop_above(start, end, gap_px, lane);
        let highest = line.iter().map(|p| p.y_px).fold(f64::INFINITY, f64::min);
        if highest < self.top_px {
            let twice = start.y_px + end.y_px;
            line.iter_mut().for_each(|p| p.y_px = twice - p.y_px);
        }
        line
    }
}

/// A point about every 6 px: smooth, and not needlessly long.
fn steps(reach_px: f64) -> u32 {
    (reach_px / 6.0).clamp(12.0, 96.0) as u32
}

/// Points along the shortest way between two places, both ends included; the two alone where they
/// coincide or are antipodes, which have no one shortest way.
///
/// Source: Ed Williams, "Aviation Formulary", intermediate points on a great circle.
pub fn great_circle(from: Position, to: Position, steps: u32) -> Vec<Position> {
    let radians = |p: Position| (p.lon_deg.to_radians(), p.lat_deg.to_radians());
    let ((lon1, lat1), (lon2, lat2)) = (radians(from), radians(to));
    let cosine = sin(lat1) * sin(lat2) + cos(lat1) * cos(lat2) * cos(lon1 - lon2);
    let angle = acos(cosine.clamp(-1.0, 1.0));
    if sin(angle) < 1e-9 || steps < 2 {
        return vec![from, to];
    }
    let between = |step: u32| {
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
    let inner = (1..steps).map(between);
    std::iter::once(from).chain(inner).chain([to]).collect()
}

/// Projects a line, split where it crosses the edge of the map.
fn project_apart(map: &EqualEarth, line: &[Position]) -> Vec<Vec<Point>> {
    let mut pieces = vec![Vec::new()];
    let mut before: Option<(f64, f64)> = None;
    for at in line {
        let here = (map.turned_deg(at.lon_deg), at.lat_deg);
        if let Some(before) = before.filter(|b| (b.0 - here.0).abs() > 180.0) {
            // The edge it leaves by, and how far along this step that is.
            let edge = if before.0 > 0.0 { 180.0 } else { -180.0 };
            let along = (edge - before.0) / (here.0 + 2.0 * edge - before.0);
            let lat = before.1 + along * (here.1 - before.1);
            if let Some(piece) = pieces.last_mut() {
                piece.push(map.project_turned(edge, lat));
            }
            pieces.push(vec![map.project_turned(-edge, lat)]);
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(map.project_turned(here.0, here.1));
        }
        before = Some(here);
    }
    pieces
}

/// Bends a line until its middle is far enough off its chord, and some px further.
fn bow(line: &mut [Point], further_px: f64) {
    let (Some(&a), Some(&b), Some(&middle)) = (line.first(), line.last(), line.get(line.len() / 2))
    else {
        return;
    };
    let chord = distance(a, b);
    // At right angles to the chord and upwards; to the left where the chord is upright.
    let (mut nx, mut ny) = ((b.y_px - a.y_px) / chord, (a.x_px - b.x_px) / chord);
    if ny > 0.0 {
        (nx, ny) = (-nx, -ny);
    }
    let bent = (middle.x_px - a.x_px) * nx + (middle.y_px - a.y_px) * ny;
    let wanted = (BOW * chord).min(BOW_MOST_PX);
    let side = if bent < -wanted / 3.0 { -1.0 } else { 1.0 };
    let lift = side * ((wanted - bent * side).max(0.0) + further_px);
    let last = line.len().max(2) - 1;
    for (i, point) in line.iter_mut().enumerate() {
        let along = i as f64 / last as f64;
        let by = lift * 4.0 * along * (1.0 - along);
        point.x_px += nx * by;
        point.y_px += ny * by;
    }
}

/// From the upper left of two marks that touch to their upper right, or back: a cubic Bézier curve
/// that stands clear above the circle round both; the next one above the last.
fn loop_above(start: Point, end: Point, gap_px: f64, lane: f64) -> Vec<Point> {
    let side = if start.x_px <= end.x_px { 1.0 } else { -1.0 };
    let radius_px = gap_px + distance(start, end) / 2.0;
    let (half, high) = (0.5 * radius_px, 0.866 * radius_px);
    let off = |x: f64, y: f64| Point {
        x_px: f64::midpoint(start.x_px, end.x_px) + side * x,
        y_px: f64::midpoint(start.y_px, end.y_px) - y,
    };
    let (a, d) = (off(-half, high), off(half, high));
    let wide = half + (4.0 + lane) * 0.5 * gap_px;
    let tall = high + (4.0 + 1.5 * lane) * 0.866 * gap_px;
    let (b, c) = (off(-wide, tall), off(wide, tall));
    let mix = |t: f64, f: fn(Point) -> f64| {
        let s = 1.0 - t;
        s * s * s * f(a) + 3.0 * s * s * t * f(b) + 3.0 * s * t * t * f(c) + t * t * t * f(d)
    };
    let at = |step: u32| {
        let t = f64::from(step) / 24.0;
        Point {
            x_px: mix(t, |p| p.x_px),
            y_px: mix(t, |p| p.y_px),
        }
    };
    (0..=24).map(at).collect()
}

/// Takes away what lies within the marks at both ends.
fn trim_ends(pieces: &mut Vec<Vec<Point>>, radius_px: f64) {
    for _ in 0..2 {
        if pieces
            .first_mut()
            .is_some_and(|first| !trim_start(first, radius_px))
        {
            // A mark at the map's edge hides all there is on this side of it.
            pieces.remove(0);
        }
        // The other way round: the end is the start of the line backwards.
        pieces.reverse();
        pieces.iter_mut().for_each(|piece| piece.reverse());
    }
}

/// Starts a line where it first leaves the circle round its first point; `false` if it never does.
fn trim_start(line: &mut Vec<Point>, radius_px: f64) -> bool {
    let Some(&centre) = line.first() else {
        return false;
    };
    let Some(out) = line.iter().position(|p| distance(*p, centre) > radius_px) else {
        return false;
    };
    line.drain(..out.saturating_sub(1));
    if let [inner, outer, ..] = line.as_mut_slice() {
        let (near, far) = (distance(*inner, centre), distance(*outer, centre));
        *inner = between(*inner, *outer, (radius_px - near) / (far - near));
    }
    true
}

fn between(a: Point, b: Point, along: f64) -> Point {
    Point {
        x_px: a.x_px + along * (b.x_px - a.x_px),
        y_px: a.y_px + along * (b.y_px - a.y_px),
    }
}

fn distance(a: Point, b: Point) -> f64 {
    libm::hypot(a.x_px - b.x_px, a.y_px - b.y_px)
}

fn draw(pieces: &[Vec<Point>]) -> Option<Arc> {
    let mut path = String::new();
    for piece in pieces.iter().filter(|piece| piece.len() > 1) {
        for (i, at) in piece.iter().enumerate() {
            let pen = if i == 0 { "M" } else { "L" };
            path.extend([pen, &decimal(at.x_px), " ", &decimal(at.y_px)]);
        }
    }
    let longest = pieces.iter().max_by_key(|piece| piece.len())?;
    let last = pieces.last()?;
    let tip = *last.last()?;
    let before = *last.iter().rev().nth(1)?;
    Some(Arc {
        path,
        tip,
        heading_deg: atan2(tip.y_px - before.y_px, tip.x_px - before.x_px).to_degrees(),
        middle: *longest.get(longest.len() / 2)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(lon_deg: f64, lat_deg: f64) -> Position {
        Position { lon_deg, lat_deg }
    }

    fn pacific() -> EqualEarth {
        EqualEarth::fit(153.0, 960.0)
    }

    fn points(arc: &Arc) -> Vec<Point> {
        let numbers = arc.path.split(['M', 'L', ' ']).filter(|n| !n.is_empty());
        let numbers: Vec<f64> = numbers.map(|n| n.parse().unwrap()).collect();
        numbers
            .chunks(2)
            .map(|xy| Point {
                x_px: xy[0],
                y_px: xy[1],
            })
            .collect()
    }

    /// Computed with `geoInterpolate` of d3-geo 3.1.1.
    #[test]
    fn the_great_circle_agrees_with_d3() {
        let line = great_circle(at(-98.0, 39.0), at(138.0, 36.0), 4);
        for (found, lon, lat) in [
            (line[1], -123.068_948_625_156_05, 53.190_351_563_551_81),
            (line[2], -162.164_163_153_564_9, 58.522_366_212_175_81),
        ] {
            assert!((found.lon_deg - lon).abs() < 1e-9 && (found.lat_deg - lat).abs() < 1e-9);
        }
    }

    /// 40 pairs of places; `src/e2e/bench/map/reference.mjs` wrote them with d3-geo 3.1.1.
    #[test]
    fn great_circles_anywhere_agree_with_d3() {
        #[derive(serde::Deserialize)]
        struct File {
            circles: Vec<[f64; 8]>,
        }
        let file: File = serde_json::from_str(include_str!("testdata/equal_earth.json")).unwrap();
        assert_eq!(file.circles.len(), 40);
        for [lon1, lat1, lon2, lat2, lon_a, lat_a, lon_b, lat_b] in file.circles {
            let line = great_circle(at(lon1, lat1), at(lon2, lat2), 4);
            for (found, lon, lat) in [(line[1], lon_a, lat_a), (line[2], lon_b, lat_b)] {
                let lon_off = libm::remainder(found.lon_deg - lon, 360.0);
                assert!(lon_off.abs() < 1e-6 && (found.lat_deg - lat).abs() < 1e-6);
            }
        }
    }

    #[test]
    fn an_arc_over_the_pacific_is_one_line_that_bends_north() {
        let (from, to) = (at(-98.0, 39.0), at(138.0, 36.0));
        let arc = arc(from, to, &pacific(), 8.0, 0).unwrap();
        assert_eq!(arc.path.matches('M').count(), 1);
        assert!(arc.middle.y_px < arc.tip.y_px - 20.0);
        assert!(arc.heading_deg.abs() > 90.0, "it arrives from the east");
    }

    #[test]
    fn a_line_due_north_is_bowed() {
        let arc = arc(at(140.0, -20.0), at(140.0, 30.0), &pacific(), 5.0, 0).unwrap();
        let straight = pacific().project(at(140.0, 5.0)).x_px;
        assert!((arc.middle.x_px - straight).abs() > 15.0);
    }

    #[test]
    fn an_arc_across_the_edge_falls_into_two_lines_that_stop_at_it() {
        let map = pacific();
        let arc = arc(at(-60.0, 40.0), at(0.0, 50.0), &map, 4.0, 0).unwrap();
        assert_eq!(arc.path.matches('M').count(), 2, "{}", arc.path);
        let jump = points(&arc)
            .windows(2)
            .map(|w| distance(w[0], w[1]))
            .fold(0.0, f64::max);
        assert!(jump > 500.0);
    }

    #[test]
    fn a_piece_hidden_by_a_mark_at_the_edge_is_left_out() {
        let arc = arc(at(-25.08, 60.05), at(178.2, 0.0), &pacific(), 6.0, 0).unwrap();
        assert_eq!(arc.path.matches('M').count(), 1, "{}", arc.path);
    }

    #[test]
    fn one_place_to_itself_is_a_loop_above_it() {
        let (map, home) = (pacific(), at(138.0, 36.0));
        let arc = arc(home, home, &map, 8.0, 0).unwrap();
        assert!(arc.middle.y_px < map.project(home).y_px - 16.0);
        assert!(
            arc.heading_deg > 90.0,
            "it comes down from the right: {}",
            arc.heading_deg
        );
    }

    #[test]
    fn several_arcs_between_the_same_marks_lie_beside_each_other() {
        let (from, to) = (at(-98.0, 39.0), at(138.0, 36.0));
        let middles = [0, 1, 2].map(|lane| arc(from, to, &pacific(), 8.0, lane).unwrap().middle);
        assert!(middles[0].y_px > middles[1].y_px + 10.0);
        assert!(middles[1].y_px > middles[2].y_px + 10.0);
        let home = [0, 1].map(|lane| arc(to, to, &pacific(), 8.0, lane).unwrap().middle);
        assert!(home[0].y_px > home[1].y_px + 6.0);
    }

    #[test]
    fn a_loop_near_the_upper_edge_hangs_below_its_mark() {
        let (map, north) = (pacific(), at(20.0, 80.0));
        let found = arc(north, north, &map, 9.0, 0).unwrap();
        assert!(found.middle.y_px > map.project(north).y_px + 16.0);
        assert!(
            found.heading_deg < -45.0,
            "it comes up: {}",
            found.heading_deg
        );
        let britain = arc(at(-2.0, 54.0), at(2.0, 47.0), &map, 9.0, 2).unwrap();
        assert!(britain.middle.y_px < map.project(at(-2.0, 54.0)).y_px);
    }

    #[test]
    fn a_way_over_the_pole_runs_along_the_upper_edge() {
        let found = arc(at(-100.0, 80.0), at(80.0, 82.0), &pacific(), 6.0, 0).unwrap();
        let top = pacific().project_turned(0.0, NORTH_DEG).y_px;
        assert!(points(&found).iter().all(|p| p.y_px >= top));
    }

    #[test]
    fn what_is_not_a_number_is_not_drawn() {
        assert_eq!(
            arc(at(f64::NAN, 0.0), at(0.0, 0.0), &pacific(), 8.0, 0),
            None
        );
    }

    proptest! {
        #[test]
        fn arcs_keep_clear_of_both_marks_and_on_the_map(
            lon1 in -180f64..180.0, lat1 in -54f64..75.0, lon2 in -180f64..180.0, lat2 in -54f64..75.0, lane in 0u32..3,
        ) {
            let (map, from, to) = (pacific(), at(lon1, lat1), at(lon2, lat2));
            let arc = arc(from, to, &map, 6.0, lane).unwrap();
            let view = [NORTH_DEG, SOUTH_DEG].map(|lat| map.project_turned(0.0, lat).y_px);
            for point in points(&arc) {
                let off = (point.x_px - 480.0).abs();
                prop_assert!(off <= map.half_width_px(point.y_px) + 0.2, "{point:?} left the map");
                prop_assert!(point.y_px >= view[0] && point.y_px <= view[1], "{point:?}");
            }
            for end in [from, to] {
                let mark = map.project(end);
                for point in points(&arc) {
                    // Who stands at the map's very edge has the arc pressed against it.
                    let off = (point.x_px - 480.0).abs();
                    let at_edge = off > map.half_width_px(point.y_px) - 1.0;
                    prop_assert!(at_edge || distance(point, mark) > 5.8, "{point:?} {mark:?}");
                }
            }
            prop_assert!(arc.heading_deg.is_finite());
            prop_assert!(!arc.path.contains("NaN"));
        }
    }
}
