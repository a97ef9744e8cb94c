//! What a reader can choose: the day, the order, the group, the time in sight, a period.

use super::lanes::Lanes;
use super::live::{Live, Move, span};
use super::period::with_range;
use crate::messages::{format, timeline as say};
use crate::route::Chart;
use crate::route::chart::{day, iso};
use crate::state::{Action, Page};
use incidents::dataset::silent::LaneOrder;
use incidents::model::{ActorId, Day};
use yew::prelude::*;

/// The controls over the picture.
pub fn tools(page: &Page, lanes: &Lanes, live: &Live, act: &Callback<Move>) -> Html {
    let (lang, chart) = (page.lang, &page.route.chart);
    let typed = {
        let act = act.clone();
        on_day(move |day| act.emit(Move::Day(day)))
    };
    let order = |order: &LaneOrder| {
        let selected = *order == chart.order;
        html! { <option value={order.word()} {selected}>{say::lane_order(lang, *order)}</option> }
    };
    let group = |(id, name, n): &(ActorId, String, usize)| {
        let selected = chart.group.as_ref() == Some(id);
        html! { <option value={id.to_string()} {selected}>{say::group_option(lang, name, *n)}</option> }
    };
    let by_order = chosen(page, |chart, word| {
        let mut all = LaneOrder::ALL.into_iter();
        chart.order = all.find(|order| order.word() == word).unwrap_or_default();
    });
    let by_group = chosen(page, |chart, word| chart.group = word.parse().ok());
    let every = page.act(toggle_all(chart));
    let button = |text: &'static str, sign: &'static str, action: Move| {
        let act = act.clone();
        let onclick = Callback::from(move |_: MouseEvent| act.emit(action.clone()));
        html! { <button type="button" class="action" aria-label={text} title={text} {onclick}>{sign}</button> }
    };
    html! {
        <div class="tools">
            <label class="field"><span>{say::marked_day(lang)}</span>
                <input type="date" class="action" id="timeline-typed" aria-describedby="timeline-tally"
                    value={iso(live.day())} onchange={typed} /></label>
            <label class="field"><span>{say::order(lang)}</span>
                <select class="action" id="timeline-order" onchange={by_order}>{ for LaneOrder::ALL.iter().map(order) }</select></label>
            <label class="field"><span>{say::actor(lang)}</span>
                <select class="action" id="timeline-group-choice" onchange={by_group}>
                    <option value="" selected={chart.group.is_none()}>{say::any_actor(lang)}</option>
                    { for lanes.groups.iter().map(group) }
                </select></label>
            <span class="zoom" role="group" aria-label={say::time_shown(lang)}>
                { button(say::zoom_out(lang), "−", Move::ZoomAtMark(2.0)) }
                { button(say::zoom_in(lang), "+", Move::ZoomAtMark(0.5)) }
                { button(say::earlier(lang), "‹", Move::Pan(-0.25)) }
                { button(say::later(lang), "›", Move::Pan(0.25)) }
                <button type="button" class="action" disabled={live.zoomed.is_none()} onclick={{
                    let act = act.clone();
                    move |_: MouseEvent| act.emit(Move::Show(None))
                }}>{say::fit(lang)}</button>
            </span>
            <label class="check"><input type="checkbox" checked={chart.all} onchange={every} />{say::all_lanes(lang)}</label>
            { period(page, live, act) }
        </div>
    }
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

/// A typed day; what is none yet changes nothing.
fn on_day(then: impl Fn(Day) + 'static) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let input = event.target_dyn_into::<web_sys::HtmlInputElement>();
        if let Some(day) = input.and_then(|input| day(&input.value())) {
            then(day);
        }
    })
}

/// A stretch of time: two days, and what to do with it.
fn period(page: &Page, live: &Live, act: &Callback<Move>) -> Html {
    let lang = page.lang;
    let brush = live.brush;
    let (from, to) = brush.unwrap_or((live.day(), live.day()));
    let ends = |first: bool| {
        let act = act.clone();
        on_day(move |day| {
            let other = if first { to } else { from };
            act.emit(Move::Brush(Some((day.min(other), day.max(other)))));
        })
    };
    let value = |day: Day| brush.map(|_| iso(day)).unwrap_or_default();
    let disabled = brush.is_none();
    let filter = |field: &'static str, text: &'static str| {
        let query = with_range(&page.route.query, field, (from, to));
        let onclick: Callback<MouseEvent> = page.act(move || Action::EditQuery(query.clone()));
        html! { <button type="button" class="action" {disabled} {onclick}>{text}</button> }
    };
    let step = |text: &'static str, action: Vec<Move>| {
        let act = act.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            for action in &action {
                act.emit(action.clone());
            }
        });
        html! { <button type="button" class="action" {disabled} {onclick}>{text}</button> }
    };
    let said =
        brush.map(|(from, to)| format!("{} – {}", format::day(lang, from), format::day(lang, to)));
    html! {
        <details class="period" open={brush.is_some()}>
            <summary>{say::period(lang)}<span class="quiet">{said.unwrap_or_else(|| say::period_hint(lang).to_owned())}</span></summary>
            <div class="choices">
                <label class="field"><span>{say::from(lang)}</span>
                    <input type="date" class="action" id="timeline-from" value={value(from)} onchange={ends(true)} /></label>
                <label class="field"><span>{say::to(lang)}</span>
                    <input type="date" class="action" id="timeline-to" value={value(to)} onchange={ends(false)} /></label>
                { filter("detected", say::detected_in(lang)) }
                { filter("disclosed", say::disclosed_in(lang)) }
                { step(say::zoom_to(lang), vec![Move::Show(Some(span((from, to))))]) }
                { step(say::no_period(lang), vec![Move::Brush(None)]) }
            </div>
        </details>
    }
}
