//! A thin calendar as wide as its place: positions are percentages, so that nothing is scaled and
//! no text gets smaller.

use super::super::svg::Anchor;
use super::calendar::month_start;
use crate::markup::html;
use crate::messages::incident as say;
use geometry::path::decimal;
use incidents::model::{Date, Day, Lang};
use yew::{AttrValue, Html};

/// A stretch of the calendar, in days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strip {
    from: f64,
    to: f64,
}

impl Strip {
    /// Whole months round some dates, with a tenth to spare at the end.
    pub fn over(dates: &[&Date]) -> Option<Self> {
        let first = dates.iter().map(|d| d.earliest()).min()?;
        let last = dates.iter().map(|d| d.latest()).max()?;
        let from = month_start(f64::from(first.0), 0);
        let least = month_start(from, 4);
        let to = month_start(f64::from(last.0), 1).max(least);
        Some(Self {
            from,
            to: to + (to - from) / 10.0,
        })
    }

    /// Where a day lies, in per cent.
    pub fn at(&self, day: f64) -> f64 {
        100.0 * (day - self.from) / (self.to - self.from)
    }

    /// Where a date begins and ends; a day is as wide as one.
    pub fn span(&self, date: &Date) -> (f64, f64) {
        let days = (date.earliest().0, date.latest().0 + 1);
        (self.at(f64::from(days.0)), self.at(f64::from(days.1)))
    }

    /// The axis with years, and quarters where there is room.
    pub fn axis(&self, lang: Lang, y: f64) -> Html {
        let years = (self.to - self.from) / 365.25;
        let every = (years / 14.0).ceil().max(1.0) as i32;
        let mut at = self.from;
        let mut ticks = Vec::new();
        while at < self.to {
            let (year, month, _) = Day(at as i32).civil();
            let text = match month {
                1 if year % every == 0 => year.to_string(),
                4 | 7 | 10 if years < 3.5 => say::month(lang, month),
                _ => String::new(),
            };
            let x = self.at(at);
            if month == 1 || years < 6.0 {
                let deep = if month == 1 { 10.0 } else { 4.0 };
                ticks.push(line("tick", (x, y), (x, y + deep)));
            }
            if !text.is_empty() && x < 95.0 {
                let class = if month == 1 { "axis" } else { "axis quarter" };
                ticks.push(label(class, x, y + 16.0, Anchor::Start, text));
            }
            at = month_start(at, 1);
        }
        html! { <>{ line("tick", (0.0, y), (100.0, y)) }{ for ticks }</> }
    }
}

fn percent(x: f64) -> String {
    decimal(x.clamp(0.0, 100.0)) + "%"
}

/// A line between two points, across in per cent and down in px.
pub fn line(class: &'static str, from: (f64, f64), to: (f64, f64)) -> Html {
    let (x1, x2) = (percent(from.0), percent(to.0));
    html! { <line {class} {x1} y1={decimal(from.1)} {x2} y2={decimal(to.1)} /> }
}

/// A box from one place to another, never thinner than the eye sees.
pub fn bar(class: &'static str, (from, to): (f64, f64), y: f64, height: f64) -> Html {
    let width = percent((to - from).max(0.25));
    html! { <rect {class} x={percent(from)} {width} y={decimal(y)} height={decimal(height)} /> }
}

/// A text at its baseline.
pub fn label(
    class: &'static str,
    x: f64,
    y: f64,
    anchor: Anchor,
    text: impl Into<AttrValue>,
) -> Html {
    let anchor = match anchor {
        Anchor::Start => None,
        Anchor::Middle => Some("middle"),
        Anchor::End => Some("end"),
    };
    html! { <text {class} x={percent(x)} y={decimal(y)} text-anchor={anchor}>{text.into()}</text> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strip_begins_with_a_month_and_leaves_room_for_the_last_words() {
        let dates: Vec<Date> = ["2020-01-20", "2021-12-24"]
            .map(|t| t.parse().unwrap())
            .into();
        let strip = Strip::over(&dates.iter().collect::<Vec<_>>()).unwrap();
        let first = Day::from_civil(2020, 1, 1).unwrap();
        assert_eq!(strip.at(f64::from(first.0)), 0.0);
        let (from, to) = strip.span(dates.last().unwrap());
        assert!(from > 85.0 && to < 95.0, "{from} {to}");
        assert_eq!(Strip::over(&[]), None);
    }
}
