//! The table over the record and over a small dataset: order, cells and what is copied.

use super::super::incident::tests::{check, page as small};
use super::super::tests::{markup, page, words};
use super::*;
use crate::route::Route;
use expect_test::expect;
use incidents::model::Lang;

fn with(page: Page, fragment: &str) -> Page {
    let (route, unknown) = Route::parse(fragment);
    assert_eq!(unknown, Vec::<String>::new());
    Page {
        route: Rc::new(route),
        ..page
    }
}

fn copied(fragment: &str) -> String {
    let page = with(page(Lang::En, ""), fragment);
    text(&page, &Rc::new(ordered(&page)))
}

/// A column's cells in the order of the rows.
fn column(fragment: &str, at: usize) -> Vec<String> {
    let cell = |line: &str| line.split('\t').nth(at).unwrap().to_owned();
    copied(fragment).lines().skip(1).map(cell).collect()
}

#[test]
fn dates_go_by_their_range_and_unknown_is_last_both_ways() {
    for (fragment, descending) in [
        ("#/table?sort=detected", false),
        ("#/table?sort=-detected", true),
    ] {
        let page = with(page(Lang::En, ""), fragment);
        let rows = ordered(&page);
        assert_eq!(rows.len(), page.results.hits.len());
        let dates = rows.iter().map(|id| {
            page.dataset
                .detected(page.dataset.incidents.get(id).unwrap())
        });
        let dates: Vec<_> = dates.collect();
        let known = dates.iter().filter(|d| d.is_some()).count();
        assert!(known > 40 && known < dates.len());
        assert!(
            dates.iter().take(known).all(Option::is_some),
            "unknown comes last"
        );
        let ranges = dates
            .iter()
            .flatten()
            .map(|d| (d.earliest(), d.latest().0 - d.earliest().0));
        let ranges: Vec<_> = ranges.collect();
        let mut sorted = ranges.clone();
        sorted.sort_unstable();
        if descending {
            sorted.reverse();
        }
        assert_eq!(ranges, sorted);
    }
}

#[test]
fn what_is_equal_keeps_the_order_of_the_results_both_ways() {
    let page = with(page(Lang::En, ""), "#/table?sort=-rungs");
    let none = |id: &&IncidentId| page.dataset.incidents.get(id).unwrap().rungs().is_empty();
    let unattributed: Vec<_> = page.results.hits.iter().filter(none).collect();
    let rows = ordered(&page);
    assert!(unattributed.len() > 5);
    assert!(rows.iter().filter(none).eq(unattributed.iter().copied()));
    let press_only = |id: &&IncidentId| {
        page.dataset.incidents.get(id).unwrap().rungs() == [incidents::model::Rung::Press]
    };
    let hits: Vec<_> = page.results.hits.iter().filter(press_only).collect();
    assert!(hits.len() > 1);
    assert!(rows.iter().filter(press_only).eq(hits));
}

#[test]
fn a_contested_value_says_so_and_names_all() {
    let line = copied("#/table?cols=entry,detected,disclosed,silence,groups");
    let of = |name: &str| {
        line.lines()
            .find(|l| l.starts_with(name))
            .unwrap()
            .to_owned()
    };
    let nec = of("NEC, 2016");
    assert!(
        nec.contains("Jun or Jul 2017; ") && nec.contains("≠ sources disagree"),
        "{nec}"
    );
    assert!(nec.contains("914–974"), "{nec}");
    let kawasaki = of("Kawasaki Heavy Industries, 2020");
    assert!(
        kawasaki.contains("28 Dec 2020; also given: 29 Dec 2020; ≠ sources disagree"),
        "{kawasaki}"
    );
}

#[test]
fn unknown_is_told_and_no_cell_is_empty() {
    let all: Vec<&str> = Column::ALL.iter().map(|c| c.word()).collect();
    let text = copied(&format!("#/table?cols={}", all.join(",")));
    assert_eq!(text.lines().count(), 130);
    for line in text.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(cells.len(), Column::ALL.len(), "{line}");
        assert!(cells.iter().all(|cell| !cell.is_empty()), "{line}");
    }
    assert!(
        column("#/table?cols=detected", 1)
            .iter()
            .any(|c| c == "Not published")
    );
}

#[test]
fn cells_that_begin_like_a_formula_are_guarded() {
    let mut dataset = incidents::Dataset::clone(&page(Lang::En, "").dataset);
    let id = "nec-2016".parse().unwrap();
    dataset.incidents.change(&id, |i| {
        i.title = serde_json::from_str(r#"{"en": "=1+1", "ja": "＝1"}"#).unwrap();
    });
    let page = Page {
        dataset: Rc::new(dataset),
        ..with(page(Lang::En, ""), "#/table?cols=what")
    };
    let text = text(&page, &Rc::new(vec![id]));
    assert_eq!(text, "Entry\tWhat happened\nNEC, 2016\t'=1+1\n");
}

#[test]
fn rows_are_numbered_and_headings_say_how_they_sort() {
    let page = with(page(Lang::Ja, ""), "#/table?sort=-disclosed");
    let shown = markup(table(&page));
    assert!(shown.contains("aria-rowcount=\"130\""));
    assert_eq!(shown.matches("aria-sort=\"descending\"").count(), 1);
    assert_eq!(
        shown.matches("<th scope=\"row\">").count(),
        129,
        "on paper all rows are drawn"
    );
    assert!(shown.contains("aria-rowindex=\"130\"") && !shown.contains("aria-rowindex=\"131\""));
    let few = markup(table(&Page {
        unrolled: 12,
        ..page
    }));
    assert_eq!(few.matches("<th scope=\"row\">").count(), 2 * CHUNK);
    assert!(
        words(table(&with(
            super::super::tests::page(Lang::En, "kind:insider kind:leak"),
            "#/table"
        )))
        .contains("No entry matches")
    );
}

#[test]
fn a_row_shows_width_and_what_else_is_given() {
    check(
        || {
            let page = with(
                small(Lang::En),
                "#/table?cols=began,detected,disclosed,silence",
            );
            let incident = page.dataset.incidents.values().next().unwrap();
            row(&page, incident, 0)
        },
        expect![[r##"
            <tr aria-rowindex="2">
            <th scope="row">
            <span>
            <a id="row-0" href="#/incident/maker-2020">Maker, 2020</a>
            <button type="button" aria-pressed="false" aria-label="Compare Maker, 2020" class="pick small">
            <i aria-hidden="true">
            </i>
            </button>
            </span>
            </th>
            <td data-column="began">May 2020<small>month</small>
            </td>
            <td data-column="detected">Jun 2020<small>month</small>
            <small class="beside">again 1 Aug 2020</small>
            </td>
            <td data-column="disclosed">28 Dec 2020<small>day</small>
            </td>
            <td data-column="silence" class="num">181–210<small class="beside">149 days from the second intrusion</small>
            </td>
            </tr>"##]],
    );
}
