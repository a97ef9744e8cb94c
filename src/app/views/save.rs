//! `Save picture`: the picture of a view as SVG, as PNG, and as text where no file can leave.

use super::component::component;
use super::hooks::use_state_eq;
use super::icons::{Icon, icon};
use crate::browser::{address, page as browser, picture};
use crate::drawing::{self, Caption, Drawn};
use crate::markup::html;
use crate::messages::{explore, save as say, words};
use crate::state::Page;
use incidents::search::Query;
use yew::functional::Hook;
use yew::prelude::*;

/// What is saved, and where on the page it is seen.
#[derive(Clone, Debug, PartialEq)]
pub struct What {
    /// The word for it in the file's name; unique on the page.
    pub id: &'static str,
    /// What it shows.
    pub title: &'static str,
    /// What else must be said of its figures; may be empty.
    pub note: String,
    /// What it does not say.
    pub beware: &'static str,
    /// Its parts, from top to bottom, as selectors.
    pub areas: Vec<String>,
    /// The samples of its legend, as a selector; may match nothing.
    pub legend: &'static str,
}

#[derive(Clone, PartialEq)]
struct Given {
    page: Page,
    what: What,
    whole: Callback<bool>,
}

/// What the reader is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    Nothing,
    NoPicture,
    Drawing,
    HandedOver(&'static str),
    Failed,
    TooLarge((u32, u32)),
    Copied,
    Selected,
}

impl Told {
    fn text(self, page: &Page, what: &What) -> String {
        let (lang, named) = (page.lang, |kind| file(page, what, kind));
        match self {
            Told::Nothing => String::new(),
            Told::NoPicture => say::no_picture(lang).to_owned(),
            Told::Drawing => say::drawing(lang).to_owned(),
            Told::HandedOver(_) if picture::is_framed() => say::in_frame(lang, &named("svg")),
            Told::HandedOver(kind) => say::handed_over(lang, &named(kind)),
            Told::Failed => say::failed(lang).to_owned(),
            Told::TooLarge(size) => say::too_large(lang, size),
            Told::Copied => say::copied(lang, &named("svg")),
            Told::Selected => say::selected(lang, &named("svg")),
        }
    }

    /// Whether the text is shown, to be copied by hand.
    fn shows_text(self) -> bool {
        match self {
            Told::HandedOver(_) => picture::is_framed(),
            other => other == Told::Selected,
        }
    }
}

/// The button and what it opens.
pub fn save_picture(page: &Page, what: What) -> Html {
    save_picture_of(page, what, Callback::noop())
}

/// The same, of a picture that draws only what is in sight: `whole` is called with yes before anything
/// is saved, and with no afterwards.
pub fn save_picture_of(page: &Page, what: What, whole: Callback<bool>) -> Html {
    let page = page.clone();
    component(Given { page, what, whole }, |given, hooks| {
        use_save(given).run(hooks)
    })
}

#[hook]
fn use_save(given: &Given) -> Html {
    let Given { page, what, whole } = given;
    let lang = page.lang;
    let state = use_state_eq(|| (false, Told::Nothing));
    let (open, told) = *state;
    let [button_id, area] = ["save-", "save-text-"].map(|start| start.to_owned() + what.id);
    let toggle = {
        let (set, whole, button_id) = (state.setter(), whole.clone(), button_id.clone());
        move |open: bool| {
            whole.emit(open);
            set.set((open, Told::Nothing));
            if !open {
                browser::step_to(&button_id);
            }
        }
    };
    let onclick = {
        let (toggle, state) = (toggle.clone(), state.setter());
        Callback::from(move |_: MouseEvent| toggle(!state.now().0))
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if open && event.key() == "Escape" {
            event.stop_propagation();
            toggle(false);
        }
    });
    let way = |save: fn(&Given, &str, Callback<Told>), text: &'static str| {
        let (given, set, area) = (given.clone(), state.setter(), area.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let set = set.clone();
            save(
                &given,
                &area,
                Callback::from(move |told| set.set((true, told))),
            );
        });
        html! { <button type="button" class="action" {onclick}>{text}</button> }
    };
    let shown = open && told.shows_text();
    let class = if shown { "as-text" } else { "unseen" };
    html! {
        <div class="save" {onkeydown}>
            <button type="button" class="action" id={button_id} aria-expanded={open.to_string()} {onclick}>
                {icon(Icon::Save)}{say::save(lang)}
            </button>
            if open {
                { way(svg, say::as_svg(lang)) }
                { way(png, say::as_png(lang)) }
                { way(text, say::as_text(lang)) }
                <p class="note" role="status">
                    { if told == Told::Nothing { say::svg_hint(lang).to_owned() } else { told.text(page, what) } }
                </p>
                <textarea id={area} {class} tabindex={if shown { "0" } else { "-1" }} readonly={true} rows="6"
                    wrap="off" aria-label={say::area(lang)} />
            }
        </div>
    }
}

fn svg(given: &Given, area: &str, tell: Callback<Told>) {
    let Some(drawn) = drawn(given) else {
        return tell.emit(Told::NoPicture);
    };
    let name = file(&given.page, &given.what, "svg");
    let taken = picture::save_text(&name, "image/svg+xml", &drawn.text);
    handed_over(&drawn, area, "svg", taken, &tell);
}

fn png(given: &Given, area: &str, tell: Callback<Told>) {
    let Some(drawn) = drawn(given) else {
        return tell.emit(Told::NoPicture);
    };
    let [width, height] = drawn.size;
    let size = match drawing::png_size(width, height) {
        Ok(size) => size,
        Err(size) => return tell.emit(Told::TooLarge(size)),
    };
    tell.emit(Told::Drawing);
    let (name, area) = (file(&given.page, &given.what, "png"), area.to_owned());
    let kept = drawn.clone();
    picture::save_png(name, &drawn, size, move |taken| {
        handed_over(&kept, &area, "png", taken, &tell);
    });
}

/// In a frame the text is offered at once, for nobody tells whether the file got through.
fn handed_over(drawn: &Drawn, area: &str, kind: &'static str, taken: bool, tell: &Callback<Told>) {
    let told = match taken {
        true => Told::HandedOver(kind),
        false => Told::Failed,
    };
    if told.shows_text() {
        browser::put_text(area, &drawn.text);
    }
    tell.emit(told);
}

fn text(given: &Given, area: &str, tell: Callback<Told>) {
    let told = match drawn(given) {
        None => Told::NoPicture,
        Some(drawn) if browser::copy_text(area, &drawn.text) => Told::Copied,
        Some(_) => Told::Selected,
    };
    tell.emit(told);
}

fn drawn(given: &Given) -> Option<Drawn> {
    let seen = picture::seen(&given.what.areas, given.what.legend)?;
    drawing::sheet(&seen, &caption(&given.page, &given.what, &address::base()))
}

fn file(page: &Page, what: &What, kind: &str) -> String {
    let entries = page.results.hits.len();
    drawing::file_name(what.id, &page.dataset.version, entries) + "." + kind
}

/// The words round a picture: title, what was asked of how many entries in which data, its note,
/// and at the foot its address, what it does not say, and who made it.
fn caption(page: &Page, what: &What, base: &str) -> Caption {
    let (lang, results) = (page.lang, &page.results);
    let query = Query::parse(&page.route.query);
    let version = &page.dataset.version;
    let asked = explore::printed(lang, &query, results.hits.len(), results.total, version);
    let lines = [asked, what.note.clone()];
    let foot = [
        permalink(page, base),
        what.beware.to_owned(),
        words::footer(lang).to_owned(),
        say::credit(lang).to_owned(),
    ];
    let told = |text: &String| !text.is_empty();
    Caption {
        lang: lang.tag(),
        title: what.title.to_owned(),
        lines: lines.into_iter().filter(told).collect(),
        foot: foot.into_iter().filter(told).collect(),
    }
}

/// The address of what is shown, where others can open it; of a local file only what it is called
/// when it is handed on.
pub fn permalink(page: &Page, base: &str) -> String {
    let base = match base {
        "" => "incident-explorer.html",
        base => base,
    };
    base.to_owned() + &page.route.whole().href()
}

#[cfg(test)]
mod tests {
    use super::super::incident::tests::page;
    use super::*;
    use crate::route::{Route, View};
    use incidents::model::Lang;
    use std::rc::Rc;

    fn what() -> What {
        What {
            id: "map",
            title: say::map_title(Lang::En),
            note: String::new(),
            beware: "Outlines imply nothing.",
            areas: Vec::new(),
            legend: "",
        }
    }

    #[test]
    fn a_caption_says_what_was_asked_of_how_many_in_which_data_and_where() {
        let mut page = page(Lang::En);
        page.route = Rc::new(Route {
            view: View::Map,
            query: "<b> victim.country:JP".to_owned(),
            ..Route::default()
        });
        let told = caption(&page, &what(), "https://host.example/x/");
        assert_eq!(told.title, "Victims by country, entry offices and ways in");
        let said = "2 of 2 entries (<b> victim.country:JP), data test";
        assert_eq!(told.lines, [said]);
        let address = "https://host.example/x/#/map?q=%3Cb%3E%20victim.country:JP";
        assert_eq!(told.foot.first().map(String::as_str), Some(address));
        assert_eq!(told.foot.len(), 4);
        assert_eq!(
            file(&page, &what(), "svg"),
            "incident-explorer-map-test-2.svg"
        );
    }

    #[test]
    fn the_path_of_a_local_file_is_nobodys_business() {
        let page = page(Lang::Ja);
        assert_eq!(permalink(&page, ""), "incident-explorer.html#/cards");
    }
}
