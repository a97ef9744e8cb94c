//! The fields a query may name, what kind of value each takes, and their names in both languages.

use super::text::fold;
use crate::model::Lang;

/// What a field's values are, and so how they compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word of a list: equal or not.
    Word,
    /// A name: some of its words are enough.
    Name,
    /// A name that must be given whole, because `apt1` is not APT10.
    WholeName,
    /// A date as wide as it is known.
    Date,
    /// A number of days.
    Days,
    /// A count.
    Count,
}

macro_rules! fields {
    ($($(#[$doc:meta])+ $variant:ident: $kind:ident, $en:literal, $ja:literal, $example:literal;)+) => {
        /// A field that a filter may name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field {
            $($(#[$doc])+ $variant),+
        }

        impl Field {
            /// Every field, in the order the reference tells them.
            pub const ALL: &'static [Field] = &[$(Field::$variant),+];

            /// The field's name in a query.
            pub fn word(self) -> &'static str {
                match self { $(Field::$variant => $en),+ }
            }

            /// The Japanese name of the field, which a query may use as well.
            pub fn word_ja(self) -> &'static str {
                match self { $(Field::$variant => $ja),+ }
            }

            /// What its values are.
            pub fn kind(self) -> Kind {
                match self { $(Field::$variant => Kind::$kind),+ }
            }

            /// A value as one would write it, for help and faults.
            pub fn example(self) -> &'static str {
                match self { $(Field::$variant => $example),+ }
            }
        }
    };
}

fields! {
    /// The victim's names, or what unnamed victims are called.
    Victim: Name, "victim", "被害者", "kawasaki";
    /// The country of a victim.
    VictimCountry: Word, "victim.country", "被害者の国", "JP";
    /// What a victim makes or does.
    Sector: Word, "sector", "業種", "aerospace";
    /// The country of an office of the victim where access began.
    Office: Word, "office", "拠点", "TH";
    /// When it began.
    Began: Date, "began", "開始", "2019-03";
    /// When it was noticed.
    Detected: Date, "detected", "検知", "<2019-06";
    /// When it was first made public.
    Disclosed: Date, "disclosed", "公表", "2019..2020";
    /// Days from detection to disclosure, or how well they are known: `day`, `wider`, `unknown`.
    Silence: Days, "silence", "沈黙", ">180d";
    /// Days from beginning to detection.
    Dwell: Days, "dwell", "潜伏", ">365d";
    /// A rung of the ladder that holds an attribution, or `none`.
    Rung: Word, "rung", "根拠", "press";
    /// A group, by any of its names.
    Actor: WholeName, "actor", "攻撃者", "tick";
    /// One name of a group, as it is written, whoever else bears it.
    Alias: WholeName, "alias", "別名", "\"BRONZE BUTLER\"";
    /// A vulnerability.
    Cve: WholeName, "cve", "脆弱性", "CVE-2019-18187";
    /// A technique of ATT&CK stated for the entry, or one it is part of.
    Technique: WholeName, "technique", "手口", "T1566";
    /// Who published a source.
    Source: Name, "source", "出典", "nikkei";
    /// Who says something, or in what role.
    Claimant: Name, "claimant", "発言者", "ministry";
    /// How a source was seen.
    Evidence: Word, "evidence", "確認", "page";
    /// How many sources.
    Sources: Count, "sources", "出典数", ">=5";
    /// How many claims.
    Claims: Count, "claims", "主張数", ">=10";
    /// How many points in dispute.
    Contradictions: Count, "contradictions", "食い違い", ">=2";
    /// What is there at all.
    Has: Word, "has", "有無", "contradiction";
    /// What kind of case it is.
    Kind: Word, "kind", "種別", "campaign";
    /// The entry's own name.
    Id: WholeName, "id", "番号", "khi-2020";
}

/// What readers try, and the field they mean by it.
const MEANT: &[(&str, Field)] = &[
    ("country", Field::VictimCountry),
    ("国", Field::VictimCountry),
    ("attacker", Field::Actor),
    ("group", Field::Actor),
    ("グループ", Field::Actor),
    ("company", Field::Victim),
    ("target", Field::Victim),
    ("会社", Field::Victim),
    ("year", Field::Disclosed),
    ("date", Field::Disclosed),
    ("年", Field::Disclosed),
    ("publisher", Field::Source),
    ("vulnerability", Field::Cve),
    ("attribution", Field::Rung),
    ("industry", Field::Sector),
    ("type", Field::Kind),
    ("by", Field::Claimant),
];

impl Field {
    /// The fields counted beside the results, in the order shown.
    pub const FACETS: [Field; 8] = [
        Field::VictimCountry,
        Field::Disclosed,
        Field::Rung,
        Field::Silence,
        Field::Office,
        Field::Has,
        Field::Sector,
        Field::Kind,
    ];

    /// The field's name for a reader of `lang`.
    pub fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.word(),
            Lang::Ja => self.word_ja(),
        }
    }

    /// The field of a name, in any width and case.
    pub fn of(name: &str) -> Option<Field> {
        let name = fold(name);
        let named = |f: &Field| f.word() == name || fold(f.word_ja()) == name;
        Self::ALL.iter().copied().find(named)
    }

    /// The field that an unknown name may have meant: another word for it, or a slip.
    pub fn meant(name: &str) -> Option<Field> {
        let name = fold(name);
        let other = MEANT.iter().find(|(word, _)| fold(word) == name);
        let starts = |f: &Field| name.len() > 2 && f.word().starts_with(&name);
        let slip = |f: &Field| super::text::is_slip(&name, f.word());
        let all = || Self::ALL.iter().copied();
        other
            .map(|(_, field)| *field)
            .or_else(|| all().find(slip))
            .or_else(|| all().find(starts))
    }
}
