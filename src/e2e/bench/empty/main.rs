//! A Yew page with nothing on it: what opening costs before anything of ours.

use yew::prelude::*;

#[component]
fn Empty() -> Html {
    html! { <main></main> }
}

fn main() {
    yew::Renderer::<Empty>::new().render();
}
