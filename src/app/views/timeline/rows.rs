//! The lanes that are in sight, drawn.

use super::super::svg::{self, Anchor};
use super::super::text_width::{fitting, text_width_px};
use super::frame::Frame;
use super::lanes::{Lane, Mark};
use crate::markup::html;
use geometry::path::decimal;
use incidents::dataset::silent::Standing;
use yew::prelude::*;

/// Some lanes, from the `first` on, and who of them was silent on the marked day.
pub fn rows(lanes: &[Lane], frame: &Frame, first: usize, silent: &[Option<Standing>]) -> Html {
    let drawn = lanes.iter().zip(silent).enumerate();
    let drawn = drawn.map(|(i, (lane, silent))| {
        let top = (first + i) as f64 * frame.row;
        row(lane, *silent, frame, top)
    });
    html! { <g>{ for drawn }</g> }
}

/// The named days through some rows.
pub fn grid(frame: &Frame, (first, last): (usize, usize)) -> Html {
    let (top, bottom) = (first as f64 * frame.row, last as f64 * frame.row);
    let line = |tick: geometry::Tick| {
        let x = frame.x(f64::from(tick.day));
        svg::line("grid", (x, top), (x, bottom))
    };
    html! { <g>{ for frame.ticks().into_iter().map(line) }</g> }
}

/// Texts are taken a tenth too wide, so that none runs into another; here nothing stands close.
const ROOMIER: f64 = 1.1;

fn row(lane: &Lane, silent: Option<Standing>, frame: &Frame, top: f64) -> Html {
    let class = match silent {
        Some(Standing::Certain) => "row on",
        Some(Standing::Possible) => "row on perhaps",
        None => "row",
    };
    let text = top + 13.5;
    let (name_px, figure) = match frame.narrow {
        true => (frame.width - 96.0, "figure narrow"),
        false => (frame.left - 14.0, "figure"),
    };
    // The lane's own line: the whole row, or its lower half.
    let middle = top + if frame.narrow { 28.0 } else { 9.5 };
    let (name, rest) = &lane.short;
    let room = name_px * ROOMIER - text_width_px(rest);
    let name = fitting(name, room.max(48.0)) + rest;
    html! {
        <g {class}>
            <title>{lane.told.clone()}</title>
            { svg::rect("band", [-8.0, top, frame.width + 8.0, frame.row], 0.0) }
            { svg::text("name", 0.0, text, Anchor::Start, name) }
            { svg::text(figure, frame.width, text, Anchor::End, lane.figure.clone()) }
            { bars(lane, frame, middle) }
        </g>
    }
}

fn from(mark: Mark) -> f64 {
    f64::from(mark.from.0)
}

fn to(mark: Mark) -> f64 {
    f64::from(mark.to.0) + 1.0
}

/// The middle of a day, or the stretch it can mean.
fn middle(mark: Mark) -> f64 {
    f64::midpoint(from(mark), to(mark))
}

/// Began, detected, disclosed, and what lies between.
fn bars(lane: &Lane, frame: &Frame, y: f64) -> Html {
    let bar = |class: &'static str, from: f64, to: f64, half: f64| {
        let seen = if to > from {
            frame.clipped(from, to, 2.0)
        } else {
            None
        };
        seen.map(|(x, end)| svg::rect(class, [x, y - half, end - x, 2.0 * half], 0.0))
    };
    let mut parts: Vec<Option<Html>> = Vec::new();
    if let (Some(began), Some(detected)) = (lane.began, lane.detected) {
        parts.push(bar("undetected", began_end(began), from(detected), 2.0));
    }
    parts.push(lane.began.and_then(|mark| began(mark, frame, y)));
    if let (Some(detected), Some(disclosed)) = (lane.detected, lane.disclosed) {
        let (sure, told) = (certain_from(detected), from(disclosed));
        if !detected.sharp {
            let open = sure.min(open_end(disclosed));
            parts.push(bar("silence-open", from(detected), open, 5.0));
        }
        parts.push(bar("silence", sure, told, 5.0));
        parts.push(bar(
            "silence-open",
            told.max(sure),
            open_end(disclosed),
            5.0,
        ));
    } else if let Some(detected) = lane.detected {
        parts.push(bar("silence-open", from(detected), to(detected), 5.0));
    }
    parts.extend(lane.again.iter().map(|mark| {
        let (x, _) = frame.clipped(middle(*mark), middle(*mark), 0.5)?;
        Some(svg::line("again", (x, y - 7.0), (x, y + 7.0)))
    }));
    parts.push(lane.detected.filter(|mark| mark.sharp).and_then(|mark| {
        let (x, _) = frame.clipped(from(mark), from(mark), 0.5)?;
        Some(svg::circle("mark-detected", x, y, 3.0))
    }));
    parts.push(lane.disclosed.and_then(|mark| disclosed(mark, frame, y)));
    if lane.window.is_none() {
        parts.push(unknown(lane, frame, y));
    }
    parts.push(beyond(lane, frame, y));
    html! { { for parts.into_iter().flatten() } }
}

/// The silence is certain from the last day that detection can mean; a day's own dot is at its
/// start.
fn certain_from(detected: Mark) -> f64 {
    match detected.sharp {
        true => from(detected),
        false => f64::from(detected.to.0),
    }
}

/// The silence ends at the latest when the last day begins that disclosure can mean.
fn open_end(disclosed: Mark) -> f64 {
    f64::from(disclosed.to.0)
}

fn began_end(began: Mark) -> f64 {
    match began.sharp {
        true => from(began),
        false => to(began),
    }
}

fn began(mark: Mark, frame: &Frame, y: f64) -> Option<Html> {
    if mark.sharp {
        let (x, _) = frame.clipped(from(mark), from(mark), 0.5)?;
        return Some(svg::circle("mark-began", x, y, 2.5));
    }
    let (x, end) = frame.clipped(from(mark), to(mark), 4.0)?;
    Some(svg::rect("mark-began", [x, y - 2.5, end - x, 5.0], 1.0))
}

/// A day is a stroke; a month or a year is a box as wide as it is.
fn disclosed(mark: Mark, frame: &Frame, y: f64) -> Option<Html> {
    if mark.sharp {
        let (x, _) = frame.clipped(from(mark), from(mark), 0.5)?;
        return Some(svg::line("mark-disclosed", (x, y - 7.0), (x, y + 7.0)));
    }
    let (x, end) = frame.clipped(from(mark), to(mark), 3.0)?;
    Some(svg::rect(
        "mark-disclosed wide",
        [x, y - 7.0, end - x, 14.0],
        1.0,
    ))
}

/// Nobody gives a date of detection: a dotted line with a question mark leads to disclosure.
fn unknown(lane: &Lane, frame: &Frame, y: f64) -> Option<Html> {
    let end = frame.x(from(lane.disclosed?));
    let start = (end - 48.0).max(frame.left + 10.0);
    if end > frame.right || end < start + 8.0 {
        return None;
    }
    Some(html! {
        <>
            { svg::line("unknown", (start, y), (end - 5.0, y)) }
            { svg::text("axis", start - 3.0, y + 4.0, Anchor::End, "?") }
        </>
    })
}

/// An entry that lies before or after the time in sight leaves a mark at that edge.
fn beyond(lane: &Lane, frame: &Frame, y: f64) -> Option<Html> {
    let marks = [lane.began, lane.detected, lane.disclosed];
    let marks = || marks.into_iter().flatten();
    let first = marks().map(|m| m.from.0).min()?;
    let last = marks().map(|m| m.to.0).max()?;
    let arrow = |x: f64, by: f64| {
        let [tip, back, top, bottom, y] = [x, x + by, y - 3.5, y + 3.5, y].map(decimal);
        svg::path("beyond", format!("M{back} {top}L{tip} {y}L{back} {bottom}"))
    };
    match (
        f64::from(last) < frame.span.from,
        f64::from(first) >= frame.span.to,
    ) {
        (true, _) => Some(arrow(frame.left + 2.0, 4.0)),
        (_, true) => Some(arrow(frame.right - 2.0, -4.0)),
        _ => None,
    }
}
