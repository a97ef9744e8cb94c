//! Questions nobody should have to ask, over the whole record: in each test run a few, by
//! `cargo xtask fuzz` as many as one likes.

use super::complete::complete;
use super::{Field, Index, Query, Sort};
use crate::dataset::record::record;
use proptest::prelude::*;
use std::sync::LazyLock;

/// A clone for each case would cost more than the case.
struct Shared(Index);

thread_local! {
    static INDEX: Shared = Shared(Index::build(record()));
}

/// What the grammar knows, and what breaks parsers, regular expressions and terminals.
static PIECES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let examples = Field::ALL.iter().flat_map(|f| {
        [
            format!("{}:{}", f.word(), f.example()),
            format!("{}:", f.word_ja()),
        ]
    });
    let nasty = [
        "(",
        ")",
        "\"",
        "「",
        "」",
        "-",
        ":",
        "：",
        ",",
        "、",
        "..",
        "<",
        ">=",
        "|",
        "or",
        "または",
        "NOT ",
        "\u{202e}",
        "\u{2066}",
        "\u{200d}",
        "\u{feff}",
        "\0",
        "\u{1b}[2J",
        "a\u{301}",
        "ﷺ",
        "🏳️‍🌈",
        "İ",
        "ß",
        "ｶﾞ",
        "㍻",
        "(a+)+$",
        "[[",
        ".*",
        "\\",
        "%s",
        "${7*7}",
        "<script>",
        "disclosed:9999-99-99",
        "disclosed:-1..",
        "silence:>99999999999999999999d",
        "sources:>=-0",
        "detected:<0000",
        "disclosed:2019..2020..2021",
        "三菱電機",
        "bronz buttler",
    ];
    examples.chain(nasty.map(str::to_owned)).collect()
});

fn some_piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(PIECES.as_slice());
    let many = (known.clone(), 1usize..60).prop_map(|(piece, times)| piece.repeat(times));
    prop_oneof![6 => known, 1 => many, 1 => any::<String>()]
}

/// Pieces one after the other, of which something is cut out and something is put in again.
fn some_question() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec((some_piece(), any::<bool>()), 0..9);
    (pieces, any::<[prop::sample::Index; 3]>()).prop_map(|(pieces, cuts)| {
        let parts = pieces
            .iter()
            .flat_map(|(piece, apart)| [piece.as_str(), if *apart { " " } else { "" }]);
        let text: Vec<char> = parts.flat_map(str::chars).collect();
        let mut places = cuts.map(|cut| cut.index(text.len() + 1));
        places.sort_unstable();
        let [a, b, c] = places;
        [&text[..a], &text[b..], &text[b..c]]
            .concat()
            .into_iter()
            .collect()
    })
}

proptest! {
    #[test]
    fn any_question_is_understood_printed_completed_and_answered(
        text in some_question(),
        at in any::<prop::sample::Index>(),
    ) {
        let query = Query::parse(&text);
        for span in query.faults().iter().map(|fault| &fault.span) {
            prop_assert!(text.get(span.clone()).is_some(), "{:?}", span);
        }
        let printed = query.to_string();
        prop_assert_eq!(&Query::parse(&printed), &query, "{}", printed);
        INDEX.with(|Shared(index)| {
            let results = index.search(&query, Sort::Match);
            prop_assert!(results.hits.len() <= results.total);
            for incident in results.hits.iter().take(3) {
                prop_assert!(record().incidents.get(incident).is_some());
            }
            let mut place = at.index(text.len() + 1);
            while !text.is_char_boundary(place) {
                place -= 1;
            }
            for suggestion in complete(index, &text, place) {
                prop_assert!(text.get(suggestion.span.clone()).is_some());
            }
            Ok(())
        })?;
    }
}
