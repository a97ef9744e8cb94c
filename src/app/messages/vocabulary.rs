//! The data's controlled words, as a reader sees them.

use incidents::model::{Evidence, Lang, Question, Role, Rung, Sameness, Stance};
use incidents::search::values::caption;
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
            "沈黙の長さと理由",
        ),
        Question::Response => pick(lang, "What was done?", "どう対応したか"),
        Question::Remark => pick(lang, "What do experts say?", "専門家の所見"),
        Question::Profile => pick(lang, "What is the background?", "背景は何か"),
    }
}

/// A rung of the ladder.
pub fn rung(lang: Lang, rung: Rung) -> &'static str {
    caption(lang, Field::Rung, rung.word()).unwrap_or_default()
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
    caption(lang, Field::Evidence, evidence.word()).unwrap_or_default()
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
        Sort::Match => pick(
            lang,
            "Best match, or longest silence",
            "一致度順、または沈黙の長い順",
        ),
        Sort::Silence => pick(lang, "Longest silence first", "沈黙の長い順"),
        Sort::Disclosed => pick(lang, "Latest disclosure first", "公表の新しい順"),
        Sort::Detected => pick(lang, "Latest detection first", "検知の新しい順"),
        Sort::Victim => pick(lang, "By victim", "被害組織順"),
    }
}

/// The caption of a facet.
pub fn field(lang: Lang, field: Field) -> &'static str {
    match field {
        Field::Victim => pick(lang, "Victim", "被害組織"),
        Field::VictimCountry => pick(lang, "Victim in", "被害組織の国"),
        Field::Sector => pick(lang, "Sector", "業種"),
        Field::Office => pick(lang, "Entry office in", "入口の拠点"),
        Field::Began => pick(lang, "Began", "開始"),
        Field::Detected => pick(lang, "Detected", "検知"),
        Field::Disclosed => pick(lang, "Disclosed", "公表"),
        Field::Silence => pick(lang, "Silence window", "沈黙期間"),
        Field::Dwell => pick(lang, "Undetected for", "検知までの期間"),
        Field::Rung => pick(lang, "Attribution, rungs", "帰属の段"),
        Field::Actor => pick(lang, "Group", "集団"),
        Field::Alias => pick(lang, "Name of a group", "集団の呼称"),
        Field::Cve => pick(lang, "Vulnerability", "脆弱性"),
        Field::Technique => pick(lang, "Technique", "手口"),
        Field::Source => pick(lang, "Published by", "発行元"),
        Field::Claimant => pick(lang, "Who says so", "述べている者"),
        Field::Evidence => pick(lang, "How a source was seen", "出典の確認"),
        Field::Sources => pick(lang, "Sources", "出典数"),
        Field::Claims => pick(lang, "Claims", "主張数"),
        Field::Contradictions => pick(lang, "Points in dispute", "食い違いの数"),
        Field::Has => pick(lang, "Sources disagree", "出典の食い違い"),
        Field::Kind => pick(lang, "Kind of case", "事案の種別"),
        Field::Id => pick(lang, "Entry", "項目"),
    }
}

/// A facet's value where it is no country and no year.
pub fn value(lang: Lang, field: Field, value: &str) -> Option<&'static str> {
    caption(lang, field, value)
}
