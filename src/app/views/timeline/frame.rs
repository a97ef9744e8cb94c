//! Where things stand in the picture, in px, for the width it is drawn in.

use geometry::scale::Linear;
use geometry::{Span, Tick, time_ticks};
use incidents::model::Day;

use super::live::month_start;

/// Below this width in px the name stands over its bar, not beside it.
const NARROW_PX: f64 = 640.0;

/// The picture's measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Its width.
    pub width: f64,
    /// Where time begins.
    pub left: f64,
    /// Where it ends.
    pub right: f64,
    /// The height of a lane.
    pub row: f64,
    /// Names stand over their bars.
    pub narrow: bool,
    /// The time in sight.
    pub span: Span,
}

impl Frame {
    /// The measures for a width and a time.
    pub fn of(width: f64, span: Span) -> Self {
        let narrow = width < NARROW_PX;
        let (left, right) = match narrow {
            true => (2.0, width - 26.0),
            false => (214.0, width - 108.0),
        };
        Self {
            width,
            left,
            right,
            row: if narrow { 40.0 } else { 19.0 },
            narrow,
            span,
        }
    }

    /// The measures as numbers, for what is drawn again only when they change.
    pub fn bits(&self) -> [u64; 3] {
        [self.width, self.span.from, self.span.to].map(f64::to_bits)
    }

    fn scale(&self) -> Linear {
        Linear {
            domain: (self.span.from, self.span.to),
            range: (self.left, self.right),
        }
    }

    /// Where a moment stands.
    pub fn x(&self, moment: f64) -> f64 {
        self.scale().apply(moment)
    }

    /// Where the middle of a day stands.
    pub fn middle(&self, day: Day) -> f64 {
        self.x(f64::from(day.0) + 0.5)
    }

    /// Which moment stands at a place; one in sight.
    pub fn moment(&self, x: f64) -> f64 {
        self.scale().invert(x.max(self.left).min(self.right - 0.01))
    }

    /// A day's width.
    pub fn day_px(&self) -> f64 {
        (self.right - self.left) / self.span.days().max(1.0)
    }

    /// The named days in sight.
    pub fn ticks(&self) -> Vec<Tick> {
        let room = (self.right - self.left) / 62.0;
        time_ticks(self.span, room as usize, &month_start)
    }

    /// What of a stretch between two moments is in sight, at least so many px wide.
    pub fn clipped(&self, from: f64, to: f64, least_px: f64) -> Option<(f64, f64)> {
        let (from, to) = (self.x(from), self.x(to));
        let to = to.max(from + least_px);
        (to > self.left && from < self.right).then(|| (from.max(self.left), to.min(self.right)))
    }
}
