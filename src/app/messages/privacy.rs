//! The words of the Privacy panel.

use super::words::words;
use incidents::model::Lang;

words! {
    title: "Privacy", "プライバシー";
    stored: "Stored in this browser", "このブラウザーに保存したもの";
    stored_note: "Settings only, never what you look for. They are stored again when you change one.", "設定のみで、検索内容は保存しない。設定を変えるとまた保存される。";
    nothing: "Nothing is stored.", "何も保存していない。";
    refused: "This browser or frame does not let the page store anything.", "このブラウザーまたは枠では保存できない。";
    clear: "Clear the settings", "設定を消去";
    asked: "Requested since the page was loaded", "読み込み後に要求したもの";
    asked_note: "By the browser's own list. It keeps 250 addresses at least; the developer tools (F12, Network) show the same.", "ブラウザー自身の記録による。少なくとも250件を保持する。開発者ツール（F12、ネットワーク）でも確かめられる。";
    again: "Check again", "もう一度確かめる";
    page_itself: "The page itself", "このページ自体";
    unknown: "This browser keeps no such list.", "このブラウザーにはその記録がない。";
}

/// How many addresses stand in the browser's list, and how many of them lie elsewhere.
pub fn counted(lang: Lang, all: usize, outside: usize) -> String {
    match lang {
        Lang::En => format!(
            "Requests to other places: {outside}. The page's own files: {}.",
            all.saturating_sub(outside)
        ),
        Lang::Ja => format!(
            "外部への要求: {outside}件。ページ自身のファイル: {}件。",
            all.saturating_sub(outside)
        ),
    }
}
