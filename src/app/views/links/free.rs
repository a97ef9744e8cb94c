//! The links as a free network: it settles in slices, and stays where the reader drags it.

use super::Scene;
use super::net::{Drawn, Kind};
use super::picture::kind_of;
use crate::markup::html;
use crate::views::svg::{self, Anchor};
use geometry::path::decimal as px;
use geometry::{Network, Point};
use incidents::table::Table;
use std::cell::RefCell;
use yew::prelude::*;

/// One seed, one picture.
const SEED: u64 = 2020;
/// Room round the network, for names.
const MARGIN: f64 = 40.0;
/// No narrower than this, or few boxes would look like many.
const LEAST_WIDTH: f64 = 360.0;
/// A box with more lines than this has its name beside it.
const MANY: usize = 3;
/// From this zoom on every box has, and where there are no more than these.
const NAMED_FROM: f64 = 2.5;
const FEW: usize = 24;

thread_local! {
    /// Where the reader has dragged boxes to, by name: kept while the page lives.
    static PUT: RefCell<Table<String, (f64, f64)>> = RefCell::default();
}

/// A network on its way to rest; what was dragged before is where it was put.
pub fn network(scene: &Scene) -> Network {
    let ends: Vec<(usize, usize)> = scene.net.lines.iter().map(|l| l.ends).collect();
    let mut network = Network::new(scene.net.boxes.len(), &ends, SEED);
    PUT.with_borrow(|put| {
        for (i, drawn) in scene.net.boxes.iter().enumerate() {
            if let Some((x_px, y_px)) = put.get(&drawn.name).copied() {
                network.pin(i, Point { x_px, y_px });
            }
        }
    });
    network
}

/// Keeps in mind where a box was put.
pub fn put(drawn: &Drawn, at: Point) {
    PUT.with_borrow_mut(|put| put.insert(drawn.name.clone(), (at.x_px, at.y_px)));
}

/// Left, top, width and height of the picture.
pub fn frame(points: &[Point]) -> [f64; 4] {
    let (mut low, mut high) = ((0.0f64, 0.0f64), (0.0f64, 0.0f64));
    for point in points {
        low = (low.0.min(point.x_px), low.1.min(point.y_px));
        high = (high.0.max(point.x_px), high.1.max(point.y_px));
    }
    let wide = (high.0 - low.0 + 3.0 * MARGIN).max(LEAST_WIDTH);
    let middle = f64::midpoint(low.0, high.0 + MARGIN);
    let (top, tall) = (low.1 - MARGIN, high.1 - low.1 + 2.0 * MARGIN);
    [middle - wide / 2.0, top, wide, tall]
}

/// Lines and boxes at a scale: marks and names keep their size.
pub fn free(scene: &Scene, points: &[Point], lit: &[usize], scale: f64, zoom: f64) -> Html {
    let points = points.iter().map(|p| (p.x_px * scale, p.y_px * scale));
    let points: Vec<(f64, f64)> = points.collect();
    let mut lines = vec![0; points.len()];
    for (a, b) in scene.net.lines.iter().map(|l| l.ends) {
        for end in [a, b] {
            if let Some(count) = lines.get_mut(end) {
                *count += 1;
            }
        }
    }
    let dot = |(i, drawn): (usize, &Drawn)| {
        let (x, y) = points.get(i).copied().unwrap_or_default();
        let lines = lines.get(i).copied().unwrap_or(0);
        let named = (drawn.column == 0 && drawn.kind == Kind::Known)
            || lines > MANY
            || zoom >= NAMED_FROM
            || points.len() <= FEW
            || lit.contains(&i);
        let class = match (drawn.kind, drawn.column) {
            (Kind::Nobody | Kind::Unnamed, _) => "dot dot-unnamed",
            (_, 0) => "dot dot-group",
            (_, 1) => "dot dot-entry",
            _ => "dot dot-far",
        };
        let mark = html! {
            <>
                <title>{drawn.title.clone()}</title>
                { svg::circle(class, x, y, 6.0) }
                if named { { svg::text("title", x + 9.0, y + 4.0, Anchor::Start, drawn.title.clone()) } }
            </>
        };
        super::picture::node(drawn, i, lit, mark)
    };
    html! { <>{ for edges(scene, &points, lit) }{ for scene.net.boxes.iter().enumerate().map(dot) }</> }
}

/// One path for each kind of line: 5,000 lines are nine elements.
fn edges(scene: &Scene, points: &[(f64, f64)], lit: &[usize]) -> Vec<Html> {
    let mut paths: Vec<(&'static str, bool, String)> = Vec::new();
    for line in &scene.net.lines {
        let (a, b) = line.ends;
        let (Some(from), Some(to)) = (points.get(a), points.get(b)) else {
            continue;
        };
        let is_lit = |i: &usize| lit.is_empty() || lit.contains(i);
        let (word, dim) = (kind_of(&scene.net, line), !(is_lit(&a) && is_lit(&b)));
        let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(px);
        let step = format!("M{x1} {y1}L{x2} {y2}");
        match paths.iter_mut().find(|(w, d, _)| *w == word && *d == dim) {
            Some((_, _, path)) => path.push_str(&step),
            None => paths.push((word, dim, step)),
        }
    }
    let drawn = |(word, dim, d): (&'static str, bool, String)| {
        let class = if dim { "edge dim" } else { "edge" };
        html! { <path {class} data-rung={word} {d} /> }
    };
    paths.into_iter().map(drawn).collect()
}
