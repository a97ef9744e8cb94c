//! A free network: bodies push each other away, links pull them together, until they rest.
//!
//! The model is d3-force's (Bostock; velocity Verlet after Dwyer, with even springs), the pushing of far bodies is
//! Barnes and Hut's over [`Quadtree`]. Only sums, products, quotients and square roots are used,
//! which IEEE 754 rounds the same everywhere: one seed gives one picture on every machine.

use crate::projection::Point;
use crate::quadtree::{NOBODY, Quadtree};

/// How strongly bodies push, in px² a tick.
const PUSH: f64 = 30.0;
/// How long a link wants to be, in px.
const LENGTH: f64 = 60.0;
/// Which part of its error a link mends in a tick at full heat: more evenly long links than
/// d3-force's weaker ones between well-linked bodies.
const STIFF: f64 = 0.5;
/// A square acts as one body where its side is below this part of the distance (Barnes and Hut's
/// θ, squared).
const THETA2: f64 = 0.9 * 0.9;
/// Farther than this nothing pushes, in px²: what is not linked need not fly apart.
const REACH2: f64 = 300.0 * 300.0;
/// What remains of a speed after a tick.
const DRAG: f64 = 0.6;
/// How strongly everything is drawn to the middle: unlinked parts stay in sight.
const HOME: f64 = 0.03;
/// After this many ticks the heat is down to a thousandth, as in d3-force.
pub const TICKS: usize = 300;
/// 1 − 0.001^(1/300), the part of the heat that a tick takes.
const COOLING: f64 = 0.022_762_779_044_168_932;
/// Below this nothing moves that one could see.
const COLD: f64 = 0.001;

#[derive(Clone, Copy, Debug)]
struct Body {
    vx: f64,
    vy: f64,
    pinned: bool,
}

#[derive(Clone, Copy, Debug)]
struct Spring {
    ends: (usize, usize),
    /// The part of the way that the second end goes; the first goes the rest.
    bias: f64,
}

/// A network on its way to rest.
#[derive(Clone, Debug)]
pub struct Network {
    points: Vec<(f64, f64)>,
    bodies: Vec<Body>,
    springs: Vec<Spring>,
    tree: Quadtree,
    heat: f64,
}

impl Network {
    /// Places `count` bodies on a spiral, linked ones near each other; the seed decides by how
    /// little each stands off it. Links to nowhere and to itself are passed over.
    pub fn new(count: usize, links: &[(usize, usize)], seed: u64) -> Self {
        let sound = |(a, b): &&(usize, usize)| a != b && *a < count && *b < count;
        let links: Vec<(usize, usize)> = links.iter().filter(sound).copied().collect();
        let mut degrees = vec![0.0f64; count];
        for (a, b) in &links {
            for end in [a, b] {
                if let Some(degree) = degrees.get_mut(*end) {
                    *degree += 1.0;
                }
            }
        }
        let degree = |i: usize| degrees.get(i).copied().unwrap_or(1.0);
        let spring = |ends: &(usize, usize)| {
            let (a, b) = (degree(ends.0), degree(ends.1));
            Spring {
                ends: *ends,
                bias: a / (a + b),
            }
        };
        let rest = Body {
            vx: 0.0,
            vy: 0.0,
            pinned: false,
        };
        Self {
            points: spiral(count, &links, seed),
            bodies: vec![rest; count],
            springs: links.iter().map(spring).collect(),
            tree: Quadtree::default(),
            heat: 1.0,
        }
    }

    /// Moves everything some ticks on, and says whether it rests: a page calls it in slices that
    /// leave the reader's keys in between.
    pub fn step(&mut self, ticks: usize) -> bool {
        for _ in 0..ticks {
            if self.is_settled() {
                break;
            }
            self.heat -= self.heat * COOLING;
            self.pull();
            self.push();
            self.rest();
        }
        self.is_settled()
    }

    /// Whether nothing moves any more.
    pub fn is_settled(&self) -> bool {
        self.heat < COLD || self.points.is_empty()
    }

    /// Where each body is, in px; the middle is at 0, 0.
    pub fn points(&self) -> impl Iterator<Item = Point> + '_ {
        self.points
            .iter()
            .map(|(x, y)| Point { x_px: *x, y_px: *y })
    }

    /// Holds a body where the reader put it; the others make room when stepped on.
    pub fn pin(&mut self, body: usize, at: Point) {
        if let Some(point) = self.points.get_mut(body) {
            *point = (at.x_px, at.y_px);
        }
        if let Some(body) = self.bodies.get_mut(body) {
            body.pinned = true;
        }
        self.heat = self.heat.max(0.1);
    }

    /// Lets a body go again.
    pub fn release(&mut self, body: usize) {
        if let Some(body) = self.bodies.get_mut(body) {
            body.pinned = false;
        }
        self.heat = self.heat.max(0.1);
    }

    /// Each link moves its ends towards its length, one after the other.
    fn pull(&mut self) {
        for spring in &self.springs {
            let (a, b) = spring.ends;
            let (Some(pa), Some(pb)) = (self.points.get(a), self.points.get(b)) else {
                continue;
            };
            let (Some(va), Some(vb)) = (self.bodies.get(a), self.bodies.get(b)) else {
                continue;
            };
            let dx = pb.0 + vb.vx - pa.0 - va.vx;
            let dy = pb.1 + vb.vy - pa.1 - va.vy;
            let length = (dx * dx + dy * dy).sqrt().max(1e-6);
            let by = (length - LENGTH) / length * self.heat * STIFF;
            let (dx, dy, part) = (dx * by, dy * by, spring.bias);
            if let Some(body) = self.bodies.get_mut(b) {
                body.vx -= dx * part;
                body.vy -= dy * part;
            }
            if let Some(body) = self.bodies.get_mut(a) {
                body.vx += dx * (1.0 - part);
                body.vy += dy * (1.0 - part);
            }
        }
    }

    /// Every body is pushed by every other, far ones together.
    fn push(&mut self) {
        self.tree.rebuild(&self.points);
        let cells = self.tree.cells();
        let strength = PUSH * self.heat;
        for ((i, (px, py)), body) in (0u32..).zip(&self.points).zip(&mut self.bodies) {
            let (mut fx, mut fy) = (0.0, 0.0);
            let mut place = 0;
            while let Some(cell) = cells.get(place) {
                let (dx, dy) = (px - cell.x, py - cell.y);
                let distance2 = dx * dx + dy * dy;
                if cell.side2 >= distance2 * THETA2 && cell.side2 > 0.0 {
                    place += 1;
                    continue;
                }
                place = cell.next as usize;
                if cell.body == i || distance2 >= REACH2 {
                    continue;
                }
                if distance2 < 1e-12 {
                    // On one spot: each goes its own way, told by its place in the list.
                    let aside = if cell.body == NOBODY {
                        f64::from(i % 16) - 7.5
                    } else {
                        f64::from(i) - f64::from(cell.body)
                    };
                    fx += aside.signum() * 0.5;
                    fy += aside * 0.01;
                    continue;
                }
                let by = cell.mass
                    / if distance2 < 1.0 {
                        distance2.sqrt()
                    } else {
                        distance2
                    };
                fx += dx * by;
                fy += dy * by;
            }
            body.vx += fx * strength;
            body.vy += fy * strength;
        }
    }

    /// Speeds become places; what is pinned stays.
    fn rest(&mut self) {
        let home = HOME * self.heat;
        for (point, body) in self.points.iter_mut().zip(&mut self.bodies) {
            if body.pinned {
                (body.vx, body.vy) = (0.0, 0.0);
                continue;
            }
            body.vx = (body.vx - point.0 * home) * DRAG;
            body.vy = (body.vy - point.1 * home) * DRAG;
            point.0 += body.vx;
            point.1 += body.vy;
        }
    }
}

/// Sunflower seeds (Vogel 1979), handed out in the order of a walk along the links.
fn spiral(count: usize, links: &[(usize, usize)], seed: u64) -> Vec<(f64, f64)> {
    // The golden angle's cosine and sine: a turn is four products, the same on every machine.
    const TURN: (f64, f64) = (-0.737_368_878_078_320_1, 0.675_490_294_261_523_6);
    let mut points = vec![(0.0, 0.0); count];
    let mut random = seed;
    let (mut cos, mut sin) = (1.0f64, 0.0f64);
    for (rank, i) in walk(count, links).into_iter().enumerate() {
        let radius = 10.0 * (0.5 + rank as f64).sqrt();
        if let Some(point) = points.get_mut(i) {
            *point = (
                radius * cos + small(&mut random),
                radius * sin + small(&mut random),
            );
        }
        (cos, sin) = (cos * TURN.0 - sin * TURN.1, sin * TURN.0 + cos * TURN.1);
    }
    points
}

/// Every body once, each part of the network breadth first from its first body.
fn walk(count: usize, links: &[(usize, usize)]) -> Vec<usize> {
    let mut near: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (a, b) in links {
        for (from, to) in [(a, b), (b, a)] {
            if let Some(list) = near.get_mut(*from) {
                list.push(*to);
            }
        }
    }
    let mut seen = vec![false; count];
    let mut order: Vec<usize> = Vec::with_capacity(count);
    let mut at = 0;
    for first in 0..count {
        let mut meet = |i: usize, order: &mut Vec<usize>| {
            if let Some(known) = seen.get_mut(i).filter(|known| !**known) {
                *known = true;
                order.push(i);
            }
        };
        meet(first, &mut order);
        while let Some(i) = order.get(at).copied() {
            at += 1;
            let list = near.get(i).map_or(&[][..], Vec::as_slice);
            list.iter().for_each(|j| meet(*j, &mut order));
        }
    }
    order
}

/// Between −0.5 and 0.5: SplitMix64 (Steele, Lea, Flood 2014).
fn small(state: &mut u64) -> f64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^= z >> 31;
    ((z >> 11) as f64) / ((1u64 << 53) as f64) - 0.5
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;
    use proptest::prelude::*;

    fn settled(count: usize, links: &[(usize, usize)], seed: u64) -> Vec<Point> {
        let mut network = Network::new(count, links, seed);
        while !network.step(7) {}
        network.points().collect()
    }

    fn apart(a: Point, b: Point) -> f64 {
        ((a.x_px - b.x_px).powi(2) + (a.y_px - b.y_px).powi(2)).sqrt()
    }

    #[test]
    fn the_picture_is_the_same_to_the_last_bit() {
        let links = [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (5, 6)];
        let bits = |p: &Point| format!("{:016x} {:016x}", p.x_px.to_bits(), p.y_px.to_bits());
        let told: Vec<String> = settled(7, &links, 42).iter().map(bits).collect();
        expect![[r#"
            404029006042bb1b 40151b83e8f06773
            c03e49d4e9d547e5 4025f58c3ec96d84
            c00d3d3b5d9b6dfe c04657093986b126
            c01062aff353c664 403111a19914ae86
            c04b41f45bac6eee c03256217f38d870
            4043e0ca6553336b c033a725c3ffef5c
            403a9c3d92bdfd49 4045e9f17ed4f8a1"#]]
        .assert_eq(&told.join("\n"));
    }

    #[test]
    fn in_slices_or_at_once_it_rests_in_the_same_places() {
        let links: Vec<(usize, usize)> = (1..60).map(|i| (i, i / 2)).collect();
        let mut at_once = Network::new(60, &links, 1);
        assert!(at_once.step(10 * TICKS));
        let at_once: Vec<Point> = at_once.points().collect();
        assert_eq!(at_once, settled(60, &links, 1));
        assert_ne!(at_once, settled(60, &links, 2));
    }

    #[test]
    fn it_rests_after_as_many_ticks_as_it_says() {
        let mut network = Network::new(3, &[(0, 1)], 1);
        assert!(!network.step(TICKS - 1));
        assert!(network.step(2));
    }

    #[test]
    fn what_is_linked_stands_nearer_than_what_is_not() {
        let ring: Vec<(usize, usize)> = (0..30).map(|i| (i, (i + 1) % 30)).collect();
        let points = settled(30, &ring, 1);
        let linked: f64 = ring
            .iter()
            .map(|(a, b)| apart(points[*a], points[*b]))
            .sum();
        let across: f64 = (0..15).map(|i| apart(points[i], points[i + 15])).sum();
        assert!(across / 15.0 > 1.5 * linked / 30.0, "{across} {linked}");
    }

    #[test]
    fn far_bodies_push_as_one_nearly_as_they_do_apart() {
        let count = 200;
        let mut network = Network::new(count, &[], 3);
        network.push();
        for i in 0..count {
            let (x, y) = network.points[i];
            let (mut fx, mut fy) = (0.0, 0.0);
            for (j, (ox, oy)) in network.points.iter().enumerate().filter(|(j, _)| *j != i) {
                let (dx, dy) = (x - ox, y - oy);
                let distance2: f64 = dx * dx + dy * dy;
                assert!(distance2 > 1.0 && distance2 < REACH2, "{i} {j}");
                fx += dx / distance2 * PUSH;
                fy += dy / distance2 * PUSH;
            }
            let (vx, vy) = (network.bodies[i].vx, network.bodies[i].vy);
            let off = ((vx - fx).powi(2) + (vy - fy).powi(2)).sqrt();
            assert!(
                off < 0.12 * (fx * fx + fy * fy).sqrt().max(PUSH),
                "{i}: {off}"
            );
        }
    }

    #[test]
    fn what_the_reader_put_somewhere_stays_there() {
        let mut network = Network::new(4, &[(0, 1), (1, 2), (2, 3)], 1);
        let at = Point {
            x_px: 500.0,
            y_px: -20.0,
        };
        network.pin(2, at);
        network.step(TICKS);
        assert_eq!(network.points().nth(2), Some(at));
        network.release(2);
        network.step(5);
        assert_ne!(network.points().nth(2), Some(at));
    }

    proptest! {
        #[test]
        fn any_network_rests_at_finite_places(
            count in 0usize..40,
            links in prop::collection::vec((0usize..50, 0usize..50), 0..80),
            seed in any::<u64>(),
        ) {
            for point in settled(count, &links, seed) {
                prop_assert!(point.x_px.is_finite() && point.y_px.is_finite());
                prop_assert!(point.x_px.abs() < 1e5 && point.y_px.abs() < 1e5);
            }
        }
    }
}
