//! What fingers and pointers on a picture mean. Pure: points in, meanings out. A [`hand::Hand`]
//! moves and zooms the picture by them; it knows nothing of what the picture shows.

pub mod hand;
pub mod window;

use geometry::Point;

/// A pointer that moves less than this has clicked, in px.
const CLICK_PX: f64 = 5.0;

/// What a movement means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Meaning {
    /// Nothing yet.
    Nothing,
    /// The picture follows, in px.
    Moved {
        /// To the right.
        x_px: f64,
        /// Downwards.
        y_px: f64,
    },
    /// Two fingers came closer or parted round a point.
    Pinched {
        /// By how much larger.
        factor: f64,
        /// Between the fingers.
        at: Point,
    },
    /// What was under the pointer follows it.
    Carried(Point),
    /// A region is drawn, from corner to corner.
    Brushing(Point, Point),
    /// The region is drawn.
    Brushed(Point, Point),
}

/// What a drag does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drag {
    /// It moves the picture.
    #[default]
    Move,
    /// It draws a region.
    Brush,
    /// It carries what is under the pointer.
    Carry,
}

/// The pointers that are down, and what they have done so far.
#[derive(Clone, Debug, Default)]
pub struct Gesture {
    down: Vec<(i32, Point)>,
    start: Option<Point>,
    drag: Drag,
    dragged: bool,
}

impl Gesture {
    /// A pointer comes down, and what it drags.
    pub fn down(&mut self, id: i32, at: Point, drag: Drag) {
        if self.down.is_empty() {
            (self.start, self.drag, self.dragged) = (Some(at), drag, false);
        } else {
            // A second finger is a pinch, whatever the first began.
            (self.drag, self.dragged) = (Drag::Move, true);
        }
        self.down.retain(|(other, _)| *other != id);
        self.down.push((id, at));
    }

    /// A pointer moves.
    pub fn moved(&mut self, id: i32, at: Point) -> Meaning {
        let others = self.down.iter().find(|(other, _)| *other != id);
        let other = others.map(|(_, at)| *at);
        let Some((_, last)) = self.down.iter_mut().find(|(other, _)| *other == id) else {
            return Meaning::Nothing;
        };
        let before = std::mem::replace(last, at);
        if let Some(other) = other {
            let factor = apart(at, other) / apart(before, other).max(1.0);
            let at = Point {
                x_px: f64::midpoint(at.x_px, other.x_px),
                y_px: f64::midpoint(at.y_px, other.y_px),
            };
            return Meaning::Pinched { factor, at };
        }
        let start = self.start.unwrap_or(before);
        if !self.dragged && apart(start, at) < CLICK_PX {
            return Meaning::Nothing;
        }
        let from = if self.dragged { before } else { start };
        self.dragged = true;
        match self.drag {
            Drag::Brush => Meaning::Brushing(start, at),
            Drag::Carry => Meaning::Carried(at),
            Drag::Move => Meaning::Moved {
                x_px: at.x_px - from.x_px,
                y_px: at.y_px - from.y_px,
            },
        }
    }

    /// A pointer goes up.
    pub fn up(&mut self, id: i32) -> Meaning {
        let lifted = self.down.iter().find(|(other, _)| *other == id);
        let at = lifted.map(|(_, at)| *at);
        self.down.retain(|(other, _)| *other != id);
        let drawn = self.drag == Drag::Brush && self.dragged;
        match (at, self.start, drawn) {
            (Some(at), Some(start), true) => {
                self.drag = Drag::Move;
                Meaning::Brushed(start, at)
            }
            _ => Meaning::Nothing,
        }
    }

    /// The browser took the pointers over, for scrolling.
    pub fn cancel(&mut self) {
        *self = Self::default();
    }

    /// Whether a pointer is down.
    pub fn holds(&self) -> bool {
        !self.down.is_empty()
    }

    /// Whether what was done last was a drag, so that the click after it means nothing.
    pub fn dragged(&self) -> bool {
        self.dragged
    }
}

fn apart(a: Point, b: Point) -> f64 {
    let (x, y) = (a.x_px - b.x_px, a.y_px - b.y_px);
    (x * x + y * y).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x_px: f64, y_px: f64) -> Point {
        Point { x_px, y_px }
    }

    #[test]
    fn a_hand_that_trembles_has_clicked() {
        let mut gesture = Gesture::default();
        gesture.down(1, at(10.0, 10.0), Drag::Move);
        assert_eq!(gesture.moved(1, at(12.0, 11.0)), Meaning::Nothing);
        assert_eq!(gesture.up(1), Meaning::Nothing);
        assert!(!gesture.dragged() && !gesture.holds());
    }

    #[test]
    fn a_drag_moves_the_map_by_all_of_its_way() {
        let mut gesture = Gesture::default();
        gesture.down(1, at(10.0, 10.0), Drag::Move);
        gesture.moved(1, at(13.0, 10.0));
        let first = gesture.moved(1, at(20.0, 10.0));
        assert_eq!(
            first,
            Meaning::Moved {
                x_px: 10.0,
                y_px: 0.0
            }
        );
        let next = gesture.moved(1, at(21.0, 12.0));
        assert_eq!(
            next,
            Meaning::Moved {
                x_px: 1.0,
                y_px: 2.0
            }
        );
        gesture.up(1);
        assert!(gesture.dragged(), "the click that follows is none");
        gesture.down(1, at(0.0, 0.0), Drag::Move);
        assert!(!gesture.dragged());
    }

    #[test]
    fn two_fingers_that_part_zoom_between_them() {
        let mut gesture = Gesture::default();
        gesture.down(1, at(0.0, 0.0), Drag::Brush);
        gesture.down(2, at(10.0, 0.0), Drag::Move);
        let expected = Meaning::Pinched {
            factor: 2.0,
            at: at(10.0, 0.0),
        };
        assert_eq!(gesture.moved(2, at(20.0, 0.0)), expected);
        assert_eq!(gesture.up(2), Meaning::Nothing);
        assert!(gesture.dragged() && gesture.holds());
        let rest = gesture.moved(1, at(1.0, 0.0));
        assert_eq!(
            rest,
            Meaning::Moved {
                x_px: 1.0,
                y_px: 0.0
            }
        );
    }

    #[test]
    fn a_region_is_drawn_from_corner_to_corner() {
        let mut gesture = Gesture::default();
        gesture.down(1, at(5.0, 5.0), Drag::Brush);
        let (from, to) = (at(5.0, 5.0), at(50.0, 40.0));
        assert_eq!(gesture.moved(1, to), Meaning::Brushing(from, to));
        assert_eq!(gesture.up(1), Meaning::Brushed(from, to));
        assert_eq!(gesture.up(1), Meaning::Nothing);
    }

    #[test]
    fn a_pointer_that_never_came_down_means_nothing() {
        let mut gesture = Gesture::default();
        assert_eq!(gesture.moved(1, at(5.0, 5.0)), Meaning::Nothing);
        gesture.down(1, at(0.0, 0.0), Drag::Move);
        gesture.cancel();
        assert_eq!(gesture.moved(1, at(50.0, 5.0)), Meaning::Nothing);
    }
}
