#![doc = include_str!("../ARCHITECTURE.md")]

use wasm_bindgen::prelude::wasm_bindgen;

mod app;
mod ask;
mod browser;
mod drawing;
mod messages;
mod route;
mod state;
mod views;

/// Opens the page on its two blocks; the start script calls it with what they carry.
#[wasm_bindgen]
pub fn open(dataset: &[u8], basemap: &[u8]) {
    yew::set_custom_panic_hook(Box::new(|info| {
        browser::page::report_panic(&info.to_string())
    }));
    if let Some(root) = browser::page::root() {
        let opened = app::Opened::read(dataset, basemap);
        yew::Renderer::<app::App>::with_root_and_props(root, opened).render();
    }
}

fn main() {}
