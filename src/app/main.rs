#![doc = include_str!("../ARCHITECTURE.md")]

mod app;
mod browser;
mod messages;
mod route;
mod state;
mod views;

fn main() {
    yew::set_custom_panic_hook(Box::new(|info| {
        browser::page::report_panic(&info.to_string())
    }));
    if let Some(root) = browser::page::root() {
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
