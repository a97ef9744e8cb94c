//! A picture in a window, moved and zoomed by hands. Pure: what happened goes in, what is to be
//! done comes out, and the view is kept here.

use super::{Drag, Gesture, Meaning};
use crate::browser::stage::Signal;
use geometry::Point;
use geometry::label::Box4;
use geometry::viewport::{Frame, Viewport};
use geometry::walk::Direction;

/// A step of zoom by a button or a key; a double click makes two of them.
pub const STEP: f64 = 1.6;
/// A step of the arrow keys, in px of the screen.
const PAN_PX: f64 = 80.0;

/// The picture as it is held.
#[derive(Clone, Debug)]
pub struct Hand {
    /// The picture and its window.
    pub frame: Frame,
    /// What is seen of it.
    pub view: Viewport,
    /// The next drag draws a region.
    pub brush_next: bool,
    /// A drag carries the thing under it.
    pub carries: bool,
    carried: Option<String>,
    gesture: Gesture,
    /// The last pointer that came down was a finger.
    touch: bool,
}

/// What is to be done about a signal.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    /// The browser shall do nothing about it.
    pub consumed: bool,
    /// The view is another now: the picture is to be shown with it.
    pub moved: bool,
    /// A drag begins, by this pointer.
    pub began: Option<i32>,
    /// What else it says.
    pub what: What,
}

/// What a hand says besides moving the picture.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// Nothing.
    Nothing,
    /// A pointer that is not a finger hovers over this thing, or over none.
    Over(Option<String>),
    /// The pointer has gone.
    Left,
    /// A region is being drawn; in px of the window.
    Region(Box4),
    /// A region is drawn; in the picture's px.
    Brushed(Box4),
    /// A thing is carried to a point of the picture.
    Carried(String, Point),
    /// The browser took the pointers over: a region is not drawn any more.
    Cancelled,
    /// A click that was no drag.
    Clicked {
        /// On what.
        over: Option<String>,
        /// With the shift key: one more.
        shift: bool,
        /// By a finger, which cannot hover first.
        touch: bool,
    },
    /// A double click; it has zoomed.
    Doubled,
    /// The window has another size.
    Resized,
}

impl Heard {
    fn of(what: What) -> Self {
        Self {
            consumed: false,
            moved: false,
            began: None,
            what,
        }
    }

    fn moving(moved: bool) -> Self {
        Self {
            consumed: moved,
            moved,
            ..Self::of(What::Nothing)
        }
    }
}

impl Hand {
    /// The whole picture.
    pub fn new(frame: Frame) -> Self {
        Self {
            frame,
            view: frame.whole(),
            brush_next: false,
            carries: false,
            carried: None,
            gesture: Gesture::default(),
            touch: false,
        }
    }

    /// Another picture or window; what is seen stays where it may, and of a picture that has grown
    /// as large as it was.
    pub fn framed(&mut self, frame: Frame) {
        let was_whole = self.view == self.frame.whole();
        let ([.., before, _], [.., now, _]) = (self.frame.picture_px, frame.picture_px);
        self.frame = frame;
        self.view.zoom *= now / before;
        self.view = if was_whole {
            frame.whole()
        } else {
            frame.kept(self.view)
        };
    }

    /// Takes in what happened.
    pub fn hear(&mut self, signal: Signal) -> Heard {
        match signal {
            Signal::Down {
                id,
                at,
                shift,
                touch,
                over,
            } => {
                self.touch = touch;
                self.carried = over.filter(|_| self.carries);
                self.gesture.down(
                    id,
                    at,
                    match () {
                        () if self.carried.is_some() => Drag::Carry,
                        () if shift || self.brush_next => Drag::Brush,
                        () => Drag::Move,
                    },
                );
                // Else the browser would mark text.
                Heard {
                    consumed: shift,
                    ..Heard::of(What::Nothing)
                }
            }
            Signal::Move { id, at, over } => self.moved(id, at, over),
            Signal::Up(id) => Heard::of(match self.gesture.up(id) {
                Meaning::Brushed(from, to) => What::Brushed(self.part(corners(from, to))),
                _ => What::Nothing,
            }),
            Signal::Cancel => {
                self.gesture.cancel();
                Heard::of(What::Cancelled)
            }
            Signal::Leave => Heard::of(What::Left),
            Signal::Click { .. } if self.gesture.dragged() => Heard {
                consumed: true,
                ..Heard::of(What::Nothing)
            },
            Signal::Click { over, shift } => {
                let touch = self.touch;
                Heard::of(What::Clicked { over, shift, touch })
            }
            Signal::Double { at, shift } => {
                let factor = STEP * STEP;
                let moved = self.zoom_at(if shift { 1.0 / factor } else { factor }, at);
                Heard {
                    consumed: true,
                    moved,
                    ..Heard::of(What::Doubled)
                }
            }
            // At the end of the zoom the wheel scrolls the page.
            Signal::Wheel { at, factor } => Heard::moving(self.zoom_at(factor, at)),
            Signal::Resized => Heard::of(What::Resized),
        }
    }

    fn moved(&mut self, id: i32, at: Point, over: Option<String>) -> Heard {
        let dragged = self.gesture.dragged();
        let meaning = self.gesture.moved(id, at);
        let began = (self.gesture.dragged() && !dragged).then_some(id);
        let heard = match meaning {
            Meaning::Nothing if self.gesture.holds() || self.touch => Heard::of(What::Nothing),
            Meaning::Nothing => Heard::of(What::Over(over)),
            Meaning::Moved { x_px, y_px } => {
                self.view = self.frame.moved(&self.view, x_px, y_px);
                Heard::moving(true)
            }
            Meaning::Pinched { factor, at } => {
                self.zoom_at(factor, at);
                Heard::moving(true)
            }
            Meaning::Brushing(from, to) => Heard {
                consumed: true,
                ..Heard::of(What::Region(corners(from, to)))
            },
            Meaning::Carried(at) => {
                let to = self.frame.under(&self.view, at);
                Heard::of(match self.carried.clone() {
                    Some(thing) => What::Carried(thing, to),
                    None => What::Nothing,
                })
            }
            Meaning::Brushed(..) => Heard::of(What::Nothing),
        };
        Heard { began, ..heard }
    }

    /// Zooms round a point of the window; whether that changed anything.
    pub fn zoom_at(&mut self, factor: f64, at: Point) -> bool {
        let before = self.view.zoom;
        self.view = self.frame.zoomed(&self.view, factor, at);
        self.view.zoom != before
    }

    /// Zooms round the middle.
    pub fn zoom(&mut self, factor: f64) {
        self.zoom_at(factor, self.frame.middle());
    }

    /// Shows all of it.
    pub fn whole(&mut self) {
        self.view = self.frame.whole();
    }

    /// Shows a part of the picture, with a margin in px of the screen, no closer than `most`.
    pub fn fit(&mut self, part: Box4, margin_px: f64, most: f64) {
        self.view = self.frame.fitted(part, margin_px, most);
    }

    /// Looks a step further that way.
    pub fn pan(&mut self, direction: Direction) {
        let (x, y) = match direction {
            Direction::Left => (PAN_PX, 0.0),
            Direction::Right => (-PAN_PX, 0.0),
            Direction::Up => (0.0, PAN_PX),
            Direction::Down => (0.0, -PAN_PX),
        };
        self.view = self.frame.moved(&self.view, x, y);
    }

    /// Moves the picture until a point of it is well within the window.
    pub fn bring(&mut self, at: Point) {
        let seen = self.frame.shown(&self.view, at);
        let [width, height] = self.frame.window_px;
        let off = |px: f64, window: f64| {
            let margin = window / 8.0;
            (margin - px).max(0.0) - (px - window + margin).max(0.0)
        };
        let (x, y) = (off(seen.x_px, width), off(seen.y_px, height));
        self.view = self.frame.moved(&self.view, x, y);
    }

    /// Shows a point of the picture in the middle of the window, as near as its edges let it.
    pub fn centre(&mut self, at: Point) {
        let (seen, middle) = (self.frame.shown(&self.view, at), self.frame.middle());
        let (x, y) = (middle.x_px - seen.x_px, middle.y_px - seen.y_px);
        self.view = self.frame.moved(&self.view, x, y);
    }

    /// What is seen, to be written down: the zoom in per cent, and the point in the middle of the
    /// window in thousandths of the picture's width and height.
    pub fn place(&self) -> [u16; 3] {
        let [left, top, wide, high] = self.frame.picture_px;
        let middle = self.frame.under(&self.view, self.frame.middle());
        let part = |at: f64, from: f64, length: f64| (at - from) / length.max(1e-6) * 1000.0;
        let (across, down) = (part(middle.x_px, left, wide), part(middle.y_px, top, high));
        [self.view.zoom * 100.0, across, down].map(|n| n.round() as u16)
    }

    /// Shows what was written down, as near as the edges let it.
    pub fn go(&mut self, [zoom, across, down]: [u16; 3]) {
        let [left, top, wide, high] = self.frame.picture_px;
        self.view.zoom = f64::from(zoom) / 100.0;
        self.view = self.frame.kept(self.view);
        self.centre(Point {
            x_px: left + wide * f64::from(across) / 1000.0,
            y_px: top + high * f64::from(down) / 1000.0,
        });
    }

    /// The part of the picture that is seen.
    pub fn seen(&self) -> Box4 {
        self.frame.seen(&self.view)
    }

    /// The part of the picture under a box of the window.
    fn part(&self, [left, top, right, bottom]: Box4) -> Box4 {
        let under = |x_px, y_px| self.frame.under(&self.view, Point { x_px, y_px });
        let (a, b) = (under(left, top), under(right, bottom));
        [a.x_px, a.y_px, b.x_px, b.y_px]
    }
}

/// The box between two corners.
fn corners(a: Point, b: Point) -> Box4 {
    [
        a.x_px.min(b.x_px),
        a.y_px.min(b.y_px),
        a.x_px.max(b.x_px),
        a.y_px.max(b.y_px),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x_px: f64, y_px: f64) -> Point {
        Point { x_px, y_px }
    }

    fn hand() -> Hand {
        Hand::new(Frame {
            picture_px: [0.0, 0.0, 1000.0, 500.0],
            window_px: [1000.0, 500.0],
            least: 1.0,
        })
    }

    fn down(hand: &mut Hand, id: i32, place: Point, shift: bool) -> Heard {
        hand.hear(Signal::Down {
            id,
            at: place,
            shift,
            touch: false,
            over: Some("thing".to_owned()),
        })
    }

    fn go(hand: &mut Hand, id: i32, place: Point) -> Heard {
        let over = Some("thing".to_owned());
        hand.hear(Signal::Move {
            id,
            at: place,
            over,
        })
    }

    #[test]
    fn the_wheel_keeps_what_is_under_it_and_is_left_to_the_page_at_the_end() {
        let (mut hand, place) = (hand(), at(300.0, 200.0));
        let before = hand.frame.under(&hand.view, place);
        let heard = hand.hear(Signal::Wheel {
            at: place,
            factor: 2.0,
        });
        assert!(heard.consumed && heard.moved);
        let after = hand.frame.under(&hand.view, place);
        assert!((before.x_px - after.x_px).abs() < 1e-9 && (before.y_px - after.y_px).abs() < 1e-9);
        hand.whole();
        let heard = hand.hear(Signal::Wheel {
            at: place,
            factor: 0.5,
        });
        assert!(!heard.consumed && !heard.moved);
    }

    #[test]
    fn a_drag_begins_once_moves_the_view_and_its_click_means_nothing() {
        let mut hand = hand();
        hand.zoom(2.0);
        let corner = hand.view.corner;
        down(&mut hand, 1, at(100.0, 100.0), false);
        let first = go(&mut hand, 1, at(80.0, 100.0));
        assert_eq!((first.began, first.moved), (Some(1), true));
        assert_eq!(go(&mut hand, 1, at(60.0, 90.0)).began, None);
        assert_eq!(hand.view.corner, at(corner.x_px + 20.0, corner.y_px + 5.0));
        hand.hear(Signal::Up(1));
        let click = Signal::Click {
            over: None,
            shift: false,
        };
        let heard = hand.hear(click.clone());
        assert_eq!((heard.consumed, heard.what), (true, What::Nothing));
        down(&mut hand, 1, at(60.0, 90.0), false);
        hand.hear(Signal::Up(1));
        assert!(matches!(hand.hear(click).what, What::Clicked { .. }));
    }

    #[test]
    fn a_region_is_told_in_the_pictures_px() {
        let mut hand = hand();
        hand.zoom(2.0);
        assert!(down(&mut hand, 1, at(200.0, 100.0), true).consumed);
        let drawing = go(&mut hand, 1, at(100.0, 50.0));
        assert_eq!(drawing.what, What::Region([100.0, 50.0, 200.0, 100.0]));
        let drawn = hand.hear(Signal::Up(1)).what;
        assert_eq!(drawn, What::Brushed([300.0, 150.0, 350.0, 175.0]));
    }

    #[test]
    fn a_thing_is_carried_in_the_pictures_px_until_a_second_finger_pinches() {
        let mut hand = hand();
        hand.carries = true;
        hand.zoom(2.0);
        down(&mut hand, 1, at(200.0, 100.0), false);
        let view = hand.view;
        let heard = go(&mut hand, 1, at(100.0, 50.0));
        let to = What::Carried("thing".to_owned(), at(300.0, 150.0));
        assert_eq!((heard.began, heard.what, hand.view), (Some(1), to, view));
        down(&mut hand, 2, at(200.0, 50.0), false);
        let heard = go(&mut hand, 2, at(300.0, 50.0));
        assert!(heard.moved && hand.view.zoom > view.zoom, "{heard:?}");
    }

    #[test]
    fn a_picture_that_grows_is_seen_as_large_as_before_and_the_whole_stays_whole() {
        let mut hand = hand();
        let wider = Frame {
            picture_px: [0.0, 0.0, 2000.0, 1000.0],
            ..hand.frame
        };
        hand.zoom(4.0);
        let (corner, scale) = (hand.view.corner, hand.frame.scale(hand.view.zoom));
        let mut whole = hand.clone();
        hand.framed(wider);
        assert_eq!(
            (hand.view.corner, hand.frame.scale(hand.view.zoom)),
            (corner, scale)
        );
        whole.whole();
        whole.framed(wider);
        assert_eq!(whole.view, wider.whole());
    }

    #[test]
    fn what_is_written_down_is_found_again() {
        let mut hand = hand();
        hand.zoom(2.5);
        hand.centre(at(300.0, 200.0));
        assert_eq!(hand.place(), [250, 300, 400]);
        let view = hand.view;
        hand.whole();
        assert_eq!(hand.place(), [100, 500, 500]);
        hand.go([250, 300, 400]);
        assert_eq!(hand.view, view);
        hand.go([9, 0, 1000]);
        assert_eq!(
            hand.view,
            hand.frame.whole(),
            "no further out than the whole"
        );
    }

    #[test]
    fn a_pointer_hovers_and_a_finger_does_not() {
        let mut hand = hand();
        let over = What::Over(Some("thing".to_owned()));
        assert_eq!(go(&mut hand, 1, at(5.0, 5.0)).what, over);
        hand.hear(Signal::Down {
            id: 2,
            at: at(5.0, 5.0),
            shift: false,
            touch: true,
            over: None,
        });
        hand.hear(Signal::Up(2));
        assert_eq!(go(&mut hand, 2, at(6.0, 5.0)).what, What::Nothing);
    }

    #[test]
    fn what_is_centred_is_in_the_middle_unless_the_picture_ends() {
        let mut hand = hand();
        hand.zoom(4.0);
        hand.centre(at(300.0, 200.0));
        assert_eq!(
            hand.frame.under(&hand.view, hand.frame.middle()),
            at(300.0, 200.0)
        );
        hand.centre(at(0.0, 0.0));
        assert_eq!(hand.view.corner, at(0.0, 0.0));
    }

    #[test]
    fn what_is_brought_lies_within_the_window() {
        let mut hand = hand();
        hand.zoom(8.0);
        for place in [at(10.0, 10.0), at(990.0, 490.0), at(500.0, 20.0)] {
            hand.bring(place);
            let seen = hand.frame.shown(&hand.view, place);
            assert!((0.0..=1000.0).contains(&seen.x_px) && (0.0..=500.0).contains(&seen.y_px));
        }
        let stays = hand.view;
        hand.bring(hand.frame.under(&stays, at(500.0, 250.0)));
        assert_eq!(hand.view, stays);
    }
}
