//! A stretch of time on a screen: zooming, moving, and ticks where years, months and days begin.
//!
//! Time is counted in days from 1 January 1970. The calendar itself is not known here: who asks
//! for ticks says on which day a month begins.

/// A zoom stops at this many days.
pub const SHORTEST_DAYS: f64 = 28.0;

/// A stretch of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Its first moment.
    pub from: f64,
    /// The first moment after it.
    pub to: f64,
}

impl Span {
    /// How many days it holds.
    pub fn days(&self) -> f64 {
        self.to - self.from
    }

    /// Whether a moment lies in it.
    pub fn holds(&self, at: f64) -> bool {
        (self.from..self.to).contains(&at)
    }

    /// `factor` times as long, with the moment `at` where it was; never shorter than
    /// [`SHORTEST_DAYS`] and never outside `limits`.
    pub fn zoomed(self, at: f64, factor: f64, limits: Span) -> Span {
        if !(factor.is_finite() && factor > 0.0) || self.days() <= 0.0 {
            return self;
        }
        let days = (self.days() * factor).max(SHORTEST_DAYS).min(limits.days());
        let along = (at - self.from) / self.days();
        let from = at - along * days;
        Span {
            from,
            to: from + days,
        }
        .within(limits)
    }

    /// Later by some days, as far as `limits` let it.
    pub fn moved(self, by: f64, limits: Span) -> Span {
        Span {
            from: self.from + by,
            to: self.to + by,
        }
        .within(limits)
    }

    /// Moved as little as it takes to hold a moment, a twentieth of its length from its ends.
    pub fn showing(self, at: f64, limits: Span) -> Span {
        let margin = self.days() / 20.0;
        let late = at + margin - self.to;
        let early = at - margin - self.from;
        match (late > 0.0, early < 0.0) {
            (true, _) => self.moved(late, limits),
            (_, true) => self.moved(early, limits),
            _ => self,
        }
    }

    /// As long as it is, moved into `limits`; where it is longer than they are, they themselves.
    pub fn within(self, limits: Span) -> Span {
        let days = self.days();
        if days >= limits.days() {
            return limits;
        }
        let from = self.from.max(limits.from).min(limits.to - days);
        Span {
            from,
            to: from + days,
        }
    }
}

/// What begins at a tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A day within a month.
    Day,
    /// A month within a year.
    Month,
    /// A year.
    Year,
}

/// A day with a name on an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The day.
    pub day: i32,
    /// What begins there.
    pub unit: Unit,
}

/// Mean length of a month of the Gregorian calendar: 146,097 days in 4,800 months.
const MONTH_DAYS: f64 = 146_097.0 / 4_800.0;
/// Months from January of year 0 to January 1970.
const MONTHS_TO_1970: i32 = 1970 * 12;
/// Steps of ticks within a month, in days.
const DAY_STEPS: [i32; 5] = [1, 2, 5, 10, 15];
/// Steps of ticks from a month on, in months; years are 1, 2 or 5 times a power of ten.
const MONTH_STEPS: [i32; 12] = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000];
/// Never more ticks than this, whatever is asked for.
const MOST_TICKS: usize = 400;

/// At most about `most` ticks in a span: days, months or years, whichever are the finest that fit.
/// `month_start` is the first day of a month, which is counted from January of year 0.
pub fn time_ticks(span: Span, most: usize, month_start: &dyn Fn(i32) -> i32) -> Vec<Tick> {
    let days = span.days();
    if !(days.is_finite() && days > 0.0 && span.from.abs() < 4e6 && span.to.abs() < 4e6) {
        return Vec::new();
    }
    let most = most.clamp(1, MOST_TICKS) as f64;
    // Half a step more: sixteen years hold a leap day more than eight steps of two years.
    let fits = |step_days: f64| days / step_days <= most + 0.5;
    let by_days = DAY_STEPS.into_iter().find(|step| fits(f64::from(*step)));
    let by_months = MONTH_STEPS
        .into_iter()
        .find(|step| fits(f64::from(*step) * MONTH_DAYS));
    let months = by_months.unwrap_or(12_000);
    let mut ticks = Vec::new();
    let mut month = month_before(span.from);
    if by_days.is_none() {
        month -= month.rem_euclid(months);
    }
    while ticks.len() <= 2 * MOST_TICKS {
        let start = month_start(month);
        if f64::from(start) >= span.to {
            break;
        }
        let unit = match month.rem_euclid(12) {
            0 => Unit::Year,
            _ => Unit::Month,
        };
        ticks.push(Tick { day: start, unit });
        match by_days {
            Some(step) => {
                within_month(&mut ticks, start, month_start(month + 1), step);
                month += 1;
            }
            None => month += months,
        }
    }
    ticks.retain(|tick| span.holds(f64::from(tick.day)));
    ticks
}

/// Every so many days of a month; none so late that the next month's name would touch it.
fn within_month(ticks: &mut Vec<Tick>, start: i32, next: i32, step: i32) {
    let mut day = if step == 1 {
        start + 1
    } else {
        start + step - 1
    };
    while day < next && (step == 1 || next - day > step / 2) {
        ticks.push(Tick {
            day,
            unit: Unit::Day,
        });
        day += step;
    }
}

/// A month that begins before a moment, and at most two months before.
fn month_before(at: f64) -> i32 {
    libm::floor(at / MONTH_DAYS) as i32 + MONTHS_TO_1970 - 1
}

/// Steps of a count as one area over a base line, between two edges. Each step holds from its
/// place on to the next; the last to the right edge.
pub fn step_area(steps: &[(f64, f64)], left: f64, right: f64, base: f64) -> String {
    use crate::path::decimal;
    let before = steps.iter().rposition(|(x, _)| *x <= left);
    let start = before.and_then(|at| steps.get(at)).map_or(base, |s| s.1);
    let mut path = format!("M{} {}V{}", decimal(left), decimal(base), decimal(start));
    let inside = steps.iter().filter(|(x, _)| *x > left && *x < right);
    for (x, y) in inside {
        path.push('H');
        path.push_str(&decimal(*x));
        path.push('V');
        path.push_str(&decimal(*y));
    }
    path.push('H');
    path.push_str(&decimal(right));
    path.push('V');
    path.push_str(&decimal(base));
    path.push('z');
    path
}

/// The rows of a list that a window shows, in whole chunks so that scrolling within a chunk
/// changes nothing: from the first to before the second. `above_px` of the list lie above the
/// window, which is `window_px` high.
pub fn rows_shown(
    above_px: f64,
    window_px: f64,
    row_px: f64,
    rows: usize,
    chunk: usize,
) -> (usize, usize) {
    let chunk_px = row_px * chunk as f64;
    if !(chunk_px.is_finite() && chunk_px > 0.0 && above_px.is_finite() && window_px.is_finite()) {
        return (0, rows);
    }
    let first = libm::floor(above_px / chunk_px).max(0.0) as usize;
    let last = libm::ceil((above_px + window_px) / chunk_px).max(0.0) as usize;
    let at = |chunks: usize| chunks.saturating_mul(chunk).min(rows);
    (at(first), at(last.max(first)))
}

#[cfg(test)]
#[path = "timespan_tests.rs"]
mod tests;
