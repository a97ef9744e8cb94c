//! The data of the page could not be read: why, and what to do.

use crate::markup::html;
use crate::messages::words;
use incidents::model::Lang;
use yew::Html;

/// The whole page, where there is nothing sound to show.
pub fn page(lang: Lang, fault: &str) -> Html {
    html! {
        <main class="page guard" role="alert">
            <h1>{words::broken_dataset(lang)}</h1>
            <p>{words::broken_help(lang)}</p>
            <p lang="en">{fault.to_owned()}</p>
        </main>
    }
}
