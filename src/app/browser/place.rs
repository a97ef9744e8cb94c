//! Where the app stands: in a document of its own, or in the shadow root of an element on a page
//! of somebody else's, of which it then knows nothing and changes nothing.
//!
//! Each element has an instance of the wasm, so that one place is all there is to remember.

use gloo::events::EventListener;
use js_sys::Function;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, EventTarget, NodeList, ShadowRoot};

thread_local! {
    static INSIDE: OnceCell<Rc<Inside>> = const { OnceCell::new() };
}

/// An element's shadow root.
pub struct Inside {
    shadow: ShadowRoot,
    root: Element,
    /// The address of the whole page; empty where the element names none.
    pub page: String,
    /// What stands in the address bar elsewhere.
    pub fragment: RefCell<String>,
    /// Called when the page around the element, or a link in it, leads elsewhere.
    pub moved: RefCell<Option<Rc<dyn Fn(String)>>>,
    /// Whether the last step was a link's, asked once.
    pub by_link: Cell<bool>,
    /// Whether the page around the element led here last: then the focus stays where it is.
    pub is_led: Cell<bool>,
    tell: Function,
}

impl Inside {
    /// Tells the element something: `address`, `fault`.
    pub fn tell(&self, what: &str, text: &str) {
        let (what, text) = (JsValue::from_str(what), JsValue::from_str(text));
        // Whatever goes wrong out there is not ours to judge.
        let _ = self.tell.call2(&JsValue::NULL, &what, &text);
    }
}

/// Settles in the shadow root around an element, for ever.
pub fn settle(root: &Element, fragment: &str, page: &str, tell: Function) {
    let Ok(shadow) = root.get_root_node().dyn_into::<ShadowRoot>() else {
        return;
    };
    let inside = Inside {
        shadow,
        root: root.clone(),
        page: page.to_owned(),
        fragment: RefCell::new(fragment.to_owned()),
        moved: RefCell::default(),
        by_link: Cell::new(false),
        is_led: Cell::new(false),
        tell,
    };
    INSIDE.with(|cell| cell.set(Rc::new(inside)).ok());
}

/// The shadow root the app stands in, if it does.
pub fn inside() -> Option<Rc<Inside>> {
    INSIDE.with(|cell| cell.get().cloned())
}

/// The document, whosever it is.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element of the app with an id.
pub fn by_id(id: &str) -> Option<Element> {
    match inside() {
        Some(inside) => inside.shadow.get_element_by_id(id),
        None => document()?.get_element_by_id(id),
    }
}

/// The first element of the app that matches.
pub fn find(selector: &str) -> Option<Element> {
    match inside() {
        Some(inside) => inside.root.query_selector(selector),
        None => document()?.query_selector(selector),
    }
    .ok()
    .flatten()
}

/// Every element of the app that matches.
pub fn all(selector: &str) -> Option<NodeList> {
    match inside() {
        Some(inside) => inside.root.query_selector_all(selector),
        None => document()?.query_selector_all(selector),
    }
    .ok()
}

/// What has the focus; in an element nothing has, unless it is inside.
pub fn focused() -> Option<Element> {
    match inside() {
        Some(inside) => inside.shadow.active_element(),
        None => document()?.active_element(),
    }
}

/// What stands for the whole app: it carries language, theme, and the sign that it is ready.
pub fn root() -> Option<Element> {
    match inside() {
        Some(inside) => Some(inside.root.clone()),
        None => document()?.document_element(),
    }
}

/// What hears the keys that are meant for the app: an element does where the focus is in it.
pub fn keyboard() -> Option<EventTarget> {
    match inside() {
        Some(inside) => Some(inside.root.clone().into()),
        None => document().map(Into::into),
    }
}

/// Calls back when what the app stands in is scrolled, or the window changes its size.
pub fn moves(moved: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let listen = |target: &EventTarget, kind: &'static str| {
        let moved = moved.clone();
        EventListener::new(target, kind, move |_| moved())
    };
    let mut heard = vec![listen(&window, "scroll"), listen(&window, "resize")];
    // An element of a given height scrolls by itself.
    let frame = inside().and_then(|inside| inside.root.parent_element());
    heard.extend(frame.map(|frame| listen(&frame, "scroll")));
    heard
}
