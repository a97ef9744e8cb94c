//! The charts of a result: every number that is shown, with what a click on it asks for.

use super::chart::{Axis, Chart, Made, Mark, Row};
use crate::ask::Ask;
use crate::messages::{format, insights as say, vocabulary, words};
use crate::state::Page;
use crate::views::parts::{entry_text, value_name};
use incidents::dataset::insights::{By, Group, Key, median, most_first};
use incidents::dataset::voices::FirstWord;
use incidents::model::{Incident, Question};
use incidents::search::Field;
use incidents::table::sort_by_key;
use std::rc::Rc;

/// The place of the chart that tells how entries were found.
pub const FOUND: u32 = 6;

/// All entries by their silence; the others take from it what they share with it.
const SILENCE: Made = Made {
    id: "silence-all",
    title: words::silence_chart,
    note: words::silence_is_measure,
    axis: Axis::Days,
    field: Field::Silence,
    column: words::silence_measure,
    by: None,
};

/// The front page's chart.
pub static FRONT: Made = Made {
    id: "silence-front",
    note: say::front_note,
    ..SILENCE
};

/// The charts of a result, in the order shown.
static CHARTS: [Made; 9] = [
    SILENCE,
    Made {
        id: "silence-year",
        title: say::silence_by_year,
        note: say::year_note,
        by: Some(By::Year),
        ..SILENCE
    },
    Made {
        id: "silence-country",
        title: say::silence_by_country,
        note: say::in_each,
        by: Some(By::Country),
        ..SILENCE
    },
    Made {
        id: "silence-sector",
        title: say::silence_by_sector,
        note: say::in_each,
        by: Some(By::Sector),
        ..SILENCE
    },
    Made {
        id: "silence-first",
        title: say::silence_by_first,
        note: say::first_note,
        by: Some(By::First),
        ..SILENCE
    },
    Made {
        id: "dwell-all",
        title: say::dwell,
        note: say::dwell_note,
        field: Field::Dwell,
        column: say::dwell,
        ..SILENCE
    },
    Made {
        id: "how-found",
        title: say::found,
        note: say::in_each,
        axis: Axis::Entries,
        column: words::claim,
        by: Some(By::Finder),
        ..SILENCE
    },
    Made {
        id: "way-abroad",
        title: say::abroad,
        note: say::abroad_note,
        axis: Axis::Entries,
        column: words::way_in,
        by: Some(By::Abroad),
        ..SILENCE
    },
    Made {
        id: "rungs-time",
        title: say::rungs,
        note: words::facet_rung_note,
        axis: Axis::Time,
        column: words::disclosed,
        by: Some(By::Rung),
        ..SILENCE
    },
];

/// All charts over the result, in the order shown.
pub fn charts(page: &Page) -> Vec<Rc<Chart>> {
    let hits = page.results.hits.iter();
    let all: Vec<&Incident> = hits
        .filter_map(|id| page.dataset.incidents.get(id))
        .collect();
    let made = CHARTS.iter().map(|made| Rc::new(chart(page, &all, made)));
    made.collect()
}

/// Every entry of the record by its silence, those outside the result hollow.
pub fn front(page: &Page) -> Rc<Chart> {
    let all: Vec<&Incident> = page.dataset.incidents.values().collect();
    let mut chart = chart(page, &all, &FRONT);
    let (mut drawn, mut hollow, found) = (0, 0, page.results.hits.len());
    for mark in chart.rows.iter_mut().flat_map(|row| &mut row.marks) {
        mark.hollow = !page.results.hits.contains(&mark.id);
        *(if mark.hollow { &mut hollow } else { &mut drawn }) += 1;
    }
    chart.note = say::filled(page.lang, drawn, found, hollow) + " " + &chart.note;
    Rc::new(chart)
}

fn chart(page: &Page, all: &[&Incident], made: &'static Made) -> Chart {
    let (lang, by) = (page.lang, made.by);
    let groups = match by {
        Some(by) => {
            let mut groups = page.dataset.groups(all, by).groups;
            if !matches!(by, By::Year | By::First | By::Rung) {
                let known = |incident: &Incident| mark(page, made, incident, 0).is_some();
                most_first(&mut groups, known);
            }
            groups
        }
        None => vec![Group {
            key: Key::All,
            entries: all.to_vec(),
        }],
    };
    let rows: Vec<Row> = groups.iter().map(|group| row(page, made, group)).collect();
    let (mut known, mut cut) = (0, 0);
    for incident in all {
        let grouped = |by| !page.dataset.keys(incident, by).is_empty();
        let mark = mark(page, made, incident, 0).filter(|_| by.is_none_or(grouped));
        cut += usize::from(mark.as_ref().is_some_and(|mark| mark.clipped));
        // Who has a way in, and none abroad, is known not to have one there.
        known += usize::from(match by {
            Some(By::Abroad) => !incident.pivots.is_empty(),
            _ => mark.is_some(),
        });
    }
    let mut note = say::known(lang, known, all.len());
    let mut add = |text: &str| {
        note.push(' ');
        note.push_str(text);
    };
    if cut > 0 {
        add(&say::clipped(lang, cut));
    }
    let bare = rows.iter().filter(|row| row.marks.is_empty()).count();
    if bare > 0 && by.is_some() {
        add(&say::without_marks(lang, bare));
    }
    add((made.note)(lang));
    Chart { made, note, rows }
}

fn row(page: &Page, made: &Made, group: &Group<'_>) -> Row {
    let entries = (0..).zip(&group.entries);
    let marks = entries.filter_map(|(place, incident)| mark(page, made, incident, place));
    let mut marks: Vec<Mark> = marks.collect();
    sort_by_key(&mut marks, |mark| mark.ends);
    let ends: Vec<(i32, i32)> = marks.iter().map(|mark| mark.ends).collect();
    Row {
        name: name(page, group.key),
        count: match made.axis {
            Axis::Entries => marks.len().to_string(),
            _ => say::of(page.lang, marks.len(), group.entries.len()),
        },
        median: median(&ends).filter(|_| made.axis == Axis::Days),
        ask: ask(page, made, group, &marks),
        marks,
    }
}

/// Where an entry stands in a chart, if what the chart shows of it is known.
fn mark(page: &Page, made: &Made, incident: &Incident, place: i32) -> Option<Mark> {
    let (lang, dataset) = (page.lang, &page.dataset);
    let mut clipped = false;
    let (ends, figure) = match (made.axis, made.by) {
        (Axis::Days, _) => {
            let days = match made.field {
                Field::Dwell => dataset.dwell(incident),
                _ => dataset.silence(incident),
            }?;
            clipped = days.clipped;
            let told = format::days_long(lang, &days);
            let told = if clipped { say::cut(lang, &told) } else { told };
            ((days.least, days.most), told)
        }
        (Axis::Time, _) => {
            let date = dataset.disclosed(incident)?;
            (
                (date.earliest().0, date.latest().0),
                format::date(lang, &date),
            )
        }
        (Axis::Entries, by) => {
            let mut told: Vec<&str> = Vec::new();
            let claims = dataset.claims_about(incident);
            let abroad = dataset.entries_abroad(incident);
            if by == Some(By::Finder) {
                let said = claims
                    .iter()
                    .filter(|h| h.claim.question == Question::HowFound);
                told.extend(said.map(|held| held.claim.text.get(lang)));
            } else {
                told.extend(abroad.iter().map(|code| dataset.country_name(code, lang)));
            }
            ((place, place), format::list(lang, &told))
        }
    };
    Some(Mark {
        id: incident.id.clone(),
        name: entry_text(page, incident),
        figure,
        ends,
        clipped,
        hollow: false,
    })
}

/// What a group is called.
fn name(page: &Page, key: Key) -> String {
    let lang = page.lang;
    let name = match key {
        Key::All => words::entries(lang),
        Key::Year(year) => return year.to_string(),
        Key::Sector(sector) => return value_name(page, Field::Sector, sector.word()),
        Key::Country(code) => return page.dataset.country_name(&code, lang).to_owned(),
        Key::First(FirstWord::One(role)) | Key::Role(role) => vocabulary::role(lang, role),
        Key::First(FirstWord::Together) => say::together(lang),
        Key::First(FirstWord::Open) => say::order_open(lang),
        Key::Rung(rung) => vocabulary::rung(lang, rung),
        Key::Unattributed => vocabulary::not_attributed(lang),
    };
    name.to_owned()
}

/// What a group asks for: its value, where a query can name it and finds these entries by it; else
/// the entries that are drawn.
fn ask(page: &Page, made: &Made, group: &Group<'_>, marks: &[Mark]) -> Option<Ask> {
    let dataset = &page.dataset;
    // The field knows offices at home too.
    let at_home = |code, incident: &Incident| {
        dataset.entry_countries(incident).contains(code)
            && !dataset.entries_abroad(incident).contains(code)
    };
    let (field, word) = match &group.key {
        Key::All => return None,
        Key::Year(year) => (Field::Detected, year.to_string()),
        Key::Country(code) if made.axis == Axis::Days => (Field::VictimCountry, code.to_string()),
        Key::Country(code) if !dataset.incidents.values().any(|i| at_home(code, i)) => {
            (Field::Office, code.to_string())
        }
        Key::Sector(sector) => (Field::Sector, sector.word().to_owned()),
        Key::Rung(rung) => (Field::Rung, rung.word().to_owned()),
        Key::Unattributed => (Field::Rung, "none".to_owned()),
        Key::First(_) | Key::Role(_) | Key::Country(_) => {
            let ids = marks.iter().map(|mark| mark.id.clone());
            return Some(Ask::Entries(ids.collect()));
        }
    };
    Some(Ask::Value(field, word))
}
