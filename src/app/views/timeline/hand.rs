//! What pointer and wheel do to the picture: mark a day, draw a period, zoom, move.

use super::frame::Frame;
use super::head::YEARS_FROM;
use super::live::{Live, Move, day_of, whole_months};
use crate::browser::gesture;
use crate::markup::html;
use incidents::model::Day;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Below this width of a day in px, a period is drawn in whole months.
const MONTHS_BELOW_PX: f64 = 4.0;
/// How far a wheel of 100 px zooms.
const WHEEL_PER_PX: f64 = 0.0025;

/// A part of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// The strip and its years.
    Head,
    /// The lanes.
    Rows,
}

impl Zone {
    fn id(self) -> &'static str {
        match self {
            Zone::Head => "timeline-head",
            Zone::Rows => "timeline-rows",
        }
    }
}

/// What is being done.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Doing {
    #[default]
    Nothing,
    /// A finger is down and may yet scroll the page.
    Waiting,
    /// Marks days.
    Marking,
    /// Draws a period from a day on.
    Drawing(Day),
    /// Two fingers: their distance in px when last seen, and the moment between them.
    Pinching(f64, f64),
}

/// The pointers that are down, and what they do.
#[derive(Debug, Default)]
pub struct Hand {
    pointers: Vec<(i32, f64)>,
    doing: Doing,
}

/// The handlers of a zone.
pub struct Handlers {
    pointer: Callback<(PointerEvent, Phase)>,
    wheel: Callback<WheelEvent>,
}

/// A pointer's phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It was put down.
    Down,
    /// It moved.
    Moved,
    /// It was lifted.
    Up,
    /// The browser took it, to scroll the page.
    Taken,
}

impl Handlers {
    /// A zone: what stands still, and over it what moves.
    pub fn around(&self, id: &'static str, below: Html, over: Html) -> Html {
        let on = |phase: Phase| {
            let pointer = self.pointer.clone();
            Callback::from(move |event: PointerEvent| pointer.emit((event, phase)))
        };
        html! {
            <div {id} class="stack" onpointerdown={on(Phase::Down)} onpointermove={on(Phase::Moved)}
                onpointerup={on(Phase::Up)} onpointercancel={on(Phase::Taken)} onwheel={self.wheel.clone()}>
                {below}{over}
            </div>
        }
    }
}

/// The handlers of a zone for the picture as it is.
pub fn zone(
    zone: Zone,
    hand: &Rc<RefCell<Hand>>,
    frame: &Frame,
    live: &Live,
    act: &Callback<Move>,
    open: Callback<usize>,
) -> Handlers {
    let (hand, frame, limits) = (hand.clone(), *frame, live.limits);
    let pointer = {
        let act = act.clone();
        Callback::from(move |(event, phase): (PointerEvent, Phase)| {
            let Some((x, y)) = gesture::place(&event, zone.id()) else {
                return;
            };
            let mut hand = hand.borrow_mut();
            let touch = event.pointer_type() == "touch";
            let id = event.pointer_id();
            let named = zone == Zone::Rows && !frame.narrow && x < frame.left - 8.0;
            let action = match phase {
                Phase::Down if event.button() != 0 || named => None,
                Phase::Down => {
                    gesture::capture(&event, zone.id());
                    let drawing = zone == Zone::Head && y >= YEARS_FROM;
                    hand.down(id, x, &frame, drawing, touch)
                }
                Phase::Moved => hand.moved(id, x, &frame),
                // A name leads to its entry.
                Phase::Up if named && hand.is_idle() && event.button() == 0 => {
                    open.emit((y / frame.row) as usize);
                    None
                }
                Phase::Up => hand.up(id, x, &frame),
                Phase::Taken => hand.taken(id),
            };
            drop(hand);
            if let Some(action) = action {
                act.emit(action);
            }
        })
    };
    let wheel = {
        let act = act.clone();
        Callback::from(move |event: WheelEvent| {
            let Some((x, _)) = gesture::place(&event, zone.id()) else {
                return;
            };
            let asked = event.ctrl_key() || event.meta_key();
            let turn = Turn {
                across: event.delta_x(),
                along: event.delta_y(),
                zooms: asked || zone == Zone::Head,
                shift: event.shift_key(),
            };
            if let Some(action) = turn.action(x, &frame) {
                // Where all is in sight there is nothing to move, and the page scrolls.
                let all = frame.span == limits && matches!(action, Move::Pan(_));
                if !all {
                    event.prevent_default();
                    act.emit(action);
                }
            }
        })
    };
    Handlers { pointer, wheel }
}

/// A turn of the wheel.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Turn {
    across: f64,
    along: f64,
    zooms: bool,
    shift: bool,
}

impl Turn {
    /// Sideways or with Shift it moves in time; over the strip, or with Ctrl, it zooms; else it is
    /// the page's.
    fn action(self, x: f64, frame: &Frame) -> Option<Move> {
        let sideways = self.across.abs() > self.along.abs();
        if sideways || self.shift {
            let px = if sideways { self.across } else { self.along };
            return Some(Move::Pan(px / (frame.right - frame.left)));
        }
        let factor = (1.0 + self.along * WHEEL_PER_PX).clamp(0.5, 2.0);
        (self.zooms && self.along != 0.0).then(|| Move::Zoom(frame.moment(x), factor))
    }
}

impl Hand {
    fn is_idle(&self) -> bool {
        self.doing == Doing::Nothing
    }

    fn down(&mut self, id: i32, x: f64, frame: &Frame, drawing: bool, touch: bool) -> Option<Move> {
        self.pointers.retain(|(known, _)| *known != id);
        self.pointers.push((id, x));
        if let Some((apart, moment)) = self.pinch(frame) {
            self.doing = Doing::Pinching(apart, moment);
            return None;
        }
        let day = day_of(frame.moment(x));
        self.doing = match (drawing, touch) {
            (true, _) => Doing::Drawing(day),
            (_, true) => Doing::Waiting,
            _ => Doing::Marking,
        };
        (self.doing == Doing::Marking).then_some(Move::Day(day))
    }

    fn moved(&mut self, id: i32, x: f64, frame: &Frame) -> Option<Move> {
        let known = self.pointers.iter_mut().find(|(known, _)| *known == id)?;
        known.1 = x;
        let day = day_of(frame.moment(x));
        match self.doing {
            Doing::Nothing => None,
            Doing::Waiting | Doing::Marking => {
                self.doing = Doing::Marking;
                Some(Move::Day(day))
            }
            Doing::Drawing(first) => Some(Move::Brush(Some(drawn(first, day, frame)))),
            Doing::Pinching(before, moment) => {
                let (apart, _) = self.pinch(frame)?;
                self.doing = Doing::Pinching(apart, moment);
                Some(Move::Zoom(moment, before / apart))
            }
        }
    }

    fn up(&mut self, id: i32, x: f64, frame: &Frame) -> Option<Move> {
        let doing = self.doing;
        self.taken(id);
        // A tap marks its day; a click on the years marks it too.
        let tapped = matches!(doing, Doing::Waiting);
        tapped.then(|| Move::Day(day_of(frame.moment(x))))
    }

    fn taken(&mut self, id: i32) -> Option<Move> {
        self.pointers.retain(|(known, _)| *known != id);
        self.doing = Doing::Nothing;
        None
    }

    /// How far two fingers are apart, in px, and the moment between them.
    fn pinch(&self, frame: &Frame) -> Option<(f64, f64)> {
        let [(_, a), (_, b)] = self.pointers.as_slice() else {
            return None;
        };
        Some(((a - b).abs().max(8.0), frame.moment(f64::midpoint(*a, *b))))
    }
}

/// The period between two days; whole months where days are too narrow to be meant.
fn drawn(a: Day, b: Day, frame: &Frame) -> (Day, Day) {
    match frame.day_px() < MONTHS_BELOW_PX {
        true => whole_months(a, b),
        false => (a.min(b), a.max(b)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use geometry::Span;

    fn frame() -> Frame {
        let span = Span {
            from: 17_897.0,
            to: 18_993.0,
        };
        Frame::of(992.0, span)
    }

    #[test]
    fn a_mouse_marks_at_once_and_a_finger_only_once_it_does_not_scroll() {
        let (mut hand, frame) = (Hand::default(), frame());
        let first = Some(Move::Day(day_of(frame.moment(400.0))));
        assert_eq!(hand.down(1, 400.0, &frame, false, false), first);
        assert_eq!(hand.up(1, 400.0, &frame), None);
        assert_eq!(hand.moved(1, 500.0, &frame), None, "it is lifted");
        assert_eq!(hand.down(2, 300.0, &frame, false, true), None);
        assert_eq!(hand.taken(2), None, "the page scrolled");
        assert_eq!(hand.down(3, 400.0, &frame, false, true), None);
        assert_eq!(hand.up(3, 400.0, &frame), first, "a tap");
    }

    #[test]
    fn two_fingers_zoom_about_what_lies_between_them() {
        let (mut hand, frame) = (Hand::default(), frame());
        hand.down(1, 400.0, &frame, false, true);
        assert_eq!(hand.down(2, 500.0, &frame, false, true), None);
        let middle = frame.moment(450.0);
        assert_eq!(hand.moved(2, 600.0, &frame), Some(Move::Zoom(middle, 0.5)));
        assert_eq!(hand.up(1, 400.0, &frame), None, "no tap");
    }

    #[test]
    fn a_drag_along_the_years_draws_whole_months() {
        let (mut hand, frame) = (Hand::default(), frame());
        assert_eq!(hand.down(1, 600.0, &frame, true, false), None);
        let Some(Move::Brush(Some((from, to)))) = hand.moved(1, 420.0, &frame) else {
            panic!("nothing was drawn");
        };
        assert!(from < to && from.civil().2 == 1 && Day(to.0 + 1).civil().2 == 1);
    }

    #[test]
    fn a_wheel_over_the_lanes_is_the_pages_unless_asked() {
        let turn = Turn {
            across: 0.0,
            along: 100.0,
            zooms: false,
            shift: false,
        };
        let frame = frame();
        assert_eq!(turn.action(400.0, &frame), None);
        let zoomed = Turn {
            zooms: true,
            ..turn
        }
        .action(400.0, &frame);
        assert_eq!(zoomed, Some(Move::Zoom(frame.moment(400.0), 1.25)));
        let moved = Turn {
            shift: true,
            ..turn
        }
        .action(400.0, &frame);
        assert!(matches!(moved, Some(Move::Pan(share)) if share > 0.0));
    }
}
