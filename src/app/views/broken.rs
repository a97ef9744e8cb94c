//! Parts of the dataset could not be read: every fault by place, and what to do.

use crate::messages::{explore, words};
use incidents::Finding;
use incidents::model::Lang;
use yew::{Html, html};

/// How many faults are shown; the rest is counted.
const SHOWN: usize = 50;

/// The whole page, where there is nothing sound to show.
pub fn page(lang: Lang, findings: &[Finding]) -> Html {
    html! {
        <main class="page guard" role="alert">
            <h1>{words::broken_dataset(lang)}</h1>
            <p>{words::broken_help(lang)}</p>
            { list(findings) }
        </main>
    }
}

/// Above the records that are sound: a fault never costs more than the record it stands in.
pub fn panel(lang: Lang, findings: &[Finding]) -> Html {
    if findings.is_empty() {
        return Html::default();
    }
    html! {
        <section class="guard" role="alert">
            <h2>{explore::partly_broken(lang)}</h2>
            <p>{explore::partly_broken_help(lang)}</p>
            { list(findings) }
        </section>
    }
}

fn list(findings: &[Finding]) -> Html {
    let rest = findings.len().saturating_sub(SHOWN);
    html! {
        <ul>
            { for findings.iter().take(SHOWN).map(|f| html! { <li>{f.to_string()}</li> }) }
            if rest > 0 { <li>{format!("+ {rest}")}</li> }
        </ul>
    }
}
