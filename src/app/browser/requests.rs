//! What the page has asked for, by the browser's own list (W3C Performance Timeline).

use wasm_bindgen::JsCast;

/// The addresses asked for since the page was loaded, without its own; nothing where the browser
/// keeps no list.
pub fn asked() -> Option<Vec<String>> {
    let performance = web_sys::window()?.performance()?;
    let entries = performance.get_entries_by_type("resource");
    let named = |entry: wasm_bindgen::JsValue| entry.dyn_into::<web_sys::PerformanceEntry>();
    let names = entries
        .iter()
        .filter_map(|entry| Some(named(entry).ok()?.name()));
    Some(names.collect())
}

/// Scheme, host and port of the page; `null` or `file://` from disk and in a sandbox.
pub fn origin() -> String {
    let location = web_sys::window().map(|window| window.location());
    location.and_then(|l| l.origin().ok()).unwrap_or_default()
}
