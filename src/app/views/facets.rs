//! Facets with counts: what a click would show.

use super::parts::value_name;
use super::svg;
use crate::messages::{explore, vocabulary, words};
use crate::state::{Action, Page};
use incidents::search::{Facet, FacetValue, Field};
use yew::prelude::*;

/// The filters beside the cards; under 1200 px they fold into a button.
pub fn facets(page: &Page) -> Html {
    html! { <Facets page={page.clone()} /> }
}

/// What [`Facets`] is given.
#[derive(Clone, PartialEq, Properties)]
struct FacetsProps {
    page: Page,
}

#[component]
fn Facets(props: &FacetsProps) -> Html {
    let page = &props.page;
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let values = page.results.facets.iter().flat_map(|facet| &facet.values);
    let on = values.filter(|value| value.on).count();
    html! {
        <section class="facets" aria-label={words::filters(page.lang)} data-open={open.to_string()}>
            <button type="button" class="action fold" aria-expanded={open.to_string()}
                aria-controls="facets" onclick={toggle}>{explore::filters(page.lang, on)}</button>
            <div id="facets">
                { for page.results.facets.iter().map(|facet| one(page, facet)) }
            </div>
        </section>
    }
}

fn one(page: &Page, facet: &Facet) -> Html {
    let lang = page.lang;
    let most = facet
        .values
        .iter()
        .map(|v| v.count)
        .max()
        .unwrap_or(0)
        .max(1);
    let note = match facet.field {
        Field::Rung => words::facet_rung_note(lang),
        Field::Office => words::facet_office_note(lang),
        _ => "",
    };
    html! {
        <fieldset class="facet">
            <legend>{vocabulary::field(lang, facet.field)}</legend>
            { for facet.values.iter().map(|v| value(page, facet.field, v, most)) }
            if !note.is_empty() { <p class="note">{note}</p> }
        </fieldset>
    }
}

fn value(page: &Page, field: Field, value: &FacetValue, most: usize) -> Html {
    let width = (52 * value.count / most) as f64;
    let onchange = {
        let (dispatch, text) = (page.dispatch.clone(), value.value.clone());
        Callback::from(move |_: Event| dispatch.emit(Action::Toggle(field, text.clone())))
    };
    html! {
        <label key={value.value.clone()} data-none={(value.count == 0).to_string()}>
            <input type="checkbox" checked={value.on} {onchange} />
            <span>{value_name(page, field, &value.value)}</span>
            <svg class="amount" width="52" height="6" viewBox="0 0 52 6" aria-hidden="true">
                { svg::rect("all", [0.0, 0.0, 52.0, 6.0], 0.0) }
                { svg::rect("part", [0.0, 0.0, width, 6.0], 0.0) }
            </svg>
            <span class="num">{value.count}</span>
        </label>
    }
}
