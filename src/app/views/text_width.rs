//! How wide a text will be, near enough to keep texts of a picture apart; no browser is asked, so
//! that the picture is the same everywhere.

/// Width of a text of 12 px in px: half an em for narrow characters, an em for wide ones.
pub fn text_width_px(text: &str) -> f64 {
    text.chars().map(char_px).sum()
}

fn char_px(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | ' ' | '.' | ',' | ':' | '(' | ')' | '\'' => 4.2,
        'm' | 'w' | 'M' | 'W' => 10.5,
        c if c.is_ascii_uppercase() => 8.4,
        c if c.is_ascii() => 7.0,
        '\u{80}'..='\u{24ff}' => 7.4,
        _ => 12.4,
    }
}

/// A text that fits a width, cut with an ellipsis where it does not.
pub fn fitting(text: &str, width_px: f64) -> String {
    if text_width_px(text) <= width_px {
        return text.to_owned();
    }
    let mut left = width_px - 12.0;
    let fits = |c: &char| {
        left -= char_px(*c);
        left >= 0.0
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_only_where_it_does_not_fit() {
        assert_eq!(fitting("Tick", 100.0), "Tick");
        assert_eq!(fitting("三菱電機", 52.0), "三菱電機");
        assert_eq!(fitting("三菱電機株式会社", 60.0), "三菱電…");
    }
}
