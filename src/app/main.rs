#![doc = include_str!("../ARCHITECTURE.md")]

use std::cell::RefCell;
use views::component::Mounted;
use wasm_bindgen::prelude::wasm_bindgen;
use yew::AppHandle;

mod app;
mod ask;
mod browser;
mod drawing;
mod markup;
mod messages;
mod opened;
mod route;
mod state;
mod views;

thread_local! {
    /// What runs, where an element may have to take it away again.
    static RUNNING: RefCell<Option<AppHandle<Mounted>>> = const { RefCell::new(None) };
}

/// Opens the page on its two blocks; the start script calls it with what they carry.
#[wasm_bindgen]
pub fn open(dataset: &[u8], basemap: &[u8]) {
    if let Some(root) = browser::page::root() {
        render(root, dataset, basemap);
    }
}

/// Opens the page in an element of a shadow root: at this address, with the address of the whole
/// page where there is one. `tell` is called with what is told and its text: `address`, `fault`.
#[wasm_bindgen]
pub fn mount(
    root: web_sys::Element,
    dataset: &[u8],
    basemap: &[u8],
    fragment: &str,
    page: &str,
    tell: js_sys::Function,
) {
    browser::place::settle(&root, fragment, page, tell);
    render(root, dataset, basemap);
}

/// Leads what [`mount`] opened to another address; `by_link` where a reader followed a link in it.
#[wasm_bindgen]
pub fn lead(fragment: &str, by_link: bool) {
    browser::address::go(fragment, by_link);
}

/// Takes away what [`mount`] opened, with every listener it has outside its element.
#[wasm_bindgen]
pub fn unmount() {
    if let Some(running) = RUNNING.take() {
        running.destroy();
    }
}

fn render(root: web_sys::Element, dataset: &[u8], basemap: &[u8]) {
    yew::set_custom_panic_hook(Box::new(|info| {
        browser::page::report_panic(&info.to_string())
    }));
    let page = app::page(opened::Opened::read(dataset, basemap));
    let running = yew::Renderer::<Mounted>::with_root_and_props(root, page).render();
    RUNNING.set(Some(running));
}

fn main() {}
