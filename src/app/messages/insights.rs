//! The words of the Insights view and of the front page's picture of silence.

use super::format;
use super::words::words;
use incidents::dataset::voices::FirstWord;
use incidents::model::Lang;

words! {
    title: "Delays, and what entries have in common", "期間の分布と項目の傾向";
    lede: "Over the entries of this result. A dot is a delay known to the day, a bar one that a month or a year leaves open. A click on a mark, a row or a count narrows the result to it.", "この結果の項目について示す。点は日まで分かる期間、棒は月や年までの日付による幅。印・行・件数を押すと、その項目に絞り込む。";
    median_how: "Median: half of the entries with both dates lie at or below it. A range counts by the middle between its fewest and most days; the figure is rounded to whole days.", "中央値は、両方の日付がある項目の半数がそれ以下となる値。幅のある期間は最少と最多の中間で数え、日単位に四捨五入する。";
    silence_by_year: "Days of silence, by year of detection", "公表までの日数（検知した年別）";
    silence_by_country: "Days of silence, by country of the victim", "公表までの日数（被害組織の国別）";
    silence_by_sector: "Days of silence, by sector of the victim", "公表までの日数（業種別）";
    silence_by_first: "Days of silence, by who spoke first", "公表までの日数（最初に述べた者別）";
    dwell: "Days from beginning to detection", "開始から検知までの日数";
    found: "How it was found, by who says so", "どう見つかったか（述べている者別）";
    abroad: "Ways in through offices abroad, by country", "国外拠点からの侵入経路（国別）";
    rungs: "Rungs of attribution, by date of disclosure", "帰属の段（公表の時期別）";
    in_each: "An entry with several counts in each.", "複数に当たる項目はそれぞれに数える。";
    year_note: "The first detection counts; a click also finds entries detected again in that year.", "最初の検知で数える。押すと、その年に再び検知した項目も現れる。";
    first_note: "The first dated statement on record; where days do not tell the order, it stays open.", "記録のうち日付のある最初の発言。日付から前後が決まらないものは不明とする。";
    abroad_note: "Offices of victims, their groups or suppliers in another country than the victim's. Where access passed, not where an attacker sits.", "被害組織とは別の国にある、被害組織・グループ・取引先の拠点。通過点であり、攻撃者の所在ではない。";
    rungs_note: "Each mark is an entry at its disclosure. Rungs are counted apart and never added up.", "印は項目で、公表の時期に置く。段は別々に数え、合算しない。";
    median: "median", "中央値";
    known_of_all: "known", "判明";
    entries: "entries", "件数";
    together: "Several, same day", "複数が同じ日";
    open: "Order not certain", "前後は不明";
    as_table: "As a table", "表で見る";
    entry: "Entry", "項目";
    days: "Days", "日数";
    disclosed: "Disclosed", "公表";
    says: "What is said", "述べられていること";
    keys: "Arrow keys move from mark to mark and row to row, Enter narrows.", "矢印キーで印や行を移り、Enterで絞り込む。";
    how_many: "How many", "件数";
    nothing: "No entry of this result has it.", "この結果に該当する項目はない。";
    who_was_silent: "Who was silent", "沈黙していたのは誰か";
    more_delays: "Delays by year, country and sector", "年・国・業種別の期間";
}

/// `43 of 129 entries give both dates; 86 unknown.`
pub fn known(lang: Lang, known: usize, all: usize) -> String {
    let unknown = all.saturating_sub(known);
    match lang {
        Lang::En => format!("{known} of {all} entries known, {unknown} unknown."),
        Lang::Ja => format!("{all}件中{known}件が判明、{unknown}件は不明。"),
    }
}

/// How many ranges end at 0 because their dates would allow less.
pub fn clipped(lang: Lang, n: usize) -> Option<String> {
    Some(match (n, lang) {
        (0, _) => return None,
        (1, Lang::En) => {
            "1 range is cut off at 0 days: its dates alone would allow less.".to_owned()
        }
        (_, Lang::En) => {
            format!("{n} ranges are cut off at 0 days: their dates alone would allow less.")
        }
        (_, Lang::Ja) => format!("{n}件の幅は0日で切った。日付だけでは0未満もありうる。"),
    })
}

/// `0–28 days, cut off at 0`.
pub fn cut(lang: Lang, days: String) -> String {
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

/// `Median 38 days`; empty where there is none.
pub fn median_is(lang: Lang, days: Option<i32>) -> String {
    match (lang, days.map(format::count)) {
        (_, None) => String::new(),
        (Lang::En, Some(days)) => format!("Median {days} days."),
        (Lang::Ja, Some(days)) => format!("中央値{days}日。"),
    }
}

/// What stands at the median's line: `half of the 43: 38 days or less`.
pub fn half_of(lang: Lang, n: usize, days: i32) -> String {
    let days = format::count(days);
    match lang {
        Lang::En => format!("half of the {n}: {days} days or less, by the middle of each range"),
        Lang::Ja => format!("{n}件の半数: {days}日以下（幅は中間で数える）"),
    }
}

/// A row for those who hear it: `Japan: median 78 days, 22 of 32`.
pub fn row(lang: Lang, name: &str, median: Option<i32>, count: &str) -> String {
    match (lang, median.map(format::count)) {
        (Lang::En, None) => format!("{name}: {count}"),
        (Lang::En, Some(days)) => format!("{name}: median {days} days, {count}"),
        (Lang::Ja, None) => format!("{name}: {count}"),
        (Lang::Ja, Some(days)) => format!("{name}: 中央値{days}日、{count}"),
    }
}

/// `0–7 days`, `731 days and more`.
pub fn bin(lang: Lang, from: i32, to: Option<i32>) -> String {
    match (lang, to) {
        (Lang::En, Some(to)) => format!("{from}–{to} days"),
        (Lang::En, None) => format!("{from} days and more"),
        (Lang::Ja, Some(to)) => format!("{from}〜{to}日"),
        (Lang::Ja, None) => format!("{from}日以上"),
    }
}

/// `9`, or `9, possibly 2 more`.
pub fn counted(lang: Lang, certain: usize, possible: usize) -> String {
    match (lang, possible) {
        (_, 0) => certain.to_string(),
        (Lang::En, _) => format!("{certain}, possibly {possible} more"),
        (Lang::Ja, _) => format!("{certain}、可能性{possible}"),
    }
}

/// Rows that no mark stands in.
pub fn without_marks(lang: Lang, rows: usize) -> Option<String> {
    Some(match (rows, lang) {
        (0, _) => return None,
        (1, Lang::En) => "1 more row has nothing known; it stands in the table.".to_owned(),
        (_, Lang::En) => format!("{rows} more rows have nothing known; they stand in the table."),
        (_, Lang::Ja) => format!("ほか{rows}行は判明した項目がなく、表にのみ示す。"),
    })
}

/// What the front page's picture shows of the result, and what of the rest.
pub fn filled(lang: Lang, drawn: usize, found: usize, hollow: usize) -> String {
    let missing = found.saturating_sub(drawn);
    match lang {
        Lang::En if hollow == 0 => {
            format!("Filled: {drawn} of {found} entries; {missing} do not give both dates.")
        }
        Lang::En => format!(
            "Filled: {drawn} of the {found} results; {missing} do not give both dates. Hollow: {hollow} other entries."
        ),
        Lang::Ja if hollow == 0 => {
            format!("塗り: {found}件中{drawn}件。{missing}件は両方の日付がない。")
        }
        Lang::Ja => format!(
            "塗り: 結果{found}件中{drawn}件。{missing}件は両方の日付がない。白抜き: ほかの{hollow}件。"
        ),
    }
}

/// Who spoke first, where that is no one kind of speaker.
pub fn first(lang: Lang, first: FirstWord) -> &'static str {
    match first {
        FirstWord::One(role) => super::vocabulary::role(lang, role),
        FirstWord::Together => together(lang),
        FirstWord::Open => open(lang),
    }
}
