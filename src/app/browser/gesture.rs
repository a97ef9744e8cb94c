//! Where a pointer is, how wide an element is, and what of it the window shows.

use super::place;

fn rect(id: &str) -> Option<web_sys::DomRect> {
    let element = place::by_id(id)?;
    Some(element.get_bounding_client_rect())
}

/// Where a pointer is on an element: px from its left and from its top.
pub fn place(event: &web_sys::MouseEvent, id: &str) -> Option<(f64, f64)> {
    let rect = rect(id)?;
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    Some((x - rect.left(), y - rect.top()))
}

/// How wide an element is drawn, in px.
pub fn width(id: &str) -> Option<f64> {
    rect(id)
        .map(|rect| rect.width())
        .filter(|width| *width > 0.0)
}

/// What of an element lies above the window, in px, and how high the window is.
pub fn scrolled(id: &str) -> Option<(f64, f64)> {
    let height = web_sys::window()?.inner_height().ok()?.as_f64()?;
    rect(id).map(|rect| (-rect.top(), height))
}

/// How high an element is drawn, in px.
pub fn height(id: &str) -> Option<f64> {
    rect(id)
        .map(|rect| rect.height())
        .filter(|height| *height > 0.0)
}

/// What of a scrolling element's content lies above what it shows, in px, and how much it shows.
pub fn scrolled_in(id: &str) -> Option<(f64, f64)> {
    let element = place::by_id(id)?;
    let above = f64::from(element.scroll_top());
    Some((above, f64::from(element.client_height())))
}

/// Scrolls an element's content to its beginning or its end.
pub fn scroll_to_end(id: &str, last: bool) {
    if let Some(element) = place::by_id(id) {
        let top = if last { element.scroll_height() } else { 0 };
        element.set_scroll_top(top);
    }
}

/// The pointer's further movements go to an element, until it is lifted.
pub fn capture(event: &web_sys::PointerEvent, id: &str) {
    if let Some(element) = place::by_id(id) {
        // A pointer that is gone already cannot be caught, and need not.
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}
