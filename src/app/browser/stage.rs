//! A picture that is moved by hand: its pointers, wheel and size, and the transform it is shown
//! with. The transform is set on the element itself, so that a frame of a drag costs no drawing.

use geometry::Point;
use geometry::viewport::Transform;
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent, PointerEvent, WheelEvent};

/// What happened on the picture; points are px from its upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub enum Signal {
    /// A pointer came down.
    Down {
        /// Which.
        id: i32,
        /// Where.
        at: Point,
        /// With the shift key.
        shift: bool,
        /// A finger.
        touch: bool,
        /// On what: the `data-at` of the thing under it.
        over: Option<String>,
    },
    /// A pointer moved.
    Move {
        /// Which.
        id: i32,
        /// Where to.
        at: Point,
        /// Over what: the `data-at` of the thing under it.
        over: Option<String>,
    },
    /// A pointer went up.
    Up(i32),
    /// The browser took the pointer for itself.
    Cancel,
    /// The pointer left the picture.
    Leave,
    /// A click.
    Click {
        /// On what.
        over: Option<String>,
        /// With the shift key.
        shift: bool,
    },
    /// A double click.
    Double {
        /// Where.
        at: Point,
        /// With the shift key.
        shift: bool,
    },
    /// The wheel turned.
    Wheel {
        /// Where.
        at: Point,
        /// By how much larger it asks the picture to be.
        factor: f64,
    },
    /// The window changed.
    Resized,
}

/// Whether a picture is measured before it is drawn; elsewhere, as in tests, nothing measures it.
pub const IS_MEASURED: bool = cfg!(target_family = "wasm");

const KINDS: [&str; 9] = [
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "pointerleave",
    "click",
    "dblclick",
    "wheel",
    "dragstart",
];

/// Calls back with everything that happens on an element; the callback says whether the browser
/// shall do nothing about it.
pub fn listen(id: &str, heard: impl Fn(Signal) -> bool + 'static) -> Vec<EventListener> {
    let (Some(stage), Some(window)) = (element(id), web_sys::window()) else {
        return Vec::new();
    };
    let heard = Rc::new(heard);
    let corner = Rc::new(Cell::new((0.0, 0.0)));
    let hear = |kind: &'static str| {
        let (heard, corner, on) = (heard.clone(), corner.clone(), stage.clone());
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&stage, kind, options, move |event| {
            if kind == "dragstart" {
                event.prevent_default();
                return;
            }
            if matches!(kind, "pointerdown" | "wheel" | "dblclick") {
                let now = on.get_bounding_client_rect();
                corner.set((now.left(), now.top()));
            }
            if signal(event, corner.get()).is_some_and(|signal| heard(signal)) {
                event.prevent_default();
            }
        })
    };
    let mut listeners: Vec<EventListener> = KINDS.into_iter().map(hear).collect();
    let resized = move |_: &Event| {
        heard(Signal::Resized);
    };
    listeners.push(EventListener::new(&window, "resize", resized));
    listeners
}

fn signal(event: &Event, (left, top): (f64, f64)) -> Option<Signal> {
    let mouse: &MouseEvent = event.dyn_ref()?;
    let at = Point {
        x_px: f64::from(mouse.client_x()) - left,
        y_px: f64::from(mouse.client_y()) - top,
    };
    let (kind, shift) = (event.type_(), mouse.shift_key());
    if let Some(wheel) = event.dyn_ref::<WheelEvent>() {
        // Lines are about 18 px; a pinch on a trackpad comes as small steps with the control key.
        let line = if wheel.delta_mode() == 0 { 1.0 } else { 18.0 };
        let speed = if wheel.ctrl_key() { 0.01 } else { 0.002 };
        let turned = (wheel.delta_y() * line * speed).clamp(-0.7, 0.7);
        return Some(Signal::Wheel {
            at,
            factor: (-turned).exp(),
        });
    }
    match kind.as_str() {
        // A key that presses a link is no hand.
        "click" if mouse.detail() == 0 => return None,
        "click" => {
            let over = over(event);
            return Some(Signal::Click { over, shift });
        }
        "dblclick" => return Some(Signal::Double { at, shift }),
        _ => {}
    }
    let pointer: &PointerEvent = event.dyn_ref()?;
    let id = pointer.pointer_id();
    let touch = pointer.pointer_type() == "touch";
    Some(match kind.as_str() {
        "pointerdown" if mouse.button() == 0 => Signal::Down {
            id,
            at,
            shift,
            touch,
            over: over(event),
        },
        "pointermove" => Signal::Move {
            id,
            at,
            over: over(event),
        },
        "pointerup" => Signal::Up(id),
        "pointercancel" => Signal::Cancel,
        "pointerleave" => Signal::Leave,
        _ => return None,
    })
}

/// The `data-at` of what an event happened on.
pub fn over(event: &Event) -> Option<String> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest("[data-at]").ok()??.get_attribute("data-at")
}

fn element(id: &str) -> Option<HtmlElement> {
    super::place::by_id(id)?.dyn_into().ok()
}

/// Lets a pointer that drags leave the element without being lost.
pub fn hold(id: &str, pointer: i32) {
    if let Some(element) = element(id) {
        let _ = element.set_pointer_capture(pointer);
    }
}

/// Width and height of an element in px.
pub fn size_px(id: &str) -> Option<[f64; 2]> {
    let element = element(id)?;
    let size = [element.client_width(), element.client_height()].map(f64::from);
    size.iter().all(|px| *px > 0.0).then_some(size)
}

/// Moves and scales an element.
pub fn show(id: &str, transform: &Transform) {
    let Transform { x_px, y_px, scale } = *transform;
    // Ten thousandths: the standard formatting of floats would cost 8 KB of wasm.
    let [x, y, scale] = [x_px, y_px, scale].map(ten_thousandths);
    let text = format!("translate({x}px,{y}px) scale({scale})");
    if let Some(element) = element(id) {
        let _ = element.style().set_property("transform", &text);
    }
}

fn ten_thousandths(number: f64) -> String {
    let whole = (number * 10_000.0).round() as i64;
    let (sign, whole) = (if whole < 0 { "-" } else { "" }, whole.unsigned_abs());
    format!("{sign}{}.{:04}", whole / 10_000, whole % 10_000)
}

#[cfg(test)]
mod tests {
    use super::ten_thousandths;

    #[test]
    fn numbers_are_written_as_css_reads_them() {
        assert_eq!(ten_thousandths(-0.5), "-0.5000");
        assert_eq!(ten_thousandths(12.000_06), "12.0001");
        assert_eq!(ten_thousandths(0.0), "0.0000");
    }
}
