//! The words of the map.

use super::words::words;
use incidents::model::Lang;

words! {
    ten_or_more: "10 or more", "10以上";
    square_legend: "office, place published", "拠点(所在地公表)";
    small_legend: "country too small for an outline", "輪郭のない小国";
    cannot_show: "What this map cannot show.", "この地図が示せないこと。";
    whole_country: "No address of any of these entry offices has been published: every ring stands for a whole country.", "これらの入口の拠点の所在地は公表されておらず、輪は国全体を表す。";
    some_published: "A ring stands for a whole country; a square for a published place.", "輪は国全体を、四角は公表された所在地を表す。";
    filter_by: "A country's name filters the results.", "国名を選ぶと結果を絞り込む。";
    not_stated: "Not stated", "記載なし";
    nothing_to_draw: "No entry matches, so nothing is drawn on the map.", "一致する項目がないため、地図には何も描かれていない。";
}

/// How many results show no way in: said wherever the map would otherwise look complete.
pub fn without_office(lang: Lang, without: usize, total: usize) -> String {
    match (lang, without) {
        (Lang::En, 0) => format!("All {total} results name an entry office."),
        (Lang::En, 1) => format!("1 of {total} results names no entry office."),
        (Lang::En, _) => format!("{without} of {total} results name no entry office."),
        (Lang::Ja, 0) => format!("結果{total}件すべてが入口の拠点を示す。"),
        (Lang::Ja, _) => format!("結果{total}件中{without}件は入口の拠点を示していない。"),
    }
}

/// A mark's caption: the place, and how many ways lead from it where there are several.
pub fn place_with_count(lang: Lang, place: &str, ways: usize) -> String {
    match (ways, lang) {
        (0 | 1, _) => place.to_owned(),
        (_, Lang::En) => format!("{place} ({ways})"),
        (_, Lang::Ja) => format!("{place}({ways})"),
    }
}
