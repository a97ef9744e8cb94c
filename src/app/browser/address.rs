//! The address, read, written, and listened to: in the window's bar, or in an element's memory.

use super::place;
use gloo::events::EventListener;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// The fragment, with its `#`; empty where it cannot be read.
pub fn read() -> String {
    if let Some(inside) = place::inside() {
        return inside.fragment.borrow().clone();
    }
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default()
}

/// What stands before the fragment, where others can open it too; empty for a local file, whose
/// path is nobody's business, and in frames without an address. An element may have been told it.
pub fn base() -> String {
    if let Some(inside) = place::inside() {
        return inside.page.clone();
    }
    // There is no window where pages are drawn as text, in tests.
    if !cfg!(target_arch = "wasm32") {
        return String::new();
    }
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    let href = href.filter(|href| href.starts_with("http"));
    let base = href.as_deref().and_then(|href| href.split('#').next());
    base.unwrap_or_default().to_owned()
}

/// Writes the fragment, as a new step of the history or in place of the last one, and says
/// whether there was anything to write.
///
/// Browsers ration `pushState` and `replaceState` (Chromium keeps 200, Firefox throws) and forbid
/// them in `srcdoc` frames; the caller waits between calls, and an error here only leaves the
/// address behind. `location.hash` alone would do, but it navigates, in the reader's own click:
/// Chromium takes five times as long, and tells the app what it has just said.
pub fn write(fragment: &str, new_step: bool) -> bool {
    if let Some(inside) = place::inside() {
        let before = inside.fragment.replace(fragment.to_owned());
        // A step that the app makes is the reader's.
        inside.is_led.set(inside.is_led.get() && !new_step);
        if before != fragment {
            inside.tell("address", fragment);
        }
        return before != fragment;
    }
    let Some(window) = web_sys::window() else {
        return false;
    };
    let now = read();
    if now == fragment || (now.is_empty() && fragment == "#/cards") {
        return false;
    }
    let written = window.history().and_then(|history| {
        let nothing = wasm_bindgen::JsValue::NULL;
        match new_step {
            true => history.push_state_with_url(&nothing, "", Some(fragment)),
            false => history.replace_state_with_url(&nothing, "", Some(fragment)),
        }
    });
    written.is_ok() || window.location().set_hash(fragment).is_ok()
}

/// What [`listen`] holds; listening ends when it is dropped.
pub struct Listening {
    _events: Vec<EventListener>,
    followed: Rc<Cell<bool>>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        if let Some(inside) = place::inside() {
            inside.moved.take();
        }
    }
}

impl Listening {
    /// Whether the reader came here by a link of the page, asked once; back and forward are no
    /// links, and there the browser itself goes to the old place.
    pub fn by_link(&self) -> bool {
        match place::inside() {
            Some(inside) => inside.by_link.take(),
            None => self.followed.take(),
        }
    }
}

/// Where a link that leaves the app leads: `None` in an element that knows no whole page.
pub fn outward(fragment: String) -> Option<String> {
    match place::inside() {
        Some(inside) if inside.page.is_empty() => None,
        Some(inside) => Some(inside.page.clone() + &fragment),
        None => Some(fragment),
    }
}

/// Goes to an address in an element: by a link that was followed in it, or because the page around
/// it asked.
pub fn go(fragment: &str, by_link: bool) {
    let Some(inside) = place::inside() else {
        return;
    };
    inside.fragment.replace(fragment.to_owned());
    inside.by_link.set(by_link);
    inside.is_led.set(!by_link);
    let moved = inside.moved.borrow().clone();
    if let Some(moved) = moved {
        moved(fragment.to_owned());
    }
}

/// Calls back whenever the reader comes to another address. `popstate` comes before the browser
/// restores the place on the page, so that there is something to restore it on.
pub fn listen(changed: impl Fn(String) + 'static) -> Option<Listening> {
    let window = web_sys::window()?;
    let changed = Rc::new(changed);
    let followed = Rc::new(Cell::new(false));
    if let Some(inside) = place::inside() {
        inside.moved.replace(Some(changed));
        return Some(Listening {
            _events: Vec::new(),
            followed,
        });
    }
    let on = |name: &'static str| {
        let changed = changed.clone();
        EventListener::new(&window, name, move |_| changed(read()))
    };
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
