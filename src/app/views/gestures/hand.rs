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
mod tests;
