//! Tests of `links.rs`.

use super::super::incident::tests::{check, page, rendered};
use super::*;
use crate::route::links::Far;
use crate::route::{Links as Chosen, View};
use expect_test::expect;
use incidents::model::{Lang, Rung};

fn shows(chosen: Chosen) -> (Page, Rc<Scene>) {
    let page = page(Lang::En);
    let route = Rc::new(Route {
        view: View::Links,
        links: chosen,
        ..(*page.route).clone()
    });
    let page = Page { route, ..page };
    let scene = Rc::new(Scene::of(&page));
    (page, scene)
}

#[test]
fn every_attribution_is_a_row_with_its_claimant_and_so_is_its_absence() {
    let shown = || {
        let (page, scene) = shows(Chosen::default());
        table::table(&page, &scene)
    };
    check(
        shown,
        expect![[r##"
            <section class="block">
            <h2>The links as a table</h2>
            <div tabindex="0" role="region" aria-label="The links as a table" class="scroll">
            <table class="list">
            <thead>
            <tr>
            <th scope="col">Group, as named by others</th>
            <th scope="col">Entry</th>
            <th scope="col">Victim</th>
            <th scope="col">Rung</th>
            <th scope="col">Who says so</th>
            <th scope="col">When</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <td>
            <a href="#/actor/fox">Fox</a>
            </td>
            <td>
            <a href="#/incident/maker-2020">Maker, 2020</a>
            </td>
            <td>
            <a href="#/organisation/maker">Maker</a>
            </td>
            <td>Press</td>
            <td>
            <a href="#/incident/maker-2020?claim=who">People involved via The Paper</a>, suspects</td>
            <td>5 Jan 2021</td>
            </tr>
            <tr>
            <td>A state group</td>
            <td>
            <a href="#/incident/maker-2020">Maker, 2020</a>
            </td>
            <td>
            <a href="#/organisation/maker">Maker</a>
            </td>
            <td>Dataset's coding</td>
            <td>
            <a href="#/incident/maker-2020?claim=coded">Rows</a>
            </td>
            <td>Not dated</td>
            </tr>
            <tr class="quiet">
            <td>nobody named</td>
            <td>
            <a href="#/incident/yard-2019">Yard, 2019</a>
            </td>
            <td>
            <a href="#/organisation/yard">Yard</a>
            </td>
            <td>Not attributed</td>
            <td>No claim held</td>
            <td>–</td>
            </tr>
            </tbody>
            </table>
            </div>
            </section>"##]],
    );
}

#[test]
fn names_are_set_against_the_lists_that_hold_them() {
    let shown = || {
        let page = page(Lang::Ja);
        let actor = page.dataset.actors.values().next();
        actor.map(|a| names::names(&page, a)).unwrap_or_default()
    };
    check(
        shown,
        expect![[r#"
            <section class="block">
            <h2>Foxの呼称とその使用者</h2>
            <div tabindex="0" role="region" aria-label="Foxの呼称とその使用者" class="scroll">
            <table class="matrix">
            <thead>
            <tr>
            <th scope="col">呼称</th>
            <th scope="col">
            <a href="https://list.example/" target="_blank" rel="noopener noreferrer">List</a>
            </th>
            <th scope="col">
            <a href="https://other.example/" target="_blank" rel="noopener noreferrer">Other</a>
            </th>
            <th scope="col">使用者</th>
            <th scope="col">項目数</th>
            <th scope="col">扱い</th>
            </tr>
            </thead>
            <tbody>
            <tr data-sameness="same">
            <th scope="row" lang="en">Fox</th>
            <td>
            <span role="img" aria-label="掲載" class="yes">
            </span>
            </td>
            <td>
            <span role="img" aria-label="掲載なし" class="no">–</span>
            </td>
            <td class="used">–</td>
            <td>1</td>
            <td class="same">同一</td>
            </tr>
            <tr data-sameness="disputed">
            <th scope="row" lang="en">BRONZE FOX</th>
            <td>
            <span role="img" aria-label="掲載" class="yes">
            </span>
            </td>
            <td>
            <span role="img" aria-label="掲載" class="yes">
            </span>
            </td>
            <td class="used">Somebody</td>
            <td>0</td>
            <td class="same">≠ 異論あり</td>
            </tr>
            </tbody>
            </table>
            </div>
            <p class="note">「–」は掲載を確認していないことを示す。</p>
            </section>"#]],
    );
}

#[test]
fn a_record_of_the_same_name_is_asked_about_and_an_entry_without_a_group_is_kept() {
    let text = rendered(|| {
        let (page, scene) = shows(Chosen::default());
        view(&page, scene)
    });
    assert!(
        text.contains("TempFox") && text.contains("Same name, or not?"),
        "{text}"
    );
    assert!(text.contains("no claim names anyone"), "{text}");
    assert!(!text.contains("style="));
}

#[test]
fn a_path_goes_through_groups_and_entries_and_never_through_nobody() {
    let (_, scene) = shows(Chosen::default());
    let net = &scene.net;
    let titles = |from: &str, to: &str| -> Option<Vec<String>> {
        let path = net.path(from, to)?;
        Some(path.iter().map(|i| net.boxes[*i].title.clone()).collect())
    };
    assert_eq!(
        titles("actor:fox", "victim:maker"),
        Some(["Fox", "Maker, 2020", "Maker"].map(str::to_owned).to_vec())
    );
    assert_eq!(titles("actor:fox", "victim:yard"), None);
}

fn told(chosen: Chosen) -> String {
    rendered(move || {
        let (page, scene) = shows(chosen.clone());
        table::table(&page, &scene)
    })
}

#[test]
fn a_hidden_rung_is_neither_drawn_nor_told_and_other_columns_count_what_is_not_stated() {
    let hidden = Chosen {
        hidden: vec![Rung::Press],
        ..Chosen::default()
    };
    let (_, scene) = shows(hidden.clone());
    let press = Some(Rung::Press);
    assert!(scene.net.lines.iter().all(|line| line.rung != press));
    let text = told(hidden);
    assert!(
        !text.contains("<td>Press</td>") && text.contains("coding"),
        "{text}"
    );
    let country = Chosen {
        far: Far::Country,
        ..Chosen::default()
    };
    let (_, scene) = shows(country.clone());
    let far = scene.net.boxes.iter().filter(|b| b.column == 2);
    let far: Vec<&str> = far.map(|b| b.title.as_str()).collect();
    assert_eq!(far, ["Thailand", "Singapore", "None stated"]);
    let text = told(country);
    assert!(
        text.contains("Office's country") && text.contains("None stated"),
        "{text}"
    );
}

#[test]
fn the_picture_is_one_stop_that_says_its_finding_and_its_boxes_are_none() {
    let text = rendered(|| {
        let ends = [Some("actor:fox".to_owned()), None];
        let (page, scene) = shows(Chosen {
            ends,
            ..Chosen::default()
        });
        stage::stage(&page, &scene)
    });
    assert_eq!(text.matches("tabindex=\"0\"").count(), 1, "{text}");
    assert!(
        text.contains("2 entries, 1 of them not attributed"),
        "{text}"
    );
    assert!(text.contains("tabindex=\"-1\" data-at="), "{text}");
    assert_eq!(text.matches("class=\"dim\"").count(), 5, "{text}");
}

#[test]
fn what_a_link_names_and_is_not_there_is_told() {
    let ends = [Some("actor:nobody".to_owned()), None];
    let text = rendered(move || {
        let ends = ends.clone();
        let (page, scene) = shows(Chosen {
            ends,
            ..Chosen::default()
        });
        chosen::controls(&page, &scene)
    });
    assert!(text.contains("not in this selection"), "{text}");
}
