//! One kind of picture for every chart: rows on one axis, each entry a mark where it lies.
//!
//! The picture is one stop for the Tab key; arrows walk through its marks. Which mark was pressed is
//! read from its id, so that a thousand marks need one listener.

use super::names;
use crate::ask::Ask;
use crate::browser::page::step_to;
use crate::messages::{format, insights as say, words};
use crate::state::Action;
use crate::views::svg::{self, Anchor};
use crate::views::text_width::fitting;
use geometry::path::decimal;
use geometry::scale::{Linear, whole_step};
use geometry::swarm::lanes;
use incidents::dataset::insights::By;
use incidents::model::{Day, IncidentId, Lang};
use incidents::search::Field;
use std::rc::Rc;
use yew::prelude::*;

/// Below this width in px a row's name stands over its marks.
const NARROW_PX: f64 = 520.0;
/// Radius of a dot, and half the height of a bar.
const RADIUS: f64 = 4.0;
/// From lane to lane.
const STEP: f64 = 9.0;
/// A row is never lower than this, so that it can be pressed.
const ROW: f64 = 26.0;
/// From the right end to the end of the medians.
const FIGURE: f64 = 70.0;
/// Marks of a very full row overlap rather than make it higher.
const MOST_ROW: f64 = 220.0;

/// What the axis counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// Days from 0.
    Days,
    /// Entries, one beside the other.
    Entries,
    /// Days of the calendar.
    Time,
}

/// What a chart is made of, whatever the result.
#[derive(Debug)]
pub struct Made {
    /// Its name in the page.
    pub id: &'static str,
    /// What it shows.
    pub title: fn(Lang) -> &'static str,
    /// How it is to be read.
    pub note: fn(Lang) -> &'static str,
    /// What the axis counts.
    pub axis: Axis,
    /// The field that asks for what the axis counts.
    pub field: Field,
    /// What a mark's figure is, over its column of the table.
    pub column: fn(Lang) -> &'static str,
    /// By what its rows are grouped; one row for all where by nothing.
    pub by: Option<By>,
}

/// A chart as it is drawn and told.
#[derive(Clone, Debug)]
pub struct Chart {
    /// What it is made of.
    pub made: &'static Made,
    /// How many are known and unknown, and how it is to be read.
    pub note: String,
    /// The rows; those without marks stand in the table only.
    pub rows: Vec<Row>,
}

/// A row: entries that share something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What they share.
    pub name: String,
    /// How many of the entries are drawn, of how many.
    pub count: String,
    /// The median of their days.
    pub median: Option<i32>,
    /// What the row asks for; nothing where it is the only one.
    pub ask: Option<Ask>,
    /// The entries that are drawn.
    pub marks: Vec<Mark>,
}

/// An entry in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which entry.
    pub id: IncidentId,
    /// The entry's name.
    pub name: String,
    /// Its days or date, in words.
    pub figure: String,
    /// Where it begins and ends on the axis, both counted.
    pub ends: (i32, i32),
    /// Its range was cut off at 0.
    pub clipped: bool,
    /// It is not among the results.
    pub hollow: bool,
}

impl Row {
    /// Its figures in words: `median 51 days, 21 of 32`.
    pub fn figure(&self, lang: Lang) -> String {
        match self.median {
            Some(days) => say::median_is(lang, days) + format::comma(lang) + &self.count,
            None => self.count.clone(),
        }
    }
}

impl Chart {
    /// The rows that have marks.
    pub fn drawn(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| !row.marks.is_empty())
    }

    /// Whether it has one row for all.
    pub fn lone(&self) -> bool {
        self.made.by.is_none()
    }

    /// Whether it takes the whole width.
    pub fn wide(&self) -> bool {
        self.lone() || self.made.axis == Axis::Time
    }

    /// What a stop asks for. Stops are counted in the order of the arrow keys: each row, then its
    /// marks from left to right.
    fn stop(&self, place: usize) -> Option<Ask> {
        let mut left = place;
        for row in self.drawn() {
            if let Some(ask) = &row.ask {
                if left == 0 {
                    return Some(ask.clone());
                }
                left -= 1;
            }
            if let Some(mark) = row.marks.get(left) {
                return Some(Ask::Entry(mark.id.clone()));
            }
            left -= row.marks.len();
        }
        None
    }

    /// The first stop of each row, and how many stops there are.
    fn heads(&self) -> (Vec<usize>, usize) {
        let (mut heads, mut all) = (Vec::new(), 0);
        for row in self.drawn() {
            heads.push(all);
            all += usize::from(row.ask.is_some()) + row.marks.len();
        }
        (heads, all)
    }

    fn ends(&self) -> (f64, f64) {
        let all = || self.drawn().flat_map(|row| &row.marks);
        let first = all().map(|m| m.ends.0).min().unwrap_or(0);
        let last = all().map(|m| m.ends.1).max().unwrap_or(0);
        match self.made.axis {
            Axis::Time => (f64::from(first), f64::from(last) + 1.0),
            Axis::Entries => (0.0, f64::from(last) + 1.0),
            Axis::Days => (0.0, f64::from(last.max(1))),
        }
    }
}

/// Where things stand.
struct Frame {
    axis: Axis,
    width: f64,
    narrow: bool,
    scale: Linear,
}

impl Frame {
    fn of(chart: &Chart, width: f64) -> Self {
        let narrow = width < NARROW_PX && !chart.lone();
        let (left, right) = match (chart.lone(), narrow) {
            (false, false) => (160.0, width - 132.0),
            _ => (6.0, width - 8.0),
        };
        let domain = chart.ends();
        // A unit is never wider than a hand's breadth of squares.
        let right = match chart.made.axis {
            Axis::Entries => right.min(left + 14.0 * domain.1),
            _ => right,
        };
        Self {
            axis: chart.made.axis,
            width,
            narrow,
            scale: Linear {
                domain,
                range: (left, right),
            },
        }
    }

    /// Left and right end of a mark.
    fn span(&self, mark: &Mark) -> (f64, f64) {
        let (from, to) = (f64::from(mark.ends.0), f64::from(mark.ends.1));
        let x = |at: f64| self.scale.apply(at);
        let whole = if self.axis == Axis::Days { 0.0 } else { 1.0 };
        let (left, right) = (x(from), x(to + whole));
        match self.axis {
            Axis::Entries => (left + 1.0, right - 1.0),
            _ if mark.ends.0 == mark.ends.1 => {
                let middle = (left + right) / 2.0;
                (middle - RADIUS, middle + RADIUS)
            }
            _ => (left, right.max(left + 2.0 * RADIUS)),
        }
    }

    /// Round places on the axis, and what they are called; single entries need none.
    fn ticks(&self) -> Vec<(f64, String)> {
        let ((first, last), (left, right)) = (self.scale.domain, self.scale.range);
        let time = self.axis == Axis::Time;
        let unit = |day: f64| match time {
            true => Day(day as i32).civil().0,
            false => day as i32,
        };
        let (first, last) = (unit(first), unit(last));
        let step = whole_step(last - first, ((right - left) / 80.0) as i32);
        let mut ticks = Vec::new();
        let mut at = first - first.rem_euclid(step);
        while at <= last && self.axis != Axis::Entries {
            let (day, name) = match (time, u16::try_from(at)) {
                (true, Ok(year)) => (
                    Day::from_civil(year, 1, 1).map_or(0, |day| day.0),
                    at.to_string(),
                ),
                _ => (at, format::count(at)),
            };
            let x = self.scale.apply(f64::from(day));
            if x >= left {
                ticks.push((x, name));
            }
            at += step;
        }
        ticks
    }
}

/// A row with its marks placed.
struct Placed<'a> {
    row: &'a Row,
    spans: Vec<(f64, f64)>,
    lanes: Vec<usize>,
    /// From its top to its base line.
    height: f64,
    /// From lane to lane.
    step: f64,
}

impl<'a> Placed<'a> {
    fn of(row: &'a Row, frame: &Frame) -> Self {
        let spans: Vec<(f64, f64)> = row.marks.iter().map(|mark| frame.span(mark)).collect();
        let lanes = lanes(&spans, 1.0);
        let deep = lanes.iter().max().map_or(1, |most| most + 1) as f64;
        let step = STEP.min(MOST_ROW / deep);
        let head = if frame.narrow { 22.0 } else { 0.0 };
        Self {
            row,
            spans,
            lanes,
            height: head + (deep * step + 8.0).max(ROW),
            step,
        }
    }

    /// Where its marks end, upwards; a lone row has its line's words above them.
    fn top(&self, frame: &Frame, base: f64) -> f64 {
        let room = match (self.row.ask.is_some(), frame.narrow) {
            (false, _) => 10.0 - names::ROOM,
            (true, true) => 24.0,
            (true, false) => 2.0,
        };
        base - self.height + room
    }

    /// How far above the base line a lane runs.
    fn above(&self, lane: usize) -> f64 {
        RADIUS + 4.0 + self.step * lane as f64
    }
}

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
    html! {
        <svg class="plot" role="group" aria-label={label} {width} {height} {onclick} {onkeydown}>
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
    let each = each.map(|(i, one)| mark(chart, frame, placed, (base, marks), i, one));
    html! { <g key={row.name.as_str()}>{ for parts }<g>{ for each }</g></g> }
}

fn mark(
    chart: &Chart,
    frame: &Frame,
    placed: &Placed<'_>,
    (base, first): (f64, usize),
    place: usize,
    mark: &Mark,
) -> Html {
    let (left, right) = placed.spans.get(place).copied().unwrap_or_default();
    let lane = placed.lanes.get(place).copied().unwrap_or_default();
    let y = base - placed.above(lane);
    let exact = mark.ends.0 == mark.ends.1 && frame.axis != Axis::Entries;
    let (height, round) = match (exact, frame.axis) {
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
