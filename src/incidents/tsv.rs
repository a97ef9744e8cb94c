//! Rows as tab-separated text, for a spreadsheet.
//!
//! What a source wrote must not become a formula: a cell that begins like one gets an apostrophe
//! before it (OWASP, "CSV Injection"), full-width signs too, which spreadsheets in Japanese read
//! as the others.

/// What a formula may begin with.
const BEGINS_A_FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// One cell: on one line, without tabs, and never a formula.
pub fn cell(text: &str) -> String {
    let blank = |c: char| if c.is_control() { ' ' } else { c };
    let plain: String = text.chars().map(blank).collect();
    let plain = plain.trim();
    let guarded = match plain.starts_with(BEGINS_A_FORMULA) {
        true => format!("'{plain}"),
        false => plain.to_owned(),
    };
    // A mark at the beginning would open a quotation that runs over tabs and lines (RFC 4180).
    match guarded.starts_with('"') {
        true => format!("\"{}\"", guarded.replace('"', "\"\"")),
        false => guarded,
    }
}

/// Rows of cells, each row on a line of its own.
pub fn rows(rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut out = String::new();
    for row in rows {
        let row: Vec<String> = row.iter().map(|text| cell(text)).collect();
        out.push_str(&row.join("\t"));
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_begins_like_a_formula_is_text() {
        assert_eq!(
            cell("=HYPERLINK(\"https://x\")"),
            "'=HYPERLINK(\"https://x\")"
        );
        assert_eq!(cell(" \t+1"), "'+1");
        assert_eq!(cell("-914"), "'-914");
        assert_eq!(cell("@sum"), "'@sum");
        assert_eq!(cell("＝1"), "'＝1");
        assert_eq!(cell("914–974"), "914–974");
        assert_eq!(cell("Jun or Jul 2017"), "Jun or Jul 2017");
    }

    #[test]
    fn a_quotation_at_the_beginning_does_not_swallow_the_next_cells() {
        assert_eq!(cell("\"Tick\" group"), "\"\"\"Tick\"\" group\"");
        assert_eq!(cell("named \"Tick\""), "named \"Tick\"");
    }

    /// Reads a line as a spreadsheet does: a cell that begins with a mark is quoted.
    fn read(line: &str) -> Vec<String> {
        let unquoted = |text: &str| match text.strip_prefix('"') {
            Some(rest) => rest.strip_suffix('"').unwrap().replace("\"\"", "\""),
            None => text.to_owned(),
        };
        line.split('\t').map(unquoted).collect()
    }

    proptest! {
        #[test]
        fn a_row_is_a_line_and_a_cell_a_cell(cells in proptest::collection::vec(".{0,12}", 1..6)) {
            let text = rows([cells.clone()].into_iter());
            prop_assert_eq!(text.matches('\n').count(), 1);
            let back = read(text.trim_end_matches('\n'));
            prop_assert_eq!(back.len(), cells.len());
            for (back, given) in back.iter().zip(&cells) {
                prop_assert!(!back.starts_with(BEGINS_A_FORMULA), "{back:?}");
                let kept = back.strip_prefix('\'').unwrap_or(back);
                let blank: String = given.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
                prop_assert!(blank.trim() == back || blank.trim() == kept);
            }
        }
    }
}
