//! The links drawn: three columns, each line leaving and entering its box at a place of its own.

use super::super::svg::{self, Anchor};
use super::super::text_width::fitting;
use super::Scene;
use super::net::{Drawn, Kind, Line, Net};
use crate::markup::html;
use crate::messages::{format, links as say, vocabulary, words};
use crate::state::Page;
use geometry::path::decimal as px;
use geometry::{Node, Point, columns};
use incidents::model::{Lang, Rung};
use yew::prelude::*;

/// Left edges and widths of the three columns, in px.
const COLUMNS: [(f64, f64); 3] = [(1.0, 240.0), (450.0, 340.0), (1075.0, 260.0)];
const WIDTH: f64 = 1336.0;
const BOX: f64 = 44.0;
/// Between lines that enter the same box: a word must fit.
const PORT: f64 = 17.0;
/// From a box to the record that shares its name.
const ASK: f64 = 30.0;
const TOP: f64 = 34.0;

/// The columns, their boxes and lines.
pub fn picture(page: &Page, scene: &Scene, lit: &[usize]) -> Html {
    let Scene { net, plan, .. } = scene;
    let heads = [
        words::group(page.lang),
        words::entry_column(page.lang),
        super::chosen::head(page.route.links.far, page.lang),
    ];
    let dim = |i: usize| !lit.is_empty() && !lit.contains(&i);
    let head = |(text, (x, _)): (&'static str, (f64, f64))| {
        svg::text("head", x, 16.0, Anchor::Start, text)
    };
    html! {
        <>
            { for heads.into_iter().zip(COLUMNS).map(head) }
            { for net.lines.iter().enumerate().map(|(i, l)| line(page, plan, net, i, l, dim(l.ends.0) || dim(l.ends.1))) }
            { for net.boxes.iter().enumerate().map(|(i, b)| drawn(page, plan, b, i, lit)) }
        </>
    }
}

/// What the picture shows, for those who do not see it.
pub fn finding(lang: Lang, scene: &Scene) -> String {
    let net = &scene.net;
    let groups = net.boxes.iter();
    let groups = groups.filter(|b| b.column == 0 && b.kind != Kind::Nobody);
    say::finding(lang, groups.count(), net.entries.len(), net.without)
}

/// Where everything stands.
#[derive(Default)]
pub struct Plan {
    tops: Vec<f64>,
    heights: Vec<f64>,
    height: f64,
}

impl Plan {
    /// The boxes in three columns, with few crossings.
    pub fn of(net: &Net) -> Self {
        let count = |i: usize| {
            let into = net.lines.iter().filter(|l| l.ends.1 == i).count();
            let out = net.lines.iter().filter(|l| l.ends.0 == i).count();
            into.max(out)
        };
        let ports = |i: usize| (count(i) as f64) * PORT + 10.0;
        let heights: Vec<f64> = (0..net.boxes.len()).map(|i| ports(i).max(BOX)).collect();
        // A record that shares a name stands under its neighbour and is laid out with it.
        let nodes: Vec<Node> = net
            .boxes
            .iter()
            .zip(&heights)
            .map(|(b, height)| Node {
                column: b.column,
                height_px: height + (ASK + BOX) * (b.asked.len() as f64),
            })
            .collect();
        let ends: Vec<(usize, usize)> = net.lines.iter().map(|l| l.ends).collect();
        let tops = columns(&nodes, &ends, 18.0);
        let bottoms = tops
            .iter()
            .zip(&nodes)
            .map(|(top, node)| top + node.height_px);
        let height = bottoms.fold(0.0, f64::max) + TOP + 4.0;
        Self {
            tops,
            heights,
            height,
        }
    }

    /// Left, top, width and height of the picture.
    pub fn frame(&self) -> [f64; 4] {
        [0.0, 0.0, WIDTH, self.height]
    }

    /// The middle of each box.
    pub fn points(&self, net: &Net) -> Vec<Point> {
        let middle = |(i, drawn): (usize, &Drawn)| {
            let (x, width) = COLUMNS.get(drawn.column).copied().unwrap_or_default();
            Point {
                x_px: x + width / 2.0,
                y_px: self.top(i) + self.height_of(i) / 2.0,
            }
        };
        net.boxes.iter().enumerate().map(middle).collect()
    }

    /// The upper edge of a box.
    pub fn top(&self, i: usize) -> f64 {
        self.tops.get(i).copied().unwrap_or(0.0) + TOP
    }

    fn height_of(&self, i: usize) -> f64 {
        self.heights.get(i).copied().unwrap_or(BOX)
    }

    /// Where a line meets its box: lines are spread over the side, in the order of their far ends.
    fn port(&self, net: &Net, line: usize, at: usize, leaving: bool) -> f64 {
        let here = |l: &Line| {
            if leaving {
                l.ends.0 == at
            } else {
                l.ends.1 == at
            }
        };
        let far = |l: &Line| if leaving { l.ends.1 } else { l.ends.0 };
        let lines = net.lines.iter().enumerate().filter(|(_, l)| here(l));
        let all: Vec<(f64, usize)> = lines.map(|(i, other)| (self.top(far(other)), i)).collect();
        let own = all.iter().find(|(_, i)| *i == line);
        let before = |(top, i): &&(f64, usize)| {
            own.is_some_and(|(t, o)| top.total_cmp(t).then(i.cmp(o)).is_lt())
        };
        let rank = all.iter().filter(before).count() as f64;
        let middle = self.top(at) + self.height_of(at) / 2.0;
        middle + (rank - (all.len() as f64 - 1.0) / 2.0) * PORT
    }
}

fn line(page: &Page, plan: &Plan, net: &Net, index: usize, line: &Line, dim: bool) -> Html {
    let (a, b) = line.ends;
    let column = |i: usize| net.boxes.get(i).and_then(|b| COLUMNS.get(b.column));
    let (Some((ax, aw)), Some((bx, _))) = (column(a), column(b)) else {
        return Html::default();
    };
    let (x1, y1) = (ax + aw, plan.port(net, index, a, true));
    let (x2, y2) = (*bx, plan.port(net, index, b, false));
    // The curve is done before the word begins.
    let flat = if line.rung.is_some() { 84.0 } else { 0.0 };
    let middle = f64::midpoint(x1, x2 - flat);
    let d = format!(
        "M{} {}C{} {} {} {} {} {}H{}",
        px(x1),
        px(y1),
        px(middle),
        px(y1),
        px(middle),
        px(y2),
        px(x2 - flat),
        px(y2),
        px(x2)
    );
    let word = line.rung.map(|rung| {
        svg::text(
            "rung-word",
            x2 - 6.0,
            y2 - 4.0,
            Anchor::End,
            vocabulary::rung(page.lang, rung),
        )
    });
    html! {
        <>
            <path class={if dim { "edge dim" } else { "edge" }} data-rung={kind_of(net, line)} {d} />
            { word.unwrap_or_default() }
        </>
    }
}

/// The word by which the stylesheet chooses the dash.
pub fn kind_of(net: &Net, line: &Line) -> &'static str {
    let ends = [line.ends.0, line.ends.1].into_iter();
    let mut boxes = ends.filter_map(|end| net.boxes.get(end));
    let nobody = boxes.any(|b| b.kind == Kind::Nobody);
    match (line.rung, nobody) {
        (Some(rung), _) => rung.word(),
        (None, true) => "nobody",
        (None, false) => "victim-named",
    }
}

fn drawn(page: &Page, plan: &Plan, drawn: &Drawn, i: usize, lit: &[usize]) -> Html {
    let Some((x, width)) = COLUMNS.get(drawn.column) else {
        return Html::default();
    };
    let (y, height) = (plan.top(i), plan.height_of(i));
    let class = match drawn.kind {
        Kind::Known => "node node-on",
        Kind::Victim => "node",
        Kind::Unnamed | Kind::Nobody => "node node-unnamed",
    };
    let content = rect(class, *x, y, *width, height, &drawn.title, &drawn.below);
    let asked = |(i, (title, below)): (usize, &(String, String))| {
        let y = y + height + ASK + (ASK + BOX) * (i as f64);
        html! {
            <g>
                { svg::line("ask", (x + 34.0, y - ASK), (x + 34.0, y)) }
                { svg::text("ask-word", x + 44.0, y - ASK / 2.0 + 4.0, Anchor::Start, say::asked(page.lang)) }
                { rect("node node-ask", *x, y, *width, BOX, title, below) }
            </g>
        }
    };
    html! {
        <>
            { node(drawn, i, lit, content) }
            { for drawn.asked.iter().enumerate().map(asked) }
        </>
    }
}

/// A box that keys can walk to, and where it leads; it is no stop of its own.
pub fn node(drawn: &Drawn, i: usize, lit: &[usize], content: Html) -> Html {
    let (id, at) = (format!("node-{i}"), i.to_string());
    let class = (!lit.is_empty() && !lit.contains(&i)).then_some("dim");
    match drawn.href.clone() {
        Some(href) => html! { <a {id} {class} {href} tabindex="-1" data-at={at}>{content}</a> },
        None => html! { <g {id} {class} tabindex="-1" data-at={at}>{content}</g> },
    }
}

fn rect(
    class: &'static str,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    title: &str,
    below: &str,
) -> Html {
    let middle = y + height / 2.0;
    let first = if below.is_empty() {
        middle + 4.5
    } else {
        middle - 3.0
    };
    let room = width - 24.0;
    html! {
        <>
            <title>{format!("{title} {below}").trim_end().to_owned()}</title>
            { svg::rect(class, [x, y, width, height], 6.0) }
            { svg::text("title", x + 12.0, first, Anchor::Start, fitting(title, room / 1.15)) }
            if !below.is_empty() {
                { svg::text("below", x + 12.0, middle + 13.0, Anchor::Start, fitting(below, room)) }
            }
        </>
    }
}

/// The lines that are drawn, and in words the rungs that none stands on.
pub fn legend(page: &Page, net: &Net) -> Html {
    let lang = page.lang;
    let drawn = |rung: &Rung| net.lines.iter().any(|l| l.rung == Some(*rung));
    let (held, empty): (Vec<Rung>, Vec<Rung>) = Rung::ALL.iter().copied().partition(drawn);
    let line = |(word, text): (&'static str, &'static str)| {
        html! {
            <span>
                <svg class="net" width="36" height="6" viewBox="0 0 36 6" aria-hidden="true"><path class="edge" data-rung={word} d="M1 3H35" /></svg>
                {text}
            </span>
        }
    };
    let rungs = held
        .into_iter()
        .map(|r| (r.word(), vocabulary::rung(lang, r)));
    let named = [("victim-named", words::named_victim(lang))];
    let empty: Vec<&str> = empty
        .into_iter()
        .map(|r| vocabulary::rung(lang, r))
        .collect();
    html! {
        <p class="legend">
            <b>{words::line(lang)}</b>
            { for rungs.chain(named).map(line) }
            if !empty.is_empty() { <span class="quiet">{say::no_line(lang)}{" "}{format::list(lang, &empty)}</span> }
        </p>
    }
}
