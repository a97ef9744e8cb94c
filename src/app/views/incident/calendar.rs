//! One entry's dates on a calendar: shapes as wide as the dates are known, the silence to scale,
//! and below the axis who spoke when.

use super::picture::Picture;
use crate::markup::html;
use crate::messages::{format, incident as say, vocabulary, words};
use crate::state::Page;
use geometry::Linear;
use incidents::model::{Date, Day, Incident, Milestone, Precision, Question, Role};
use incidents::table::Table;
use yew::Html;

/// The pictures made, in px, the widest first; the stylesheet shows the one that fits unscaled,
/// so that no text gets smaller than it should.
const WIDTHS: [(f64, &str); 4] = [
    (1376.0, "wide"),
    (1040.0, "middle"),
    (700.0, "narrow"),
    (340.0, "phone"),
];

/// A stretch of the calendar: first day, and the day after the last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    pub from: f64,
    pub to: f64,
    pub is_day: bool,
}

impl Span {
    fn of(date: &Date) -> Self {
        Self {
            from: f64::from(date.earliest().0),
            to: f64::from(date.latest().0) + 1.0,
            is_day: date.precision() == Precision::Day,
        }
    }

    /// Where it begins and ends in the picture; a day is at its middle.
    pub fn on(&self, scale: &Linear) -> (f64, f64) {
        if self.is_day {
            let x = scale.apply(self.from + 0.5);
            return (x, x);
        }
        (scale.apply(self.from), scale.apply(self.to))
    }
}

/// A shape above the axis with what is written over it.
pub struct Mark {
    pub class: &'static str,
    pub span: Span,
    pub word: String,
    pub date: String,
    pub below: String,
}

/// Claims of one role, said at one date.
pub struct Said {
    pub span: Span,
    pub role: Role,
    pub text: String,
}

/// Everything that is drawn, before it is known how wide.
pub struct Facts {
    pub marks: Vec<Mark>,
    pub beside: Vec<Span>,
    pub contained: Vec<Span>,
    pub said: Vec<Said>,
    pub silence: Option<String>,
    pub dwell: Option<String>,
}

/// The calendar; empty where no date is known at all.
pub fn calendar(page: &Page, incident: &Incident) -> Html {
    let facts = Facts::of(page, incident);
    let Some(days) = facts.days() else {
        return Html::default();
    };
    let label = facts.label();
    let draw = |(width, size): (f64, &'static str)| {
        let picture = Picture {
            lang: page.lang,
            width,
            days,
            scale: Linear {
                domain: days,
                range: (10.0, width - 10.0),
            },
        };
        picture.draw(&facts, size, &label)
    };
    html! { <div class="calendar">{ for WIDTHS.into_iter().map(draw) }</div> }
}

impl Facts {
    fn of(page: &Page, incident: &Incident) -> Self {
        let (lang, dataset) = (page.lang, &page.dataset);
        let mut marks = Vec::new();
        let lists = [
            ("mark-began", words::began(lang), &incident.began),
            ("mark-detected", words::detected(lang), &incident.detected),
            (
                "mark-disclosed",
                words::disclosed(lang),
                &incident.disclosed,
            ),
        ];
        for (class, word, list) in lists {
            marks.extend(
                list.iter()
                    .filter_map(|m| mark(page, incident, class, word, m)),
            );
        }
        let all = [&incident.began, &incident.detected, &incident.disclosed];
        let beside = all.into_iter().flatten().flat_map(|m| &m.beside);
        let beside = beside.filter_map(|r| dataset.claim(incident, r)?.date_value().map(Span::of));
        let held = dataset.claims_about(incident);
        let contained = held
            .iter()
            .filter(|h| h.claim.question == Question::Contained);
        let mut said: Table<(Day, Day, Role), (Date, usize)> = Table::default();
        for claim in held.iter().map(|h| h.claim) {
            if let Some(date) = &claim.date {
                let key = (date.earliest(), date.latest(), claim.role);
                said.update(key, || (date.clone(), 0), |(_, n)| *n += 1);
            }
        }
        let said = said.into_iter().map(|((.., role), (date, n))| Said {
            span: Span::of(&date),
            role,
            text: format!(
                "{}, {}, {}",
                format::date(lang, &date),
                vocabulary::role(lang, role),
                say::claims_held(lang, n)
            ),
        });
        Self {
            marks,
            beside: beside.collect(),
            contained: contained
                .filter_map(|h| h.date_value().map(Span::of))
                .collect(),
            said: said.collect(),
            silence: dataset
                .silence(incident)
                .map(|s| format::days_silent(lang, &s)),
            dwell: dataset.dwell(incident).map(|d| format::days_long(lang, &d)),
        }
    }

    /// First and last day of the picture: whole months, with one to spare at the end.
    fn days(&self) -> Option<(f64, f64)> {
        let marks = self.marks.iter().map(|m| m.span);
        let said = self.said.iter().map(|s| s.span);
        let others = self.beside.iter().chain(&self.contained).copied();
        let spans: Vec<Span> = marks.chain(said).chain(others).collect();
        let from = spans.iter().map(|s| s.from).reduce(f64::min)?;
        let to = spans.iter().map(|s| s.to).reduce(f64::max)?;
        let first = month_start(from, 0);
        Some((first, month_start(to, 2).max(month_start(first, 6))))
    }

    /// Where the first mark of a class lies.
    pub fn first(&self, class: &str) -> Option<Span> {
        self.marks.iter().find(|m| m.class == class).map(|m| m.span)
    }

    fn label(&self) -> String {
        let mark = |m: &Mark| format!("{} {}", m.word, m.date);
        let mut parts: Vec<String> = self.marks.iter().map(mark).collect();
        parts.extend(self.silence.clone());
        parts.join(", ")
    }
}

fn mark(
    page: &Page,
    incident: &Incident,
    class: &'static str,
    word: &str,
    milestone: &Milestone,
) -> Option<Mark> {
    let (lang, date) = (page.lang, page.dataset.date_of(incident, milestone)?);
    let mut roles: Vec<&str> = Vec::new();
    for held in page.dataset.claims(incident, &milestone.claims) {
        let role = vocabulary::role(lang, held.claim.role);
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    let roles = format::list(lang, &roles).to_ascii_lowercase();
    let label = milestone.label.as_ref().map(|l| l.get(lang));
    let below = [Some(say::to_the(lang, &date)), Some(roles.as_str()), label];
    let below: Vec<&str> = below.into_iter().flatten().collect();
    Some(Mark {
        class,
        span: Span::of(&date),
        word: word.to_owned(),
        date: format::date(lang, &date),
        below: format::list(lang, &below),
    })
}

/// The first day of the month that a day lies in, or of a month after it.
pub fn month_start(day: f64, later: i32) -> f64 {
    let (year, month, _) = Day(day as i32).civil();
    let months = year * 12 + i32::from(month) - 1 + later;
    let year = u16::try_from(months.div_euclid(12)).unwrap_or(1);
    let month = u8::try_from(months.rem_euclid(12) + 1).unwrap_or(1);
    Day::from_civil(year, month, 1).map_or(day, |d| f64::from(d.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_starts_on_its_first_day() {
        let day = |y, m, d| f64::from(Day::from_civil(y, m, d).unwrap().0);
        assert_eq!(month_start(day(2019, 6, 28), 0), day(2019, 6, 1));
        assert_eq!(month_start(day(2019, 11, 3), 2), day(2020, 1, 1));
    }
}
