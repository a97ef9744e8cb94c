//! The links as one stop: a window on the picture, moved by hands and keys, and its tools.

use super::super::component::component;
use super::super::gestures::hand::{Hand, STEP};
use super::super::gestures::window::use_window;
use super::super::hooks::{use_effect_with, use_state, use_state_eq};
use super::control::{Control, Live};
use super::{Scene, free, picture};
use crate::browser::stage;
use crate::markup::html;
use crate::messages::links as say;
use crate::route::links::Form;
use crate::state::Page;
use geometry::Point;
use geometry::path::decimal as px;
use geometry::viewport::Frame;
use geometry::walk::Direction;
use std::rc::Rc;
use yew::functional::Hook;
use yew::prelude::*;

/// What the picture is drawn from.
#[derive(Clone, PartialEq)]
pub struct Given {
    /// The page.
    pub page: Page,
    /// Boxes and lines.
    pub scene: Rc<Scene>,
}

/// Where everything stands.
#[derive(Default)]
pub struct Placed {
    /// The middle of each box.
    pub points: Vec<Point>,
    /// Left, top, width and height of the picture.
    pub frame_px: [f64; 4],
}

impl Scene {
    /// A box, and those that an arrow may walk to from it: along its lines, but up and down a column.
    pub fn near(&self, from: usize, direction: Direction) -> Vec<usize> {
        let net = &self.net;
        let upright = matches!(direction, Direction::Up | Direction::Down);
        let mut near = vec![from];
        match upright && self.form == Form::Columns {
            true => {
                let column = |i: usize| net.boxes.get(i).map(|drawn| drawn.column);
                let beside = |i: &usize| *i != from && column(*i) == column(from);
                near.extend((0..net.boxes.len()).filter(beside));
            }
            false => near.extend(net.neighbours_of(from)),
        }
        near
    }
}

/// Where boxes have come to rest, and which.
pub type Rested = (Rc<Scene>, Rc<Placed>);

/// The picture of the links.
pub fn stage(page: &Page, scene: &Rc<Scene>) -> Html {
    let given = Given {
        page: page.clone(),
        scene: scene.clone(),
    };
    component(given, |given, hooks| use_stage(given).run(hooks))
}

#[hook]
fn use_stage(given: &Given) -> Html {
    let Given { page, scene } = given;
    let lang = page.lang;
    let (window, drawn) = use_window("links", "links-moved", || {
        Frame::seen_whole([0.0, 0.0, 960.0, 400.0], [960.0, 400.0])
    });
    let over = use_state_eq(|| None::<usize>);
    let rested = use_state(|| None::<Rested>);
    let control = Control {
        window,
        given: use_mut_ref(|| given.clone()),
        live: use_mut_ref(Live::default),
        over: over.setter(),
        rested: rested.setter(),
    };
    let placed = match (&*rested, &scene.columns) {
        // What has come to rest for other boxes is no picture of these.
        (Some((of, placed)), None) if of == scene => Some(placed.clone()),
        (_, columns) => columns.clone(),
    };
    control.given.replace(given.clone());
    control.live.borrow_mut().placed = placed.clone();
    use_hands(&control);
    {
        let control = control.clone();
        use_effect(move || control.follow());
    }
    let frame = placed.as_ref().map(|placed| placed.frame_px);
    let onkeydown = {
        let control = control.clone();
        Callback::from(move |event: KeyboardEvent| {
            let plain = !event.ctrl_key() && !event.alt_key() && !event.meta_key();
            if plain && control.key(&event.key(), event.shift_key(), at(&event)) {
                event.prevent_default();
                event.stop_propagation();
            }
        })
    };
    let onfocusin = {
        let control = control.clone();
        Callback::from(move |event: FocusEvent| {
            if let Some(i) = at(&event) {
                control.focus(Some(i));
            }
        })
    };
    let label = match scene.form {
        Form::Columns => picture::finding(lang, scene),
        Form::Network => say::network_finding(lang, scene.net.boxes.len(), scene.net.lines.len()),
    };
    let lit = scene.net.lit(&page.route.links.ends, *over);
    let zoom = drawn.map_or(1.0, |drawn| drawn.zoom);
    let view_box = |scale: f64| frame.map(|frame| frame.map(|n| px(n * scale)).join(" "));
    let (scale, content) = match (&placed, drawn) {
        (Some(placed), Some(drawn)) => {
            let [.., wide, _] = placed.frame_px;
            let scale = drawn.width_px() / wide.max(1.0);
            match scene.form {
                Form::Columns => (1.0, picture::picture(page, scene, &lit)),
                Form::Network => (scale, free::free(scene, &placed.points, &lit, scale, zoom)),
            }
        }
        _ => (1.0, Html::default()),
    };
    let width = format!("{}%", px(zoom * 100.0));
    html! {
        <>
            { tools(page, &control) }
            <div id="links" class="links-window" tabindex="0" role="application" aria-label={label} aria-describedby="links-keys"
                data-form={scene.form.word()} data-zoomed={(zoom > 1.001).to_string()} {onkeydown} {onfocusin}>
                <svg class="room" viewBox={view_box(1.0)} aria-hidden="true" />
                <div id="links-moved"><svg class="net" viewBox={view_box(scale)} {width}>{content}</svg></div>
            </div>
        </>
    }
}

/// The box that an event happened on.
fn at(event: &Event) -> Option<usize> {
    stage::over(event)?.parse().ok()
}

/// Listens to hands as long as the picture is there.
#[hook]
fn use_hands(control: &Control) {
    let control = control.clone();
    use_effect_with((), move |()| {
        let live = control.live.clone();
        let listening = stage::listen("links", move |signal| control.hear(signal));
        move || {
            drop(listening);
            live.take();
        }
    });
}

fn tools(page: &Page, control: &Control) -> Html {
    let lang = page.lang;
    let button = |text: &'static str, by: fn(&mut Hand)| {
        let control = control.clone();
        let onclick = Callback::from(move |_: MouseEvent| control.look(by));
        html! { <button type="button" {onclick}>{text}</button> }
    };
    html! {
        <div class="links-controls"><div class="segmented" role="group" aria-label={say::size(lang)}>
            { button(say::smaller(lang), |hand| hand.zoom(1.0 / STEP)) }
            { button(say::larger(lang), |hand| hand.zoom(STEP)) }
            { button(say::whole(lang), Hand::whole) }
        </div></div>
    }
}
