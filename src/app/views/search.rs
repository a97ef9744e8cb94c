//! The search box, the views, the chips, the count and the order.

use super::icons::{Icon, icon};
use super::parts::value_name;
use crate::browser::page::{blur, composed, focus, focus_first};
use crate::messages::{vocabulary, words};
use crate::route::View;
use crate::state::{Action, Page};
use gloo::timers::callback::Timeout;
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

/// How long the count stands still before it is said, in ms.
const TOLD_AFTER_MS: u32 = 800;

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
    {
        let dispatch = page.dispatch.clone();
        use_effect_with((), move |()| {
            let edit = move |text| dispatch.emit(Action::EditQuery(text));
            let listener = composed("search", edit);
            move || drop(listener)
        });
    }
    let onkeydown = {
        let (dispatch, empty) = (page.dispatch.clone(), page.route.query.is_empty());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() != "Escape" || event.is_composing() {
                return;
            }
            event.prevent_default();
            match empty {
                true => blur(),
                false => dispatch.emit(Action::EditQuery(String::new())),
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
                        {oninput} {onkeydown} />
                    <kbd aria-hidden="true">{"/"}</kbd>
                </label>
                <p class="hint">
                    {words::examples(lang)}{ for EXAMPLES.iter().map(|e| example(page, e)) }
                </p>
            </form>
            <div class="bar">
                <nav class="views" aria-label={words::view(lang)}>
                    { view_link(page, View::Cards, Icon::Cards, words::cards(lang)) }
                    { view_link(page, View::Map, Icon::Map, words::map(lang)) }
                    { view_link(page, View::Links, Icon::Links, words::links(lang)) }
                    { view_link(page, View::Timeline, Icon::Timeline, words::timeline(lang)) }
                </nav>
                { chips(page, query) }
                <p class="count">
                    <b>{page.results.hits.len()}</b>{words::of_total(lang, page.results.total)}
                </p>
                <Told text={told(page)} />
                { order(page) }
            </div>
        </>
    }
}

/// The count in words, for those who do not see it change.
fn told(page: &Page) -> String {
    let found = page.results.hits.len();
    format!("{found}{}", words::of_total(page.lang, page.results.total))
}

/// What [`Told`] is given.
#[derive(Clone, PartialEq, Properties)]
struct ToldProps {
    text: String,
}

/// Says a text once it has stood still: a count that changes with every key is told at the end.
#[component]
fn Told(props: &ToldProps) -> Html {
    let said = use_state(String::new);
    let first = use_mut_ref(|| true);
    {
        let said = said.clone();
        use_effect_with(props.text.clone(), move |text| {
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
            { for query.filters.iter().enumerate().map(|(place, filter)| chip(page, place, filter)) }
            <button type="button" class="clear" onclick={clear}>{words::clear_all(page.lang)}</button>
        </div>
    }
}

/// One filter in words; once it is removed, the focus goes to the chip that takes its place.
fn chip(page: &Page, place: usize, filter: &Filter) -> Html {
    let lang = page.lang;
    let field = vocabulary::field(lang, filter.field);
    let text = format!("{field}: {}", value_name(page, filter.field, &filter.value));
    let onclick = {
        let (dispatch, filter) = (page.dispatch.clone(), filter.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::Toggle(filter.field, filter.value.clone()));
            let next = [
                chip_id(place),
                chip_id(place.saturating_sub(1)),
                "search".to_owned(),
            ];
            Timeout::new(0, move || focus_first(&next)).forget();
        })
    };
    let label = format!("{} {text}", words::remove_filter(lang));
    html! {
        <button type="button" class="chip" id={chip_id(place)} aria-label={label} {onclick}>
            {text}{icon(Icon::Close)}
        </button>
    }
}

fn chip_id(place: usize) -> String {
    format!("chip-{place}")
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
