//! From `index.html`, the one template, to the pages that are delivered.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

const POLICY: &str = "<!-- policy: the build writes the content security policy here -->";
const SCRIPTS: &str = "<!-- scripts: the build writes the start of the page here -->";

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
    /// The content security policy.
    pub policy: &'a str,
    /// What stands in the head instead of Trunk's links.
    pub styles: &'a str,
    /// The dataset block.
    pub dataset: &'a str,
    /// The map block.
    pub basemap: &'a str,
    /// What stands at the end of the body.
    pub scripts: &'a str,
}

/// Fills the template.
///
/// # Errors
/// A sentence where a mark of the template is missing, or a block could end its element.
pub fn fill(template: &str, parts: &Parts<'_>) -> Result<String, String> {
    let mut lines: Vec<String> = Vec::new();
    for line in template.lines() {
        if line.contains("data-trunk") {
            continue;
        }
        if line.contains("<title>") {
            lines.push(line.to_owned());
            lines.push(parts.styles.to_owned());
        } else {
            lines.push(line.to_owned());
        }
    }
    let page = lines.join("\n") + "\n";
    let policy = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">",
        parts.policy
    );
    let page = replace(&page, POLICY, &policy)?;
    let page = replace(&page, SCRIPTS, parts.scripts)?;
    fill_blocks(&page, parts.dataset, parts.basemap)
}

/// Fills the two data blocks of a page.
///
/// # Errors
/// As [`fill`].
pub fn fill_blocks(page: &str, dataset: &str, basemap: &str) -> Result<String, String> {
    let page = fill_block(page, "dataset", dataset)?;
    fill_block(&page, "basemap", basemap)
}

fn fill_block(page: &str, id: &str, text: &str) -> Result<String, String> {
    if text.contains('<') {
        return Err(format!(
            "the block `{id}` holds `<`, which could end its element"
        ));
    }
    let start = format!("<script type=\"application/json\" id=\"{id}\">");
    let empty = format!("{start}</script>");
    replace(page, &empty, &format!("{start}{text}</script>"))
}

fn replace(page: &str, mark: &str, by: &str) -> Result<String, String> {
    match page.matches(mark).count() {
        1 => Ok(page.replacen(mark, by, 1)),
        n => Err(format!("index.html holds `{mark}` {n} times, not once")),
    }
}

/// An inline script or style may not end its own element.
///
/// # Errors
/// A sentence that names the text.
pub fn inline(element: &str, text: &str) -> Result<String, String> {
    if text.to_ascii_lowercase().contains(&format!("</{element}")) {
        return Err(format!("an inline {element} holds `</{element}`"));
    }
    Ok(format!("<{element}>{text}</{element}>"))
}

/// The hash by which a content security policy (CSP level 3, section 2.3.1) allows an inline text.
pub fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts<'a>(dataset: &'a str) -> Parts<'a> {
        Parts {
            policy: "default-src 'none'",
            styles: "<style>a{}</style>",
            dataset,
            basemap: "{}",
            scripts: "<script>1</script>",
        }
    }

    const TEMPLATE: &str = include_str!("../../index.html");

    #[test]
    fn the_template_is_filled_and_nothing_of_trunk_is_left() {
        let page = fill(TEMPLATE, &parts("{\"a\":1}")).unwrap();
        assert!(page.contains("id=\"dataset\">{\"a\":1}</script>"));
        assert!(page.contains("content=\"default-src 'none'\""));
        assert!(!page.contains("data-trunk") && !page.contains("<!-- "));
    }

    #[test]
    fn a_block_cannot_end_its_element() {
        let error = fill(TEMPLATE, &parts("</script><script>")).unwrap_err();
        assert!(error.contains("could end its element"));
        assert!(inline("script", "'</SCRIPT>'").is_err());
    }

    #[test]
    fn stylesheets_come_in_the_order_of_the_template() {
        let sheets = stylesheets(TEMPLATE);
        assert_eq!(sheets.first(), Some(&"src/app/styles/tokens.css"));
        assert!(sheets.len() > 3);
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
}
