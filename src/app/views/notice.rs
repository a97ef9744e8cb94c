//! What of an address was not understood, once.

use crate::markup::html;
use crate::messages::words;
use crate::state::{Action, Page};
use yew::Html;

/// Nothing, or one sentence and a button.
pub fn notice(page: &Page, not_understood: &[String]) -> Html {
    if not_understood.is_empty() {
        return Html::default();
    }
    let dismiss = page.act(|| Action::DismissNotice);
    html! {
        <div class="notice" role="status">
            <p>{words::not_understood(page.lang, not_understood)}</p>
            <button type="button" class="action" onclick={dismiss}>
                {words::dismiss(page.lang)}
            </button>
        </div>
    }
}
