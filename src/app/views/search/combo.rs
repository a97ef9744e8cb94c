//! The search box with its suggestions: a combobox as the ARIA practices describe it.
//!
//! <https://www.w3.org/WAI/ARIA/apg/patterns/combobox/>: the focus stays in the box, the arrows
//! move through the list, Enter takes, Escape closes and then clears.

use super::super::component::component;
use super::Given;
use crate::browser::page::{blur, caret, composed, focus_first_hit, put_caret};
use crate::markup::html;
use crate::messages::{search, vocabulary, words};
use crate::state::{Action, Page};
use crate::views::hooks::{UseStateSetter, use_effect_with, use_state};
use crate::views::icons::{Icon, icon};
use crate::views::parts::value_name;
use gloo::timers::callback::Timeout;
use incidents::search::complete::{Suggestion, complete};
use yew::functional::Hook;
use yew::prelude::*;

/// The box.
const BOX: &str = "search";

/// What is offered for a text, and which of it the arrows have reached.
#[derive(Clone, Default, PartialEq)]
struct Offer {
    text: String,
    list: Vec<Suggestion>,
    reached: Option<usize>,
}

/// The box and the list under it.
pub fn combo(given: &Given) -> Html {
    component(given.clone(), |given, hooks| use_combo(given).run(hooks))
}

#[hook]
fn use_combo(given: &Given) -> Html {
    let Given { page, index, .. } = given;
    let lang = page.lang;
    let offer = use_state(Offer::default);
    let edit = {
        let (dispatch, index, offer) = (page.dispatch.clone(), index.clone(), offer.setter());
        Callback::from(move |text: String| {
            let list = complete(&index.0, &text, caret(BOX, &text));
            dispatch.emit(Action::EditQuery(text.clone()));
            let reached = None;
            offer.set(Offer {
                text,
                list,
                reached,
            });
        })
    };
    let oninput = {
        let edit = edit.clone();
        Callback::from(move |event: InputEvent| {
            // While a Japanese reading is being converted, its letters are no words yet.
            let input = event.target_dyn_into::<web_sys::HtmlInputElement>();
            if let Some(input) = input.filter(|_| !event.is_composing()) {
                edit.emit(input.value());
            }
        })
    };
    {
        let edit = edit.clone();
        use_effect_with((), move |()| {
            let listener = composed(BOX, move |text| edit.emit(text));
            move || drop(listener)
        });
    }
    let take = {
        let (dispatch, offer) = (page.dispatch.clone(), offer.setter());
        Callback::from(move |suggestion: Suggestion| {
            take(&dispatch, &offer.now().text, &suggestion);
            offer.set(Offer::default());
        })
    };
    let onkeydown = {
        let (page, offer, take) = (page.clone(), offer.setter(), take.clone());
        Callback::from(move |event: KeyboardEvent| {
            if !event.is_composing() && pressed(&page, &offer, &take, &event.key()) {
                event.prevent_default();
            }
        })
    };
    let onblur = {
        let offer = offer.setter();
        Callback::from(move |_: FocusEvent| offer.set(Offer::default()))
    };
    let open = !offer.list.is_empty();
    let active = offer.reached.map(option_id);
    html! {
        <div class="combo">
            <label class="field">
                {icon(Icon::Search)}
                <input id={BOX} type="search" autocomplete="off" spellcheck="false" role="combobox"
                    aria-label={words::search(lang)} aria-autocomplete="list"
                    aria-expanded={open.to_string()} aria-controls="suggestions"
                    aria-activedescendant={active} value={page.route.query.clone()}
                    {oninput} {onkeydown} {onblur} />
                <kbd aria-hidden="true">{"/"}</kbd>
            </label>
            <ul id="suggestions" role="listbox" aria-label={search::suggestions(lang)} hidden={!open}>
                { for offer.list.iter().enumerate().map(|(n, s)| option(page, &take, n, s, offer.reached)) }
            </ul>
        </div>
    }
}

/// What a key does; whether it was taken.
fn pressed(
    page: &Page,
    offer: &UseStateSetter<Offer>,
    take: &Callback<Suggestion>,
    key: &str,
) -> bool {
    let now = offer.now();
    let (len, reached) = (now.list.len(), now.reached);
    let reach = |reached| {
        let offered = Offer::clone(&now);
        offer.set(Offer { reached, ..offered });
        true
    };
    match (key, reached) {
        ("ArrowDown", _) if len == 0 => focus_first_hit(),
        ("ArrowDown", None) => reach(Some(0)),
        ("ArrowDown", Some(n)) => reach((n + 1 < len).then_some(n + 1)),
        ("ArrowUp", None) if len > 0 => reach(Some(len - 1)),
        ("ArrowUp", Some(n)) => reach(n.checked_sub(1)),
        ("Enter" | "Tab", Some(n)) => match now.list.get(n) {
            Some(suggestion) => {
                take.emit(suggestion.clone());
                true
            }
            None => false,
        },
        ("Escape" | "Enter", _) if len > 0 => {
            offer.set(Offer::default());
            true
        }
        ("Escape", _) => {
            match page.route.query.is_empty() {
                true => blur(),
                false => page.dispatch.emit(Action::EditQuery(String::new())),
            }
            true
        }
        _ => false,
    }
}

/// Puts a suggestion into the text; after a value there is room for the next word.
fn take(dispatch: &Callback<Action>, text: &str, suggestion: &Suggestion) {
    let before = text.get(..suggestion.span.start).unwrap_or_default();
    let after = text.get(suggestion.span.end..).unwrap_or_default();
    let space = match suggestion.value.is_some() && !after.starts_with(' ') {
        true => " ",
        false => "",
    };
    let begun = format!("{before}{}{space}", suggestion.insert);
    let text = format!("{begun}{after}");
    dispatch.emit(Action::EditQuery(text));
    Timeout::new(0, move || put_caret(BOX, &begun)).forget();
}

fn option(
    page: &Page,
    take: &Callback<Suggestion>,
    n: usize,
    suggestion: &Suggestion,
    reached: Option<usize>,
) -> Html {
    // Before the box loses the focus, which closes the list.
    let onmousedown = {
        let (take, suggestion) = (take.clone(), suggestion.clone());
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            take.emit(suggestion.clone());
        })
    };
    let selected = (reached == Some(n)).to_string();
    let field = suggestion.field;
    let (name, count) = match &suggestion.value {
        Some((value, count)) => (
            value_name(page, field, value),
            words::gives(page.lang, *count),
        ),
        None => (
            format!("{}:", field.name(page.lang)),
            search::field(page.lang).to_owned(),
        ),
    };
    html! {
        <li role="option" id={option_id(n)} aria-selected={selected} {onmousedown}>
            <span>{name}</span><small>{vocabulary::field(page.lang, field)}</small>
            <span class="num">{count}</span>
        </li>
    }
}

fn option_id(n: usize) -> String {
    format!("suggestion-{n}")
}
