//! The address is the state: `#/cards?q=tick&sort=victim&lang=ja` and back. Pure; it never fails.
//!
//! It is the fragment, so what a reader looks for never reaches a server's log.

pub mod chart;
pub mod embed;
pub mod grid;
pub mod links;
mod subject;

pub use chart::Chart;
pub use embed::Embed;
pub use grid::Grid;
pub use links::Links;
pub use subject::Subject;

use incidents::model::{IncidentId, Lang};
use incidents::search::Sort;
use std::fmt::{self, Write};

/// Longer addresses are cut off unread.
const MOST_BYTES: usize = 64 * 1024;

/// The light or dark theme, or the system's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

impl Theme {
    /// The word in the address and on the root element.
    pub fn word(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// What fills the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The cards.
    #[default]
    Cards,
    /// The country map.
    Map,
    /// Groups, entries, victims.
    Links,
    /// Who was silent, on any day.
    Timeline,
    /// Delays and what entries have in common.
    Insights,
    /// The results as rows.
    Table,
    /// Two to four entries side by side.
    Compare,
    /// One entry.
    Incident(IncidentId),
    /// What entries share: a group, an organisation, a country.
    About(Subject),
}

/// What the address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// What fills the page.
    pub view: View,
    /// The query as typed.
    pub query: String,
    /// The order of the results.
    pub sort: Sort,
    /// A claim to be shown, on an incident's page.
    pub claim: Option<String>,
    /// What the timeline shows; part of its address only.
    pub chart: Chart,
    /// What the table shows; part of its address only.
    pub grid: Grid,
    /// What the links show; part of their address only.
    pub links: Links,
    /// The ids that are compared, each once, as the address has them, known or not; part of that
    /// view's address only.
    pub ids: Vec<String>,
    /// The language, where the address names one.
    pub lang: Option<Lang>,
    /// The theme, where the address names one.
    pub theme: Option<Theme>,
    /// How the page stands inside another one.
    pub embed: Embed,
}

impl Route {
    /// Reads a fragment. What means something is kept; what does not is named.
    pub fn parse(fragment: &str) -> (Route, Vec<String>) {
        let (mut route, mut unknown) = (Route::default(), Vec::new());
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        if fragment.len() > MOST_BYTES {
            unknown.push("…".to_owned());
            return (route, unknown);
        }
        let (path, pairs) = fragment.split_once('?').unwrap_or((fragment, ""));
        match view(path) {
            Some(view) => route.view = view,
            None => unknown.push(shorten(path)),
        }
        let mut seen: Vec<&str> = Vec::new();
        for pair in pairs.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let kept = !seen.contains(&key) && route.take(key, value);
            seen.push(key);
            if !kept {
                unknown.push(shorten(key));
            }
        }
        let has_card = matches!(route.view, View::Incident(_));
        let idle = route.embed.settle(has_card);
        unknown.extend(idle.into_iter().map(str::to_owned));
        (route, unknown)
    }

    fn take(&mut self, key: &str, value: &str) -> bool {
        let Some(value) = decode(value) else {
            return false;
        };
        match (key, value.as_str()) {
            ("q", _) => self.query = value,
            ("claim", _) => self.claim = Some(value),
            ("lang", "en") => self.lang = Some(Lang::En),
            ("lang", "ja") => self.lang = Some(Lang::Ja),
            ("theme", "light") => self.theme = Some(Theme::Light),
            ("theme", "dark") => self.theme = Some(Theme::Dark),
            ("cols" | "sort", _) if self.view == View::Table => {
                return self.grid.take(key, &value);
            }
            ("ids", _) if self.view == View::Compare => self.ids = compared(&value),
            // A table's `sort` is a column: the results' own order has a word beside it.
            ("order", word) | ("sort", word) if (key == "order") == (self.view == View::Table) => {
                match Sort::ALL.into_iter().find(|s| s.word() == word) {
                    Some(sort) => self.sort = sort,
                    None => return false,
                }
            }
            ("embed" | "show" | "tell", word) => return self.embed.take(key, word),
            _ => match self.view {
                View::Timeline => return self.chart.take(key, &value),
                View::Links => return self.links.take(key, &value),
                _ => return false,
            },
        }
        true
    }

    /// The same choices on another view.
    pub fn on(&self, view: View) -> Route {
        let chart = match view {
            View::Timeline => self.chart.clone(),
            _ => Chart::default(),
        };
        let grid = match view {
            View::Table => self.grid.clone(),
            _ => Grid::default(),
        };
        let links = match view {
            View::Links => self.links.clone(),
            _ => Links::default(),
        };
        let ids = match view {
            View::Compare => self.ids.clone(),
            _ => Vec::new(),
        };
        Route {
            view,
            claim: None,
            chart,
            grid,
            links,
            ids,
            embed: self.embed.onward(),
            ..self.clone()
        }
    }

    /// The same embedded nowhere: what a link out of a frame opens.
    pub fn whole(&self) -> Route {
        Route {
            embed: Embed::default(),
            ..self.clone()
        }
    }

    /// The address for a link.
    pub fn href(&self) -> String {
        format!("#{self}")
    }
}

fn view(path: &str) -> Option<View> {
    match path {
        "" | "/" | "/cards" => Some(View::Cards),
        "/map" => Some(View::Map),
        "/links" => Some(View::Links),
        "/timeline" => Some(View::Timeline),
        "/insights" => Some(View::Insights),
        "/table" => Some(View::Table),
        "/compare" => Some(View::Compare),
        _ => match path.strip_prefix("/incident/") {
            Some(id) => Some(View::Incident(id.parse().ok()?)),
            None => Some(View::About(Subject::parse(path)?)),
        },
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.view {
            View::Cards => f.write_str("/cards")?,
            View::Map => f.write_str("/map")?,
            View::Links => f.write_str("/links")?,
            View::Timeline => f.write_str("/timeline")?,
            View::Insights => f.write_str("/insights")?,
            View::Table => f.write_str("/table")?,
            View::Compare => f.write_str("/compare")?,
            View::Incident(id) => write!(f, "/incident/{id}")?,
            View::About(subject) => subject.fmt(f)?,
        }
        let mut pairs: Vec<(&str, String)> = Vec::new();
        if !self.query.is_empty() {
            pairs.push(("q", encode(&self.query)));
        }
        if self.sort != Sort::default() {
            let key = match self.view {
                View::Table => "order",
                _ => "sort",
            };
            pairs.push((key, self.sort.word().to_owned()));
        }
        if self.view == View::Table {
            pairs.extend(self.grid.pairs());
        }
        if self.view == View::Compare && !self.ids.is_empty() {
            let ids: Vec<String> = self.ids.iter().map(|id| encode(id)).collect();
            pairs.push(("ids", ids.join(",")));
        }
        pairs.extend(self.claim.iter().map(|claim| ("claim", encode(claim))));
        if self.view == View::Timeline {
            pairs.extend(self.chart.pairs());
        }
        if self.view == View::Links {
            pairs.extend(self.links.pairs());
        }
        pairs.extend(self.embed.pairs());
        pairs.extend(self.lang.map(|lang| ("lang", lang.tag().to_owned())));
        pairs.extend(self.theme.map(|theme| ("theme", theme.word().to_owned())));
        for (i, (key, value)) in pairs.iter().enumerate() {
            write!(f, "{}{key}={value}", if i == 0 { '?' } else { '&' })?;
        }
        Ok(())
    }
}

/// The ids of a list, each once.
fn compared(list: &str) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for id in list.split(',').filter(|id| !id.is_empty()) {
        if !ids.iter().any(|known| known == id) {
            ids.push(id.to_owned());
        }
    }
    ids
}

/// Percent-encoding of RFC 3986, but for `:` and `,`, which a fragment may hold and which keep
/// queries readable. Our own few lines, because the `url` crate weighs 77 KB.
fn encode(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b':' | b',' => {
                out.push(char::from(byte));
            }
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

/// The text, or `None` where an escape is broken or the bytes are not UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => hex(rest.next()?)? * 16 + hex(rest.next()?)?,
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|d| u8::try_from(d).ok())
}

/// A part of an address, short enough for a sentence.
fn shorten(part: &str) -> String {
    let start: String = part.chars().take(24).collect();
    match start.len() == part.len() {
        true => start,
        false => start + "…",
    }
}

#[cfg(test)]
mod tests;
