//! Groups as named by others, entries, victims: who links what to whom, and on which rung.

use super::lane::px;
use super::parts::{attributee, claim_href, claimant, entry_text, rung_words, victim_text};
use super::text_width::fitting;
use crate::messages::{format, vocabulary, words};
use crate::state::Page;
use geometry::{Node, columns};
use incidents::dataset::Held;
use incidents::model::{Actor, ActorId, Attributee, Attribution, Incident, Rung};
use yew::prelude::*;

/// What [`LinksView`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct LinksProps {
    /// The page's values.
    pub page: Page,
}

/// Left edges and widths of the three columns, in px.
const COLUMNS: [(f64, f64); 3] = [(0.0, 230.0), (420.0, 300.0), (930.0, 250.0)];
const BOX_HEIGHT: f64 = 44.0;

/// The links of the current result.
#[component]
pub fn LinksView(props: &LinksProps) -> Html {
    let page = &props.page;
    let shown: Vec<&Incident> = page
        .results
        .hits
        .iter()
        .filter_map(|id| page.dataset.incidents.get(id))
        .collect();
    if shown.is_empty() {
        return super::cards::no_match(page);
    }
    let net = Net::of(page, &shown);
    html! {
        <div class="links-view">
            <h2>{words::links_title(page.lang)}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label={words::links_title(page.lang)}>
                { picture(page, &net) }
            </div>
            { legend(page) }
            { for net.actors.iter().map(|actor| names(page, actor)) }
            { table(page, &shown) }
        </div>
    }
}

/// What is drawn.
struct Net<'a> {
    boxes: Vec<Drawn>,
    lines: Vec<Line>,
    actors: Vec<&'a Actor>,
}

struct Drawn {
    column: usize,
    title: String,
    below: String,
    href: Option<String>,
    asked: bool,
}

struct Line {
    ends: (usize, usize),
    rung: Option<Rung>,
}

impl<'a> Net<'a> {
    fn of(page: &'a Page, shown: &[&'a Incident]) -> Self {
        let mut net = Net {
            boxes: Vec::new(),
            lines: Vec::new(),
            actors: Vec::new(),
        };
        for incident in shown {
            let entry = net.add(
                1,
                entry_text(page, incident),
                rung_words(page.lang, incident),
            );
            net.link_to(entry, page.href(&incident.id));
            let victim = net.add(2, victim_text(page, incident), String::new());
            net.lines.push(Line {
                ends: (entry, victim),
                rung: None,
            });
            for attribution in &incident.attributions {
                let group = net.group(page, attribution);
                let line = Line {
                    ends: (group, entry),
                    rung: Some(attribution.rung),
                };
                let same = |l: &Line| l.ends == line.ends && l.rung == line.rung;
                if !net.lines.iter().any(same) {
                    net.lines.push(line);
                }
            }
        }
        net.ask(page);
        net
    }

    /// A box, or the one of that title in that column.
    fn add(&mut self, column: usize, title: String, below: String) -> usize {
        let same = |b: &Drawn| b.column == column && b.title == title;
        if let Some(found) = self.boxes.iter().position(same) {
            return found;
        }
        self.boxes.push(Drawn {
            column,
            title,
            below,
            href: None,
            asked: false,
        });
        self.boxes.len() - 1
    }

    fn link_to(&mut self, index: usize, href: String) {
        if let Some(drawn) = self.boxes.get_mut(index) {
            drawn.href = Some(href);
        }
    }

    fn group(&mut self, page: &'a Page, attribution: &Attribution) -> usize {
        let below = match &attribution.to {
            Attributee::Actor(id) => match page.dataset.actors.get(id) {
                Some(actor) => self.actor(page, actor),
                None => String::new(),
            },
            Attributee::Person(_) | Attributee::Group(_) => {
                words::unnamed_group(page.lang).to_owned()
            }
        };
        self.add(0, attributee(page, &attribution.to), below)
    }

    fn actor(&mut self, page: &Page, actor: &'a Actor) -> String {
        if !self.actors.iter().any(|known| known.id == actor.id) {
            self.actors.push(actor);
        }
        let others = actor.names.len().saturating_sub(1);
        format!("+{others} {}", words::further_names(page.lang))
    }

    /// Records that share a name with a group shown stand beside it, asked and not merged.
    fn ask(&mut self, page: &'a Page) {
        let see: Vec<&ActorId> = self.actors.iter().flat_map(|a| &a.see_also).collect();
        for actor in see.into_iter().filter_map(|id| page.dataset.actors.get(id)) {
            let below = words::same_name_or_not(page.lang).to_owned();
            let index = self.add(0, actor.name().to_owned(), below);
            if let Some(drawn) = self.boxes.get_mut(index) {
                drawn.asked = true;
            }
            if !self.actors.iter().any(|known| known.id == actor.id) {
                self.actors.push(actor);
            }
        }
    }
}

fn picture(page: &Page, net: &Net<'_>) -> Html {
    let lang = page.lang;
    let nodes: Vec<Node> = net
        .boxes
        .iter()
        .map(|b| Node {
            column: b.column,
            height_px: BOX_HEIGHT,
        })
        .collect();
    let ends: Vec<(usize, usize)> = net.lines.iter().map(|l| l.ends).collect();
    let tops = columns(&nodes, &ends, 16.0);
    let top = |i: usize| tops.get(i).copied().unwrap_or(0.0) + 30.0;
    let height = tops.iter().copied().fold(0.0, f64::max) + BOX_HEIGHT + 40.0;
    let heads = [
        words::group(lang),
        words::entry_column(lang),
        words::victim(lang),
    ];
    let head = |(text, (x, _)): (&'static str, (f64, f64))| {
        html! {
            <text class="head" x={px(x)} y="14">{text}</text>
        }
    };
    let line = |line: &Line| {
        let (a, b) = line.ends;
        let column = |i: usize| net.boxes.get(i).and_then(|b| COLUMNS.get(b.column));
        let (Some((ax, aw)), Some((bx, _))) = (column(a), column(b)) else {
            return Html::default();
        };
        let (x1, y1) = (ax + aw, top(a) + BOX_HEIGHT / 2.0);
        let (x2, y2) = (*bx, top(b) + BOX_HEIGHT / 2.0);
        let middle = f64::midpoint(x1, x2);
        let d = format!(
            "M{} {}C{} {} {} {} {} {}",
            px(x1),
            px(y1),
            px(middle),
            px(y1),
            px(middle),
            px(y2),
            px(x2),
            px(y2)
        );
        let word = line.rung.map(|r| html! {
            <text class="rung-word" x={px(x2 - 8.0)} y={px(y2 - 5.0)} text-anchor="end">{vocabulary::rung(lang, r)}</text>
        });
        html! {
            <>
                <path class="edge" data-rung={line.rung.map_or("victim-named", Rung::word)} {d} />
                { word.unwrap_or_default() }
            </>
        }
    };
    html! {
        <svg class="net" viewBox={format!("0 0 1180 {}", px(height))} role="group" aria-label={words::links_title(lang)}>
            { for heads.into_iter().zip(COLUMNS).map(head) }
            { for net.lines.iter().map(line) }
            { for net.boxes.iter().enumerate().map(|(i, b)| drawn(b, top(i))) }
        </svg>
    }
}

fn drawn(drawn: &Drawn, y: f64) -> Html {
    let Some((x, width)) = COLUMNS.get(drawn.column) else {
        return Html::default();
    };
    let class = match (drawn.asked, drawn.column) {
        (true, _) => "node-ask",
        (false, 2) => "node",
        (false, _) => "node-on",
    };
    let (title, below) = (
        fitting(&drawn.title, width - 24.0),
        fitting(&drawn.below, width - 24.0),
    );
    let baseline = if below.is_empty() { 27.0 } else { 19.0 };
    let content = html! {
        <>
            <title>{format!("{} {}", drawn.title, drawn.below)}</title>
            <rect {class} x={px(*x)} y={px(y)} width={px(*width)} height={px(BOX_HEIGHT)} rx="6" />
            <text class="title" x={px(x + 12.0)} y={px(y + baseline)}>{title}</text>
            <text x={px(x + 12.0)} y={px(y + 35.0)}>{below}</text>
        </>
    };
    match &drawn.href {
        Some(href) => html! { <a href={href.clone()}>{content}</a> },
        None => html! { <g>{content}</g> },
    }
}

fn legend(page: &Page) -> Html {
    let lang = page.lang;
    let line = |rung: Option<Rung>| {
        html! {
            <span>
                <svg class="net" width="34" height="6" viewBox="0 0 34 6" aria-hidden="true">
                    <path class="edge" data-rung={rung.map_or("victim-named", Rung::word)} d="M0 3H34" />
                </svg>
                {rung.map_or(words::named_victim(lang), |r| vocabulary::rung(lang, r))}
            </span>
        }
    };
    let rungs = Rung::ALL.iter().copied().map(Some).chain([None]);
    html! { <p class="legend"><b>{words::line(lang)}</b>{ for rungs.map(line) }</p> }
}

/// An actor's names, who lists and uses each, and how equal it is said to be.
fn names(page: &Page, actor: &Actor) -> Html {
    let lang = page.lang;
    let listed = |ids: &[incidents::model::SourceId]| {
        let of = |id: &incidents::model::SourceId| {
            actor
                .sources
                .iter()
                .find(|s| s.id == *id)
                .map(|s| s.publisher.as_str())
        };
        format::list(lang, &ids.iter().filter_map(of).collect::<Vec<_>>())
    };
    let row = |name: &incidents::model::ActorName| {
        let used: Vec<&str> = name.used_by.iter().map(String::as_str).collect();
        html! {
            <tr>
                <th scope="row">{name.name.clone()}</th>
                <td>{listed(&name.listed_in)}</td>
                <td>{format::list(lang, &used)}</td>
                <td>{vocabulary::sameness(lang, name.sameness)}</td>
            </tr>
        }
    };
    html! {
        <section class="block">
            <h2>{words::names_of(lang)}{" "}{actor.name().to_owned()}</h2>
            { for actor.note.iter().map(|n| html! { <p class="lede">{n.get(lang).to_owned()}</p> }) }
            <div class="scroll" tabindex="0" role="region" aria-label={actor.name().to_owned()}>
                <table class="list">
                    <thead><tr>
                        <th scope="col">{words::name(lang)}</th>
                        <th scope="col">{words::listed_in(lang)}</th>
                        <th scope="col">{words::used_by(lang)}</th>
                        <th scope="col">{words::treated_as(lang)}</th>
                    </tr></thead>
                    <tbody>{ for actor.names.iter().map(row) }</tbody>
                </table>
            </div>
        </section>
    }
}

/// Every link with who says so and when.
pub fn table(page: &Page, shown: &[&Incident]) -> Html {
    let lang = page.lang;
    let row = |incident: &Incident, attribution: &Attribution, held: &Held<'_>| {
        let date = held.claim.date.as_ref().map(|d| format::date(lang, d));
        html! {
            <tr>
                <td>{attributee(page, &attribution.to)}</td>
                <td><a href={page.href(&incident.id)}>{entry_text(page, incident)}</a></td>
                <td>{vocabulary::rung(lang, attribution.rung)}</td>
                <td><a href={claim_href(page, held)}>{claimant(page, held)}</a></td>
                <td>{date.unwrap_or_else(|| words::not_dated(lang).to_owned())}</td>
            </tr>
        }
    };
    let mut rows: Vec<Html> = Vec::new();
    for incident in shown {
        for attribution in &incident.attributions {
            let held = page.dataset.claims(incident, &attribution.claims);
            rows.extend(held.iter().map(|h| row(incident, attribution, h)));
        }
        if incident.attributions.is_empty() {
            rows.push(html! {
                <tr>
                    <td>{vocabulary::not_attributed(lang)}</td>
                    <td><a href={page.href(&incident.id)}>{entry_text(page, incident)}</a></td>
                    <td>{"–"}</td><td>{words::no_claim_held(lang)}</td><td>{"–"}</td>
                </tr>
            });
        }
    }
    html! {
        <section class="block">
            <h2>{words::links_table(lang)}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label={words::links_table(lang)}>
                <table class="list">
                    <thead><tr>
                        <th scope="col">{words::group(lang)}</th>
                        <th scope="col">{words::entry_column(lang)}</th>
                        <th scope="col">{words::rung(lang)}</th>
                        <th scope="col">{words::who_says(lang)}</th>
                        <th scope="col">{words::when(lang)}</th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </section>
    }
}
