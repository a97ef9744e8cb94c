//! The index beside plain loops that know no index.

use crate::edits::{Pattern, distance, is_slip, tolerance};
use crate::{Found, Index, Typos, Word, best, fold, marks};
use proptest::prelude::*;

fn index(documents: &[&str]) -> Index {
    let mut index = Index::new(&[3.0, 1.0]);
    for text in documents {
        let (title, body) = text.split_once('|').unwrap_or((text, ""));
        index.add(0, title);
        index.add(1, body);
        index.end_document();
    }
    index.make_ready();
    index
}

fn word(text: &str, begun: bool, typos: Typos) -> Word<'_> {
    Word { text, begun, typos }
}

fn documents(found: &Found) -> Vec<u32> {
    found.hits.iter().map(|hit| hit.document).collect()
}

fn holders(texts: &[&str], text: &str) -> Vec<u32> {
    documents(&index(texts).find(&word(text, false, Typos::Never)))
}

const TEXTS: [&str; 6] = [
    "Bronze Butler|a zero-day in a scanner, TEMP.Tick",
    "三菱電機への不正アクセス|三菱UFJではない",
    "Straße in Tōkyō|day zero",
    "ﾊﾟｽｺ|ぱすこ",
    "zero|day",
    "電",
];

#[test]
fn words_and_phrases_are_found_whatever_their_form() {
    for (asked, found) in [
        ("BRONZE", vec![0]),
        ("strasse", vec![2]),
        ("tokyo", vec![2]),
        ("zero", vec![0, 2, 4]),
        ("zero day", vec![0]),
        ("zero-day", vec![0]),
        ("temp.tick", vec![0]),
        ("三菱", vec![1]),
        ("電", vec![1, 5]),
        ("菱電", vec![1]),
        ("菱不", vec![]),
        ("三菱UFJ", vec![1]),
        ("アクセス", vec![1]),
        ("パスコ", vec![3]),
        ("ron", vec![]),
        ("", vec![]),
        ("...", vec![]),
    ] {
        assert_eq!(holders(&TEXTS, asked), found, "{asked}");
    }
}

#[test]
fn what_is_long_or_frequent_is_found_to_its_end() {
    let words = "the ".repeat(300) + "butler";
    let japanese = "電".repeat(600) + "機";
    let one = "a".repeat(300);
    for (text, asked) in [(&*words, "the butler"), (&japanese, "電電機"), (&one, &one)] {
        assert_eq!(holders(&[text, "the"], asked), [0]);
    }
    assert_eq!(holders(&[&words, "the"], "butler the"), []);
}

#[test]
fn more_may_be_read_after_asking() {
    let mut index = Index::new(&[1.0]);
    // More terms each time than there was room for before.
    for round in 1..4 {
        for n in 0..1500 {
            index.add(0, &format!("{} w{n}r{round}", "same ".repeat(n % 3)));
            index.end_document();
        }
        index.make_ready();
        let find = |text: &str| documents(&index.find(&word(text, false, Typos::Never)));
        assert_eq!(find("w7r1"), [7]);
        assert_eq!(find(&format!("w1499r{round}")), [1500 * round - 1]);
        assert_eq!(find("same").len(), 1000 * round as usize);
        assert_eq!(find("same same").len(), 500 * round as usize);
    }
}

#[test]
fn a_beginning_is_enough_only_where_it_is_asked() {
    let index = index(&TEXTS);
    let begun = |text| documents(&index.find(&word(text, true, Typos::Never)));
    assert_eq!(begun("but"), [0]);
    assert_eq!(begun("zero d"), [0]);
    assert_eq!(holders(&TEXTS, "but"), []);
}

#[test]
fn a_slip_is_forgiven_told_and_stands_behind() {
    let index = index(&["scaner", "scanner", "spanner", "scan"]);
    let find = |typos| index.find(&word("scanner", false, typos));
    assert_eq!(documents(&find(Typos::Never)), [1]);
    assert_eq!(documents(&find(Typos::WhereUnknown)), [1]);
    let always = find(Typos::Always);
    assert_eq!(documents(&always), [0, 1, 2]);
    assert_eq!(always.terms, ["scanner", "scaner", "spanner"]);
    let (total, best) = index.search(&[word("scanner", false, Typos::Always)], 9);
    assert_eq!((total, best), (3, vec![1, 0, 2]));
    let found = index.find(&word("csan", false, Typos::WhereUnknown));
    assert_eq!(
        (documents(&found), found.terms),
        (vec![3], vec!["scan".to_owned()])
    );
}

#[test]
fn a_rare_word_in_a_heavy_field_leads() {
    let index = index(&["a|tick", "tick|a", "b|tick", "c|d"]);
    let (total, best) = index.search(&[word("tick", false, Typos::Never)], 2);
    assert_eq!((total, best), (3, vec![1, 0]));
}

#[test]
fn marks_stand_in_the_text_as_it_is_shown() {
    let marked = |text: &str, spelling: &str, begun| -> Vec<String> {
        let found = marks(text, &fold(spelling), begun);
        found
            .into_iter()
            .map(|mark| text[mark].to_owned())
            .collect()
    };
    assert_eq!(marked("Die Straße", "strasse", false), ["Straße"]);
    assert_eq!(marked("ＮＥＣと日本電気", "nec", false), ["ＮＥＣ"]);
    assert_eq!(marked("not necessary", "nec", false), [""; 0]);
    assert_eq!(marked("not necessary", "nec", true), ["nec"]);
    assert_eq!(marked("ｶﾞｽと瓦斯", "ガス", false), ["ｶﾞｽ"]);
    assert_eq!(marked("a zero-day", "zero day", false), ["zero-day"]);
    assert_eq!(marked("三菱電機の電機", "電機", false), ["電機", "電機"]);
}

/// Texts of a few letters, so that they share words, with Japanese among them.
fn some_text() -> impl Strategy<Value = String> {
    "([ab]{1,3}|[三菱電]{1,4}|[a-c]{4,9}| |-){0,12}"
}

/// The words of a text by their own rule: no index, no positions.
fn words_of(text: &str) -> Vec<String> {
    let split = |c: char| !c.is_ascii_alphanumeric();
    let words = text.split(split).filter(|w| !w.is_empty());
    words.map(str::to_owned).collect()
}

fn built(texts: &[String]) -> Index {
    let mut index = Index::new(&[1.0]);
    for text in texts {
        index.add(0, text);
        index.end_document();
    }
    index.make_ready();
    index
}

fn where_(texts: &[String], holds: impl Fn(&str) -> bool) -> Vec<u32> {
    let found = texts.iter().enumerate().filter(|(_, text)| holds(text));
    found.map(|(n, _)| n as u32).collect()
}

proptest! {
    #[test]
    fn words_beginnings_and_slips_are_those_of_a_plain_loop(
        texts in prop::collection::vec(some_text(), 1..12), asked in "[a-c]{1,9}"
    ) {
        let index = built(&texts);
        let find = |begun, typos| documents(&index.find(&word(&asked, begun, typos)));
        let has = |text: &str, fits: &dyn Fn(&str) -> bool| words_of(text).iter().any(|w| fits(w));
        prop_assert_eq!(find(false, Typos::Never), where_(&texts, |t| has(t, &|w| w == asked)));
        prop_assert_eq!(find(true, Typos::Never), where_(&texts, |t| has(t, &|w| w.starts_with(&asked))));
        let near = |w: &str| w == asked || is_slip(&asked, w);
        prop_assert_eq!(find(false, Typos::Always), where_(&texts, |t| has(t, &near)));
    }

    #[test]
    fn phrases_and_japanese_are_those_of_a_plain_loop(
        texts in prop::collection::vec(some_text(), 1..12),
        a in "[ab]{1,2}", b in "[ab]{1,2}", japanese in "[三菱電]{1,4}"
    ) {
        let index = built(&texts);
        let find = |text: &str| documents(&index.find(&word(text, false, Typos::Never)));
        // Between two words stands no Japanese, or they are not neighbours.
        let side_by_side = |text: &str| {
            let spaced: String = text.chars().map(|c| if "三菱電".contains(c) { '字' } else { c }).collect();
            let spaced = spaced.replace('字', " 0 ");
            words_of(&spaced).windows(2).any(|pair| pair == [a.clone(), b.clone()])
        };
        prop_assert_eq!(find(&format!("{a} {b}")), where_(&texts, side_by_side));
        prop_assert_eq!(find(&japanese), where_(&texts, |t| t.contains(&japanese)));
    }

    #[test]
    fn mixed_scripts_are_those_of_a_plain_loop(
        texts in prop::collection::vec("([a-b]{1,2}|[三菱]{1,3}| ){0,8}", 1..10),
        asked in "[a-b]{1,2}[三菱]{1,3}|[三菱]{1,3}[a-b]{1,2}|[三菱]{1,2}[a-b][三菱]{1,2}"
    ) {
        let index = built(&texts);
        let found = documents(&index.find(&word(&asked, false, Typos::Never)));
        // As it stands there, where its Latin ends stand at the ends of words.
        let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let holds = |text: &str| text.match_indices(&asked).any(|(at, part)| {
            let inside = |c: Option<char>, beside: Option<char>| is_latin(c) && is_latin(beside);
            let (before, after) = (&text[..at], &text[at + part.len()..]);
            let starts_inside = inside(asked.chars().next(), before.chars().next_back());
            let ends_inside = inside(asked.chars().next_back(), after.chars().next());
            !starts_inside && !ends_inside
        });
        // Blanks between the scripts part nothing: `a 三` holds `a三`.
        let joined = |text: &str| {
            let mut kept = String::new();
            let mut chars = text.chars().peekable();
            while let Some(c) = chars.next() {
                if c == ' ' {
                    while chars.next_if_eq(&' ').is_some() {}
                    let (a, b) = (is_latin(kept.chars().next_back()), is_latin(chars.peek().copied()));
                    if a != b && !kept.is_empty() && chars.peek().is_some() {
                        continue;
                    }
                }
                kept.push(c);
            }
            kept
        };
        prop_assert_eq!(found, where_(&texts, |t| holds(&joined(t))));
    }

    #[test]
    fn a_banded_distance_is_the_full_one(a in "[abc]{0,9}", b in "[abc]{0,9}", most in 0usize..3) {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let full = distance(&a, &b, 20).unwrap();
        prop_assert_eq!(distance(&a, &b, most), (full <= most).then_some(full));
        let (word, other): (String, String) = (a.iter().collect(), b.iter().collect());
        if let Some(pattern) = Pattern::new(&word) {
            let near = pattern.distance(other.as_bytes(), most as u32);
            prop_assert_eq!(near.map(|edits| edits as usize), (full <= most).then_some(full));
        }
    }

    #[test]
    fn any_text_is_indexed_searched_and_marked(text in any::<String>(), asked in any::<String>()) {
        let index = built(&[text.clone(), asked.clone()]);
        for typos in [Typos::Never, Typos::Always] {
            index.find(&word(&asked, true, typos));
            index.search(&[word(&asked, false, typos), word(&text, true, typos)], 1);
        }
        for mark in marks(&text, &fold(&asked), true) {
            prop_assert!(text.get(mark).is_some_and(|part| !part.is_empty()));
        }
    }

    #[test]
    fn a_slip_is_never_further_than_the_tolerance(a in "[a-e]{1,10}", b in "[a-e]{1,10}") {
        if is_slip(&a, &b) {
            prop_assert!(a != b && a.len().abs_diff(b.len()) <= tolerance(a.len()));
        }
    }

    #[test]
    fn the_best_stand_in_the_order_of_their_ranks(
        scores in proptest::collection::vec(
            prop_oneof![-9f32..9.0, Just(0.0), Just(0.7), Just(-0.7), Just(5.0)], 0..80
        ),
        limit in 0usize..50,
    ) {
        let all = || scores.iter().zip(0..);
        let mut plain: Vec<_> = all().filter(|(score, _)| **score != 0.0).collect();
        let found = plain.len();
        // A slip stands behind every right spelling, and otherwise by how well it fits.
        let order = |score: f32| (score < 0.0, -score.abs());
        plain.sort_by(|a, b| order(*a.0).partial_cmp(&order(*b.0)).unwrap());
        let plain = plain.iter().take(limit).map(|(_, document)| *document);
        prop_assert_eq!(best(&scores, limit), (found, plain.collect()));
    }
}
