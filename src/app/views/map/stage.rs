//! The map as one stop: a window on the picture, its tools, and the card of what is pointed at.

use super::super::component::component;
use super::super::gestures::hand::{Hand, STEP};
use super::super::gestures::window::{Drawn, use_window};
use super::super::hooks::{use_effect_with, use_state};
use super::super::icons::{Icon, icon};
use super::control::{Control, Live, Pointed};
use super::keys::stops;
use super::picture::{self, Drawing, frame};
use super::{card, shown, victims};
use crate::browser::stage;
use crate::markup::html;
use crate::messages::map as say;
use crate::state::Page;
use geometry::label::Box4;
use incidents::model::CountryCode;
use incidents::table::sort_by_key;
use web_sys::HtmlSelectElement;
use yew::functional::Hook;
use yew::prelude::*;

/// The map of the current result, and its tools where it is wanted whole: the picture comes first.
pub fn stage(page: &Page, whole: bool) -> Html {
    component((page.clone(), whole), |(page, whole), hooks| {
        use_stage(page, *whole).run(hooks)
    })
}

#[hook]
fn use_stage(page: &Page, whole: bool) -> Html {
    let lang = page.lang;
    let (window, drawn) = use_window("map", "map-moved", || frame(page, [960.0, 400.0]));
    let pointed = use_state(|| None::<Pointed>);
    let region = use_state(|| None::<Box4>);
    let brush = use_state(|| false);
    let said = use_state(|| "");
    let control = Control {
        window,
        live: use_mut_ref(|| Live::new(page)),
        page: use_mut_ref(|| page.clone()),
        pointed: pointed.setter(),
        region: region.setter(),
        brush: brush.setter(),
        said: said.setter(),
    };
    control.page.replace(page.clone());
    use_hands(&control);
    {
        // Another result has other marks: what was pointed at may be something else now.
        let control = control.clone();
        use_effect_with(page.results.clone(), move |_| control.let_go());
    }
    {
        let control = control.clone();
        let middle = page.basemap.centre_lon_deg as i32;
        use_effect_with(middle, move |_| control.turned());
    }
    let onkeydown = {
        let control = control.clone();
        Callback::from(move |event: KeyboardEvent| {
            let plain = !event.ctrl_key() && !event.alt_key() && !event.meta_key();
            if plain && control.key(&event.key(), event.shift_key()) {
                event.prevent_default();
                event.stop_propagation();
            }
        })
    };
    let zoomed = drawn.is_some_and(|drawn| drawn.zoom > 1.001).to_string();
    let brushing = (*brush).to_string();
    html! {
        <div class="map-frame map-marks">
            <div id="map" class="sea-fill" tabindex="0" role="application" data-zoomed={zoomed} data-brush={brushing}
                aria-label={picture::finding(page, &shown(page))} aria-describedby="map-keys" {onkeydown}>
                <div id="map-moved">
                    if let Some(drawn) = drawn {
                        { picture::drawing(Drawing { page: page.clone(), drawn, whole }) }
                        { walked(page, drawn, *pointed) }
                    }
                </div>
                { brushed(*region) }
            </div>
            <p id="map-keys" class="unseen">{say::keys(lang)}</p>
            if whole {
                { tools(page, &control) }
                <div class="map-card" role="status" data-on={pointed.is_some().to_string()}>
                    if let (Some(drawn), Some(pointed)) = (drawn, *pointed) { { card::card(page, drawn, pointed.key, pointed.pinned) } }
                </div>
                { more_tools(page, &control, *brush) }
            }
            <p class="map-said" role="status">{*said}</p>
        </div>
    }
}

/// Listens to hands as long as the map is there.
#[hook]
fn use_hands(control: &Control) {
    let listening = use_mut_ref(Vec::new);
    let control = control.clone();
    use_effect_with((), move |()| {
        let hands = control.clone();
        let heard = stage::listen("map", move |signal| hands.hear(signal));
        listening.replace(heard);
        control.measure();
        move || drop(listening.take())
    });
}

/// A ring round what keys have walked to.
fn walked(page: &Page, drawn: Drawn, pointed: Option<Pointed>) -> Html {
    let Some(Pointed { key, pinned: true }) = pointed else {
        return Html::default();
    };
    let stops = stops(page, drawn);
    let at = stops.iter().find(|(k, _)| *k == key).map(|(_, at)| *at);
    let ring = at.map(|at| super::super::svg::circle("walked", at.x_px, at.y_px, 14.0));
    picture::layer(page, drawn, ring.unwrap_or_default())
}

fn brushed(region: Option<Box4>) -> Html {
    let Some([left, top, right, bottom]) = region else {
        return Html::default();
    };
    html! {
        <svg class="brush" aria-hidden="true">{ super::super::svg::rect("region", [left, top, right - left, bottom - top], 0.0) }</svg>
    }
}

fn tools(page: &Page, control: &Control) -> Html {
    let lang = page.lang;
    let button = |label: &'static str, sign: Html, act: fn(&Control)| {
        let control = control.clone();
        let onclick = Callback::from(move |_: MouseEvent| act(&control));
        html! { <button type="button" class="action" aria-label={label} title={label} {onclick}>{sign}</button> }
    };
    // Signs that the page's own fonts lack are drawn: to look for another font takes 20 ms.
    html! {
        <div class="map-tools" role="group" aria-label={say::zoom(lang)}>
            { button(say::zoom_in(lang), "+".into(), |c| c.look(|hand| hand.zoom(STEP))) }
            { button(say::zoom_out(lang), "−".into(), |c| c.look(|hand| hand.zoom(1.0 / STEP))) }
            { button(say::whole_world(lang), icon(Icon::Whole), |c| c.look(Hand::whole)) }
            { button(say::to_selection(lang), icon(Icon::Aim), Control::selection) }
        </div>
    }
}

fn more_tools(page: &Page, control: &Control, brush: bool) -> Html {
    let lang = page.lang;
    let mut codes: Vec<CountryCode> = victims(page, &shown(page))
        .iter()
        .map(|(c, _)| *c)
        .collect();
    sort_by_key(&mut codes, |c| {
        page.dataset.country_name(c, lang).to_owned()
    });
    let option = |code: CountryCode| {
        html! { <option value={code.to_string()}>{page.dataset.country_name(&code, lang).to_owned()}</option> }
    };
    let onchange = {
        let control = control.clone();
        Callback::from(move |event: Event| {
            let select = event.target_unchecked_into::<HtmlSelectElement>();
            match select.value().parse() {
                Ok(code) => control.country(code),
                Err(_) => control.look(Hand::whole),
            }
        })
    };
    let seen = {
        let control = control.clone();
        Callback::from(move |_: MouseEvent| control.filter_region(None))
    };
    let draw = {
        let control = control.clone();
        Callback::from(move |_: MouseEvent| control.brush(!brush))
    };
    html! {
        <div class="map-more">
            <label>{say::zoom_to(lang)}{" "}<select class="action" {onchange}><option value="" selected=true>{say::whole_world(lang)}</option>{ for codes.into_iter().map(option) }</select></label>
            <button type="button" class="action" onclick={seen}>{say::only_in_view(lang)}</button>
            <button type="button" class="action" aria-pressed={brush.to_string()} onclick={draw}>{say::select_region(lang)}</button>
            if brush { <span class="hint">{say::draw_region(lang)}</span> }
        </div>
    }
}
