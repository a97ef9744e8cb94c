//! The search box, the views, the chips, the count and the order.

mod chips;
mod combo;
mod help;
mod told;

use super::component::component;
use super::embed::embed;
use super::hooks::{use_effect_with, use_state};
use super::icons::{Icon, icon};
use crate::markup::html;
use crate::messages::{format, search, vocabulary, words};
use crate::route::View;
use crate::route::embed::Part;
use crate::state::{Action, Page};
use gloo::timers::callback::Timeout;
use incidents::search::{Index, Query, Sort};
use std::rc::Rc;
use yew::functional::Hook;
use yew::prelude::*;

/// What the search is given.
#[derive(Clone, PartialEq)]
pub struct Given {
    /// The page's values.
    pub page: Page,
    /// The query as understood.
    pub query: Rc<Query>,
    /// What completion looks into.
    pub index: Searched,
}

/// The index, which never changes while the page lives: its address decides.
#[derive(Clone)]
pub struct Searched(pub Rc<Index>);

impl PartialEq for Searched {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

const EXAMPLES: [&str; 5] = [
    "三菱電機",
    "office:TH",
    "silence:>180d",
    "bronze butler",
    "has:contradiction",
];

/// How long the count stands still before it is said, in ms.
const TOLD_AFTER_MS: u32 = 800;

/// Search box and bar.
pub fn search(given: Given) -> Html {
    component(given, |given, hooks| use_search(given).run(hooks))
}

#[hook]
fn use_search(given: &Given) -> Html {
    let Given { page, query, .. } = given;
    let lang = page.lang;
    let form = page.route.embed;
    let possible = page.results.possible.len();
    let open = use_state(|| false);
    let toggle = {
        let open = open.setter();
        Callback::from(move |_: MouseEvent| open.set(!*open.now()))
    };
    html! {
        <>
            if form.shows(Part::Search) {
            <form class="search" role="search" onsubmit={|event: SubmitEvent| event.prevent_default()}>
                { combo::combo(given) }
                <p class="hint">
                    {words::examples(lang)}{ for EXAMPLES.iter().map(|e| example(page, e)) }
                    <button type="button" class="fields" aria-expanded={open.to_string()}
                        aria-controls="help" onclick={toggle}>{search::all_fields(lang)}</button>
                </p>
                if *open { {help::help(page)} }
                { told::told(page, query) }
            </form>
            }
            if form.shows(Part::Views) {
            <div class="bar">
                <nav class="views" aria-label={words::view(lang)}>
                    { view_link(page, View::Cards, Icon::Cards, words::cards(lang)) }
                    { view_link(page, View::Map, Icon::Map, words::map(lang)) }
                    { view_link(page, View::Links, Icon::Links, words::links(lang)) }
                    { view_link(page, View::Timeline, Icon::Timeline, words::timeline(lang)) }
                    { view_link(page, View::Insights, Icon::Insights, words::insights(lang)) }
                    { view_link(page, View::Table, Icon::Table, words::table(lang)) }
                </nav>
                { chips::chips(page, query) }
                <p class="count">
                    <b>{page.results.hits.len()}</b>{words::of_total(lang, page.results.total)}
                    if possible > 0 { {format::comma(lang)}{search::n_possible(lang, possible)} }
                </p>
                { said(told(page)) }
                { order(page) }
                { embed(page) }
            </div>
            }
        </>
    }
}

/// The count in words, for those who do not see it change.
fn told(page: &Page) -> String {
    let found = page.results.hits.len();
    let total = words::of_total(page.lang, page.results.total);
    match page.results.possible.len() {
        0 => format!("{found}{total}"),
        n => format!("{found}{total}, {}", search::n_possible(page.lang, n)),
    }
}

/// Says a text once it has stood still: a count that changes with every key is told at the end.
fn said(text: String) -> Html {
    component(text, |text, hooks| use_said(text).run(hooks))
}

#[hook]
fn use_said(text: &str) -> Html {
    let said = use_state(String::new);
    let first = use_mut_ref(|| true);
    {
        let said = said.clone();
        use_effect_with(text.to_owned(), move |text| {
            let (said, text) = (said.setter(), text.clone());
            let new = !first.replace(false);
            let later = new.then(|| Timeout::new(TOLD_AFTER_MS, move || said.set(text)));
            move || drop(later)
        });
    }
    html! { <p class="unseen" role="status">{(*said).clone()}</p> }
}

/// A filter or word to try, added to what is asked already.
fn example(page: &Page, text: &'static str) -> Html {
    let asked = page.route.query.trim_end().to_owned();
    let onclick = page.act(move || {
        Action::EditQuery(match asked.is_empty() {
            true => text.to_owned(),
            false => format!("{asked} {text}"),
        })
    });
    html! { <button type="button" class="example" {onclick}><code>{text}</code></button> }
}

fn view_link(page: &Page, view: View, mark: Icon, label: &'static str) -> Html {
    let current = (page.route.view == view).then_some("page");
    html! {
        <a href={page.route.on(view).href()} aria-current={current}>{icon(mark)}{label}</a>
    }
}

fn order(page: &Page) -> Html {
    let onchange = {
        let dispatch = page.dispatch.clone();
        Callback::from(move |event: Event| {
            let select = event.target_dyn_into::<web_sys::HtmlSelectElement>();
            let word = select.map(|s| s.value()).unwrap_or_default();
            if let Some(sort) = Sort::ALL.into_iter().find(|s| s.word() == word) {
                dispatch.emit(Action::SortBy(sort));
            }
        })
    };
    let option = |sort: &Sort| {
        let selected = *sort == page.route.sort;
        html! { <option value={sort.word()} {selected}>{vocabulary::sort(page.lang, *sort)}</option> }
    };
    html! {
        <select class="action" aria-label={words::sort_by(page.lang)} {onchange}>
            { for Sort::ALL.iter().map(option) }
        </select>
    }
}
