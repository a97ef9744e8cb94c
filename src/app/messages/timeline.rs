//! The words of the timeline.

use super::format;
use super::words::words;
use incidents::dataset::silent::LaneOrder;
use incidents::model::{DayRange, Lang};

words! {
    title: "Who was silent?", "沈黙していたのは誰か";
    lede: "Each bar runs from detection to first disclosure. Pale, dashed ends are what a month or a year leaves open. Drag the marker, or use the arrow keys: one day, with Shift one month.", "帯は検知から最初の公表まで。淡い破線の端は、月や年までしか分からない部分。印はドラッグか矢印キーで動かす（1日ずつ、Shiftで1か月ずつ）。";
    same_time: "Silent at the same time", "同時に沈黙していた数";
    days_silent: "days silent", "公表までの日数";
    marked_day: "Marked day", "印の日";
    order: "Order of lanes", "行の順序";
    actor: "Actor", "攻撃者";
    any_actor: "Any actor", "すべての攻撃者";
    all_lanes: "Also entries without both dates", "日付が揃わない項目も表示";
    zoom_in: "Zoom in", "拡大";
    zoom_out: "Zoom out", "縮小";
    earlier: "Earlier", "前へ";
    later: "Later", "後へ";
    fit: "All years", "全期間";
    time_shown: "Time shown", "表示期間";
    period: "Choose a period", "期間を選ぶ";
    period_hint: "Drag along the years, or type both days.", "年の目盛りに沿ってドラッグするか、両端の日を入力する。";
    from: "From", "開始日";
    to: "To", "終了日";
    zoom_to: "Zoom to it", "期間を拡大";
    detected_in: "Only detected in it", "期間内の検知に絞る";
    disclosed_in: "Only disclosed in it", "期間内の公表に絞る";
    no_period: "No period", "期間を解除";
    silent_then: "had detected an incident and not yet told the public.", "件が事案を検知し、まだ公表していなかった。";
    nobody_then: "Nobody in this result is known to have been silent on this day.", "この結果には、この日に沈黙していたと分かる項目がない。";
    open_dates: "Possibly, for their dates are open", "日付に幅があり、可能性があるもの";
    so_far_note: "Days so far, on the marked day. Silence is a measure, not a finding of fault: some told customers or authorities in private before they told the public.", "日数は印の日までのもの。沈黙期間は尺度であり、責任の認定ではない。公表前に顧客や当局に伝えていた例もある。";
    not_in_picture: "What is in the picture, and what is not", "図にあるもの、ないもの";
    both_to_the_day: "Both dates to the day", "両方の日付が日まで";
    both_wider: "Both dates, one to a month or year, or about", "両方の日付、一方が月・年まで、または概数";
    no_detection: "Disclosed, but no detection date", "公表日のみ、検知日なし";
    no_disclosure: "Detected, but no disclosure date", "検知日のみ、公表日なし";
    neither: "Neither date", "どちらの日付もなし";
    all_entries: "Entries in this result", "この結果の項目";
    group_note: "Same group, same time? The view starts with any actor. Narrowing it to one group shows the rung and the source of every link.", "同じ集団、同じ時期か。はじめはすべての攻撃者を示す。1つの集団に絞ると、結び付きごとに段と出典を示す。";
    links_of: "Who links these entries to it", "この集団に結び付けている者";
    country: "Country", "国";
    silence: "Days silent", "公表までの日数";
    as_table: "The timeline as a table", "年表の表";
    more_rows: "Show more rows", "続きの行を表示";
    nothing: "No entry of this result gives both dates, so there is no lane.", "この結果には両方の日付を示す項目がないため、行はない。";
    legend_undetected: "began to detected", "開始から検知";
    legend_silence: "detected to disclosed", "検知から公表";
    legend_open: "open: month or year", "幅: 月または年";
    legend_disclosed: "disclosed", "公表";
    legend_disclosed_wide: "disclosed, to a month or year", "公表（月・年まで）";
    legend_again: "detected again", "再度の検知";
    legend_detected: "detected, to the day", "検知（日まで）";
    lanes_end: "A mark at the edge: the entry lies before or after the time shown.", "端の印: 表示期間の前か後にある項目。";
    source: "source", "出典";
}

/// An order of lanes.
pub fn lane_order(lang: Lang, order: LaneOrder) -> &'static str {
    match (order, lang) {
        (LaneOrder::Detected, Lang::En) => "Earliest detection first",
        (LaneOrder::Detected, Lang::Ja) => "検知の早い順",
        (LaneOrder::Disclosed, Lang::En) => "Earliest disclosure first",
        (LaneOrder::Disclosed, Lang::Ja) => "公表の早い順",
        (LaneOrder::Silence, Lang::En) => "Longest silence first",
        (LaneOrder::Silence, Lang::Ja) => "沈黙の長い順",
        (LaneOrder::Country, Lang::En) => "By country",
        (LaneOrder::Country, Lang::Ja) => "国別",
    }
}

/// `43 of 129 entries have both dates`.
pub fn both_dates(lang: Lang, both: usize, all: usize) -> String {
    match lang {
        Lang::En => format!("{both} of {all} entries have both dates"),
        Lang::Ja => format!("{all}件中{both}件に両方の日付がある"),
    }
}

/// The heading over those who were silent on a day.
pub fn on_day(lang: Lang, day: &str) -> String {
    match lang {
        Lang::En => format!("On {day}"),
        Lang::Ja => format!("{day}の時点"),
    }
}

/// How the marked day is said: the day, and how many were silent.
pub fn day_and_count(lang: Lang, day: &str, certain: i32, possible: i32) -> String {
    match (lang, possible) {
        (Lang::En, 0) => format!("{day}: {certain} silent"),
        (Lang::En, _) => format!("{day}: {certain} silent, {possible} more possibly"),
        (Lang::Ja, 0) => format!("{day}: {certain}件が沈黙"),
        (Lang::Ja, _) => format!("{day}: {certain}件が沈黙、ほか{possible}件は可能性"),
    }
}

/// `2 more possibly, for their dates are open.`
pub fn possibly_more(lang: Lang, possible: i32) -> String {
    match lang {
        Lang::En => format!("{possible} more possibly: their dates leave it open."),
        Lang::Ja => format!("ほか{possible}件は、日付の幅により可能性がある。"),
    }
}

/// Where those who were silent have their seat: `Japan 4, Italy 1`.
pub fn by_country(lang: Lang, countries: &[(String, usize)]) -> String {
    let each = countries.iter().map(|(name, n)| match lang {
        Lang::En => format!("{name} {n}"),
        Lang::Ja => format!("{name}{n}"),
    });
    let each: Vec<String> = each.collect();
    let each: Vec<&str> = each.iter().map(String::as_str).collect();
    let list = format::list(lang, &each);
    match lang {
        Lang::En => format!("By country of the victim: {list}."),
        Lang::Ja => format!("被害組織の国: {list}。"),
    }
}

/// When it was noticed and when it was told: `detected Aug 2016; told 6 Feb 2020, 18 days later`.
pub fn detected_and_told(lang: Lang, detected: &str, told: &str, later: &DayRange) -> String {
    let days = format::days_long(lang, later);
    match (lang, later.most) {
        (Lang::En, 1) => format!("detected {detected}; told {told}, 1 day later"),
        (Lang::En, _) => format!("detected {detected}; told {told}, {days} later"),
        (Lang::Ja, _) => format!("検知 {detected}、公表 {told}（{days}後）"),
    }
}

/// What the lanes show, for those who hear them.
pub fn lanes_label(lang: Lang, lanes: usize) -> String {
    match lang {
        Lang::En => format!(
            "{lanes} entries on one calendar: began, detected, disclosed. The list gives the marked day, the table every date."
        ),
        Lang::Ja => {
            format!("{lanes}件を1つの暦に示す。開始、検知、公表。一覧は印の日、表は全日付。")
        }
    }
}

/// What the strip shows, for those who hear it.
pub fn strip_label(lang: Lang, most: i32, from: &str, to: &str) -> String {
    match lang {
        Lang::En => format!(
            "At most {most} certainly silent at the same time, last on {to}; shown from {from}"
        ),
        Lang::Ja => {
            format!("同時に確実に沈黙していたのは最大{most}件（最後は{to}）。{from}から表示")
        }
    }
}

/// The heights of the strip: `scale: 0 to 8`.
pub fn scale(lang: Lang, most: i32) -> String {
    match lang {
        Lang::En => format!("scale: 0 to {most}"),
        Lang::Ja => format!("目盛り: 0〜{most}"),
    }
}

/// A group in the list, with how many entries name it.
pub fn group_option(lang: Lang, name: &str, entries: usize) -> String {
    match lang {
        Lang::En => format!("{name} ({entries})"),
        Lang::Ja => format!("{name}（{entries}件）"),
    }
}

/// `Jun 2020`, `15`, `2020`: what begins at a tick.
pub fn tick(lang: Lang, year: i32, month: Option<u8>, day: Option<u8>) -> String {
    match (lang, month, day) {
        (_, None, _) => year.to_string(),
        (Lang::En, Some(month), None) => format::month_name(month).to_owned(),
        (Lang::Ja, Some(month), None) => format!("{month}月"),
        (Lang::En, Some(month), Some(day)) => format!("{day} {}", format::month_name(month)),
        (Lang::Ja, Some(month), Some(day)) => format!("{month}/{day}"),
    }
}
