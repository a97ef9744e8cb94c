//! The words round a picture that leaves the page, and of what is printed.

use super::format;
use super::words::words;
use incidents::model::{Day, Lang};

words! {
    save: "Save picture", "図を保存";
    as_svg: "SVG", "SVG";
    as_png: "PNG", "PNG";
    as_text: "Copy as text", "テキストとして複写";
    svg_hint: "SVG for print and editing, PNG for slides. Nothing is sent.", "SVGは印刷と編集に、PNGはスライドに向く。何も送信しない。";
    area: "The picture as SVG text", "図のSVGテキスト";
    drawing: "Drawing the picture…", "図を描画中…";
    failed: "The browser did not draw the picture. Save it as SVG, or copy it as text.", "ブラウザーが図を描画できなかった。SVGで保存するか、テキストとして複写する。";
    no_picture: "There is no picture to save. Widen the results first.", "保存する図がない。先に結果の絞り込みを緩める。";
    map_title: "Victims by country, entry offices and ways in", "国別の被害組織、入口の拠点と侵入経路";
    credit: "Incident Explorer. Wording: CC BY 4.0. Each fact stands in the sources its entry names.", "Incident Explorer。文言: CC BY 4.0。事実はそれぞれの項目が挙げる出典による。";
    endnotes: "Endnotes: the sources of each entry", "後注: 各項目の出典";
}

/// The picture was handed over; whether it arrived, the page is not told.
pub fn handed_over(lang: Lang, name: &str) -> String {
    match lang {
        Lang::En => format!(
            "Handed to the browser as {name}. If no file arrives, copy the picture as text."
        ),
        Lang::Ja => format!(
            "{name}としてブラウザーに渡した。ファイルが現れなければ、テキストとして複写する。"
        ),
    }
}

/// In a frame files may be kept back without a word.
pub fn in_frame(lang: Lang, name: &str) -> String {
    match lang {
        Lang::En => format!(
            "This page stands in a frame, which may keep files back. If none arrives, copy this text and save it as {name}."
        ),
        Lang::Ja => format!(
            "枠の中のページでは、ファイルが届かないことがある。届かなければ、下のテキストを複写し、{name}として保存する。"
        ),
    }
}

/// The text is on the clipboard.
pub fn copied(lang: Lang, name: &str) -> String {
    match lang {
        Lang::En => format!("Copied. Paste it into a text file and save it as {name}."),
        Lang::Ja => format!("複写した。テキストファイルに貼り付け、{name}として保存する。"),
    }
}

/// The text could not be copied, and is selected for the reader's own keys.
pub fn selected(lang: Lang, name: &str) -> String {
    match lang {
        Lang::En => format!(
            "Selected: press Ctrl+C or ⌘C, paste it into a text file and save it as {name}."
        ),
        Lang::Ja => format!(
            "選択した。Ctrl+Cか⌘Cで複写し、テキストファイルに貼り付け、{name}として保存する。"
        ),
    }
}

/// No browser draws a PNG so large.
pub fn too_large(lang: Lang, (width, height): (u32, u32)) -> String {
    match lang {
        Lang::En => format!(
            "As PNG this picture would be {width} × {height} px, more than browsers draw. Save it as SVG, or narrow the results."
        ),
        Lang::Ja => format!(
            "PNGでは{width}×{height}pxとなり、ブラウザーが描画できる大きさを超える。SVGで保存するか、結果を絞り込む。"
        ),
    }
}

/// When a page was printed.
pub fn printed_on(lang: Lang, day: Day) -> String {
    let day = format::day(lang, day);
    match lang {
        Lang::En => format!("printed {day}"),
        Lang::Ja => format!("{day}印刷"),
    }
}

/// The data a page was printed from.
pub fn data(lang: Lang, version: &str) -> String {
    match lang {
        Lang::En => format!("data {version}"),
        Lang::Ja => format!("データ{version}"),
    }
}

/// The endnotes of an entry: `notes 4–9`.
pub fn notes(lang: Lang, first: usize, last: usize) -> String {
    let range = match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    };
    match (lang, first == last) {
        (Lang::En, true) => format!("note {range}"),
        (Lang::En, false) => format!("notes {range}"),
        (Lang::Ja, _) => format!("注{range}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_says_the_size_and_the_remedy() {
        let told = too_large(Lang::En, (2680, 40_000));
        assert!(told.contains("2680 × 40000 px") && told.contains("Save it as SVG"));
        assert!(too_large(Lang::Ja, (2680, 40_000)).contains("SVGで保存"));
    }

    #[test]
    fn one_note_is_no_range() {
        assert_eq!(notes(Lang::En, 4, 4), "note 4");
        assert_eq!(notes(Lang::En, 4, 9), "notes 4–9");
        assert_eq!(notes(Lang::Ja, 4, 9), "注4–9");
    }
}
