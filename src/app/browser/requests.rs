//! What the page has asked for, by the browser's own list (W3C Performance Timeline).

use wasm_bindgen::JsCast;

/// The kinds of entries that stand for a request.
const KINDS: [&str; 2] = ["navigation", "resource"];

/// The addresses asked for since the page was loaded, the page's own first; nothing where the
/// browser keeps no list.
pub fn asked() -> Option<Vec<String>> {
    let performance = web_sys::window()?.performance()?;
    let mut names = Vec::new();
    for kind in KINDS {
        let entries = performance.get_entries_by_type(kind);
        let named = |entry: wasm_bindgen::JsValue| entry.dyn_into::<web_sys::PerformanceEntry>();
        names.extend(
            entries
                .iter()
                .filter_map(|entry| Some(named(entry).ok()?.name())),
        );
    }
    Some(names)
}

/// Scheme, host and port of the page; `null` or `file://` from disk and in a sandbox.
pub fn origin() -> String {
    let location = web_sys::window().map(|window| window.location());
    location.and_then(|l| l.origin().ok()).unwrap_or_default()
}

/// The address of the page, without what the reader looks for.
pub fn page() -> String {
    let location = web_sys::window().map(|window| window.location());
    let address = location.and_then(|l| l.href().ok()).unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}
