//! The dataset could not be read: every fault by place, and what to do.

use crate::messages::words;
use incidents::Finding;
use incidents::model::Lang;
use yew::{Html, html};

/// The whole page, where there is nothing sound to show.
pub fn broken(lang: Lang, findings: &[Finding]) -> Html {
    html! {
        <main class="page guard" role="alert">
            <h1>{words::broken_dataset(lang)}</h1>
            <p>{words::broken_help(lang)}</p>
            <ul>{ for findings.iter().take(50).map(|f| html! { <li>{f.to_string()}</li> }) }</ul>
        </main>
    }
}
