//! The search box, the views, the chips, the count and the order.

use super::icons::{Icon, icon};
use super::parts::value_name;
use crate::browser::page::focus;
use crate::messages::{vocabulary, words};
use crate::route::View;
use crate::state::{Action, Page};
use incidents::search::{Filter, Query, Sort};
use yew::prelude::*;

/// What [`Search`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct SearchProps {
    /// The page's values.
    pub page: Page,
    /// The query as understood.
    pub query: Query,
}

const EXAMPLES: [&str; 5] = [
    "三菱電機",
    "office:TH",
    "rung:press",
    "bronze butler",
    "has:contradiction",
];

/// Search box and bar.
#[component]
pub fn Search(props: &SearchProps) -> Html {
    let SearchProps { page, query } = props;
    let lang = page.lang;
    let oninput = {
        let dispatch = page.dispatch.clone();
        Callback::from(move |event: InputEvent| {
            // While a Japanese reading is being converted, its letters are no words yet.
            let input = event.target_dyn_into::<web_sys::HtmlInputElement>();
            if let Some(input) = input.filter(|_| !event.is_composing()) {
                dispatch.emit(Action::EditQuery(input.value()));
            }
        })
    };
    let oncomposed = {
        let dispatch = page.dispatch.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
                dispatch.emit(Action::EditQuery(input.value()));
            }
        })
    };
    html! {
        <>
            <form class="search" role="search" onsubmit={|event: SubmitEvent| event.prevent_default()}>
                <label class="field">
                    {icon(Icon::Search)}
                    <input id="search" type="search" autocomplete="off" spellcheck="false"
                        aria-label={words::search(lang)} value={page.route.query.clone()}
                        {oninput} onchange={oncomposed} />
                    <kbd aria-hidden="true">{"/"}</kbd>
                </label>
                <p class="hint">{words::examples(lang)}{ for EXAMPLES.iter().map(|e| example(page, e)) }</p>
            </form>
            <div class="bar">
                <nav class="views" aria-label={words::view(lang)}>
                    { view_link(page, View::Cards, Icon::Cards, words::cards(lang)) }
                    { view_link(page, View::Map, Icon::Map, words::map(lang)) }
                    { view_link(page, View::Links, Icon::Links, words::links(lang)) }
                </nav>
                { chips(page, query) }
                <p class="count" role="status">
                    <b>{page.results.hits.len()}</b>{words::of_total(lang, page.results.total)}
                </p>
                { order(page) }
            </div>
        </>
    }
}

fn example(page: &Page, text: &'static str) -> Html {
    let onclick = page.act(move || Action::EditQuery(text.to_owned()));
    html! { <button type="button" class="example" {onclick}><code>{text}</code></button> }
}

fn view_link(page: &Page, view: View, mark: Icon, label: &'static str) -> Html {
    let current = (page.route.view == view).then_some("page");
    html! {
        <a href={page.route.on(view).href()} aria-current={current}>{icon(mark)}{label}</a>
    }
}

fn chips(page: &Page, query: &Query) -> Html {
    if query.is_empty() {
        return Html::default();
    }
    let clear = {
        let dispatch = page.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::ClearAll);
            focus("search");
        })
    };
    html! {
        <div class="chips">
            { for query.filters.iter().map(|filter| chip(page, filter)) }
            <button type="button" class="clear" onclick={clear}>{words::clear_all(page.lang)}</button>
        </div>
    }
}

fn chip(page: &Page, filter: &Filter) -> Html {
    let lang = page.lang;
    let field = vocabulary::field(lang, filter.field);
    let text = format!("{field}: {}", value_name(page, filter.field, &filter.value));
    let onclick = {
        let (dispatch, filter) = (page.dispatch.clone(), filter.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::Toggle(filter.field, filter.value.clone()));
            focus("search");
        })
    };
    let label = format!("{} {text}", words::remove_filter(lang));
    html! {
        <button type="button" class="chip" aria-label={label} key={filter.to_string()} {onclick}>
            {text}{icon(Icon::Close)}
        </button>
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
