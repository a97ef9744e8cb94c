//! The cards of the whole record, read back as a browser would.

use crate::mark::{Mark, element, text};
use crate::reading::{Node, read, words};
use crate::{all, html, index, mark, wikitext};
use incidents::Dataset;
use incidents::dataset::{block, files};
use incidents::model::{Claimant, Incident, Lang};
use proptest::prelude::*;
use std::sync::LazyLock;

#[path = "../app/data_files.rs"]
mod data_files;

const BOTH: [Lang; 2] = [Lang::En, Lang::Ja];

static RECORD: LazyLock<Dataset> = LazyLock::new(|| {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data");
    let (files, findings) = data_files::read(std::path::Path::new(data));
    assert_eq!(findings, []);
    let compiled = files::compile(&files);
    assert_eq!(compiled.findings, []);
    block::decode(&block::encode(&compiled.dataset).unwrap()).unwrap()
});

fn entry(id: &str) -> &'static Incident {
    RECORD.incidents.get(&id.parse().unwrap()).unwrap()
}

fn card(id: &str, lang: Lang) -> Node {
    let nodes = read(&html(&RECORD, entry(id), lang));
    nodes.into_iter().next().unwrap()
}

fn every() -> impl Iterator<Item = (&'static Incident, Lang)> {
    let entries = RECORD.incidents.values();
    entries.flat_map(|incident| BOTH.map(|lang| (incident, lang)))
}

/// One line of text, as a reader has it.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_card_is_well_formed_and_has_four_attributes_at_most() {
    let mut cards = 0;
    for (incident, lang) in every() {
        let nodes = read(&html(&RECORD, incident, lang));
        let [article] = nodes
            .iter()
            .filter(|n| !n.name.is_empty())
            .collect::<Vec<_>>()[..]
        else {
            panic!("{} is not one article", incident.id);
        };
        assert_eq!(article.name, "article");
        assert_eq!(article.attribute("lang"), Some(lang.tag()));
        for node in article.below() {
            for (name, _) in &node.attributes {
                assert!(
                    ["href", "lang", "id", "datetime"].contains(&name.as_str()),
                    "{}: {name}",
                    incident.id
                );
            }
            // Nothing that runs, loads, quotes at length or depends on a style.
            assert!(
                [
                    "article", "h3", "h4", "h5", "p", "dl", "dt", "dd", "ul", "ol", "li", "table",
                    "thead", "tbody", "tr", "th", "td", "a", "time", "strong", "span", "cite", "q",
                    ""
                ]
                .contains(&node.name.as_str()),
                "{}",
                node.name
            );
        }
        cards += 1;
    }
    assert_eq!(cards, RECORD.incidents.len() * 2);
    assert!(cards >= 258, "{cards}");
}

#[test]
fn every_claim_of_every_entry_stands_with_its_claimant_and_its_sources() {
    for (incident, lang) in every() {
        let nodes = read(&html(&RECORD, incident, lang));
        let lines: Vec<(String, Vec<String>)> = nodes
            .iter()
            .flat_map(|n| n.below())
            .filter(|n| ["li", "td", "tr", "table"].contains(&n.name.as_str()))
            .map(|n| (words(n), n.links()))
            .collect();
        for held in RECORD.claims_about(incident) {
            let (claim, said) = (held.claim, line(held.claim.text.get(lang)));
            let with = lines.iter().filter(|(words, _)| words.contains(&said));
            let address = held.address();
            assert!(with.clone().count() > 0, "{address} is not on its card");
            let by = match &claim.by {
                Claimant::Organisation(id) => {
                    RECORD.organisations.get(id).unwrap().name.get(lang).0
                }
                Claimant::Person(person) => person.name.get(lang).0,
                Claimant::Unnamed(group) => group.get(lang),
            };
            let addresses: Vec<&str> = held
                .home
                .sources
                .iter()
                .filter(|s| claim.sources.contains(&s.id) && !claim.source_not_matched)
                .map(|s| s.url.as_str())
                .collect();
            let whole = |(words, links): &(String, Vec<String>)| {
                words.contains(&line(by)) && addresses.iter().all(|a| links.iter().any(|l| l == a))
            };
            assert!(with.clone().any(whole), "{address}: {by} {addresses:?}");
        }
    }
}

#[test]
fn claims_in_dispute_share_a_table_and_nothing_is_lost_between_rows_and_columns() {
    let mut points = 0;
    for (incident, lang) in every() {
        let nodes = read(&html(&RECORD, incident, lang));
        let tables: Vec<String> = nodes
            .iter()
            .flat_map(|n| n.below())
            .filter(|n| n.name == "table")
            .map(words)
            .collect();
        for point in RECORD.disputes(incident) {
            let question = point.first().unwrap().claim.question;
            let same = |h: &&incidents::dataset::Held<'_>| h.claim.question == question;
            if ["response", "remark", "profile"].contains(&question.word())
                || point.iter().filter(same).count() < point.len()
            {
                continue;
            }
            let together = |table: &&String| {
                point
                    .iter()
                    .all(|h| table.contains(&line(h.claim.text.get(lang))))
            };
            assert!(
                tables.iter().any(|t| together(&t)),
                "{} {}",
                incident.id,
                question.word()
            );
            points += 1;
        }
    }
    assert!(points > 20, "{points} points in dispute were looked at");
}

#[test]
fn a_date_is_never_finer_than_it_is_known() {
    let shown = |id: &str| -> Vec<(String, String)> {
        let card = card(id, Lang::En);
        let times = card.below().into_iter().filter(|n| n.name == "time");
        times
            .map(|n| (words(n), n.attribute("datetime").unwrap().to_owned()))
            .collect()
    };
    // Two months are given for it: no form of HTML is as wide, so it stays text.
    assert!(words(&card("nec-2016", Lang::En)).contains("Jun or Jul 2017"));
    let nec = shown("nec-2016");
    assert!(
        nec.iter().all(|(shown, _)| !shown.contains(" or ")),
        "{nec:?}"
    );
    let month = ("Aug 2016".to_owned(), "2016-08".to_owned());
    let kobe = shown("kobe-steel-2016");
    assert!(kobe.contains(&month), "{kobe:?}");
    let day = ("11 Jun 2020".to_owned(), "2020-06-11".to_owned());
    let khi = shown("khi-2020");
    assert!(khi.contains(&day), "{khi:?}");
    assert!(khi.iter().all(|(shown, _)| !shown.starts_with("about")));
    assert!(words(&card("nec-2016", Lang::En)).contains("914–974 days"));
    assert!(words(&card("nec-2016", Lang::Ja)).contains("914〜974日"));
}

#[test]
fn attribution_stands_on_its_rung_with_who_says_so_and_its_absence_is_said() {
    let text = words(&card("mitsubishi-electric-2019", Lang::En));
    let ladder = text.split("Attribution ladder").nth(1).unwrap();
    assert!(
        ladder.contains("Tick") && ladder.contains("Asahi"),
        "{ladder}"
    );
    let none = words(&card("khi-2020", Lang::En));
    assert!(none.contains("Not attributed No claim on the ladder names anyone."));
    let unknown = every().filter(|(i, lang)| *lang == Lang::En && RECORD.silence(i).is_none());
    for (incident, lang) in unknown {
        let text = words(read(&html(&RECORD, incident, lang)).first().unwrap());
        assert!(
            text.contains("Unknown (no detection or no disclosure date"),
            "{}",
            incident.id
        );
    }
}

#[test]
fn a_card_says_what_it_was_made_from_and_under_which_licence() {
    for lang in BOTH {
        let card = card("khi-2020", lang);
        let text = words(&card);
        assert!(!RECORD.version.is_empty() && text.contains(&RECORD.version));
        assert!(text.contains("CC BY 4.0"));
        let licence = "https://creativecommons.org/licenses/by/4.0/".to_owned();
        assert!(card.links().contains(&licence));
        let sources = card
            .below()
            .into_iter()
            .filter(|n| n.name == "cite")
            .count();
        assert_eq!(sources, entry("khi-2020").sources.len());
    }
    assert!(words(&card("khi-2020", Lang::Ja)).contains("英語"));
}

#[test]
fn the_list_leads_to_every_card_and_the_page_of_all_holds_them() {
    for lang in BOTH {
        let (list, page) = (index(&RECORD, lang), all(&RECORD, lang));
        for incident in RECORD.incidents.values() {
            let name = format!("{}.{}", incident.id, lang.tag());
            assert!(list.contains(&format!("href=\"{name}.html\"")), "{name}");
            assert!(list.contains(&format!("href=\"{name}.wiki\"")), "{name}");
            assert!(page.contains(&html(&RECORD, incident, lang)), "{name}");
            let anchor = format!("{}-{}", incident.id, lang.tag());
            assert!(list.contains(&format!("#{anchor}\"")));
            assert_eq!(page.matches(&format!("id=\"{anchor}\"")).count(), 1);
        }
        assert!(page.contains("default-src 'none'") && !page.contains("<script"));
    }
}

#[test]
fn wikitext_has_only_elements_that_mediawiki_takes() {
    for (incident, lang) in every() {
        let text = wikitext(&RECORD, incident, lang);
        for unknown in ["<a ", "<article", "<thead", "<tbody"] {
            assert!(!text.contains(unknown), "{}: {unknown}", incident.id);
        }
        let first = incident.sources.first().unwrap();
        let address = first.url.as_str().replace('\'', "%27");
        assert!(text.contains(&format!("[{address} ")), "{}", incident.id);
    }
}

fn back(marks: &[Mark]) -> String {
    read(&mark::html(marks)).iter().map(Node::text).collect()
}

#[test]
fn what_would_be_markup_stays_text() {
    let hostile = "</p><script>alert(1)</script>&amp;\"'<!--";
    let written = mark::html(&[element("p", vec![text(hostile)])]);
    assert!(
        !written.contains("<script") && !written.contains("<!--"),
        "{written}"
    );
    assert_eq!(
        back(&[element("p", vec![text(hostile)])]).trim_end(),
        hostile
    );
    let wiki = mark::wikitext(&[text(
        "{{delete}} [[x]] ''y'' ~~~~ __TOC__ https://a.example |",
    )]);
    for sign in ["{", "[", "''", "~~", "__", "://", "|", "<"] {
        assert!(!wiki.contains(sign), "{sign}: {wiki}");
    }
}

proptest! {
    #[test]
    fn whatever_a_text_holds_it_is_read_back(given in any::<String>()) {
        let shown: String = given
            .chars()
            .map(|c| match c {
                '\n' | '\r' | '\t' => ' ',
                c if c.is_control() => '\u{fffd}',
                c if (0xfdd0..=0xfdef).contains(&u32::from(c)) || u32::from(c) & 0xfffe == 0xfffe => '\u{fffd}',
                c => c,
            })
            .collect();
        prop_assert_eq!(back(&[element("q", vec![text(given.clone())])]), shown);
        // In an attribute too.
        let tagged = mark::tagged(Lang::En, "q", Some(&given), "x");
        let nodes = read(&mark::html(&[tagged]));
        prop_assert_eq!(nodes.len(), 1);
        prop_assert!(nodes.first().unwrap().attributes.len() <= 1);
    }

    #[test]
    fn whatever_a_text_holds_wikitext_has_no_sign_of_it(given in any::<String>()) {
        let wiki = mark::wikitext(&[text(given)]);
        let signs = ['[', ']', '{', '}', '|', '\'', '<', '>', '~', '\n', ':'];
        prop_assert_eq!(wiki.find(signs), None);
    }
}
