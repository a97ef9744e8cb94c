//! The words of a page inside another one, and of the dialog that puts it there.

use super::words::{self, words};
use crate::route::embed::Part;
use incidents::model::Lang;

words! {
    whole: "Open the whole page", "ページ全体を開く";
    embed: "Embed", "埋め込み";
    title: "Embed in another page", "ほかのページに埋め込む";
    close: "Close", "閉じる";
    into: "Into", "埋め込み先";
    what: "What", "対象";
    this_view: "What is shown now", "表示中の画面";
    entry: "One entry", "1件の詳細";
    card: "One card", "1枚のカード";
    which: "Entry", "項目";
    readers_own: "The reader's own", "閲覧者の言語";
    parts: "Beside it", "併せて表示";
    views: "Switch between views", "表示の切り替え";
    head: "Head of the page", "ページの見出し";
    width: "Width in px (0: all there is)", "幅（px、0は全幅）";
    height: "Height in px", "高さ（px）";
    address: "Address of the page there", "設置先のアドレス";
    paste: "Paste this", "貼り付けるコード";
    copy: "Copy", "複写";
    copied: "Copied.", "複写した。";
    selected: "Selected: press Ctrl+C or ⌘C.", "選択した。Ctrl+Cか⌘Cで複写する。";
    needs: "What it needs", "必要なもの";
    preview: "Preview", "プレビュー";
}

/// Where what is shown comes from.
pub fn source(lang: Lang, version: &str) -> String {
    match lang {
        Lang::En => {
            format!("Incident Explorer, data {version}. Every value is a claim with a source.")
        }
        Lang::Ja => format!("Incident Explorer、データ {version}。値はすべて出典のある主張。"),
    }
}

/// The address names an entry that is not there.
pub fn no_entry(lang: Lang, id: &str) -> String {
    match lang {
        Lang::En => format!(
            "No entry is called {id} here. The page around this one may name an older or newer one."
        ),
        Lang::Ja => format!(
            "{id}という項目はここにない。埋め込み元が古い、または新しい項目を指している可能性がある。"
        ),
    }
}

/// A part of the page that may stand beside the view.
pub fn part(lang: Lang, part: Part) -> &'static str {
    match part {
        Part::Search => words::search(lang),
        Part::Facets => words::filters(lang),
        Part::Views => views(lang),
        Part::Head => head(lang),
    }
}

const HOSTS: [[&str; 2]; 6] = [
    ["Any page, as a frame", "任意のページ（フレーム）"],
    ["Any page, as an element", "任意のページ（要素）"],
    ["MediaWiki", "MediaWiki"],
    ["DokuWiki", "DokuWiki"],
    [
        "HTML macro, as in Confluence",
        "HTMLマクロ（Confluenceなど）",
    ],
    ["GitHub Pages", "GitHub Pages"],
];

/// The hosts of the list, in its order.
pub fn host(lang: Lang, at: usize) -> &'static str {
    let [en, ja] = HOSTS.get(at).copied().unwrap_or_default();
    match lang {
        Lang::En => en,
        Lang::Ja => ja,
    }
}

/// What each host needs, in the order of the list.
pub fn needed(lang: Lang, host: usize) -> [&'static str; 2] {
    let needs = match lang {
        Lang::En => &NEEDED_EN,
        Lang::Ja => &NEEDED_JA,
    };
    needs.get(host).copied().unwrap_or_default()
}

const NEEDED_EN: [[&str; 2]; 6] = [
    [
        "Lay the page where the other page may frame it: a policy there needs frame-src with its address.",
        "A sandbox needs allow-scripts; with allow-downloads pictures can be saved, with allow-popups sources open.",
    ],
    [
        "Lay incident-explorer.js beside the page. A policy needs script-src with its address and 'wasm-unsafe-eval'.",
        "Nothing else. Without 'wasm-unsafe-eval' a sentence says so, above what stands between the tags.",
    ],
    [
        "Once: lay incident-explorer.html into the folder explorer of the web root, and the file below beside LocalSettings.php, at whose end its line require_once… is put.",
        "Then this tag works on every page. The frame is sandboxed; no markup of an editor passes.",
    ],
    [
        "Once: lay incident-explorer.html into the folder explorer of the web root, and the file below where its name says.",
        "Then this tag works on every page. The frame is sandboxed; no markup of an editor passes.",
    ],
    [
        "A macro that lets <iframe> through. Scripts in the macro are not needed.",
        "The file must be served as a page: what a wiki offers as a download only cannot be framed.",
    ],
    [
        "Commit incident-explorer.js beside the page; in Markdown the lines stay as they are.",
        "Nothing else: GitHub Pages sends no policy.",
    ],
];

const NEEDED_JA: [[&str; 2]; 6] = [
    [
        "このページを、埋め込み元からフレームで開ける場所に置く。埋め込み元にCSPがあれば、frame-srcにそのアドレスが要る。",
        "sandboxにはallow-scriptsが要る。図の保存にはallow-downloads、出典を開くにはallow-popupsも加える。",
    ],
    [
        "incident-explorer.jsをこのページと同じ場所に置く。CSPがあれば、script-srcにそのアドレスと'wasm-unsafe-eval'が要る。",
        "ほかの許可は不要。'wasm-unsafe-eval'がなければ、その旨の一文とタグの間の内容を表示する。",
    ],
    [
        "初回のみ: incident-explorer.htmlを公開フォルダーのexplorerに、下のファイルをLocalSettings.phpと同じ場所に置き、その冒頭のrequire_onceの行をLocalSettings.phpの末尾に加える。",
        "以後は、どのページでもこのタグが使える。フレームはsandbox付きで、編集者の書いたHTMLは通さない。",
    ],
    [
        "初回のみ: incident-explorer.htmlを公開フォルダーのexplorerに、下のファイルをその名の示す場所に置く。",
        "以後は、どのページでもこのタグが使える。フレームはsandbox付きで、編集者の書いたHTMLは通さない。",
    ],
    [
        "<iframe>を通すマクロが要る。マクロ内のスクリプトは不要。",
        "ファイルはページとして配信されていること。ダウンロード専用の添付ファイルは、フレームでは開けない。",
    ],
    [
        "incident-explorer.jsを同じフォルダーにコミットする。Markdownにもこのまま書ける。",
        "ほかの設定は不要。GitHub PagesはCSPを送らない。",
    ],
];

/// How heavy the script is: as a file, and as hosts send it.
pub fn script_kb(lang: Lang, kb: u32) -> String {
    match lang {
        Lang::En => {
            format!("{kb} KB (gzip) once per visit; several elements on a page share the script.")
        }
        Lang::Ja => {
            format!("転送量は{kb}KB（gzip）。同じページの複数の要素でスクリプトを共有する。")
        }
    }
}

/// How heavy the one file is.
pub fn file_kb(lang: Lang, kb: u32) -> String {
    match lang {
        Lang::En => format!("One file of {kb} KB."),
        Lang::Ja => format!("1ファイル、{kb}KB。"),
    }
}

/// How heavy the hosted form is.
pub fn site_kb(lang: Lang, kb: u32) -> String {
    match lang {
        Lang::En => format!("{kb} KB in all (gzip)."),
        Lang::Ja => format!("転送量は合計{kb}KB（gzip）。"),
    }
}
