//! Snapshots of what stands around an entry: card, facets, an empty result, notices and faults.

use super::super::incident::tests::{check, page, rendered};
use super::super::{broken, facets, notice, search};
use super::*;
use crate::route::Route;
use expect_test::expect;
use incidents::model::Lang;
use incidents::search::{Facet, FacetValue, Field, Index, Query};
use std::rc::Rc;

fn first(page: &Page, draw: impl Fn(&Incident, Calendar) -> Html) -> Html {
    let incident = page.dataset.incidents.values().next().unwrap();
    draw(
        incident,
        Calendar::of(&page.dataset, [incident].into_iter()),
    )
}

#[test]
fn a_card_says_what_how_wide_and_who() {
    check(
        || {
            let page = page(Lang::En);
            first(&page, |incident, calendar| card(&page, incident, calendar))
        },
        expect![[r##"
            <article data-id="maker-2020" class="card">
            <div>
            <h2>
            <a href="#/incident/maker-2020">Maker</a>
            </h2>
            <p class="second">
            <span lang="ja">製造</span>
            </p>
            <p class="what">Access through offices</p>
            <p class="route">
            <svg viewBox="0 0 16 16" aria-hidden="true" class="icon">
            <path d="M3 13.5v-11h6v11M9 6.5h4v7M2 13.5h12M5 5h2M5 7.5h2M5 10h2">
            </path>
            </svg>Thailand, Singapore → Japan</p>
            </div>
            <div>
            <svg viewBox="0 0 440 64" role="img" aria-label="Began May 2020, Detected Jun 2020, Detected 1 Aug 2020, Disclosed 28 Dec 2020, 181–210 days silent" class="lane">
            <text x="218.8" y="59" text-anchor="middle" class="axis">2020</text>
            <path d="M0 44H440M0 44v6M440 44v6" class="tick">
            </path>
            <rect x="182.7" y="31" width="0" height="6" rx="0" class="undetected">
            </rect>
            <rect x="182.7" y="27" width="36.1" height="14" rx="0" class="silence-open">
            </rect>
            <rect x="218.8" y="27" width="217" height="14" rx="0" class="silence">
            </rect>
            <path d="M256.7 25L256.7 43" class="again">
            </path>
            <text x="309.3" y="19" text-anchor="middle" class="silence-label">181–210 days silent</text>
            <rect x="145.5" y="29.5" width="37.3" height="9" rx="2" class="mark-began spread">
            </rect>
            <rect x="182.7" y="29.5" width="36.1" height="9" rx="2" class="mark-detected spread">
            </rect>
            <path d="M435.8 24L435.8 44" class="mark-disclosed">
            </path>
            </svg>
            <dl class="dates">
            <div>
            <dt>Began<small>month</small>
            </dt>
            <dd>
            <span>May 2020</span>
            </dd>
            </div>
            <div>
            <dt>Detected<small>month, twice</small>
            </dt>
            <dd>
            <span>Jun 2020</span>, <span>1 Aug 2020</span>
            </dd>
            </div>
            <div>
            <dt>Disclosed<small>day</small>
            </dt>
            <dd>
            <span>28 Dec 2020</span>
            </dd>
            </div>
            </dl>
            </div>
            <div class="standing">
            <p class="rung">
            <svg width="34" height="16" viewBox="0 0 34 16" aria-hidden="true" class="rung-glyph">
            <rect x="0" y="12" width="4" height="3" rx="0" class="on">
            </rect>
            <rect x="6" y="10" width="4" height="5" rx="0" class="off">
            </rect>
            <rect x="12" y="8" width="4" height="7" rx="0" class="off">
            </rect>
            <rect x="18" y="6" width="4" height="9" rx="0" class="off">
            </rect>
            <rect x="24" y="4" width="4" height="11" rx="0" class="off">
            </rect>
            <rect x="30" y="2" width="4" height="13" rx="0" class="off">
            </rect>
            </svg>
            <span>
            <b>Press</b>
            <a href="#/actor/fox">Fox</a>
            </span>
            </p>
            <p class="tally">
            <svg viewBox="0 0 16 16" aria-hidden="true" class="icon">
            <path d="M4 2.5h6l2.5 2.5v8.5H4zM6 7h4M6 9.5h4">
            </path>
            </svg>3 sources<span class="on-paper">, notes 1–3</span>
            </p>
            <p class="tally conflicts">
            <svg viewBox="0 0 16 16" aria-hidden="true" class="icon">
            <path d="M3 6h10M3 10h10M10.5 3l-5 10">
            </path>
            </svg>1 point in dispute</p>
            <button type="button" aria-pressed="false" aria-label="Compare Maker, 2020" class="action pick">
            <i aria-hidden="true">
            </i>Compare</button>
            </div>
            </article>"##]],
    );
}

#[test]
fn a_card_speaks_japanese() {
    let text = rendered(|| {
        let page = page(Lang::Ja);
        first(&page, |incident, calendar| card(&page, incident, calendar))
    });
    for word in ["開始", "検知", "公表まで", "出典"] {
        assert!(text.contains(word), "{word} in {text}");
    }
    assert!(!text.contains(" days"), "{text}");
}

#[test]
fn an_empty_result_offers_what_to_drop() {
    check(
        || {
            let mut page = page(Lang::En);
            page.results = Rc::new(incidents::search::Results {
                reliefs: vec![Relief {
                    dropped: "rung:charges".to_owned(),
                    query: Query::default(),
                    count: 2,
                }],
                ..Default::default()
            });
            no_match(&page)
        },
        expect![[r#"
            <div class="panel">
            <h2>No entry matches</h2>
            <p>Drop one of these and there are entries again:</p>
            <p class="choices">
            <button type="button" class="action">
            <span>Drop <code>rung:charges</code>, 2 entries</span>
            </button>
            <button type="button" class="action">All entries</button>
            </p>
            </div>"#]],
    );
}

#[test]
fn a_facet_keeps_its_zeros_and_shows_what_is_on() {
    check(
        || {
            let mut page = page(Lang::En);
            let value = |value: &str, count, on| FacetValue {
                value: value.to_owned(),
                count,
                on,
            };
            page.results = Rc::new(incidents::search::Results {
                facets: vec![Facet {
                    field: Field::Rung,
                    values: vec![value("none", 0, false), value("press", 2, true)],
                    custom: false,
                }],
                ..Default::default()
            });
            facets::facets(&page)
        },
        expect![[r#"
            <section aria-label="Filters" data-open="false" class="facets">
            <button type="button" aria-expanded="false" aria-controls="facets" class="action fold">Filters, 1 on</button>
            <div id="facets">
            <fieldset class="facet">
            <legend>Attribution, rungs</legend>
            <label data-none="true">
            <input type="checkbox">
            <span>Not attributed</span>
            <svg width="52" height="6" viewBox="0 0 52 6" aria-hidden="true" class="amount">
            <rect x="0" y="0" width="52" height="6" rx="0" class="all">
            </rect>
            <rect x="0" y="0" width="0" height="6" rx="0" class="part">
            </rect>
            </svg>
            <span class="num">0</span>
            </label>
            <label data-none="false">
            <input checked type="checkbox">
            <span>Press</span>
            <svg width="52" height="6" viewBox="0 0 52 6" aria-hidden="true" class="amount">
            <rect x="0" y="0" width="52" height="6" rx="0" class="all">
            </rect>
            <rect x="0" y="0" width="52" height="6" rx="0" class="part">
            </rect>
            </svg>
            <span class="num">2</span>
            </label>
            <p class="note">Rungs are counted apart and never added up.</p>
            </fieldset>
            </div>
            </section>"#]],
    );
}

#[test]
fn a_chip_says_its_filter_in_words() {
    let text = rendered(|| {
        let mut page = page(Lang::En);
        let text = "office:TH rung:none maker -id:x";
        page.route = Rc::new(Route::parse(&format!("#/cards?q={}", text.replace(' ', "+"))).0);
        let query = Rc::new(Query::parse("office:TH rung:none maker -id:x"));
        let index = search::Searched(Rc::new(Index::over(page.dataset.clone())));
        search::search(search::Given { page, query, index })
    });
    for words in [
        "Remove filter: Entry office in: Thailand",
        "Not attributed",
        "Clear all",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert_eq!(text.matches("class=\"chip\"").count(), 3);
}

#[test]
fn a_notice_names_what_was_not_understood() {
    check(
        || {
            let names = ["page".to_owned(), "sort".to_owned()];
            notice::notice(&page(Lang::En), &names)
        },
        expect![[r#"
            <div role="status" class="notice">
            <p>Parts of this link were not understood: page, sort. Shown without them.</p>
            <button type="button" class="action">Dismiss</button>
            </div>"#]],
    );
}

#[test]
fn a_block_that_cannot_be_read_is_told_with_its_remedy() {
    check(
        || {
            broken::page(
                Lang::Ja,
                &incidents::dataset::block::decode(b"").unwrap_err(),
            )
        },
        expect![[r#"
            <main role="alert" class="page guard">
            <h1>このページのデータを読み取れない</h1>
            <p>誤った内容を示さないため何も表示しない。正しいデータを入れるか、別の版を開く。</p>
            <p lang="en">the dataset block is damaged: load the page again, or make it anew with `cargo xtask dist`</p>
            </main>"#]],
    );
}
