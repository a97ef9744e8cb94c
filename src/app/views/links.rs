//! Groups as named by others, entries, victims: who links what to whom, and on which rung.

mod chosen;
mod free;
pub mod names;
mod net;
mod picture;
pub mod table;

use super::cards::no_match;
use super::save::{SavePicture, What};
use crate::messages::{links as say, words};
use crate::state::Page;
use chosen::{Chosen, Form};
use incidents::model::Incident;
use yew::prelude::*;

/// The links of the current result.
pub fn links(page: &Page) -> Html {
    match page.results.hits.is_empty() {
        true => no_match(page),
        false => html! { <LinksView page={page.clone()} /> },
    }
}

/// What [`LinksView`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct LinksProps {
    /// The page's values.
    pub page: Page,
}

/// Keeps what the reader chose to see while the page lives.
#[component]
pub fn LinksView(props: &LinksProps) -> Html {
    let page = &props.page;
    let chosen = use_state(Chosen::default);
    let memory = use_memo((), |()| free::Placed::default());
    let choose = {
        let chosen = chosen.setter();
        Callback::from(move |next: Chosen| chosen.set(next))
    };
    let hits = page.results.hits.iter();
    let shown: Vec<&Incident> = hits
        .filter_map(|id| page.dataset.incidents.get(id))
        .collect();
    view(page, &shown, &chosen, &choose, &memory)
}

/// A picture with more lines than this explains less than the table, which then comes first.
const MOST_LINES: usize = 200;
/// The names of more groups than this are not read; the results can be narrowed.
const MOST_NAMED: usize = 6;

/// The links of some entries.
fn view(
    page: &Page,
    shown: &[&Incident],
    chosen: &Chosen,
    choose: &Callback<Chosen>,
    memory: &free::Placed,
) -> Html {
    let lang = page.lang;
    let net = net::Net::of(page, shown, chosen);
    let many = net.lines.len() > MOST_LINES;
    let form = chosen
        .form
        .unwrap_or(if many { Form::Network } else { Form::Columns });
    let look = {
        let (choose, chosen) = (choose.clone(), chosen.clone());
        Callback::from(move |name: String| {
            let focus = Some(name);
            if chosen.focus != focus {
                choose.emit(Chosen {
                    focus,
                    ..chosen.clone()
                });
            }
        })
    };
    let drawn = html! {
        <section>
            <h2>{words::links_title(lang)}</h2>
            <p class="lede">{say::picture_note(lang)}</p>
            { chosen::controls(page, &net, chosen, choose, form) }
            <div class="scroll" tabindex="0" role="region" aria-label={words::links_title(lang)} data-zoom={chosen.zoom.to_string()}>
                { match form {
                    Form::Columns => picture::picture(page, &net, chosen, &look),
                    Form::Network => free::free(page, &net, chosen.lit(&net), memory.clone(), look),
                } }
            </div>
            { picture::legend(page, &net) }
            <SavePicture page={page.clone()} what={picture_of(page)} />
            <p class="note">{say::keys_note(lang)}</p>
        </section>
    };
    let table = table::table(page, shown);
    let (first, second) = if many { (table, drawn) } else { (drawn, table) };
    html! {
        <div class="links-view">
            { first }{ second }
            if net.actors.len() > MOST_NAMED {
                <p class="note">{say::too_many_names(lang, net.actors.len(), MOST_NAMED)}</p>
            } else {
                { for net.actors.iter().map(|actor| names::names(page, actor)) }
            }
        </div>
    }
}

/// What is saved of it: the whole picture, at its zoom.
fn picture_of(page: &Page) -> What {
    What {
        id: "links",
        title: words::links_title(page.lang),
        note: String::new(),
        beware: say::picture_note(page.lang),
        areas: vec![".links-view [data-zoom] > .net".to_owned()],
        legend: ".links-view .legend > *",
    }
}

#[cfg(test)]
mod tests {
    use super::super::incident::tests::{check, page, rendered};
    use super::*;
    use expect_test::expect;
    use incidents::model::Lang;

    fn all(page: &Page) -> Vec<&Incident> {
        page.dataset.incidents.values().collect()
    }

    #[test]
    fn every_attribution_is_a_row_with_its_claimant_and_so_is_its_absence() {
        let shown = || {
            let page = page(Lang::En);
            table::table(&page, &all(&page))
        };
        check(
            shown,
            expect![[r##"
                <section class="block">
                <h2>The links as a table</h2>
                <div tabindex="0" role="region" aria-label="The links as a table" class="scroll">
                <table class="list">
                <thead>
                <tr>
                <th scope="col">Group, as named by others</th>
                <th scope="col">Entry</th>
                <th scope="col">Rung</th>
                <th scope="col">Who says so</th>
                <th scope="col">When</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td>
                <a href="#/actor/fox">Fox</a>
                </td>
                <td>
                <a href="#/incident/maker-2020">Maker, 2020</a>
                </td>
                <td>Press</td>
                <td>
                <a href="#/incident/maker-2020?claim=who">People involved via The Paper</a>, suspects</td>
                <td>5 Jan 2021</td>
                </tr>
                <tr>
                <td>A state group</td>
                <td>
                <a href="#/incident/maker-2020">Maker, 2020</a>
                </td>
                <td>Dataset's coding</td>
                <td>
                <a href="#/incident/maker-2020?claim=coded">Rows</a>
                </td>
                <td>Not dated</td>
                </tr>
                <tr class="quiet">
                <td>nobody named</td>
                <td>
                <a href="#/incident/yard-2019">Yard, 2019</a>
                </td>
                <td>Not attributed</td>
                <td>No claim held</td>
                <td>–</td>
                </tr>
                </tbody>
                </table>
                </div>
                </section>"##]],
        );
    }

    #[test]
    fn names_are_set_against_the_lists_that_hold_them() {
        let shown = || {
            let page = page(Lang::Ja);
            let actor = page.dataset.actors.values().next();
            actor.map(|a| names::names(&page, a)).unwrap_or_default()
        };
        check(
            shown,
            expect![[r#"
                <section class="block">
                <h2>Foxの呼称とその使用者</h2>
                <div tabindex="0" role="region" aria-label="Foxの呼称とその使用者" class="scroll">
                <table class="matrix">
                <thead>
                <tr>
                <th scope="col">呼称</th>
                <th scope="col">
                <a href="https://list.example/" target="_blank" rel="noopener noreferrer">List</a>
                </th>
                <th scope="col">
                <a href="https://other.example/" target="_blank" rel="noopener noreferrer">Other</a>
                </th>
                <th scope="col">使用者</th>
                <th scope="col">項目数</th>
                <th scope="col">扱い</th>
                </tr>
                </thead>
                <tbody>
                <tr data-sameness="same">
                <th scope="row" lang="en">Fox</th>
                <td>
                <span role="img" aria-label="掲載" class="yes">
                </span>
                </td>
                <td>
                <span role="img" aria-label="掲載なし" class="no">–</span>
                </td>
                <td class="used">–</td>
                <td>1</td>
                <td class="same">同一</td>
                </tr>
                <tr data-sameness="disputed">
                <th scope="row" lang="en">BRONZE FOX</th>
                <td>
                <span role="img" aria-label="掲載" class="yes">
                </span>
                </td>
                <td>
                <span role="img" aria-label="掲載" class="yes">
                </span>
                </td>
                <td class="used">Somebody</td>
                <td>0</td>
                <td class="same">≠ 異論あり</td>
                </tr>
                </tbody>
                </table>
                </div>
                <p class="note">「–」は掲載を確認していないことを示す。</p>
                </section>"#]],
        );
    }

    #[test]
    fn a_record_of_the_same_name_is_asked_about_and_an_entry_without_a_group_is_kept() {
        let text = rendered(|| {
            let page = page(Lang::En);
            let (chosen, choose) = (Chosen::default(), Callback::noop());
            view(
                &page,
                &all(&page),
                &chosen,
                &choose,
                &free::Placed::default(),
            )
        });
        assert!(
            text.contains("TempFox") && text.contains("Same name, or not?"),
            "{text}"
        );
        assert!(text.contains("no claim names anyone"), "{text}");
        assert!(!text.contains("style="));
    }

    #[test]
    fn a_path_goes_through_groups_and_entries_and_never_through_nobody() {
        let page = page(Lang::En);
        let net = net::Net::of(&page, &all(&page), &Chosen::default());
        let titles = |from: &str, to: &str| -> Option<Vec<String>> {
            let path = net.path(from, to)?;
            Some(path.iter().map(|i| net.boxes[*i].title.clone()).collect())
        };
        assert_eq!(
            titles("0 fox", "2 maker"),
            Some(["Fox", "Maker, 2020", "Maker"].map(str::to_owned).to_vec())
        );
        assert_eq!(titles("0 fox", "2 yard"), None);
    }

    #[test]
    fn a_hidden_rung_draws_no_line_and_other_columns_count_what_is_not_stated() {
        let page = page(Lang::En);
        let shown = |chosen: Chosen| net::Net::of(&page, &all(&page), &chosen);
        let hidden = shown(Chosen {
            hidden: vec![incidents::model::Rung::Press],
            ..Chosen::default()
        });
        assert!(
            hidden
                .lines
                .iter()
                .all(|l| l.rung != Some(incidents::model::Rung::Press))
        );
        let offices = shown(Chosen {
            far: chosen::Far::Country,
            ..Chosen::default()
        });
        let far: Vec<&str> = offices
            .boxes
            .iter()
            .filter(|b| b.column == 2)
            .map(|b| b.title.as_str())
            .collect();
        assert_eq!(far, ["Thailand", "Singapore", "None stated"]);
    }
}
