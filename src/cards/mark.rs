//! The few elements a card is made of. There is no way to give one another attribute.

use incidents::model::WebAddress;
use incidents::model::date::Single;
use incidents::model::{Date, Lang};

/// A piece of a card.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// Text, of whatever letters.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element, its one attribute or two, and what is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    inside: Vec<Mark>,
}

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 16] = [
    "article", "h3", "h4", "h5", "p", "dl", "dt", "dd", "ul", "ol", "li", "table", "thead",
    "tbody", "tr", "td",
];
/// Of these, the ones that hold only elements.
const HOLDERS: [&str; 8] = ["article", "dl", "ul", "ol", "table", "thead", "tbody", "tr"];

/// Text.
pub fn text(text: impl Into<String>) -> Mark {
    Mark::Text(text.into())
}

/// An element without attributes.
pub fn element(name: &'static str, inside: Vec<Mark>) -> Mark {
    with(name, Vec::new(), inside)
}

fn with(name: &'static str, attributes: Vec<(&'static str, String)>, inside: Vec<Mark>) -> Mark {
    Mark::Element(Element {
        name,
        attributes,
        inside,
    })
}

/// An element with one text in it.
pub fn said(name: &'static str, inside: impl Into<String>) -> Mark {
    element(name, vec![text(inside)])
}

/// The whole card.
pub fn article(id: String, lang: Lang, inside: Vec<Mark>) -> Mark {
    let attributes = vec![("id", id), ("lang", lang.tag().to_owned())];
    with("article", attributes, inside)
}

/// A link to another site: only a checked address can become one.
pub fn link(address: &WebAddress, inside: impl Into<String>) -> Mark {
    with("a", vec![("href", address.to_string())], vec![text(inside)])
}

/// A text in a language, marked where that is not the card's.
pub fn tagged(
    lang: Lang,
    name: &'static str,
    tag: Option<&str>,
    inside: impl Into<String>,
) -> Mark {
    let foreign = tag.filter(|tag| *tag != lang.tag());
    match (foreign, name) {
        (None, "span") => text(inside),
        (None, _) => said(name, inside),
        (Some(tag), _) => with(name, vec![("lang", tag.to_owned())], vec![text(inside)]),
    }
}

/// A date as it is told: as `time` where HTML has a form that is exactly as wide, which is one day,
/// month or year that is neither about nor doubtful; else as text.
pub fn time(date: &Date, shown: String) -> Mark {
    let parts = date.parts();
    let plain = |part: &&Single| !part.approximate && !part.uncertain;
    let valid = match parts.as_slice() {
        [one] => Some(one).filter(plain).map(machine),
        _ => None,
    };
    match valid {
        Some(valid) => with("time", vec![("datetime", valid)], vec![text(shown)]),
        None => text(shown),
    }
}

/// A date string, month string or year string of HTML: the year has four digits at least.
fn machine(part: &Single) -> String {
    let year = format!("{:04}", part.year);
    match (part.month, part.day) {
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year}-{month:02}"),
        (None, _) => year,
    }
}

/// As HTML: each element closed, each letter that means something escaped.
pub fn html(marks: &[Mark]) -> String {
    let mut out = String::new();
    for mark in marks {
        write_html(mark, &mut out);
    }
    out
}

fn write_html(mark: &Mark, out: &mut String) {
    match mark {
        Mark::Text(text) => escape(text, out),
        Mark::Element(element) => {
            open(element, out);
            element.inside.iter().for_each(|m| write_html(m, out));
            close(element, out);
        }
    }
}

/// As MediaWiki 1.39 takes it: of the elements here its sanitizer knows neither `article`, `a`,
/// `thead` nor `tbody`, and shows as text what it does not know.
pub fn wikitext(marks: &[Mark]) -> String {
    let mut out = String::new();
    for mark in marks {
        write_wikitext(mark, &mut out);
    }
    out
}

fn write_wikitext(mark: &Mark, out: &mut String) {
    let Mark::Element(element) = mark else {
        if let Mark::Text(text) = mark {
            plain(text, out);
        }
        return;
    };
    match (element.name, element.attributes.as_slice()) {
        ("a", [(_, address)]) => {
            out.push('[');
            bracketed(address, out);
            out.push(' ');
        }
        // As a `div` it would keep its language, which readers aloud need.
        ("article", attributes) => open(
            &Element {
                name: "div",
                attributes: attributes.to_vec(),
                inside: Vec::new(),
            },
            out,
        ),
        ("thead" | "tbody", _) => {}
        _ => open(element, out),
    }
    element.inside.iter().for_each(|m| write_wikitext(m, out));
    match element.name {
        "thead" | "tbody" => {}
        "a" => out.push(']'),
        "article" => out.push_str("</div>\n"),
        _ => close(element, out),
    }
}

fn open(element: &Element, out: &mut String) {
    out.push('<');
    out.push_str(element.name);
    for (name, value) in &element.attributes {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        escape(value, out);
        out.push('"');
    }
    out.push('>');
    if HOLDERS.contains(&element.name) || element.name == "div" {
        out.push('\n');
    }
}

fn close(element: &Element, out: &mut String) {
    out.push_str("</");
    out.push_str(element.name);
    out.push('>');
    if BLOCKS.contains(&element.name) || element.name == "th" {
        out.push('\n');
    }
}

/// Letters that mean something in HTML become references. A line's end becomes a space, for a
/// blank line would end the HTML of a Markdown page; what no page may hold becomes U+FFFD.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\r' | '\t' => out.push(' '),
            c if c.is_control() || is_no_character(c) => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

/// Code points that are set aside for good, which HTML forbids (U+FDD0 to U+FDEF, U+xxFFFE, U+xxFFFF).
fn is_no_character(c: char) -> bool {
    let code = u32::from(c);
    (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe
}

/// Letters that mean something in wikitext become references too.
fn plain(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '[' | ']' | '{' | '}' | '|' | '\'' | '~' | '_' | ':' | '=' | '#' | '*' | ';' => {
                out.push_str(&format!("&#{};", u32::from(c)));
            }
            c => escape(c.encode_utf8(&mut [0; 4]), out),
        }
    }
}

/// An address between brackets: what would end it there is written in per cent.
fn bracketed(address: &str, out: &mut String) {
    for c in address.chars() {
        match c {
            '[' | ']' | '\'' => out.push_str(&format!("%{:02X}", u32::from(c))),
            c => out.push(c),
        }
    }
}
