//! A picture that leaves the page: markup that stands alone, with the colours it is seen in, a
//! caption and nothing that loads or runs.
//!
//! Pure: `browser::picture` reads what is on the screen and hands it over. Only elements, attributes
//! and properties named here are written, so no link, script or address of the page can leave with it.

mod look;
mod sheet;

pub use look::look;
pub use sheet::{Caption, Drawn, Panel, Sample, Seen, sheet};

/// Markup of XML, written from its beginning to its end.
#[derive(Debug, Default)]
pub struct Markup {
    text: String,
    open: Vec<&'static str>,
    /// The last tag still lacks its `>`.
    bare: bool,
}

impl Markup {
    /// Begins an element.
    pub fn open(&mut self, tag: &'static str) -> &mut Self {
        self.end_tag();
        self.text.push('<');
        self.text.push_str(tag);
        self.open.push(tag);
        self.bare = true;
        self
    }

    /// An attribute of the element that was just begun.
    pub fn with(&mut self, name: &str, value: &str) -> &mut Self {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        self.escaped(value);
        self.text.push('"');
        self
    }

    /// Text inside the element.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.end_tag();
        self.escaped(text);
        self
    }

    /// Whole elements written by another.
    pub fn elements(&mut self, markup: &str) -> &mut Self {
        self.end_tag();
        self.text.push_str(markup);
        self
    }

    /// Ends the element begun last.
    pub fn close(&mut self) -> &mut Self {
        let Some(tag) = self.open.pop() else {
            return self;
        };
        if self.bare {
            self.text.push_str("/>");
            self.bare = false;
        } else {
            self.text.push_str("</");
            self.text.push_str(tag);
            self.text.push('>');
        }
        self
    }

    /// Everything, with what is still open ended.
    pub fn done(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }

    fn end_tag(&mut self) {
        if self.bare {
            self.text.push('>');
            self.bare = false;
        }
    }

    /// What would be markup is escaped, and what XML 1.0 (section 2.2) forbids is left out.
    fn escaped(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\t' | '\n' => self.text.push(c),
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
                c => self.text.push(c),
            }
        }
    }
}

/// The tag an element is written with; a link becomes a group, and what is no shape is left out.
pub fn tag(name: &str) -> Option<&'static str> {
    let tags = [
        "g", "path", "rect", "circle", "line", "text", "defs", "pattern",
    ];
    match name {
        "a" => Some("g"),
        other => tags.into_iter().find(|tag| *tag == other),
    }
}

/// The attributes of an element that say where it stands.
pub fn attributes(tag: &str) -> &'static [&'static str] {
    match tag {
        "path" => &["d", "transform"],
        "rect" => &["x", "y", "width", "height", "rx", "transform"],
        "circle" => &["cx", "cy", "r", "transform"],
        "line" => &["x1", "y1", "x2", "y2", "transform"],
        "text" => &["x", "y", "transform"],
        "g" => &["transform"],
        "pattern" => &["id", "width", "height", "patternUnits", "patternTransform"],
        _ => &[],
    }
}

/// `incident-explorer-map-2026a1b2-129`: what is shown, the data's version and how many entries;
/// ASCII letters, digits and dashes, so that every disk takes it.
pub fn file_name(what: &str, version: &str, entries: usize) -> String {
    let all = format!("incident-explorer-{what}-{version}-{entries}");
    let mut name = String::new();
    for c in all.chars() {
        if c.is_ascii_alphanumeric() {
            name.push(c.to_ascii_lowercase());
        } else if !name.ends_with('-') {
            name.push('-');
        }
    }
    name
}

/// How many px of the file one px of the page becomes.
pub const PNG_SCALE: u32 = 2;

/// The size of the PNG of a picture, or nothing where browsers do not draw one so large.
///
/// A side of 32,767 px is the least that Chromium, Firefox and Safari of 2026 have in common; the
/// area of 8,192 by 8,192 px is 256 MB of memory, which a tab can spare.
pub fn png_size(width_px: f64, height_px: f64) -> Result<(u32, u32), (u32, u32)> {
    let size = [width_px, height_px].map(|px| (px.ceil() as u32).saturating_mul(PNG_SCALE));
    let [width, height] = size;
    let fits = size.iter().all(|side| (1..=32_767).contains(side));
    match fits && u64::from(width) * u64::from(height) <= 8_192 * 8_192 {
        true => Ok((width, height)),
        false => Err((width, height)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_cannot_become_markup() {
        let mut markup = Markup::default();
        markup
            .open("g")
            .open("text")
            .with("x", "1\" onload=\"alert(1)");
        markup.text("</text><script>a&b\u{0}\u{b}</script>");
        assert_eq!(
            markup.done(),
            "<g><text x=\"1&quot; onload=&quot;alert(1)\">\
            &lt;/text&gt;&lt;script&gt;a&amp;b&lt;/script&gt;</text></g>"
        );
    }

    #[test]
    fn an_element_without_content_ends_itself() {
        let mut markup = Markup::default();
        markup.open("g").open("path").with("d", "M0 0").close();
        markup.open("defs").close().elements("<g/>").close().close();
        assert_eq!(markup.done(), "<g><path d=\"M0 0\"/><defs/><g/></g>");
    }

    #[test]
    fn only_shapes_leave_the_page() {
        assert_eq!(tag("a"), Some("g"));
        for other in [
            "script",
            "style",
            "image",
            "use",
            "foreignObject",
            "animate",
            "title",
        ] {
            assert_eq!(tag(other), None, "{other}");
        }
        let all = ["path", "rect", "circle", "line", "text", "g", "pattern"];
        let bad = |name: &&str| name.starts_with("on") || name.contains("href") || *name == "style";
        assert!(!all.iter().flat_map(|t| attributes(t)).any(bad));
    }

    #[test]
    fn a_file_name_holds_nothing_a_disk_refuses() {
        assert_eq!(
            file_name("map", "8f3c/ 2026-11", 129),
            "incident-explorer-map-8f3c-2026-11-129"
        );
        assert_eq!(file_name("../é", "", 0), "incident-explorer-0".to_owned());
    }

    #[test]
    fn a_picture_too_large_for_a_canvas_is_refused_with_its_size() {
        assert_eq!(png_size(960.4, 500.0), Ok((1922, 1000)));
        assert_eq!(png_size(1000.0, 20_000.0), Err((2000, 40_000)));
        assert_eq!(png_size(8_000.0, 8_000.0), Err((16_000, 16_000)));
        assert!(png_size(0.0, 10.0).is_err());
        assert!(png_size(f64::INFINITY, 10.0).is_err());
    }
}
