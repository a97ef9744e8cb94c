//! A chart as a picture. It is one stop for the Tab key; arrows walk through its marks. Which mark was
//! pressed is read from its id, so that a thousand marks need one listener.

use super::chart::{Axis, Chart, Mark};
use super::frame::{Frame, Placed, RADIUS};
use super::names;
use crate::browser::page::step_to;
use crate::markup::html;
use crate::messages::{format, insights as say, words};
use crate::state::Action;
use crate::views::svg::{self, Anchor};
use crate::views::text_width::fitting;
use geometry::path::decimal;
use incidents::model::Lang;
use std::rc::Rc;
use yew::prelude::*;

/// From the right end to the end of the medians.
const FIGURE: f64 = 70.0;

/// The picture, so many px wide.
pub fn plot(lang: Lang, dispatch: &Callback<Action>, chart: &Rc<Chart>, width: f64) -> Html {
    let frame = Frame::of(chart, width);
    let rows: Vec<Placed<'_>> = chart.drawn().map(|row| Placed::of(row, &frame)).collect();
    let head = if chart.lone() { names::ROOM } else { 18.0 };
    let foot = 22.0;
    let bottom = rows.iter().map(|placed| placed.height).sum::<f64>() + head;
    let (onclick, onkeydown) = listeners(dispatch, chart);
    let mut marks: Vec<Html> = Vec::new();
    if !chart.lone() {
        heads(lang, chart, width, &mut marks);
    }
    for (x, name) in frame.ticks() {
        marks.push(svg::line("tick", (x, head), (x, bottom)));
        marks.push(svg::text("axis", x, bottom + 16.0, Anchor::Middle, name));
    }
    let (mut base, mut stops) = (head, 0);
    let mut drawn: Vec<Html> = Vec::new();
    for placed in &rows {
        base += placed.height;
        drawn.push(row(lang, chart, &frame, placed, (base, stops)));
        stops += usize::from(placed.row.ask.is_some()) + placed.row.marks.len();
    }
    let label = format!("{}. {}", (chart.made.title)(lang), say::keys(lang));
    let [width, height] = [width, bottom + foot].map(decimal);
    // Paper is narrower than the window: there the whole picture is made smaller.
    let view = format!("0 0 {width} {height}");
    html! {
        <svg class="plot" role="group" aria-label={label} {width} {height} viewBox={view} {onclick} {onkeydown}>
            { for marks }
            <g>{ for drawn }</g>
        </svg>
    }
}

/// What the figures at the right end of the rows are.
fn heads(lang: Lang, chart: &Chart, width: f64, marks: &mut Vec<Html>) {
    let mut head = |right: f64, text: &'static str| {
        marks.push(svg::text("axis", right, 12.0, Anchor::End, text))
    };
    if chart.made.axis == Axis::Days {
        head(width - FIGURE, say::median(lang));
    }
    head(
        width,
        match chart.made.axis {
            Axis::Entries => words::entries(lang),
            _ => say::known_of_all(lang),
        },
    );
}

/// One row over its base line; its stops are numbered from the second of `at` on.
fn row(
    lang: Lang,
    chart: &Chart,
    frame: &Frame,
    placed: &Placed<'_>,
    (base, first): (f64, usize),
) -> Html {
    let Placed { row, .. } = placed;
    let (left, right) = frame.scale.range;
    let mut parts = vec![svg::line("base", (left, base), (right, base))];
    if let Some(days) = row.median.filter(|_| row.marks.len() > 1) {
        let (x, top) = (frame.scale.apply(f64::from(days)), placed.top(frame, base));
        parts.push(svg::line("median", (x, top), (x, base)));
        if chart.lone() {
            let text = say::median_is(lang, days);
            parts.push(svg::text("axis", x + 6.0, top + 8.0, Anchor::Start, text));
        }
    }
    let mut marks = first;
    if row.ask.is_some() {
        marks += 1;
        let (line, room) = match frame.narrow {
            true => (base - placed.height + 17.0, frame.width - 140.0),
            false => (base - 8.0, left - 12.0),
        };
        let name = vec![
            svg::rect("hit", [0.0, line - 17.0, room, 25.0], 2.0),
            svg::text("name", 0.0, line, Anchor::Start, fitting(&row.name, room)),
        ];
        let label = format!("{}: {}", row.name, row.figure(lang));
        parts.push(stop((chart.made.id, first, ""), "row", label, name));
        let figure = |right: f64, class, text| svg::text(class, right, line, Anchor::End, text);
        if let Some(days) = row.median {
            parts.push(figure(frame.width - FIGURE, "figure", format::count(days)));
        }
        parts.push(figure(frame.width, "count", row.count.clone()));
    }
    if chart.lone() {
        names::names(
            placed.row,
            &placed.spans,
            &placed.lanes,
            [placed.step, base, placed.height, frame.width],
            &mut parts,
        );
    }
    let each = row.marks.iter().enumerate();
    let each = each.map(|(i, one)| mark(chart, placed, (base, marks), i, one));
    html! { <g key={row.name.as_str()}>{ for parts }<g>{ for each }</g></g> }
}

fn mark(
    chart: &Chart,
    placed: &Placed<'_>,
    (base, first): (f64, usize),
    place: usize,
    mark: &Mark,
) -> Html {
    let (left, right) = placed.spans.get(place).copied().unwrap_or_default();
    let lane = placed.lanes.get(place).copied().unwrap_or_default();
    let y = base - placed.above(lane);
    let exact = mark.ends.0 == mark.ends.1 && chart.made.axis != Axis::Entries;
    let (height, round) = match (exact, chart.made.axis) {
        (true, _) => (RADIUS, RADIUS),
        (_, Axis::Entries) => (RADIUS, 1.0),
        _ => (3.0, 2.0),
    };
    let label = format!("{}: {}", mark.name, mark.figure);
    let mut shapes = vec![
        html! { <title>{label.clone()}</title> },
        svg::rect(
            "shape",
            [left, y - height, right - left, 2.0 * height],
            round,
        ),
    ];
    if mark.clipped {
        shapes.push(svg::line("cut", (left, y - 5.0), (left, y + 5.0)));
    }
    let class = if mark.hollow { "mark hollow" } else { "mark" };
    stop(
        (chart.made.id, first + place, mark.id.as_str()),
        class,
        label,
        shapes,
    )
}

/// Something that takes the focus and can be pressed.
fn stop(
    (chart, place, key): (&str, usize, &str),
    class: &'static str,
    label: String,
    shapes: Vec<Html>,
) -> Html {
    let id = format!("{chart}-{place}");
    let tabindex = if place == 0 { "0" } else { "-1" };
    html! {
        <g {key} {id} {class} {tabindex} role="button" aria-label={label}>{ for shapes }</g>
    }
}

/// What a press and a key do: ask, or walk.
fn listeners(
    dispatch: &Callback<Action>,
    chart: &Rc<Chart>,
) -> (Callback<MouseEvent>, Callback<KeyboardEvent>) {
    let press = {
        let (dispatch, chart) = (dispatch.clone(), chart.clone());
        Callback::from(move |place: usize| {
            if let Some(ask) = chart.stop(place) {
                dispatch.emit(Action::Narrow(ask));
            }
        })
    };
    let onclick = {
        let press = press.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(place) = pressed(&event) {
                press.emit(place);
            }
        })
    };
    let chart = chart.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let Some(place) = pressed(&event) else {
            return;
        };
        let (heads, all) = chart.heads();
        match walked(&event.key(), place, &heads, all) {
            None => return,
            Some(next) if next == place => press.emit(place),
            Some(next) => step_to(&format!("{}-{next}", chart.made.id)),
        }
        event.prevent_default();
    });
    (onclick, onkeydown)
}

/// The number of the stop an event came from.
fn pressed(event: &Event) -> Option<usize> {
    let target: web_sys::Element = event.target_dyn_into()?;
    let stop = target.closest("[id]").ok().flatten()?;
    stop.id().rsplit('-').next()?.parse().ok()
}

/// The stop a key leads to: left and right from stop to stop, up and down from row to row; the
/// stop itself where it is pressed.
fn walked(key: &str, place: usize, heads: &[usize], all: usize) -> Option<usize> {
    let last = all.checked_sub(1)?;
    let next = match key {
        "Enter" | " " => return Some(place),
        "ArrowRight" => (place + 1).min(last),
        "ArrowLeft" => place.saturating_sub(1),
        "ArrowDown" => *heads.iter().find(|head| **head > place)?,
        "ArrowUp" => *heads.iter().rev().find(|head| **head < place)?,
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    (next != place).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_walk_through_marks_and_rows() {
        let heads = [0, 4, 6];
        let to = |key: &str, place: usize| walked(key, place, &heads, 8);
        assert_eq!((to("ArrowRight", 3), to("ArrowRight", 7)), (Some(4), None));
        assert_eq!((to("ArrowLeft", 4), to("ArrowLeft", 0)), (Some(3), None));
        assert_eq!((to("ArrowDown", 1), to("ArrowDown", 6)), (Some(4), None));
        assert_eq!((to("ArrowUp", 5), to("ArrowUp", 4)), (Some(4), Some(0)));
        assert_eq!((to("Home", 5), to("End", 5)), (Some(0), Some(7)));
        assert_eq!((to("Enter", 5), to("x", 5)), (Some(5), None));
        assert_eq!(walked("End", 0, &[], 0), None);
    }
}
