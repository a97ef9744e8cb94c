//! The links as a free network: it settles in slices, and stays where the reader drags it.

use super::net::{Kind, Net};
use crate::browser::page::step_to;
use crate::messages::links as say;
use crate::state::Page;
use crate::views::svg::{self, Anchor};
use geometry::path::decimal as px;
use geometry::{Network, Point};
use gloo::timers::callback::Timeout;
use incidents::model::Rung;
use incidents::table::Table;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Ticks between two looks at the reader's keys: 2,000 nodes take a few ms each.
const SLICE: usize = 2;
/// One seed, one picture.
const SEED: u64 = 2020;
/// Room round the network, for names.
const MARGIN: f64 = 60.0;
const WIDTH: f64 = 1336.0;

/// Where the reader has dragged boxes to, by name: kept while the page lives.
pub type Memory = Rc<RefCell<Table<String, (f64, f64)>>>;

/// A box of the network, as it is drawn.
#[derive(Clone, PartialEq)]
pub struct Dot {
    name: String,
    title: String,
    href: Option<String>,
    class: &'static str,
    named: bool,
}

/// What [`Free`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct FreeProps {
    /// The boxes.
    pub dots: Vec<Dot>,
    /// The lines, with the word of their rung.
    pub lines: Vec<(usize, usize, &'static str)>,
    /// The boxes that stand out; empty: none does.
    pub lit: Vec<usize>,
    /// What the picture shows, in words.
    pub label: String,
    /// Where boxes were dragged to.
    pub memory: Placed,
    /// A box was looked at.
    pub look: Callback<String>,
}

/// The shared memory; it is one, so it never differs.
#[derive(Clone, Default)]
pub struct Placed(pub Memory);

impl PartialEq for Placed {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The network of some links.
pub fn free(
    page: &Page,
    net: &Net<'_>,
    lit: Vec<usize>,
    memory: Placed,
    look: Callback<String>,
) -> Html {
    let degree = |i: usize| {
        net.lines
            .iter()
            .filter(|l| l.ends.0 == i || l.ends.1 == i)
            .count()
    };
    let dots = net.boxes.iter().enumerate().map(|(i, b)| Dot {
        name: b.name(),
        title: b.title.clone(),
        href: b.href.clone(),
        class: match (b.kind, b.column) {
            (Kind::Nobody | Kind::Unnamed, _) => "dot dot-unnamed",
            (_, 0) => "dot dot-group",
            (_, 1) => "dot dot-entry",
            _ => "dot dot-far",
        },
        named: (b.column == 0 && b.kind == Kind::Known) || degree(i) > 3,
    });
    let word = |rung: Option<Rung>| rung.map_or("victim-named", Rung::word);
    let lines = net.lines.iter().map(|l| (l.ends.0, l.ends.1, word(l.rung)));
    let label = say::network_finding(page.lang, net.boxes.len(), net.lines.len());
    html! {
        <Free dots={dots.collect::<Vec<_>>()} lines={lines.collect::<Vec<_>>()} {lit} {label} {memory} {look} />
    }
}

/// Settles and draws it.
#[component]
pub fn Free(props: &FreeProps) -> Html {
    let network = use_mut_ref(|| None::<Network>);
    let places = use_state(Vec::<Point>::new);
    let dragged = use_mut_ref(|| None::<usize>);
    let waiting = use_mut_ref(|| None::<Timeout>);
    let graph = (props.dots.clone(), props.lines.clone());
    {
        let (network, places, waiting) = (network.clone(), places.setter(), waiting.clone());
        let memory = props.memory.clone();
        use_effect_with(graph, move |(dots, lines)| {
            let ends: Vec<(usize, usize)> = lines.iter().map(|(a, b, _)| (*a, *b)).collect();
            let mut made = Network::new(dots.len(), &ends, SEED);
            for (i, dot) in dots.iter().enumerate() {
                if let Some((x_px, y_px)) = memory.0.borrow().get(&dot.name) {
                    made.pin(
                        i,
                        Point {
                            x_px: *x_px,
                            y_px: *y_px,
                        },
                    );
                }
            }
            network.replace(Some(made));
            settle(network.clone(), places, waiting.clone());
            move || drop(waiting.take())
        });
    }
    if places.len() != props.dots.len() {
        return html! { <p class="quiet net-free">{"…"}</p> };
    }
    let [left, top, wide, high] = frame(&places);
    let scale = wide / WIDTH;
    let onpointermove = {
        let (network, places, dragged) = (network.clone(), places.clone(), dragged.clone());
        let (memory, dots) = (props.memory.clone(), props.dots.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(i) = *dragged.borrow() else { return };
            let Some(name) = dots.get(i).map(|d| d.name.clone()) else {
                return;
            };
            let svg = event.current_target().and_then(|t| {
                use wasm_bindgen::JsCast;
                t.dyn_into::<web_sys::Element>().ok()
            });
            let shown = svg.map_or(1.0, |s| f64::from(s.client_width().max(1)));
            let mut moved = (*places).clone();
            if let Some(point) = moved.get_mut(i) {
                point.x_px += f64::from(event.movement_x()) * wide / shown;
                point.y_px += f64::from(event.movement_y()) * wide / shown;
                memory.0.borrow_mut().insert(name, (point.x_px, point.y_px));
                if let Some(network) = network.borrow_mut().as_mut() {
                    network.pin(i, *point);
                }
            }
            places.set(moved);
        })
    };
    let onpointerup = {
        let (network, places, waiting) = (network.clone(), places.setter(), waiting.clone());
        let dragged = dragged.clone();
        Callback::from(move |_: PointerEvent| {
            if dragged.take().is_some() {
                settle(network.clone(), places.clone(), waiting.clone());
            }
        })
    };
    let onkeydown = walk(props);
    let dim = |i: usize| !props.lit.is_empty() && !props.lit.contains(&i);
    let dot = |(i, dot): (usize, &Dot)| {
        let at = places.get(i).copied().unwrap_or(Point {
            x_px: 0.0,
            y_px: 0.0,
        });
        let grab = {
            let dragged = dragged.clone();
            Callback::from(move |event: PointerEvent| {
                event.prevent_default();
                dragged.replace(Some(i));
            })
        };
        let see = {
            let (look, name) = (props.look.clone(), dot.name.clone());
            Callback::from(move |_: FocusEvent| look.emit(name.clone()))
        };
        let over = {
            let (look, name) = (props.look.clone(), dot.name.clone());
            Callback::from(move |_: MouseEvent| look.emit(name.clone()))
        };
        let mark = html! {
            <>
                <title>{dot.title.clone()}</title>
                { svg::circle(dot.class, at.x_px, at.y_px, 6.0 * scale.max(0.6)) }
                if dot.named || props.lit.contains(&i) {
                    { svg::text("title", at.x_px + 9.0 * scale.max(0.6), at.y_px + 4.0, Anchor::Start, dot.title.clone()) }
                }
            </>
        };
        let (class, id) = (dim(i).then_some("dim"), format!("dot-{i}"));
        match &dot.href {
            Some(href) => html! {
                <a {id} {class} href={href.clone()} onpointerdown={grab} onfocus={see} onmouseenter={over} draggable="false">{mark}</a>
            },
            None => {
                html! { <g {id} {class} tabindex="-1" onpointerdown={grab} onfocus={see} onmouseenter={over}>{mark}</g> }
            }
        }
    };
    html! {
        <svg class="net net-free" role="group" aria-label={props.label.clone()} viewBox={format!("{} {} {} {}", px(left), px(top), px(wide), px(high))}
            {onpointermove} onpointerup={onpointerup.clone()} onpointerleave={onpointerup} {onkeydown}>
            { for edges(props, &places) }
            { for props.dots.iter().enumerate().map(dot) }
        </svg>
    }
}

/// Arrows walk to a neighbour, in the order of the lines.
fn walk(props: &FreeProps) -> Callback<KeyboardEvent> {
    let lines = props.lines.clone();
    let at = props.lit.last().copied();
    Callback::from(move |event: KeyboardEvent| {
        let back = matches!(event.key().as_str(), "ArrowLeft" | "ArrowUp");
        let on = matches!(event.key().as_str(), "ArrowRight" | "ArrowDown");
        let Some(at) = at.filter(|_| back || on) else {
            return;
        };
        event.prevent_default();
        let near = |(a, b, _): &(usize, usize, &str)| match () {
            () if *a == at => Some(*b),
            () if *b == at => Some(*a),
            () => None,
        };
        let mut all = lines.iter().filter_map(near);
        let next = if back { all.next_back() } else { all.next() };
        if let Some(next) = next {
            step_to(&format!("dot-{next}"));
        }
    })
}

/// One path for each kind of line: 5,000 lines are nine elements.
fn edges(props: &FreeProps, places: &[Point]) -> Vec<Html> {
    let mut paths: Vec<(&'static str, bool, String)> = Vec::new();
    for (a, b, word) in &props.lines {
        let (Some(from), Some(to)) = (places.get(*a), places.get(*b)) else {
            continue;
        };
        let lit = |i: &usize| props.lit.is_empty() || props.lit.contains(i);
        let dim = !(lit(a) && lit(b));
        let step = format!(
            "M{} {}L{} {}",
            px(from.x_px),
            px(from.y_px),
            px(to.x_px),
            px(to.y_px)
        );
        match paths.iter_mut().find(|(w, d, _)| w == word && *d == dim) {
            Some((_, _, path)) => path.push_str(&step),
            None => paths.push((*word, dim, step)),
        }
    }
    let drawn = |(word, dim, d): (&'static str, bool, String)| {
        let class = if dim { "edge dim" } else { "edge" };
        html! { <path {class} data-rung={word} {d} /> }
    };
    paths.into_iter().map(drawn).collect()
}

/// Left, top, width and height of the picture.
fn frame(places: &[Point]) -> [f64; 4] {
    let (mut low, mut high) = ((0.0f64, 0.0f64), (0.0f64, 0.0f64));
    for point in places {
        low = (low.0.min(point.x_px), low.1.min(point.y_px));
        high = (high.0.max(point.x_px), high.1.max(point.y_px));
    }
    let wide = (high.0 - low.0 + 3.0 * MARGIN).max(WIDTH / 2.0);
    let middle = f64::midpoint(low.0, high.0 + MARGIN);
    [
        middle - wide / 2.0,
        low.1 - MARGIN,
        wide,
        high.1 - low.1 + 2.0 * MARGIN,
    ]
}

/// Steps until it rests, a slice at a time, and draws it then: a picture that moves by itself
/// helps nobody read.
fn settle(
    network: Rc<RefCell<Option<Network>>>,
    places: UseStateSetter<Vec<Point>>,
    waiting: Rc<RefCell<Option<Timeout>>>,
) {
    let done = network.borrow_mut().as_mut().is_none_or(|n| n.step(SLICE));
    if done {
        let at: Vec<Point> = network.borrow().iter().flat_map(Network::points).collect();
        places.set(at);
        return;
    }
    let next = {
        let waiting = waiting.clone();
        Timeout::new(0, move || settle(network, places, waiting))
    };
    waiting.replace(Some(next));
}
