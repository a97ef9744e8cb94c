//! The strip of how many were silent, the years under it, and the marked day.

use super::super::svg::{self, Anchor};
use super::frame::Frame;
use super::lanes::Lanes;
use super::live::{Live, Move};
use crate::markup::html;
use crate::messages::{format, timeline as say};
use geometry::path::decimal;
use geometry::scale::whole_step;
use geometry::timespan::step_area;
use geometry::{Tick, Unit};
use incidents::model::{Day, Lang};
use yew::prelude::*;

/// Height of the head in px.
pub const HEIGHT: f64 = 106.0;
/// Where the strip stands on its line.
const BASE: f64 = 78.0;
/// How high the strip may be.
const STRIP: f64 = 50.0;
/// Below this the years are; a drag there draws a stretch.
pub const YEARS_FROM: f64 = 80.0;

/// How many were silent over time, certain and possible apart, over its years.
pub fn strip(lanes: &Lanes, frame: &Frame, lang: Lang) -> Html {
    let most = lanes.most();
    let height = |n: i32| BASE - f64::from(n) / f64::from(most) * STRIP;
    let area = |class, of: fn(&incidents::dataset::silent::Step) -> i32| {
        let point = |step| (frame.x(f64::from(day_of(step))), height(of(step)));
        let points: Vec<(f64, f64)> = lanes.steps.iter().map(point).collect();
        svg::path(class, step_area(&points, frame.left, frame.right, BASE))
    };
    let step = whole_step(most, 2);
    let number = |n: i32| {
        svg::text(
            "axis",
            frame.right + 8.0,
            height(n) + 4.0,
            Anchor::Start,
            format::count(n),
        )
    };
    let (width, height_px) = (decimal(frame.width), decimal(HEIGHT));
    html! {
        <svg class="strip" role="img" aria-label={label(lanes, lang)} width={width.clone()} height={height_px.clone()}
            viewBox={format!("0 0 {width} {height_px}")}>
            if !frame.narrow {
                { svg::text("name", 0.0, 62.0, Anchor::Start, say::same_time(lang)) }
                { svg::text("axis", 0.0, BASE, Anchor::Start, say::scale(lang, most)) }
                { svg::text("axis", frame.width, 98.0, Anchor::End, say::days_silent(lang)) }
            }
            { area("steps-open", |step| step.both()) }
            { area("steps-line", |step| step.certain) }
            { svg::line("tick", (frame.left, BASE), (frame.right, BASE)) }
            { for (0..=most / step).map(|nth| number(nth * step)) }
            { years(frame, lang, 98.0) }
        </svg>
    }
}

fn day_of(step: &incidents::dataset::silent::Step) -> i32 {
    step.from.0
}

fn label(lanes: &Lanes, lang: Lang) -> String {
    let most = lanes.counts(lanes.busiest).certain;
    let from = Day(lanes.limits.from as i32);
    let (from, to) = (format::day(lang, from), format::day(lang, lanes.busiest));
    format!(
        "{}: {}",
        say::same_time(lang),
        say::strip_label(lang, most, &from, &to)
    )
}

/// The names of years, months and days, each at its first day.
fn years(frame: &Frame, lang: Lang, y: f64) -> Html {
    let all = frame.ticks();
    let name = |(place, tick): (usize, &Tick)| {
        let (year, month, day) = Day(tick.day).civil();
        let text = match tick.unit {
            Unit::Year => say::tick(lang, year, None, None),
            // The first says its year too, for nothing before it does.
            Unit::Month if place == 0 => format::month(lang, year, month),
            Unit::Month => say::tick(lang, year, Some(month), None),
            Unit::Day => say::tick(lang, year, Some(month), Some(day)),
        };
        let x = frame.x(f64::from(tick.day));
        html! {
            <>
                { svg::line("tick", (x, BASE), (x, BASE + 5.0)) }
                { svg::text(class_of(tick), x, y, Anchor::Middle, text) }
            </>
        }
    };
    html! { { for all.iter().enumerate().map(name) } }
}

fn class_of(tick: &Tick) -> &'static str {
    match tick.unit {
        Unit::Year => "axis year",
        _ => "axis",
    }
}

/// The marked day over the strip: a slider with the day and the counts as its value.
pub fn mark(live: &Live, frame: &Frame, lanes: &Lanes, lang: Lang, act: &Callback<Move>) -> Html {
    let day = live.day();
    let (x, counts) = (frame.middle(day), lanes.counts(day));
    let mut text = format::day(lang, day);
    let value = say::day_and_count(lang, &text, counts.certain, counts.possible);
    if frame.narrow {
        // The list stands below the lanes there: how many is said at the mark.
        text = format!("{text} · {}", counts.certain);
    }
    let onkeydown = {
        let act = act.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            if let Some(action) = key(&event.key(), event.shift_key()) {
                event.prevent_default();
                event.stop_propagation();
                act.emit(action);
            }
        })
    };
    let seen = x >= frame.left - 1.0 && x <= frame.right + 1.0;
    let knob = x.max(58.0).min(frame.width - 58.0);
    let brush = live
        .brush
        .and_then(|(from, to)| frame.clipped(f64::from(from.0), f64::from(to.0) + 1.0, 1.0));
    let limit = |moment: f64| super::live::day_of(moment).0.to_string();
    html! {
        <svg class="over" width={decimal(frame.width)} height={decimal(HEIGHT)}>
            if let Some((from, to)) = brush {
                { svg::rect("brush", [from, 26.0, to - from, HEIGHT - 26.0], 2.0) }
            }
            if seen { { svg::line("scrub", (x, 24.0), (x, HEIGHT)) } }
            <g class="knob" role="slider" tabindex="0" id="timeline-day" aria-label={say::marked_day(lang)}
                aria-valuemin={limit(live.limits.from)} aria-valuemax={limit(live.limits.to - 1.0)}
                aria-valuenow={day.0.to_string()} aria-valuetext={value} {onkeydown}>
                { svg::rect("scrub-knob", [knob - 56.0, 1.0, 112.0, 24.0], 4.0) }
                { svg::text("scrub-text", knob, 17.5, Anchor::Middle, text) }
            </g>
        </svg>
    }
}

/// What a key does to the marked day: a day, with Shift a month; a year; the ends; zoom and pan.
pub fn key(key: &str, shift: bool) -> Option<Move> {
    let step = |by: i32| match shift {
        true => Move::Months(by),
        false => Move::Days(by),
    };
    Some(match key {
        "ArrowLeft" | "ArrowDown" => step(-1),
        "ArrowRight" | "ArrowUp" => step(1),
        "PageDown" => Move::Months(-12),
        "PageUp" => Move::Months(12),
        "Home" => Move::End(false),
        "End" => Move::End(true),
        "+" | "=" => Move::ZoomAtMark(0.5),
        "-" | "_" => Move::ZoomAtMark(2.0),
        "[" => Move::Pan(-0.25),
        "]" => Move::Pan(0.25),
        "0" => Move::Show(None),
        _ => return None,
    })
}
