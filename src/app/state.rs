//! What the reader chose, and how it changes. Choices only: results are computed, never stored.

use crate::ask::Ask;
use crate::route::{Chart, Links, Route, Subject, Theme, View};
use incidents::Dataset;
use incidents::dataset::grid::Column;
use incidents::model::{IncidentId, Lang};
use incidents::search::{Field, Query, Results, Sort};
use std::rc::Rc;
use yew::{Callback, Reducible};

/// What the reader did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Typed in the search box.
    EditQuery(String),
    /// Clicked a facet's value, a chip's cross or a country.
    Toggle(Field, String),
    /// Pressed a mark or a row of a picture.
    Narrow(Ask),
    /// Cleared query and filters.
    ClearAll,
    /// Chose an order.
    SortBy(Sort),
    /// Marked a day on the timeline, or chose what it shows.
    Chart(Chart),
    /// Chose what the links show.
    Links(Links),
    /// Chose a column of the table, or took it away.
    Column(Column),
    /// Pressed the heading of a column.
    SortRows(Column),
    /// Laid entries aside for comparison, or took some away: these are left.
    Compare(Vec<IncidentId>),
    /// Chose a view.
    Show(View),
    /// Chose a language.
    ChooseLang(Lang),
    /// Chose a theme; `None` follows the system.
    ChooseTheme(Option<Theme>),
    /// Came to another address: back, forward, or a pasted link.
    Navigate(String),
    /// Closed the notice.
    DismissNotice,
    /// Switched single-key shortcuts on or off.
    UseKeys(bool),
    /// Came to the end of the cards drawn so far.
    Unroll,
    /// Prints: every card is wanted.
    UnrollAll,
    /// Came to an entry at this place of the results: a way back must find its card.
    UnrollTo(usize),
    /// Has seen the first cards: everything else may come.
    Settle,
}

/// What the reader chose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The address.
    pub route: Route,
    /// Parts of the last address that were not understood, until dismissed.
    pub not_understood: Vec<String>,
    /// The language kept from an earlier visit, or the browser's.
    pub default_lang: Lang,
    /// The theme kept from an earlier visit.
    pub default_theme: Option<Theme>,
    /// Whether single-letter keys act (WCAG 2.1.4).
    pub keys: bool,
    /// How many cards are drawn: typing lays out one window of them, not all.
    pub unrolled: usize,
    /// The entries laid aside for comparison.
    pub tray: Vec<IncidentId>,
}

/// How many entries are compared at most.
pub const MOST_COMPARED: usize = 4;
/// How many cards come at once; a screen shows about five, and each letter draws them all.
pub const WINDOW: usize = 9;
/// How many come in the first frame, before all that stands around them; the others follow in the
/// next.
const FIRST: usize = 3;

impl State {
    /// The state an address and the kept preferences give.
    pub fn open(fragment: &str, lang: Lang, theme: Option<Theme>, keys: bool) -> Self {
        let (route, not_understood) = Route::parse(fragment);
        Self {
            tray: compared(&route),
            route,
            not_understood,
            default_lang: lang,
            default_theme: theme,
            keys,
            unrolled: FIRST,
        }
    }

    /// The language in force.
    pub fn lang(&self) -> Lang {
        self.route.lang.unwrap_or(self.default_lang)
    }

    /// Whether the first cards have been seen, and facets and pictures may come.
    pub fn is_settled(&self) -> bool {
        self.unrolled >= WINDOW
    }

    /// The theme in force; `None` follows the system.
    pub fn theme(&self) -> Option<Theme> {
        self.route.theme.or(self.default_theme)
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::EditQuery(text) => state.route.query = text,
            Action::Toggle(field, value) => {
                let query = Query::parse(&state.route.query).toggled(field, &value);
                state.route.query = query.text().to_owned();
            }
            Action::Narrow(ask) => state.route.query = ask.narrowed(&state.route.query),
            Action::ClearAll => state.route.query.clear(),
            Action::SortBy(sort) => state.route.sort = sort,
            Action::Chart(chart) => state.route.chart = chart,
            Action::Links(links) => state.route.links = links,
            Action::Column(column) => state.route.grid = state.route.grid.toggled(column),
            Action::SortRows(column) => state.route.grid = state.route.grid.sorted(column),
            Action::Compare(ids) => {
                if state.route.view == View::Compare {
                    state.route.ids = ids.iter().map(ToString::to_string).collect();
                }
                state.tray = ids;
            }
            Action::Show(view) => state.route = state.route.on(view),
            Action::ChooseLang(lang) => {
                state.default_lang = lang;
                state.route.lang = Some(lang);
            }
            Action::ChooseTheme(theme) => {
                state.default_theme = theme;
                state.route.theme = theme;
            }
            Action::Navigate(fragment) => {
                let (route, not_understood) = Route::parse(&fragment);
                // Our own writing of the address comes back too; it takes no notice away.
                if route == state.route && not_understood.is_empty() {
                    return self;
                }
                if route.view == View::Compare {
                    state.tray = compared(&route);
                }
                state.route = route;
                state.not_understood = not_understood;
            }
            Action::DismissNotice => state.not_understood.clear(),
            Action::UseKeys(keys) => state.keys = keys,
            Action::Unroll => state.unrolled = state.unrolled.saturating_add(WINDOW),
            Action::UnrollAll => state.unrolled = usize::MAX,
            Action::UnrollTo(places) => state.unrolled = state.unrolled.max(places),
            Action::Settle => state.unrolled = state.unrolled.max(WINDOW),
        }
        // Another list starts at its top; coming back to the same one finds it as it was left.
        if (&state.route.query, state.route.sort) != (&self.route.query, self.route.sort) {
            state.unrolled = WINDOW;
        }
        Rc::new(state)
    }
}

/// What an address asks to compare, as far as it can be an entry.
fn compared(route: &Route) -> Vec<IncidentId> {
    let ids = route.ids.iter();
    ids.filter_map(|id| id.parse().ok()).collect()
}

/// What every view is given: values, and one way to act.
#[derive(Clone)]
pub struct Page {
    /// Everything the page knows.
    pub dataset: Rc<Dataset>,
    /// The answer to the query.
    pub results: Rc<Results>,
    /// The map.
    pub basemap: Rc<geometry::Basemap>,
    /// The language in force.
    pub lang: Lang,
    /// What the address says.
    pub route: Rc<Route>,
    /// How many cards are drawn.
    pub unrolled: usize,
    /// The entries laid aside for comparison: known ones, as many as are compared.
    pub tray: Rc<Vec<IncidentId>>,
    /// The way to act.
    pub dispatch: Callback<Action>,
}

impl PartialEq for Page {
    /// Dataset and map never change while the page lives, so their addresses decide.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.dataset, &other.dataset)
            && Rc::ptr_eq(&self.basemap, &other.basemap)
            && self.results == other.results
            && self.lang == other.lang
            && self.route == other.route
            && self.unrolled == other.unrolled
            && self.tray == other.tray
    }
}

/// The entries before and after one in the results; none where it is not among them.
pub fn neighbours<'a>(
    results: &'a Results,
    id: &IncidentId,
) -> (Option<&'a IncidentId>, Option<&'a IncidentId>) {
    let Some(at) = results.hits.iter().position(|hit| hit == id) else {
        return (None, None);
    };
    let before = at.checked_sub(1).and_then(|at| results.hits.get(at));
    (before, results.hits.get(at + 1))
}

impl Page {
    /// Whether the first cards have been seen, and facets and pictures may come.
    pub fn is_settled(&self) -> bool {
        self.unrolled >= WINDOW
    }

    /// The address of an entry's page.
    pub fn href(&self, id: &IncidentId) -> String {
        self.route.on(View::Incident(id.clone())).href()
    }

    /// The entries before and after one in the results; none where it is not among them.
    pub fn neighbours(&self, id: &IncidentId) -> (Option<&IncidentId>, Option<&IncidentId>) {
        neighbours(&self.results, id)
    }

    /// The address of the page about something that entries share.
    pub fn about(&self, subject: Subject) -> String {
        self.route.on(View::About(subject)).href()
    }

    /// The address of a comparison.
    pub fn comparison(&self, ids: &[IncidentId]) -> String {
        let ids = ids.iter().map(ToString::to_string).collect();
        let route = Route {
            ids,
            ..self.route.on(View::Compare)
        };
        route.href()
    }

    /// A callback that does one thing.
    pub fn act<E>(&self, action: impl Fn() -> Action + 'static) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.emit(action()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cards_unroll_until_another_question_is_asked() {
        let state = Rc::new(State::open("#/cards", Lang::En, None, true));
        assert!(!state.is_settled());
        let state = state.reduce(Action::Settle);
        assert_eq!(state.unrolled, WINDOW);
        let state = state.reduce(Action::Unroll);
        let entry = Action::Navigate("#/incident/khi-2020".to_owned());
        let back = Action::Navigate("#/cards".to_owned());
        let state = state.reduce(entry).reduce(back);
        assert_eq!(
            state.unrolled,
            2 * WINDOW,
            "a step back finds the list as it was"
        );
        let state = state.reduce(Action::UnrollAll).reduce(Action::Unroll);
        assert_eq!(state.unrolled, usize::MAX);
        assert_eq!(
            state.reduce(Action::EditQuery("tick".to_owned())).unrolled,
            WINDOW
        );
    }

    #[test]
    fn the_entries_before_and_after_are_those_of_the_results() {
        let id = |text: &str| -> IncidentId { text.parse().unwrap() };
        let results = Results {
            hits: vec![id("b-2001"), id("a-2002"), id("c-2003")],
            ..Results::default()
        };
        let of = |text: &str| {
            let (before, after) = neighbours(&results, &id(text));
            (before.cloned(), after.cloned())
        };
        assert_eq!(of("b-2001"), (None, Some(id("a-2002"))));
        assert_eq!(of("a-2002"), (Some(id("b-2001")), Some(id("c-2003"))));
        assert_eq!(of("c-2003"), (Some(id("a-2002")), None));
        assert_eq!(of("elsewhere-2004"), (None, None));
    }

    #[test]
    fn what_is_laid_aside_stays_and_a_comparison_is_its_address() {
        let id = |text: &str| -> IncidentId { text.parse().unwrap() };
        let state = Rc::new(State::open("#/cards", Lang::En, None, true));
        let state = state.reduce(Action::Compare(vec![id("nec-2016"), id("khi-2020")]));
        assert_eq!(
            state.route.href(),
            "#/cards",
            "a list's address is no comparison"
        );
        let state = state.reduce(Action::Navigate("#/map".to_owned()));
        assert_eq!(state.tray.len(), 2);
        let to = "#/compare?ids=nec-2016,mitsubishi-electric-2019,not%20one".to_owned();
        let state = state.reduce(Action::Navigate(to));
        assert_eq!(state.tray, [id("nec-2016"), id("mitsubishi-electric-2019")]);
        let state = state.reduce(Action::Compare(vec![id("nec-2016")]));
        assert_eq!(state.route.href(), "#/compare?ids=nec-2016");
    }

    #[test]
    fn choosing_and_navigating_keep_to_the_address() {
        let state = Rc::new(State::open("#/cards?q=tick&page=3", Lang::En, None, true));
        assert_eq!(state.not_understood, ["page"]);
        let state = state.reduce(Action::Toggle(Field::VictimCountry, "JP".to_owned()));
        assert_eq!(state.route.query, "tick victim.country:JP");
        let state = state.reduce(Action::Show(View::Map));
        assert_eq!(state.route.href(), "#/map?q=tick%20victim.country:JP");
        let same = state.clone().reduce(Action::Navigate(state.route.href()));
        assert_eq!(
            same.not_understood,
            ["page"],
            "the address written by the page itself"
        );
        let state = state.reduce(Action::Navigate("#/links".to_owned()));
        assert_eq!(
            (state.route.query.as_str(), state.not_understood.len()),
            ("", 0)
        );
    }
}
