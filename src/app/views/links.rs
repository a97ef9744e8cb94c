//! Groups as named by others, entries, victims: who links what to whom, and on which rung.

mod chosen;
mod control;
mod free;
pub mod names;
mod net;
mod picture;
mod stage;
pub mod table;

use super::cards::no_match;
use super::save::{SavePicture, What};
use super::still::still;
use crate::messages::{links as say, words};
use crate::route::Route;
use crate::route::links::Form;
use crate::state::Page;
use incidents::model::{ActorId, Incident, IncidentId};
use incidents::table::sort_by_key;
use net::Net;
use picture::Plan;
use stage::{Placed, Stage};
use std::rc::Rc;
use yew::prelude::*;

/// A picture with more lines than this explains less than the table, which then comes first.
const MOST_LINES: usize = 200;
/// The names of more groups than this are not read; the results can be narrowed.
const MOST_NAMED: usize = 6;

/// What picture and table are drawn from: derived once for a result and the choices that change it.
pub struct Scene {
    /// Boxes and lines.
    pub net: Net,
    /// How they are drawn.
    pub form: Form,
    /// The plan of the columns.
    pub plan: Plan,
    /// Where their boxes stand; a network has first to settle.
    pub columns: Option<Rc<Placed>>,
}

impl PartialEq for Scene {
    /// It is derived once, so its address decides.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Scene {
    fn of(page: &Page) -> Self {
        let (hits, chosen) = (page.results.hits.iter(), &page.route.links);
        let shown: Vec<&Incident> = hits
            .filter_map(|id| page.dataset.incidents.get(id))
            .collect();
        let net = Net::of(page, &shown, chosen);
        let form = chosen.form.unwrap_or(match net.lines.len() > MOST_LINES {
            true => Form::Network,
            false => Form::Columns,
        });
        let plan = match form {
            Form::Columns => Plan::of(&net),
            Form::Network => Plan::default(),
        };
        let placed = || {
            let (points, frame_px) = (plan.points(&net), plan.frame());
            Rc::new(Placed { points, frame_px })
        };
        let columns = (form == Form::Columns).then(placed);
        Self {
            net,
            form,
            plan,
            columns,
        }
    }

    /// Entries and their boxes, in the order of the picture: from the top, or as the results are.
    fn in_order(&self) -> Vec<(&IncidentId, usize)> {
        let all = self.net.entries.iter();
        let mut all: Vec<(&IncidentId, usize)> = all.map(|(id, at)| (id, *at)).collect();
        sort_by_key(&mut all, |(_, at)| self.plan.top(*at) as i64);
        all
    }
}

/// What [`Links`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The page's values.
    pub page: Page,
}

/// The links of the current result.
#[component]
pub fn Links(Props { page }: &Props) -> Html {
    let shows = crate::route::Links {
        ends: [None, None],
        zoom: None,
        ..page.route.links.clone()
    };
    let shows = Route {
        links: shows,
        ..(*page.route).clone()
    };
    let shows = (page.results.clone(), page.lang, shows.href());
    let scene = use_memo(shows, |_| Scene::of(page));
    match page.results.hits.is_empty() {
        true => no_match(page),
        false => view(page, scene),
    }
}

fn view(page: &Page, scene: Rc<Scene>) -> Html {
    let lang = page.lang;
    let many = scene.net.lines.len() > MOST_LINES;
    let part = |key: usize, draw: fn(&Page, &Scene) -> Html| {
        let (page, scene) = (page.clone(), scene.clone());
        let shows = vec![Rc::as_ptr(&scene).addr() as u64];
        still(key, shows, move || draw(&page, &scene))
    };
    let drawn = html! {
        <section key="drawn">
            <h2>{words::links_title(lang)}</h2>
            <p class="lede">{say::picture_note(lang)}</p>
            { chosen::controls(page, &scene) }
            <Stage page={page.clone()} scene={scene.clone()} />
            { picture::legend(page, &scene.net) }
            <SavePicture page={page.clone()} what={picture_of(page)} />
            <p class="note" id="links-keys">{say::keys_note(lang)}</p>
        </section>
    };
    let table = part(0, table::table);
    let (first, second) = if many { (table, drawn) } else { (drawn, table) };
    html! { <div class="links-view">{ first }{ second }{ part(1, all_names) }</div> }
}

/// The names of the groups shown, where they are few.
fn all_names(page: &Page, scene: &Scene) -> Html {
    let actors = &scene.net.actors;
    if actors.len() > MOST_NAMED {
        let told = say::too_many_names(page.lang, actors.len(), MOST_NAMED);
        return html! { <p class="note">{told}</p> };
    }
    let one = |id: &ActorId| page.dataset.actors.get(id).map(|a| names::names(page, a));
    html! { <>{ for actors.iter().filter_map(one) }</> }
}

/// The table of the links of a result.
#[cfg(test)]
pub fn table_of(page: &Page) -> Html {
    table::table(page, &Scene::of(page))
}

/// What is saved of it: the whole picture, at its zoom.
fn picture_of(page: &Page) -> What {
    What {
        id: "links",
        title: words::links_title(page.lang),
        note: String::new(),
        beware: say::picture_note(page.lang),
        areas: vec!["#links-moved .net".to_owned()],
        legend: ".links-view .legend > *",
    }
}

#[cfg(test)]
mod tests {
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
            html! { <Stage {page} {scene} /> }
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
}
