//! How an element is seen: its computed properties, as attributes.

/// A property, what it is where nobody says, and what it belongs to.
type Property = (&'static str, &'static str, Of);

/// What a property belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Fill,
    Stroke,
    Text,
}

/// The size of a text in a sheet, where nothing else is said.
pub const FONT_SIZE: &str = "16px";

const PROPERTIES: [Property; 14] = [
    ("fill-opacity", "1", Of::Fill),
    ("fill-rule", "nonzero", Of::Fill),
    ("stroke-width", "1px", Of::Stroke),
    ("stroke-dasharray", "none", Of::Stroke),
    ("stroke-linecap", "butt", Of::Stroke),
    ("stroke-linejoin", "miter", Of::Stroke),
    ("stroke-opacity", "1", Of::Stroke),
    ("shape-rendering", "auto", Of::Stroke),
    ("paint-order", "normal", Of::Text),
    ("font-size", FONT_SIZE, Of::Text),
    ("font-weight", "400", Of::Text),
    ("font-style", "normal", Of::Text),
    ("text-anchor", "start", Of::Text),
    ("letter-spacing", "normal", Of::Text),
];

/// The attributes that make an element look as its computed style does; nothing where it is not
/// seen. Groups keep only how far they are seen through: what they hand down is computed for each
/// of their shapes.
pub fn look(tag: &str, style: impl Fn(&str) -> String) -> Option<Vec<(&'static str, String)>> {
    if matches!(tag, "defs" | "pattern") {
        return Some(Vec::new());
    }
    if style("display") == "none" {
        return None;
    }
    let mut attributes = Vec::new();
    let mut add = |name: &'static str, value: String, usual: &str| {
        if value != usual && !value.is_empty() {
            attributes.push((name, value));
        }
    };
    add("opacity", style("opacity"), "1");
    if tag == "g" {
        return Some(attributes);
    }
    let (fill, stroke) = (paint(style("fill")), paint(style("stroke")));
    let unseen = fill == "none" && stroke == "none";
    if unseen || matches!(style("visibility").as_str(), "hidden" | "collapse") {
        return None;
    }
    for (name, usual, of) in PROPERTIES {
        let applies = match of {
            Of::Fill => fill != "none",
            Of::Stroke => stroke != "none",
            Of::Text => tag == "text",
        };
        if applies {
            add(name, style(name), usual);
        }
    }
    add("fill", fill, "");
    add("stroke", stroke, "none");
    Some(attributes)
}

/// A colour, or a pattern of the picture itself; an address of anything else is no paint.
fn paint(value: String) -> String {
    let unseen = matches!(value.as_str(), "" | "transparent" | "rgba(0, 0, 0, 0)");
    let own = value.starts_with("url(#") || value.starts_with("url(\"#");
    match unseen || (value.contains("url(") && !own) {
        true => "none".to_owned(),
        false => value.replace('"', ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(tag: &str, given: &[(&str, &str)]) -> Option<String> {
        let value = |name: &str| {
            let given = given.iter().find(|(n, _)| *n == name);
            given.map_or("", |(_, value)| value).to_owned()
        };
        let all = look(tag, value)?;
        let all: Vec<String> = all.iter().map(|(n, v)| format!("{n}={v}")).collect();
        Some(all.join(" "))
    }

    #[test]
    fn a_shape_keeps_the_colours_it_is_seen_in_and_nothing_usual() {
        let style = [
            ("fill", "rgb(1, 2, 3)"),
            ("stroke", "none"),
            ("stroke-width", "9px"),
            ("opacity", "1"),
            ("fill-opacity", "0.9"),
            ("font-size", "12px"),
        ];
        let seen = of("rect", &style);
        assert_eq!(seen.as_deref(), Some("fill-opacity=0.9 fill=rgb(1, 2, 3)"));
        let line = [
            ("fill", "none"),
            ("stroke", "rgb(0, 0, 0)"),
            ("stroke-dasharray", "6px, 4px"),
        ];
        let seen = of("path", &line);
        let told = "stroke-dasharray=6px, 4px fill=none stroke=rgb(0, 0, 0)";
        assert_eq!(seen.as_deref(), Some(told));
    }

    #[test]
    fn what_is_not_seen_is_not_written() {
        assert_eq!(
            of("path", &[("fill", "none"), ("stroke", "rgba(0, 0, 0, 0)")]),
            None
        );
        assert_eq!(of("g", &[("display", "none")]), None);
        let hidden = [("visibility", "hidden"), ("fill", "rgb(0, 0, 0)")];
        assert_eq!(of("text", &hidden), None);
        assert_eq!(
            of("g", &[("opacity", "0.22")]).as_deref(),
            Some("opacity=0.22")
        );
        assert_eq!(of("pattern", &[("display", "none")]).as_deref(), Some(""));
    }

    #[test]
    fn only_a_pattern_of_the_picture_is_a_paint() {
        let fill = |value| of("rect", &[("fill", value), ("stroke", "red")]).unwrap();
        assert!(fill("url(\"#hatch-1\")").contains("fill=url(#hatch-1)"));
        assert!(fill("url(\"https://elsewhere.example/#a\")").contains("fill=none"));
    }
}
