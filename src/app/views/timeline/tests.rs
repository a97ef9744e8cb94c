//! The timeline over the real record, each number beside a plain reading of the files of `data/`.

use super::lanes::Lanes;
use super::live::{Live, Move, months_later};
use super::{day, group, head, twin};
use crate::route::{Chart, Route, chart};
use crate::state::Page;
use crate::views::incident::tests::rendered;
use geometry::Span;
use incidents::dataset::block;
use incidents::dataset::silent::LaneOrder;
use incidents::model::{Day, Lang};
use incidents::search::{Index, Query, Sort};
use serde_json::Value;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::{Callback, Reducible};

fn page(lang: Lang, address: &str) -> Page {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.block"));
    let dataset = block::decode(bytes).unwrap();
    let (route, unknown) = Route::parse(address);
    assert_eq!(unknown, Vec::<String>::new());
    let results = Index::build(&dataset).search(&Query::parse(&route.query), Sort::default());
    Page {
        dataset: Rc::new(dataset),
        results: Rc::new(results),
        basemap: Rc::default(),
        lang,
        route: Rc::new(route),
        unrolled: usize::MAX,
        tray: Rc::default(),
        dispatch: Callback::noop(),
    }
}

fn on(text: &str) -> Day {
    chart::day(text).unwrap()
}

/// The text between the tags of what is drawn, as a reader has it.
fn words(make: impl FnOnce() -> yew::Html + Send + 'static) -> String {
    let text = rendered(make);
    let parts = text
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let text = parts.collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn list_on(lang: Lang, text: &'static str) -> String {
    words(move || {
        let page = page(lang, "#/timeline");
        let lanes = Lanes::of(&page);
        let known = day::known(&page, &lanes.known);
        day::day_list(&page, &lanes, on(text), known)
    })
}

/// Both dates of an entry as its file gives them: the first and last day of each, by calendar
/// arithmetic of this test's own, and whether a mark says "about".
struct Plain {
    detected: Option<(i32, i32)>,
    disclosed: Option<(i32, i32)>,
    soft: bool,
}

fn plain_day(year: i32, month: i32, day: i32) -> i32 {
    let leap = |y: i32| y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
    let length = |y: i32, m: i32| match m {
        2 => 28 + i32::from(leap(y)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let years: i32 = (1970..year).map(|y| 365 + i32::from(leap(y))).sum();
    let months: i32 = (1..month).map(|m| length(year, m)).sum();
    years + months + day - 1
}

fn plain_ends(text: &str) -> (i32, i32) {
    let number = |t: &str| t.parse::<i32>().unwrap();
    let parts: Vec<&str> = text.trim_end_matches(['~', '?', '%']).split('-').collect();
    match parts.as_slice() {
        [y] => (
            plain_day(number(y), 1, 1),
            plain_day(number(y) + 1, 1, 1) - 1,
        ),
        [y, "12"] => (
            plain_day(number(y), 12, 1),
            plain_day(number(y) + 1, 1, 1) - 1,
        ),
        [y, m] => (
            plain_day(number(y), number(m), 1),
            plain_day(number(y), number(m) + 1, 1) - 1,
        ),
        [y, m, d] => {
            let day = plain_day(number(y), number(m), number(d));
            (day, day)
        }
        _ => panic!("{text} is no date"),
    }
}

/// Every entry, read from its file as plain JSON, without the types of the page.
fn plainly() -> BTreeMap<String, Plain> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/incidents");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let files: Vec<Value> = files
        .map(|path| serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
        .collect();
    let value = |home: &Value, reference: &str| {
        let (file, claim) = match reference.split_once('#') {
            Some((id, claim)) => (files.iter().find(|f| f["id"] == *id).unwrap(), claim),
            None => (home, reference),
        };
        let claims = file["claims"].as_array().unwrap();
        let found = claims.iter().find(|c| c["id"] == *claim).unwrap();
        found["value"]["date"].as_str().map(str::to_owned)
    };
    let dates = |file: &Value, milestone: &str| -> Vec<String> {
        let Some(claims) = file[milestone][0]["claims"].as_array() else {
            return Vec::new();
        };
        let texts = claims
            .iter()
            .filter_map(|c| value(file, c.as_str().unwrap()));
        let all = texts.flat_map(|t| {
            let bare = t.trim_matches(['[', ']']).to_owned();
            bare.split([',', '/'])
                .map(str::to_owned)
                .collect::<Vec<_>>()
        });
        all.collect()
    };
    let ends = |texts: &[String]| {
        let all: Vec<(i32, i32)> = texts.iter().map(|t| plain_ends(t)).collect();
        Some((
            all.iter().map(|e| e.0).min()?,
            all.iter().map(|e| e.1).max()?,
        ))
    };
    let entry = |file: &Value| {
        let (detected, disclosed) = (dates(file, "detected"), dates(file, "disclosed"));
        let both = detected.iter().chain(&disclosed);
        Plain {
            soft: both.into_iter().any(|t| t.ends_with(['~', '?', '%'])),
            detected: ends(&detected),
            disclosed: ends(&disclosed),
        }
    };
    files
        .iter()
        .map(|f| (f["id"].as_str().unwrap().to_owned(), entry(f)))
        .collect()
}

#[test]
fn on_19_january_2020_it_lists_five_with_how_long_so_far_and_when_they_told() {
    let text = list_on(Lang::En, "2020-01-19");
    assert!(
        text.contains("On 19 Jan 2020 5 had detected an incident"),
        "{text}"
    );
    assert!(text.contains("Japan 4, Italy 1"), "{text}");
    for told in [
        "Kobe Steel 1,236–1,266 days detected Aug 2016; told 6 Feb 2020, 18 days later",
        "Leonardo 1,083–1,113 days detected Jan 2017; told 5 Dec 2020, 321 days later",
        "NEC 902–962 days detected Jun or Jul 2017; told 31 Jan 2020, 12 days later",
        "Pasco 598–628 days detected May 2018; told 6 Feb 2020, 18 days later",
        "Mitsubishi Electric, 2019 205 days detected 28 Jun 2019; told 20 Jan 2020, 1 day later",
    ] {
        assert!(text.contains(told), "{told}\n{text}");
    }
    assert!(list_on(Lang::En, "2020-01-20").contains("On 20 Jan 2020 4 had"));
    let ja = list_on(Lang::Ja, "2020-01-19");
    assert!(ja.contains("2020年1月19日の時点 5 件が"), "{ja}");
    assert!(
        ja.contains("検知 2017年6月または7月、公表 2020年1月31日（12日後）"),
        "{ja}"
    );
}

#[test]
fn the_day_that_is_marked_first_is_that_one() {
    let page = page(Lang::En, "#/timeline");
    assert_eq!(Lanes::of(&page).busiest, on("2020-01-19"));
}

#[test]
fn every_day_counts_whom_a_plain_loop_over_the_files_counts() {
    let entries = plainly();
    let lanes = Lanes::of(&page(Lang::En, "#/timeline"));
    for at in plain_day(2005, 1, 1)..plain_day(2027, 1, 1) {
        let (mut certain, mut possible) = (0, 0);
        for entry in entries.values() {
            let (Some(detected), Some(disclosed)) = (entry.detected, entry.disclosed) else {
                continue;
            };
            if detected.1 <= at && at < disclosed.0 {
                certain += 1;
            } else if detected.0 <= at && at < disclosed.1 {
                possible += 1;
            }
        }
        let counted = lanes.counts(Day(at));
        assert_eq!(
            (counted.certain, counted.possible),
            (certain, possible),
            "{:?}",
            Day(at).civil()
        );
    }
}

#[test]
fn what_is_and_is_not_in_the_picture_is_what_the_files_hold() {
    let mut plain = [0; 5];
    for entry in plainly().values() {
        let place = match (entry.detected, entry.disclosed) {
            (Some(a), Some(b)) if a.0 == a.1 && b.0 == b.1 && !entry.soft => 0,
            (Some(_), Some(_)) => 1,
            (None, Some(_)) => 2,
            (Some(_), None) => 3,
            (None, None) => 4,
        };
        plain[place] += 1;
    }
    let lanes = Lanes::of(&page(Lang::En, "#/timeline"));
    let known = lanes.known;
    let told = [
        known.to_the_day,
        known.wider,
        known.no_detection,
        known.no_disclosure,
        known.neither,
    ];
    assert_eq!(told, plain);
    assert_eq!(known.all(), 129);
    assert_eq!(lanes.all.len(), known.both());
    let every = Lanes::of(&page(Lang::En, "#/timeline?lanes=all"));
    assert_eq!(every.all.len(), 129);
    let text = list_on(Lang::En, "2020-01-19");
    for (words, n) in [
        ("Both dates to the day", plain[0]),
        ("but no detection date", plain[2]),
        ("Neither date", plain[4]),
    ] {
        assert!(text.contains(&format!("{words} {n} ")), "{text}");
    }
}

#[test]
fn lanes_stand_in_the_order_that_was_chosen() {
    let entries = plainly();
    for order in LaneOrder::ALL {
        let lanes = Lanes::of(&page(
            Lang::En,
            &format!("#/timeline?order={}", order.word()),
        ));
        let key = |lane: &super::lanes::Lane| {
            let plain = &entries[lane.id.as_str()];
            let (from, to) = (plain.detected.unwrap(), plain.disclosed.unwrap());
            match order {
                LaneOrder::Detected => (from.0, String::new()),
                LaneOrder::Disclosed => (to.0, String::new()),
                LaneOrder::Silence => (
                    -((to.0 - from.1).max(0) + (to.1 - from.0).max(0)),
                    String::new(),
                ),
                LaneOrder::Country => (0, lane.kind.clone().unwrap_or("~".to_owned())),
            }
        };
        let keys: Vec<_> = lanes.all.iter().map(key).collect();
        assert!(keys.is_sorted(), "{order:?}: {keys:?}");
    }
}

#[test]
fn one_group_has_the_lanes_its_attributions_name_each_with_rung_and_source() {
    let lanes = Lanes::of(&page(Lang::En, "#/timeline?group=tick&lanes=all"));
    assert!(lanes.all.iter().any(|lane| lane.id.as_str() == "nec-2016"));
    assert!(lanes.all.iter().all(|lane| lane.kind.is_some()));
    let nec = lanes
        .all
        .iter()
        .find(|lane| lane.id.as_str() == "nec-2016")
        .unwrap();
    assert_eq!(nec.kind.as_deref(), Some("Press"));
    let (_, name, n) = lanes
        .groups
        .iter()
        .find(|(id, ..)| id.as_str() == "tick")
        .unwrap();
    assert_eq!((name.as_str(), *n), ("Tick", lanes.all.len()));
    let text = rendered(|| group::group(&page(Lang::En, "#/timeline?group=tick")));
    assert!(
        text.contains("#/incident/nec-2016?claim=tick-press"),
        "{text}"
    );
    assert!(
        text.contains("href=\"https://"),
        "a source is one click away: {text}"
    );
    let none = words(|| group::group(&page(Lang::En, "#/timeline")));
    assert!(none.contains("starts with any actor"), "{none}");
}

#[test]
fn the_table_holds_every_lane_with_all_its_dates_and_nothing_is_styled_inline() {
    let text = rendered(|| {
        let page = page(Lang::En, "#/timeline?lanes=all");
        twin::twin(&page, &Lanes::of(&page), usize::MAX, &Callback::noop())
    });
    assert_eq!(
        text.matches("<tr>").count(),
        130,
        "129 entries and the head"
    );
    assert!(text.contains("914–974") && text.contains("Jun or Jul 2017"));
    assert!(!text.contains("style="));
}

#[test]
fn keys_move_the_day_and_keep_it_in_the_calendar() {
    let limits = Span {
        from: f64::from(on("2009-01-01").0),
        to: f64::from(on("2025-01-01").0),
    };
    let live = Live::open(&Chart::default(), limits, on("2020-01-31"));
    let after = |keys: &[(&str, bool)]| {
        let press = |live: Rc<Live>, (key, shift): &(&str, bool)| {
            live.reduce(head::key(key, *shift).unwrap())
        };
        chart::iso(keys.iter().fold(Rc::new(live.clone()), press).day())
    };
    assert_eq!(after(&[("ArrowLeft", false)]), "2020-01-30");
    assert_eq!(
        after(&[("ArrowRight", true)]),
        "2020-02-29",
        "a shorter month ends sooner"
    );
    assert_eq!(
        after(&[("ArrowRight", true), ("ArrowRight", true)]),
        "2020-03-29"
    );
    assert_eq!(after(&[("PageDown", false)]), "2019-01-31");
    assert_eq!(
        after(&[("Home", false), ("ArrowLeft", false)]),
        "2009-01-01"
    );
    assert_eq!(after(&[("End", false), ("ArrowRight", true)]), "2024-12-31");
    assert!(
        head::key("a", false).is_none(),
        "other keys stay the page's"
    );
    assert_eq!(months_later(on("2020-01-31"), -11), on("2019-02-28"));
}

#[test]
fn what_the_hand_did_is_what_the_address_says_and_the_other_way_round() {
    let limits = Span {
        from: f64::from(on("2009-01-01").0),
        to: f64::from(on("2025-01-01").0),
    };
    let untouched = Chart {
        order: LaneOrder::Silence,
        ..Chart::default()
    };
    let live = Rc::new(Live::open(&untouched, limits, on("2020-01-19")));
    assert_eq!(
        live.chart(&untouched),
        untouched,
        "what nobody chose is not written"
    );
    let live = live.reduce(Move::Days(-1)).reduce(Move::ZoomAtMark(0.25));
    let written = live.chart(&untouched);
    assert_eq!(
        (written.day, written.order),
        (Some(on("2020-01-18")), LaneOrder::Silence)
    );
    let again = Live::open(&written, limits, on("2020-01-19"));
    assert_eq!(again.chart(&untouched), written);
    assert!(again.span().days() < limits.days() / 3.9);
    let far = Rc::new(again).reduce(Move::Day(on("2012-01-01")));
    assert!(
        far.span().holds(f64::from(on("2012-01-01").0)),
        "the marked day is kept in sight"
    );
    let all = far.reduce(Move::Show(None));
    assert_eq!((all.span(), all.chart(&untouched).span), (limits, None));
}
