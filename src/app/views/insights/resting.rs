//! The front page's picture while a reader types: cards, count and filters answer a letter in its own
//! frame, and the picture follows once typing rests. Until then it is what it was, dimmed, without
//! its figures, and told as busy.

use super::super::hooks::use_effect_with;
use super::{Insights, InsightsProps};
use crate::markup::html;
use crate::state::Page;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long the results stand still before the picture is drawn anew, in ms: longer than from letter
/// to letter, shorter than a reader waits.
const REST_MS: u32 = 120;

/// Whether a picture must be drawn in its own frame: it is in another language, or the first.
fn at_once(drawn: &Page, page: &Page) -> bool {
    (drawn.lang, drawn.is_settled()) != (page.lang, page.is_settled())
}

/// The picture of the results as they were when typing last rested.
#[component]
pub fn Resting(props: &InsightsProps) -> Html {
    let drawn = use_mut_ref(|| props.clone());
    if at_once(&drawn.borrow().page, &props.page) {
        drawn.replace(props.clone());
    }
    let waits = *drawn.borrow() != *props;
    let redraw = use_force_update();
    {
        let drawn = drawn.clone();
        use_effect_with(props.clone(), move |props| {
            let props = props.clone();
            let follow = move || {
                drawn.replace(props);
                redraw.force_update();
            };
            let later = waits.then(|| Timeout::new(REST_MS, follow));
            move || drop(later)
        });
    }
    let page = drawn.borrow().page.clone();
    html! { <div class="resting" aria-busy={waits.then_some("true")}><Insights {page} /></div> }
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
        let props = |page: &Page| InsightsProps { page: page.clone() };
        assert!(props(&drawn) != props(&other) && !at_once(&drawn, &other));
        let mut same = drawn.clone();
        Rc::make_mut(&mut same.route).query = "maker ".to_owned();
        assert!(props(&drawn) == props(&same), "other words, same answer");
        assert!(at_once(&drawn, &page(Lang::Ja)));
        other.unrolled = 1;
        assert!(at_once(&drawn, &other), "the first frame has no picture");
    }
}
