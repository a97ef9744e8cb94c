//! What the reader chose to see of the links: which columns, which rungs, in which form, and the
//! path between two.

use super::net::{Drawn, Net};
use crate::messages::{links as say, vocabulary, words};
use crate::state::Page;
use incidents::model::{Lang, Rung};
use yew::prelude::*;

/// What stands in the last column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Far {
    /// Whom it befell.
    #[default]
    Victim,
    /// Vulnerabilities that claims name.
    Vulnerability,
    /// Techniques that a source states for the entry.
    Technique,
    /// Countries of the offices where the way in begins.
    Country,
    /// Who published the sources.
    Source,
}

impl Far {
    const ALL: [Far; 5] = [
        Far::Victim,
        Far::Vulnerability,
        Far::Technique,
        Far::Country,
        Far::Source,
    ];

    /// What heads the column.
    pub fn head(self, lang: Lang) -> &'static str {
        match self {
            Far::Victim => words::victim(lang),
            Far::Vulnerability => say::vulnerability(lang),
            Far::Technique => say::technique(lang),
            Far::Country => say::office_country(lang),
            Far::Source => say::source(lang),
        }
    }
}

/// How the links are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Layered columns.
    Columns,
    /// A free network.
    Network,
}

/// What the reader chose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chosen {
    /// The last column.
    pub far: Far,
    /// Rungs that are not drawn.
    pub hidden: Vec<Rung>,
    /// The form, where one was chosen; otherwise the number of lines decides.
    pub form: Option<Form>,
    /// The box whose neighbours stand out.
    pub focus: Option<String>,
    /// The two ends of a path.
    pub path: [Option<String>; 2],
    /// How many times the picture is widened by half.
    pub zoom: u8,
}

/// The widest picture.
const MOST_ZOOM: u8 = 4;

impl Chosen {
    /// The boxes that stand out; empty: none does.
    pub fn lit(&self, net: &Net<'_>) -> Vec<usize> {
        if let [Some(from), Some(to)] = &self.path {
            return net.path(from, to).unwrap_or_default();
        }
        let focus = self.focus.as_ref().and_then(|name| net.named(name));
        focus.map_or_else(Vec::new, |i| {
            let mut lit = net.neighbours_of(i);
            lit.push(i);
            lit
        })
    }
}

type Choose = Callback<Chosen>;

fn toggle(chosen: &Chosen, choose: &Choose, next: Chosen, on: bool, text: &'static str) -> Html {
    let onclick = {
        let (choose, chosen) = (choose.clone(), chosen.clone());
        Callback::from(move |_: MouseEvent| {
            if next != chosen {
                choose.emit(next.clone());
            }
        })
    };
    html! { <button type="button" aria-pressed={on.to_string()} {onclick}>{text}</button> }
}

/// The choices over the picture.
pub fn controls(page: &Page, net: &Net<'_>, chosen: &Chosen, choose: &Choose, form: Form) -> Html {
    let lang = page.lang;
    let with = |change: &dyn Fn(&mut Chosen)| {
        let mut next = chosen.clone();
        change(&mut next);
        next
    };
    let far = |far: Far| {
        let next = with(&|c| (c.far, c.path) = (far, [None, None]));
        toggle(chosen, choose, next, chosen.far == far, far.head(lang))
    };
    let shape = |(shape, text): (Form, &'static str)| {
        let next = with(&|c| c.form = Some(shape));
        toggle(chosen, choose, next, form == shape, text)
    };
    let rung = |rung: &Rung| {
        let hidden = chosen.hidden.contains(rung);
        let next = with(&|c| match hidden {
            true => c.hidden.retain(|r| r != rung),
            false => c.hidden.push(*rung),
        });
        toggle(chosen, choose, next, !hidden, vocabulary::rung(lang, *rung))
    };
    let wider = with(&|c| c.zoom = (c.zoom + 1).min(MOST_ZOOM));
    let narrower = with(&|c| c.zoom = c.zoom.saturating_sub(1));
    html! {
        <div class="links-controls">
            <div class="segmented" role="group" aria-label={say::last_column(lang)}>{ for Far::ALL.into_iter().map(far) }</div>
            <div class="segmented" role="group" aria-label={say::form(lang)}>
                { for [(Form::Columns, say::as_columns(lang)), (Form::Network, say::as_network(lang))].into_iter().map(shape) }
            </div>
            <div class="segmented" role="group" aria-label={say::rungs_shown(lang)}>{ for Rung::ALL.iter().map(rung) }</div>
            <div class="segmented" role="group" aria-label={say::size(lang)}>
                { toggle(chosen, choose, narrower, false, say::smaller(lang)) }
                { toggle(chosen, choose, wider, chosen.zoom > 0, say::larger(lang)) }
            </div>
            { path(page, net, chosen, choose) }
        </div>
    }
}

/// Two boxes, and the way between them in words.
fn path(page: &Page, net: &Net<'_>, chosen: &Chosen, choose: &Choose) -> Html {
    let lang = page.lang;
    let end = |place: usize, label: &'static str| {
        let onchange = {
            let (choose, chosen) = (choose.clone(), chosen.clone());
            Callback::from(move |event: Event| {
                let select = event.target_dyn_into::<web_sys::HtmlSelectElement>();
                let name = select.map(|s| s.value()).filter(|name| !name.is_empty());
                let mut next = chosen.clone();
                if let Some(slot) = next.path.get_mut(place) {
                    *slot = name;
                }
                choose.emit(next);
            })
        };
        let held = chosen.path.get(place).cloned().flatten();
        let option = |drawn: &Drawn| {
            let selected = held.as_deref() == Some(drawn.name().as_str());
            html! { <option value={drawn.name()} {selected}>{drawn.title.clone()}</option> }
        };
        html! {
            <label>
                {label}{" "}
                <select class="action" {onchange}>
                    <option value="" selected={held.is_none()}>{"–"}</option>
                    { for net.boxes.iter().map(option) }
                </select>
            </label>
        }
    };
    let told = match &chosen.path {
        [Some(from), Some(to)] => Some(match net.path(from, to) {
            Some(boxes) => {
                let titles = boxes.iter().filter_map(|i| net.boxes.get(*i));
                let titles: Vec<&str> = titles.map(|b| b.title.as_str()).collect();
                titles.join(" — ")
            }
            None => say::no_path(lang).to_owned(),
        }),
        _ => None,
    };
    html! {
        <div class="path">
            { end(0, say::path_from(lang)) }
            { end(1, say::path_to(lang)) }
            <p role="status">{told.unwrap_or_default()}</p>
        </div>
    }
}
