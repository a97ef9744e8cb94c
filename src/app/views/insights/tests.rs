//! Every number of the Insights view beside the one worked out from the plain files of `data/`.

mod plain;

use super::chart::{Axis, Chart, Mark, Row};
use super::model::{charts, front};
use super::picture::plot;
use super::{counts, twin};
use crate::ask::Ask;
use crate::route::Route;
use crate::state::Page;
use crate::views::incident::tests::rendered;
use incidents::dataset::block;
use incidents::model::Lang;
use incidents::search::{Index, Query, Sort};
use plain::{Days, Ends, Entry};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use yew::Callback;

fn page(lang: Lang, query: &str) -> Page {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.block"));
    let mut dataset = block::decode(bytes).unwrap();
    dataset.remember();
    let results = Index::build(&dataset).search(&Query::parse(query), Sort::default());
    Page {
        dataset: Rc::new(dataset),
        results: Rc::new(results),
        basemap: Rc::default(),
        lang,
        route: Rc::new(Route {
            query: query.to_owned(),
            ..Route::default()
        }),
        unrolled: usize::MAX,
        tray: Rc::default(),
        dispatch: Callback::noop(),
    }
}

fn chart(page: &Page, id: &str) -> Rc<Chart> {
    charts(page).into_iter().find(|c| c.made.id == id).unwrap()
}

/// The text between the tags, as a reader has it.
fn words(make: impl FnOnce() -> yew::Html + Send + 'static) -> String {
    let text = rendered(make);
    let parts = text
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let text = parts.collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A row as a test has it: what it is called, how many of how many, the median, the marks by id.
type Plain = (
    String,
    String,
    Option<i32>,
    BTreeMap<String, (Ends, String)>,
);

fn shown(chart: &Chart) -> Vec<Plain> {
    let row = |row: &Row| {
        let mark = |m: &Mark| (m.id.to_string(), (m.ends, m.figure.clone()));
        let marks = row.marks.iter().map(mark).collect();
        (row.name.clone(), row.count.clone(), row.median, marks)
    };
    chart.rows.iter().map(row).collect()
}

/// A row of days worked out from some entries.
fn days_row(name: &str, entries: &[&Entry], days: fn(&Entry) -> Option<Days>) -> Plain {
    let known: BTreeMap<String, Days> = entries
        .iter()
        .filter_map(|e| Some((e.id.clone(), days(e)?)))
        .collect();
    let ends: Vec<Ends> = known.values().map(|d| d.ends).collect();
    let count = format!("{} of {}", known.len(), entries.len());
    let marks = known
        .iter()
        .map(|(id, d)| (id.clone(), (d.ends, plain::told(d))));
    (
        name.to_owned(),
        count,
        plain::median(&ends),
        marks.collect(),
    )
}

/// Groups of entries by plain words, an entry in each it has.
fn groups(
    entries: &[Entry],
    keys: impl Fn(&Entry) -> Vec<String>,
) -> BTreeMap<String, Vec<&Entry>> {
    let mut groups: BTreeMap<String, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        for key in keys(entry) {
            groups.entry(key).or_default().push(entry);
        }
    }
    groups
}

/// Groups in the order most known, most at all, key.
fn most_first(groups: BTreeMap<String, Vec<&Entry>>) -> Vec<(String, Vec<&Entry>)> {
    let mut groups: Vec<_> = groups.into_iter().collect();
    let known = |entries: &[&Entry]| entries.iter().filter(|e| e.silence.is_some()).count();
    groups.sort_by_key(|(_, e)| (std::cmp::Reverse(known(e)), std::cmp::Reverse(e.len())));
    groups
}

fn country(code: &str) -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/countries.json");
    let all: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    all[code]["en"].as_str().unwrap().to_owned()
}

/// A word of the data as a caption: its first letter large, spaces for hyphens.
fn caption(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + &rest.replace('-', " ")
}

const ROLES: [&str; 6] = [
    "company", "ministry", "press", "vendor", "dataset", "attacker",
];

fn place(list: &[&str], word: &str) -> usize {
    list.iter().position(|w| *w == word).unwrap()
}

#[test]
fn silence_and_dwell_of_all_are_those_of_the_files() {
    let (page, entries) = (page(Lang::En, ""), plain::entries());
    let all: Vec<&Entry> = entries.iter().collect();
    let silence = days_row("Entries", &all, |e| e.silence);
    assert_eq!(silence.3.len(), 43);
    assert_eq!(shown(&chart(&page, "silence-all")), [silence]);
    assert_eq!(
        shown(&chart(&page, "dwell-all")),
        [days_row("Entries", &all, |e| e.dwell)]
    );
}

#[test]
fn silence_by_year_is_that_of_the_files() {
    let (page, entries) = (page(Lang::En, ""), plain::entries());
    let groups = groups(&entries, |e| {
        let years = e
            .detected
            .map(|d| (plain::year_of(d.0), plain::year_of(d.1)));
        let one = years.filter(|(a, b)| a == b);
        one.map(|(year, _)| year.to_string()).into_iter().collect()
    });
    let rows: Vec<Plain> = groups
        .iter()
        .map(|(k, e)| days_row(k, e, |e| e.silence))
        .collect();
    assert_eq!(shown(&chart(&page, "silence-year")), rows);
}

#[test]
fn silence_by_country_and_by_sector_is_that_of_the_files() {
    let (page, entries) = (page(Lang::En, ""), plain::entries());
    let by_country = most_first(groups(&entries, |e| e.countries.iter().cloned().collect()));
    let row = |(code, e): &(String, Vec<&Entry>)| days_row(&country(code), e, |e| e.silence);
    let rows: Vec<Plain> = by_country.iter().map(row).collect();
    assert_eq!(shown(&chart(&page, "silence-country")), rows);
    let by_sector = most_first(groups(&entries, |e| e.sectors.iter().cloned().collect()));
    let row = |(word, e): &(String, Vec<&Entry>)| days_row(&caption(word), e, |e| e.silence);
    let rows: Vec<Plain> = by_sector.iter().map(row).collect();
    assert_eq!(shown(&chart(&page, "silence-sector")), rows);
}

#[test]
fn silence_by_who_spoke_first_is_that_of_the_files() {
    let (page, entries) = (page(Lang::En, ""), plain::entries());
    let groups = groups(&entries, |e| e.first.iter().cloned().collect());
    let mut groups: Vec<_> = groups.into_iter().collect();
    let order = [
        "company", "ministry", "press", "vendor", "dataset", "attacker", "together", "open",
    ];
    groups.sort_by_key(|(word, _)| place(&order, word));
    let name = |word: &str| match word {
        "together" => "Several, same day".to_owned(),
        "open" => "Order not certain".to_owned(),
        role => caption(role),
    };
    let row = |(word, e): &(String, Vec<&Entry>)| days_row(&name(word), e, |e| e.silence);
    let rows: Vec<Plain> = groups.iter().map(row).collect();
    assert_eq!(shown(&chart(&page, "silence-first")), rows);
}

#[test]
fn how_entries_were_found_and_the_ways_in_abroad_are_those_of_the_files() {
    let (page, entries) = (page(Lang::En, ""), plain::entries());
    let units = |groups: Vec<(String, Vec<&Entry>)>, name: &dyn Fn(&str) -> String| {
        let row = |(word, e): &(String, Vec<&Entry>)| {
            let ids: BTreeSet<String> = e.iter().map(|e| e.id.clone()).collect();
            (name(word), e.len().to_string(), ids)
        };
        groups.iter().map(row).collect::<Vec<_>>()
    };
    let drawn = |id: &str| {
        let row = |(name, count, _, marks): Plain| (name, count, marks.into_keys().collect());
        shown(&chart(&page, id))
            .into_iter()
            .map(row)
            .collect::<Vec<_>>()
    };
    let mut found: Vec<_> = groups(&entries, |e| e.finders.keys().cloned().collect())
        .into_iter()
        .collect();
    found.sort_by_key(|(role, e)| (std::cmp::Reverse(e.len()), place(&ROLES, role)));
    assert_eq!(drawn("how-found"), units(found, &caption));
    let said = shown(&chart(&page, "how-found"));
    for entry in entries.iter().filter(|e| !e.finders.is_empty()) {
        let text = entry
            .finders
            .values()
            .flatten()
            .cloned()
            .collect::<Vec<_>>()
            .join(" ");
        let told = said.iter().filter_map(|row| row.3.get(&entry.id));
        assert!(
            told.into_iter().all(|(_, figure)| *figure == text),
            "{}",
            entry.id
        );
    }
    let abroad = |e: &Entry| match e.countries.is_empty() {
        true => Vec::new(),
        false => e.offices.difference(&e.countries).cloned().collect(),
    };
    let mut ways: Vec<_> = groups(&entries, abroad).into_iter().collect();
    ways.sort_by_key(|(_, e)| std::cmp::Reverse(e.len()));
    assert_eq!(drawn("way-abroad"), units(ways, &country));
    let known = entries.iter().filter(|e| !e.offices.is_empty()).count();
    let told = format!("{known} of 129 entries known, {} unknown.", 129 - known);
    assert!(chart(&page, "way-abroad").note.starts_with(&told));
}

#[test]
fn rungs_over_time_are_those_of_the_files() {
    let (page, entries) = (page(Lang::En, ""), plain::entries());
    let order = [
        "press",
        "victim",
        "vendor",
        "government",
        "charges",
        "conviction",
        "own-claim",
        "coding",
        "none",
    ];
    let groups = groups(&entries, |e| {
        let mut keys: Vec<String> = e.rungs.iter().cloned().collect();
        if !e.rungs.iter().any(|r| order[..6].contains(&r.as_str())) {
            keys.push("none".to_owned());
        }
        keys
    });
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(word, _)| place(&order, word));
    let chart = chart(&page, "rungs-time");
    let drawn: Vec<(String, BTreeMap<String, Ends>)> = shown(&chart)
        .into_iter()
        .map(|(_, count, _, marks)| {
            (
                count,
                marks
                    .into_iter()
                    .map(|(id, (ends, _))| (id, ends))
                    .collect(),
            )
        })
        .collect();
    let row = |(_, e): &(String, Vec<&Entry>)| {
        let dated: BTreeMap<String, Ends> = e
            .iter()
            .filter_map(|e| Some((e.id.clone(), e.disclosed?)))
            .collect();
        (format!("{} of {}", dated.len(), e.len()), dated)
    };
    assert_eq!(drawn, groups.iter().map(row).collect::<Vec<_>>());
    let asked: Vec<Ask> = chart
        .rows
        .iter()
        .map(|row| row.ask.clone().unwrap())
        .collect();
    let words = |(word, _): &(String, _)| Ask::Value(incidents::search::Field::Rung, word.clone());
    assert_eq!(asked, groups.iter().map(words).collect::<Vec<_>>());
}

#[test]
fn counts_of_delays_are_those_of_the_files() {
    let days: Vec<Ends> = plain::entries()
        .iter()
        .filter_map(|e| Some(e.silence?.ends))
        .collect();
    let text = words(|| {
        let page = page(Lang::En, "");
        counts(&page, &chart(&page, "silence-all"))
    });
    let edges = [
        (0, 7),
        (8, 30),
        (31, 90),
        (91, 181),
        (182, 365),
        (366, 730),
        (731, 99_999),
    ];
    let mut expected = String::new();
    for (from, to) in edges {
        let within = days.iter().filter(|d| d.0 >= from && d.1 <= to).count();
        let touching = days.iter().filter(|d| d.1 >= from && d.0 <= to).count();
        let name = match to {
            99_999 => format!("≥ {from} days"),
            _ => format!("{from}–{to} days"),
        };
        let more = match touching - within {
            0 => String::new(),
            n => format!(" + {n} possible"),
        };
        if touching > 0 {
            expected += &format!("{name} {within}{more} ");
        }
    }
    assert_eq!(text, expected.trim_end());
}

#[test]
fn every_chart_says_how_many_are_known_and_unknown() {
    let (page, entries) = (page(Lang::En, ""), plain::entries());
    let count = |known: &dyn Fn(&Entry) -> bool| entries.iter().filter(|e| known(e)).count();
    for (id, known) in [
        ("silence-all", count(&|e| e.silence.is_some())),
        ("silence-year", count(&|e| e.silence.is_some())),
        (
            "silence-country",
            count(&|e| e.silence.is_some() && !e.countries.is_empty()),
        ),
        (
            "silence-sector",
            count(&|e| e.silence.is_some() && !e.sectors.is_empty()),
        ),
        (
            "silence-first",
            count(&|e| e.silence.is_some() && e.first.is_some()),
        ),
        ("dwell-all", count(&|e| e.dwell.is_some())),
        ("how-found", count(&|e| !e.finders.is_empty())),
        ("rungs-time", count(&|e| e.disclosed.is_some())),
    ] {
        let told = format!("{known} of 129 entries known, {} unknown.", 129 - known);
        assert!(chart(&page, id).note.starts_with(&told), "{id}");
    }
    let cut = count(&|e| e.silence.is_some_and(|d| d.cut));
    let told = chart(&page, "silence-all").note.clone();
    assert!(
        cut > 1 && told.contains(&format!("would allow less: {cut}.")),
        "{told}"
    );
}

#[test]
fn what_is_drawn_and_the_table_tell_the_same_in_the_same_order() {
    for lang in [Lang::En, Lang::Ja] {
        for place in 0..9 {
            let made = charts(&page(lang, "")).swap_remove(place);
            let picture = rendered(move || {
                let page = page(lang, "");
                let chart = charts(&page).swap_remove(place);
                plot(lang, &page.dispatch, &chart, 1300.0)
            });
            let table = rendered(move || {
                let page = page(lang, "");
                twin::table(&page, &charts(&page).swap_remove(place))
            });
            assert!(!picture.contains("style=") && !table.contains("style="));
            let (mut drawn, mut told) = (picture.as_str(), table.as_str());
            for mark in made.drawn().flat_map(|row| &row.marks) {
                let label = format!("{}: {}", mark.name, mark.figure)
                    .replace('&', "&amp;")
                    .replace('\'', "&#x27;");
                let at = drawn
                    .find(&label)
                    .unwrap_or_else(|| panic!("{label} is not drawn"));
                drawn = &drawn[at + label.len()..];
                let link = format!("#/incident/{}", mark.id);
                let at = told
                    .find(&link)
                    .unwrap_or_else(|| panic!("{link} is not told"));
                told = &told[at..];
            }
            for row in made.drawn().filter(|row| row.ask.is_some()) {
                let label = format!("{}: {}", row.name, row.figure(lang));
                assert!(picture.contains(&label), "{label}");
                assert!(
                    row.median
                        .is_none_or(|days| row.figure(lang).contains(&plain::figure(days)))
                );
            }
            for row in &made.rows {
                let cell = format!(
                    "{}</th>\n<td class=\"num\">{}</td>",
                    row.name,
                    row.figure(lang)
                );
                assert!(table.contains(&cell), "{cell}\n{table}");
            }
            let stops = made
                .drawn()
                .map(|row| row.marks.len() + usize::from(row.ask.is_some()));
            assert_eq!(
                picture.matches("role=\"button\"").count(),
                stops.sum::<usize>()
            );
            assert_eq!(
                picture.matches("tabindex=\"0\"").count(),
                1,
                "one stop for the Tab key"
            );
        }
    }
}

#[test]
fn what_a_row_asks_for_finds_the_entries_it_counts() {
    let all = page(Lang::En, "");
    for chart in charts(&all) {
        for row in chart.drawn().filter(|row| row.ask.is_some()) {
            let query = row.ask.as_ref().unwrap().narrowed("");
            let found = page(Lang::En, &query).results.hits.len();
            let counted: usize = row.count.rsplit(' ').next().unwrap().parse().unwrap();
            let listed = matches!(row.ask, Some(Ask::Entries(_)));
            let counted = if listed { row.marks.len() } else { counted };
            match chart.made.id {
                // A second detection in that year answers too, as the chart says.
                "silence-year" => assert!(found >= counted, "{query}"),
                _ => assert_eq!(found, counted, "{query}"),
            }
        }
    }
}

#[test]
fn a_date_wider_than_a_day_is_a_bar_and_one_day_a_dot() {
    let made = chart(&page(Lang::En, ""), "silence-all");
    assert_eq!(made.made.axis, Axis::Days);
    let of = |id: &str| {
        made.rows[0]
            .marks
            .iter()
            .find(|m| m.id.as_str() == id)
            .unwrap()
    };
    assert_eq!(of("khi-2020").ends, (200, 200));
    assert_eq!(of("nec-2016").ends, (914, 974));
    assert!(of("jae-2023").clipped && of("jae-2023").figure == "0–28 days, cut off at 0");
}

#[test]
fn the_front_page_fills_the_results_and_counts_the_others() {
    let query = "victim.country:JP disclosed:2020";
    let page = page(Lang::En, query);
    let made = front(&page);
    let entries = plain::entries();
    let found: BTreeSet<&str> = page.results.hits.iter().map(|id| id.as_str()).collect();
    let filled = |e: &&Entry| e.silence.is_some() && found.contains(e.id.as_str());
    let filled = entries.iter().filter(filled).count();
    let told = format!(
        "Filled: {filled} of {} results. Hollow: {} other entries.",
        found.len(),
        43 - filled
    );
    assert!(made.note.starts_with(&told), "{}", made.note);
    assert!(
        made.rows[0]
            .marks
            .iter()
            .all(|m| m.hollow != found.contains(m.id.as_str()))
    );
    let all: Vec<&Entry> = entries.iter().collect();
    assert_eq!(shown(&made), [days_row("Entries", &all, |e| e.silence)]);
}

#[test]
fn an_empty_chart_says_so_and_asks_nothing() {
    let made = charts(&page(Lang::En, "id:khi-2020"));
    assert_eq!(
        made.iter()
            .find(|c| c.made.id == "how-found")
            .unwrap()
            .rows
            .len(),
        1
    );
    let none = charts(&page(Lang::En, "id:codan-2011"));
    let found = none.iter().find(|c| c.made.id == "how-found").unwrap();
    assert!(found.drawn().next().is_none());
    assert!(found.note.starts_with("0 of 1 entries known, 1 unknown."));
}
