//! Where the marks of a chart stand, in px, for the width it is drawn in.

use super::chart::{Axis, Chart, Mark, Row};
use super::names;
use crate::messages::format;
use geometry::scale::{Linear, whole_step};
use geometry::swarm::lanes;
use incidents::model::Day;

/// Below this width in px a row's name stands over its marks.
const NARROW_PX: f64 = 520.0;
/// Radius of a dot, and half the height of a bar.
pub const RADIUS: f64 = 4.0;
/// From lane to lane.
const STEP: f64 = 9.0;
/// A row is never lower than this, so that it can be pressed.
const ROW: f64 = 26.0;
/// Marks of a very full row overlap rather than make it higher.
const MOST_ROW: f64 = 220.0;

/// Where things stand.
pub struct Frame {
    axis: Axis,
    /// How wide the picture is, in px.
    pub width: f64,
    /// Names stand over their marks.
    pub narrow: bool,
    /// From the axis to px.
    pub scale: Linear,
}

impl Frame {
    /// The measures of a chart in a width.
    pub fn of(chart: &Chart, width: f64) -> Self {
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
    pub fn span(&self, mark: &Mark) -> (f64, f64) {
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
    pub fn ticks(&self) -> Vec<(f64, String)> {
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
pub struct Placed<'a> {
    /// The row.
    pub row: &'a Row,
    /// Left and right end of each mark.
    pub spans: Vec<(f64, f64)>,
    /// The lane of each mark, 0 nearest to the base line.
    pub lanes: Vec<usize>,
    /// From its top to its base line.
    pub height: f64,
    /// From lane to lane.
    pub step: f64,
}

impl<'a> Placed<'a> {
    /// A row with each mark in a lane of its own where it needs one.
    pub fn of(row: &'a Row, frame: &Frame) -> Self {
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
    pub fn top(&self, frame: &Frame, base: f64) -> f64 {
        let room = match (self.row.ask.is_some(), frame.narrow) {
            (false, _) => 10.0 - names::ROOM,
            (true, true) => 24.0,
            (true, false) => 2.0,
        };
        base - self.height + room
    }

    /// How far above the base line a lane runs.
    pub fn above(&self, lane: usize) -> f64 {
        RADIUS + 4.0 + self.step * lane as f64
    }
}
