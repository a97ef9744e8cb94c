//! The page's network layout for the bench: a graph in, places out.

use geometry::Network;
use wasm_bindgen::prelude::wasm_bindgen;

/// A network on its way to rest.
#[wasm_bindgen]
pub struct Layout(Network);

#[wasm_bindgen]
impl Layout {
    /// `links` holds the two ends of each link, one after the other.
    #[wasm_bindgen(constructor)]
    pub fn new(count: u32, links: &[u32], seed: u32) -> Self {
        let ends = |pair: &[u32]| match pair {
            [a, b] => (*a as usize, *b as usize),
            _ => (0, 0),
        };
        let links: Vec<(usize, usize)> = links.chunks_exact(2).map(ends).collect();
        Self(Network::new(count as usize, &links, u64::from(seed)))
    }

    /// Moves everything some ticks on; true once it rests.
    pub fn step(&mut self, ticks: u32) -> bool {
        self.0.step(ticks as usize)
    }

    /// The places, x and y one after the other.
    pub fn places(&self) -> Vec<f64> {
        self.0.points().flat_map(|p| [p.x_px, p.y_px]).collect()
    }
}
