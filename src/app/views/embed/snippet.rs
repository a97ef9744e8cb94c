//! What is pasted into another page: one text for each kind of host. Pure.

use crate::route::embed::{Embed, Form, Part};
use crate::route::{Route, Theme, View};
use incidents::model::{IncidentId, Lang};

/// The name of the one file; the only form that stands in a sandbox without an origin.
const ONE_FILE: &str = "incident-explorer.html";
/// What a sandbox must allow: scripts, saved pictures, and sources in a tab of their own.
const SANDBOX: &str = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox";

/// Where it is pasted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Host {
    /// Any page, in a frame.
    #[default]
    Frame,
    /// Any page, as an element from one script.
    Element,
    /// MediaWiki with our tag.
    MediaWiki,
    /// DokuWiki with our plugin.
    DokuWiki,
    /// A macro that passes HTML on, as Confluence has one.
    Macro,
    /// A page of GitHub Pages.
    Pages,
}

impl Host {
    /// Every host, in the order of the list.
    pub const ALL: [Host; 6] = [
        Host::Frame,
        Host::Element,
        Host::MediaWiki,
        Host::DokuWiki,
        Host::Macro,
        Host::Pages,
    ];

    /// The file that makes our tag known to a wiki, and where it lies there.
    pub fn recipe(self) -> Option<(&'static str, &'static str)> {
        match self {
            Host::MediaWiki => Some((
                "IncidentExplorer.php",
                include_str!("../../../e2e/hosts/mediawiki/IncidentExplorer.php"),
            )),
            Host::DokuWiki => Some((
                "lib/plugins/incidents/syntax.php",
                include_str!("../../../e2e/hosts/dokuwiki/incidents/syntax.php"),
            )),
            _ => None,
        }
    }

    /// Whether the text holds the element, and not a frame.
    pub fn is_element(self) -> bool {
        matches!(self, Host::Element | Host::Pages)
    }
}

/// What is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum What {
    /// What the page shows now.
    #[default]
    View,
    /// An entry's page.
    Entry,
    /// An entry's card.
    Card,
}

/// The largest size that is taken, in px.
const MOST_PX: u32 = 4000;

/// What the reader chose in the dialog.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// Where it is pasted.
    pub host: Host,
    /// What is shown.
    pub what: What,
    /// The entry, where one is shown.
    pub entry: Option<IncidentId>,
    /// The language; else the reader's own.
    pub lang: Option<Lang>,
    /// The theme; else the system's.
    pub theme: Option<Theme>,
    /// The parts beside the view.
    pub embed: Embed,
    /// In px; all there is where it is nought.
    pub width_px: u32,
    /// In px.
    pub height_px: u32,
    /// Where the page lies, as its host's pages name it.
    pub page: String,
}

impl Choice {
    /// The same with another value in the box of that name; what means nothing changes nothing.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        let at = value.parse().unwrap_or(0);
        match name {
            "host" => self.host = Host::ALL.get(at).copied().unwrap_or_default(),
            "what" => {
                self.what = match at {
                    1 => What::Entry,
                    2 => What::Card,
                    _ => What::View,
                }
            }
            "entry" => self.entry = value.parse().ok(),
            "lang" => self.lang = [Lang::En, Lang::Ja].into_iter().find(|l| l.tag() == value),
            "theme" => {
                self.theme = [Theme::Light, Theme::Dark]
                    .into_iter()
                    .find(|t| t.word() == value)
            }
            "width" => self.width_px = px(value),
            "height" => self.height_px = px(value),
            "page" => self.page = value.to_owned(),
            _ => {
                if let Some(part) = Part::ALL.into_iter().find(|part| part.word() == name) {
                    self.embed = self.embed.with(part, value == "on");
                }
            }
        }
        self
    }

    /// What stands in the boxes that are no ticks.
    pub fn values(&self) -> [(&'static str, String); 8] {
        let entry = self.entry.as_ref().map(ToString::to_string);
        [
            ("host", (self.host as usize).to_string()),
            ("what", (self.what as usize).to_string()),
            ("entry", entry.unwrap_or_default()),
            ("lang", self.lang.map_or("", Lang::tag).to_owned()),
            ("theme", self.theme.map_or("", Theme::word).to_owned()),
            ("width", self.width_px.to_string()),
            ("height", self.height_px.to_string()),
            ("page", self.page.clone()),
        ]
    }

    /// The address in the frame, of a page that shows `now`.
    pub fn route(&self, now: &Route) -> Route {
        let entry = |form| match &self.entry {
            Some(id) => {
                let view = View::Incident(id.clone());
                let route = Route::default();
                (Route { view, ..route }, form)
            }
            None => (now.clone(), Form::View),
        };
        let (route, form) = match self.what {
            What::View => (now.clone(), Form::View),
            What::Entry => entry(Form::View),
            What::Card => entry(Form::Card),
        };
        let embed = match form {
            Form::Card => Embed::default(),
            _ => self.embed,
        };
        Route {
            embed: embed.in_form(form),
            lang: self.lang,
            theme: self.theme,
            ..route
        }
    }

    /// The parts that are shown, in the order of the address.
    pub fn shows(&self, part: Part) -> bool {
        self.embed.in_form(Form::View).shows(part)
    }

    /// The tag of the element with its attributes, name and value.
    pub fn element(&self, now: &Route) -> (&'static str, Vec<(&'static str, String)>) {
        let route = self.route(now);
        let mut pairs = Vec::new();
        let mut tag = "incident-explorer";
        match (&route.view, route.embed.form) {
            (View::Incident(id), form) => {
                if form == Form::Card {
                    tag = "incident-card";
                }
                pairs.push(("incident", id.to_string()));
            }
            _ => pairs.push(("view", view(&route))),
        }
        let query = Some(route.query.clone()).filter(|query| !query.is_empty());
        pairs.extend(query.map(|query| ("query", query)));
        pairs.extend(self.lang.map(|lang| ("lang", lang.tag().to_owned())));
        pairs.extend(self.theme.map(|theme| ("theme", theme.word().to_owned())));
        let show = route.embed.words(",");
        if !show.is_empty() {
            pairs.push(("show", show));
        }
        if self.width_px > 0 {
            pairs.push(("width", self.width_px.to_string()));
        }
        if tag == "incident-explorer" {
            pairs.push(("height", self.height_px.to_string()));
        }
        (tag, pairs)
    }

    /// The text to paste.
    pub fn text(&self, now: &Route) -> String {
        match self.host {
            Host::Frame | Host::Macro => self.frame(now),
            Host::Element => self.script(now, &folder(&self.page)),
            Host::Pages => self.script(now, ""),
            Host::MediaWiki => self.wiki(now, attribute),
            // It reads no entities; a phrase keeps its meaning in the other quotation marks.
            Host::DokuWiki => self.wiki(now, |text| text.replace('"', "”")),
        }
    }

    fn frame(&self, now: &Route) -> String {
        let address = attribute(&(self.page.clone() + &self.route(now).href()));
        let width = match self.width_px {
            0 => "100%".to_owned(),
            px => px.to_string(),
        };
        let boxed = match self.page.ends_with(ONE_FILE) {
            true => format!(" sandbox=\"{SANDBOX}\""),
            false => String::new(),
        };
        format!(
            "<iframe src=\"{address}\" title=\"Incident Explorer\" width=\"{width}\" height=\"{}\" \
            loading=\"lazy\" allow=\"clipboard-write\"{boxed}></iframe>",
            self.height_px
        )
    }

    fn script(&self, now: &Route, folder: &str) -> String {
        let (tag, mut pairs) = self.element(now);
        if self.page.starts_with("http") && self.host == Host::Element {
            pairs.push(("page", self.page.clone()));
        }
        let folder = attribute(folder);
        format!(
            "<script async src=\"{folder}incident-explorer.js\"></script>\n<{tag}{}></{tag}>",
            attributes(&pairs, attribute)
        )
    }

    /// The tag that our additions to the two wikis know.
    fn wiki(&self, now: &Route, written: fn(&str) -> String) -> String {
        let (_, pairs) = self.element(now);
        let known = |(name, value): (&'static str, String)| match name {
            "incident" => Some(("view", "incident/".to_owned() + &value)),
            // A view's own choices have no word there.
            "view" => Some((name, value.split('?').next()?.to_owned())),
            "height" => None,
            _ => Some((name, value)),
        };
        let mut pairs: Vec<_> = pairs.into_iter().filter_map(known).collect();
        if self.what == What::Card {
            pairs.push(("form", "card".to_owned()));
        }
        pairs.push(("height", self.height_px.to_string()));
        format!("<incidents{} />", attributes(&pairs, written))
    }
}

/// A size as typed, in px.
fn px(text: &str) -> u32 {
    text.parse().unwrap_or(0).min(MOST_PX)
}

/// The path of an address, with what belongs to its view only.
fn view(route: &Route) -> String {
    let alone = Route {
        query: String::new(),
        lang: None,
        theme: None,
        ..route.whole()
    };
    alone.to_string().trim_start_matches('/').to_owned()
}

/// What stands before the name of a file.
fn folder(page: &str) -> String {
    let end = page.rfind('/').map_or(0, |at| at + 1);
    page.get(..end).unwrap_or_default().to_owned()
}

fn attributes(pairs: &[(&str, String)], written: fn(&str) -> String) -> String {
    let each = |(name, value): &(&str, String)| format!(" {name}=\"{}\"", written(value));
    pairs.iter().map(each).collect()
}

/// A value between the quotation marks of HTML.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(host: Host) -> Choice {
        Choice {
            host,
            lang: Some(Lang::Ja),
            height_px: 600,
            embed: Embed::default().with(Part::Search, true),
            page: "https://wiki.example/explorer/incident-explorer.html".to_owned(),
            ..Choice::default()
        }
    }

    fn now() -> Route {
        Route::parse("#/map?q=%22ministry%20of%22%20%3C2020&theme=dark").0
    }

    #[test]
    fn a_frame_names_the_whole_address_and_what_its_sandbox_allows() {
        let text = choice(Host::Frame).text(&now());
        assert!(text.starts_with(
            "<iframe src=\"https://wiki.example/explorer/incident-explorer.html\
            #/map?q=%22ministry%20of%22%20%3C2020&amp;embed=1&amp;show=search&amp;lang=ja\""
        ));
        assert!(text.contains("sandbox=\"allow-scripts allow-downloads"));
        let hosted = Choice {
            page: "https://wiki.example/explorer/".to_owned(),
            ..choice(Host::Frame)
        };
        assert!(!hosted.text(&now()).contains("sandbox"));
    }

    #[test]
    fn an_element_has_its_script_beside_the_page_and_its_values_escaped() {
        let text = choice(Host::Element).text(&now());
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines,
            [
                "<script async src=\"https://wiki.example/explorer/incident-explorer.js\"></script>",
                "<incident-explorer view=\"map\" query=\"&quot;ministry of&quot; &lt;2020\" lang=\"ja\" \
                show=\"search\" height=\"600\" \
                page=\"https://wiki.example/explorer/incident-explorer.html\"></incident-explorer>",
            ]
        );
    }

    #[test]
    fn a_card_has_no_parts_and_no_height() {
        let card = Choice {
            what: What::Card,
            entry: Some("khi-2020".parse().unwrap()),
            width_px: 480,
            ..choice(Host::Pages)
        };
        let text = card.text(&now());
        assert!(text.ends_with(
            "<incident-card incident=\"khi-2020\" lang=\"ja\" width=\"480\"></incident-card>"
        ));
        let address = card.route(&now()).href();
        assert_eq!(address, "#/incident/khi-2020?embed=card&lang=ja");
        assert!(Route::parse(&address).1.is_empty());
    }

    #[test]
    fn a_wiki_gets_the_words_its_plugin_knows() {
        let asked = Route::parse("#/timeline?q=%22ministry%20of%22&day=2020-01-01").0;
        let text = choice(Host::DokuWiki).text(&asked);
        assert_eq!(
            text,
            "<incidents view=\"timeline\" query=\"”ministry of”\" lang=\"ja\" show=\"search\" height=\"600\" />"
        );
        let text = choice(Host::MediaWiki).text(&asked);
        assert!(text.contains("query=\"&quot;ministry of&quot;\""), "{text}");
        let card = Choice {
            what: What::Card,
            entry: Some("khi-2020".parse().unwrap()),
            theme: Some(Theme::Dark),
            width_px: 480,
            ..choice(Host::MediaWiki)
        };
        assert_eq!(
            card.text(&asked),
            "<incidents view=\"incident/khi-2020\" lang=\"ja\" theme=\"dark\" width=\"480\" \
            form=\"card\" height=\"600\" />"
        );
    }

    /// What the dialog writes into the tag, the file it shows reads.
    #[test]
    fn a_wikis_recipe_knows_every_attribute_that_is_written() {
        for host in [Host::MediaWiki, Host::DokuWiki] {
            let (_, recipe) = host.recipe().unwrap();
            for name in [
                "view", "query", "lang", "theme", "show", "width", "height", "form",
            ] {
                assert!(
                    recipe.contains(&format!("$args['{name}']")),
                    "{host:?}: {name}"
                );
            }
        }
    }

    #[test]
    fn every_box_gives_back_what_was_put_in() {
        let put = [
            ("host", "3"),
            ("what", "1"),
            ("entry", "nec-2016"),
            ("lang", "en"),
            ("theme", "dark"),
            ("width", "480"),
            ("height", "320"),
            ("page", "/x/"),
        ];
        let with = |choice: Choice, (name, value): (&str, &str)| choice.with(name, value);
        let choice = put.into_iter().fold(Choice::default(), with);
        assert_eq!(
            choice.values(),
            put.map(|(name, value)| (name, value.to_owned()))
        );
        let choice = choice
            .with("facets", "on")
            .with("search", "on")
            .with("facets", "");
        assert!(choice.shows(Part::Search) && !choice.shows(Part::Facets));
        assert_eq!(choice.clone().with("width", "99999").width_px, 4000);
        assert_eq!(choice.clone().with("menu", "on"), choice, "no such box");
    }

    #[test]
    fn a_view_keeps_what_belongs_to_it() {
        let asked = Route::parse("#/table?q=tick&sort=silence&lang=en").0;
        let (tag, pairs) = choice(Host::Element).element(&asked);
        assert_eq!(tag, "incident-explorer");
        let view = pairs.first().map(|(_, value)| value.as_str());
        assert_eq!(view, Some("table?sort=silence"));
    }
}
