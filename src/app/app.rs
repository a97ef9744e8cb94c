//! The root: one reducer, the results computed from it, and the views below.

use crate::browser::{address, page, place, preferences};
use crate::markup::html;
use crate::messages::{explore, words};
use crate::opened::{Opened, use_settling};
use crate::route::embed::{Form, Part};
use crate::route::{Route, View};
use crate::state::{Action, MOST_COMPARED, Page, State, neighbours};
use crate::views::component::{Component, component};
use crate::views::hooks::{use_effect_with, use_state_eq};
use crate::views::paper::Printed;
use crate::views::search::Searched;
use crate::views::{
    broken, cards, compare, credit, facets, footer, incident, insights, links, map, masthead,
    notice, paper, search, subject, table, timeline, tray,
};
use gloo::timers::callback::Timeout;
use incidents::model::IncidentId;
use incidents::search::{Query, Results};
use std::cell::RefCell;
use std::rc::Rc;
use yew::functional::Hook;
use yew::prelude::*;

/// The address follows the typing at this distance, in ms: browsers ration such calls.
const ADDRESS_DELAY_MS: u32 = 350;

/// What a key acts on: whether single letters do, the view, the results.
type Live = (bool, View, Rc<Results>);

/// The page.
pub fn page(opened: Opened) -> Component {
    Component::new(opened, |opened, hooks| use_page(opened).run(hooks))
}

#[hook]
fn use_page(opened: &Opened) -> Html {
    let state = use_reducer(|| {
        let (lang, theme) = (preferences::lang(), preferences::theme());
        State::open(&address::read(), lang, theme, preferences::keys())
    });
    let query = use_memo(state.route.query.clone(), |text| {
        opened.index.0.understood(Query::parse(text))
    });
    let asked = use_mut_ref(Rc::<Query>::default);
    asked.replace(query.clone());
    let dispatch = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action: Action, ()| {
            dispatcher.dispatch(match action {
                // Only the record knows that 日本 and JP are one box.
                Action::Toggle(field, value) => {
                    let query = asked.borrow().toggled(field, &value);
                    Action::EditQuery(query.text().to_owned())
                }
                other => other,
            })
        })
    };
    let asked = (query.clone(), state.route.sort, state.is_settled());
    let results = use_memo(asked, |(query, sort, settled)| match settled {
        true => opened.index.0.search(query, *sort),
        false => opened.index.0.first(query, *sort),
    });
    use_address(&state, dispatch.clone());
    use_keys(&state, &results, dispatch.clone());
    use_place(&state, &results, dispatch.clone());
    let printed = use_printing(dispatch.clone());
    use_description(&state, opened);
    use_settling(state.is_settled(), opened, dispatch.clone());

    let lang = state.lang();
    let basemap = opened.map.for_view(&state.route.view);
    if let Some(fault) = opened.fault.as_ref().or(basemap.as_ref().err()) {
        return broken::page(lang, fault);
    }
    let known = |id: &&IncidentId| opened.dataset.incidents.contains_key(id);
    let tray = state.tray.iter().filter(known).take(MOST_COMPARED);
    let page = Page {
        tray: Rc::new(tray.cloned().collect()),
        dataset: opened.dataset.clone(),
        results,
        basemap: basemap.unwrap_or_default(),
        lang,
        route: Rc::new(state.route.clone()),
        unrolled: state.unrolled,
        dispatch,
    };
    let embed = page.route.embed;
    // A page has one `main`, and in an element that is its host's.
    let is_inside = place::inside().is_some();
    let content = html! {
        <>
            { notice::notice(&page, &state.not_understood) }
            { paper::head(&page, &query, printed.as_ref()) }
            { body(&page, &query, &opened.index) }
            { paper::endnotes(&page, printed.as_ref()) }
        </>
    };
    html! {
        <>
            if embed.shows(Part::Head) { { masthead::masthead(&page, state.theme()) } }
            if is_inside {
                <section class="page">{content}</section>
            } else {
                <main class="page">{content}</main>
            }
            if embed.is_on() {
                { credit::credit(&page) }
            } else if page.is_settled() {
                { tray::tray(&page) }
                { footer::footer(&page, state.keys) }
            }
        </>
    }
}

fn body(page: &Page, query: &Rc<Query>, index: &Searched) -> Html {
    let page = page.clone();
    if let (View::Incident(id), Form::Card) = (&page.route.view, page.route.embed.form) {
        return credit::lone_card(&page, id);
    }
    if let View::Incident(id) = &page.route.view {
        return incident::incident(&page, id);
    }
    if let View::About(about) = &page.route.view {
        return subject::subject(&page, about);
    }
    if page.route.view == View::Compare {
        return compare::compare(&page);
    }
    let asked = search::Given {
        page: page.clone(),
        query: query.clone(),
        index: index.clone(),
    };
    html! {
        <>
            <h1 class="unseen">{explore::title(page.lang)}</h1>
            { search::search(asked) }
            { shown(&page) }
        </>
    }
}

/// The results in the view of the address; drawn again only when what they show has changed.
fn shown(page: &Page) -> Html {
    component(page.clone(), |page, _| view(page))
}

fn view(page: &Page) -> Html {
    let facets = page.route.embed.shows(Part::Facets);
    match &page.route.view {
        View::Map => map::map(page),
        View::Links => links::links(page),
        View::Timeline => timeline::timeline(page),
        View::Insights => insights::insights(page),
        View::Table => table::table(page),
        View::Cards | View::Compare | View::Incident(_) | View::About(_) => html! {
            <div class={if facets { "with-aside" } else { "alone" }}>
                if facets { { facets::facets(page) } }
                <section aria-label={words::results(page.lang)}>{ cards::cards(page) }</section>
            </div>
        },
    }
}

/// Keeps address and state the same: opening a view is a step of the history, typing is not.
#[hook]
fn use_address(state: &UseReducerHandle<State>, dispatch: Callback<Action>) {
    let listening = use_mut_ref(|| None);
    {
        let listening = listening.clone();
        use_effect_with((), move |()| {
            let navigate = move |fragment| dispatch.emit(Action::Navigate(fragment));
            listening.replace(address::listen(navigate));
            move || drop(listening.take())
        });
    }
    let pending = use_mut_ref(|| None::<Timeout>);
    let shown = use_mut_ref(|| state.route.clone());
    use_effect_with(state.route.clone(), move |route| {
        let left = shown.replace(route.clone());
        let fragment = route.href();
        // The address may already say it, be it in other words: then nobody opened anything.
        let chosen = Route::parse(&address::read()).0 != *route;
        let opened = left.view != route.view;
        let by_link = listening
            .borrow()
            .as_ref()
            .is_some_and(address::Listening::by_link);
        if opened && chosen {
            pending.replace(None);
            address::write(&fragment, true);
        } else {
            let before = address::read();
            // Who went elsewhere meanwhile is about to be followed, not fetched back.
            let write = move || {
                if address::read() == before {
                    address::write(&fragment, false);
                }
            };
            pending.replace(Some(Timeout::new(ADDRESS_DELAY_MS, write)));
        }
        if opened && (chosen || by_link) && route.claim.is_none() && !returned(&left, route) {
            page::to_top();
        }
        if opened {
            let back = (!chosen && !by_link).then(|| left.href());
            page::keep_focus(back.as_deref());
        }
    });
}

/// From an entry to a list by a link or a key: back to where the entry stands in it, where it does.
fn returned(left: &Route, route: &Route) -> bool {
    let from_entry = matches!(left.view, View::Incident(_));
    let to_list = !matches!(route.view, View::Incident(_));
    from_entry && to_list && page::return_to(&route.on(left.view.clone()).href())
}

/// The way back from an entry finds its card, however far down the list that is.
#[hook]
fn use_place(state: &UseReducerHandle<State>, results: &Results, dispatch: Callback<Action>) {
    let id = match &state.route.view {
        View::Incident(id) if state.is_settled() => Some(id),
        _ => None,
    };
    let place = id.and_then(|id| results.hits.iter().position(|hit| hit == id));
    use_effect_with(place, move |place| {
        if let Some(place) = place {
            dispatch.emit(Action::UnrollTo(place + 1));
        }
    });
}

/// `/` searches, `1` to `6` open views, Escape goes back to the results, `n` and `p` to the next
/// and the previous of them.
#[hook]
fn use_keys(state: &UseReducerHandle<State>, results: &Rc<Results>, dispatch: Callback<Action>) {
    let live: Rc<RefCell<Live>> = use_mut_ref(Default::default);
    live.replace((state.keys, state.route.view.clone(), results.clone()));
    use_effect_with((), move |()| {
        let listener = page::keys(move |key| {
            let (keys, view, results) = live.borrow().clone();
            let on_page = matches!(view, View::Incident(_) | View::About(_) | View::Compare);
            let (before, after) = match &view {
                View::Incident(id) => neighbours(&results, id),
                _ => (None, None),
            };
            let open = |id: &IncidentId| Action::Show(View::Incident(id.clone()));
            let action = match key {
                "Escape" if on_page && page::close_menu() => return true,
                "p" if keys && let Some(id) = before => open(id),
                "n" if keys && let Some(id) = after => open(id),
                "Escape" if on_page => Action::Show(View::Cards),
                "1" if keys => Action::Show(View::Cards),
                "2" if keys => Action::Show(View::Map),
                "3" if keys => Action::Show(View::Links),
                "4" if keys => Action::Show(View::Timeline),
                "5" if keys => Action::Show(View::Insights),
                "6" if keys => Action::Show(View::Table),
                "/" if keys && !on_page => {
                    page::focus("search");
                    return true;
                }
                _ => return false,
            };
            dispatch.emit(action);
            true
        });
        move || drop(listener)
    });
}

/// On paper every card is wanted, not a window of them, and everything that is folded; the head says
/// on which day it was printed.
#[hook]
fn use_printing(dispatch: Callback<Action>) -> Option<Printed> {
    let printed = use_state_eq(|| None::<Printed>);
    let set = printed.setter();
    use_effect_with((), move |()| {
        let listening = page::printing(move |begins| {
            page::unfold(begins);
            if begins {
                let (day, base) = (page::today(), address::base());
                set.set(Some(Printed { day, base }));
                dispatch.emit(Action::UnrollAll);
            }
        });
        move || drop(listening)
    });
    (*printed).clone()
}

/// Tells the document its language, theme and title, and that it is ready.
#[hook]
fn use_description(state: &UseReducerHandle<State>, opened: &Opened) {
    let title = match &state.route.view {
        View::Incident(id) => {
            let incident = opened.dataset.incidents.get(id);
            incident.map(|i| i.title.get(state.lang()).to_owned())
        }
        View::About(about) => Some(subject::title(&opened.dataset, state.lang(), about)),
        View::Compare => Some(compare::title(state.lang()).to_owned()),
        _ => None,
    };
    let title = title.map_or("Incident Explorer".to_owned(), |t| {
        t + " — Incident Explorer"
    });
    use_effect_with(
        (state.lang(), state.theme(), title),
        |(lang, theme, title)| {
            page::describe(*lang, *theme, title);
        },
    );
    // What a link asks for is shown, not kept: only what the reader chose is.
    let chosen = (state.default_lang, state.default_theme, state.keys);
    use_effect_with(chosen, |(lang, theme, keys)| {
        preferences::keep(*lang, *theme, *keys)
    });
}
