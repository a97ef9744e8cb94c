//! From a point to the next one in a direction: how arrow keys walk through a picture.

use crate::projection::Point;

/// The way an arrow key points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To smaller x.
    Left,
    /// To larger x.
    Right,
    /// To smaller y.
    Up,
    /// To larger y.
    Down,
}

impl Direction {
    /// How far `to` lies this way from `from`, and how far beside it.
    fn split(self, from: Point, to: Point) -> (f64, f64) {
        let (dx, dy) = (to.x_px - from.x_px, to.y_px - from.y_px);
        match self {
            Direction::Left => (-dx, dy.abs()),
            Direction::Right => (dx, dy.abs()),
            Direction::Up => (-dy, dx.abs()),
            Direction::Down => (dy, dx.abs()),
        }
    }
}

/// The nearest of some points in a direction; a point to the side counts as twice as far. Points
/// at the same place follow each other in their order: right and down go on, left and up go back.
pub fn neighbour(points: &[Point], from: usize, direction: Direction) -> Option<usize> {
    let here = *points.get(from)?;
    let on = matches!(direction, Direction::Right | Direction::Down);
    let same = |(i, p): &(usize, &Point)| **p == here && *i != from && (*i > from) == on;
    let mut twins = points.iter().enumerate().filter(same).map(|(i, _)| i);
    let twin = if on { twins.next() } else { twins.next_back() };
    if twin.is_some() {
        return twin;
    }
    let mut best: Option<(f64, usize)> = None;
    for (i, point) in points.iter().enumerate() {
        let (along, beside) = direction.split(here, *point);
        let far = along + 2.0 * beside;
        if along > 1e-9 && best.is_none_or(|(least, _)| far < least) {
            best = Some((far, i));
        }
    }
    best.map(|(_, i)| i)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(x_px: f64, y_px: f64) -> Point {
        Point { x_px, y_px }
    }

    #[test]
    fn the_next_is_near_and_ahead_rather_than_beside() {
        let points = [at(0.0, 0.0), at(10.0, 40.0), at(40.0, 2.0), at(-5.0, 0.0)];
        assert_eq!(neighbour(&points, 0, Direction::Right), Some(2));
        assert_eq!(neighbour(&points, 0, Direction::Left), Some(3));
        assert_eq!(neighbour(&points, 0, Direction::Down), Some(1));
        assert_eq!(neighbour(&points, 3, Direction::Left), None);
        assert_eq!(neighbour(&points, 9, Direction::Left), None);
    }

    #[test]
    fn points_at_one_place_are_walked_in_their_order() {
        let points = [at(1.0, 1.0), at(1.0, 1.0), at(1.0, 1.0), at(9.0, 1.0)];
        let walk = |from, direction| neighbour(&points, from, direction);
        assert_eq!(walk(0, Direction::Right), Some(1));
        assert_eq!(walk(1, Direction::Right), Some(2));
        assert_eq!(walk(2, Direction::Right), Some(3));
        assert_eq!(walk(2, Direction::Left), Some(1));
    }

    proptest! {
        #[test]
        fn a_step_leads_the_way_it_points_and_back_to_something(
            spots in prop::collection::vec((0u8..40, 0u8..40), 2..24),
        ) {
            let points: Vec<Point> = spots.iter().map(|(x, y)| at(f64::from(*x), f64::from(*y))).collect();
            let ways = [(Direction::Left, Direction::Right), (Direction::Up, Direction::Down)];
            for (from, here) in points.iter().enumerate() {
                for (there, back) in ways {
                    let Some(to) = neighbour(&points, from, there) else { continue };
                    prop_assert!(points[to] == *here || there.split(*here, points[to]).0 > 0.0);
                    prop_assert!(neighbour(&points, to, back).is_some());
                }
            }
        }
    }
}
