//! What the reader asks: words that must all match, and `field:value` filters.
//!
//! Values of one field are alternatives; fields narrow each other. Parsing never fails: what is
//! not a known field is a word. The text is the state: facets and chips edit it.

use std::fmt;

/// A field that a filter may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// `victim.country:JP`
    VictimCountry,
    /// `disclosed:2020`
    Disclosed,
    /// `rung:press`, or `rung:none` for not attributed
    Rung,
    /// `silence:day`, `silence:wider`, `silence:unknown`: how well the window is known
    Silence,
    /// `office:TH`: the country of an entry office
    Office,
    /// `has:contradiction`, `has:no-contradiction`
    Has,
}

impl Field {
    /// Every field, in the order facets are shown.
    pub const ALL: [Field; 6] = [
        Field::VictimCountry,
        Field::Disclosed,
        Field::Rung,
        Field::Silence,
        Field::Office,
        Field::Has,
    ];

    /// The field's name in a query.
    pub fn word(self) -> &'static str {
        match self {
            Field::VictimCountry => "victim.country",
            Field::Disclosed => "disclosed",
            Field::Rung => "rung",
            Field::Silence => "silence",
            Field::Office => "office",
            Field::Has => "has",
        }
    }

    /// The Japanese name of the field, which a query may use as well.
    pub fn word_ja(self) -> &'static str {
        match self {
            Field::VictimCountry => "被害者の国",
            Field::Disclosed => "公表",
            Field::Rung => "根拠",
            Field::Silence => "沈黙",
            Field::Office => "拠点",
            Field::Has => "有無",
        }
    }

    fn of(word: &str) -> Option<Field> {
        let named = |f: &Field| f.word() == word || f.word_ja() == word;
        Field::ALL.into_iter().find(named)
    }
}

/// One `field:value`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Filter {
    /// The field.
    pub field: Field,
    /// The value: a country code, a year, or a word.
    pub value: String,
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.field.word(), self.value)
    }
}

/// The query as understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that must all match, as typed.
    pub words: Vec<String>,
    /// Filters, as typed and each once.
    pub filters: Vec<Filter>,
}

impl Query {
    /// Reads a query; everything has a meaning.
    pub fn parse(text: &str) -> Query {
        let mut query = Query::default();
        for part in text.split_whitespace() {
            match filter(part) {
                Some(filter) if query.filters.contains(&filter) => {}
                Some(filter) => query.filters.push(filter),
                None => query.words.push(part.to_owned()),
            }
        }
        query
    }

    /// True where nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.filters.is_empty()
    }

    /// Whether a filter is on.
    pub fn has(&self, field: Field, value: &str) -> bool {
        self.filters
            .iter()
            .any(|f| f.field == field && f.value == value)
    }

    /// The query with a filter added, or taken away where it was on.
    pub fn toggled(&self, field: Field, value: &str) -> Query {
        let mut query = self.clone();
        if self.has(field, value) {
            query
                .filters
                .retain(|f| !(f.field == field && f.value == value));
        } else {
            query.filters.push(Filter {
                field,
                value: value.to_owned(),
            });
        }
        query
    }

    /// The query without any filter of a field.
    pub fn without_field(&self, field: Field) -> Query {
        let mut query = self.clone();
        query.filters.retain(|f| f.field != field);
        query
    }
}

fn filter(part: &str) -> Option<Filter> {
    let (name, value) = part.split_once([':', '：'])?;
    let field = Field::of(name)?;
    let value = match field {
        Field::VictimCountry | Field::Office if value != "none" => value.to_ascii_uppercase(),
        _ => value.to_owned(),
    };
    (!value.is_empty()).then_some(Filter { field, value })
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let filters = self.filters.iter().map(Filter::to_string);
        let parts: Vec<String> = self.words.iter().cloned().chain(filters).collect();
        f.write_str(&parts.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_facet_edits_the_text_and_the_text_lights_the_facet() {
        let query = Query::parse("tick victim.country:jp 公表:2020");
        assert!(query.has(Field::VictimCountry, "JP"));
        assert!(query.has(Field::Disclosed, "2020"));
        let narrower = query.toggled(Field::Rung, "press");
        assert_eq!(
            narrower.to_string(),
            "tick victim.country:JP disclosed:2020 rung:press"
        );
        assert_eq!(narrower.toggled(Field::Rung, "press"), query);
    }

    proptest! {
        #[test]
        fn printing_and_parsing_are_inverse(text in ".{0,80}") {
            let query = Query::parse(&text);
            prop_assert_eq!(Query::parse(&query.to_string()), query);
        }

        #[test]
        fn filters_survive_any_words(words in "[a-z三菱 ]{0,20}", year in 1990u16..2030) {
            let query = Query::parse(&format!("{words} disclosed:{year}"));
            prop_assert!(query.has(Field::Disclosed, &year.to_string()));
        }
    }
}
