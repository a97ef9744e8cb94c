//! Fewer points for a line that looks the same.

use crate::projection::Point;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The line without the points that matter least: each is taken away whose triangle with its
/// neighbours is smaller than an area, smallest first. Ends stay, and of a ring (its last point is
/// its first) at least three corners, so that no island disappears.
///
/// Source: M. Visvalingam, J. D. Whyatt, "Line generalisation by repeated elimination of points",
/// The Cartographic Journal 30 (1993).
pub fn simplified(line: &[Point], least_area_px2: f64) -> Vec<Point> {
    let ring = line.len() > 3 && line.first() == line.last();
    let fewest = if ring { 4 } else { 2 };
    let mut kept: Vec<Option<Neighbours>> =
        (0..line.len()).map(|i| Some(Neighbours::of(i))).collect();
    let mut queue = BinaryHeap::new();
    for i in 1..line.len().saturating_sub(1) {
        queue.extend(entry(line, &kept, i, 0));
    }
    let mut left = line.len();
    while let Some(Reverse((area, i, revision))) = queue.pop() {
        let Some(Some(at)) = kept.get(i).copied() else {
            continue;
        };
        if at.revision != revision {
            continue;
        }
        if f64::from_bits(area) >= least_area_px2 || left <= fewest {
            break;
        }
        left -= 1;
        take(&mut kept, i, at);
        for near in [at.before, at.after] {
            if near > 0 && near + 1 < line.len() {
                // Never smaller than what has gone: the order of the paper.
                queue.extend(entry(line, &kept, near, area));
            }
        }
    }
    let points = line.iter().zip(&kept);
    points
        .filter(|(_, k)| k.is_some())
        .map(|(p, _)| *p)
        .collect()
}

/// A point's neighbours on the line as it is now.
#[derive(Clone, Copy)]
struct Neighbours {
    before: usize,
    after: usize,
    /// Counts its changes; an older entry of the queue is void.
    revision: u32,
}

impl Neighbours {
    fn of(i: usize) -> Self {
        Self {
            before: i.saturating_sub(1),
            after: i + 1,
            revision: 0,
        }
    }
}

/// Takes a point off the line and joins its neighbours.
fn take(kept: &mut [Option<Neighbours>], i: usize, at: Neighbours) {
    if let Some(slot) = kept.get_mut(i) {
        *slot = None;
    }
    if let Some(Some(before)) = kept.get_mut(at.before) {
        before.after = at.after;
        before.revision += 1;
    }
    if let Some(Some(after)) = kept.get_mut(at.after) {
        after.before = at.before;
        after.revision += 1;
    }
}

type Entry = Reverse<(u64, usize, u32)>;

/// A point with the area of its triangle, for the queue: bits of positive floats are in order.
fn entry(line: &[Point], kept: &[Option<Neighbours>], i: usize, least: u64) -> Option<Entry> {
    let at = (*kept.get(i)?)?;
    let (a, b, c) = (line.get(at.before)?, line.get(i)?, line.get(at.after)?);
    let twice = (b.x_px - a.x_px) * (c.y_px - a.y_px) - (c.x_px - a.x_px) * (b.y_px - a.y_px);
    Some(Reverse((
        (twice.abs() / 2.0).to_bits().max(least),
        i,
        at.revision,
    )))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(points: &[(f64, f64)]) -> Vec<Point> {
        let point = |&(x_px, y_px): &(f64, f64)| Point { x_px, y_px };
        points.iter().map(point).collect()
    }

    #[test]
    fn a_bump_goes_and_a_corner_stays() {
        let bumpy = line(&[(0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 10.0)]);
        let expected = line(&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]);
        assert_eq!(simplified(&bumpy, 1.0), expected);
    }

    #[test]
    fn an_island_keeps_three_corners() {
        let island = line(&[(0.0, 0.0), (0.1, 0.0), (0.1, 0.1), (0.0, 0.1), (0.0, 0.0)]);
        let kept = simplified(&island, 100.0);
        assert_eq!(kept.len(), 4);
        assert_eq!(kept.first(), kept.last());
    }

    proptest! {
        #[test]
        fn the_ends_stay_and_the_rest_is_a_part_in_order(
            spots in prop::collection::vec((0f64..50.0, 0f64..50.0), 0..40), area in 0f64..400.0,
        ) {
            let line = line(&spots);
            let kept = simplified(&line, area);
            prop_assert_eq!(kept.first(), line.first());
            prop_assert_eq!(kept.last(), line.last());
            let mut rest = line.iter();
            prop_assert!(kept.iter().all(|k| rest.any(|p| p == k)));
        }

        #[test]
        fn more_is_taken_away_for_a_larger_area(
            spots in prop::collection::vec((0f64..50.0, 0f64..50.0), 2..40), area in 0f64..100.0,
        ) {
            let line = line(&spots);
            prop_assert!(simplified(&line, area * 2.0).len() <= simplified(&line, area).len());
        }
    }
}
