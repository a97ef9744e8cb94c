//! How the page stands inside another one, as the address says it.
//!
//! | Address | Meaning |
//! |---|---|
//! | `embed=1` | inside another page: the view of the path alone, and one line that names what is shown, its data and the whole page |
//! | `embed=card` | the same of one card; only with a path such as `/incident/khi-2020` |
//! | `show=search,facets,views,head` | parts that stand beside the view: the search box, the filters, the switch between views, the masthead (never where the frame is under 480 px high) |
//! | `tell=height` | the page tells the page around it how high it is, whenever that changes (`bootstrap/start.js`) |
//!
//! The element `<incident-explorer>` writes the same address from its attributes, and the dialog
//! `views/embed` offers it.

/// A part of the page that an embedded one may do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The search box and what stands under it.
    Search,
    /// The filters beside the cards.
    Facets,
    /// The switch between cards, map, links and timeline.
    Views,
    /// The masthead.
    Head,
}

impl Part {
    /// Every part, in the order of the address.
    pub const ALL: [Part; 4] = [Part::Search, Part::Facets, Part::Views, Part::Head];

    /// The word in the address.
    pub fn word(self) -> &'static str {
        match self {
            Part::Search => "search",
            Part::Facets => "facets",
            Part::Views => "views",
            Part::Head => "head",
        }
    }
}

/// What is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// The whole page, embedded nowhere.
    #[default]
    Whole,
    /// The view of the path.
    View,
    /// The card of the entry the path names.
    Card,
}

/// How the page is embedded; by itself not at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Embed {
    /// What is shown.
    pub form: Form,
    /// Which parts stand beside it, in the order of [`Part::ALL`].
    parts: [bool; 4],
    /// Whether the page around it is told the height.
    pub tells_height: bool,
}

impl Embed {
    /// Whether the page stands inside another one.
    pub fn is_on(&self) -> bool {
        self.form != Form::Whole
    }

    /// Whether a part is shown: all are where nothing is embedded.
    pub fn shows(&self, part: Part) -> bool {
        !self.is_on() || self.named(part)
    }

    fn named(&self, part: Part) -> bool {
        Part::ALL
            .into_iter()
            .zip(self.parts)
            .any(|(p, on)| on && p == part)
    }

    /// The same with a part shown or not.
    pub fn with(mut self, part: Part, shown: bool) -> Self {
        for (p, on) in Part::ALL.into_iter().zip(&mut self.parts) {
            if p == part {
                *on = shown;
            }
        }
        self
    }

    /// The same in another form.
    pub fn in_form(self, form: Form) -> Self {
        Self { form, ..self }
    }

    /// The parts shown, as the address and a style sheet name them.
    pub fn words(&self, between: &str) -> String {
        let shown = Part::ALL.into_iter().filter(|part| self.shows(*part));
        let words: Vec<&str> = shown.map(Part::word).collect();
        words.join(between)
    }

    /// Takes a key of the address; false where it means nothing.
    pub fn take(&mut self, key: &str, value: &str) -> bool {
        match (key, value) {
            ("embed", "1") => self.form = Form::View,
            ("embed", "card") => self.form = Form::Card,
            ("tell", "height") => self.tells_height = true,
            ("show", list) => return self.show(list),
            _ => return false,
        }
        true
    }

    /// All of a list or nothing of it: half of what was meant would look like all of it.
    fn show(&mut self, list: &str) -> bool {
        let mut shown = *self;
        for word in list.split(',').filter(|word| !word.is_empty()) {
            let Some(part) = Part::ALL.into_iter().find(|part| part.word() == word) else {
                return false;
            };
            shown = shown.with(part, true);
        }
        *self = shown;
        true
    }

    /// Names what means nothing after all, now that the whole address is read, and drops it.
    pub fn settle(&mut self, has_card: bool) -> Vec<&'static str> {
        let mut unknown = Vec::new();
        if self.form == Form::Card && !has_card {
            self.form = Form::View;
            unknown.push("embed");
        }
        if !self.is_on() {
            if self.parts != Self::default().parts {
                unknown.push("show");
            }
            if self.tells_height {
                unknown.push("tell");
            }
            *self = Self::default();
        }
        unknown
    }

    /// The same on another view: behind a card lies the entry itself.
    pub fn onward(mut self) -> Self {
        if self.form == Form::Card {
            self.form = Form::View;
        }
        self
    }

    /// Keys and values for the address.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let word = match self.form {
            Form::Whole => return Vec::new(),
            Form::View => "1",
            Form::Card => "card",
        };
        let mut pairs = vec![("embed", word.to_owned())];
        let shown = self.words(",");
        if !shown.is_empty() {
            pairs.push(("show", shown));
        }
        if self.tells_height {
            pairs.push(("tell", "height".to_owned()));
        }
        pairs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::{Route, View};

    #[test]
    fn the_parts_that_are_asked_for_are_shown_and_no_others() {
        let (route, unknown) =
            Route::parse("#/map?show=views,search&q=tick&embed=1&tell=height&lang=ja");
        assert!(unknown.is_empty(), "{unknown:?}");
        let shown = |part| route.embed.shows(part);
        assert!(shown(Part::Search) && shown(Part::Views));
        assert!(!shown(Part::Facets) && !shown(Part::Head));
        assert!(route.embed.tells_height);
        let written = "#/map?q=tick&embed=1&show=search,views&tell=height&lang=ja";
        assert_eq!(route.href(), written);
        assert!(
            Part::ALL
                .into_iter()
                .all(|part| Embed::default().shows(part))
        );
    }

    #[test]
    fn a_card_is_of_one_entry_and_behind_it_lies_the_entry() {
        let (route, unknown) = Route::parse("#/incident/khi-2020?embed=card");
        assert_eq!((route.embed.form, unknown.len()), (Form::Card, 0));
        let entry = route.on(route.view.clone());
        assert_eq!(entry.href(), "#/incident/khi-2020?embed=1");
        let (route, unknown) = Route::parse("#/map?embed=card");
        assert_eq!(
            (route.embed.form, unknown),
            (Form::View, vec!["embed".to_owned()])
        );
    }

    #[test]
    fn what_means_nothing_is_named_and_changes_nothing() {
        let of = |address: &str| {
            let (route, unknown) = Route::parse(address);
            (route.embed.words(","), route.embed.is_on(), unknown)
        };
        let all = "search,facets,views,head".to_owned();
        for value in ["0", "yes", "2", ""] {
            let (shown, on, unknown) = of(&format!("#/cards?embed={value}"));
            assert_eq!(
                (shown, on, unknown),
                (all.clone(), false, vec!["embed".to_owned()])
            );
        }
        let (shown, on, unknown) = of("#/cards?embed=1&show=search,menu");
        assert_eq!(
            (shown.as_str(), on, unknown),
            ("", true, vec!["show".to_owned()])
        );
        let (_, on, unknown) = of("#/cards?show=search&tell=height");
        assert_eq!(
            (on, unknown),
            (false, vec!["show".to_owned(), "tell".to_owned()])
        );
        let (_, _, unknown) = of("#/cards?embed=1&tell=query");
        assert_eq!(unknown, ["tell"]);
    }

    #[test]
    fn the_whole_page_is_one_step_away() {
        let (route, _) = Route::parse("#/incident/khi-2020?embed=card&tell=height&lang=ja");
        assert_eq!(route.whole().href(), "#/incident/khi-2020?lang=ja");
        assert_eq!(
            route.whole().view,
            View::Incident("khi-2020".parse().unwrap())
        );
    }
}
