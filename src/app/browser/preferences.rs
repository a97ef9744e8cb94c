//! What is kept between visits: settings only, never data. On `file://` Chromium shares one
//! storage among all local files, and in a sandboxed frame touching it throws.

use super::place;
use crate::route::Theme;
use incidents::model::Lang;

const PREFIX: &str = "incident-explorer.";
/// Every key there is.
const KEYS: [&str; 3] = ["lang", "theme", "keys"];

fn storage() -> Option<web_sys::Storage> {
    // An element stands among what others have stored, and stores nothing.
    let window = web_sys::window().filter(|_| place::inside().is_none());
    window?.local_storage().ok()?
}

fn get(key: &str) -> Option<String> {
    storage()?.get_item(&format!("{PREFIX}{key}")).ok()?
}

fn set(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&format!("{PREFIX}{key}"), value);
    }
}

/// The kept language, else the browser's.
pub fn lang() -> Lang {
    let kept = get("lang");
    let asked = || web_sys::window().and_then(|w| w.navigator().language());
    match kept.or_else(asked) {
        Some(tag) if tag.starts_with("ja") => Lang::Ja,
        _ => Lang::En,
    }
}

/// The kept theme; `None` follows the system.
pub fn theme() -> Option<Theme> {
    match get("theme")?.as_str() {
        "light" => Some(Theme::Light),
        "dark" => Some(Theme::Dark),
        _ => None,
    }
}

/// Whether single-letter keys act; yes unless switched off.
pub fn keys() -> bool {
    get("keys").as_deref() != Some("off")
}

/// Keeps the three.
pub fn keep(lang: Lang, theme: Option<Theme>, keys: bool) {
    set("lang", lang.tag());
    set("theme", theme.map_or("auto", Theme::word));
    set("keys", if keys { "on" } else { "off" });
}

/// Everything that is stored, key and value; `None` where storing is forbidden.
pub fn stored() -> Option<Vec<(String, String)>> {
    storage()?;
    let value = |key: &&str| Some((format!("{PREFIX}{key}"), get(key)?));
    Some(KEYS.iter().filter_map(value).collect())
}

/// Forgets all of it.
pub fn clear() {
    for (storage, key) in storage().iter().flat_map(|s| KEYS.map(|key| (s, key))) {
        let _ = storage.remove_item(&format!("{PREFIX}{key}"));
    }
}
