//! The Privacy panel: what is stored, what was asked for since the page was loaded, and a way to
//! look again.

use super::component::component;
use super::hooks::use_state;
use crate::browser::{preferences, requests};
use crate::markup::html;
use crate::messages::privacy as say;
use incidents::model::Lang;
use yew::functional::{Hook, hook};
use yew::{Callback, Html};

/// What was found when the reader last looked.
#[derive(Clone, Default, PartialEq)]
struct Found {
    stored: Option<Vec<(String, String)>>,
    asked: Option<Vec<Asked>>,
}

/// One address, and whether it lies elsewhere.
#[derive(Clone, Debug, PartialEq)]
struct Asked {
    address: String,
    outside: bool,
}

/// Closed it costs nothing; opened it looks.
pub fn privacy(lang: Lang) -> Html {
    component(lang, |lang, hooks| use_privacy(*lang).run(hooks))
}

#[hook]
fn use_privacy(lang: Lang) -> Html {
    let found = use_state(Found::default);
    let look = found.setter();
    let look = move || look.set(look_now());
    let (opened, again) = (look.clone(), look.clone());
    let clear = Callback::from(move |_| {
        preferences::clear();
        look();
    });
    html! {
        <details class="privacy" ontoggle={move |_| opened()}>
            <summary>{say::title(lang)}</summary>
            <h2>{say::stored(lang)}</h2>
            { stored(lang, found.stored.as_deref(), clear) }
            <h2>{say::asked(lang)}</h2>
            { asked(lang, found.asked.as_deref()) }
            <button type="button" onclick={move |_| again()}>{say::again(lang)}</button>
            <p>{say::asked_note(lang)}</p>
        </details>
    }
}

fn look_now() -> Found {
    let origin = requests::origin();
    let told = |address: String| told(address, &origin);
    Found {
        stored: preferences::stored(),
        asked: requests::asked().map(|all| all.into_iter().map(told).collect()),
    }
}

/// What an address is: only http and its like reach another place, and only another origin is one.
fn told(address: String, origin: &str) -> Asked {
    let scheme = address.split_once(':').map_or("", |(scheme, _)| scheme);
    let reaches = !matches!(scheme, "data" | "blob" | "file" | "about");
    let rest = address.strip_prefix(origin).filter(|_| !origin.is_empty());
    let same = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']));
    Asked {
        outside: reaches && !same,
        address,
    }
}

fn stored(
    lang: Lang,
    found: Option<&[(String, String)]>,
    clear: Callback<yew::MouseEvent>,
) -> Html {
    let Some(found) = found else {
        return html! { <p>{say::refused(lang)}</p> };
    };
    if found.is_empty() {
        return html! { <p role="status">{say::nothing(lang)}</p> };
    }
    let line = |(key, value): &(String, String)| html! { <li><code>{key.clone()}{" = "}{value.clone()}</code></li> };
    html! {
        <>
            <p>{say::stored_note(lang)}</p>
            <ul class="stored">{ for found.iter().map(line) }</ul>
            <button type="button" onclick={clear}>{say::clear(lang)}</button>
        </>
    }
}

fn asked(lang: Lang, found: Option<&[Asked]>) -> Html {
    let Some(found) = found else {
        return html! { <p>{say::unknown(lang)}</p> };
    };
    let outside = found.iter().filter(|one| one.outside).count();
    let line = |one: &Asked| html! { <li><code>{short(&one.address)}</code></li> };
    html! {
        <>
            <p role="status"><strong>{say::counted(lang, found.len() + 1, outside)}</strong></p>
            <ul class="asked">
                // Its address may hold what the reader looks for.
                <li>{say::page_itself(lang)}</li>
                { for found.iter().map(line) }
            </ul>
        </>
    }
}

/// An address short enough to be read: a `data:` one may be megabytes.
fn short(address: &str) -> String {
    address.chars().take(160).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_another_origin_is_outside() {
        let outside = |address: &str| told(address.to_owned(), "https://wiki.example").outside;
        for own in [
            "https://wiki.example/x/core.wasm?1a",
            "data:,",
            "blob:https://a/1",
            "file:///a.html",
            "https://wiki.example",
        ] {
            assert!(!outside(own), "{own}");
        }
        for other in [
            "https://wiki.example.org/a",
            "http://wiki.example/a",
            "https://wiki.example:8443/",
            "wss://a/",
        ] {
            assert!(outside(other), "{other}");
        }
    }

    #[test]
    fn in_a_sandbox_everything_asked_for_is_elsewhere() {
        assert!(told("https://wiki.example/a.png".to_owned(), "null").outside);
    }
}
