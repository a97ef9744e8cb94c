//! The charts of a result: every number that is shown, with what a click on it asks for.

use super::chart::{Axis, Chart, Mark, Row};
use crate::ask::Ask;
use crate::messages::{format, insights as say, vocabulary, words};
use crate::state::Page;
use crate::views::parts::{entry_text, value_name};
use incidents::dataset::insights::{By, Group, Key, median, most_first};
use incidents::dataset::voices::FirstWord;
use incidents::model::{Incident, Question};
use incidents::search::Field;
use incidents::table::sort_by_key;

/// The place of the chart that tells how entries were found.
pub const FOUND: u32 = 6;
/// The front page's chart.
pub const FRONT: &str = "silence-front";

/// What a chart is made of.
struct Made<'a> {
    id: &'static str,
    title: &'static str,
    /// How it is to be read.
    note: &'a str,
    axis: Axis,
    /// The field that asks for what the axis counts.
    field: Field,
    /// What the marks' figures are.
    column: &'static str,
    /// By what its rows are grouped; one row for all where by nothing.
    by: Option<By>,
}

/// All charts over the result, in the order shown.
pub fn charts(page: &Page) -> Vec<Chart> {
    let lang = page.lang;
    let hits = page.results.hits.iter();
    let all: Vec<&Incident> = hits
        .filter_map(|id| page.dataset.incidents.get(id))
        .collect();
    let (by_year, in_each) = (say::year_note(lang), say::in_each(lang));
    let silence = Made {
        id: "silence-all",
        title: words::silence_chart(lang),
        note: words::silence_is_measure(lang),
        axis: Axis::Days,
        field: Field::Silence,
        column: words::silence_measure(lang),
        by: None,
    };
    let grouped = |id, title, note, by| Made {
        id,
        title,
        note,
        by: Some(by),
        ..silence
    };
    let counted = |id, title, note, by, column| Made {
        axis: Axis::Entries,
        column,
        ..grouped(id, title, note, by)
    };
    let year = grouped(
        "silence-year",
        say::silence_by_year(lang),
        by_year,
        By::Year,
    );
    let country = grouped(
        "silence-country",
        say::silence_by_country(lang),
        in_each,
        By::Country,
    );
    let sector = grouped(
        "silence-sector",
        say::silence_by_sector(lang),
        in_each,
        By::Sector,
    );
    let first = grouped(
        "silence-first",
        say::silence_by_first(lang),
        say::first_note(lang),
        By::First,
    );
    let dwell = Made {
        id: "dwell-all",
        title: say::dwell(lang),
        note: "",
        field: Field::Dwell,
        column: say::dwell(lang),
        ..silence
    };
    let found = counted(
        "how-found",
        say::found(lang),
        in_each,
        By::Finder,
        words::claim(lang),
    );
    let abroad = counted(
        "way-abroad",
        say::abroad(lang),
        say::abroad_note(lang),
        By::Abroad,
        words::way_in(lang),
    );
    let rungs = Made {
        axis: Axis::Time,
        ..counted(
            "rungs-time",
            say::rungs(lang),
            words::facet_rung_note(lang),
            By::Rung,
            words::disclosed(lang),
        )
    };
    let all_made = [
        &silence, &year, &country, &sector, &first, &dwell, &found, &abroad, &rungs,
    ];
    all_made
        .iter()
        .map(|made| chart(page, &all, made))
        .collect()
}

/// Every entry of the record by its silence, those outside the result hollow.
pub fn front(page: &Page) -> Chart {
    let lang = page.lang;
    let all: Vec<&Incident> = page.dataset.incidents.values().collect();
    let made = Made {
        id: FRONT,
        title: words::silence_chart(lang),
        note: words::silence_is_measure(lang),
        axis: Axis::Days,
        field: Field::Silence,
        column: words::silence_measure(lang),
        by: None,
    };
    let mut chart = chart(page, &all, &made);
    let (mut drawn, mut hollow, found) = (0, 0, page.results.hits.len());
    for mark in chart.rows.iter_mut().flat_map(|row| &mut row.marks) {
        mark.hollow = !page.results.hits.contains(&mark.id);
        *(if mark.hollow { &mut hollow } else { &mut drawn }) += 1;
    }
    chart.note = say::filled(lang, drawn, found, hollow) + " " + &chart.note;
    chart
}

fn chart(page: &Page, all: &[&Incident], made: &Made<'_>) -> Chart {
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
    add(made.note);
    Chart {
        id: made.id,
        title: made.title,
        note,
        axis: made.axis,
        field: made.field,
        column: made.column,
        rows,
    }
}

fn row(page: &Page, made: &Made<'_>, group: &Group<'_>) -> Row {
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
fn mark(page: &Page, made: &Made<'_>, incident: &Incident, place: i32) -> Option<Mark> {
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
fn ask(page: &Page, made: &Made<'_>, group: &Group<'_>, marks: &[Mark]) -> Option<Ask> {
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
