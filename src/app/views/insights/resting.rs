//! The front page's picture while a reader types: cards, count and filters answer a letter in its own
//! frame, and the picture follows once typing rests. Until then it is what it was, dimmed, without
//! its figures, and told as busy.

use super::super::component::component;
use super::super::hooks::use_effect_with;
use super::{Given, insights};
use crate::markup::html;
use crate::state::Page;
use gloo::timers::callback::Timeout;
use yew::functional::Hook;
use yew::prelude::*;

/// How long the results stand still before the picture is drawn anew, in ms: longer than from letter
/// to letter, shorter than a reader waits.
const REST_MS: u32 = 120;

/// Whether a picture must be drawn in its own frame: it is in another language, or the first.
fn at_once(drawn: &Page, page: &Page) -> bool {
    (drawn.lang, drawn.is_settled()) != (page.lang, page.is_settled())
}

/// The picture of the results as they were when typing last rested.
pub fn resting(page: &Page) -> Html {
    component(Given(page.clone()), |given, hooks| {
        use_resting(given).run(hooks)
    })
}

#[hook]
fn use_resting(given: &Given) -> Html {
    let drawn = use_mut_ref(|| given.clone());
    if at_once(&drawn.borrow().0, &given.0) {
        drawn.replace(given.clone());
    }
    let waits = *drawn.borrow() != *given;
    let redraw = use_force_update();
    {
        let drawn = drawn.clone();
        use_effect_with(given.clone(), move |given| {
            let given = given.clone();
            let follow = move || {
                drawn.replace(given);
                redraw.force_update();
            };
            let later = waits.then(|| Timeout::new(REST_MS, follow));
            move || drop(later)
        });
    }
    let page = &drawn.borrow().0;
    html! { <div class="resting" aria-busy={waits.then_some("true")}>{ insights(page) }</div> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::incident::tests::page;
    use incidents::model::Lang;
    use std::rc::Rc;

    #[test]
    fn other_results_wait_and_another_language_does_not() {
        let (drawn, mut other) = (page(Lang::En), page(Lang::En));
        Rc::make_mut(&mut other.results).hits.pop();
        let given = |page: &Page| Given(page.clone());
        assert!(given(&drawn) != given(&other) && !at_once(&drawn, &other));
        let mut same = drawn.clone();
        Rc::make_mut(&mut same.route).query = "maker ".to_owned();
        assert!(given(&drawn) == given(&same), "other words, same answer");
        assert!(at_once(&drawn, &page(Lang::Ja)));
        other.unrolled = 1;
        assert!(at_once(&drawn, &other), "the first frame has no picture");
    }
}
