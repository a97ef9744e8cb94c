//! Wordmark, what the page is, language and theme.

use super::icons::{Icon, icon};
use crate::markup::html;
use crate::messages::words;
use crate::route::{Theme, View};
use crate::state::{Action, Page};
use incidents::model::Lang;
use yew::Html;

/// The head of every page.
pub fn masthead(page: &Page, theme: Option<Theme>) -> Html {
    let lang = page.lang;
    html! {
        <header class="masthead">
            <a class="wordmark" href={page.route.on(View::Cards).href()}>
                <svg viewBox="0 0 24 24" aria-hidden="true">
                    <path class="undetected" d="M2 12h7" />
                    <rect class="silence" x="9" y="7" width="9" height="10" />
                    <path class="disclosed" d="M21 4v16" />
                    <circle class="detected" cx="9" cy="12" r="3" />
                </svg>
                {"Incident Explorer"}
            </a>
            <p class="tagline">{words::tagline(lang)}</p>
            <span class="offline">{icon(Icon::Lock)}{words::offline(lang)}</span>
            <span class="segmented" role="group" aria-label={words::language(lang)}>
                { choose_lang(page, Lang::En, "English") }
                { choose_lang(page, Lang::Ja, "日本語") }
            </span>
            <span class="segmented" role="group" aria-label={words::theme(lang)}>
                { choose_theme(page, theme, None, words::auto(lang)) }
                { choose_theme(page, theme, Some(Theme::Light), words::light(lang)) }
                { choose_theme(page, theme, Some(Theme::Dark), words::dark(lang)) }
            </span>
        </header>
    }
}

fn choose_lang(page: &Page, lang: Lang, label: &'static str) -> Html {
    let pressed = (page.lang == lang).to_string();
    let onclick = page.act(move || Action::ChooseLang(lang));
    html! {
        <button type="button" lang={lang.tag()} aria-pressed={pressed} {onclick}>{label}</button>
    }
}

fn choose_theme(
    page: &Page,
    now: Option<Theme>,
    theme: Option<Theme>,
    label: &'static str,
) -> Html {
    let pressed = (now == theme).to_string();
    let onclick = page.act(move || Action::ChooseTheme(theme));
    html! { <button type="button" aria-pressed={pressed} {onclick}>{label}</button> }
}
