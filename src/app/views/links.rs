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
use super::component::component;
use super::save::{What, save_picture};
use super::still::still;
use crate::markup::html;
use crate::messages::{links as say, words};
use crate::route::Route;
use crate::route::links::Form;
use crate::state::Page;
use incidents::model::{ActorId, Incident, IncidentId};
use incidents::table::sort_by_key;
use net::Net;
use picture::Plan;
use stage::Placed;
use std::rc::Rc;
use yew::functional::Hook;
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

/// The links of the current result.
pub fn links(page: &Page) -> Html {
    component(page.clone(), |page, hooks| use_links(page).run(hooks))
}

#[hook]
fn use_links(page: &Page) -> Html {
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
            { stage::stage(page, &scene) }
            { picture::legend(page, &scene.net) }
            { save_picture(page, picture_of(page)) }
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
mod tests;
