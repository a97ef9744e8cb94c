//! How large the forms of the page may be.

use std::fmt;

/// What a reader of the hosted form transfers at most: gzip, over all files together. Aimed at are
/// 575 KB: the record 340, the query language 45, time 45, map and links 130, embedding 15. This is
/// what they weigh now; it only ever comes down.
const HOSTED_BYTES: usize = 690 * 1024;
/// How large the one file may be, in raw bytes as mailed.
const ONE_FILE_BYTES: usize = 960 * 1024;
/// How large the element's script may be, in gzip: it carries what the one file does, as text that
/// gzip cannot make smaller.
const ELEMENT_BYTES: usize = 692 * 1024;

/// The sizes of what was built.
pub struct Sizes {
    /// Each file of the hosted form, with its size in gzip.
    pub hosted: Vec<(&'static str, usize)>,
    /// The one file, raw.
    pub one_file: usize,
    /// The script of the element, in gzip.
    pub element: usize,
}

impl Sizes {
    fn transfer(&self) -> usize {
        self.hosted.iter().map(|(_, bytes)| bytes).sum()
    }

    /// Whether every form keeps its budget.
    ///
    /// # Errors
    /// The sizes, with a sentence for each form that is too large.
    pub fn check(self) -> Result<Self, String> {
        let forms = [
            ("site/", self.transfer(), HOSTED_BYTES),
            ("incident-explorer.html", self.one_file, ONE_FILE_BYTES),
            ("incident-explorer.js", self.element, ELEMENT_BYTES),
        ];
        let over = forms.iter().filter(|(_, bytes, most)| bytes > most);
        let told: Vec<String> = over
            .map(|(name, ..)| format!("\ndist/{name} is over its budget"))
            .collect();
        match told.is_empty() {
            true => Ok(self),
            false => Err(format!("{self}{}", told.concat())),
        }
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hosted, one_file) = (kb(self.transfer()), kb(self.one_file));
        let (most, most_one) = (kb(HOSTED_BYTES), kb(ONE_FILE_BYTES));
        for (name, bytes) in &self.hosted {
            writeln!(f, "  {name:<27}{:>4} KB gzip", kb(*bytes))?;
        }
        writeln!(
            f,
            "dist/site/                   {hosted:>4} KB of {most}, gzip, all files"
        )?;
        writeln!(
            f,
            "dist/incident-explorer.html  {one_file:>4} KB of {most_one}, raw"
        )?;
        let (element, most) = (kb(self.element), kb(ELEMENT_BYTES));
        write!(
            f,
            "dist/incident-explorer.js    {element:>4} KB of {most}, gzip"
        )
    }
}

/// Bytes in whole KB, rounded up.
pub fn kb(bytes: usize) -> usize {
    bytes.div_ceil(1024)
}

/// Gzip as small as it gets, without a time stamp: same bytes from the same input.
///
/// # Errors
/// A sentence where it cannot be packed.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut packed = Vec::new();
    zopfli::compress(
        zopfli::Options::default(),
        zopfli::Format::Gzip,
        bytes,
        &mut packed,
    )
    .map_err(|error| format!("gzip: {error}"))?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(a: usize, b: usize, one_file: usize) -> Sizes {
        let hosted = vec![("index.html", a), ("core.wasm", b)];
        Sizes {
            hosted,
            one_file,
            element: 0,
        }
    }

    #[test]
    fn a_page_within_its_budgets_is_kept() {
        assert!(sizes(HOSTED_BYTES - 9, 9, ONE_FILE_BYTES).check().is_ok());
    }

    #[test]
    fn the_form_that_is_too_large_is_named() {
        let told = |sizes: Sizes| sizes.check().err().unwrap_or_default();
        assert!(told(sizes(HOSTED_BYTES, 1, 0)).ends_with("dist/site/ is over its budget"));
        assert!(told(sizes(0, 0, ONE_FILE_BYTES + 1)).contains("incident-explorer.html is over"));
        let both = told(sizes(999_999, 0, 999_999));
        assert!(both.contains("dist/site/ is over") && both.ends_with("html is over its budget"));
        let mut element = sizes(0, 0, 0);
        element.element = ELEMENT_BYTES + 1;
        assert!(told(element).ends_with("dist/incident-explorer.js is over its budget"));
    }

    #[test]
    fn gzip_is_the_same_each_time_and_carries_no_time() {
        let packed = gzip(b"entries").unwrap();
        assert_eq!(packed, gzip(b"entries").unwrap());
        assert_eq!(
            packed.get(4..8),
            Some(&[0; 4][..]),
            "MTIME, RFC 1952 section 2.3.1"
        );
    }
}
