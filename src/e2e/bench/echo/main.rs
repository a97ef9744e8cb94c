//! A Yew page with an input and what was typed: what a key costs before anything of ours.

use yew::prelude::*;

#[component]
fn Echo() -> Html {
    let text = use_state(String::new);
    let oninput = {
        let text = text.setter();
        Callback::from(move |event: InputEvent| {
            let input = event.target_dyn_into::<web_sys::HtmlInputElement>();
            text.set(input.map(|input| input.value()).unwrap_or_default());
        })
    };
    html! {
        <main>
            <input id="search" value={(*text).clone()} {oninput} />
            <p>{(*text).clone()}</p>
        </main>
    }
}

fn main() {
    yew::Renderer::<Echo>::new().render();
}
