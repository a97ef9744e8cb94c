//! Victims by country, entry offices, and the ways in: a picture and its twin in words.

mod answer;
mod card;
mod choose;
mod control;
mod key;
mod keys;
mod labels;
mod picture;
mod scene;
mod stage;
pub mod twin;

pub use picture::patterns;

use super::cards::no_match;
use super::component::component;
use super::hooks::use_effect_with;
use super::parts::entry_text;
use super::save::{What, save_picture};
use super::svg;
use crate::browser::stage::IS_MEASURED;
use crate::markup::html;
use crate::messages::{map as say, save, words};
use crate::state::Page;
use gloo::timers::callback::Timeout;
use incidents::model::{CountryCode, Incident};
use incidents::table::Table;
use std::cell::Cell;
use yew::functional::Hook;
use yew::prelude::*;

/// What stands round the picture comes so much later, in ms: the picture is painted by then, even
/// where a frame or two come late.
const PAINTED_MS: u32 = 80;

thread_local! {
    /// Whether a map has been seen whole. From then on all of it comes at once, so that the browser
    /// finds the place again that a reader goes back to.
    static SEEN: Cell<bool> = const { Cell::new(!IS_MEASURED) };
}

/// The map of the current result; of none, the picture stays, with a sentence. The first one is
/// painted before its legend, its tools and its twin are made.
pub fn map(page: &Page) -> Html {
    component(page.clone(), |page, hooks| use_map(page).run(hooks))
}

#[hook]
fn use_map(page: &Page) -> Html {
    let page = &scene::centred(page, &shown(page));
    let (redraw, opens) = (use_force_update(), !page.is_settled());
    use_effect_with((), move |()| {
        // Where the page opens on the map, its second frame brings the rest.
        SEEN.set(SEEN.get() || opens);
        let seen = move || {
            SEEN.set(true);
            redraw.force_update();
        };
        let later = (!SEEN.get()).then(|| Timeout::new(PAINTED_MS, seen));
        move || drop(later)
    });
    let (shown, whole) = (shown(page), SEEN.get());
    html! {
        <div class="with-list map-view">
            <div>
                { stage::stage(page, whole) }
                if whole { { below(page, &shown) } }
            </div>
            if whole { { beside(page, &shown) } }
        </div>
    }
}

fn below(page: &Page, shown: &[&Incident]) -> Html {
    html! {
        <>
            { legend(page, shown) }
            { save_picture(page, picture_of(page)) }
            <p class="note">{words::map_note(page.lang)}{" "}{say::projection(page.lang, page.basemap.centre_lon_deg)}</p>
            if !shown.is_empty() { { twin::countries(page, shown) } }
        </>
    }
}

fn beside(page: &Page, shown: &[&Incident]) -> Html {
    if shown.is_empty() {
        return html! {
            <div class="twin"><p class="note">{say::nothing_to_draw(page.lang)}</p>{ no_match(page) }</div>
        };
    }
    twin::twin(page, shown)
}

/// What is saved of it: the window, as it is zoomed.
fn picture_of(page: &Page) -> What {
    What {
        id: "map",
        title: save::map_title(page.lang),
        note: say::projection(page.lang, page.basemap.centre_lon_deg),
        beware: words::map_note(page.lang),
        areas: vec!["#map".to_owned()],
        legend: ".map-view .legend > *",
    }
}

/// The entries of the result.
fn shown(page: &Page) -> Vec<&Incident> {
    let hits = page.results.hits.iter();
    hits.filter_map(|id| page.dataset.incidents.get(id))
        .collect()
}

/// How many entries have a victim in each country.
fn victims(page: &Page, shown: &[&Incident]) -> Table<CountryCode, usize> {
    let mut counts = Table::default();
    for code in shown.iter().flat_map(|i| page.dataset.victim_countries(i)) {
        counts.update(code, || 0, |n| *n += 1);
    }
    counts
}

/// The entries with a way in, in the order of the results; their place decides how it is drawn.
fn with_pivots<'a>(shown: &[&'a Incident]) -> Vec<&'a Incident> {
    let has = |i: &&&Incident| !i.pivots.is_empty();
    shown.iter().filter(has).copied().collect()
}

/// The classes of the design: 1, 2 to 4, 5 to 9, 10 or more.
fn class(count: usize) -> &'static str {
    match count {
        0 => "land",
        1 => "land c1",
        2..=4 => "land c2",
        5..=9 => "land c3",
        _ => "land c4",
    }
}

/// Two colours, the second dashed too; from the third on ink, with a number.
fn style(place: usize) -> &'static str {
    match place {
        0 => "arc-1",
        1 => "arc-2",
        _ => "arc-n",
    }
}

fn legend(page: &Page, shown: &[&Incident]) -> Html {
    let lang = page.lang;
    let swatch = |(class, text): (&'static str, &'static str)| {
        html! {
            <span><svg width="20" height="12" viewBox="0 0 20 12" aria-hidden="true">{ svg::rect(class, [0.0, 0.0, 20.0, 12.0], 2.0) }</svg>{text}</span>
        }
    };
    let classes = [
        (class(0), words::none(lang)),
        (class(1), "1"),
        (class(2), "2–4"),
        (class(5), "5–9"),
        (class(10), say::ten_or_more(lang)),
    ];
    let unstated = twin::without_country(page, shown);
    let disputed = pivoting_disputed(page, shown);
    let small = victims(page, shown)
        .iter()
        .any(|(c, _)| !page.basemap.has_outline(c.as_str()));
    let pivoting = with_pivots(shown);
    let line = |(place, incident): (usize, &&Incident)| {
        let number = (place > 1).then(|| format!("{} ", place + 1));
        html! {
            <span>{line_sample(place)}{number.unwrap_or_default()}<a href={page.href(&incident.id)}>{entry_text(page, incident)}</a></span>
        }
    };
    let sample = |published, reached, number, text: &'static str| {
        html! {
            <span><svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">{picture::mark(9.0, 9.0, published, reached, number)}</svg>{text}</span>
        }
    };
    html! {
        <div class="map-marks">
            <p class="legend"><b>{words::victims_by_country(lang)}</b>{ for classes.into_iter().map(swatch) }
                if unstated > 0 { <span>{say::without_country(lang, unstated)}</span> }
            </p>
            <p class="legend">
                <b>{words::way_in_legend(lang)}</b>
                { for pivoting.iter().enumerate().map(line) }
                { sample(false, false, 1, words::ring_legend(lang)) }
                { sample(true, false, 1, say::square_legend(lang)) }
                { sample(false, true, 1, words::reached_legend(lang)) }
                { sample(false, false, 3, say::several_legend(lang)) }
                if disputed { <span><b class="mark-conflict">{"≠"}</b>{say::disputed_legend(lang)}</span> }
                if small {
                    <span><svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">{ svg::circle(class(1), 5.0, 5.0, 4.0) }</svg>{say::small_legend(lang)}</span>
                }
            </p>
        </div>
    }
}

/// Whether a source denies one of the steps.
fn pivoting_disputed(page: &Page, shown: &[&Incident]) -> bool {
    let scene = scene::Scene::of(page, shown, 960.0);
    scene.ways.iter().any(|way| picture::disputed(page, way))
}

/// A short line as the arcs of an entry are drawn.
fn line_sample(place: usize) -> Html {
    html! {
        <svg width="30" height="4" viewBox="0 0 30 4" aria-hidden="true"><path class={classes!("arc", style(place))} d="M0 2H30" /></svg>
    }
}

#[cfg(test)]
mod tests {
    use super::super::incident::tests::{check, page, rendered};
    use super::*;
    use expect_test::expect;
    use incidents::model::Lang;

    fn all(page: &Page) -> Vec<&Incident> {
        page.dataset.incidents.values().collect()
    }

    #[test]
    fn the_twin_tells_each_way_in_with_its_claim_and_who_contradicts_it() {
        let shown = || {
            let page = page(Lang::En);
            twin::twin(&page, &all(&page))
        };
        check(
            shown,
            expect![[r##"
                <section aria-labelledby="twin" class="twin map-marks">
                <h2 id="twin">The same in words</h2>
                <h3>
                <svg width="30" height="4" viewBox="0 0 30 4" aria-hidden="true">
                <path d="M0 2H30" class="arc arc-1">
                </path>
                </svg>
                <a href="#/incident/maker-2020">Maker, 2020</a>
                </h3>
                <table>
                <thead>
                <tr>
                <th scope="col" class="step">Step</th>
                <th scope="col">Office in</th>
                <th scope="col">To</th>
                <th scope="col">Claim</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td class="step">1</td>
                <td>Thailand</td>
                <td>Japan, Kobe</td>
                <td>
                <p>
                <a href="#/incident/maker-2020?claim=way">Maker</a>: From the office in Thailand. <a href="#/incident/maker-2020?claim=way" class="cite">1</a>
                </p>
                </td>
                </tr>
                <tr>
                <td class="step">2≠</td>
                <td>Singapore</td>
                <td>Japan, Kobe</td>
                <td>
                <p>
                <a href="#/incident/maker-2020?claim=way-sg">Maker</a>: From the office in Singapore. <a href="#/incident/maker-2020?claim=way-sg" class="cite">1</a>
                </p>
                <p class="mark-conflict">≠ <a href="#/incident/maker-2020?claim=way-one">The Paper</a>: Only from Thailand. <a href="#/incident/maker-2020?claim=way-one" class="cite">2</a>
                </p>
                </td>
                </tr>
                </tbody>
                </table>
                <p class="box-note">
                <b>What this map cannot show.</b> 1 of 2 results names no entry office. No address of any of these entry offices has been published: every ring stands for a whole country. An office is where access passed through. It is not where an attacker sits.</p>
                </section>"##]],
        );
    }

    #[test]
    fn the_picture_says_its_finding_and_its_arcs_start_at_the_victims_offices() {
        let text = rendered(|| {
            let page = page(Lang::Ja);
            map(&page)
        });
        assert!(text.contains("role=\"application\""), "{text}");
        assert!(text.contains("タイ、シンガポール → 日本"), "{text}");
        let picture = text.split("class=\"map-more\"").next().unwrap();
        assert_eq!(picture.matches("class=\"arc arc-1\"").count(), 2);
        assert!(text.contains("?claim=way"), "{text}");
        assert_eq!(text.matches("style=").count(), 0);
    }

    #[test]
    fn a_country_without_an_outline_gets_a_dot_and_the_reached_place_a_square() {
        let text = rendered(|| {
            let page = page(Lang::En);
            map(&page)
        });
        assert!(
            text.contains("<circle cx=") && text.contains("data-at=\"country SG\""),
            "{text}"
        );
        assert!(text.contains("Kobe"), "{text}");
    }

    #[test]
    fn without_results_the_map_stays_and_a_sentence_says_why_it_is_empty() {
        let text = rendered(|| {
            let mut page = page(Lang::En);
            page.results = Default::default();
            map(&page)
        });
        assert!(
            text.contains("nothing is drawn") && text.contains("data-at=\"country JP\""),
            "{text}"
        );
    }
}
