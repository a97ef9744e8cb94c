//! Outlines drawn round one meridian, turned to stand round another, without projecting again.
//!
//! On Equal Earth a parallel is a straight line along which x grows evenly with the longitude. So
//! a turned world is the same world with every point moved along its row, by the same share of the
//! row's width; what crosses the map's edge then is cut there, and the cut follows the edge.

use crate::path::{Corner, Steps, clip, steps_between};
use crate::projection::EqualEarth;

/// Along the map's curved edge a point stands at least so often, in px.
const EDGE_STEP_PX: f64 = 6.0;

/// How wide the map is at each height.
#[derive(Clone, Debug)]
pub struct Rows {
    /// Half the width at each whole px from the top.
    half_px: Vec<f64>,
    middle_px: f64,
}

impl Rows {
    /// The rows of a map.
    pub fn of(map: &EqualEarth) -> Self {
        let last = libm::ceil(map.height_px()) as u32;
        let half_px = (0..=last).map(|y| map.half_width_px(f64::from(y)));
        Self {
            half_px: half_px.collect(),
            middle_px: map.width_px() / 2.0,
        }
    }

    /// Half the map's width at a height, between two rows by their shares.
    fn half_px(&self, y_px: f64) -> f64 {
        let last = self.half_px.len().saturating_sub(1);
        let above = (y_px.max(0.0) as usize).min(last);
        let row = |n: usize| self.half_px.get(n.min(last)).copied().unwrap_or(1.0);
        let along = (y_px - above as f64).clamp(0.0, 1.0);
        let half = row(above) + along * (row(above + 1) - row(above));
        half.max(1e-3)
    }
}

/// Rings that were drawn whole, for a world turned by so many degrees to the east of where it was.
pub fn turned(rings: &[Steps], rows: &Rows, by_deg: f64, units_per_px: u32) -> Vec<Steps> {
    let units = f64::from(units_per_px.max(1));
    let by = libm::remainder(by_deg, 360.0) / 180.0;
    rings
        .iter()
        .flat_map(|ring| turned_ring(ring, rows, by, units))
        .collect()
}

/// The corners of a ring are counted in shares of half the map's width at their height, so that
/// the edges stand at −1 and 1 and a whole turn is 2.
fn turned_ring(ring: &Steps, rows: &Rows, by: f64, units: f64) -> Vec<Steps> {
    let (mut x, mut y) = (0i32, 0i32);
    let corner = |(dx, dy): &(i32, i32)| {
        (x, y) = (x.saturating_add(*dx), y.saturating_add(*dy));
        let [x, y] = [x, y].map(|n| f64::from(n) / units);
        ((x - rows.middle_px) / rows.half_px(y) + by, y)
    };
    let corners: Vec<Corner> = ring.iter().map(corner).collect();
    let shares = || corners.iter().map(|corner| corner.0);
    let least = shares().fold(f64::INFINITY, f64::min);
    let most = shares().fold(f64::NEG_INFINITY, f64::max);
    if by == 0.0 && least >= -1.0 && most <= 1.0 {
        return vec![ring.clone()];
    }
    let on_map = [-2.0, 0.0, 2.0].into_iter().filter_map(|turn| {
        if least + turn >= 1.0 || most + turn <= -1.0 {
            return None;
        }
        let moved: Vec<Corner> = corners.iter().map(|(x, y)| (x + turn, *y)).collect();
        let kept = match least + turn < -1.0 || most + turn > 1.0 {
            true => along_edges(&clip(&clip(&moved, -1.0, 1.0), 1.0, -1.0)),
            false => moved,
        };
        let whole = |&(share, y): &Corner| {
            let x = rows.middle_px + share * rows.half_px(y);
            let [x, y] = [x, y].map(|px| libm::round(px * units) as i32);
            (x, y)
        };
        steps_between(kept.iter().map(whole).collect())
    });
    on_map.collect()
}

/// Adds points where a ring runs along the map's edge, so that it bends as the edge does.
fn along_edges(ring: &[Corner]) -> Vec<Corner> {
    let mut fine = Vec::with_capacity(ring.len());
    let Some(mut before) = ring.last().copied() else {
        return fine;
    };
    for &corner in ring {
        let on_edge = corner.0 == before.0 && corner.0.abs() == 1.0;
        let high = corner.1 - before.1;
        let parts = if on_edge {
            libm::ceil(high.abs() / EDGE_STEP_PX) as u32
        } else {
            1
        };
        let between = (1..parts).map(|part| {
            let along = f64::from(part) / f64::from(parts);
            (corner.0, before.1 + along * high)
        });
        fine.extend(between);
        fine.push(corner);
        before = corner;
    }
    fine
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::{UNITS_PER_PX, whole_outline};
    use crate::projection::Position;
    use proptest::prelude::*;

    fn at(centre: f64) -> EqualEarth {
        EqualEarth::fit(centre, 960.0)
    }

    /// A field of so many degrees.
    fn field(west: f64, south: f64, wide: f64, high: f64) -> Vec<Vec<Vec<Position>>> {
        let corners = [
            (0.0, 0.0),
            (wide, 0.0),
            (wide, high),
            (0.0, high),
            (0.0, 0.0),
        ];
        let place = |(x, y): (f64, f64)| Position {
            lon_deg: libm::remainder(west + x, 360.0),
            lat_deg: south + y,
        };
        vec![vec![corners.map(place).to_vec()]]
    }

    /// The area of rings, in square px; the map keeps areas, so it is the same wherever it stands.
    fn area_px2(rings: &[Steps]) -> f64 {
        let one = |ring: &Steps| {
            let (mut x, mut y) = (0i32, 0i32);
            let corners: Vec<(f64, f64)> = ring
                .iter()
                .map(|(dx, dy)| {
                    (x, y) = (x + dx, y + dy);
                    (f64::from(x), f64::from(y))
                })
                .collect();
            let next = corners.iter().cycle().skip(1);
            let parts = corners.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1);
            parts.sum::<f64>().abs() / 2.0
        };
        let units = f64::from(UNITS_PER_PX);
        rings.iter().map(one).sum::<f64>() / (units * units)
    }

    fn ends(rings: &[Steps]) -> [f64; 2] {
        let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
        for ring in rings {
            let mut x = 0;
            for (dx, _) in ring {
                x += dx;
                least = least.min(f64::from(x));
                most = most.max(f64::from(x));
            }
        }
        [least, most].map(|n| n / f64::from(UNITS_PER_PX))
    }

    fn draw(field: &[Vec<Vec<Position>>], drawn: f64, shown: f64) -> Vec<Steps> {
        let rings = whole_outline(field, &at(drawn), UNITS_PER_PX);
        turned(&rings, &Rows::of(&at(drawn)), drawn - shown, UNITS_PER_PX)
    }

    #[test]
    fn what_lies_across_the_edge_falls_into_two_pieces_and_comes_together_elsewhere() {
        let greenland = field(-30.0, 65.0, 6.0, 10.0);
        assert_eq!(draw(&greenland, 153.0, 153.0).len(), 2);
        assert_eq!(draw(&greenland, 153.0, 11.0).len(), 1);
        let chukotka = field(170.0, 62.0, 16.0, 8.0);
        assert_eq!(draw(&chukotka, 153.0, 153.0).len(), 1);
        assert_eq!(draw(&chukotka, 153.0, 0.0).len(), 2);
    }

    proptest! {
        /// To project round another meridian, or to turn what was projected: the same picture,
        /// within the half unit that was rounded away.
        #[test]
        fn turning_is_projecting_round_another_meridian(
            west in -180f64..180.0, south in -55f64..70.0, wide in 2f64..80.0, high in 2f64..14.0,
            drawn in -180f64..180.0, shown in -180f64..180.0,
        ) {
            let field = field(west, south, wide, high);
            let (moved, anew) = (draw(&field, drawn, shown), draw(&field, shown, shown));
            let (a, b) = (area_px2(&moved), area_px2(&anew));
            prop_assert!((a - b).abs() < 2.0 + 0.05 * b, "{a} {b}");
            let (a, b) = (ends(&moved), ends(&anew));
            // What the edge cuts ends in slivers, which come out a hair longer or shorter.
            let cut = moved.len() + anew.len() > 2;
            prop_assert!(cut || ((a[0] - b[0]).abs() < 0.8 && (a[1] - b[1]).abs() < 0.8), "{a:?} {b:?}");
        }

        #[test]
        fn nothing_leaves_the_map(west in -180f64..180.0, wide in 2f64..100.0, shown in -180f64..180.0) {
            let rings = draw(&field(west, -20.0, wide, 60.0), 153.0, shown);
            let [least, most] = ends(&rings);
            prop_assert!(least >= -0.5 && most <= 960.5);
            prop_assert!(!rings.is_empty());
        }
    }
}
