//! How large the forms of the page may be.

use std::fmt;

/// What a reader of the hosted form transfers at most: gzip, over all files together. Aimed at are
/// 575 KB: the record 340, the query language 45, time 45, map and links 130, embedding 15. This is
/// what they weigh now; who raises it says in the commit for what, and by how much.
const HOSTED_BYTES: usize = 632 * 1024;
/// How large the one file may be, in raw bytes as mailed.
const ONE_FILE_BYTES: usize = 885 * 1024;
/// How large the element's script may be, in gzip: it carries what the one file does, as text that
/// gzip cannot make smaller.
const ELEMENT_BYTES: usize = 630 * 1024;

/// What one file of the hosted form costs on the wire, in bytes.
pub struct Weight {
    /// Its name in `dist/site/`.
    pub name: &'static str,
    /// Packed with gzip.
    pub gzip: usize,
    /// Packed with brotli.
    pub brotli: usize,
}

/// The sizes of what was built.
pub struct Sizes {
    /// Each file of the hosted form.
    pub hosted: Vec<Weight>,
    /// The one file, raw.
    pub one_file: usize,
    /// The script of the element, in gzip.
    pub element: usize,
}

impl Sizes {
    fn transfer(&self) -> usize {
        self.hosted.iter().map(|file| file.gzip).sum()
    }

    fn brotli(&self) -> usize {
        self.hosted.iter().map(|file| file.brotli).sum()
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
        for file in &self.hosted {
            let (gzip, brotli) = (kb(file.gzip), kb(file.brotli));
            writeln!(
                f,
                "  {:<27}{gzip:>4} KB gzip {brotli:>4} KB brotli",
                file.name
            )?;
        }
        let brotli = kb(self.brotli());
        writeln!(
            f,
            "dist/site/                   {hosted:>4} KB of {most}, gzip, all files; {brotli} KB brotli"
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

/// Brotli as small as it gets (quality 11, a window of 16 MiB; RFC 7932), without a time stamp.
///
/// # Errors
/// A sentence where it cannot be packed.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let (mut given, mut packed) = (bytes, Vec::new());
    brotli::BrotliCompress(&mut given, &mut packed, &params)
        .map_err(|error| format!("brotli: {error}"))?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(a: usize, b: usize, one_file: usize) -> Sizes {
        let weight = |name, gzip| Weight {
            name,
            gzip,
            brotli: gzip / 2,
        };
        let hosted = vec![weight("index.html", a), weight("core.wasm", b)];
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
    fn both_packings_are_told() {
        let told = sizes(4096, 2048, 1).to_string();
        assert!(told.contains("4 KB gzip    2 KB brotli"), "{told}");
        assert!(told.contains("gzip, all files; 3 KB brotli"), "{told}");
    }

    #[test]
    fn brotli_is_the_same_each_time_and_reads_back() {
        let text = "entries and claims, ".repeat(200);
        let packed = brotli(text.as_bytes()).unwrap();
        assert_eq!(packed, brotli(text.as_bytes()).unwrap());
        assert!(packed.len() < 60, "{}", packed.len());
        let (mut given, mut back) = (packed.as_slice(), Vec::new());
        brotli::BrotliDecompress(&mut given, &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
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
