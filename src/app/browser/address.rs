//! The address bar: read, written, and listened to.

use gloo::events::EventListener;

/// The fragment, with its `#`; empty where it cannot be read.
pub fn read() -> String {
    let hash = gloo_window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default()
}

/// Writes the fragment: as a new step of the history, or in place of the last one.
///
/// Browsers ration `replaceState` (Chromium keeps 200, Firefox throws) and forbid it in `srcdoc`
/// frames; the caller waits between calls, and an error here only leaves the address behind.
pub fn write(fragment: &str, new_step: bool) {
    let Some(window) = gloo_window() else {
        return;
    };
    if read() == fragment || (read().is_empty() && fragment == "#/cards") {
        return;
    }
    if !new_step && let Ok(history) = window.history() {
        let nothing = wasm_bindgen::JsValue::NULL;
        if history
            .replace_state_with_url(&nothing, "", Some(fragment))
            .is_ok()
        {
            return;
        }
    }
    let _ = window.location().set_hash(fragment);
}

/// Calls back whenever the reader comes to another address.
pub fn listen(changed: impl Fn(String) + 'static) -> Option<EventListener> {
    let window = gloo_window()?;
    Some(EventListener::new(&window, "hashchange", move |_| {
        changed(read())
    }))
}

fn gloo_window() -> Option<web_sys::Window> {
    web_sys::window()
}
