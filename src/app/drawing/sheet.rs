//! The whole picture as a file: title and counts above, what was seen, what marks mean, and below
//! where it comes from.

use super::Markup;
use super::look::FONT_SIZE;
use crate::views::text_width::text_width_px;
use geometry::path::decimal;

/// Round everything, in px.
const MARGIN: f64 = 24.0;
/// A narrow picture still has room for its words.
const LEAST_WIDTH: f64 = 420.0;
/// From the words to the picture and back.
const GAP: f64 = 14.0;
/// A line of the legend.
const LEGEND_LINE: f64 = 24.0;
/// Between two samples of the legend, and from a sample to its words.
const SAMPLE_GAPS: (f64, f64) = (20.0, 8.0);

/// Size and line of the title, of what stands under it, and of what stands at the foot.
const TITLE: (f64, f64) = (20.0, 28.0);
const LINE: (f64, f64) = (14.0, 21.0);
const FOOT: (f64, f64) = (12.0, 18.0);

/// The words round a picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Caption {
    /// The tag of its language.
    pub lang: &'static str,
    /// What it shows.
    pub title: String,
    /// What was asked, how many entries, which data.
    pub lines: Vec<String>,
    /// Its address, what it does not say, who made it.
    pub foot: Vec<String>,
}

/// A part of the screen with what is drawn on it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panel {
    /// Width and height in px.
    pub size: [f64; 2],
    /// What it lies on, where that is not the page.
    pub ground: Option<String>,
    /// Elements, in px from its corner.
    pub markup: String,
    /// Whether what reaches over its edge is cut off.
    pub cut: bool,
}

/// A mark and what it means.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sample {
    /// The mark, from its corner; none where only something is said.
    pub mark: Option<Panel>,
    /// Its words.
    pub text: String,
}

/// What is on the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    /// The parts, from top to bottom.
    pub panels: Vec<Panel>,
    /// What the marks mean.
    pub legend: Vec<Sample>,
    /// What the picture says to a screen reader.
    pub label: String,
    /// The colours of ground and ink.
    pub colours: [String; 2],
    /// The typefaces.
    pub fonts: String,
}

/// A file, and how large it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// SVG, complete.
    pub text: String,
    /// Width and height in px.
    pub size: [f64; 2],
}

/// The file of what is seen; none where nothing is.
pub fn sheet(seen: &Seen, caption: &Caption) -> Option<Drawn> {
    let inner = seen.panels.iter().map(|panel| panel.size[0]);
    let inner = inner.fold(LEAST_WIDTH, f64::max).ceil();
    if seen.panels.is_empty() {
        return None;
    }
    let mut pen = Pen {
        body: Markup::default(),
        y: MARGIN,
        inner,
        ink: seen.colours[1].clone(),
    };
    pen.words(&caption.title, TITLE, "700", "1");
    for line in &caption.lines {
        pen.words(line, LINE, "400", "0.85");
    }
    pen.y += GAP;
    for panel in &seen.panels {
        pen.panel(panel, MARGIN, pen.y);
        pen.y += panel.size[1];
    }
    pen.y += GAP;
    pen.legend(&seen.legend);
    pen.y += GAP;
    for line in &caption.foot {
        pen.words(line, FOOT, "400", "0.75");
    }
    let size = [inner + 2.0 * MARGIN, (pen.y + MARGIN).ceil()];
    let text = file(seen, caption, size, &pen.body.done());
    Some(Drawn { text, size })
}

fn file(seen: &Seen, caption: &Caption, size: [f64; 2], body: &str) -> String {
    let [width, height] = size.map(decimal);
    let mut svg = Markup::default();
    svg.open("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("width", &width)
        .with("height", &height)
        .with("viewBox", &format!("0 0 {width} {height}"))
        .with("xml:lang", caption.lang)
        .with("role", "img")
        .with("font-family", &seen.fonts)
        .with("font-size", FONT_SIZE);
    svg.open("title").text(&caption.title).close();
    svg.open("desc").text(&seen.label).close();
    svg.open("rect")
        .with("width", &width)
        .with("height", &height)
        .with("fill", &seen.colours[0])
        .close();
    svg.elements(body);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n",
        svg.done()
    )
}

/// Writes from top to bottom.
struct Pen {
    body: Markup,
    y: f64,
    inner: f64,
    ink: String,
}

impl Pen {
    /// Words in as many lines as they need.
    fn words(&mut self, text: &str, (size, line): (f64, f64), weight: &str, opacity: &str) {
        for part in wrapped(text, self.inner, size) {
            self.y += line;
            self.text(
                &part,
                MARGIN,
                self.y - (line - size),
                (size, weight, opacity),
            );
        }
    }

    fn text(&mut self, text: &str, x: f64, y: f64, (size, weight, opacity): (f64, &str, &str)) {
        self.body
            .open("text")
            .with("x", &decimal(x))
            .with("y", &decimal(y))
            .with("font-size", &format!("{}px", decimal(size)))
            .with("fill", &self.ink);
        for (name, value, usual) in [
            ("font-weight", weight, "400"),
            ("fill-opacity", opacity, "1"),
        ] {
            if value != usual {
                self.body.with(name, value);
            }
        }
        self.body.text(text).close();
    }

    /// A part of its own coordinates.
    fn panel(&mut self, panel: &Panel, x: f64, y: f64) {
        let [width, height] = panel.size.map(decimal);
        self.body
            .open("svg")
            .with("x", &decimal(x))
            .with("y", &decimal(y))
            .with("width", &width)
            .with("height", &height);
        if !panel.cut {
            self.body.with("overflow", "visible");
        }
        if let Some(ground) = &panel.ground {
            self.body
                .open("rect")
                .with("width", &width)
                .with("height", &height)
                .with("fill", ground)
                .close();
        }
        self.body.elements(&panel.markup).close();
    }

    /// Samples beside one another, in as many lines as they need; a text that needs more than a
    /// line has lines of its own.
    fn legend(&mut self, samples: &[Sample]) {
        let (between, after) = SAMPLE_GAPS;
        let mut x = MARGIN;
        for (nth, sample) in samples.iter().enumerate() {
            let mark = sample
                .mark
                .as_ref()
                .map_or(0.0, |mark| mark.size[0] + after);
            let width = mark + width_px(&sample.text, FOOT.0);
            if nth > 0 && x + width > MARGIN + self.inner {
                x = MARGIN;
                self.y += LEGEND_LINE;
            }
            let middle = self.y + LEGEND_LINE / 2.0;
            if let Some(mark) = &sample.mark {
                self.panel(mark, x, middle - mark.size[1] / 2.0);
            }
            let lines = wrapped(&sample.text, self.inner - mark, FOOT.0);
            for (i, line) in lines.iter().enumerate() {
                self.y += if i > 0 { FOOT.1 } else { 0.0 };
                let base = self.y + LEGEND_LINE / 2.0 + 4.0;
                self.text(line, x + mark, base, (FOOT.0, "400", "0.85"));
            }
            x += width + between;
        }
        if !samples.is_empty() {
            self.y += LEGEND_LINE;
        }
    }
}

fn width_px(text: &str, size: f64) -> f64 {
    text_width_px(text) * size / 12.0
}

/// A text in lines of at most a width: broken behind a space, in an address behind its marks, in
/// Japanese between any two characters that may part, and anywhere where nothing else helps.
pub fn wrapped(text: &str, width: f64, size: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut used, mut good) = (String::new(), 0.0, 0);
    let mut before = ' ';
    for c in text.chars() {
        let wide = |c: char| c >= '\u{2e80}';
        let stays = matches!(c, '、' | '。' | '，' | '．' | '）' | '」' | '・' | 'ー');
        if (before == ' ' || matches!(before, '/' | '?' | '&' | ',') || wide(before) || wide(c))
            && !stays
        {
            good = line.len();
        }
        let px = width_px(c.encode_utf8(&mut [0; 4]), size);
        if c != ' ' && used + px > width && !line.is_empty() {
            let rest = line.split_off(if good > 0 { good } else { line.len() });
            lines.push(line.trim_end().to_owned());
            (line, good) = (rest, 0);
            used = width_px(&line, size);
        }
        line.push(c);
        used += px;
        before = c;
    }
    lines.push(line.trim_end().to_owned());
    lines.retain(|line| !line.is_empty());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen() -> Seen {
        let panel = Panel {
            size: [500.0, 100.0],
            ground: Some("rgb(9, 9, 9)".to_owned()),
            markup: "<path d=\"M0 0\"/>".to_owned(),
            cut: true,
        };
        let mark = Panel {
            size: [20.0, 12.0],
            ..Panel::default()
        };
        let sample = |text: &str, mark: Option<Panel>| Sample {
            text: text.to_owned(),
            mark,
        };
        Seen {
            panels: vec![
                panel.clone(),
                Panel {
                    cut: false,
                    ..panel
                },
            ],
            legend: vec![sample("office", Some(mark)), sample("no line", None)],
            label: "Japan 5".to_owned(),
            colours: ["rgb(255, 255, 255)", "rgb(0, 0, 0)"].map(str::to_owned),
            fonts: "\"Noto Sans\", sans-serif".to_owned(),
        }
    }

    fn caption() -> Caption {
        let lines = |texts: &[&str]| texts.iter().map(|t| (*t).to_owned()).collect();
        Caption {
            lang: "en",
            title: "Victims <by> country".to_owned(),
            lines: lines(&["2 of 129 entries (q:\"<script>\"), data 8f3c"]),
            foot: lines(&[
                "https://host.example/#/map?q=a&lang=en",
                "Incident Explorer",
            ]),
        }
    }

    #[test]
    fn a_file_says_what_it_shows_of_what_and_where_it_stands() {
        let drawn = sheet(&seen(), &caption()).unwrap();
        let text = &drawn.text;
        assert!(text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns="));
        assert!(text.contains("<title>Victims &lt;by&gt; country</title><desc>Japan 5</desc>"));
        for said in [
            "2 of 129 entries (q:&quot;&lt;script&gt;&quot;), data 8f3c",
            "https://host.example/#/map?q=a&amp;lang=en",
            ">Incident Explorer</text>",
            ">office</text>",
            ">no line</text>",
            "font-family=\"&quot;Noto Sans&quot;, sans-serif\"",
        ] {
            assert!(text.contains(said), "{said} in {text}");
        }
        assert!(!text.contains("<script") && !text.contains("url("));
        let [width, height] = drawn.size;
        assert_eq!(width, 548.0);
        let least = 2.0 * 100.0 + 28.0 + 21.0 + 2.0 * 18.0;
        assert!(height > least && height < least + 150.0, "{height}");
        assert!(text.contains(&format!("viewBox=\"0 0 548 {}\"", decimal(height))));
    }

    #[test]
    fn parts_stand_under_one_another_and_only_the_cut_one_is_cut() {
        let text = sheet(&seen(), &caption()).unwrap().text;
        let parts: Vec<&str> = text.split("<svg x=\"24\" y=\"").skip(1).collect();
        let top = |part: &str| part.split('"').next().unwrap().parse::<f64>().unwrap();
        assert_eq!(top(parts[1]) - top(parts[0]), 100.0);
        assert!(!parts[0].contains("overflow") && parts[1].contains("overflow=\"visible\""));
    }

    #[test]
    fn nothing_seen_is_no_file() {
        assert_eq!(sheet(&Seen::default(), &caption()), None);
    }

    #[test]
    fn lines_break_where_words_addresses_and_japanese_may() {
        assert_eq!(wrapped("one two three", 50.0, 12.0), ["one two", "three"]);
        let address = wrapped("https://host.example/wiki/page#/map?q=a", 130.0, 12.0);
        assert_eq!(address.concat(), "https://host.example/wiki/page#/map?q=a");
        assert!(
            address[0].ends_with('/') && address.len() > 1,
            "{address:?}"
        );
        let japanese = wrapped("全129件中5件、データ版", 70.0, 12.0);
        assert!(
            japanese.iter().all(|line| !line.starts_with('、')),
            "{japanese:?}"
        );
        assert_eq!(wrapped(&"x".repeat(30), 70.0, 12.0).len(), 3);
        assert_eq!(wrapped("", 70.0, 12.0), Vec::<String>::new());
    }
}
