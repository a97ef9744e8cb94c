//! What moves while a reader drags, types or turns the wheel. The address follows when it rests.

use crate::route::Chart;
use geometry::Span;
use incidents::model::Day;
use incidents::model::day::days_in_month;
use std::rc::Rc;
use yew::Reducible;

/// The picture as it is at this moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Live {
    /// The marked day, where the reader chose one.
    pub chosen: Option<Day>,
    /// The time in sight, where the reader chose one.
    pub zoomed: Option<Span>,
    /// A stretch drawn along the years, first and last day.
    pub brush: Option<(Day, Day)>,
    /// How wide the picture is drawn, in px.
    pub width_px: f64,
    /// The rows that are drawn: from the first to before the second.
    pub rows: (usize, usize),
    /// All rows are drawn, in sight or not: the picture is about to be saved.
    pub whole: bool,
    /// How many rows the table has.
    pub table: usize,
    /// The whole time of the lanes.
    pub limits: Span,
    /// The day that is marked where none was chosen.
    pub busiest: Day,
}

/// What the reader did.
#[derive(Clone, Debug, PartialEq)]
pub enum Move {
    /// Marked a day.
    Day(Day),
    /// Moved the mark by days.
    Days(i32),
    /// Moved the mark by months, to the same day of the month where there is one.
    Months(i32),
    /// Marked the first or the last day of all.
    End(bool),
    /// Made the time in sight so many times as long, about a moment.
    Zoom(f64, f64),
    /// Made it so many times as long, about the marked day.
    ZoomAtMark(f64),
    /// Moved the time in sight by a share of its length.
    Pan(f64),
    /// Shows a stretch of time; `None` shows all.
    Show(Option<Span>),
    /// Drew a stretch, or took it away.
    Brush(Option<(Day, Day)>),
    /// Typed the first or the last day of a stretch.
    BrushEnd(bool, Day),
    /// The picture got another width.
    Width(f64),
    /// Other rows came into sight.
    Rows(usize, usize),
    /// All rows are wanted, or only those in sight again.
    Whole(bool),
    /// More rows of the table are wanted.
    MoreRows,
    /// There are other lanes, or another address.
    Adopt(Chart, Span, Day),
}

impl Live {
    /// What an address asks for.
    pub fn open(chart: &Chart, limits: Span, busiest: Day) -> Self {
        Self {
            chosen: chart.day,
            zoomed: chart.span.map(span),
            brush: None,
            width_px: 992.0,
            rows: (0, 60),
            whole: false,
            table: super::twin::WINDOW,
            limits,
            busiest,
        }
    }

    /// The marked day.
    pub fn day(&self) -> Day {
        self.kept(self.chosen.unwrap_or(self.busiest))
    }

    /// The time in sight.
    pub fn span(&self) -> Span {
        self.zoomed
            .map_or(self.limits, |span| span.within(self.limits))
    }

    /// The address's part, with what else it says.
    pub fn chart(&self, chart: &Chart) -> Chart {
        let days = |span: Span| (first_day(span), Day(whole(span.to) - 1));
        Chart {
            day: self.chosen,
            span: self.zoomed.map(days).filter(|(from, to)| from < to),
            ..chart.clone()
        }
    }

    fn kept(&self, day: Day) -> Day {
        let (first, last) = (whole(self.limits.from), whole(self.limits.to) - 1);
        Day(day.0.min(last).max(first))
    }

    fn mark(&mut self, day: Day) {
        let day = self.kept(day);
        self.chosen = Some(day);
        let middle = f64::from(day.0) + 0.5;
        if self.zoomed.is_some() && !self.span().holds(middle) {
            self.zoomed = Some(self.span().showing(middle, self.limits));
        }
    }

    fn zoom(&mut self, at: f64, factor: f64) {
        let span = self.span().zoomed(at, factor, self.limits);
        self.zoomed = (span != self.limits).then_some(span);
    }
}

impl Reducible for Live {
    type Action = Move;

    fn reduce(self: Rc<Self>, action: Move) -> Rc<Self> {
        let mut live = (*self).clone();
        match action {
            Move::Day(day) => live.mark(day),
            Move::Days(days) => live.mark(Day(self.day().0.saturating_add(days))),
            Move::Months(months) => live.mark(months_later(self.day(), months)),
            Move::End(last) => {
                let end = if last {
                    self.limits.to - 1.0
                } else {
                    self.limits.from
                };
                live.mark(Day(whole(end)));
            }
            Move::Zoom(at, factor) => live.zoom(at, factor),
            Move::ZoomAtMark(factor) => {
                let at = f64::from(self.day().0) + 0.5;
                let shown = self.span().showing(at, self.limits);
                live.zoomed = (shown != self.limits).then_some(shown);
                live.zoom(at, factor);
            }
            Move::Pan(share) if self.zoomed.is_some() => {
                let span = self.span();
                live.zoomed = Some(span.moved(share * span.days(), self.limits));
            }
            Move::Pan(_) => return self,
            Move::Show(span) => {
                live.zoomed = span.map(|span| {
                    let middle = f64::midpoint(span.from, span.to);
                    span.zoomed(middle, 1.0, self.limits)
                });
            }
            Move::Brush(brush) => live.brush = brush,
            Move::BrushEnd(last, day) => {
                let (from, to) = self.brush.unwrap_or((self.day(), self.day()));
                let other = if last { from } else { to };
                live.brush = Some((day.min(other), day.max(other)));
            }
            Move::Width(width) => live.width_px = width,
            Move::Rows(first, last) => live.rows = (first, last),
            Move::Whole(whole) => live.whole = whole,
            Move::MoreRows => live.table = live.table.saturating_mul(4),
            Move::Adopt(chart, limits, busiest) => {
                live.chosen = chart.day;
                live.zoomed = chart.span.map(span);
                live.limits = limits;
                live.busiest = busiest;
            }
        }
        Rc::new(live)
    }
}

/// Whole days as a stretch of time.
pub fn span((from, to): (Day, Day)) -> Span {
    Span {
        from: f64::from(from.0),
        to: f64::from(to.0) + 1.0,
    }
}

/// The day a moment lies in.
pub fn day_of(moment: f64) -> Day {
    let day = Day(moment as i32);
    // A cast cuts towards zero; before 1970 that is the day after.
    if f64::from(day.0) > moment {
        Day(day.0 - 1)
    } else {
        day
    }
}

fn first_day(span: Span) -> Day {
    day_of(span.from)
}

/// A moment as the number of the day it is nearest to.
fn whole(moment: f64) -> i32 {
    day_of(moment + 0.5).0
}

/// The same day of a later month, or that month's last.
pub fn months_later(day: Day, months: i32) -> Day {
    let (year, month, of_month) = day.civil();
    let total = year
        .saturating_mul(12)
        .saturating_add(i32::from(month) - 1)
        .saturating_add(months);
    let year = u16::try_from(total.div_euclid(12)).unwrap_or(1);
    let month = u8::try_from(total.rem_euclid(12) + 1).unwrap_or(1);
    let of_month = of_month.min(days_in_month(year, month));
    Day::from_civil(year, month, of_month).unwrap_or(day)
}

/// The first day of a month counted from January of year 0.
pub fn month_start(month: i32) -> i32 {
    let year = u16::try_from(month.div_euclid(12)).unwrap_or(1);
    let of_year = u8::try_from(month.rem_euclid(12) + 1).unwrap_or(1);
    Day::from_civil(year, of_year, 1).map_or(0, |day| day.0)
}

/// The whole months that two days lie in, in either order.
pub fn whole_months(a: Day, b: Day) -> (Day, Day) {
    let index = |day: Day| {
        let (year, month, _) = day.civil();
        year * 12 + i32::from(month) - 1
    };
    (
        Day(month_start(index(a.min(b)))),
        Day(month_start(index(a.max(b)) + 1) - 1),
    )
}
