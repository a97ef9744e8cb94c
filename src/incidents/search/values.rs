//! The fixed values of fields, as a query writes them and as a reader of each language knows them.
//!
//! A query may use any of the three; facets and the page's captions are the same words.

use super::Field;
use super::text::{fold, is_slip};
use crate::model::Lang;

/// A value: its word in queries, and what it is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// The word in queries and addresses.
    pub word: &'static str,
    en: &'static str,
    ja: &'static str,
}

impl Known {
    /// What a reader of `lang` calls it.
    pub fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Ja => self.ja,
        }
    }
}

macro_rules! known {
    ($($word:literal $en:literal $ja:literal),+ $(,)?) => {
        &[$(Known { word: $word, en: $en, ja: $ja }),+]
    };
}

/// Nothing is stated; every field has it.
pub const NONE: Known = Known {
    word: "none",
    en: "Not stated",
    ja: "記載なし",
};

const RUNGS: &[Known] = known![
    "none" "Not attributed" "帰属なし",
    "press" "Press" "報道",
    "victim" "Victim" "被害組織",
    "vendor" "Vendor" "専門会社",
    "government" "Government" "政府",
    "charges" "Charges" "起訴",
    "conviction" "Conviction" "有罪判決",
    "own-claim" "Attacker's own claim" "攻撃者の自称",
    "coding" "Dataset's coding" "データ集の分類",
];

const SILENCES: &[Known] = known![
    "day" "To the day" "日まで",
    "wider" "Month or wider" "月まで、または広い",
    "unknown" "Unknown" "不明",
];

const EVIDENCE: &[Known] = known![
    "page" "page seen" "本文を確認",
    "row" "dataset row seen" "データ行を確認",
    "reference" "seen in a reference list only" "参考文献でのみ確認",
];

const KINDS: &[Known] = known![
    "incident" "Incident" "事案",
    "campaign" "Campaign" "作戦",
    "leak" "Leak" "漏えい",
    "insider" "Insider" "内部者",
];

const HAS: &[Known] = known![
    "contradiction" "Yes" "あり",
    "no-contradiction" "No" "なし",
    "began" "A beginning" "開始日",
    "detected" "A detection date" "検知日",
    "disclosed" "A disclosure date" "公表日",
    "silence" "A silence window" "沈黙期間",
    "actor" "A named group" "名のある集団",
    "office" "An entry office" "入口の拠点",
    "cve" "A vulnerability" "脆弱性",
    "technique" "A technique" "手口",
    "quantity" "An amount" "数量",
    "response" "A response" "対応",
    "remark" "An expert's remark" "専門家の所見",
    "question" "An open question" "未解明の点",
    "related" "A related entry" "関連項目",
    "archive" "An archived source" "保存された出典",
];

const SECTORS: &[Known] = known![
    "aerospace" "Aerospace" "航空宇宙",
    "automotive" "Automotive" "自動車",
    "chemicals" "Chemicals" "化学",
    "consulting" "Consulting" "コンサルティング",
    "defence" "Defence" "防衛",
    "electronics" "Electronics" "電機",
    "energy" "Energy" "エネルギー",
    "engineering" "Engineering" "エンジニアリング",
    "finance" "Finance" "金融",
    "geospatial" "Geospatial" "測量・地理情報",
    "government" "Government" "行政",
    "information-technology" "Information technology" "情報技術",
    "manufacturing" "Manufacturing" "製造",
    "media" "Media" "報道機関",
    "military" "Military" "軍",
    "nuclear" "Nuclear" "原子力",
    "pharmaceuticals" "Pharmaceuticals" "医薬品",
    "research" "Research" "研究",
    "security" "Security" "安全保障・セキュリティ",
    "shipbuilding" "Shipbuilding" "造船",
    "space" "Space" "宇宙",
    "steel" "Steel" "鉄鋼",
    "telecommunications" "Telecommunications" "通信",
    "transport" "Transport" "運輸",
];

/// In what role a claimant speaks, which `claimant:` takes beside names.
pub(super) const ROLES: &[Known] = known![
    "company" "Company" "会社",
    "ministry" "Ministry" "官庁",
    "press" "Press" "報道",
    "vendor" "Vendor" "専門家",
    "dataset" "Dataset" "データ集",
    "attacker" "Attacker" "攻撃者",
];

/// The fixed values of a field, in the order shown; empty where the record gives them.
pub fn list(field: Field) -> &'static [Known] {
    match field {
        Field::Rung => RUNGS,
        Field::Silence => SILENCES,
        Field::Evidence => EVIDENCE,
        Field::Kind => KINDS,
        Field::Has => HAS,
        Field::Sector => SECTORS,
        Field::Claimant => ROLES,
        _ => &[],
    }
}

/// What a reader calls a value, where it is a fixed one or "none".
pub fn caption(lang: Lang, field: Field, word: &str) -> Option<&'static str> {
    let known = list(field).iter().find(|known| known.word == word);
    let none = (word == NONE.word).then_some(&NONE);
    known.or(none).map(|known| known.name(lang))
}

/// The word of a value, from the word itself or from what either language calls it.
pub(super) fn word_of(field: Field, folded: &str) -> Option<&'static str> {
    let same = |known: &&Known| {
        let forms = [known.word, known.en, known.ja];
        forms.iter().any(|form| fold(form) == folded)
    };
    list(field)
        .iter()
        .chain([&NONE])
        .find(same)
        .map(|known| known.word)
}

/// The word that a wrong value may have meant.
pub(super) fn near(field: Field, folded: &str) -> Option<&'static str> {
    let known = list(field).iter();
    let close = |known: &&Known| is_slip(folded, known.word) || known.word.starts_with(folded);
    known.clone().find(close).map(|known| known.word)
}
