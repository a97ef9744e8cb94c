//! The charts of a result: every number that is shown, with what a click on it asks for.

use super::chart::{Axis, Chart, Mark, Row};
use crate::ask::Ask;
use crate::messages::{format, insights as say, vocabulary, words};
use crate::state::Page;
use crate::views::parts::{entry_text, value_name};
use incidents::dataset::insights::{By, Group, Groups, Key, median, most_first};
use incidents::model::{Date, DayRange, Incident, Question};
use incidents::search::Field;
use incidents::table::sort_by_key;

/// Which days a chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delay {
    /// From detection to disclosure.
    Silence,
    /// From beginning to detection.
    Dwell,
}

impl Delay {
    /// The days of an entry, where both dates are stated.
    pub fn of(self, page: &Page, incident: &Incident) -> Option<DayRange> {
        match self {
            Delay::Silence => page.dataset.silence(incident),
            Delay::Dwell => page.dataset.dwell(incident),
        }
    }

    /// The field of a query that asks for it.
    pub fn field(self) -> Field {
        match self {
            Delay::Silence => Field::Silence,
            Delay::Dwell => Field::Dwell,
        }
    }
}

/// The entries of the result, in its order.
pub fn entries(page: &Page) -> Vec<&Incident> {
    let hits = page.results.hits.iter();
    hits.filter_map(|id| page.dataset.incidents.get(id))
        .collect()
}

/// All charts over the result, in the order shown.
pub fn charts(page: &Page) -> Vec<Chart> {
    let lang = page.lang;
    let all = entries(page);
    let by = |id, title, by, note: &str| grouped(page, &all, (id, title), by, note);
    vec![
        spread(
            page,
            &all,
            "silence-all",
            words::silence_chart(lang),
            Delay::Silence,
        ),
        by(
            "silence-year",
            say::silence_by_year(lang),
            By::Year,
            say::year_note(lang),
        ),
        by(
            "silence-country",
            say::silence_by_country(lang),
            By::Country,
            say::in_each(lang),
        ),
        by(
            "silence-sector",
            say::silence_by_sector(lang),
            By::Sector,
            say::in_each(lang),
        ),
        by(
            "silence-first",
            say::silence_by_first(lang),
            By::First,
            say::first_note(lang),
        ),
        spread(page, &all, "dwell-all", say::dwell(lang), Delay::Dwell),
        counted(
            page,
            &all,
            ("how-found", say::found(lang)),
            By::Finder,
            say::in_each(lang),
        ),
        counted(
            page,
            &all,
            ("way-abroad", say::abroad(lang)),
            By::Abroad,
            say::abroad_note(lang),
        ),
        over_time(page, &all),
    ]
}

/// One row: every entry with the delay.
pub fn spread(
    page: &Page,
    all: &[&Incident],
    id: &'static str,
    title: &'static str,
    delay: Delay,
) -> Chart {
    let mut row = delays(page, all, delay);
    row.count = say::of(page.lang, row.marks.len(), all.len());
    let mut notes = vec![
        say::known(page.lang, row.marks.len(), all.len()),
        say::median_is(page.lang, row.median),
    ];
    notes.extend(cut(page, std::slice::from_ref(&row)));
    Chart {
        id,
        title,
        notes,
        axis: Axis::Days,
        column: say::days(page.lang),
        rows: vec![row],
    }
}

/// How many ranges of some rows were cut off at 0.
fn cut(page: &Page, rows: &[Row]) -> Option<String> {
    let marks = rows.iter().flat_map(|row| &row.marks);
    let mut cut: Vec<&str> = marks.filter(|m| m.clipped).map(|m| m.id.as_str()).collect();
    sort_by_key(&mut cut, |id| *id);
    cut.dedup();
    say::clipped(page.lang, cut.len())
}

/// The days of silence, a row for each group.
fn grouped(
    page: &Page,
    all: &[&Incident],
    (id, title): (&'static str, &'static str),
    by: By,
    note: &str,
) -> Chart {
    let lang = page.lang;
    let Groups { mut groups, .. } = page.dataset.groups(all, by);
    let known = |incident: &Incident| page.dataset.silence(incident).is_some();
    if matches!(by, By::Country | By::Sector) {
        most_first(&mut groups, known);
    }
    let row = |group: &Group<'_>| {
        let mut row = delays(page, &group.entries, Delay::Silence);
        row.name = name(page, group.key);
        row.count = say::of(lang, row.marks.len(), group.entries.len());
        row.ask = Some(ask(page, group, by, &row.marks));
        row
    };
    let rows: Vec<Row> = groups.iter().map(row).collect();
    let drawn = all
        .iter()
        .filter(|i| known(i) && !page.dataset.keys(i, by).is_empty());
    let mut notes = vec![say::known(lang, drawn.count(), all.len()), note.to_owned()];
    notes.extend(cut(page, &rows));
    let bare = rows.iter().filter(|row| row.marks.is_empty()).count();
    notes.extend(say::without_marks(lang, bare));
    Chart {
        id,
        title,
        notes,
        axis: Axis::Days,
        column: say::days(lang),
        rows,
    }
}

/// How many entries are in each group, a mark for each.
fn counted(
    page: &Page,
    all: &[&Incident],
    (id, title): (&'static str, &'static str),
    by: By,
    note: &str,
) -> Chart {
    let lang = page.lang;
    let Groups {
        mut groups,
        ungrouped,
    } = page.dataset.groups(all, by);
    most_first(&mut groups, |_| true);
    let row = |group: &Group<'_>| {
        let mark = |(place, incident): (i32, &&Incident)| {
            let figure = figure(page, incident, by);
            mark(page, incident, figure, (place, place))
        };
        let mut row = Row {
            name: name(page, group.key),
            count: group.entries.len().to_string(),
            median: None,
            ask: None,
            marks: (0..).zip(&group.entries).map(mark).collect(),
        };
        row.ask = Some(ask(page, group, by, &row.marks));
        row
    };
    let known = match by {
        By::Abroad => all.iter().filter(|i| !i.pivots.is_empty()).count(),
        _ => all.len() - ungrouped,
    };
    let column = match by {
        By::Finder => say::says(lang),
        _ => words::way_in(lang),
    };
    Chart {
        id,
        title,
        notes: vec![say::known(lang, known, all.len()), note.to_owned()],
        axis: Axis::Entries,
        column,
        rows: groups.iter().map(row).collect(),
    }
}

/// What the table says of an entry in a chart that counts entries.
fn figure(page: &Page, incident: &Incident, by: By) -> String {
    match by {
        By::Finder => {
            let said = page.dataset.claims_about(incident).into_iter();
            let said = said.filter(|held| held.claim.question == Question::HowFound);
            let said: Vec<&str> = said.map(|held| held.claim.text.get(page.lang)).collect();
            said.join(" ")
        }
        _ => {
            let codes = page.dataset.entries_abroad(incident);
            let name = |code| page.dataset.country_name(code, page.lang);
            let names: Vec<&str> = codes.iter().map(name).collect();
            format::list(page.lang, &names)
        }
    }
}

/// The rungs, each entry at its disclosure.
fn over_time(page: &Page, all: &[&Incident]) -> Chart {
    let lang = page.lang;
    let Groups { groups, .. } = page.dataset.groups(all, By::Rung);
    let row = |group: &Group<'_>| {
        let dated = |incident: &&Incident| {
            let date: Date = page.dataset.disclosed(incident)?;
            let ends = (date.earliest().0, date.latest().0);
            Some(mark(page, incident, format::date(lang, &date), ends))
        };
        let mut marks: Vec<Mark> = group.entries.iter().filter_map(dated).collect();
        sort_by_key(&mut marks, |mark| mark.ends);
        let mut row = Row {
            name: name(page, group.key),
            count: say::of(lang, marks.len(), group.entries.len()),
            median: None,
            ask: None,
            marks,
        };
        row.ask = Some(ask(page, group, By::Rung, &row.marks));
        row
    };
    let known = all.iter().filter(|i| page.dataset.disclosed(i).is_some());
    Chart {
        id: "rungs-time",
        title: say::rungs(lang),
        notes: vec![
            say::known(lang, known.count(), all.len()),
            say::rungs_note(lang).to_owned(),
        ],
        axis: Axis::Time,
        column: say::disclosed(lang),
        rows: groups.iter().map(row).collect(),
    }
}

/// A row of all entries that have the delay, shortest first.
pub fn delays(page: &Page, all: &[&Incident], delay: Delay) -> Row {
    let known = all.iter().filter_map(|i| Some((*i, delay.of(page, i)?)));
    let known: Vec<(&Incident, DayRange)> = known.collect();
    let ranges: Vec<DayRange> = known.iter().map(|(_, range)| *range).collect();
    let one = |(incident, range): &(&Incident, DayRange)| {
        let days = format::days_long(page.lang, range);
        let figure = match range.clipped {
            true => say::cut(page.lang, days),
            false => days,
        };
        Mark {
            clipped: range.clipped,
            ..mark(page, incident, figure, (range.least, range.most))
        }
    };
    let mut marks: Vec<Mark> = known.iter().map(one).collect();
    sort_by_key(&mut marks, |mark| mark.ends);
    Row {
        name: String::new(),
        count: String::new(),
        median: median(&ranges),
        ask: None,
        marks,
    }
}

fn mark(page: &Page, incident: &Incident, figure: String, ends: (i32, i32)) -> Mark {
    Mark {
        id: incident.id.clone(),
        name: entry_text(page, incident),
        figure,
        ends,
        clipped: false,
        hollow: false,
    }
}

/// What a group is called.
fn name(page: &Page, key: Key) -> String {
    let lang = page.lang;
    match key {
        Key::Year(year) => year.to_string(),
        Key::Country(code) => page.dataset.country_name(&code, lang).to_owned(),
        Key::Sector(sector) => value_name(page, Field::Sector, sector.word()),
        Key::First(first) => say::first(lang, first).to_owned(),
        Key::Role(role) => vocabulary::role(lang, role).to_owned(),
        Key::Rung(rung) => vocabulary::rung(lang, rung).to_owned(),
        Key::Unattributed => vocabulary::not_attributed(lang).to_owned(),
    }
}

/// What a group asks for: its value, where a query can name it and finds these entries by it; else
/// the entries that are drawn.
fn ask(page: &Page, group: &Group<'_>, by: By, marks: &[Mark]) -> Ask {
    let value = |field: Field, value: &str| Ask::Value(field, value.to_owned());
    let these = || Ask::Entries(marks.iter().map(|mark| mark.id.clone()).collect());
    match group.key {
        Key::Year(year) => value(Field::Detected, &format!("{year:04}")),
        Key::Country(code) if by == By::Country => value(Field::VictimCountry, code.as_str()),
        Key::Country(code) => {
            // The field knows offices at home too.
            let at_home = |incident: &Incident| {
                let dataset = &page.dataset;
                dataset.entry_countries(incident).contains(&code)
                    && !dataset.entries_abroad(incident).contains(&code)
            };
            match entries(page).into_iter().any(at_home) {
                true => these(),
                false => value(Field::Office, code.as_str()),
            }
        }
        Key::Sector(sector) => value(Field::Sector, sector.word()),
        Key::Rung(rung) => value(Field::Rung, rung.word()),
        Key::Unattributed => value(Field::Rung, "none"),
        Key::First(_) | Key::Role(_) => these(),
    }
}
