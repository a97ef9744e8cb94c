//! The lanes: what is drawn of each entry, derived once for a result.

use super::super::parts::{entry_text, victim_text};
use super::live::month_start;
use crate::messages::{format, vocabulary, words};
use crate::state::Page;
use geometry::Span;
use incidents::dataset::silent::{self, Known, Step, Window};
use incidents::model::{ActorId, Attributee, Date, Day, Incident, IncidentId, Precision};
use incidents::table::{Table, sort_by_key};
use std::cmp::Reverse;

/// A date as it is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The first day it can mean.
    pub from: Day,
    /// The last day it can mean.
    pub to: Day,
    /// Known to the day.
    pub sharp: bool,
}

impl Mark {
    fn of(date: &Date) -> Self {
        Self {
            from: date.earliest(),
            to: date.latest(),
            sharp: date.precision() == Precision::Day,
        }
    }
}

/// One entry's lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The entry.
    pub id: IncidentId,
    /// Its victim, with the year where several lanes have the same.
    pub name: String,
    /// What stands before the name: the country, where lanes stand by country; the rung, where
    /// they are narrowed to one group.
    pub kind: Option<String>,
    /// When it began.
    pub began: Option<Mark>,
    /// When it was detected.
    pub detected: Option<Mark>,
    /// When it was detected again.
    pub again: Vec<Mark>,
    /// When it was disclosed.
    pub disclosed: Option<Mark>,
    /// The silence, where both dates are known.
    pub window: Option<Window>,
    /// How long the silence was: `914–974`.
    pub figure: String,
    /// All of it in words.
    pub told: String,
}

/// The lanes of a result, in order, and what follows from them.
#[derive(Debug)]
pub struct Lanes {
    /// In the order chosen.
    pub all: Vec<Lane>,
    /// How many were silent, over time.
    pub steps: Vec<Step>,
    /// The end of the busiest stretch of silence.
    pub busiest: Day,
    /// Whole years that hold every date drawn.
    pub limits: Span,
    /// What can be drawn, of the whole result.
    pub known: Known,
    /// The groups that somebody names for entries of the result, most named first.
    pub groups: Vec<(ActorId, String, usize)>,
}

impl Lanes {
    /// The lanes of the page's result.
    pub fn of(page: &Page) -> Self {
        let (dataset, chart) = (&*page.dataset, &page.route.chart);
        let found = page.results.hits.iter();
        let found: Vec<&Incident> = found.filter_map(|id| dataset.incidents.get(id)).collect();
        let known = dataset.dates_known(found.iter().copied());
        let groups = groups(page, &found);
        let mut shown = found;
        shown.retain(|i| chart.all || dataset.window(i).is_some());
        if let Some(group) = &chart.group {
            shown.retain(|incident| names(incident, group));
        }
        dataset.arrange(&mut shown, chart.order, page.lang);
        let mut named: Table<String, usize> = Table::default();
        for incident in &shown {
            named.update(victim_text(page, incident), || 0, |n| *n += 1);
        }
        let lane = |incident: &&Incident| lane(page, incident, &named);
        let all: Vec<Lane> = shown.iter().map(lane).collect();
        let windows: Vec<Window> = all.iter().filter_map(|lane| lane.window).collect();
        let steps = silent::steps(&windows);
        let limits = limits(&all);
        Self {
            busiest: silent::busiest(&steps).unwrap_or(super::live::day_of(limits.from)),
            steps,
            limits,
            known,
            groups,
            all,
        }
    }

    /// How many were silent on a day.
    pub fn counts(&self, day: Day) -> Step {
        let before = self.steps.iter().rfind(|step| step.from <= day);
        before.copied().unwrap_or(Step {
            from: day,
            certain: 0,
            possible: 0,
        })
    }

    /// The most that are counted together on any day.
    pub fn most(&self) -> i32 {
        self.steps.iter().map(Step::both).max().unwrap_or(0).max(1)
    }
}

/// Whether somebody names a group for an entry.
pub fn names(incident: &Incident, group: &ActorId) -> bool {
    let named = |to: &Attributee| matches!(to, Attributee::Actor(id) if id == group);
    incident.attributions.iter().any(|a| named(&a.to))
}

fn groups(page: &Page, found: &[&Incident]) -> Vec<(ActorId, String, usize)> {
    let mut counts: Table<ActorId, usize> = Table::default();
    for incident in found {
        let mut seen: Vec<&ActorId> = Vec::new();
        for attribution in &incident.attributions {
            if let Attributee::Actor(id) = &attribution.to
                && !seen.contains(&id)
            {
                seen.push(id);
                counts.update(id.clone(), || 0, |n| *n += 1);
            }
        }
    }
    let name = |id: &ActorId| {
        let actor = page.dataset.actors.get(id);
        actor.map_or(id.to_string(), |a| a.name().to_owned())
    };
    let mut groups: Vec<(ActorId, String, usize)> = counts
        .into_iter()
        .map(|(id, n)| (id.clone(), name(&id), n))
        .collect();
    sort_by_key(&mut groups, |(_, name, n)| (Reverse(*n), name.clone()));
    groups
}

fn lane(page: &Page, incident: &Incident, named: &Table<String, usize>) -> Lane {
    let (lang, dataset) = (page.lang, &page.dataset);
    let (began, detected) = (dataset.began(incident), dataset.detected(incident));
    let disclosed = dataset.disclosed(incident);
    let name = victim_text(page, incident);
    let several = named.get(&name).is_some_and(|n| *n > 1);
    let later = incident.detected.iter().skip(1);
    let again: Vec<Date> = later.filter_map(|m| dataset.date_of(incident, m)).collect();
    let silence = dataset.silence(incident);
    let mut told = vec![entry_text(page, incident)];
    let dates = [
        (words::began(lang), began.as_ref()),
        (words::detected(lang), detected.as_ref()),
    ];
    let again_said = again.iter().map(|d| (words::detected(lang), Some(d)));
    let last = [(words::disclosed(lang), disclosed.as_ref())];
    for (word, date) in dates.into_iter().chain(again_said).chain(last) {
        let date = date.map_or(words::not_stated(lang).to_owned(), |d| {
            format::date(lang, d)
        });
        told.push(format!("{word} {date}"));
    }
    told.extend(silence.as_ref().map(|s| format::days_silent(lang, s)));
    Lane {
        id: incident.id.clone(),
        name: if several {
            entry_text(page, incident)
        } else {
            name
        },
        kind: kind(page, incident),
        began: began.as_ref().map(Mark::of),
        detected: detected.as_ref().map(Mark::of),
        again: again.iter().map(Mark::of).collect(),
        disclosed: disclosed.as_ref().map(Mark::of),
        window: dataset.window(incident),
        figure: silence.map_or("–".to_owned(), |s| format::days(lang, &s)),
        told: told.join(format::comma(lang)),
    }
}

fn kind(page: &Page, incident: &Incident) -> Option<String> {
    let chart = &page.route.chart;
    if let Some(group) = &chart.group {
        let named = incident.attributions.iter();
        let named = named.filter(|a| matches!(&a.to, Attributee::Actor(id) if id == group));
        let mut rungs: Vec<&str> = named.map(|a| vocabulary::rung(page.lang, a.rung)).collect();
        rungs.dedup();
        return Some(format::list(page.lang, &rungs));
    }
    if chart.order == silent::LaneOrder::Country {
        let code = page.dataset.victim_countries(incident).into_iter().next();
        return code.map(|c| page.dataset.country_name(&c, page.lang).to_owned());
    }
    None
}

/// Whole years that hold every mark; one year where there is none.
fn limits(lanes: &[Lane]) -> Span {
    let marks = lanes.iter().flat_map(|lane| {
        let dates = [lane.began, lane.detected, lane.disclosed];
        dates
            .into_iter()
            .flatten()
            .chain(lane.again.iter().copied())
    });
    let (mut first, mut last) = (i32::MAX, i32::MIN);
    for mark in marks {
        first = first.min(mark.from.0);
        last = last.max(mark.to.0);
    }
    if first > last {
        (first, last) = (month_start(2019 * 12), month_start(2019 * 12));
    }
    let year = |day: i32| Day(day).civil().0;
    Span {
        from: f64::from(month_start(year(first) * 12)),
        to: f64::from(month_start((year(last) + 1) * 12)),
    }
}
