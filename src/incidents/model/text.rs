//! Our own wording, in two languages, and other people's names, in theirs.

use serde::{Deserialize, Serialize};

/// The two languages of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Japanese.
    Ja,
}

impl Lang {
    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ja => "ja",
        }
    }

    /// The other one of the two.
    pub fn other(self) -> Lang {
        match self {
            Lang::En => Lang::Ja,
            Lang::Ja => Lang::En,
        }
    }
}

/// A sentence or title of ours: English and Japanese, both required.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, try_from = "RawText")]
pub struct Text {
    en: String,
    ja: String,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct RawText {
    en: String,
    ja: String,
}

impl TryFrom<RawText> for Text {
    type Error = String;
    fn try_from(raw: RawText) -> Result<Self, String> {
        for (lang, text) in [("English", &raw.en), ("Japanese", &raw.ja)] {
            if text.trim().is_empty() {
                return Err(format!(
                    "the {lang} text is empty: write it in both languages"
                ));
            }
        }
        Ok(Self {
            en: raw.en,
            ja: raw.ja,
        })
    }
}

impl Text {
    /// The text in a language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Ja => &self.ja,
        }
    }
}

/// A name in its own form, with a form in the other language only where a source gives one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, try_from = "RawName")]
pub struct Name {
    own: String,
    lang: String,
    en: Option<String>,
    ja: Option<String>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct RawName {
    own: String,
    lang: String,
    en: Option<String>,
    ja: Option<String>,
}

impl TryFrom<RawName> for Name {
    type Error = String;
    fn try_from(raw: RawName) -> Result<Self, String> {
        if raw.own.trim().is_empty() {
            return Err("the name is empty: write it as its bearer does".to_owned());
        }
        let tag = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
        if raw.lang.len() < 2 || !raw.lang.bytes().all(tag) {
            return Err(format!(
                "`{}` is not a language tag: write en, ja, de",
                raw.lang
            ));
        }
        Ok(Self {
            own: raw.own,
            lang: raw.lang,
            en: raw.en,
            ja: raw.ja,
        })
    }
}

impl Name {
    /// The name as its bearer writes it, and the tag of that language.
    pub fn own(&self) -> (&str, &str) {
        (&self.own, &self.lang)
    }

    /// The form for a reader of `lang`, else its own, with the tag of what is given.
    pub fn get(&self, lang: Lang) -> (&str, &str) {
        let form = match lang {
            Lang::En => self.en.as_deref(),
            Lang::Ja => self.ja.as_deref(),
        };
        match form {
            Some(form) if self.lang != lang.tag() => (form, lang.tag()),
            _ => self.own(),
        }
    }

    /// The form in the other language, where it is another text.
    pub fn second(&self, lang: Lang) -> Option<(&str, &str)> {
        let first = self.get(lang);
        [self.get(lang.other()), self.own()]
            .into_iter()
            .find(|form| form.0 != first.0)
    }

    /// Every form, for the index.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        let others = [self.en.as_deref(), self.ja.as_deref()];
        std::iter::once(self.own.as_str()).chain(others.into_iter().flatten())
    }
}
