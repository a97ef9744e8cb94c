//! The choices over the picture: which column, which form, which rungs, and the path between two.

use super::Scene;
use super::net::Drawn;
use crate::markup::html;
use crate::messages::{links as say, vocabulary, words};
use crate::route::Links;
use crate::route::links::{Far, Form};
use crate::state::{Action, Page};
use incidents::model::{Lang, Rung};
use yew::prelude::*;

/// What heads the last column.
pub fn head(far: Far, lang: Lang) -> &'static str {
    match far {
        Far::Victim => words::victim(lang),
        Far::Vulnerability => say::vulnerability(lang),
        Far::Technique => say::technique(lang),
        Far::Country => say::office_country(lang),
        Far::Source => say::source(lang),
    }
}

/// The choices.
pub fn controls(page: &Page, scene: &Scene) -> Html {
    let (lang, chosen) = (page.lang, &page.route.links);
    let button = |next: Links, on: bool, text: &'static str| {
        let onclick = page.act(move || Action::Links(next.clone()));
        html! { <button type="button" aria-pressed={on.to_string()} {onclick}>{text}</button> }
    };
    let far = |far: Far| {
        // Boxes of another column are other ends.
        let next = Links {
            far,
            ends: [None, None],
            ..chosen.clone()
        };
        let next = if far == chosen.far {
            chosen.clone()
        } else {
            next
        };
        button(next, chosen.far == far, head(far, lang))
    };
    let form = |form: Form| {
        let text = match form {
            Form::Columns => say::as_columns(lang),
            Form::Network => say::as_network(lang),
        };
        let next = Links {
            form: Some(form),
            zoom: chosen.zoom.filter(|_| form == scene.form),
            ..chosen.clone()
        };
        button(next, scene.form == form, text)
    };
    let rung = |rung: &Rung| {
        let shown = !chosen.hidden.contains(rung);
        button(chosen.toggled(*rung), shown, vocabulary::rung(lang, *rung))
    };
    html! {
        <div class="links-controls">
            <div class="segmented" role="group" aria-label={say::last_column(lang)}>{ for Far::ALL.into_iter().map(far) }</div>
            <div class="segmented" role="group" aria-label={say::form(lang)}>{ for Form::ALL.into_iter().map(form) }</div>
            <div class="segmented" role="group" aria-label={say::rungs_shown(lang)}>{ for Rung::ALL.iter().map(rung) }</div>
            { path(page, scene) }
        </div>
    }
}

/// A box and its neighbours, or two boxes and the way between them, also in words.
fn path(page: &Page, scene: &Scene) -> Html {
    let (lang, net, ends) = (page.lang, &scene.net, &page.route.links.ends);
    let end = |(place, label): (usize, &'static str)| {
        let onchange = {
            let page = page.clone();
            Callback::from(move |event: Event| {
                let select = event.target_dyn_into::<web_sys::HtmlSelectElement>();
                let name = select.map(|s| s.value()).filter(|name| !name.is_empty());
                let mut links = page.route.links.clone();
                if let Some(end) = links.ends.get_mut(place) {
                    *end = name;
                }
                page.dispatch.emit(Action::Links(links));
            })
        };
        let held = ends.get(place).and_then(Option::as_deref);
        let option = |drawn: &Drawn| {
            let selected = held == Some(drawn.name.as_str());
            html! { <option value={drawn.name.clone()} {selected}>{drawn.title.clone()}</option> }
        };
        let none = held.is_none_or(|name| net.named(name).is_none());
        html! {
            <label>
                {label}{" "}
                <select class="action" {onchange}>
                    <option value="" selected={none}>{"–"}</option>
                    { for net.boxes.iter().map(option) }
                </select>
            </label>
        }
    };
    html! {
        <div class="path">
            { for [say::neighbours_of(lang), say::path_to(lang)].into_iter().enumerate().map(end) }
            <p role="status">{told(page, scene)}</p>
        </div>
    }
}

/// What stands out, in words.
fn told(page: &Page, scene: &Scene) -> String {
    let (lang, net, ends) = (page.lang, &scene.net, &page.route.links.ends);
    let gone = |end: &String| net.named(end).is_none();
    if ends.iter().flatten().any(gone) {
        return say::not_here(lang).to_owned();
    }
    let [Some(from), Some(to)] = ends else {
        return String::new();
    };
    let Some(boxes) = net.path(from, to) else {
        return say::no_path(lang).to_owned();
    };
    let titles = boxes.iter().filter_map(|i| net.boxes.get(*i));
    let titles: Vec<&str> = titles.map(|b| b.title.as_str()).collect();
    titles.join(" — ")
}
