//! The guide for those who put the page somewhere: where it can lie, what its host must send, what
//! breaks and why. It knows nothing of the data.

use super::component::component;
use super::hooks::use_state_eq;
use crate::markup::html;
use crate::messages::guide as say;
use incidents::model::Lang;
use yew::Html;
use yew::functional::{Hook, hook};

/// The guide, folded; its text is drawn when a reader first opens it, for it is a tenth of the page
/// and most never do.
pub fn guide(lang: Lang) -> Html {
    component(lang, |lang, hooks| use_guide(*lang).run(hooks))
}

#[hook]
fn use_guide(lang: Lang) -> Html {
    let opened = use_state_eq(|| false);
    let open = opened.setter();
    html! {
        <details class="guide" ontoggle={move |_| open.set(true)}>
            <summary>{say::title(lang)}</summary>
            if *opened { { text(lang) } }
        </details>
    }
}

/// What it says.
fn text(lang: Lang) -> Html {
    html! {
        <>
            { for blocks(say::text(lang)) }
            <p>
                <a href="workshop.html" target="_blank" rel="noopener">{say::workshop(lang)}</a>
                {" "}{ for spans(say::beside(lang)) }
            </p>
        </>
    }
}

/// Headings, paragraphs, lists and snippets.
fn blocks(text: &'static str) -> Vec<Html> {
    let mut blocks: Vec<Html> = Vec::new();
    let mut list: Vec<Html> = Vec::new();
    for line in text.lines() {
        if let Some(item) = line.strip_prefix("* ") {
            list.push(html! { <li>{ for spans(item) }</li> });
            continue;
        }
        blocks.extend(closed(&mut list));
        blocks.push(if let Some(heading) = line.strip_prefix("## ") {
            html! { <h2>{heading}</h2> }
        } else if let Some(snippet) = line.strip_prefix("    ") {
            html! { <pre tabindex="0"><code>{snippet}</code></pre> }
        } else {
            html! { <p>{ for spans(line) }</p> }
        });
    }
    blocks.extend(closed(&mut list));
    blocks
}

fn closed(list: &mut Vec<Html>) -> Option<Html> {
    let items = std::mem::take(list);
    (!items.is_empty()).then(|| html! { <ul>{ for items }</ul> })
}

/// Text with its code.
fn spans(line: &'static str) -> Vec<Html> {
    let part = |(n, text): (usize, &'static str)| match n % 2 {
        0 => html! { {text} },
        _ => html! { <code>{text}</code> },
    };
    line.split('`').enumerate().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{markup, words};
    use super::*;

    #[test]
    fn both_languages_name_the_same_files_and_options() {
        let code = |lang| -> Vec<&str> {
            let mut code: Vec<&str> = say::text(lang).split('`').skip(1).step_by(2).collect();
            code.sort_unstable();
            code.dedup();
            code
        };
        assert_eq!(code(Lang::En), code(Lang::Ja));
        assert!(code(Lang::En).len() > 10);
        let headings = |lang| say::text(lang).matches("## ").count();
        assert_eq!(headings(Lang::En), headings(Lang::Ja));
    }

    #[test]
    fn the_guide_leads_to_the_workshop_and_its_snippet_is_text() {
        for lang in [Lang::En, Lang::Ja] {
            let html = markup(text(lang));
            assert!(
                html.contains("<a href=\"workshop.html\" target=\"_blank\""),
                "{html}"
            );
            assert!(
                html.contains("&lt;iframe src=") && !html.contains("<iframe"),
                "{html}"
            );
            assert!(!html.contains('`') && !html.contains("style="));
            assert!(words(text(lang)).contains("'wasm-unsafe-eval'"));
        }
    }

    /// What the guide says of the address, the page reads.
    #[test]
    fn the_address_of_the_snippet_is_understood() {
        for lang in [Lang::En, Lang::Ja] {
            let snippet = say::text(lang).split("src=\"").nth(1).unwrap();
            let (_, fragment) = snippet.split('"').next().unwrap().split_once('#').unwrap();
            let (route, not_understood) =
                crate::route::Route::parse(&format!("#{}", fragment.replace("&amp;", "&")));
            assert!(not_understood.is_empty(), "{not_understood:?}");
            assert_eq!(route.query, "actor:tick");
            assert!(route.href().contains("embed=1"), "{}", route.href());
        }
    }
}
