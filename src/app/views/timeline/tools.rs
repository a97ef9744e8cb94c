//! What a reader can choose: the day, the order, the group, the time in sight, a period.

use super::lanes::Lanes;
use super::live::{Live, Move, span};
use super::period::with_range;
use crate::markup::html;
use crate::messages::{format, timeline as say};
use crate::route::Chart;
use crate::route::chart::{day, iso};
use crate::state::{Action, Page};
use incidents::dataset::silent::LaneOrder;
use incidents::model::{ActorId, Day, Lang};
use incidents::search::Field;
use yew::prelude::*;

/// The marked day, to be typed.
pub fn typed(lang: Lang, day: Day, act: &Callback<Move>) -> Html {
    let act = act.clone();
    let typed = Callback::from(move |day| act.emit(Move::Day(day)));
    date("timeline-typed", say::marked_day(lang), iso(day), typed)
}

/// What else can be chosen.
pub fn tools(page: &Page, lanes: &Lanes, live: &Live, act: &Callback<Move>) -> Html {
    let (lang, chart) = (page.lang, &page.route.chart);
    let order = |order: &LaneOrder| {
        let text = say::lane_order(lang, *order).to_owned();
        (order.word().to_owned(), text, *order == chart.order)
    };
    let orders = LaneOrder::ALL.iter().map(order).collect();
    let any = (
        String::new(),
        say::any_actor(lang).to_owned(),
        chart.group.is_none(),
    );
    let group = |(id, name, n): &(ActorId, String, usize)| {
        let text = say::group_option(lang, name, *n);
        (id.to_string(), text, chart.group.as_ref() == Some(id))
    };
    let groups = std::iter::once(any)
        .chain(lanes.groups.iter().map(group))
        .collect();
    let by_order = chosen(page, |chart, word| {
        let mut all = LaneOrder::ALL.into_iter();
        chart.order = all.find(|order| order.word() == word).unwrap_or_default();
    });
    let by_group = chosen(page, |chart, word| chart.group = word.parse().ok());
    let moves = |action: Move| {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| act.emit(action.clone()))
    };
    let signs = [
        ("−", say::zoom_out(lang), Move::ZoomAtMark(2.0)),
        ("+", say::zoom_in(lang), Move::ZoomAtMark(0.5)),
        ("‹", say::earlier(lang), Move::Pan(-0.25)),
        ("›", say::later(lang), Move::Pan(0.25)),
    ];
    let all_years = say::fit(lang);
    html! {
        <>
            { list("timeline-order", say::order(lang), orders, by_order) }
            { list("timeline-actor", say::actor(lang), groups, by_group) }
            <span class="zoom" role="group" aria-label={say::time_shown(lang)}>
                { for signs.into_iter().map(|(sign, text, action)| button(sign, text, false, moves(action))) }
                { button(all_years, all_years, live.zoomed.is_none(), moves(Move::Show(None))) }
            </span>
            <label class="check"><input type="checkbox" id="timeline-all" checked={chart.all} onchange={page.act(toggle_all(chart))} />{say::all_lanes(lang)}</label>
            { period(page, live, act) }
        </>
    }
}

/// A button; what it shows may be a sign for what it is called.
fn button(
    shown: &'static str,
    called: &'static str,
    disabled: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! { <button type="button" class="action" aria-label={called} title={called} {disabled} {onclick}>{shown}</button> }
}

/// A control under its name.
fn field(label: &'static str, control: Html) -> Html {
    html! { <label class="field"><span>{label}</span>{control}</label> }
}

/// A day to be typed; what is none yet changes nothing.
fn date(id: &'static str, label: &'static str, value: String, then: Callback<Day>) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let input = event.target_dyn_into::<web_sys::HtmlInputElement>();
        if let Some(day) = input.and_then(|input| day(&input.value())) {
            then.emit(day);
        }
    });
    field(
        label,
        html! { <input type="date" class="action" {id} {value} {onchange} /> },
    )
}

/// A list to choose from: values, what they are called, and which is chosen.
fn list(
    id: &'static str,
    label: &'static str,
    options: Vec<(String, String, bool)>,
    onchange: Callback<Event>,
) -> Html {
    let option = |(value, text, selected)| html! { <option {value} {selected}>{text}</option> };
    field(
        label,
        html! { <select class="action" {id} {onchange}>{ for options.into_iter().map(option) }</select> },
    )
}

fn toggle_all(chart: &Chart) -> impl Fn() -> Action + 'static {
    let chart = Chart {
        all: !chart.all,
        ..chart.clone()
    };
    move || Action::Chart(chart.clone())
}

/// A choice of a list that changes what the chart shows.
fn chosen(page: &Page, change: fn(&mut Chart, &str)) -> Callback<Event> {
    let (dispatch, chart) = (page.dispatch.clone(), page.route.chart.clone());
    Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<web_sys::HtmlSelectElement>() {
            let mut chart = chart.clone();
            change(&mut chart, &select.value());
            dispatch.emit(Action::Chart(chart));
        }
    })
}

/// A stretch of time: two days, and what to do with it.
fn period(page: &Page, live: &Live, act: &Callback<Move>) -> Html {
    let lang = page.lang;
    let brush = live.brush;
    let (from, to) = brush.unwrap_or((Day(0), Day(0)));
    let end = |last: bool| {
        let act = act.clone();
        Callback::from(move |day| act.emit(Move::BrushEnd(last, day)))
    };
    let value = |day: Day| brush.map(|_| iso(day)).unwrap_or_default();
    let filter = |field: Field, text: &'static str| {
        let query = with_range(&page.route.query, field, (from, to));
        let onclick = page.act(move || Action::EditQuery(query.clone()));
        button(text, text, brush.is_none(), onclick)
    };
    let step = |text: &'static str, action: Move| {
        let act = act.clone();
        let onclick = Callback::from(move |_: MouseEvent| act.emit(action.clone()));
        button(text, text, brush.is_none(), onclick)
    };
    let said =
        brush.map(|(from, to)| format!("{} – {}", format::day(lang, from), format::day(lang, to)));
    html! {
        <details class="period" open={brush.is_some()}>
            <summary>{say::period(lang)}<span class="quiet">{said.unwrap_or_else(|| say::period_hint(lang).to_owned())}</span></summary>
            <div class="choices">
                { date("timeline-from", say::from(lang), value(from), end(false)) }
                { date("timeline-to", say::to(lang), value(to), end(true)) }
                { filter(Field::Detected, say::detected_in(lang)) }
                { filter(Field::Disclosed, say::disclosed_in(lang)) }
                { step(say::zoom_to(lang), Move::Show(Some(span((from, to))))) }
                { step(say::no_period(lang), Move::Brush(None)) }
            </div>
        </details>
    }
}
