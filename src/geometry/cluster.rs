//! Marks that would cover each other become one, with a number.

use crate::projection::Point;

/// Groups of points, each within `reach_px` of the group's first; groups and their members in the
/// order given, so that the picture is the same every time. A point joins the nearest group.
pub fn clusters(points: &[Point], reach_px: f64) -> Vec<Vec<usize>> {
    let cell = |px: f64| libm::floor(px / reach_px.max(1e-6)) as i64;
    // The firsts of groups by the square they lie in; squares that share a bucket do no harm.
    let mut firsts: Vec<Vec<(usize, Point)>> = vec![Vec::new(); points.len().max(1)];
    let bucket = |x: i64, y: i64| {
        let mixed = x.wrapping_mul(73_856_093) ^ y.wrapping_mul(19_349_663);
        (mixed.unsigned_abs() % points.len().max(1) as u64) as usize
    };
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (i, at) in points.iter().enumerate() {
        let (x, y) = (cell(at.x_px), cell(at.y_px));
        let around = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (x + dx, y + dy)));
        let near = around
            .filter_map(|(x, y)| firsts.get(bucket(x, y)))
            .flatten();
        let mut nearest: Option<(f64, usize)> = None;
        for (group, first) in near {
            let far = libm::hypot(first.x_px - at.x_px, first.y_px - at.y_px);
            if far <= reach_px && nearest.is_none_or(|best| (far, *group) < best) {
                nearest = Some((far, *group));
            }
        }
        match nearest.and_then(|(_, group)| groups.get_mut(group)) {
            Some(group) => group.push(i),
            None => {
                if let Some(bucket) = firsts.get_mut(bucket(x, y)) {
                    bucket.push((groups.len(), *at));
                }
                groups.push(vec![i]);
            }
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(x_px: f64, y_px: f64) -> Point {
        Point { x_px, y_px }
    }

    #[test]
    fn what_coincides_is_one_and_what_is_apart_stays_apart() {
        let points = [at(0.0, 0.0), at(100.0, 0.0), at(3.0, 0.0), at(99.0, 1.0)];
        assert_eq!(clusters(&points, 10.0), [vec![0, 2], vec![1, 3]]);
        assert_eq!(clusters(&points, 1.0).len(), 4);
        assert_eq!(clusters(&[], 1.0), Vec::<Vec<usize>>::new());
    }

    proptest! {
        #[test]
        fn each_point_is_in_one_group_near_its_first_and_firsts_are_apart(
            spots in prop::collection::vec((-90f64..90.0, -90f64..90.0), 0..60), reach in 1f64..40.0,
        ) {
            let points: Vec<Point> = spots.iter().map(|(x, y)| at(*x, *y)).collect();
            let groups = clusters(&points, reach);
            let far = |a: usize, b: usize| libm::hypot(points[a].x_px - points[b].x_px, points[a].y_px - points[b].y_px);
            let mut all: Vec<usize> = groups.iter().flatten().copied().collect();
            all.sort_unstable();
            prop_assert_eq!(all, (0..points.len()).collect::<Vec<_>>());
            for (i, group) in groups.iter().enumerate() {
                prop_assert!(group.iter().all(|m| far(group[0], *m) <= reach));
                prop_assert!(groups.iter().skip(i + 1).all(|other| far(group[0], other[0]) > reach));
            }
        }
    }
}
