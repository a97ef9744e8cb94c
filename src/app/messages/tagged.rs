//! Names in the page's marks, with their language where it is not the page's.

use crate::markup::html;
use incidents::model::{Lang, Name};
use yew::Html;

/// A name, marked with its language where that is not the page's.
pub fn name(lang: Lang, name: &Name) -> Html {
    let (text, tag) = name.get(lang);
    tagged(lang, text, tag)
}

/// A text, marked with its language where that is not the page's.
pub fn tagged(lang: Lang, text: &str, tag: &str) -> Html {
    match tag == lang.tag() {
        true => html! { {text.to_owned()} },
        false => html! { <span lang={tag.to_owned()}>{text.to_owned()}</span> },
    }
}
