//! Groups as named by others, entries, victims: who links what to whom, and on which rung.

pub mod names;
mod net;
mod picture;
pub mod table;

use super::cards::no_match;
use crate::messages::{links as say, words};
use crate::state::Page;
use incidents::model::Incident;
use yew::prelude::*;

/// The links of the current result.
pub fn links(page: &Page) -> Html {
    let shown: Vec<&Incident> = page
        .results
        .hits
        .iter()
        .filter_map(|id| page.dataset.incidents.get(id))
        .collect();
    if shown.is_empty() {
        return no_match(page);
    }
    view(page, &shown)
}

/// A picture with more lines than this explains less than the table, which then comes first.
const MOST_LINES: usize = 200;
/// The names of more groups than this are not read; the results can be narrowed.
const MOST_NAMED: usize = 6;

/// The links of some entries.
pub fn view(page: &Page, shown: &[&Incident]) -> Html {
    let net = net::Net::of(page, shown);
    let drawn = html! {
        <section>
            <h2>{words::links_title(page.lang)}</h2>
            <p class="lede">{say::picture_note(page.lang)}</p>
            <div class="scroll" tabindex="0" role="region" aria-label={words::links_title(page.lang)}>
                { picture::picture(page, &net) }
            </div>
            { picture::legend(page, &net) }
        </section>
    };
    let table = table::table(page, shown);
    let (first, second) = match net.lines.len() > MOST_LINES {
        true => (table, drawn),
        false => (drawn, table),
    };
    html! {
        <div class="links-view">
            { first }{ second }
            if net.actors.len() > MOST_NAMED {
                <p class="note">{say::too_many_names(page.lang, net.actors.len(), MOST_NAMED)}</p>
            } else {
                { for net.actors.iter().map(|actor| names::names(page, actor)) }
            }
        </div>
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
            <td>Fox</td>
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
            view(&page, &all(&page))
        });
        assert!(
            text.contains("TempFox") && text.contains("Same name, or not?"),
            "{text}"
        );
        assert!(text.contains("no claim names anyone"), "{text}");
        assert!(!text.contains("style="));
    }
}
