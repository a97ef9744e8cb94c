//! The words of an entry's page.

use super::format;
use super::vocabulary;
use super::words::words;
use incidents::model::{Date, Evidence, Lang, Precision, Rung, Source};

words! {
    beside: "also given, not counted", "ほかの日付(算入せず)";
    competing: "Several dates are given; all of them count.", "複数の日付があり、すべて算入する。";
    no_date_given: "gives no date", "日付を示さない";
    contained: "Access cut", "遮断";
    said_on: "Dated statements", "日付のある発言";
    second_window: "next detection", "次の検知";
    overtaken_on: "overtaken by", "後の主張で更新:";
    overtakes: "overtakes", "更新した主張:";
    conflict_sign: "≠ conflicts with", "≠ 食い違う相手:";
    own_words: "In its own words:", "原文:";
    profile_note: "Background, as claimed; not about the intrusion itself.", "背景についての主張。侵入そのものではない。";
    not_attributed_here: "Not attributed", "帰属なし";
    climbs_not: "Does not climb the ladder.", "段には数えない。";
    archive: "Archived copy", "保存版";
    unknown_claim: "This entry has no claim of that name:", "この項目にその名の主張はない:";
    evidence: "Evidence", "裏付け";
    elsewhere: "written in another entry", "別の項目に記載";
    sources_note: "Links lead to other sites and open in a new tab.", "リンクは外部サイトを新しいタブで開く。";
    silence_not_known: "Unknown", "不明";
    silence_why: "no detection or no disclosure date is published", "検知日または公表日が公表されていない";
    all_rungs: "a claim on every rung", "すべての段に主張あり";
}

/// `5 results`, the way back.
pub fn results(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::En, 1) => "1 result".to_owned(),
        (Lang::En, _) => format!("{n} results"),
        (Lang::Ja, _) => format!("結果{n}件"),
    }
}

/// `2 of 5`.
pub fn place_of(lang: Lang, place: usize, all: usize) -> String {
    match lang {
        Lang::En => format!("{place} of {all}"),
        Lang::Ja => format!("{all}件中{place}件目"),
    }
}

/// What a source is written in: `in Japanese`; a language without a word here by its tag.
pub fn language(lang: Lang, tag: &str) -> String {
    let name = match (tag.split('-').next().unwrap_or(tag), lang) {
        ("en", Lang::En) => "English",
        ("en", Lang::Ja) => "英語",
        ("ja", Lang::En) => "Japanese",
        ("ja", Lang::Ja) => "日本語",
        ("nl", Lang::En) => "Dutch",
        ("nl", Lang::Ja) => "オランダ語",
        ("de", Lang::En) => "German",
        ("de", Lang::Ja) => "ドイツ語",
        ("fr", Lang::En) => "French",
        ("fr", Lang::Ja) => "フランス語",
        ("pt", Lang::En) => "Portuguese",
        ("pt", Lang::Ja) => "ポルトガル語",
        _ => tag,
    };
    match lang {
        Lang::En => format!("in {name}"),
        Lang::Ja => name.to_owned(),
    }
}

/// How wide one date is: `to the month`.
pub fn to_the(lang: Lang, date: &Date) -> &'static str {
    match (date.precision(), lang) {
        (_, Lang::En) if date.is_interval() => "a period",
        (_, Lang::Ja) if date.is_interval() => "期間",
        (_, Lang::En) if date.is_approximate() => "roughly",
        (_, Lang::Ja) if date.is_approximate() => "おおよそ判明",
        (Precision::Day, Lang::En) => "to the day",
        (Precision::Day, Lang::Ja) => "日まで判明",
        (Precision::Month, Lang::En) => "to the month",
        (Precision::Month, Lang::Ja) => "月まで判明",
        (Precision::Year, Lang::En) => "to the year",
        (Precision::Year, Lang::Ja) => "年まで判明",
        (Precision::Range, Lang::En) => "several dates given",
        (Precision::Range, Lang::Ja) => "諸説あり",
    }
}

/// Why the silence is a figure or a range: `both dates known to the day`.
pub fn precision_sentence(lang: Lang, detected: &Date, disclosed: &Date) -> String {
    let (first, last) = (to_the(lang, detected), to_the(lang, disclosed));
    match (first == last, lang) {
        (true, Lang::En) => format!("both dates known {first}"),
        (true, Lang::Ja) => format!("両日付とも{first}"),
        (false, Lang::En) => format!("detection {first}, disclosure {last}"),
        (false, Lang::Ja) => format!("検知は{first}、公表は{last}"),
    }
}

/// The rungs without a claim: `none held: vendor, charges`.
pub fn rungs_without(lang: Lang, held: &[Rung]) -> String {
    let empty = Rung::LADDER.iter().filter(|r| !held.contains(r));
    let names: Vec<&str> = empty.map(|r| vocabulary::rung(lang, *r)).collect();
    if names.is_empty() {
        return all_rungs(lang).to_owned();
    }
    let names = format::list(lang, &names);
    match lang {
        Lang::En => format!("no claim held: {}", names.to_ascii_lowercase()),
        Lang::Ja => format!("主張なし: {names}"),
    }
}

/// `21 claims, 11 sources`: how much there is.
pub fn claims_held(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::En, 1) => "1 claim".to_owned(),
        (Lang::En, _) => format!("{n} claims"),
        (Lang::Ja, _) => format!("主張{n}件"),
    }
}

/// How the sources were seen: `7 pages, 1 dataset row`; kinds without a source are left out.
pub fn evidence_counts(lang: Lang, sources: &[Source]) -> String {
    let kinds = [Evidence::Page, Evidence::Row, Evidence::Reference];
    let part = |kind: Evidence| {
        let n = sources.iter().filter(|s| s.evidence == kind).count();
        let text = match (kind, lang, n) {
            (_, _, 0) => return None,
            (Evidence::Page, Lang::En, 1) => "1 page seen".to_owned(),
            (Evidence::Page, Lang::En, _) => format!("{n} pages seen"),
            (Evidence::Page, Lang::Ja, _) => format!("本文を確認{n}件"),
            (Evidence::Row, Lang::En, 1) => "1 dataset row".to_owned(),
            (Evidence::Row, Lang::En, _) => format!("{n} dataset rows"),
            (Evidence::Row, Lang::Ja, _) => format!("データ行{n}件"),
            (Evidence::Reference, Lang::En, _) => format!("{n} in reference lists only"),
            (Evidence::Reference, Lang::Ja, _) => format!("参考文献のみ{n}件"),
        };
        Some(text)
    };
    let parts: Vec<String> = kinds.into_iter().filter_map(part).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    format::list(lang, &parts)
}

/// How many sources carry no date in our copy.
pub fn undated(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::En, 0) => "all with a date in our copy".to_owned(),
        (Lang::En, 1) => "1 source carries no date in our copy".to_owned(),
        (Lang::En, _) => format!("{n} sources carry no date in our copy"),
        (Lang::Ja, 0) => "すべて手元の写しに日付あり".to_owned(),
        (Lang::Ja, _) => format!("うち{n}件は手元の写しに日付なし"),
    }
}

/// `4 points`.
pub fn points(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::En, 0) => "None noted".to_owned(),
        (Lang::En, 1) => "1 point".to_owned(),
        (Lang::En, _) => format!("{n} points"),
        (Lang::Ja, 0) => "記録なし".to_owned(),
        (Lang::Ja, _) => format!("{n}点"),
    }
}

/// Under the number of points in dispute.
pub fn marked(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "marked ≠ in the ledger",
        Lang::Ja => "一覧に≠で表示",
    }
}

/// `Four answers, oldest first.`
pub fn answers(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::En, 1) => "1 answer".to_owned(),
        (Lang::En, _) => format!("{n} answers, oldest first, undated last"),
        (Lang::Ja, 1) => "回答1件".to_owned(),
        (Lang::Ja, _) => format!("回答{n}件、古い順(日付なしは最後)"),
    }
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// The name of a month on the axis; 1 is January.
pub fn month(lang: Lang, month: u8) -> String {
    let index = usize::from(month).saturating_sub(1);
    match lang {
        Lang::En => MONTHS.get(index).copied().unwrap_or("").to_owned(),
        Lang::Ja => format!("{month}月"),
    }
}
