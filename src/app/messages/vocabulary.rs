//! The data's controlled words, as a reader sees them.

use incidents::dataset::measures::SilencePrecision;
use incidents::model::{Evidence, Lang, Question, Role, Rung, Sameness, Stance};
use incidents::search::{Field, Sort};

fn pick(lang: Lang, en: &'static str, ja: &'static str) -> &'static str {
    match lang {
        Lang::En => en,
        Lang::Ja => ja,
    }
}

/// In what role somebody speaks.
pub fn role(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Company => pick(lang, "Company", "会社"),
        Role::Ministry => pick(lang, "Ministry", "官庁"),
        Role::Press => pick(lang, "Press", "報道"),
        Role::Vendor => pick(lang, "Vendor", "専門家"),
        Role::Dataset => pick(lang, "Dataset", "データ集"),
        Role::Attacker => pick(lang, "Attacker", "攻撃者"),
    }
}

/// The question a row of the ledger asks.
pub fn question(lang: Lang, question: Question) -> &'static str {
    match question {
        Question::Taken => pick(lang, "What was taken?", "何が流出したか"),
        Question::Amount => pick(lang, "How much?", "どれだけか"),
        Question::Reached => pick(lang, "What was reached?", "どこまで到達したか"),
        Question::Actor => pick(lang, "Who did it?", "誰によるか"),
        Question::Link => pick(lang, "Are the incidents linked?", "事案は関連するか"),
        Question::WayIn => pick(lang, "How did they get in?", "どう侵入したか"),
        Question::Weakness => pick(lang, "Which weakness?", "どの弱点か"),
        Question::Infrastructure => pick(lang, "Which infrastructure?", "どの基盤か"),
        Question::Began => pick(lang, "When did it begin?", "いつ始まったか"),
        Question::Detected => pick(lang, "When was it noticed?", "いつ検知したか"),
        Question::HowFound => pick(lang, "How was it noticed?", "どう検知したか"),
        Question::Disclosed => pick(lang, "When was it disclosed?", "いつ公表したか"),
        Question::Contained => pick(lang, "When was it contained?", "いつ遮断したか"),
        Question::Silence => pick(
            lang,
            "How long, and why, was it silent?",
            "なぜどれだけ沈黙したか",
        ),
        Question::Response => pick(lang, "What was done?", "どう対応したか"),
        Question::Remark => pick(lang, "What do experts say?", "専門家の所見"),
        Question::Profile => pick(lang, "Who are they?", "どのような組織か"),
    }
}

/// A rung of the ladder.
pub fn rung(lang: Lang, rung: Rung) -> &'static str {
    match rung {
        Rung::Press => pick(lang, "Press", "報道"),
        Rung::Victim => pick(lang, "Victim", "被害組織"),
        Rung::Vendor => pick(lang, "Vendor", "専門会社"),
        Rung::Government => pick(lang, "Government", "政府"),
        Rung::Charges => pick(lang, "Charges", "起訴"),
        Rung::Conviction => pick(lang, "Conviction", "有罪判決"),
        Rung::OwnClaim => pick(lang, "Attacker's own claim", "攻撃者の自称"),
        Rung::Coding => pick(lang, "Dataset's coding", "データ集の分類"),
    }
}

/// No rung held.
pub fn not_attributed(lang: Lang) -> &'static str {
    pick(lang, "Not attributed", "帰属なし")
}

/// How something is said; empty for a plain assertion.
pub fn stance(lang: Lang, stance: Stance) -> &'static str {
    match stance {
        Stance::Asserts => "",
        Stance::Suspects => pick(lang, "suspects", "疑い"),
        Stance::CannotExclude => pick(lang, "cannot exclude", "否定できず"),
        Stance::Denies => pick(lang, "denies", "否定"),
        Stance::Corrects => pick(lang, "corrects", "訂正"),
    }
}

/// How a source was seen.
pub fn evidence(lang: Lang, evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Page => pick(lang, "page seen", "本文を確認"),
        Evidence::Row => pick(lang, "dataset row seen", "データ行を確認"),
        Evidence::Reference => pick(lang, "seen in a reference list only", "参考文献でのみ確認"),
    }
}

/// How equal two names are said to be.
pub fn sameness(lang: Lang, sameness: Option<Sameness>) -> &'static str {
    match sameness {
        Some(Sameness::Same) => pick(lang, "same", "同一"),
        Some(Sameness::Overlaps) => pick(lang, "overlaps", "一部重なる"),
        Some(Sameness::Disputed) => pick(lang, "disputed", "異論あり"),
        Some(Sameness::Unclear) => pick(lang, "unclear", "不明"),
        None => pick(lang, "not stated", "記載なし"),
    }
}

/// An order of the results.
pub fn sort(lang: Lang, sort: Sort) -> &'static str {
    match sort {
        Sort::Silence => pick(lang, "Longest silence first", "沈黙の長い順"),
        Sort::Disclosed => pick(lang, "Latest disclosure first", "公表の新しい順"),
        Sort::Detected => pick(lang, "Latest detection first", "検知の新しい順"),
        Sort::Victim => pick(lang, "By victim", "被害組織順"),
    }
}

/// The caption of a facet.
pub fn field(lang: Lang, field: Field) -> &'static str {
    match field {
        Field::VictimCountry => pick(lang, "Victim in", "被害組織の国"),
        Field::Disclosed => pick(lang, "Disclosed", "公表年"),
        Field::Rung => pick(lang, "Attribution, rungs", "帰属の段"),
        Field::Silence => pick(lang, "Silence window", "沈黙期間"),
        Field::Office => pick(lang, "Entry office in", "入口の拠点"),
        Field::Has => pick(lang, "Sources disagree", "出典の食い違い"),
    }
}

/// How well the silence window is known.
pub fn silence_precision(lang: Lang, precision: SilencePrecision) -> &'static str {
    match precision {
        SilencePrecision::Day => pick(lang, "To the day", "日まで"),
        SilencePrecision::Wider => pick(lang, "Month or wider", "月まで、または広い"),
        SilencePrecision::Unknown => pick(lang, "Unknown", "不明"),
    }
}

/// A facet's value where it is no country and no year.
pub fn value(lang: Lang, field: Field, value: &str) -> Option<&'static str> {
    if field == Field::Rung {
        let found = Rung::ALL.iter().find(|r| r.word() == value);
        let none = (value == "none").then(|| not_attributed(lang));
        return found.map(|r| rung(lang, *r)).or(none);
    }
    match (field, value) {
        (Field::Silence, "day") => Some(silence_precision(lang, SilencePrecision::Day)),
        (Field::Silence, "wider") => Some(silence_precision(lang, SilencePrecision::Wider)),
        (Field::Silence, "unknown") => Some(silence_precision(lang, SilencePrecision::Unknown)),
        (Field::Has, "contradiction") => Some(pick(lang, "Yes", "あり")),
        (Field::Has, "no-contradiction") => Some(pick(lang, "No", "なし")),
        (_, "none") => Some(super::words::not_stated(lang)),
        _ => None,
    }
}
