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
    several_legend: "a number: several offices or places", "数字: 複数の拠点";
    disputed_legend: "a source denies this step", "この経路を否定する出典あり";
    step: "Step", "順";
    zoom: "Zoom", "拡大と縮小";
    zoom_in: "Zoom in", "拡大";
    zoom_out: "Zoom out", "縮小";
    whole_world: "Whole world", "世界全体";
    to_selection: "To the ways in of the results", "結果の経路に合わせる";
    zoom_to: "Zoom to", "表示する国";
    only_in_view: "Only victims in view", "表示範囲の被害だけに絞る";
    select_region: "Select a region", "範囲を選んで絞る";
    draw_region: "Drag over the map.", "地図上をドラッグする。";
    no_victim_in_region: "No victim of the results is in this part of the map.", "この範囲に、結果に含まれる被害者はいない。";
    no_victim_there: "No entry would be left: nothing is filtered.", "該当する項目がないため、絞り込まない。";
    keys: "Arrow keys go from mark to mark, Page Down and Page Up through all in order. Enter filters or opens the claim, Shift and Enter adds. Plus and minus zoom, 0 shows the world, S the ways in; Shift with an arrow moves the map.", "矢印キーで近くの印へ、Page DownとPage Upで順に移動。Enterで絞り込みまたは主張を開き、Shift+Enterで追加。プラスとマイナスで拡大・縮小、0で世界全体、Sで経路に合わせ、Shift+矢印で地図を動かす。";
    place_published: "Place published", "所在地公表";
    country_only: "Known by country only", "国のみ判明";
    step_disputed: "A source denies this step.", "この経路を否定する出典がある。";
    opens_claim: "Click opens the claim.", "クリックで主張を開く。";
    click_filters: "Click: only this. Shift-click: add it.", "クリックで絞り込み、Shift+クリックで追加。";
    only_this: "Only this", "これだけに絞る";
    add_this: "Add this", "追加する";
    stop: ". ", "。";
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

/// How the map is drawn: which projection, and which meridian stands in its middle.
pub fn projection(lang: Lang, centre_lon_deg: f64) -> String {
    let degrees = centre_lon_deg.abs().round() as u32;
    match (lang, centre_lon_deg < 0.0) {
        (Lang::En, false) => format!("Equal Earth projection, centred on {degrees}° E."),
        (Lang::En, true) => format!("Equal Earth projection, centred on {degrees}° W."),
        (Lang::Ja, false) => format!("イコールアース図法、中央経線は東経{degrees}度。"),
        (Lang::Ja, true) => format!("イコールアース図法、中央経線は西経{degrees}度。"),
    }
}

/// Countries beyond those that a sentence names.
pub fn more_countries(lang: Lang, more: usize) -> String {
    match (lang, more) {
        (Lang::En, 1) => "1 more country".to_owned(),
        (Lang::En, _) => format!("{more} more countries"),
        (Lang::Ja, _) => format!("ほか{more}か国"),
    }
}

/// Entries beyond those that a card names.
pub fn more_entries(lang: Lang, more: usize) -> String {
    match lang {
        Lang::En => format!("and {more} more"),
        Lang::Ja => format!("ほか{more}件"),
    }
}

/// A country's name with its number of entries.
pub fn country_with_count(lang: Lang, country: &str, count: usize) -> String {
    match lang {
        Lang::En => format!("{country} {count}"),
        Lang::Ja => format!("{country} {count}件"),
    }
}

/// How many of the results have a victim in a country.
pub fn victims_here(lang: Lang, count: usize, total: usize) -> String {
    match (lang, count) {
        (Lang::En, 0) => format!("No victim here in the {total} results"),
        (Lang::En, _) => format!("Victims here in {count} of {total} results"),
        (Lang::Ja, 0) => format!("結果{total}件中、この国の被害はなし"),
        (Lang::Ja, _) => format!("結果{total}件中{count}件で被害"),
    }
}

/// How many offices and places of the results a country or mark has.
pub fn offices_here(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::En, 1) => "1 office or place".to_owned(),
        (Lang::En, _) => format!("{count} offices or places"),
        (Lang::Ja, _) => format!("拠点・場所{count}件"),
    }
}

/// How many steps begin and end at a mark.
pub fn ways_here(lang: Lang, begins: usize, ends: usize) -> String {
    match (lang, begins, ends) {
        (Lang::En, 0, 0) => "No way in is known to lead through here.".to_owned(),
        (Lang::Ja, 0, 0) => "ここを通る経路は知られていない。".to_owned(),
        (Lang::En, ..) => format!("Ways in: {begins} from here, {ends} to here."),
        (Lang::Ja, ..) => format!("経路: ここから{begins}件、ここへ{ends}件。"),
    }
}

/// How many entries name no country of a victim.
pub fn without_country(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::En, 1) => "1 entry states no country".to_owned(),
        (Lang::En, _) => format!("{count} entries state no country"),
        (Lang::Ja, _) => format!("国の記載なし{count}件"),
    }
}

/// The heading of what sources name as the attackers' infrastructure.
pub fn infrastructure(lang: Lang, entries: usize) -> String {
    match (lang, entries) {
        (Lang::En, 1) => {
            "Attackers' infrastructure named in 1 entry: in words, never drawn".to_owned()
        }
        (Lang::En, _) => {
            format!("Attackers' infrastructure named in {entries} entries: in words, never drawn")
        }
        (Lang::Ja, _) => format!("攻撃者のインフラへの言及{entries}件(文章のみ、地図には描かない)"),
    }
}
