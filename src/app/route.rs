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
mod tests {
    use super::*;
    use incidents::dataset::grid::Column;
    use incidents::model::Rung;
    use proptest::prelude::*;

    fn unknown(fragment: &str) -> Vec<String> {
        Route::parse(fragment).1
    }

    #[test]
    fn what_is_known_is_kept_and_what_is_not_is_named() {
        let (route, unknown) =
            Route::parse("#/map?q=%E4%B8%89%E8%8F%B1&page=2&sort=size&lang=ja&lang=en&theme=dark");
        assert_eq!(route.view, View::Map);
        assert_eq!(route.query, "三菱");
        assert_eq!(
            (route.lang, route.theme),
            (Some(Lang::Ja), Some(Theme::Dark))
        );
        assert_eq!(unknown, ["page", "sort", "lang"]);
    }

    #[test]
    fn a_broken_or_foreign_address_opens_the_front_page_and_says_so() {
        assert_eq!(unknown("#/cards?q=%ZZ"), ["q"]);
        assert_eq!(unknown("#/cards?q=%E4"), ["q"]);
        assert_eq!(unknown("#/incident/../../etc"), ["/incident/../../etc"]);
        assert_eq!(
            unknown("#https://elsewhere.example/"),
            ["https://elsewhere.exampl…"]
        );
        assert_eq!(unknown(&format!("#/cards?q={}", "a".repeat(70_000))), ["…"]);
        assert_eq!(unknown(""), Vec::<String>::new());
        assert_eq!(Route::parse("#/nowhere?q=tick").0.query, "tick");
    }

    #[test]
    fn a_day_that_is_none_and_a_chart_on_another_view_are_named() {
        let asked = "day=2020-01-19&span=2016-01-01..2020-12-31&order=silence&group=tick&lanes=all";
        let (route, unknown) = Route::parse(&format!("#/timeline?{asked}"));
        assert!(unknown.is_empty() && route.chart.all, "{unknown:?}");
        assert_eq!(route.href(), format!("#/timeline?{asked}"));
        assert_eq!(Route::parse("#/map?day=2020-01-19").1, ["day"]);
        let wrong = "day=2020-02-30&span=2020-01-01..2019-01-01&order=size&group=&lanes=3";
        let (route, unknown) = Route::parse(&format!("#/timeline?{wrong}"));
        assert_eq!(unknown, ["day", "span", "order", "group", "lanes"]);
        assert_eq!(route.chart, Chart::default());
    }

    #[test]
    fn a_table_has_columns_and_an_order_and_names_what_is_none() {
        let asked = "order=victim&cols=entry,detected,silence&sort=-detected";
        let (route, unknown) = Route::parse(&format!("#/table?{asked}"));
        assert!(unknown.is_empty(), "{unknown:?}");
        assert_eq!(route.href(), format!("#/table?{asked}"));
        assert_eq!(route.grid.sort, Some((Column::Detected, true)));
        let (route, unknown) = Route::parse("#/table?cols=silence,size,silence&sort=size&order=x");
        assert_eq!(unknown, ["cols", "sort", "order"]);
        assert_eq!(route.grid.columns, [Column::Entry, Column::Silence]);
        assert_eq!(
            Route::parse("#/cards?cols=entry&order=victim").1,
            ["cols", "order"]
        );
        assert_eq!(Route::parse("#/cards?sort=victim").0.sort, Sort::Victim);
        assert_eq!(Route::parse("#/table").0.href(), "#/table");
    }

    #[test]
    fn a_picture_of_links_is_its_address_and_what_is_none_of_it_is_named() {
        let asked = "far=technique&form=network&hide=press,coding&focus=actor:tick&to=entry:nec-2016&zoom=250,500,333";
        let (route, unknown) = Route::parse(&format!("#/links?q=tick&{asked}"));
        assert!(unknown.is_empty(), "{unknown:?}");
        assert_eq!(route.href(), format!("#/links?q=tick&{asked}"));
        assert_eq!(route.on(View::Cards).href(), "#/cards?q=tick");
        assert_eq!(Route::parse("#/map?far=technique").1, ["far"]);
        let wrong = "far=moon&form=round&hide=press,loud,press&focus=&to=&zoom=1,2000,3";
        let (route, unknown) = Route::parse(&format!("#/links?{wrong}"));
        assert_eq!(unknown, ["far", "form", "hide", "focus", "to", "zoom"]);
        assert_eq!(route.links.hidden, [Rung::Press], "what is known is kept");
        for zoom in ["100,5", "100,5,5,5", "0,5,5", "x,5,5", "99999,5,5"] {
            assert_eq!(unknown_of(zoom), ["zoom"], "{zoom}");
        }
    }

    fn unknown_of(zoom: &str) -> Vec<String> {
        unknown(&format!("#/links?zoom={zoom}"))
    }

    #[test]
    fn a_comparison_keeps_each_id_once_known_or_not() {
        let (route, unknown) = Route::parse("#/compare?ids=nec-2016,,Not%20one,nec-2016&q=tick");
        assert!(unknown.is_empty(), "{unknown:?}");
        assert_eq!(route.ids, ["nec-2016", "Not one"]);
        assert_eq!(route.href(), "#/compare?q=tick&ids=nec-2016,Not%20one");
        assert_eq!(route.on(View::Cards).href(), "#/cards?q=tick");
        assert_eq!(Route::parse("#/cards?ids=nec-2016").1, ["ids"]);
    }

    #[test]
    fn a_column_comes_and_goes_and_takes_its_order_with_it() {
        let grid = Grid::default().sorted(Column::Silence);
        assert_eq!(grid.sort, Some((Column::Silence, false)));
        let grid = grid.sorted(Column::Silence);
        assert_eq!(grid.sort, Some((Column::Silence, true)));
        assert_eq!(grid.sorted(Column::Silence).sort, None);
        let without = grid.toggled(Column::Silence);
        assert_eq!(
            (without.columns.contains(&Column::Silence), without.sort),
            (false, None)
        );
        assert_eq!(without.toggled(Column::Silence).columns, Column::FIRST);
        assert_eq!(grid.toggled(Column::Entry), grid, "the entry stays");
    }

    fn grid() -> impl Strategy<Value = Grid> {
        let columns = prop::sample::subsequence(Column::ALL.to_vec(), 0..=Column::ALL.len());
        let column = prop::sample::select(Column::ALL.to_vec());
        (columns, prop::option::of((column, any::<bool>()))).prop_map(|(columns, sort)| Grid {
            columns: grid::ordered(&columns),
            sort,
        })
    }

    fn chart() -> impl Strategy<Value = Chart> {
        let day = || (0i32..30_000).prop_map(incidents::model::Day);
        let span = (day(), 1i32..9_000)
            .prop_map(|(from, days)| (from, incidents::model::Day(from.0 + days)));
        let order = prop::sample::select(incidents::dataset::silent::LaneOrder::ALL.to_vec());
        let group = prop::option::of("[a-z]{1,8}".prop_map(|id| id.parse().unwrap()));
        (
            prop::option::of(day()),
            prop::option::of(span),
            order,
            group,
            any::<bool>(),
        )
            .prop_map(|(day, span, order, group, all)| Chart {
                day,
                span,
                order,
                group,
                all,
            })
    }

    fn links() -> impl Strategy<Value = Links> {
        let far = prop::sample::select(links::Far::ALL.to_vec());
        let form = prop::option::of(prop::sample::select(links::Form::ALL.to_vec()));
        let hidden = prop::sample::subsequence(Rung::ALL.to_vec(), 0..=Rung::ALL.len());
        let end = || prop::option::of(".{1,9}");
        let zoom =
            prop::option::of((1u16..=1600, 0u16..=1000, 0u16..=1000).prop_map(<[u16; 3]>::from));
        (far, form, hidden, end(), end(), zoom).prop_map(|(far, form, hidden, focus, to, zoom)| {
            Links {
                far,
                form,
                hidden,
                ends: [focus, to],
                zoom,
            }
        })
    }

    fn embedded() -> impl Strategy<Value = Embed> {
        let form = prop::sample::select(vec![None, Some("1"), Some("card")]);
        let parts = prop::collection::vec(any::<bool>(), embed::Part::ALL.len());
        (form, parts, any::<bool>()).prop_map(|(form, parts, tells_height)| {
            let mut embed = Embed::default();
            if let Some(form) = form {
                embed.take("embed", form);
                embed.tells_height = tells_height;
                let parts = embed::Part::ALL.into_iter().zip(parts);
                embed = parts.fold(embed, |embed, (part, shown)| embed.with(part, shown));
            }
            embed
        })
    }

    fn route() -> impl Strategy<Value = Route> {
        let id = "[a-z]{1,8}-[0-9]{4}".prop_map(|id| View::Incident(id.parse().unwrap()));
        let named = prop_oneof![
            "[a-z]{1,8}".prop_map(|id| Subject::Actor(id.parse().unwrap())),
            ".{1,9}".prop_map(Subject::Name),
            "[a-z]{1,8}".prop_map(|id| Subject::Organisation(id.parse().unwrap())),
            "CVE-20[0-9]{2}-[0-9]{4}".prop_map(|id| Subject::Vulnerability(id.parse().unwrap())),
            "T[0-9]{4}".prop_map(|id| Subject::Technique(id.parse().unwrap())),
            Just(Subject::Country("JP".parse().unwrap())),
            ".{1,9}".prop_map(Subject::Source),
        ];
        let named = named.prop_map(View::About);
        let view = prop_oneof![
            Just(View::Cards),
            Just(View::Map),
            Just(View::Links),
            Just(View::Timeline),
            Just(View::Insights),
            Just(View::Table),
            Just(View::Compare),
            id,
            named
        ];
        let lang = prop::option::of(prop::sample::select(vec![Lang::En, Lang::Ja]));
        let theme = prop::option::of(prop::sample::select(vec![Theme::Light, Theme::Dark]));
        let sort = prop::sample::select(Sort::ALL.to_vec());
        (
            view,
            any::<String>(),
            sort,
            prop::option::of("[a-z-]{1,9}"),
            chart(),
            (grid(), links(), prop::collection::vec("[^,]{1,9}", 0..5)),
            lang,
            theme,
            embedded(),
        )
            .prop_map(
                |(view, query, sort, claim, chart, (grid, links, ids), lang, theme, embed)| Route {
                    // A card is of an entry.
                    embed: if matches!(view, View::Incident(_)) {
                        embed
                    } else {
                        embed.onward()
                    },
                    // It stands in the timeline's own address and nowhere else.
                    chart: if view == View::Timeline {
                        chart
                    } else {
                        Chart::default()
                    },
                    grid: if view == View::Table {
                        grid
                    } else {
                        Grid::default()
                    },
                    links: if view == View::Links {
                        links
                    } else {
                        Links::default()
                    },
                    ids: if view == View::Compare {
                        compared(&ids.join(","))
                    } else {
                        Vec::new()
                    },
                    view,
                    query,
                    sort,
                    claim,
                    lang,
                    theme,
                },
            )
    }

    proptest! {
        #[test]
        fn an_address_and_its_state_are_one(route in route()) {
            prop_assert_eq!(Route::parse(&route.href()), (route, vec![]));
        }

        #[test]
        fn any_fragment_is_answered(fragment in any::<String>()) {
            let _ = Route::parse(&fragment);
        }
    }
}
