//! The lane: began, detected, disclosed, and the silence between, on one calendar for all cards.

use super::svg::{self, Anchor};
use crate::markup::html;
use crate::messages::{explore, format, words};
use crate::state::Page;
use geometry::path::decimal;
use incidents::Dataset;
use incidents::model::{Date, Day, Incident, Precision};
use yew::Html;

/// Width of a lane in px.
const WIDTH: f64 = 440.0;

/// The years that all lanes of a view show, so that lengths can be compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calendar {
    first: i32,
    last: i32,
}

impl Calendar {
    /// The years of some entries' dates.
    pub fn of<'a>(dataset: &Dataset, incidents: impl Iterator<Item = &'a Incident>) -> Self {
        let dates = incidents.flat_map(|i| {
            [dataset.began(i), dataset.detected(i), dataset.disclosed(i)]
                .into_iter()
                .flatten()
        });
        let years: Vec<i32> = dates
            .flat_map(|d| [d.earliest().civil().0, d.latest().civil().0])
            .collect();
        let first = years.iter().min().copied().unwrap_or(2015);
        Self {
            first,
            last: years.iter().max().copied().unwrap_or(first),
        }
    }

    fn year_start(year: i32) -> f64 {
        let year = u16::try_from(year).unwrap_or(1);
        Day::from_civil(year, 1, 1).map_or(0.0, |d| f64::from(d.0))
    }

    fn x(&self, day: f64) -> f64 {
        let (from, to) = (
            Self::year_start(self.first),
            Self::year_start(self.last + 1),
        );
        (day - from) / (to - from) * WIDTH
    }

    /// Where a date begins and ends; a day is at its middle.
    fn span(&self, date: &Date) -> (f64, f64) {
        let (from, to) = (
            f64::from(date.earliest().0),
            f64::from(date.latest().0) + 1.0,
        );
        match date.precision() {
            Precision::Day => (self.x(from + 0.5), self.x(from + 0.5)),
            _ => (self.x(from), self.x(to)),
        }
    }

    /// The years: one line for all ticks, for it is drawn on every card.
    fn axis(&self) -> Html {
        let step = (self.last - self.first) / 8 + 1;
        let mut ticks = format!("M0 44H{}", decimal(WIDTH));
        let mut labels: Vec<Html> = Vec::new();
        let mut year = self.first;
        while year <= self.last + 1 {
            let x = self.x(Self::year_start(year));
            ticks.push_str(&format!("M{} 44v6", decimal(x)));
            let middle = self.x(Self::year_start(year) + 182.0 * f64::from(step));
            if middle < WIDTH {
                let text = year.to_string();
                labels.push(svg::text("axis", middle, 59.0, Anchor::Middle, text));
            }
            year += step;
        }
        labels.push(svg::path("tick", ticks));
        html! { { for labels } }
    }
}

/// One entry's lane.
pub fn lane(page: &Page, incident: &Incident, calendar: Calendar) -> Html {
    let (lang, dataset) = (page.lang, &page.dataset);
    let (began, detected) = (dataset.began(incident), dataset.detected(incident));
    let disclosed = dataset.disclosed(incident);
    let silence = dataset.silence(incident);
    let say = |word: &str, date: &Option<Date>| {
        date.as_ref()
            .map(|d| format!("{word} {}", format::date(lang, d)))
    };
    let later = incident.detected.iter().skip(1);
    let again: Vec<Date> = later.filter_map(|m| dataset.date_of(incident, m)).collect();
    let silent = match (&silence, &detected) {
        (Some(silence), _) => format::days_silent(lang, silence),
        (None, None) => words::silence_unknown(lang).to_owned(),
        (None, Some(_)) => explore::not_disclosed(lang).to_owned(),
    };
    let told: Vec<String> = [
        say(words::began(lang), &began),
        say(words::detected(lang), &detected),
    ]
    .into_iter()
    .chain(
        again
            .iter()
            .cloned()
            .map(|d| say(words::detected(lang), &Some(d))),
    )
    .chain([
        say(words::disclosed(lang), &disclosed),
        Some(silent.clone()),
    ])
    .flatten()
    .collect();
    let (from, to) = (
        detected.as_ref().map(|d| calendar.span(d)),
        disclosed.as_ref().map(|d| calendar.span(d)),
    );
    html! {
        <svg class="lane" viewBox="0 0 440 64" role="img" aria-label={told.join(", ")}>
            { calendar.axis() }
            { undetected(calendar, began.as_ref(), from) }
            { quiet(from, to) }
            { for again.iter().map(|d| detected_again(calendar, d)) }
            { silence_label(silent, silence.is_some(), from, to) }
            { began.map(|d| mark(calendar, &d, "mark-began")).unwrap_or_default() }
            { detected.map(|d| mark(calendar, &d, "mark-detected")).unwrap_or_default() }
            { to.map(disclosed_mark).unwrap_or_default() }
        </svg>
    }
}

type Span = (f64, f64);

fn undetected(calendar: Calendar, began: Option<&Date>, detected: Option<Span>) -> Html {
    match (began.map(|d| calendar.span(d)), detected) {
        (Some((_, from)), Some((to, _))) => {
            svg::rect("undetected", [from, 31.0, to - from, 6.0], 0.0)
        }
        (None, Some((to, _))) => {
            let from = (to - 62.0).max(12.0);
            html! {
                <>
                    { svg::line("unknown", (from, 34.0), (to - 6.0, 34.0)) }
                    { svg::text("axis", from - 4.0, 38.0, Anchor::End, "?") }
                </>
            }
        }
        _ => Html::default(),
    }
}

/// The silence: pale where the dates leave it open, full where it is certain.
fn quiet(detected: Option<Span>, disclosed: Option<Span>) -> Html {
    let (Some((first, sure)), Some((told, last))) = (detected, disclosed) else {
        return Html::default();
    };
    let bar = |class, from, to| svg::rect(class, [from, 27.0, to - from, 14.0], 0.0);
    html! {
        <>
            if sure > first { { bar("silence-open", first, sure) } }
            { bar("silence", sure, told) }
            if last > told { { bar("silence-open", told, last) } }
        </>
    }
}

fn mark(calendar: Calendar, date: &Date, class: &'static str) -> Html {
    let (from, to) = calendar.span(date);
    if from == to {
        return svg::circle(class, from, 34.0, 4.5);
    }
    let wide = (to - from).max(5.0);
    svg::rect(format!("{class} spread"), [from, 29.5, wide, 9.0], 2.0)
}

fn detected_again(calendar: Calendar, date: &Date) -> Html {
    let (from, to) = calendar.span(date);
    let x = f64::midpoint(from, to);
    svg::line("again", (x, 25.0), (x, 43.0))
}

/// A day is a stroke; a month or a year is a box as wide as it is.
fn disclosed_mark((from, to): Span) -> Html {
    if from == to {
        return svg::line("mark-disclosed", (from, 24.0), (from, 44.0));
    }
    let wide = (to - from).max(3.0);
    svg::rect("mark-disclosed spread", [from, 25.0, wide, 18.0], 2.0)
}

/// The figure above the bar, kept inside the picture; unknown says so.
fn silence_label(text: String, known: bool, from: Option<Span>, to: Option<Span>) -> Html {
    if !known {
        return svg::text("axis", 436.0, 19.0, Anchor::End, text);
    }
    let middle = f64::midpoint(from.map_or(0.0, |s| s.0), to.map_or(WIDTH, |s| s.1));
    let (x, anchor) = match middle {
        m if m < 90.0 => (0.0, Anchor::Start),
        m if m > WIDTH - 90.0 => (WIDTH, Anchor::End),
        m => (m, Anchor::Middle),
    };
    svg::text("silence-label", x, 19.0, anchor, text)
}
