//! The address bar: read, written, and listened to.

use gloo::events::EventListener;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// The fragment, with its `#`; empty where it cannot be read.
pub fn read() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default()
}

/// What stands before the fragment, where others can open it too; empty for a local file, whose
/// path is nobody's business, and in frames without an address.
pub fn base() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    let href = href.filter(|href| href.starts_with("http"));
    let base = href.as_deref().and_then(|href| href.split('#').next());
    base.unwrap_or_default().to_owned()
}

/// Writes the fragment, as a new step of the history or in place of the last one, and says
/// whether there was anything to write.
///
/// Browsers ration `replaceState` (Chromium keeps 200, Firefox throws) and forbid it in `srcdoc`
/// frames; the caller waits between calls, and an error here only leaves the address behind.
pub fn write(fragment: &str, new_step: bool) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let now = read();
    if now == fragment || (now.is_empty() && fragment == "#/cards") {
        return false;
    }
    if !new_step && let Ok(history) = window.history() {
        let nothing = wasm_bindgen::JsValue::NULL;
        let written = history.replace_state_with_url(&nothing, "", Some(fragment));
        if written.is_ok() {
            return true;
        }
    }
    window.location().set_hash(fragment).is_ok()
}

/// What [`listen`] holds; listening ends when it is dropped.
pub struct Listening {
    _events: Vec<EventListener>,
    followed: Rc<Cell<bool>>,
}

impl Listening {
    /// Whether the reader came here by a link of the page, asked once; back and forward are no
    /// links, and there the browser itself goes to the old place.
    pub fn by_link(&self) -> bool {
        self.followed.take()
    }
}

/// Calls back whenever the reader comes to another address. `popstate` comes before the browser
/// restores the place on the page, so that there is something to restore it on.
pub fn listen(changed: impl Fn(String) + 'static) -> Option<Listening> {
    let window = web_sys::window()?;
    let changed = Rc::new(changed);
    let on = |name: &'static str| {
        let changed = changed.clone();
        EventListener::new(&window, name, move |_| changed(read()))
    };
    let followed = Rc::new(Cell::new(false));
    let flag = followed.clone();
    let click = EventListener::new(&window, "click", move |event| {
        let target = event
            .target()
            .and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let link = target.and_then(|t| t.closest("a[href^='#']").ok().flatten());
        flag.set(link.is_some());
    });
    Some(Listening {
        _events: vec![on("popstate"), on("hashchange"), click],
        followed,
    })
}
