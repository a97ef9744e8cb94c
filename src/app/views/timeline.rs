//! Who was silent: every entry of the result on one calendar, and on any day those who had
//! detected an incident and not yet told.
//!
//! `lanes` derives what is drawn once for a result; `live` is what moves under the reader's hand;
//! `head`, `rows`, `day` and `twin` draw, each anew only when what it shows has changed (`still`).

mod day;
mod frame;
mod group;
mod hand;
mod head;
mod lanes;
mod live;
mod period;
mod rows;

#[cfg(test)]
mod tests;
mod tools;
mod twin;

use super::cards::no_match;
use super::component::component;
use super::hooks::use_effect_with;
use super::save::{What, save_picture_of};
use super::{still, svg};
use crate::browser::{gesture, place};
use crate::markup::html;
use crate::messages::{timeline as say, words};
use crate::route::{Chart, View};
use crate::state::{Action, Page};
use frame::Frame;
use geometry::path::decimal;
use geometry::timespan::rows_shown;
use gloo::timers::callback::Timeout;
use hand::Zone;
use incidents::dataset::silent::Standing;
use incidents::model::{Day, Lang};
use lanes::{Lane, Lanes};
use live::{Live, Move};
use std::rc::Rc;
use yew::functional::Hook;
use yew::prelude::*;

/// The address follows the hand at this distance, in ms.
const REST_MS: u32 = 250;
/// Rows come and go in chunks of this many.
const CHUNK: usize = 10;

/// The timeline of the current result.
pub fn timeline(page: &Page) -> Html {
    component(page.clone(), |page, hooks| use_timeline(page).run(hooks))
}

#[hook]
fn use_timeline(page: &Page) -> Html {
    let chart = &page.route.chart;
    let asked = (
        page.results.clone(),
        page.lang,
        (chart.order, chart.group.clone(), chart.all),
    );
    let lanes = use_memo(asked, |_| Lanes::of(page));
    let live = use_reducer_eq(|| Live::open(chart, lanes.limits, lanes.busiest));
    let act = {
        let dispatcher = live.dispatcher();
        use_callback((), move |action: Move, ()| dispatcher.dispatch(action))
    };
    use_address(page, &lanes, &live);
    let frame = Frame::of(live.width_px, live.span());
    use_window(&frame, lanes.all.len(), &act);
    let hand = use_mut_ref(hand::Hand::default);
    if page.results.hits.is_empty() {
        return no_match(page);
    }
    let open = {
        let (lanes, dispatch) = (lanes.clone(), page.dispatch.clone());
        Callback::from(move |row: usize| {
            if let Some(lane) = lanes.all.get(row) {
                dispatch.emit(Action::Show(View::Incident(lane.id.clone())));
            }
        })
    };
    let zone = |zone| hand::zone(zone, &hand, &frame, &live, &act, open.clone());
    let (head, body) = (zone(Zone::Head), zone(Zone::Rows));
    let parts = Parts {
        page: page.clone(),
        lanes: lanes.clone(),
        frame,
        live: (*live).clone(),
        act: act.clone(),
        links: still::number(&(page.route.on(View::Cards).href() + &page.comparison(&page.tray))),
    };
    html! {
        <div class="with-list timeline">
            <section aria-labelledby="timeline-title">
                <div class="timeline-head">
                    <h2 id="timeline-title">{say::title(page.lang)}</h2>
                    <p class="count">{say::both_dates(page.lang, lanes.known.both(), lanes.known.all())}</p>
                </div>
                <p class="note">{say::lede(page.lang)}</p>
                { parts.tools() }
                if lanes.all.is_empty() {
                    <p class="box-note">{say::nothing(page.lang)}</p>
                } else {
                    if frame.narrow { <p class="note strip-name">{say::same_time(page.lang)}</p> }
                    { head.around("timeline-head", parts.strip(), head::mark(&live, &frame, &lanes, page.lang, &act)) }
                    { body.around("timeline-rows", parts.rows(), line(&frame, live.day(), &lanes.all)) }
                    { parts.still(&[], |parts| html! { <>{ legend(parts.page.lang) }{ parts.save() }</> }) }
                }
            </section>
            <div>
                { parts.still(&[u64::from(live.day().0.unsigned_abs())], Parts::day_list) }
                { parts.still(&[], |parts| group::group(&parts.page)) }
            </div>
            { parts.table() }
        </div>
    }
}

/// What the parts of the picture are drawn from.
#[derive(Clone)]
struct Parts {
    page: Page,
    lanes: Rc<Lanes>,
    frame: Frame,
    live: Live,
    act: Callback<Move>,
    /// What links carry of the address, as a number.
    links: u64,
}

impl Parts {
    /// A part that shows the lanes and some numbers. Lanes are told apart by where they lie: those
    /// shown before are kept until the new ones are.
    fn still(&self, shows: &[u64], draw: fn(&Parts) -> Html) -> Html {
        self.keyed(0, shows, draw)
    }

    fn keyed(&self, key: usize, shows: &[u64], draw: impl Fn(&Parts) -> Html + 'static) -> Html {
        let lanes = Rc::as_ptr(&self.lanes).addr() as u64;
        let shows = [lanes, self.links].into_iter().chain(shows.iter().copied());
        let parts = self.clone();
        still::still(key, shows.collect(), move || draw(&parts))
    }

    fn strip(&self) -> Html {
        self.still(&self.frame.bits(), |parts| {
            head::strip(&parts.lanes, &parts.frame, parts.page.lang)
        })
    }

    fn day_list(&self) -> Html {
        let known = self.still(&[], |parts| day::known(&parts.page, &parts.lanes.known));
        day::day_list(&self.page, &self.lanes, self.live.day(), known)
    }

    /// The controls; only the typed day follows the mark.
    fn tools(&self) -> Html {
        let day = |day: Day| u64::from(day.0.unsigned_abs());
        let (from, to) = self.live.brush.unwrap_or((Day(0), Day(0)));
        let zoomed = u64::from(self.live.zoomed.is_some());
        let chosen = self.still(&[zoomed, day(from), day(to)], |parts| {
            tools::tools(&parts.page, &parts.lanes, &parts.live, &parts.act)
        });
        html! { <div class="tools">{ tools::typed(self.page.lang, self.live.day(), &self.act) }{ chosen }</div> }
    }

    /// Which lanes are drawn; on paper and in a saved picture all.
    fn shown(&self) -> (usize, usize) {
        match self.page.unrolled == usize::MAX || self.live.whole {
            true => (0, self.lanes.all.len()),
            false => self.live.rows,
        }
    }

    /// The way to a saved picture of all lanes.
    fn save(&self) -> Html {
        let (lang, known) = (self.page.lang, &self.lanes.known);
        let what = What {
            id: "timeline",
            title: say::title(lang),
            note: say::both_dates(lang, known.both(), known.all()),
            beware: words::silence_is_measure(lang),
            areas: vec!["#timeline-head".to_owned(), "#timeline-rows".to_owned()],
            legend: ".timeline .legend > *",
        };
        let act = self.act.clone();
        let whole = Callback::from(move |whole| act.emit(Move::Whole(whole)));
        save_picture_of(&self.page, what, whole)
    }

    /// The lanes in sight, a chunk at a time: what scrolls in is drawn, what stays is not.
    fn rows(&self) -> Html {
        let (first, last) = self.shown();
        let all = self.lanes.all.len();
        let [width, from, to] = self.frame.bits();
        let grid = self.keyed(
            usize::MAX,
            &[width, from, to, first as u64, last as u64],
            |parts| rows::grid(&parts.frame, parts.shown()),
        );
        let chunk = |first: usize| {
            let lanes = self
                .lanes
                .all
                .get(first..(first + CHUNK).min(all))
                .unwrap_or_default();
            let silent = silent(lanes, self.live.day());
            let mut shows = vec![width, from, to];
            shows.extend(silent.iter().map(|standing| match standing {
                None => 0,
                Some(Standing::Possible) => 1,
                Some(Standing::Certain) => 2,
            }));
            self.keyed(first, &shows, move |parts| {
                let lanes = parts.lanes.all.get(first..).unwrap_or_default();
                rows::rows(lanes, &parts.frame, first, &silent)
            })
        };
        let (width, height) = (
            decimal(self.frame.width),
            decimal(self.frame.row * all as f64),
        );
        let view = format!("0 0 {width} {height}");
        html! {
            <svg class="lanes" role="img" aria-label={say::lanes_label(self.page.lang, all)} {width} {height} viewBox={view}>
                { grid }{ for (first..last).step_by(CHUNK).map(chunk) }
            </svg>
        }
    }

    fn table(&self) -> Html {
        let all = self.page.unrolled == usize::MAX;
        self.still(&[self.live.table as u64, u64::from(all)], |parts| {
            let all = parts.page.unrolled == usize::MAX;
            let drawn = if all { usize::MAX } else { parts.live.table };
            twin::twin(&parts.page, &parts.lanes, drawn, &parts.act)
        })
    }
}

/// Who of some lanes was silent on a day.
fn silent(lanes: &[Lane], day: Day) -> Vec<Option<Standing>> {
    let on = |lane: &Lane| lane.window.and_then(|window| window.on(day));
    lanes.iter().map(on).collect()
}

/// The marked day through all lanes.
fn line(frame: &Frame, day: Day, lanes: &[Lane]) -> Html {
    let (x, height) = (frame.middle(day), frame.row * lanes.len() as f64);
    let seen = x >= frame.left - 1.0 && x <= frame.right + 1.0;
    html! {
        <svg class="over" width={decimal(frame.width)} height={decimal(height)} aria-hidden="true">
            if seen { { svg::line("scrub", (x, 0.0), (x, height)) } }
        </svg>
    }
}

/// What the marks mean.
fn legend(lang: Lang) -> Html {
    let sample = |mark: Html, text: &'static str| {
        html! { <span><svg width="26" height="16" viewBox="0 0 26 16" aria-hidden="true">{mark}</svg>{text}</span> }
    };
    html! {
        <p class="legend">
            { sample(html! { <>{ svg::rect("undetected", [2.0, 6.0, 22.0, 4.0], 0.0) }{ svg::circle("mark-began", 3.0, 8.0, 2.5) }</> }, say::legend_undetected(lang)) }
            { sample(svg::circle("mark-detected", 13.0, 8.0, 3.0), say::legend_detected(lang)) }
            { sample(svg::rect("silence", [1.0, 3.0, 24.0, 10.0], 0.0), say::legend_silence(lang)) }
            { sample(svg::rect("silence-open", [1.0, 3.0, 24.0, 10.0], 0.0), say::legend_open(lang)) }
            { sample(svg::line("mark-disclosed", (13.0, 1.0), (13.0, 15.0)), say::legend_disclosed(lang)) }
            { sample(svg::rect("mark-disclosed wide", [8.0, 1.0, 10.0, 14.0], 1.0), say::legend_disclosed_wide(lang)) }
            { sample(svg::line("again", (13.0, 1.0), (13.0, 15.0)), say::legend_again(lang)) }
            { sample(svg::path("beyond", "M11 4L7 8L11 12".to_owned()), say::lanes_end(lang)) }
        </p>
    }
}

/// The address follows what the hand did, once it rests; and the picture another address.
#[hook]
fn use_address(page: &Page, lanes: &Rc<Lanes>, live: &UseReducerHandle<Live>) {
    let written = use_mut_ref(|| page.route.chart.clone());
    {
        let (written, act) = (written.clone(), live.dispatcher());
        let deps = (page.route.chart.clone(), Rc::as_ptr(lanes).addr());
        let (limits, busiest) = (lanes.limits, lanes.busiest);
        let (day, span) = (live.chosen, live.zoomed);
        use_effect_with(deps, move |(chart, _)| {
            let ours = *written.borrow() == *chart;
            written.replace(chart.clone());
            // What we wrote comes back late: the hand may have moved on.
            let chart = match ours {
                true => Live {
                    chosen: day,
                    zoomed: span,
                    ..Live::open(chart, limits, busiest)
                }
                .chart(chart),
                false => chart.clone(),
            };
            act.dispatch(Move::Adopt(chart, limits, busiest));
        });
    }
    let (dispatch, chart) = (page.dispatch.clone(), page.route.chart.clone());
    let resting = live.chart(&chart);
    let moved = (resting != chart && page.route.view == View::Timeline).then_some(resting);
    use_effect_with(moved, move |moved: &Option<Chart>| {
        let pending = moved.clone().map(|chart| {
            Timeout::new(REST_MS, move || {
                written.replace(chart.clone());
                dispatch.emit(Action::Chart(chart));
            })
        });
        move || drop(pending)
    });
}

/// Follows the window: how wide the picture is, and which rows are in sight.
#[hook]
fn use_window(frame: &Frame, rows: usize, act: &Callback<Move>) {
    let act = act.clone();
    use_effect_with((frame.row.to_bits(), rows), move |(row, rows)| {
        let (row, rows) = (f64::from_bits(*row), *rows);
        let measure = move || {
            if let Some(width) = gesture::width("timeline-rows") {
                act.emit(Move::Width(width));
            }
            if let Some((above, window)) = gesture::scrolled("timeline-rows") {
                let (first, last) = rows_shown(above, window, row, rows, CHUNK);
                act.emit(Move::Rows(first, last));
            }
        };
        measure();
        let listening = place::moves(measure);
        move || drop(listening)
    });
}
