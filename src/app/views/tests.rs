//! The views over the real data, rendered natively: what the page must get right about the five
//! incidents, in words a reader would see.

use super::lane::Calendar;
use super::{cards, incident, links, map, notice};
use crate::route::Route;
use crate::state::Page;
use futures::executor::block_on;
use incidents::Dataset;
use incidents::dataset::block;
use incidents::model::{Incident, Lang, Question, Role, Value};
use incidents::search::{Index, Query, Sort};
use std::rc::Rc;
use yew::prelude::*;

fn dataset() -> Dataset {
    block::decode(include_bytes!(concat!(env!("OUT_DIR"), "/dataset.block"))).unwrap()
}

/// A page of the record and a query's answer, everything drawn.
pub fn page(lang: Lang, query: &str) -> Page {
    let dataset = dataset();
    let results = Index::build(&dataset).search(&Query::parse(query), Sort::default());
    Page {
        dataset: Rc::new(dataset),
        results: Rc::new(results),
        basemap: Rc::default(),
        lang,
        route: Rc::new(Route::default()),
        unrolled: usize::MAX,
        tray: Rc::default(),
        dispatch: Callback::noop(),
    }
}

#[derive(PartialEq, Properties)]
struct ShowProps {
    html: Html,
}

#[component]
fn Show(props: &ShowProps) -> Html {
    props.html.clone()
}

/// What a view draws.
pub fn markup(html: Html) -> String {
    let props = ShowProps { html };
    block_on(
        yew::LocalServerRenderer::<Show>::with_props(props)
            .hydratable(false)
            .render(),
    )
}

/// The text between the tags, as a reader has it.
pub fn words(html: Html) -> String {
    let mut text = String::new();
    for part in markup(html).split('<') {
        let inner = part.split_once('>').map_or(part, |(_, inner)| inner);
        text.push_str(inner);
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn of<'a>(page: &'a Page, id: &str) -> &'a Incident {
    page.dataset.incidents.get(&id.parse().unwrap()).unwrap()
}

fn card(lang: Lang, id: &str) -> String {
    let page = page(lang, "");
    let incident = of(&page, id);
    let calendar = Calendar::of(&page.dataset, page.dataset.incidents.values());
    words(cards::card(&page, incident, calendar))
}

fn entry(id: &str) -> String {
    let page = page(Lang::En, "");
    words(incident::entry(&page, of(&page, id)))
}

#[test]
fn silence_is_shown_as_wide_as_it_is_known_in_both_languages() {
    for (id, en, ja) in [
        ("khi-2020", "200 days silent", "公表まで200日"),
        (
            "mitsubishi-electric-2019",
            "206 days silent",
            "公表まで206日",
        ),
        ("nec-2016", "914–974 days silent", "公表まで914〜974日"),
        (
            "kobe-steel-2016",
            "1,254–1,284 days silent",
            "公表まで1,254〜1,284日",
        ),
        ("pasco-2018", "616–646 days silent", "公表まで616〜646日"),
    ] {
        assert!(
            card(Lang::En, id).contains(en),
            "{id}: {}",
            card(Lang::En, id)
        );
        assert!(
            card(Lang::Ja, id).contains(ja),
            "{id}: {}",
            card(Lang::Ja, id)
        );
    }
    assert!(entry("kobe-steel-2016").contains("951–980 days from the"));
}

#[test]
fn kawasaki_was_entered_through_its_own_offices_and_is_not_attributed() {
    let text = card(Lang::En, "khi-2020");
    assert!(
        text.contains("Thailand, Indonesia, Philippines, United States → Japan"),
        "{text}"
    );
    assert!(text.contains("Not attributed"));
    let page = page(Lang::En, "");
    let khi = of(&page, "khi-2020");
    for pivot in &khi.pivots {
        let incidents::model::Waypoint::Office(office) = &pivot.from else {
            panic!("a pivot of Kawasaki starts at a place that is no office");
        };
        assert_eq!(office.organisation.as_str(), "kawasaki-heavy-industries");
    }
    let twin = words(map::twin::twin(&page, &[khi]));
    assert!(
        twin.contains("An office is where access passed through"),
        "{twin}"
    );
}

#[test]
fn the_undated_articles_start_and_the_companys_silence_about_it_stand_side_by_side() {
    let page = page(Lang::En, "");
    let khi = of(&page, "khi-2020");
    let began: Vec<_> = khi.answers(Question::Began).collect();
    assert!(
        began
            .iter()
            .any(|c| c.role == Role::Company && c.value.is_none())
    );
    assert!(
        began
            .iter()
            .any(|c| matches!(&c.value, Some(Value::Date(d)) if d.to_string() == "2019-09"))
    );
}

#[test]
fn mitsubishi_electrics_first_statement_keeps_its_place_and_says_what_overtook_it() {
    let text = entry("mitsubishi-electric-2019");
    assert!(text.contains("overtaken by"), "{text}");
    assert!(text.contains("almost eight months"));
    let page = page(Lang::En, "");
    let numbers: Vec<f64> = of(&page, "mitsubishi-electric-2019")
        .claims
        .iter()
        .filter_map(|c| match &c.value {
            Some(Value::Quantity(q)) => Some(q.amount),
            _ => None,
        })
        .collect();
    assert!(numbers.contains(&59.0), "{numbers:?}");
}

#[test]
fn kobe_steels_files_and_accesses_differ_in_unit_and_contradict() {
    let page = page(Lang::En, "");
    let kobe = of(&page, "kobe-steel-2016");
    let with_unit = |unit: &str| {
        let held = page.dataset.claims_about(kobe);
        let found = held.into_iter().find(|h| {
            matches!(&h.claim.value, Some(Value::Quantity(q)) if q.unit == unit && q.amount == 250.0)
                && !page.dataset.conflicts_with(h).is_empty()
        });
        found.is_some()
    };
    assert!(with_unit("files") && with_unit("accesses"));
}

#[test]
fn necs_own_count_and_the_rounded_one_both_stand() {
    let text = entry("nec-2016");
    assert!(text.contains("27,445") && text.contains("28,000"), "{text}");
    assert!(text.contains("Jun or Jul 2017") && text.contains("Dec 2016"));
}

#[test]
fn the_cve_rests_on_press_claims_and_cisa_listed_it_in_2021() {
    let page = page(Lang::En, "");
    let cve = Value::Cve("CVE-2019-18187".parse().unwrap());
    let held: Vec<Role> = of(&page, "mitsubishi-electric-2019")
        .claims
        .iter()
        .filter(|c| c.value.as_ref() == Some(&cve))
        .map(|c| c.role)
        .collect();
    assert!(
        !held.is_empty() && held.iter().all(|r| *r == Role::Press),
        "{held:?}"
    );
    let listed = page.dataset.vulnerabilities.values().next().unwrap();
    assert_eq!(
        listed.listed_by_cisa.as_ref().unwrap().to_string(),
        "2021-11-03"
    );
}

#[test]
fn tick_and_temptick_stand_apart() {
    let page = page(Lang::En, "");
    let text = words(links::table_of(&page));
    assert!(
        text.contains("Tick") && text.contains("Not attributed"),
        "{text}"
    );
    let tick = page.dataset.actors.get(&"tick".parse().unwrap()).unwrap();
    assert_eq!(tick.see_also.first().unwrap().as_str(), "temptick");
}

#[test]
fn an_empty_result_offers_what_to_drop_with_its_count() {
    let page = page(Lang::En, "kawasaki office:ID rung:conviction");
    let text = words(cards::no_match(&page));
    assert!(text.contains("Drop rung:conviction , 1 entry"), "{text}");
}

#[test]
fn what_of_a_link_was_not_understood_is_named() {
    let page = page(Lang::Ja, "");
    let text = words(notice::notice(
        &page,
        &["page".to_owned(), "sort".to_owned()],
    ));
    assert!(text.contains("page, sort"), "{text}");
}

#[test]
fn nothing_is_styled_inline_and_every_outside_link_is_a_web_address() {
    let page = page(Lang::En, "");
    for incident in page.dataset.incidents.values() {
        let html = markup(incident::entry(&page, incident));
        assert!(!html.contains(" style="), "{}", incident.id);
        for link in html.split("href=\"").skip(1) {
            assert!(
                link.starts_with("#/") || link.starts_with("http"),
                "{}",
                &link[..40]
            );
        }
    }
}
