//! The words around a query: what it may not mean, what it may, and what must be asked.

use super::vocabulary;
use super::words::words;
use incidents::model::Lang;
use incidents::search::passages::Place;
use incidents::search::{Field, What};

words! {
    suggestions: "Suggestions", "候補";
    field: "field", "項目";
    all_fields: "All fields", "検索項目の一覧";
    possible: "possible", "該当の可能性";
    possible_note: "What is known of its dates or counts lies on both sides of the bound.", "判明している日付や数が境界をまたいでいる。";
    slip: "similar spelling", "つづりが近い";
    custom: "custom", "個別の条件";
    custom_note: "The query asks this in a way the boxes cannot show. A click adds to it.", "検索文がこの項目を個別に指定している。選ぶと条件が加わる。";
    show_fewer: "Show fewer", "少なく表示";
    by_count: "by count", "件数順";
    by_name: "by name", "名前順";
    search_instead: "Search instead:", "次で検索:";
}

/// Where a word stands that the card does not show.
pub fn place(lang: Lang, place: Place) -> &'static str {
    let (en, ja) = match place {
        Place::Name => ("Name", "名称"),
        Place::Alias => ("Named group", "名指しされた集団"),
        Place::Title => ("Title", "題"),
        Place::Summary => ("Summary", "概要"),
        Place::Country => ("Country", "国"),
        Place::Claim => ("Claim", "主張"),
        Place::Source => ("Source", "出典"),
    };
    match lang {
        Lang::En => en,
        Lang::Ja => ja,
    }
}

/// `2 possible`, beside the number of hits.
pub fn n_possible(lang: Lang, n: usize) -> String {
    match lang {
        Lang::En => format!("{n} possible"),
        Lang::Ja => format!("うち可能性{n}件"),
    }
}

/// What is wrong with a part of the query, and what would be right.
pub fn fault(lang: Lang, what: &What) -> String {
    let text = |en: &str, ja: &str| match lang {
        Lang::En => en.to_owned(),
        Lang::Ja => ja.to_owned(),
    };
    match what {
        What::UnknownField { name, .. } => match lang {
            Lang::En => format!(
                "No field is called “{name}”; this part is left out. In quotation marks it is searched as text."
            ),
            Lang::Ja => format!(
                "「{name}」という項目はないため、この部分を除いた。引用符で囲むと文字として検索する。"
            ),
        },
        What::EmptyValue(field) => {
            let example = format!("{}:{}", field.name(lang), field.example());
            match lang {
                Lang::En => format!("Say which, such as {example}."),
                Lang::Ja => format!("値を入れる。例: {example}"),
            }
        }
        What::BadValue { field, value, .. } => {
            let name = vocabulary::field(lang, *field);
            let example = format!("{}:{}", field.name(lang), field.example());
            match lang {
                Lang::En => format!(
                    "“{value}” is no value of “{name}”; it is left out. Right would be {example}."
                ),
                Lang::Ja => {
                    format!("「{value}」は「{name}」の値ではないため除いた。正しい例: {example}")
                }
            }
        }
        What::OpenQuote => text(
            "A quotation mark is not closed; it is taken to the end.",
            "引用符が閉じていないため、末尾までとした。",
        ),
        What::OpenGroup => text(
            "A parenthesis is not closed; it is taken to the end.",
            "括弧が閉じていないため、末尾までとした。",
        ),
        What::StrayClose => text(
            "This parenthesis was not opened; it is left out.",
            "対応する開き括弧がないため除いた。",
        ),
        What::EmptyGroup => text(
            "There is nothing between the parentheses.",
            "括弧の中に何もない。",
        ),
        What::LoneOr => text(
            "“or” stands between two things; it is left out.",
            "「または」の前後に条件が要るため除いた。",
        ),
        What::LoneNot => text(
            "After “-” stands what is not wanted; it is left out.",
            "「-」の後に除く条件が要るため除いた。",
        ),
        What::TooDeep => text(
            "There are too many parentheses in parentheses; the rest is left out.",
            "括弧が深すぎるため、以降を除いた。",
        ),
        What::TooLong => text(
            "The query is too long; only its first 4,096 bytes are read.",
            "検索文が長すぎるため、先頭の4,096バイトのみを読んだ。",
        ),
    }
}

/// Nothing in the record bears the value of a filter.
pub fn unheard(lang: Lang, field: Field, value: &str) -> String {
    let name = vocabulary::field(lang, field);
    match lang {
        Lang::En => format!("{name}: nothing in this record is called “{value}”."),
        Lang::Ja => format!("{name}:「{value}」に当たるものはこの記録にない。"),
    }
}

/// Which group is meant by a name that several bear.
pub fn which(lang: Lang, name: &str) -> String {
    match lang {
        Lang::En => format!("Several records bear the name “{name}”. Which is meant?"),
        Lang::Ja => format!("「{name}」という呼称の記録が複数ある。どれを指すか。"),
    }
}

/// `7 hidden`, on the button under a long facet.
pub fn more_values(lang: Lang, n: usize) -> String {
    match lang {
        Lang::En => format!("Show all, {n} more"),
        Lang::Ja => format!("すべて表示（残り{n}件）"),
    }
}
