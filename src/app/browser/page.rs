//! The document around the app: its data blocks, its root element, focus and keys.

use super::place::{self, by_id, document, find};
use crate::route::Theme;
use gloo::events::EventListener;
use incidents::model::{Day, Lang};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Where the app is mounted in a document of its own.
pub fn root() -> Option<web_sys::Element> {
    by_id("app")
}

/// Says on the root element which language and theme are in force, and names the window.
pub fn describe(lang: Lang, theme: Option<Theme>, title: &str) {
    // The title of another page is not ours.
    if let Some(document) = document().filter(|_| place::inside().is_none()) {
        document.set_title(title);
    }
    let Some(root) = place::root() else {
        return;
    };
    let _ = root.set_attribute("lang", lang.tag());
    let _ = match theme {
        Some(theme) => root.set_attribute("data-theme", theme.word()),
        None => root.remove_attribute("data-theme"),
    };
}

/// Says that typing now gives results.
pub fn ready() {
    if let Some(root) = place::root() {
        let _ = root.set_attribute("data-ready", "");
    }
}

/// Moves the focus to an element, and the element into view.
pub fn focus(id: &str) {
    let element = by_id(id);
    if let Some(element) = element.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        element.scroll_into_view();
        let _ = element.focus();
    }
}

/// Selects the text of an element and copies it; whether it was copied. Where a frame forbids
/// that, the text stays selected for the reader's own keys. The older call is used because it works
/// in sandboxed frames and on local files, and asks nobody.
pub fn copy(id: &str) -> bool {
    // Nothing in a shadow root can be selected by the document's own selection.
    if place::inside().is_some() {
        return copy_beside(id);
    }
    let Some(document) = document() else {
        return false;
    };
    let selection = web_sys::window().and_then(|w| w.get_selection().ok().flatten());
    let Some((element, selection)) = by_id(id).zip(selection) else {
        return false;
    };
    let selected = selection.select_all_children(&element).is_ok();
    let document = document.dyn_into::<web_sys::HtmlDocument>();
    selected && document.is_ok_and(|d| d.exec_command("copy").unwrap_or(false))
}

/// Copies the text of an element by way of a text area that stands beside it for a moment.
fn copy_beside(id: &str) -> bool {
    const AREA: &str = "copied-beside";
    let area = document().and_then(|d| d.create_element("textarea").ok());
    let Some((element, area)) = by_id(id).zip(area) else {
        return false;
    };
    area.set_id(AREA);
    let placed = element.parent_element().map(|e| e.append_child(&area));
    let text = element.text_content().unwrap_or_default();
    let copied = placed.is_some() && copy_text(AREA, &text);
    area.remove();
    copied
}

/// Writes a text into a text area and copies it from there; whether it was copied. Done in the
/// reader's own click, because some browsers copy only then. Where a frame forbids it, the text
/// stays selected for the reader's own keys.
pub fn copy_text(area: &str, text: &str) -> bool {
    let Some(document) = document() else {
        return false;
    };
    let Some(area) = by_id(area) else {
        return false;
    };
    let Ok(area) = area.dyn_into::<web_sys::HtmlTextAreaElement>() else {
        return false;
    };
    let before = place::focused();
    area.set_value(text);
    let _ = area.focus();
    area.select();
    let html = document.dyn_into::<web_sys::HtmlDocument>();
    let copied = html.is_ok_and(|d| d.exec_command("copy").unwrap_or(false));
    let before = before.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(before) = before.filter(|_| copied) {
        let _ = before.focus();
    }
    copied
}

/// Writes a text into a text area.
pub fn put_text(area: &str, text: &str) {
    let area = by_id(area);
    let area = area.and_then(|a| a.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    if let Some(area) = area {
        area.set_value(text);
    }
}

/// Back on a list, the focus goes to the link that had led to what was left, and that comes into
/// view; whether it is there.
pub fn return_to(left: &str) -> bool {
    let selector = format!("main a[href=\"{}\"]", left.replace(['"', '\\'], ""));
    let link = find(&selector);
    let Some(link) = link.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return false;
    };
    let _ = link.focus();
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Center);
    link.scroll_into_view_with_scroll_into_view_options(&options);
    true
}

/// Opens a dialog above everything else; the browser keeps the focus in it.
pub fn show_dialog(id: &str) {
    let dialog = by_id(id).and_then(|d| d.dyn_into::<web_sys::HtmlDialogElement>().ok());
    if let Some(dialog) = dialog.filter(|dialog| !dialog.open()) {
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; the focus goes back to what opened it.
pub fn close_dialog(id: &str) {
    let dialog = by_id(id).and_then(|d| d.dyn_into::<web_sys::HtmlDialogElement>().ok());
    if let Some(dialog) = dialog {
        dialog.close();
    }
}

/// How heavy the forms of the page are, in KB, as the build has written it: the hosted form and the
/// one file, then the element's script. Nothing where nobody built it.
pub fn sizes() -> Vec<u32> {
    let written = find("meta[name=sizes]").and_then(|meta| meta.get_attribute("content"));
    let each = |text: String| text.split(' ').filter_map(|kb| kb.parse().ok()).collect();
    written.map(each).unwrap_or_default()
}

/// Closes an open menu and gives the focus back to what opened it; whether one was open.
pub fn close_menu() -> bool {
    let open = find("details[open].toc-menu");
    let Some(menu) = open else {
        return false;
    };
    let _ = menu.remove_attribute("open");
    let summary = menu.first_element_child();
    if let Some(summary) = summary.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = summary.focus();
    }
    true
}

/// Moves the focus to an element of a picture; the browser scrolls only where it must.
pub fn step_to(id: &str) {
    let element = by_id(id);
    if let Some(element) = element {
        // Marks in SVG take the focus as HTML does (HTMLOrSVGElement), but are no HtmlElement.
        let element: web_sys::HtmlElement = element.unchecked_into();
        let _ = element.focus();
    }
}

/// Takes the focus away from where it is.
pub fn blur() {
    let element = place::focused();
    if let Some(element) = element.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.blur();
    }
}

/// Scrolls to the top: another page was opened. An element comes to its own top, and the page
/// around it follows only where that is above the window.
pub fn to_top() {
    let Some(inside) = place::inside() else {
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        return;
    };
    let frame = place::root().and_then(|root| root.parent_element());
    if let Some(frame) = frame.filter(|_| !inside.is_led.get()) {
        frame.set_scroll_top(0);
        if frame.get_bounding_client_rect().top() < 0.0 {
            frame.scroll_into_view();
        }
    }
}

/// Where the focus was on something that is gone, it goes to the heading: a keyboard and a screen
/// reader begin there. After a step back, it goes to the link that had led to what was left.
pub fn keep_focus(left: Option<&str>) {
    if place::inside().is_some_and(|inside| inside.is_led.get()) {
        return;
    }
    if place::focused().is_some_and(|e| e.tag_name() != "BODY") {
        return;
    }
    let link = |left: &str| {
        find(&format!(
            "main a[href=\"{}\"]",
            left.replace(['"', '\\'], "")
        ))
    };
    let Some(element) = left.and_then(link).or_else(|| find("main h1")) else {
        return;
    };
    if element.tag_name() == "H1" {
        let _ = element.set_attribute("tabindex", "-1");
    }
    if let Ok(element) = element.dyn_into::<web_sys::HtmlElement>() {
        let _ = element.focus();
    }
}

/// Calls back when a composition ends, as after a Japanese conversion: some browsers send no
/// input event then.
pub fn composed(id: &str, done: impl Fn(String) + 'static) -> Option<EventListener> {
    let element = by_id(id)?;
    let listener = EventListener::new(&element, "compositionend", move |event| {
        let target = event.target().and_then(|t| t.dyn_into().ok());
        if let Some(input) = target.map(|i: web_sys::HtmlInputElement| i.value()) {
            done(input);
        }
    });
    Some(listener)
}

/// Where the caret of a box stands, in bytes of its text; browsers count UTF-16 units.
pub fn caret(id: &str, text: &str) -> usize {
    let units = text_box(id).and_then(|input| input.selection_start().ok().flatten());
    let Some(units) = units.and_then(|n| usize::try_from(n).ok()) else {
        return text.len();
    };
    let mut seen = 0;
    let starts = |(at, c): (usize, char)| {
        let here = seen >= units;
        seen += c.len_utf16();
        here.then_some(at)
    };
    text.char_indices().find_map(starts).unwrap_or(text.len())
}

/// Puts the caret of a box behind what its text begins with.
pub fn put_caret(id: &str, begun: &str) {
    let units = u32::try_from(begun.encode_utf16().count()).unwrap_or(0);
    if let Some(input) = text_box(id) {
        let _ = input.focus();
        let _ = input.set_selection_range(units, units);
    }
}

fn text_box(id: &str) -> Option<web_sys::HtmlInputElement> {
    by_id(id)?.dyn_into().ok()
}

/// Moves the focus to the first hit; whether there is one.
pub fn focus_first_hit() -> bool {
    let hit = find(".cards h2 a");
    let link = hit.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok());
    link.is_some_and(|link| link.focus().is_ok())
}

/// Moves the focus to the first of some elements that is there.
pub fn focus_first(ids: &[String]) {
    let there = |id: &&String| by_id(id).is_some();
    if let Some(id) = ids.iter().find(there) {
        focus(id);
    }
}

/// Watches an element until it comes near the window; dropped, it watches no more.
pub struct Watch {
    observer: web_sys::IntersectionObserver,
    _called: Closure<dyn FnMut(js_sys::Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls back when an element comes near the window.
pub fn watch_for(id: &str, near: impl Fn() + 'static) -> Option<Watch> {
    let element = by_id(id)?;
    let called = Closure::new(move |entries: js_sys::Array| {
        let seen = |entry: JsValue| {
            let entry = entry.dyn_into::<web_sys::IntersectionObserverEntry>();
            entry.is_ok_and(|e| e.is_intersecting())
        };
        if entries.iter().any(seen) {
            near();
        }
    });
    let options = web_sys::IntersectionObserverInit::new();
    options.set_root_margin("600px");
    let handler = called.as_ref().unchecked_ref();
    let observer = web_sys::IntersectionObserver::new_with_options(handler, &options).ok()?;
    observer.observe(&element);
    Some(Watch {
        observer,
        _called: called,
    })
}

/// Calls back before the page is printed, with yes, and afterwards with no.
pub fn printing(changed: impl Fn(bool) + Clone + 'static) -> Vec<EventListener> {
    // An element is printed as it is seen, like a frame.
    let Some(window) = web_sys::window().filter(|_| place::inside().is_none()) else {
        return Vec::new();
    };
    let on = |kind: &'static str, begins: bool| {
        let changed = changed.clone();
        EventListener::new(&window, kind, move |_| changed(begins))
    };
    vec![on("beforeprint", true), on("afterprint", false)]
}

/// Opens everything that is folded, for paper; afterwards folds again what was.
pub fn unfold(open: bool) {
    let folded = match open {
        true => "main details:not([open])",
        false => "details[data-unfolded]",
    };
    let Some(all) = place::all(folded) else {
        return;
    };
    for at in 0..all.length() {
        let one = all
            .get(at)
            .and_then(|n| n.dyn_into::<web_sys::Element>().ok());
        for (one, name) in one
            .iter()
            .flat_map(|e| ["open", "data-unfolded"].map(|n| (e, n)))
        {
            let _ = match open {
                true => one.set_attribute(name, ""),
                false => one.remove_attribute(name),
            };
        }
    }
}

/// The reader's day.
pub fn today() -> Option<Day> {
    let now = js_sys::Date::new_0();
    let [month, day] = [now.get_month() + 1, now.get_date()].map(u8::try_from);
    Day::from_civil(now.get_full_year().try_into().ok()?, month.ok()?, day.ok()?)
}

/// Hands a panic's text to the guard outside wasm, or to the element.
pub fn report_panic(text: &str) {
    if let Some(inside) = place::inside() {
        inside.tell("fault", text);
        return;
    }
    let options = web_sys::CustomEventInit::new();
    options.set_detail(&JsValue::from_str(text));
    let name = "incident-explorer-panic";
    let event = web_sys::CustomEvent::new_with_event_init_dict(name, &options);
    if let (Some(window), Ok(event)) = (web_sys::window(), event) {
        let _ = window.dispatch_event(&event);
    }
}

/// Calls back with every plain key pressed outside a text field, and with Escape anywhere, in an
/// element only where the focus is in it; the
/// callback says whether the key meant something.
pub fn keys(pressed: impl Fn(&str) -> bool + 'static) -> Option<EventListener> {
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    let keyboard = place::keyboard()?;
    let listener = EventListener::new_with_options(&keyboard, "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else {
            return;
        };
        let modified = key.ctrl_key() || key.alt_key() || key.meta_key() || key.is_composing();
        let name = key.key();
        if !modified
            && !is_in_dialog(event)
            && (name == "Escape" || !is_field(event))
            && pressed(&name)
        {
            event.prevent_default();
        }
    });
    Some(listener)
}

/// A dialog has keys of its own, and what lies behind it none.
fn is_in_dialog(event: &web_sys::Event) -> bool {
    let target = event
        .target()
        .and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|t| t.closest("dialog").is_ok_and(|d| d.is_some()))
}

fn is_field(event: &web_sys::Event) -> bool {
    let target = event
        .target()
        .and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    let fields = "input:not([type='checkbox']), textarea, select, [contenteditable]";
    target.is_some_and(|t| t.matches(fields).unwrap_or(false))
}
