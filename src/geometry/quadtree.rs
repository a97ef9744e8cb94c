//! Bodies in the plane as a tree of squares, so that far ones push as one.
//!
//! Barnes, Hut, "A hierarchical O(N log N) force-calculation algorithm", Nature 324 (1986). The
//! squares stand in the order in which one walks them, each with the place of the next one that
//! is not inside it: a walk needs no stack. Bodies are sorted by the interleaved bits of their
//! grid coordinates (Morton, 1966), so a square is a run of the list.

/// How many times the whole square is halved: a grid of 2¹⁶ by 2¹⁶.
const LEVELS: u32 = 16;
/// No body.
pub const NOBODY: u32 = u32::MAX;

/// A square and what is in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// The middle of its bodies.
    pub x: f64,
    /// The middle of its bodies.
    pub y: f64,
    /// How many bodies.
    pub mass: f64,
    /// The square of its side; 0 for a leaf, which is never opened.
    pub side2: f64,
    /// The place of the next square outside it.
    pub next: u32,
    /// Its body, where it is a leaf with one; otherwise [`NOBODY`].
    pub body: u32,
}

/// The squares of some bodies; kept from tick to tick, because it allocates.
#[derive(Clone, Debug, Default)]
pub struct Quadtree {
    cells: Vec<Cell>,
    sorted: Vec<(u32, u32)>,
}

impl Quadtree {
    /// Builds the tree anew.
    pub fn rebuild(&mut self, points: &[(f64, f64)]) {
        self.cells.clear();
        self.sorted.clear();
        let (mut low, mut high) = ((f64::MAX, f64::MAX), (f64::MIN, f64::MIN));
        for (x, y) in points {
            low = (low.0.min(*x), low.1.min(*y));
            high = (high.0.max(*x), high.1.max(*y));
        }
        let side = (high.0 - low.0).max(high.1 - low.1).max(1e-9);
        let grid = f64::from(1u32 << LEVELS) / side * (1.0 - 1e-12);
        let place = |v: f64, from: f64| ((v - from) * grid) as u32;
        for (i, (x, y)) in (0u32..).zip(points) {
            let code = interleaved(place(*x, low.0)) | (interleaved(place(*y, low.1)) << 1);
            self.sorted.push((code, i));
        }
        self.sorted.sort_unstable();
        let Self { cells, sorted } = self;
        grow(cells, sorted, points, LEVELS, side);
    }

    /// The squares in the order of a walk.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }
}

/// Adds the square of a run of bodies and what is inside it.
fn grow(cells: &mut Vec<Cell>, run: &[(u32, u32)], points: &[(f64, f64)], level: u32, side: f64) {
    let place = cells.len();
    let (mut x, mut y) = (0.0, 0.0);
    for (_, i) in run {
        let at = points.get(*i as usize).copied().unwrap_or_default();
        x += at.0;
        y += at.1;
    }
    let mass = run.len() as f64;
    let leaf = run.len() <= 1 || level == 0;
    let only = match run {
        [(_, i)] => *i,
        _ => NOBODY,
    };
    if run.is_empty() {
        return;
    }
    cells.push(Cell {
        x: x / mass,
        y: y / mass,
        mass,
        side2: if leaf { 0.0 } else { side * side },
        next: 0,
        body: only,
    });
    if !leaf {
        let shift = 2 * (level - 1);
        let mut rest = run;
        for quarter in 0..4 {
            let inside = |(code, _): &(u32, u32)| (code >> shift) & 3 <= quarter;
            let (own, after) = rest.split_at(rest.partition_point(inside));
            grow(cells, own, points, level - 1, side / 2.0);
            rest = after;
        }
    }
    let next = u32::try_from(cells.len()).unwrap_or(NOBODY);
    if let Some(cell) = cells.get_mut(place) {
        cell.next = next;
    }
}

/// The bits of a 16-bit number, each followed by a zero.
fn interleaved(n: u32) -> u32 {
    let mut n = n.min((1 << LEVELS) - 1);
    n = (n | (n << 8)) & 0x00ff_00ff;
    n = (n | (n << 4)) & 0x0f0f_0f0f;
    n = (n | (n << 2)) & 0x3333_3333;
    (n | (n << 1)) & 0x5555_5555
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn bits_are_spread() {
        assert_eq!(interleaved(0b1011), 0b100_0101);
        assert_eq!(interleaved(u32::MAX), 0x5555_5555);
    }

    proptest! {
        #[test]
        fn every_square_is_the_middle_of_its_bodies_and_a_walk_meets_each_once(
            points in prop::collection::vec((-1e3..1e3, -1e3..1e3), 1..60),
        ) {
            let mut tree = Quadtree::default();
            tree.rebuild(&points);
            let cells = tree.cells();
            prop_assert_eq!(cells[0].mass, points.len() as f64);
            prop_assert_eq!(cells[0].next as usize, cells.len());
            let leaves: f64 = cells.iter().filter(|c| c.side2 == 0.0).map(|c| c.mass).sum();
            prop_assert_eq!(leaves, points.len() as f64);
            let middle = points.iter().map(|p| p.0).sum::<f64>() / points.len() as f64;
            prop_assert!((cells[0].x - middle).abs() < 1e-6);
            for (i, cell) in cells.iter().enumerate() {
                prop_assert!(cell.next as usize > i);
                if cell.body != NOBODY {
                    let at = points[cell.body as usize];
                    prop_assert_eq!((cell.x, cell.y), at);
                }
            }
        }

        #[test]
        fn bodies_on_one_spot_make_one_leaf(n in 2usize..9) {
            let mut tree = Quadtree::default();
            tree.rebuild(&vec![(3.0, 4.0); n]);
            let last = tree.cells().last().copied().unwrap();
            prop_assert_eq!((last.mass, last.body, last.side2), (n as f64, NOBODY, 0.0));
        }
    }
}
