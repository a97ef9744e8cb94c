//! From `index.html`, the one template, to the pages that are delivered.

use crate::budget::gzip;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

const POLICY: &str = "<!-- policy: the build writes version and content security policy here -->";
const STYLES: &str = "<!-- styles: the build writes them here -->";
const GUARD: &str = "<!-- guard: the build writes it here, before the data -->";
const SCRIPTS: &str = "<!-- scripts: the build writes the start of the page here -->";

/// What the dialog says of the sizes; as wide as the figures that replace it, so that nothing moves.
const SIZES: &str = "<meta name=\"sizes\" content=\"0000 0000 0000\">";

/// Writes how heavy the forms are into a page: in KB the hosted form, the one file, the script.
///
/// # Errors
/// A sentence where the page has no place for it.
pub fn with_sizes(page: &str, kb: [usize; 3]) -> Result<String, String> {
    let [site, one_file, script] = kb;
    let sizes = format!("<meta name=\"sizes\" content=\"{site:04} {one_file:04} {script:04}\">");
    replace(page, SIZES, &sizes)
}

/// The stylesheets the template names for Trunk, in order.
pub fn stylesheets(template: &str) -> Vec<&str> {
    let links = template
        .lines()
        .filter(|l| l.contains("data-trunk rel=\"css\""));
    links
        .filter_map(|line| line.split("href=\"").nth(1)?.split('"').next())
        .collect()
}

/// The parts that are put into the template.
pub struct Parts<'a> {
    /// What a report names, so that we know which page it was.
    pub version: &'a str,
    /// The content security policy.
    pub policy: &'a str,
    /// What stands in the head instead of Trunk's links.
    pub styles: &'a str,
    /// The script that tells faults; it stands before the data, so that a page cut short is told.
    pub guard: &'a str,
    /// What the dataset block carries.
    pub dataset: &'a [u8],
    /// What the map block carries.
    pub basemap: &'a [u8],
    /// What stands at the end of the body.
    pub scripts: &'a str,
}

/// Fills the template; its lines for Trunk are left out.
///
/// # Errors
/// A sentence where a mark of the template is missing.
pub fn fill(template: &str, parts: &Parts<'_>) -> Result<String, String> {
    let (version, policy) = (attribute(parts.version), attribute(parts.policy));
    let head = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
        <meta name=\"version\" content=\"{version}\">\n{SIZES}"
    );
    let ours = template.lines().filter(|line| !line.contains("data-trunk"));
    let page: String = ours.map(|line| format!("{line}\n")).collect();
    let page = replace(&page, POLICY, &head)?;
    let page = replace(&page, STYLES, parts.styles)?;
    let page = replace(&page, GUARD, parts.guard)?;
    let page = replace(&page, SCRIPTS, parts.scripts)?;
    fill_blocks(&page, parts.dataset, parts.basemap)
}

/// Fills the two data blocks of a page.
///
/// # Errors
/// A sentence where a block is missing, or filled already.
pub fn fill_blocks(page: &str, dataset: &[u8], basemap: &[u8]) -> Result<String, String> {
    let page = fill_block(page, "dataset", dataset)?;
    fill_block(&page, "basemap", basemap)
}

/// Bytes that are packed already, as the page carries them: base64, which cannot end the element
/// around it.
pub fn block(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Text or code as the one file carries it: gzip, in base64.
///
/// # Errors
/// A sentence where it cannot be packed.
pub fn carried(bytes: &[u8]) -> Result<String, String> {
    Ok(block(&gzip(bytes)?))
}

fn fill_block(page: &str, id: &str, bytes: &[u8]) -> Result<String, String> {
    let missing = || format!("the page holds no empty block `{id}`");
    let start = format!("<script type=\"text/plain\" id=\"{id}\"");
    let (before, rest) = page.split_once(&start).ok_or_else(missing)?;
    let (attributes, after) = rest.split_once('>').ok_or_else(missing)?;
    if !after.starts_with("</script>") || after.contains(&start) {
        return Err(missing());
    }
    let text = block(bytes);
    Ok(format!("{before}{start}{attributes}>{text}{after}"))
}

pub(crate) fn replace(page: &str, mark: &str, by: &str) -> Result<String, String> {
    match page.matches(mark).count() {
        1 => Ok(page.replacen(mark, by, 1)),
        n => Err(format!("the template holds `{mark}` {n} times, not once")),
    }
}

fn attribute(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

/// A script or style inside the page, which may not end its own element.
///
/// # Errors
/// A sentence that names the text.
pub fn inline(element: &str, text: &str) -> Result<String, String> {
    let lower = text.to_ascii_lowercase();
    for end in [format!("</{element}"), "<!--".to_owned()] {
        if lower.contains(&end) {
            return Err(format!(
                "an inline {element} holds `{end}`, which would change its end"
            ));
        }
    }
    Ok(format!("<{element}>{text}</{element}>"))
}

/// A script without the lines that only people read. Ours and wasm-bindgen's put comments on lines
/// of their own and break no string over lines, so nothing needs to be understood of JavaScript.
pub fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let comment = |line: &&str| {
        ["//", "/*", "*"]
            .iter()
            .any(|start| line.starts_with(start))
    };
    let code = lines.filter(|line| !line.is_empty() && !comment(line));
    code.map(|line| format!("{line}\n")).collect()
}

/// The hash by which a content security policy (CSP level 3, section 2.3.1) allows an inline text.
pub fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// Eight digits that change with the content.
pub fn stamp(contents: &[&[u8]]) -> String {
    let mut digest = Sha256::new();
    for content in contents {
        digest.update(Sha256::digest(content));
    }
    digest
        .finalize()
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts<'a>(dataset: &'a [u8]) -> Parts<'a> {
        Parts {
            version: "1 \"a\"",
            policy: "default-src 'none'",
            styles: "<style>a{}</style>",
            guard: "<script>0</script>",
            dataset,
            basemap: b"map",
            scripts: "<script>1</script>",
        }
    }

    const TEMPLATE: &str = include_str!("../../index.html");

    #[test]
    fn the_template_is_filled_and_nothing_of_trunk_is_left() {
        let page = fill(TEMPLATE, &parts(b"data")).unwrap();
        let filled = |attributes: &str, bytes| format!("{attributes}>{}</script>", block(bytes));
        assert!(page.contains(&filled("id=\"dataset\" data-format=\"4\"", b"data")));
        assert!(page.contains(&filled("id=\"basemap\"", b"map")));
        assert!(page.contains("content=\"default-src 'none'\""));
        assert!(page.contains("name=\"version\" content=\"1 &quot;a&quot;\""));
        assert!(!page.contains("data-trunk") && !page.contains("<!--"));
    }

    #[test]
    fn the_sizes_are_written_without_moving_anything() {
        let page = fill(TEMPLATE, &parts(b"")).unwrap();
        let sized = with_sizes(&page, [660, 930, 67]).unwrap();
        assert!(sized.contains("<meta name=\"sizes\" content=\"0660 0930 0067\">"));
        assert_eq!(sized.len(), page.len());
        assert!(with_sizes(&sized, [1, 2, 3]).is_err(), "once only");
    }

    #[test]
    fn the_guard_stands_before_the_data_and_the_start_after_it() {
        let page = fill(TEMPLATE, &parts(b"")).unwrap();
        let place = |text| page.find(text).unwrap();
        assert!(place("<script>0<") < place("id=\"dataset\""));
        assert!(place("id=\"dataset\"") < place("<script>1<"));
    }

    #[test]
    fn a_script_or_style_cannot_end_its_element() {
        assert!(inline("script", "'</SCRIPT>'").is_err());
        assert!(inline("script", "'<!--<script>'").is_err());
        assert!(inline("style", "a{content:'</style>'}").is_err());
        assert_eq!(
            inline("script", "1<2").as_deref(),
            Ok("<script>1<2</script>")
        );
    }

    #[test]
    fn a_page_without_its_marks_is_refused_by_name() {
        let told = |page: &str| fill(page, &parts(b"")).unwrap_err();
        assert!(told("").contains("`<!-- policy:") && told("").contains("0 times"));
        assert!(told(&TEMPLATE.repeat(2)).contains("2 times"));
        let error = fill_blocks("<p>", b"", b"").unwrap_err();
        assert_eq!(error, "the page holds no empty block `dataset`");
        let filled = fill_blocks(TEMPLATE, b"data", b"map").unwrap();
        assert!(fill_blocks(&filled, b"", b"").is_err());
    }

    #[test]
    fn the_block_of_the_template_has_the_format_the_page_reads() {
        let mark = format!(
            "id=\"dataset\" data-format=\"{}\"",
            incidents::dataset::block::FORMAT
        );
        assert!(TEMPLATE.contains(&mark));
    }

    #[test]
    fn stylesheets_come_in_the_order_of_the_template() {
        let sheets = stylesheets(TEMPLATE);
        assert_eq!(sheets.first(), Some(&"src/app/styles/tokens.css"));
        assert!(sheets.len() > 3);
    }

    #[test]
    fn scripts_lose_their_comments_and_nothing_else() {
        let script = "// one\n  let a = 1; // kept\n\n  /* two\n   * three */\n  b();\n";
        assert_eq!(without_comments(script), "let a = 1; // kept\nb();\n");
    }

    /// The hash of `alert('Hello, world.');` as given in the CSP specification.
    #[test]
    fn a_hash_is_the_one_of_the_specification() {
        let hash = hash("alert('Hello, world.');");
        assert_eq!(
            hash,
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }

    #[test]
    fn a_stamp_changes_with_any_content_and_with_its_place() {
        let stamps = [
            stamp(&[b"a", b"b"]),
            stamp(&[b"b", b"a"]),
            stamp(&[b"ab", b""]),
        ];
        assert!(stamps.iter().all(|stamp| stamp.len() == 8));
        assert!(stamps[0] != stamps[1] && stamps[0] != stamps[2]);
    }
}
