//! Snapshots of an entry's page, and the small dataset that map and links are tested with too.

use super::*;
use crate::route::Route;
use expect_test::{Expect, expect};
use futures::executor::block_on;
use incidents::dataset::files::compile;
use incidents::dataset::source::File;
use incidents::model::Role;
use incidents::search::{Index, Query, Sort};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::ServerRenderer;

/// Two entries: one with everything, one with hardly anything.
pub fn page(lang: Lang) -> Page {
    let files = include_str!("sample.json");
    let files: BTreeMap<String, &RawValue> = serde_json::from_str(files).unwrap();
    let file = |(path, text): (String, &RawValue)| File {
        path,
        text: text.get().to_owned(),
    };
    let files: Vec<File> = files.into_iter().map(file).collect();
    let mut compiled = compile(&files);
    assert_eq!(compiled.findings, []);
    compiled.dataset.version = "test".to_owned();
    let results = Index::build(&compiled.dataset).search(&Query::default(), Sort::default());
    let points = [
        ("JP", [138.0, 37.0]),
        ("SG", [103.8, 1.3]),
        ("TH", [101.0, 15.0]),
    ];
    let level = geometry::basemap::Level {
        units_per_px: 4,
        outlines: [("JP".to_owned(), "M0 0l9 9z".into())].into(),
        ..Default::default()
    };
    let points = points.map(|(code, at)| (code.to_owned(), at));
    let basemap = geometry::Basemap::plain(level, points.into(), 153.0);
    Page {
        dataset: Rc::new(compiled.dataset),
        results: Rc::new(results),
        basemap: Rc::new(basemap),
        lang,
        route: Rc::new(Route::default()),
        unrolled: usize::MAX,
        tray: Rc::default(),
        dispatch: Callback::noop(),
    }
}

#[derive(PartialEq, Properties)]
struct ShownProps {
    html: Html,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    props.html.clone()
}

/// Some markup as text, a tag a line, without the marks that only hydration needs. It is made
/// within the renderer's thread.
pub fn rendered(make: impl FnOnce() -> Html + Send + 'static) -> String {
    let props = move || ShownProps { html: make() };
    let renderer = ServerRenderer::<Shown>::with_props(props).hydratable(false);
    block_on(renderer.render()).replace("><", ">\n<")
}

pub fn check(make: impl FnOnce() -> Html + Send + 'static, expected: Expect) {
    expected.assert_eq(&rendered(make));
}

fn maker(page: &Page) -> &Incident {
    page.dataset.incidents.values().next().unwrap()
}

fn yard(page: &Page) -> &Incident {
    page.dataset.incidents.values().next_back().unwrap()
}

/// The cell of one kind of claimant with some of the claims.
fn cell(lang: Lang, role: Role, ids: &[&str]) -> Html {
    let page = page(lang);
    let home = maker(&page);
    let find = |id: &&str| home.claims.iter().find(|c| c.id.as_str() == *id);
    let held = ids
        .iter()
        .filter_map(find)
        .map(|claim| Held { home, claim });
    let held: Vec<Held<'_>> = held.collect();
    ledger::cell(&page, home, role, &held.iter().collect::<Vec<_>>())
}

#[test]
fn a_cell_keeps_an_overtaken_claim_beside_the_one_that_overtook_it() {
    let shown = || cell(Lang::En, Role::Company, &["nothing", "some"]);
    check(
        shown,
        expect![[r##"
        <td data-conflict="false" data-role="company">
        <div id="claim-nothing" tabindex="-1" data-stance="denies" class="claim">
        <p>Nothing left.</p>
        <p class="when">Maker, 28 Dec 2020, <b>denies</b> <button type="button" class="cite">1</button> <a href="#/incident/maker-2020?claim=nothing" aria-label="Address of this claim" class="self">#</a>
        </p>
        <p class="mark-later">overtaken by <a href="#/incident/maker-2020?claim=some">Maker, 12 Feb 2021</a>
        </p>
        </div>
        <div id="claim-some" tabindex="-1" data-stance="corrects" class="claim">
        <p>Some files left.</p>
        <p class="when">Maker, 12 Feb 2021, <b>corrects</b> <button type="button" class="cite">1</button> <a href="#/incident/maker-2020?claim=some" aria-label="Address of this claim" class="self">#</a>
        </p>
        <p class="mark-later">overtakes <a href="#/incident/maker-2020?claim=nothing">Maker, 28 Dec 2020</a>
        </p>
        </div>
        </td>"##]],
    );
}

#[test]
fn a_cell_in_conflict_is_marked_and_leads_to_the_other_claim() {
    check(
        || cell(Lang::Ja, Role::Company, &["way-sg"]),
        expect![[r##"
            <td data-conflict="true" data-role="company">
            <div id="claim-way-sg" tabindex="-1" data-stance="asserts" class="claim">
            <p>シンガポールの拠点から。</p>
            <p class="when">製造、日付なし <button type="button" class="cite">1</button> <a href="#/incident/maker-2020?claim=way-sg" aria-label="この主張の番地" class="self">#</a>
            </p>
            <p class="mark-conflict">≠ 食い違う相手: <a href="#/incident/maker-2020?claim=way-one">
            <span lang="en">The Paper</span>
            </a>
            </p>
            </div>
            </td>"##]],
    );
}

#[test]
fn a_cell_without_a_claim_says_so() {
    check(
        || cell(Lang::En, Role::Ministry, &[]),
        expect![[r#"<td class="none">No statement held</td>"#]],
    );
}

#[test]
fn the_ladder_fills_only_rungs_with_claims_and_keeps_a_coding_beside() {
    let shown = || {
        let page = page(Lang::En);
        ladder::ladder(&page, maker(&page))
    };
    check(
        shown,
        expect![[r##"
            <ol class="ladder">
            <li data-rung="conviction" class="empty">
            <i aria-hidden="true">
            </i>
            <b>Conviction</b>
            <div>No claim held</div>
            </li>
            <li data-rung="charges" class="empty">
            <i aria-hidden="true">
            </i>
            <b>Charges</b>
            <div>No claim held</div>
            </li>
            <li data-rung="government" class="empty">
            <i aria-hidden="true">
            </i>
            <b>Government</b>
            <div>No claim held</div>
            </li>
            <li data-rung="vendor" class="empty">
            <i aria-hidden="true">
            </i>
            <b>Vendor</b>
            <div>No claim held</div>
            </li>
            <li data-rung="victim" class="empty">
            <i aria-hidden="true">
            </i>
            <b>Victim</b>
            <div>No claim held</div>
            </li>
            <li data-rung="press" class="held">
            <i aria-hidden="true">
            </i>
            <b>Press</b>
            <div>
            <div class="named">
            <b>
            <a href="#/actor/fox">Fox</a>
            </b>
            <div class="says">
            <p>
            <a href="#/incident/maker-2020?claim=who">People involved via The Paper</a>, 5 Jan 2021, suspects: Fox may be involved. <button type="button" class="cite">2</button>
            </p>
            </div>
            </div>
            </div>
            </li>
            <li class="aside">
            <i aria-hidden="true">
            </i>
            <b>Beside it</b>
            <div>
            <p class="kind">Dataset's coding</p>
            <div class="named">
            <b>A state group</b>
            <div class="says">
            <p>
            <a href="#/incident/maker-2020?claim=coded">Rows</a>: Codes a state group. <button type="button" class="cite">3</button>
            </p>
            </div>
            </div>
            <p class="note">Does not climb the ladder.</p>
            </div>
            </li>
            </ol>"##]],
    );
}

#[test]
fn an_entry_that_nobody_attributes_says_so() {
    let text = rendered(|| {
        let page = page(Lang::En);
        ladder::ladder(&page, yard(&page))
    });
    assert!(text.contains("Not attributed"), "{text}");
    assert_eq!(text.matches("No claim held").count(), 6);
}

#[test]
fn a_source_says_its_language_its_date_and_how_it_was_seen() {
    let shown = || {
        let page = page(Lang::En);
        sources::sources(&page, maker(&page))
    };
    check(
        shown,
        expect![[r##"
            <p class="lede">Links lead to other sites and open in a new tab.</p>
            <ol class="sources">
            <li id="source-1" tabindex="-1" value="1">
            <b>
            <a href="#/source/Maker">Maker</a>
            </b>, <cite lang="ja">お知らせ</cite>, 28 Dec 2020, in Japanese, page seen<a href="https://maker.example/n" target="_blank" rel="noopener noreferrer" class="url">
            <span>maker.example/n</span>
            </a>
            <a href="https://archive.example/n" target="_blank" rel="noopener noreferrer" class="url">Archived copy: <span>archive.example/n</span>
            </a>
            </li>
            <li id="source-2" tabindex="-1" value="2">
            <b>
            <a href="#/source/The%20Paper">The Paper</a>
            </b>, <cite>Article</cite>, no date in our copy, in English, page seen<a href="https://paper.example/a" target="_blank" rel="noopener noreferrer" class="url">
            <span>paper.example/a</span>
            </a>
            </li>
            <li id="source-3" tabindex="-1" value="3">
            <b>
            <a href="#/source/Rows">Rows</a>
            </b>, <cite>(row 1)</cite>, no date in our copy, dataset row seen<a href="https://rows.example/1" target="_blank" rel="noopener noreferrer" class="url">
            <span>rows.example/1</span>
            </a>
            </li>
            </ol>"##]],
    );
}

#[test]
fn the_figures_give_ranges_and_the_window_of_the_second_detection() {
    let shown = || {
        let page = page(Lang::En);
        figures(&page, maker(&page))
    };
    check(
        shown,
        expect![[r#"
        <dl class="facts">
        <div>
        <dt>Silence, detection to disclosure</dt>
        <dd class="silent">181–210 days<small>detection to the month, disclosure to the day</small>
        <small>149 days from the second intrusion</small>
        </dd>
        </div>
        <div>
        <dt>Attribution, rungs held</dt>
        <dd>Press<small>no claim held: victim, vendor, government, charges, conviction</small>
        </dd>
        </div>
        <div>
        <dt>Entry</dt>
        <dd>
        <p class="route">
        <svg viewBox="0 0 16 16" aria-hidden="true" class="icon">
        <path d="M3 13.5v-11h6v11M9 6.5h4v7M2 13.5h12M5 5h2M5 7.5h2M5 10h2">
        </path>
        </svg>Thailand, Singapore → Japan</p>
        </dd>
        </div>
        <div>
        <dt>Claims on record</dt>
        <dd>12 claims, 3 sources<small>2 sources carry no date in our copy</small>
        </dd>
        </div>
        <div>
        <dt>Evidence</dt>
        <dd>2 pages seen, 1 dataset row</dd>
        </div>
        <div>
        <dt>Points in dispute</dt>
        <dd class="conflicts">1 point<small>marked ≠ in the ledger</small>
        </dd>
        </div>
        </dl>"#]],
    );
}

#[test]
fn each_claim_has_one_address_on_the_page_and_nothing_an_inline_style() {
    let text = rendered(|| {
        let page = page(Lang::En);
        entry(&page, maker(&page))
    });
    for claim in &maker(&page(Lang::En)).claims {
        let id = format!("id=\"claim-{}\"", claim.id);
        assert_eq!(text.matches(&id).count(), 1, "{id}");
    }
    assert!(!text.contains("style="));
}

#[test]
fn related_entries_are_shown_from_both_sides() {
    for find in [maker, yard] {
        let text = rendered(move || {
            let page = page(Lang::En);
            sources::related(&page, find(&page)).unwrap_or_default()
        });
        assert!(text.contains("Same paper."), "{text}");
    }
}

#[test]
fn who_spoke_first_comes_first_and_who_said_nothing_is_named() {
    let shown = || {
        let page = page(Lang::En);
        story::first_words(&page, maker(&page))
    };
    check(
        shown,
        expect![[r##"
        <p class="lede">The first dated statement of each kind of speaker that is on record. Dates come from the statement, else from the earliest source that holds it.</p>
        <ol class="voices">
        <li data-role="company">
        <p class="voice">
        <span data-role="company" class="by">
        <i aria-hidden="true">
        <span>C</span>
        </i>
        <span>Company</span>
        </span>
        <b>28 Dec 2020</b>
        </p>
        <p class="lag">first on record</p>
        <div class="says">
        <p>
        <a href="#/incident/maker-2020?claim=began">Maker</a>, 28 Dec 2020: It began in May. <button type="button" class="cite">1</button>
        </p>
        </div>
        </li>
        <li data-role="press">
        <p class="voice">
        <span data-role="press" class="by">
        <i aria-hidden="true">
        <span>P</span>
        </i>
        <span>Press</span>
        </span>
        <b>5 Jan 2021</b>
        </p>
        <p class="lag">8 days later</p>
        <div class="says">
        <p>
        <a href="#/incident/maker-2020?claim=who">People involved via The Paper</a>, 5 Jan 2021, suspects: Fox may be involved. <button type="button" class="cite">2</button>
        </p>
        </div>
        </li>
        <li data-role="ministry">
        <p class="voice">
        <span data-role="ministry" class="by">
        <i aria-hidden="true">
        <span>M</span>
        </i>
        <span>Ministry</span>
        </span>
        </p>
        <p class="quiet">No statement held</p>
        </li>
        </ol>"##]],
    );
}

#[test]
fn an_account_tells_its_answers_in_order_with_what_differs() {
    let shown = || {
        let page = page(Lang::En);
        let accounts = page.dataset.accounts(maker(&page));
        story::accounts(&page, &accounts, maker(&page))
    };
    check(
        shown,
        expect![[r##"
        <p class="lede">Answers to one question that overtake or contradict one another, in the order they were given.</p>
        <section class="account">
        <h3>What was taken?</h3>
        <p class="note">2 answers; 1 overtakes an earlier one</p>
        <svg width="100%" height="56" aria-hidden="true" class="strip sequence">
        <line x1="0%" y1="22" x2="100%" y2="22" class="tick">
        </line>
        <line x1="0%" y1="22" x2="0%" y2="26" class="tick">
        </line>
        <line x1="23.3%" y1="22" x2="23.3%" y2="32" class="tick">
        </line>
        <text x="23.3%" y="38" class="axis">2021</text>
        <line x1="46.6%" y1="22" x2="46.6%" y2="26" class="tick">
        </line>
        <line x1="67.6%" y1="22" x2="67.6%" y2="26" class="tick">
        </line>
        <line x1="90.9%" y1="22" x2="90.9%" y2="26" class="tick">
        </line>
        <text x="90.9%" y="38" class="axis quarter">Apr</text>
        <g data-role="company" class="said">
        <line x1="20.7%" y1="26" x2="20.7%" y2="36" class="lead">
        </line>
        <line x1="20.7%" y1="36" x2="0%" y2="48" class="lead">
        </line>
        <line x1="0%" y1="48" x2="0%" y2="56" class="lead">
        </line>
        <rect x="20.7%" y="17" width="10" height="10" rx="2" transform="translate(-5)" class="day">
        </rect>
        </g>
        <g data-role="company" class="said">
        <line x1="55.2%" y1="26" x2="55.2%" y2="36" class="lead">
        </line>
        <line x1="55.2%" y1="36" x2="50%" y2="48" class="lead">
        </line>
        <line x1="50%" y1="48" x2="50%" y2="56" class="lead">
        </line>
        <rect x="55.2%" y="17" width="10" height="10" rx="2" transform="translate(-5)" class="day">
        </rect>
        </g>
        </svg>
        <ol class="answers abreast">
        <li data-role="company">
        <p class="voice">
        <b>28 Dec 2020</b>
        <span data-role="company" class="by">
        <i aria-hidden="true">
        <span>C</span>
        </i>
        <span>Company</span>
        </span>
        </p>
        <p class="who">
        <a href="#/incident/maker-2020?claim=nothing">Maker</a> denies</p>
        <p class="text">Nothing left. <button type="button" class="cite">1</button>
        </p>
        </li>
        <li data-role="company">
        <p class="voice">
        <b>12 Feb 2021</b>
        <span data-role="company" class="by">
        <i aria-hidden="true">
        <span>C</span>
        </i>
        <span>Company</span>
        </span>
        </p>
        <p class="who">
        <a href="#/incident/maker-2020?claim=some">Maker</a> <mark>corrects</mark>
        </p>
        <p class="text">Some files left. <button type="button" class="cite">1</button>
        </p>
        <p class="since">46 days after the first answer</p>
        <p class="change">
        <b>denies → corrects</b>, overtakes its own answer: <a href="#/incident/maker-2020?claim=nothing">Maker, 28 Dec 2020</a>
        </p>
        </li>
        </ol>
        </section>"##]],
    );
}

#[test]
fn the_contents_name_every_section_once_and_each_is_there() {
    for find in [maker, yard] {
        let text = rendered(move || {
            let page = page(Lang::En);
            entry(&page, find(&page))
        });
        let sections = text.matches("class=\"block\"").count();
        let items = text.matches("class=\"link\"").count();
        // Once in the row, once in the menu of a narrow window.
        assert_eq!(items, 2 * sections, "{text}");
        for id in [
            "part-dates",
            "part-voices",
            "part-ledger",
            "part-sources",
            "part-cite",
        ] {
            assert_eq!(text.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
        }
    }
    let thin = rendered(|| {
        let page = page(Lang::En);
        entry(&page, yard(&page))
    });
    assert!(
        !thin.contains("part-story") && !thin.contains("part-flaws"),
        "{thin}"
    );
}

#[test]
fn the_claim_of_the_address_is_marked_and_cited() {
    let mut page = page(Lang::En);
    page.route = Rc::new(Route::parse("#/incident/maker-2020?claim=some&q=x&lang=ja").0);
    let cited = cite::citation(&page, maker(&page), "https://a.example/");
    assert_eq!(cited.key, "maker-2020#some");
    assert_eq!(
        cited.address,
        "https://a.example/#/incident/maker-2020?claim=some"
    );
    let said = cited.claim.unwrap();
    assert_eq!(
        (said.by.as_str(), said.text.as_str()),
        ("Maker", "Some files left.")
    );
    assert!(
        said.sources.iter().all(|s| s.contains("https://")),
        "{said:?}"
    );
    let text = rendered(move || {
        let mut page = tests::page(Lang::En);
        page.route = Rc::new(Route::parse("#/incident/maker-2020?claim=some").0);
        entry(&page, maker(&page))
    });
    // In the table, and in the thread of a narrow window.
    assert_eq!(text.matches("aria-current=\"true\"").count(), 2);
    assert!(text.contains("Cite this claim"));
}

#[test]
fn a_disputed_point_has_a_row_of_its_own_apart_from_the_rest() {
    let text = rendered(|| {
        let page = page(Lang::En);
        ledger::ledger(&page, maker(&page))
    });
    let rows = text.matches("scope=\"row\"").count();
    let disputed = text.matches("≠ In dispute").count();
    assert!(disputed > 0 && rows > disputed, "{text}");
    // A cell of the rest is shaded only where its claim conflicts with another question's.
    let table = text.split("class=\"as-thread\"").next().unwrap_or_default();
    for row in table.split("scope=\"row\"").skip(1) {
        let row = row.split("</tr>").next().unwrap_or_default();
        let shaded = row.contains("data-conflict=\"true\"");
        assert!(shaded == row.contains("mark-conflict"), "{row}");
        assert!(shaded || !row.contains("In dispute"), "{row}");
    }
}
