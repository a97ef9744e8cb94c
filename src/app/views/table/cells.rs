//! What stands in a cell: as wide as it is known, contested values all of them, unknown as such.

use super::super::parts::{entry_text, named, rung_glyph, rung_words};
use crate::markup::html;
use crate::messages::{format, incident as entry, story, table as say, vocabulary, words};
use crate::state::Page;
use incidents::dataset::grid::Column;
use incidents::model::{Incident, Question};
use incidents::search::Field;
use yew::Html;

/// A cell, before it is drawn or copied.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// The value as a reader knows it.
    pub text: String,
    /// How wide it is known.
    pub width: Option<String>,
    /// What else is given.
    pub beside: Vec<String>,
    /// Sources disagree.
    pub contested: bool,
    /// Nothing is known: the text says so.
    pub unknown: bool,
}

impl Cell {
    fn known(text: String) -> Cell {
        Cell {
            text,
            ..Cell::default()
        }
    }

    fn unknown(text: &str) -> Cell {
        Cell {
            text: text.to_owned(),
            unknown: true,
            ..Cell::default()
        }
    }

    fn list(page: &Page, items: &[&str], none: &str) -> Cell {
        match items.is_empty() {
            true => Cell::unknown(none),
            false => Cell::known(format::list(page.lang, items)),
        }
    }

    /// All of it in one line of text.
    pub fn plain(&self, page: &Page) -> String {
        let mut all = self.text.clone();
        let disagree = self.contested.then(|| say::disagree(page.lang).to_owned());
        for part in self.beside.iter().cloned().chain(disagree) {
            all.push_str("; ");
            all.push_str(&part);
        }
        all
    }
}

/// Whether a column holds figures.
pub fn is_number(column: Column) -> bool {
    use Column::{Claims, Disputes, Dwell, Silence, Sources};
    matches!(column, Silence | Dwell | Sources | Claims | Disputes)
}

/// An entry's cell in a column.
pub fn cell(page: &Page, incident: &Incident, column: Column) -> Cell {
    let (lang, dataset) = (page.lang, &page.dataset);
    let count = |n: usize| Cell::known(format::count(i32::try_from(n).unwrap_or(i32::MAX)));
    let countries = |codes: Vec<_>, none| {
        let names = codes.iter().map(|c| dataset.country_name(c, lang));
        Cell::list(page, &names.collect::<Vec<_>>(), none)
    };
    let cell = match column {
        Column::Entry => Cell::known(entry_text(page, incident)),
        Column::What => Cell::known(incident.title.get(lang).to_owned()),
        Column::Country => countries(dataset.victim_countries(incident), words::not_stated(lang)),
        Column::Sector => {
            let named = |word: &str| vocabulary::value(lang, Field::Sector, word);
            let names = dataset.sectors(incident).into_iter();
            let names: Vec<&str> = names.map(|w| named(w).unwrap_or(w)).collect();
            Cell::list(page, &names, words::not_stated(lang))
        }
        Column::Began => date(page, incident, Question::Began),
        Column::Detected => date(page, incident, Question::Detected),
        Column::Disclosed => date(page, incident, Question::Disclosed),
        Column::Silence => silence(page, incident),
        Column::Dwell => match dataset.dwell(incident) {
            Some(range) => Cell::known(format::days(lang, &range)),
            None => Cell::unknown(story::not_known(lang)),
        },
        Column::Office => {
            let none = words::no_entry_office(lang);
            countries(dataset.entry_countries(incident), none)
        }
        Column::Rungs => Cell {
            unknown: incident.rungs().is_empty(),
            ..Cell::known(rung_words(lang, incident))
        },
        Column::Groups => groups(page, incident),
        Column::Sources => count(incident.sources.len()),
        Column::Claims => count(dataset.claims_about(incident).len()),
        Column::Disputes => count(dataset.points(incident)),
        Column::Id => Cell::known(incident.id.to_string()),
    };
    Cell {
        contested: dataset.is_contested(incident, column),
        ..cell
    }
}

/// Every occurrence, then every other date that is given.
fn date(page: &Page, incident: &Incident, question: Question) -> Cell {
    let lang = page.lang;
    let given = page.dataset.given(incident, question);
    let mut cell = match given.first() {
        Some(first) => Cell::known(format::date(lang, first)),
        None => Cell::unknown(words::not_published(lang)),
    };
    cell.width = given.first().map(|d| format::precision(lang, d).to_owned());
    let again = given.dates.iter().skip(1);
    let again = again.map(|d| say::again(lang, &format::date(lang, d)));
    cell.beside.extend(again);
    let others: Vec<String> = given.beside.iter().map(|d| format::date(lang, d)).collect();
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    if !others.is_empty() {
        let list = format::list(lang, &others);
        cell.beside.push(say::also_given(lang, &list));
    }
    cell
}

/// The silence, and the windows from further detections.
fn silence(page: &Page, incident: &Incident) -> Cell {
    let lang = page.lang;
    let Some(range) = page.dataset.silence(incident) else {
        return Cell::unknown(story::not_known(lang));
    };
    let mut cell = Cell::known(format::days(lang, &range));
    for (milestone, range) in page.dataset.later_silences(incident) {
        let label = milestone.label.as_ref().map(|l| l.get(lang));
        let label = label.unwrap_or(entry::second_window(lang));
        let days = format::days(lang, &range);
        cell.beside.push(words::from_label(lang, &days, label));
    }
    cell
}

/// Everyone who is named, each with the rungs on which that is done.
fn groups(page: &Page, incident: &Incident) -> Cell {
    let lang = page.lang;
    let mut all: Vec<(String, Vec<&'static str>)> = Vec::new();
    for attribution in &incident.attributions {
        let (name, rung) = (
            named(page, attribution),
            vocabulary::rung(lang, attribution.rung),
        );
        match all.iter_mut().find(|(known, _)| *known == name) {
            Some((_, rungs)) if rungs.contains(&rung) => {}
            Some((_, rungs)) => rungs.push(rung),
            None => all.push((name, vec![rung])),
        }
    }
    let said = all.iter().map(|(name, rungs)| {
        let rungs = format::list(lang, rungs);
        format!("{name}: {rungs}")
    });
    let said: Vec<String> = said.collect();
    match said.is_empty() {
        true => Cell::unknown(vocabulary::not_attributed(lang)),
        false => Cell::known(said.join("; ")),
    }
}

/// A cell of the table, drawn.
pub fn drawn(page: &Page, incident: &Incident, column: Column) -> Html {
    let shown = cell(page, incident, column);
    let class = match (is_number(column), shown.unknown) {
        (true, true) => Some("num quiet"),
        (true, false) => Some("num"),
        (false, true) => Some("quiet"),
        (false, false) => None,
    };
    html! {
        <td {class} data-column={column.word()}>
            if column == Column::Rungs && !shown.unknown { { rung_glyph(incident) } }
            {shown.text}
            if let Some(width) = shown.width { <small>{width}</small> }
            { for shown.beside.into_iter().map(|text| html! { <small class="beside">{text}</small> }) }
            if shown.contested { <b class="mark-conflict">{say::disagree(page.lang)}</b> }
        </td>
    }
}
