//! The words of the Insights view and of the front page's picture of silence.

use super::format;
use super::words::words;
use incidents::model::Lang;

words! {
    title: "Delays, and what entries have in common", "期間の分布と項目の傾向";
    lede: "A dot is known to the day, a bar is what a month or a year leaves open. Click a mark, a row or a count to narrow the result to it. Median: half of the entries with both dates lie at or below it; a range counts by the middle between its fewest and most days, rounded to whole days.", "点は日まで分かる値、棒は月や年までの日付による幅。印・行・件数を押すと絞り込む。中央値は両方の日付がある項目の半数がそれ以下となる値で、幅は最少と最多の中間で数え、日単位に四捨五入する。";
    silence_by_year: "Days of silence, by year of detection", "公表までの日数（検知した年別）";
    silence_by_country: "Days of silence, by country of the victim", "公表までの日数（被害組織の国別）";
    silence_by_sector: "Days of silence, by sector of the victim", "公表までの日数（業種別）";
    silence_by_first: "Days of silence, by who spoke first", "公表までの日数（最初に述べた者別）";
    dwell: "Days from beginning to detection", "開始から検知までの日数";
    front_note: "A bar is a range; the median counts it by its middle. Silence is a measure, not a finding of fault.", "棒は幅を示し、中央値ではその中間で数える。沈黙期間は尺度であり、責任の認定ではない。";
    dwell_note: "Each mark is one entry.", "印は1つの項目。";
    found: "How it was found, by who says so", "どう見つかったか（述べている者別）";
    abroad: "Ways in through offices abroad, by country", "国外拠点からの侵入経路（国別）";
    rungs: "Rungs of attribution, by date of disclosure", "帰属の段（公表の時期別）";
    in_each: "An entry with several counts in each.", "複数に当たる項目はそれぞれに数える。";
    year_note: "By first detection; a click also finds entries detected again in that year.", "最初の検知による。押すと、その年に再び検知した項目も現れる。";
    first_note: "By the first dated statement on record.", "記録のうち日付のある最初の発言による。";
    abroad_note: "Offices of the victim, its group or suppliers outside the victim's country: where access passed, not where an attacker sits.", "被害組織・グループ・取引先の拠点で被害組織の国の外にあるもの。通過点であり、攻撃者の所在ではない。";
    median: "median", "中央値";
    known_of_all: "known", "判明";
    together: "Several, same day", "複数が同じ日";
    order_open: "Order not certain", "前後は不明";
    as_table: "As a table", "表で見る";
    keys: "Arrow keys move, Enter narrows.", "矢印キーで移り、Enterで絞り込む。";
}

/// `43 of 129 entries known, 86 unknown.`
pub fn known(lang: Lang, known: usize, all: usize) -> String {
    let unknown = all.saturating_sub(known);
    match lang {
        Lang::En => format!("{known} of {all} entries known, {unknown} unknown."),
        Lang::Ja => format!("{all}件中{known}件が判明、{unknown}件は不明。"),
    }
}

/// How many ranges end at 0 though their dates would allow less.
pub fn clipped(lang: Lang, n: usize) -> String {
    match lang {
        Lang::En => format!("Cut off at 0 days, where dates alone would allow less: {n}."),
        Lang::Ja => format!("日付だけでは0未満もありうるため0日で切ったもの: {n}件。"),
    }
}

/// `0–28 days, cut off at 0`.
pub fn cut(lang: Lang, days: &str) -> String {
    match lang {
        Lang::En => format!("{days}, cut off at 0"),
        Lang::Ja => format!("{days}（0で切る）"),
    }
}

/// `22 of 32`.
pub fn of(lang: Lang, n: usize, all: usize) -> String {
    match lang {
        Lang::En => format!("{n} of {all}"),
        Lang::Ja => format!("{n}／{all}"),
    }
}

/// `median 38 days`.
pub fn median_is(lang: Lang, days: i32) -> String {
    let days = format::count(days);
    match lang {
        Lang::En => format!("median {days} days"),
        Lang::Ja => format!("中央値{days}日"),
    }
}

/// How many more lie there only perhaps: `+ 3 possible`.
pub fn perhaps(lang: Lang, n: usize) -> String {
    match lang {
        Lang::En => format!("+ {n} possible"),
        Lang::Ja => format!("＋可能性{n}"),
    }
}

/// How many rows have no mark.
pub fn without_marks(lang: Lang, rows: usize) -> String {
    match lang {
        Lang::En => format!("Rows with nothing known, in the table only: {rows}."),
        Lang::Ja => format!("判明した項目がなく表にのみ示す行: {rows}。"),
    }
}

/// What the front page's picture shows of the result, and what of the rest.
pub fn filled(lang: Lang, drawn: usize, found: usize, hollow: usize) -> String {
    match lang {
        Lang::En => format!("Filled: {drawn} of {found} results. Hollow: {hollow} other entries."),
        Lang::Ja => format!("塗り: 結果{found}件中{drawn}件。白抜き: ほかの{hollow}件。"),
    }
}
