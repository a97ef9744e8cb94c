//! The comparison over the record: all claims of all entries, and what an address may name wrongly.

use super::super::tests::{markup, page, words};
use super::*;
use std::rc::Rc;

fn comparing(lang: Lang, ids: &str) -> Page {
    let (route, unknown) = Route::parse(&format!("#/compare?ids={ids}"));
    assert_eq!(unknown, Vec::<String>::new());
    let page = page(lang, "");
    let known = route.ids.iter().filter_map(|id| id.parse().ok());
    let known = known.filter(|id| page.dataset.incidents.contains_key(id));
    Page {
        tray: Rc::new(known.take(MOST_COMPARED).collect()),
        route: Rc::new(route),
        ..page
    }
}

#[test]
fn every_claim_stands_in_its_entry_s_column_with_its_claimant() {
    let page = comparing(Lang::En, "mitsubishi-electric-2019,nec-2016");
    let html = markup(compare(&page));
    let held: usize = chosen(&page)
        .iter()
        .flat_map(|i| page.dataset.claims_about(i))
        .filter(|h| !super::super::incident::ELSEWHERE.contains(&h.claim.question))
        .count();
    let claims = html.split("compare-claims").nth(1).unwrap();
    let claims = claims.split("compare-ways").next().unwrap();
    assert_eq!(claims.matches("data-stance=").count(), held);
    assert!(held > 60, "{held}");
    assert!(claims.contains("data-conflict=\"true\""));
    assert_eq!(html.matches("class=\"lane\"").count(), 2);
}

#[test]
fn where_nobody_spoke_that_is_said() {
    let page = comparing(Lang::En, "mitsubishi-electric-2019,lockheed-2011");
    let text = words(compare(&page));
    assert!(text.contains("No statement held"), "{text}");
    assert!(text.contains("No claim held"));
    let japanese = words(compare(&comparing(
        Lang::Ja,
        "mitsubishi-electric-2019,nec-2016",
    )));
    assert!(
        japanese.contains("記録なし") && japanese.contains("三菱電機"),
        "{japanese}"
    );
}

#[test]
fn ids_that_are_none_and_ids_too_many_are_told() {
    let ids = "nec-2016,nowhere-1999,Not%20one,khi-2020,mitsubishi-electric-2019,kobe-steel-2016,lockheed-2011";
    let text = words(compare(&comparing(Lang::En, ids)));
    assert!(
        text.contains("what is no entry here: nowhere-1999, Not one. It is left out."),
        "{text}"
    );
    assert!(
        text.contains("Four entries are compared at most. Left out: "),
        "{text}"
    );
    let none = words(compare(&comparing(Lang::En, "nowhere-1999")));
    assert!(none.contains("Nothing is laid aside yet."), "{none}");
    let one = words(compare(&comparing(Lang::En, "nec-2016")));
    assert!(one.contains("Add at least one more entry"), "{one}");
}

#[test]
fn the_permalink_names_the_entries_alone() {
    let page = comparing(Lang::En, "nec-2016,mitsubishi-electric-2019&q=tick&lang=ja");
    assert_eq!(
        permalink(&chosen(&page)),
        "#/compare?ids=nec-2016,mitsubishi-electric-2019"
    );
}

#[test]
fn a_source_in_common_names_who_cites_it_and_where() {
    let page = page(Lang::En, "");
    let all: Vec<&Incident> = page.dataset.incidents.values().collect();
    let common = incidents::dataset::shared::sources(&all);
    assert!(common.len() > 3, "{}", common.len());
    for shared in &common {
        assert!(shared.cited.len() > 1);
        for (at, n) in &shared.cited {
            let there = all[*at].sources[n - 1].url.shown().trim_end_matches('/');
            let here = shared.source.url.shown().trim_end_matches('/');
            assert_eq!(there.split('#').next(), here.split('#').next());
        }
    }
}
