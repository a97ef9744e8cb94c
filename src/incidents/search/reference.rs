//! The query reference: the in-app help, held to the fields by a test.

use crate::model::Lang;

/// The reference in a language: headings `##`, examples `*`, code in backticks.
pub fn reference(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!("reference.md"),
        Lang::Ja => include_str!("reference.ja.md"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{Field, Query, values};

    /// What stands in backticks.
    fn examples(lang: Lang) -> Vec<&'static str> {
        reference(lang).split('`').skip(1).step_by(2).collect()
    }

    #[test]
    fn every_field_stands_in_both_references() {
        for field in Field::ALL {
            for (lang, names) in [
                (Lang::En, [field.word()].as_slice()),
                (Lang::Ja, &[field.word_ja()]),
            ] {
                for name in names {
                    let begins = |e: &&str| e.starts_with(&format!("{name}:"));
                    assert!(examples(lang).iter().any(begins), "{name}: is not told");
                }
            }
            let told = format!("（{}）", field.word());
            assert!(reference(Lang::Ja).contains(&told), "{told}");
        }
    }

    #[test]
    fn every_fixed_value_stands_in_the_reference() {
        for field in [
            Field::Rung,
            Field::Kind,
            Field::Has,
            Field::Evidence,
            Field::Claimant,
        ] {
            for known in values::list(field) {
                let told = examples(Lang::En).iter().any(|e| e.ends_with(known.word));
                assert!(told, "{}:{} is not told", field.word(), known.word);
            }
        }
    }

    #[test]
    fn every_example_is_understood() {
        for lang in [Lang::En, Lang::Ja] {
            for example in examples(lang) {
                if !["or", "または", "<", ">"].contains(&example) {
                    assert_eq!(Query::parse(example).faults(), [], "{example}");
                }
            }
        }
    }

    #[test]
    fn both_references_tell_the_same() {
        let lines = |lang| -> Vec<char> {
            reference(lang)
                .lines()
                .filter_map(|l| l.chars().next())
                .filter(|c| "#*".contains(*c))
                .collect()
        };
        assert_eq!(lines(Lang::En), lines(Lang::Ja));
    }
}
