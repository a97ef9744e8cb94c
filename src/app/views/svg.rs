//! The marks every picture is drawn with. Coordinates are px with one decimal.

use crate::markup::html;
use geometry::path::decimal;
use yew::{AttrValue, Html};

/// Where a text stands from its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// A path; `d` is as SVG has it.
pub fn path(class: &'static str, d: String) -> Html {
    html! { <path {class} {d} /> }
}

/// A straight line.
pub fn line(class: &'static str, from: (f64, f64), to: (f64, f64)) -> Html {
    let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(decimal);
    path(class, format!("M{x1} {y1}L{x2} {y2}"))
}

/// A box: left, top, width and height, and the radius of its corners.
pub fn rect(class: impl Into<AttrValue>, [x, y, width, height]: [f64; 4], radius: f64) -> Html {
    fn drawn(class: AttrValue, [x, y, width, height, rx]: [String; 5]) -> Html {
        html! { <rect {class} {x} {y} {width} {height} {rx} /> }
    }
    let numbers = [x, y, width.max(0.0), height.max(0.0), radius];
    drawn(class.into(), numbers.map(decimal))
}

/// A circle round a point.
pub fn circle(class: &'static str, x: f64, y: f64, radius: f64) -> Html {
    let [cx, cy, r] = [x, y, radius].map(decimal);
    html! { <circle {class} {cx} {cy} {r} /> }
}

/// A text at its baseline.
pub fn text(
    class: &'static str,
    x: f64,
    y: f64,
    anchor: Anchor,
    content: impl Into<AttrValue>,
) -> Html {
    fn drawn(class: &'static str, [x, y]: [String; 2], anchor: Anchor, content: AttrValue) -> Html {
        let anchor = match anchor {
            Anchor::Start => None,
            Anchor::Middle => Some("middle"),
            Anchor::End => Some("end"),
        };
        html! { <text {class} {x} {y} text-anchor={anchor}>{content}</text> }
    }
    drawn(class, [x, y].map(decimal), anchor, content.into())
}
