//! Layered columns: nodes in columns, few crossings, neighbours near each other.
//!
//! Order by barycentres with transposition: Sugiyama, Tagawa, Toda, "Methods for visual
//! understanding of hierarchical system structures", IEEE Trans. SMC 11 (1981). Deterministic:
//! ties keep the order the caller gave.

use std::cmp::Ordering;

/// One box of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    /// Its column, from the left.
    pub column: usize,
    /// Its height.
    pub height_px: f64,
}

/// The top of each node, in px. Links join nodes by index.
pub fn columns(nodes: &[Node], links: &[(usize, usize)], gap_px: f64) -> Vec<f64> {
    let order = order(nodes, links);
    place(nodes, links, &order, gap_px)
}

/// For each column, its nodes from the top.
fn order(nodes: &[Node], links: &[(usize, usize)]) -> Vec<Vec<usize>> {
    // By the columns there are, not up to the largest: a wild number costs nothing.
    let mut filled: Vec<usize> = Vec::new();
    for node in nodes {
        let at = filled.partition_point(|column| *column < node.column);
        if filled.get(at) != Some(&node.column) {
            filled.insert(at, node.column);
        }
    }
    let inside = |column: &usize| {
        let nodes = nodes.iter().enumerate();
        nodes
            .filter(|(_, n)| n.column == *column)
            .map(|(i, _)| i)
            .collect()
    };
    let mut order: Vec<Vec<usize>> = filled.iter().map(inside).collect();
    let count = order.len();
    let mut best = order.clone();
    let mut fewest = crossings_of(&best, nodes, links);
    for sweep in 0..12 {
        let forwards = sweep % 2 == 0;
        for step in 0..count {
            let column = if forwards { step } else { count - 1 - step };
            sort_by_barycentre(&mut order, column, nodes, links);
        }
        let now = crossings_of(&order, nodes, links);
        if now < fewest {
            fewest = now;
            best = order.clone();
        }
    }
    transpose(&mut best, nodes, links);
    best
}

fn ranks(order: &[Vec<usize>], n: usize) -> Vec<f64> {
    let mut ranks = vec![0.0; n];
    for column in order {
        let middle = (column.len() as f64 - 1.0) / 2.0;
        for (rank, &i) in column.iter().enumerate() {
            if let Some(slot) = ranks.get_mut(i) {
                *slot = rank as f64 - middle;
            }
        }
    }
    ranks
}

fn neighbours(i: usize, links: &[(usize, usize)]) -> impl Iterator<Item = usize> + '_ {
    links.iter().filter_map(move |&(a, b)| match () {
        () if a == i => Some(b),
        () if b == i => Some(a),
        () => None,
    })
}

fn sort_by_barycentre(
    order: &mut [Vec<usize>],
    column: usize,
    nodes: &[Node],
    links: &[(usize, usize)],
) {
    let ranks = ranks(order, nodes.len());
    let rank = |i: usize| ranks.get(i).copied().unwrap_or(0.0);
    let centre = |i: usize| {
        let all: Vec<f64> = neighbours(i, links).map(rank).collect();
        match all.len() {
            0 => rank(i),
            n => all.iter().sum::<f64>() / n as f64,
        }
    };
    let Some(column) = order.get_mut(column) else {
        return;
    };
    // By insertion: from one sweep to the next little moves, and equals keep their order.
    let mut placed: Vec<(f64, usize)> = Vec::new();
    for node in &*column {
        let centre = centre(*node);
        let after = placed.iter().rposition(|(other, _)| *other <= centre);
        placed.insert(after.map_or(0, |at| at + 1), (centre, *node));
    }
    *column = placed.into_iter().map(|(_, node)| node).collect();
}

/// Swaps nodes that stand next to each other as long as that saves crossings: only the links of
/// the two are counted (Gansner et al., "A technique for drawing directed graphs", 1993).
fn transpose(order: &mut [Vec<usize>], nodes: &[Node], links: &[(usize, usize)]) {
    let column_of = |i: usize| nodes.get(i).map_or(0, |n| n.column);
    let elsewhere = |i: usize| neighbours(i, links).filter(move |x| column_of(*x) != column_of(i));
    let near: Vec<Vec<usize>> = (0..nodes.len()).map(|i| elsewhere(i).collect()).collect();
    let mut better = true;
    let mut rounds = 0;
    while better && rounds < 8 {
        better = false;
        rounds += 1;
        for column in 0..order.len() {
            let ranks = ranks(order, nodes.len());
            let rank = |i: usize| ranks.get(i).copied().unwrap_or(0.0);
            // How many links of `upper` and `lower` cross if they stand in this order.
            let crossed = |upper: usize, lower: usize| -> usize {
                let (Some(of_upper), Some(of_lower)) = (near.get(upper), near.get(lower)) else {
                    return 0;
                };
                let below = |x: usize| {
                    let same = of_lower.iter().filter(|y| column_of(**y) == column_of(x));
                    same.filter(|y| rank(x) > rank(**y)).count()
                };
                of_upper.iter().map(|x| below(*x)).sum()
            };
            let Some(column) = order.get_mut(column) else {
                continue;
            };
            for row in 1..column.len() {
                let (Some(&upper), Some(&lower)) = (column.get(row - 1), column.get(row)) else {
                    continue;
                };
                if crossed(lower, upper) < crossed(upper, lower) {
                    column.swap(row - 1, row);
                    better = true;
                }
            }
        }
    }
}

fn crossings_of(order: &[Vec<usize>], nodes: &[Node], links: &[(usize, usize)]) -> usize {
    crossings(nodes, links, &ranks(order, nodes.len()))
}

/// How many pairs of links cross, of those between the same two columns, for the tops (or any
/// other numbers that grow downwards) of the nodes.
pub fn crossings(nodes: &[Node], links: &[(usize, usize)], tops: &[f64]) -> usize {
    let ends: Vec<(usize, f64, usize, f64)> = links
        .iter()
        .filter_map(|&(a, b)| {
            let (ca, cb) = (nodes.get(a)?.column, nodes.get(b)?.column);
            let (ra, rb) = (*tops.get(a)?, *tops.get(b)?);
            match ca.cmp(&cb) {
                Ordering::Less => Some((ca, ra, cb, rb)),
                Ordering::Equal => None,
                Ordering::Greater => Some((cb, rb, ca, ra)),
            }
        })
        .collect();
    let crossed = |(i, a): (usize, &(usize, f64, usize, f64))| {
        let later = ends.iter().skip(i + 1);
        let same = later.filter(|b| a.0 == b.0 && a.2 == b.2);
        same.filter(|b| (a.1 - b.1) * (a.3 - b.3) < 0.0).count()
    };
    ends.iter().enumerate().map(crossed).sum()
}

/// Stacks the columns, then moves nodes towards their neighbours, top to bottom and back,
/// without letting them overlap.
fn place(nodes: &[Node], links: &[(usize, usize)], order: &[Vec<usize>], gap_px: f64) -> Vec<f64> {
    let height = |i: usize| nodes.get(i).map_or(0.0, |n| n.height_px.max(0.0));
    let total = |column: &Vec<usize>| {
        let heights: f64 = column.iter().map(|i| height(*i)).sum();
        heights + gap_px * (column.len().max(1) - 1) as f64
    };
    let tallest = order.iter().map(total).fold(0.0, f64::max);
    let mut tops = vec![0.0; nodes.len()];
    for column in order {
        let mut y = (tallest - total(column)) / 2.0;
        for &i in column {
            set(&mut tops, i, y);
            y += height(i) + gap_px;
        }
    }
    for _ in 0..6 {
        for column in order {
            for &i in column {
                let middles: Vec<f64> = neighbours(i, links)
                    .map(|n| get(&tops, n) + height(n) / 2.0)
                    .collect();
                if !middles.is_empty() {
                    let wish = middles.iter().sum::<f64>() / middles.len() as f64;
                    set(&mut tops, i, wish - height(i) / 2.0);
                }
            }
            spread(&mut tops, column, &height, gap_px, tallest);
        }
    }
    tops
}

fn get(tops: &[f64], i: usize) -> f64 {
    tops.get(i).copied().unwrap_or(0.0)
}

fn set(tops: &mut [f64], i: usize, y: f64) {
    if let Some(top) = tops.get_mut(i) {
        *top = y;
    }
}

/// Pushes a column's nodes apart, downwards and then back inside the picture.
fn spread(
    tops: &mut [f64],
    column: &[usize],
    height: &impl Fn(usize) -> f64,
    gap_px: f64,
    tallest: f64,
) {
    let mut floor = 0.0;
    for &i in column {
        let y = get(tops, i).max(floor);
        set(tops, i, y);
        floor = y + height(i) + gap_px;
    }
    let mut ceiling = tallest;
    for &i in column.iter().rev() {
        let y = get(tops, i).min(ceiling - height(i));
        set(tops, i, y);
        ceiling = y - gap_px;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn graph() -> impl Strategy<Value = (Vec<Node>, Vec<(usize, usize)>)> {
        let nodes = prop::collection::vec((0usize..3, 10f64..60.0), 1..20);
        nodes.prop_flat_map(|nodes| {
            let n = nodes.len();
            let nodes: Vec<Node> = nodes
                .into_iter()
                .map(|(column, height_px)| Node { column, height_px })
                .collect();
            (Just(nodes), prop::collection::vec((0..n, 0..n), 0..30))
        })
    }

    #[test]
    fn a_crossing_that_can_be_avoided_is() {
        let node = |column| Node {
            column,
            height_px: 10.0,
        };
        let nodes = [node(0), node(0), node(1), node(1)];
        let tops = columns(&nodes, &[(0, 3), (1, 2)], 5.0);
        assert!((tops[0] < tops[1]) == (tops[3] < tops[2]));
    }

    #[test]
    fn a_node_stands_beside_the_one_it_is_linked_to() {
        let node = |column, height_px| Node { column, height_px };
        let nodes = [node(0, 10.0), node(0, 200.0), node(usize::MAX, 10.0)];
        let tops = columns(&nodes, &[(1, 2)], 5.0);
        assert!((tops[2] + 5.0 - (tops[1] + 100.0)).abs() < 1e-6, "{tops:?}");
    }

    #[test]
    fn links_to_nowhere_are_passed_over() {
        let nodes = [Node {
            column: 0,
            height_px: 10.0,
        }];
        assert_eq!(columns(&nodes, &[(0, 7), (9, 9)], 5.0), [0.0]);
        assert!(columns(&[], &[(0, 1)], 5.0).is_empty());
    }

    proptest! {
        #[test]
        fn nothing_overlaps_and_the_picture_is_the_same_again((nodes, links) in graph()) {
            let tops = columns(&nodes, &links, 8.0);
            prop_assert_eq!(&tops, &columns(&nodes, &links, 8.0));
            for (i, a) in nodes.iter().enumerate() {
                for (j, b) in nodes.iter().enumerate().skip(i + 1) {
                    let apart = tops[i] + a.height_px <= tops[j] + 1e-6
                        || tops[j] + b.height_px <= tops[i] + 1e-6;
                    prop_assert!(a.column != b.column || apart);
                }
            }
        }

        #[test]
        fn the_order_never_crosses_more_than_the_one_given((nodes, links) in graph()) {
            let mut given: Vec<Vec<usize>> = vec![Vec::new(); 3];
            for (i, node) in nodes.iter().enumerate() { given[node.column].push(i); }
            let ordered = order(&nodes, &links);
            let drawn = crossings(&nodes, &links, &columns(&nodes, &links, 8.0));
            prop_assert_eq!(drawn, crossings_of(&ordered, &nodes, &links));
            prop_assert!(crossings_of(&ordered, &nodes, &links) <= crossings_of(&given, &nodes, &links));
        }
    }
}
