//! The lane: began, detected, disclosed, and the silence between, on one calendar for all cards.

use crate::messages::{explore, format, words};
use crate::state::Page;
use geometry::path::decimal as px;
use incidents::Dataset;
use incidents::model::{Date, Day, Incident, Precision};
use yew::{Html, classes, html};

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

    fn axis(&self) -> Html {
        let step = (self.last - self.first) / 8 + 1;
        let year = |year: i32| {
            let x = self.x(Self::year_start(year));
            let middle = self.x(Self::year_start(year) + 182.0 * f64::from(step));
            let label = (middle < WIDTH).then(|| {
                html! {
                    <text class="axis" x={px(middle)} y="59" text-anchor="middle">{year}</text>
                }
            });
            html! {
                <>
                    <path class="tick" d={format!("M{} 44v6", px(x))} />
                    { label.unwrap_or_default() }
                </>
            }
        };
        let years = (self.first..=self.last + 1).step_by(usize::try_from(step).unwrap_or(1));
        html! {
            <>
                { for years.map(year) }
                <path class="tick" d={format!("M0 44H{}", px(WIDTH))} />
            </>
        }
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

fn bar(class: &'static str, from: f64, to: f64, y: &'static str, height: &'static str) -> Html {
    html! { <rect {class} x={px(from)} {y} width={px((to - from).max(0.0))} {height} /> }
}

fn undetected(calendar: Calendar, began: Option<&Date>, detected: Option<Span>) -> Html {
    match (began.map(|d| calendar.span(d)), detected) {
        (Some((_, from)), Some((to, _))) => bar("undetected", from, to, "31", "6"),
        (None, Some((to, _))) => {
            let from = (to - 62.0).max(12.0);
            html! {
                <>
                    <path class="unknown" d={format!("M{} 34H{}", px(from), px(to - 6.0))} />
                    <text class="axis" x={px(from - 4.0)} y="38" text-anchor="end">{"?"}</text>
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
    html! {
        <>
            if sure > first { { bar("silence-open", first, sure, "27", "14") } }
            { bar("silence", sure, told, "27", "14") }
            if last > told { { bar("silence-open", told, last, "27", "14") } }
        </>
    }
}

fn mark(calendar: Calendar, date: &Date, class: &'static str) -> Html {
    let (from, to) = calendar.span(date);
    if from == to {
        return html! { <circle {class} cx={px(from)} cy="34" r="4.5" /> };
    }
    html! {
        <rect class={classes!(class, "spread")} x={px(from)} y="29.5" width={px((to - from).max(5.0))}
            height="9" rx="2" />
    }
}

fn detected_again(calendar: Calendar, date: &Date) -> Html {
    let (from, to) = calendar.span(date);
    html! { <path class="again" d={format!("M{} 25v18", px(f64::midpoint(from, to)))} /> }
}

/// A day is a stroke; a month or a year is a box as wide as it is.
fn disclosed_mark((from, to): Span) -> Html {
    if from == to {
        return html! { <path class="mark-disclosed" d={format!("M{} 24v20", px(from))} /> };
    }
    html! {
        <rect class="mark-disclosed spread" x={px(from)} y="25" width={px((to - from).max(3.0))}
            height="18" rx="2" />
    }
}

/// The figure above the bar, kept inside the picture; unknown says so.
fn silence_label(text: String, known: bool, from: Option<Span>, to: Option<Span>) -> Html {
    if !known {
        return html! { <text class="axis" x="436" y="19" text-anchor="end">{text}</text> };
    }
    let middle = f64::midpoint(from.map_or(0.0, |s| s.0), to.map_or(WIDTH, |s| s.1));
    let (x, anchor) = match middle {
        m if m < 90.0 => (0.0, "start"),
        m if m > WIDTH - 90.0 => (WIDTH, "end"),
        m => (m, "middle"),
    };
    html! { <text class="silence-label" x={px(x)} y="19" text-anchor={anchor}>{text}</text> }
}
