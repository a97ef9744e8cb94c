//! Facets with counts: what a click would show.

use super::component::{component, keyed};
use super::hooks::use_state;
use super::parts::value_name;
use super::svg;
use crate::markup::html;
use crate::messages::{explore, search, vocabulary, words};
use crate::state::{Action, Page};
use incidents::search::{Facet, FacetValue, Field};
use incidents::table::sort_by_key;
use std::rc::Rc;
use yew::functional::Hook;
use yew::prelude::*;

/// How many values of a long facet are shown at first; those that are on always are.
const SHORT: usize = 7;

/// The filters beside the cards; under 1200 px they fold into a button.
pub fn facets(page: &Page) -> Html {
    component(page.clone(), |page, hooks| use_facets(page).run(hooks))
}

/// How the reader wants the long facets.
#[derive(Clone, Copy, Default, PartialEq)]
struct Shape {
    /// Which is shown whole.
    whole: Option<Field>,
    /// Which stands by name rather than by count.
    by_name: Option<Field>,
}

#[hook]
fn use_facets(page: &Page) -> Html {
    let open = use_state(|| false);
    let shape = use_state(Shape::default);
    let toggle = {
        let open = open.setter();
        Callback::from(move |_: MouseEvent| open.set(!*open.now()))
    };
    let reshape = {
        let shape = shape.setter();
        Callback::from(move |next| shape.set(next))
    };
    let values = page.results.facets.iter().flat_map(|facet| &facet.values);
    let on = values.filter(|value| value.on).count();
    html! {
        <section class="facets" aria-label={words::filters(page.lang)} data-open={open.to_string()}>
            <button type="button" class="action fold" aria-expanded={open.to_string()}
                aria-controls="facets" onclick={toggle}>{explore::filters(page.lang, on)}</button>
            <div id="facets">
                { for (0..page.results.facets.len()).map(|nth| kept(page, nth, *shape, &reshape)) }
            </div>
        </section>
    }
}

/// What one facet is drawn from.
struct One {
    page: Page,
    nth: usize,
    /// How it is drawn.
    shape: Shape,
    reshape: Callback<Shape>,
}

impl One {
    fn facet(&self) -> Option<&Facet> {
        self.page.results.facets.get(self.nth)
    }
}

impl PartialEq for One {
    /// What a facet shows: a letter changes some of them, and only those are drawn anew.
    fn eq(&self, other: &Self) -> bool {
        let shown = |one: &Self| (one.page.lang, one.shape);
        shown(self) == shown(other)
            && Rc::ptr_eq(&self.page.dataset, &other.page.dataset)
            && self.facet() == other.facet()
    }
}

/// One facet, kept as it is where what it shows has not changed.
fn kept(page: &Page, nth: usize, shape: Shape, reshape: &Callback<Shape>) -> Html {
    let given = One {
        page: page.clone(),
        nth,
        shape,
        reshape: reshape.clone(),
    };
    keyed(nth, given, |given, _| {
        let drawn = |facet| one(given, facet);
        given.facet().map(drawn).unwrap_or_default()
    })
}

fn one(props: &One, facet: &Facet) -> Html {
    let (page, shape) = (&props.page, props.shape);
    let (lang, field) = (page.lang, facet.field);
    let counts = facet.values.iter().map(|v| v.count);
    let most = counts.max().unwrap_or(0).max(1);
    let note = match (facet.custom, field) {
        (true, _) => search::custom_note(lang),
        (_, Field::Rung) => words::facet_rung_note(lang),
        (_, Field::Office) => words::facet_office_note(lang),
        _ => "",
    };
    html! {
        <fieldset class="facet" data-custom={facet.custom.then_some("true")}>
            <legend>
                {vocabulary::field(lang, field)}
                if facet.custom { <small>{search::custom(lang)}</small> }
            </legend>
            { for shown(page, facet, shape).into_iter().map(|v| value(page, field, v, most)) }
            { controls(props, facet) }
            if !note.is_empty() { <p class="note">{note}</p> }
        </fieldset>
    }
}

/// The values to show, in their order.
fn shown<'a>(page: &Page, facet: &'a Facet, shape: Shape) -> Vec<&'a FacetValue> {
    let mut values: Vec<&FacetValue> = facet.values.iter().collect();
    if shape.by_name == Some(facet.field) {
        sort_by_key(&mut values, |v| {
            (v.value == "none", value_name(page, facet.field, &v.value))
        });
    }
    let whole = shape.whole == Some(facet.field) || is_short(facet);
    let keep = |(n, value): &(usize, &FacetValue)| whole || *n < SHORT || value.on;
    let kept = values.into_iter().enumerate().filter(keep);
    kept.map(|(_, value)| value).collect()
}

/// A facet that would hide one or two values shows them.
fn is_short(facet: &Facet) -> bool {
    facet.values.len() <= SHORT + 2
}

/// Whole or short, by count or by name; only where there is a choice.
fn controls(props: &One, facet: &Facet) -> Html {
    if is_short(facet) {
        return Html::default();
    }
    let (lang, field, now) = (props.page.lang, facet.field, props.shape);
    let set = |next: Shape| {
        let reshape = props.reshape.clone();
        Callback::from(move |_: MouseEvent| reshape.emit(next))
    };
    let switch = |on: Option<Field>| if on == Some(field) { None } else { Some(field) };
    let whole = Shape {
        whole: switch(now.whole),
        ..now
    };
    let by_name = Shape {
        by_name: switch(now.by_name),
        ..now
    };
    let is_whole = now.whole == Some(field);
    let more = match is_whole {
        true => search::show_fewer(lang).to_owned(),
        false => search::more_values(lang, facet.values.len() - SHORT),
    };
    let order = match now.by_name == Some(field) {
        true => search::by_count(lang),
        false => search::by_name(lang),
    };
    html! {
        <p class="controls">
            <button type="button" aria-expanded={is_whole.to_string()} onclick={set(whole)}>{more}</button>
            if field != Field::Disclosed {
                <button type="button" onclick={set(by_name)}>{order}</button>
            }
        </p>
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
