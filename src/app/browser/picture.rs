//! A picture as it is seen, and the ways it leaves: as a file of text, or drawn on a canvas as PNG.
//!
//! The PNG is drawn from the picture's own text as a `data:` image, which the page's policy allows
//! (`img-src data:`): no request, and a canvas that stays readable, because the text loads nothing.

use super::place;
use crate::drawing::{Drawn, Markup, Panel, Sample, Seen, attributes, look, tag};
use geometry::path::decimal;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, CssStyleDeclaration, Element, HtmlCanvasElement, HtmlImageElement};

/// A file's address is given back after this time, in ms: by then every browser has read it.
const READ_BY_MS: u32 = 60_000;

fn style(element: &Element) -> Option<CssStyleDeclaration> {
    web_sys::window()?
        .get_computed_style(element)
        .ok()
        .flatten()
}

fn value(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}

/// Whether the page stands in a frame, which may keep files from the reader without a word.
pub fn is_framed() -> bool {
    // There is none where pages are drawn as text, in tests.
    if !cfg!(target_arch = "wasm32") {
        return false;
    }
    let parent = web_sys::window().and_then(|own| Some((own.parent().ok()??, own)));
    parent.is_some_and(|(parent, own)| JsValue::from(parent) != JsValue::from(own))
}

/// What is seen in some parts of the page, named by selectors, with the legends that explain it.
pub fn seen(areas: &[String], legend: &str) -> Option<Seen> {
    let root = style(&place::root()?)?;
    let body = match place::inside() {
        Some(_) => root.clone(),
        None => style(place::document()?.body()?.as_ref())?,
    };
    let areas: Vec<Element> = areas.iter().filter_map(|area| place::find(area)).collect();
    let label = areas.iter().find_map(|area| {
        let inner = area.query_selector("[role=img]").ok().flatten();
        let own = area.get_attribute("aria-label");
        own.or_else(|| inner?.get_attribute("aria-label"))
    });
    Some(Seen {
        panels: areas.iter().filter_map(panel).collect(),
        legend: samples(legend),
        label: label.unwrap_or_default(),
        colours: [value(&root, "background-color"), value(&root, "color")],
        fonts: value(&body, "font-family"),
    })
}

/// A part of the page with all pictures in it; none where it has no size.
fn panel(area: &Element) -> Option<Panel> {
    let own = style(area)?;
    let corner = area.get_bounding_client_rect();
    let size = [corner.width(), corner.height()];
    if size.iter().any(|px| *px <= 0.0) {
        return None;
    }
    let mut markup = Markup::default();
    if area.tag_name() == "svg" {
        place(area, [corner.left(), corner.top()], &mut markup);
    } else {
        let inside = area.query_selector_all("svg").ok()?;
        for at in 0..inside.length() {
            let svg = inside.get(at).and_then(|node| node.dyn_into().ok());
            if let Some(svg) = svg {
                place(&svg, [corner.left(), corner.top()], &mut markup);
            }
        }
    }
    let ground = value(&own, "background-color");
    Some(Panel {
        size,
        ground: (ground != "rgba(0, 0, 0, 0)").then_some(ground),
        markup: markup.done(),
        cut: value(&own, "overflow-x") != "visible",
    })
}

/// A picture where it stands, seen from a corner.
fn place(svg: &Element, [left, top]: [f64; 2], markup: &mut Markup) {
    let Some(own) = style(svg) else {
        return;
    };
    let rect = svg.get_bounding_client_rect();
    if rect.width() <= 0.0 || rect.height() <= 0.0 {
        return;
    }
    let [width, height] = [rect.width(), rect.height()].map(decimal);
    let whole = || format!("0 0 {width} {height}");
    let view_box = svg.get_attribute("viewBox").unwrap_or_else(whole);
    markup
        .open("svg")
        .with("x", &decimal(rect.left() - left))
        .with("y", &decimal(rect.top() - top))
        .with("width", &width)
        .with("height", &height)
        .with("viewBox", &view_box);
    if value(&own, "overflow-x") == "visible" {
        markup.with("overflow", "visible");
    }
    inside(svg, markup);
    markup.close();
}

fn inside(parent: &Element, markup: &mut Markup) {
    let mut next = parent.first_element_child();
    while let Some(child) = next {
        shape(&child, markup);
        next = child.next_element_sibling();
    }
}

fn shape(element: &Element, markup: &mut Markup) {
    let (Some(tag), Some(own)) = (tag(&element.tag_name()), style(element)) else {
        return;
    };
    let Some(seen) = look(tag, |name| value(&own, name)) else {
        return;
    };
    markup.open(tag);
    for name in attributes(tag) {
        if let Some(value) = element.get_attribute(name) {
            markup.with(name, &value);
        }
    }
    for (name, value) in &seen {
        markup.with(name, value);
    }
    match tag {
        "text" => {
            markup.text(&element.text_content().unwrap_or_default());
        }
        _ => inside(element, markup),
    }
    markup.close();
}

/// The marks of the legends and their words.
fn samples(legend: &str) -> Vec<Sample> {
    let Some(all) = place::all(legend) else {
        return Vec::new();
    };
    let mut samples = Vec::new();
    for at in 0..all.length() {
        let sample = all.get(at).and_then(|node| node.dyn_into::<Element>().ok());
        let Some(sample) = sample else {
            continue;
        };
        let mark = sample.query_selector("svg").ok().flatten();
        samples.push(Sample {
            mark: mark.as_ref().and_then(panel),
            text: sample.text_content().unwrap_or_default(),
        });
    }
    samples
}

/// Hands a text to the browser as a file; whether it took it. Whether it arrives, nobody tells.
pub fn save_text(name: &str, kind: &str, text: &str) -> bool {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options);
    blob.is_ok_and(|blob| save(name, &blob))
}

fn save(name: &str, blob: &Blob) -> bool {
    let link = place::document().and_then(|d| d.create_element("a").ok());
    let link = link.and_then(|e| e.dyn_into::<web_sys::HtmlAnchorElement>().ok());
    let Some((link, address)) = link.zip(web_sys::Url::create_object_url_with_blob(blob).ok())
    else {
        return false;
    };
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let forget = move || {
        let _ = web_sys::Url::revoke_object_url(&address);
    };
    Timeout::new(READ_BY_MS, forget).forget();
    true
}

/// Draws a picture as PNG and hands it to the browser as a file; then says whether it was drawn.
pub fn save_png(name: String, drawn: &Drawn, size: (u32, u32), then: impl Fn(bool) + 'static) {
    let then = Rc::new(then);
    let Ok(image) = HtmlImageElement::new() else {
        then(false);
        return;
    };
    let failed = then.clone();
    EventListener::once(image.as_ref(), "error", move |_| failed(false)).forget();
    let picture = image.clone();
    EventListener::once(image.as_ref(), "load", move |_| {
        let told = then.clone();
        let save = move |blob: JsValue| {
            told(blob.dyn_into::<Blob>().is_ok_and(|blob| save(&name, &blob)));
        };
        if painted(&picture, size, save).is_none() {
            then(false);
        }
    })
    .forget();
    let text = String::from(js_sys::encode_uri_component(&drawn.text));
    image.set_src(&format!("data:image/svg+xml,{text}"));
}

/// Draws an image on a canvas and asks for its PNG. A canvas that the browser could not make is
/// empty, and no error says so: its last px must be there, for a sheet has a ground.
fn painted(
    image: &HtmlImageElement,
    (width, height): (u32, u32),
    then: impl FnOnce(JsValue) + 'static,
) -> Option<()> {
    let canvas: HtmlCanvasElement = place::document()?
        .create_element("canvas")
        .ok()?
        .dyn_into()
        .ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d").ok()??;
    let context: web_sys::CanvasRenderingContext2d = context.dyn_into().ok()?;
    let [w, h] = [width, height].map(f64::from);
    context
        .draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, w, h)
        .ok()?;
    let last = context.get_image_data(w - 1.0, h - 1.0, 1.0, 1.0).ok()?;
    if last.data().get(3) != Some(&255) {
        return None;
    }
    let then = Closure::once_into_js(then);
    canvas.to_blob(then.unchecked_ref()).ok()
}
