//! `Embed`: what to paste into another page, as it will look there.
//!
//! The preview is the element itself, made of what the page carries already: nothing is asked for,
//! and the policy of the page, which knows no frames, need not be widened.

mod snippet;

use super::icons::{Icon, icon};
use crate::browser::{address, page as browser, picture};
use crate::messages::{embed as say, words};
use crate::route::embed::Part;
use crate::route::{Theme, View};
use crate::state::Page;
use incidents::model::{IncidentId, Lang};
use snippet::{Choice, Host, What};
use yew::prelude::*;

const DIALOG: &str = "embed-dialog";
const AREA: &str = "embed-text";
/// The height that is offered first, in px.
const HEIGHT_PX: u32 = 600;
/// The largest size that is taken, in px.
const MOST_PX: u32 = 4000;

/// What [`EmbedButton`] and the dialog are given.
#[derive(Clone, PartialEq, Properties)]
pub struct EmbedProps {
    /// The page's values.
    pub page: Page,
}

/// The button and the dialog it opens; nothing in a page that is embedded itself.
#[component]
pub fn EmbedButton(props: &EmbedProps) -> Html {
    let open = use_state_eq(|| false);
    let lang = props.page.lang;
    use_effect_with(*open, |open| {
        if *open {
            browser::show_dialog(DIALOG);
        }
    });
    if props.page.route.embed.is_on() || picture::is_framed() {
        return Html::default();
    }
    let set = |to: bool| {
        let open = open.setter();
        move || open.set(to)
    };
    let (show, closed) = (set(true), set(false));
    html! {
        <>
            <button type="button" class="action embed" aria-haspopup="dialog" onclick={move |_| show()}>
                {icon(Icon::Embed)}{say::embed(lang)}
            </button>
            if *open {
                <dialog id={DIALOG} aria-labelledby="embed-title" onclose={move |_| closed()}>
                    <Dialog ..props.clone() />
                </dialog>
            }
        </>
    }
}

/// The dialog's inside; its choices begin anew whenever it is opened.
#[component]
fn Dialog(props: &EmbedProps) -> Html {
    let page = &props.page;
    let choice = use_state_eq(|| first(page));
    let told = use_state_eq(|| None::<bool>);
    let change = {
        let (choice, told) = (choice.clone(), told.setter());
        Callback::from(move |next: Choice| {
            told.set(None);
            choice.set(next);
        })
    };
    let text = choice.text(&page.route);
    let copy = {
        let (text, told) = (text.clone(), told.setter());
        Callback::from(move |_: MouseEvent| told.set(Some(browser::copy_text(AREA, &text))))
    };
    let lang = page.lang;
    let answer = told.map(|copied| match copied {
        true => say::copied(lang),
        false => say::selected(lang),
    });
    html! {
        <>
            <header>
                <h2 id="embed-title">{say::title(lang)}</h2>
                <button type="button" class="action" onclick={|_| browser::close_dialog(DIALOG)}>
                    {icon(Icon::Close)}{say::close(lang)}
                </button>
            </header>
            <div class="choices-of">{ choices(page, &choice, &change) }</div>
            <div class="outcome">
                <label for={AREA}>{say::paste(lang)}</label>
                <textarea id={AREA} readonly={true} rows="5" spellcheck="false" value={text} />
                <p class="choices">
                    <button type="button" class="action" onclick={copy}>{say::copy(lang)}</button>
                    <span class="note" role="status">{answer.unwrap_or_default()}</span>
                </p>
                <h3>{say::needs(lang)}</h3>
                { needs(lang, &choice) }
                <h3>{say::preview(lang)}</h3>
                { preview(page, &choice) }
            </div>
        </>
    }
}

/// What is offered first: what the page shows, in its language.
fn first(page: &Page) -> Choice {
    let what = match &page.route.view {
        View::Incident(id) => What::Card(id.clone()),
        _ => What::View,
    };
    Choice {
        what,
        lang: Some(page.lang),
        theme: page.route.theme,
        height_px: HEIGHT_PX,
        page: Some(address::base())
            .filter(|base| !base.is_empty())
            .unwrap_or_else(|| "/explorer/incident-explorer.html".to_owned()),
        ..Choice::default()
    }
}

type Change = Callback<Choice>;

fn choices(page: &Page, choice: &Choice, change: &Change) -> Html {
    let lang = page.lang;
    let langs = [None, Some(Lang::En), Some(Lang::Ja)];
    let themes = [None, Some(Theme::Light), Some(Theme::Dark)];
    let lang_of = |l: &Option<Lang>| match l {
        None => say::readers_own(lang),
        Some(Lang::En) => "English",
        Some(Lang::Ja) => "日本語",
    };
    let theme_of = |t: &Option<Theme>| match t {
        None => words::auto(lang),
        Some(Theme::Light) => words::light(lang),
        Some(Theme::Dark) => words::dark(lang),
    };
    let host_of = |host: &Host| say::host(lang, *host as usize);
    let set = |edit: fn(&mut Choice, usize)| {
        let (choice, change) = (choice.clone(), change.clone());
        Callback::from(move |at: usize| {
            let mut next = choice.clone();
            edit(&mut next, at);
            change.emit(next);
        })
    };
    html! {
        <>
            { pick(say::into(lang), Host::ALL.iter().map(host_of), choice.host as usize, set(|choice, at| {
                choice.host = Host::ALL.get(at).copied().unwrap_or_default();
            })) }
            { what(page, choice, change) }
            { pick(words::language(lang), langs.iter().map(lang_of), langs.iter().position(|l| *l == choice.lang).unwrap_or(0), set(|choice, at| {
                choice.lang = [None, Some(Lang::En), Some(Lang::Ja)].get(at).copied().flatten();
            })) }
            { pick(words::theme(lang), themes.iter().map(theme_of), themes.iter().position(|t| *t == choice.theme).unwrap_or(0), set(|choice, at| {
                choice.theme = [None, Some(Theme::Light), Some(Theme::Dark)].get(at).copied().flatten();
            })) }
            if !matches!(choice.what, What::Card(_)) { { parts(lang, choice, change) } }
            { field(say::width(lang), "number", choice.width_px.to_string(), choice, change, |choice, text| choice.width_px = px(text)) }
            { field(say::height(lang), "number", choice.height_px.to_string(), choice, change, |choice, text| choice.height_px = px(text)) }
            { field(say::address(lang), "text", choice.page.clone(), choice, change, |choice, text| choice.page = text.to_owned()) }
        </>
    }
}

fn px(text: &str) -> u32 {
    text.parse().unwrap_or(0).min(MOST_PX)
}

/// A list of which one is chosen.
fn pick(
    label: &'static str,
    options: impl Iterator<Item = &'static str>,
    now: usize,
    set: Callback<usize>,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let select = event.target_dyn_into::<web_sys::HtmlSelectElement>();
        let at = select.and_then(|s| usize::try_from(s.selected_index()).ok());
        set.emit(at.unwrap_or(0));
    });
    let option = |(at, text)| html! { <option selected={at == now}>{text}</option> };
    html! {
        <label>{label}<select class="action" {onchange}>{ for options.enumerate().map(option) }</select></label>
    }
}

fn field(
    label: &'static str,
    kind: &'static str,
    value: String,
    choice: &Choice,
    change: &Change,
    edit: fn(&mut Choice, &str),
) -> Html {
    let (choice, change) = (choice.clone(), change.clone());
    let onchange = Callback::from(move |event: Event| {
        let input = event.target_dyn_into::<web_sys::HtmlInputElement>();
        let mut next = choice.clone();
        edit(&mut next, &input.map(|i| i.value()).unwrap_or_default());
        change.emit(next);
    });
    html! { <label>{label}<input type={kind} min="0" max="4000" step="10" {value} {onchange} /></label> }
}

/// This view, or an entry, or its card, and which entry.
fn what(page: &Page, choice: &Choice, change: &Change) -> Html {
    let lang = page.lang;
    let shown = match (&choice.what, &page.route.view) {
        (What::Entry(id) | What::Card(id), _) | (What::View, View::Incident(id)) => {
            Some(id.clone())
        }
        _ => page.results.hits.first().cloned(),
    };
    let kinds = [say::this_view(lang), say::entry(lang), say::card(lang)];
    let now = match choice.what {
        What::View => 0,
        What::Entry(_) => 1,
        What::Card(_) => 2,
    };
    let set = {
        let (choice, change, shown) = (choice.clone(), change.clone(), shown.clone());
        Callback::from(move |at: usize| {
            let what = match (at, shown.clone()) {
                (1, Some(id)) => What::Entry(id),
                (2, Some(id)) => What::Card(id),
                _ => What::View,
            };
            change.emit(Choice {
                what,
                ..choice.clone()
            });
        })
    };
    html! {
        <>
            { pick(say::what(lang), kinds.into_iter(), now, set) }
            if now > 0 { { entry(page, choice, change, shown.as_ref()) } }
        </>
    }
}

fn entry(page: &Page, choice: &Choice, change: &Change, shown: Option<&IncidentId>) -> Html {
    let onchange = {
        let (choice, change) = (choice.clone(), change.clone());
        Callback::from(move |event: Event| {
            let select = event.target_dyn_into::<web_sys::HtmlSelectElement>();
            let id = select.and_then(|s| s.value().parse::<IncidentId>().ok());
            let what = match (&choice.what, id) {
                (What::Card(_), Some(id)) => What::Card(id),
                (_, Some(id)) => What::Entry(id),
                _ => return,
            };
            change.emit(Choice {
                what,
                ..choice.clone()
            });
        })
    };
    let others = page.results.hits.iter().filter(|id| Some(*id) != shown);
    let option = |id: &IncidentId| {
        let selected = Some(id) == shown;
        html! { <option value={id.to_string()} {selected}>{id.to_string()}</option> }
    };
    html! {
        <label>{say::which(page.lang)}<select class="action" {onchange}>
            { for shown.into_iter().chain(others).map(option) }
        </select></label>
    }
}

fn parts(lang: Lang, choice: &Choice, change: &Change) -> Html {
    let part = |part: &Part| {
        let part = *part;
        let checked = choice.shows(part);
        let (choice, change) = (choice.clone(), change.clone());
        let onchange = Callback::from(move |_: Event| {
            let embed = choice.embed.with(part, !checked);
            change.emit(Choice {
                embed,
                ..choice.clone()
            });
        });
        html! {
            <label><input type="checkbox" {checked} {onchange} />{say::part(lang, part)}</label>
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
    let [lang, theme, width] = ["lang", "theme", "width"].map(of);
    html! {
        <div class="preview">
            if tag == "incident-card" {
                <incident-card incident={of("incident")} {lang} {theme} {width} />
            } else {
                <incident-explorer view={of("view")} incident={of("incident")} query={of("query")}
                    {lang} {theme} {width} show={of("show")} height={of("height")} />
            }
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
        let id: IncidentId = "maker-2020".parse().unwrap();
        page.route = Rc::new(Route {
            view: View::Incident(id.clone()),
            ..Route::default()
        });
        let choice = first(&page);
        assert_eq!((choice.what, choice.lang), (What::Card(id), Some(Lang::Ja)));
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
