//! `Embed`: what to paste into another page, as it will look there.
//!
//! The preview is the element itself, made of what the page carries already: nothing is asked for,
//! and the policy of the page, which knows no frames, need not be widened.

mod snippet;

use super::component::component;
use super::hooks::{UseStateSetter, use_state};
use super::icons::{Icon, icon};
use crate::browser::{address, page as browser, picture};
use crate::markup::html;
use crate::messages::{embed as say, words};
use crate::route::View;
use crate::route::embed::Part;
use crate::state::Page;
use incidents::model::Lang;
use snippet::{Choice, Host, What};
use yew::functional::Hook;
use yew::prelude::*;

const DIALOG: &str = "embed-dialog";
const AREA: &str = "embed-text";
const RECIPE: &str = "embed-recipe";
/// The values of the list of hosts.
const DIGITS: [&str; Host::ALL.len()] = ["0", "1", "2", "3", "4", "5"];
/// The height that is offered first, in px.
const HEIGHT_PX: u32 = 600;

/// What is chosen, and which text was copied, or only selected.
#[derive(Clone, Default)]
struct Open {
    choice: Choice,
    copied: Option<(&'static str, bool)>,
}

/// The button and the dialog it opens; nothing in a page that is embedded itself. The choices
/// begin anew whenever it is opened.
pub fn embed(page: &Page) -> Html {
    component(page.clone(), |page, hooks| use_embed(page).run(hooks))
}

#[hook]
fn use_embed(page: &Page) -> Html {
    let open = use_state(|| None::<Open>);
    if page.route.embed.is_on() || picture::is_framed() {
        return Html::default();
    }
    let show = {
        let (set, page) = (open.setter(), page.clone());
        move |_: MouseEvent| {
            browser::show_dialog(DIALOG);
            let choice = first(&page);
            set.set(Some(Open {
                choice,
                copied: None,
            }));
        }
    };
    let close = open.setter();
    let inside = (*open).as_ref();
    html! {
        <>
            <button type="button" class="action embed" aria-haspopup="dialog" onclick={show}>
                {icon(Icon::Embed)}{say::embed(page.lang)}
            </button>
            <dialog id={DIALOG} aria-labelledby="embed-title" onclose={move |_| close.set(None)}>
                { for inside.map(|inside| dialog(page, inside, open.setter())) }
            </dialog>
        </>
    }
}

fn dialog(page: &Page, open: &Open, set: UseStateSetter<Option<Open>>) -> Html {
    let (lang, choice) = (page.lang, &open.choice);
    let text = |id, label, text| copied_from(lang, open, &set, (id, label, text));
    // One listener for every box: it is told by its name.
    let onchange = {
        let (choice, set) = (choice.clone(), set.clone());
        move |event: Event| {
            let Some((name, value)) = browser::changed(&event) else {
                return;
            };
            let choice = choice.clone().with(&name, &value);
            let copied = None;
            set.set(Some(Open { choice, copied }));
        }
    };
    html! {
        <>
            <header>
                <h2 id="embed-title">{say::title(lang)}</h2>
                <button type="button" class="action" onclick={|_| browser::close_dialog(DIALOG)}>
                    {icon(Icon::Close)}{say::close(lang)}
                </button>
            </header>
            <div class="choices-of" {onchange}>{ choices(page, choice) }</div>
            <div class="outcome">
                { text(AREA, say::paste(lang), choice.text(&page.route)) }
                <h3>{say::needs(lang)}</h3>
                { needs(lang, choice) }
                { for choice.host.recipe().map(|(name, file)| text(RECIPE, name, file.to_owned())) }
                <h3>{say::preview(lang)}</h3>
                { preview(page, choice) }
            </div>
        </>
    }
}

/// A text under its label, and a button that copies it.
fn copied_from(
    lang: Lang,
    open: &Open,
    set: &UseStateSetter<Option<Open>>,
    (id, label, text): (&'static str, &'static str, String),
) -> Html {
    let copy = {
        let (text, choice, set) = (text.clone(), open.choice.clone(), set.clone());
        move |_: MouseEvent| {
            let copied = Some((id, browser::copy_text(id, &text)));
            let choice = choice.clone();
            set.set(Some(Open { choice, copied }));
        }
    };
    let answer = open.copied.filter(|(which, _)| *which == id);
    let answer = answer.map(|(_, copied)| match copied {
        true => say::copied(lang),
        false => say::selected(lang),
    });
    html! {
        <>
            <label for={id}>{label}</label>
            <textarea {id} readonly={true} rows="5" spellcheck="false" value={text} />
            <p class="choices">
                <button type="button" class="action" onclick={copy}>{say::copy(lang)}</button>
                <span class="note" role="status">{answer.unwrap_or_default()}</span>
            </p>
        </>
    }
}

/// What is offered first: what the page shows, in its language.
fn first(page: &Page) -> Choice {
    let what = match &page.route.view {
        View::Incident(_) => What::Card,
        _ => What::View,
    };
    let shown = match &page.route.view {
        View::Incident(id) => Some(id.clone()),
        _ => page.results.hits.first().cloned(),
    };
    Choice {
        what,
        entry: shown,
        lang: Some(page.lang),
        theme: page.route.theme,
        height_px: HEIGHT_PX,
        page: Some(address::base())
            .filter(|base| !base.is_empty())
            .unwrap_or_else(|| "/explorer/incident-explorer.html".to_owned()),
        ..Choice::default()
    }
}

/// The boxes, each named as [`Choice::with`] knows it.
fn choices(page: &Page, choice: &Choice) -> Html {
    let lang = page.lang;
    let now = choice.values();
    let of = |name: &str| {
        let pair = now.iter().find(|(key, _)| *key == name);
        pair.map(|(_, value)| value.as_str()).unwrap_or_default()
    };
    let hosts: Vec<_> = DIGITS
        .into_iter()
        .enumerate()
        .map(|(at, digit)| (digit, say::host(lang, at)))
        .collect();
    let whats = [
        ("0", say::this_view(lang)),
        ("1", say::entry(lang)),
        ("2", say::card(lang)),
    ];
    let langs = [
        ("", say::readers_own(lang)),
        ("en", "English"),
        ("ja", "日本語"),
    ];
    let themes = [
        ("", words::auto(lang)),
        ("light", words::light(lang)),
        ("dark", words::dark(lang)),
    ];
    let others = page
        .results
        .hits
        .iter()
        .filter(|id| Some(*id) != choice.entry.as_ref());
    let ids: Vec<_> = choice.entry.iter().chain(others).collect();
    let ids: Vec<_> = ids.iter().map(|id| (id.as_str(), id.as_str())).collect();
    html! {
        <>
            { pick(say::into(lang), "host", &hosts, of("host")) }
            { pick(say::what(lang), "what", &whats, of("what")) }
            if choice.what != What::View { { pick(say::which(lang), "entry", &ids, of("entry")) } }
            { pick(words::language(lang), "lang", &langs, of("lang")) }
            { pick(words::theme(lang), "theme", &themes, of("theme")) }
            if choice.what != What::Card { { parts(lang, choice) } }
            { field(say::width(lang), "width", "number", of("width")) }
            { field(say::height(lang), "height", "number", of("height")) }
            // A wiki's recipe knows it.
            if choice.host.recipe().is_none() { { field(say::address(lang), "page", "text", of("page")) } }
        </>
    }
}

/// A list of which one is chosen: values and texts.
fn pick(label: &'static str, name: &'static str, options: &[(&str, &str)], now: &str) -> Html {
    let option = |(value, text): &(&str, &str)| {
        let selected = *value == now;
        html! { <option value={(*value).to_owned()} {selected}>{(*text).to_owned()}</option> }
    };
    html! {
        <label>{label}<select class="action" {name}>{ for options.iter().map(option) }</select></label>
    }
}

fn field(label: &'static str, name: &'static str, kind: &'static str, value: &str) -> Html {
    html! { <label>{label}<input type={kind} {name} min="0" max="4000" step="10" value={value.to_owned()} /></label> }
}

fn parts(lang: Lang, choice: &Choice) -> Html {
    let part = |part: &Part| {
        html! {
            <label><input type="checkbox" name={part.word()} checked={choice.shows(*part)} />{say::part(lang, *part)}</label>
        }
    };
    html! { <fieldset><legend>{say::parts(lang)}</legend>{ for Part::ALL.iter().map(part) }</fieldset> }
}

/// What the host must allow, and how much is fetched.
fn needs(lang: Lang, choice: &Choice) -> Html {
    let element = choice.host.is_element();
    let sizes = browser::sizes();
    let size = |at: usize| sizes.get(at).copied();
    let size = match (
        element,
        choice.page.ends_with(".html") && !choice.page.ends_with("index.html"),
    ) {
        (true, _) => size(2).map(|kb| say::script_kb(lang, kb)),
        (false, true) => size(1).map(|kb| say::file_kb(lang, kb)),
        (false, false) => size(0).map(|kb| say::site_kb(lang, kb)),
    };
    let lines = say::needed(lang, choice.host as usize);
    html! {
        <ul class="needs">
            { for lines.iter().map(|line| html! { <li>{*line}</li> }) }
            { for size.map(|text| html! { <li>{text}</li> }) }
        </ul>
    }
}

/// The element, on this very page.
fn preview(page: &Page, choice: &Choice) -> Html {
    let (tag, pairs) = choice.element(&page.route);
    let of = |name: &str| {
        let pair = pairs.iter().find(|(key, _)| *key == name);
        pair.map(|(_, value)| AttrValue::from(value.clone()))
    };
    // A tag that varies is beyond our own macro.
    yew::html! {
        <div class="preview">
            <@{tag} view={of("view")} incident={of("incident")} query={of("query")} lang={of("lang")}
                theme={of("theme")} show={of("show")} width={of("width")} height={of("height")} />
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::super::incident::tests::page;
    use super::*;
    use crate::route::Route;
    use std::rc::Rc;

    #[test]
    fn an_entry_is_offered_as_its_card_and_a_list_as_it_is() {
        let mut page = page(Lang::Ja);
        assert_eq!(first(&page).what, What::View);
        let id: incidents::model::IncidentId = "maker-2020".parse().unwrap();
        page.route = Rc::new(Route {
            view: View::Incident(id.clone()),
            ..Route::default()
        });
        let choice = first(&page);
        assert_eq!((choice.what, choice.lang), (What::Card, Some(Lang::Ja)));
        assert_eq!(choice.entry, Some(id));
    }

    #[test]
    fn every_host_is_named_and_says_what_it_needs_in_both_languages() {
        for lang in [Lang::En, Lang::Ja] {
            for host in Host::ALL {
                assert!(!say::host(lang, host as usize).is_empty(), "{host:?}");
                assert!(!say::needed(lang, host as usize).is_empty(), "{host:?}");
            }
            let of = |host: Host| say::needed(lang, host as usize).concat();
            assert!(of(Host::Element).contains("'wasm-unsafe-eval'"));
            assert!(of(Host::Frame).contains("allow-downloads"));
        }
    }
}
