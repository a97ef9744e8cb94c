//! A publication we can cite.

use super::{Date, SourceId};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// One citation: what was published where, and how we saw it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its name within this file.
    pub id: SourceId,
    /// Who published it, as the publisher writes itself.
    pub publisher: String,
    /// Its title in its own language; in parentheses where it is a description of ours; empty
    /// where our copy gives none.
    #[serde(default)]
    pub title: String,
    /// BCP 47 tag of the title's language, where stated.
    pub language: Option<String>,
    /// Where it stands.
    pub url: WebAddress,
    /// When it was published, where our copy says so.
    pub date: Option<Date>,
    /// A copy in an archive.
    pub archive: Option<WebAddress>,
    /// How it was seen.
    pub evidence: Evidence,
}

/// How a source was seen, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// An excerpt of the page held the facts.
    Page,
    /// A row of a dataset held the facts.
    Row,
    /// Only named in a list of references.
    Reference,
}

impl Evidence {
    /// The word used in data and queries.
    pub fn word(self) -> &'static str {
        match self {
            Evidence::Page => "page",
            Evidence::Row => "row",
            Evidence::Reference => "reference",
        }
    }
}

/// An absolute http or https address without user name and password: the only kind of link
/// the page makes, because Trusted Types do not stop `javascript:`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebAddress(String);

impl WebAddress {
    /// The whole address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address without its scheme, for showing.
    pub fn shown(&self) -> &str {
        let bare = self.0.split_once("://").map_or("", |(_, rest)| rest);
        bare.strip_prefix("www.").unwrap_or(bare)
    }
}

impl FromStr for WebAddress {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"));
        let Some(rest) = rest else {
            return Err(format!(
                "`{text}` is not a web address: it starts with https:// or http://"
            ));
        };
        let host = rest.split(['/', '?', '#']).next().unwrap_or("");
        let bad = |c: char| {
            matches!(c, '"' | '<' | '>' | '\\' | '`' | '{' | '}' | '|' | '^')
                || c.is_whitespace()
                || c.is_control()
        };
        if host.is_empty() || host.contains('@') || text.chars().any(bad) {
            return Err(format!(
                "`{text}` is not a plain web address: no spaces, quotes, user name or password"
            ));
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

super::parsed!(WebAddress: "^https?://");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_absolute_web_addresses_become_links() {
        for good in ["https://a.jp/x?y#z", "http://a.jp", "https://a.jp/日本"] {
            assert!(good.parse::<WebAddress>().is_ok(), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "//a.jp",
            "/a",
            "https://",
            "https://u:p@a.jp",
            "https://a.jp/\"x",
            "https:// a.jp",
            "HTTPS://a.jp",
            "file:///etc/passwd",
        ] {
            assert!(bad.parse::<WebAddress>().is_err(), "{bad}");
        }
    }
}
