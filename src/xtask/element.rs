//! `dist/incident-explorer.js`: one script that defines the elements and carries everything.

use crate::page::{block, carried, replace};

/// The parts of the script that are written by hand.
pub struct Element {
    /// What it shares with the page.
    pub common: String,
    /// What defines the elements.
    pub defines: String,
    /// Its end, with a mark for each thing it carries.
    pub end: String,
}

/// What the script carries.
pub struct Carried<'a> {
    /// The JavaScript that wasm-bindgen writes.
    pub glue: &'a str,
    /// The module.
    pub wasm: &'a [u8],
    /// The page's stylesheet.
    pub styles: &'a str,
    /// The dataset, packed.
    pub dataset: &'a [u8],
    /// The outlines, packed.
    pub basemap: &'a [u8],
}

impl Element {
    /// The whole script. It is one function, so that the page around it gets no name of ours.
    ///
    /// # Errors
    /// A sentence where a mark is missing, or something cannot be packed.
    pub fn script(&self, carries: &Carried<'_>) -> Result<String, String> {
        let end = [
            ("%core%", carried(carries.wasm)?),
            ("%styles%", carried(carries.styles.as_bytes())?),
            ("%dataset%", block(carries.dataset)),
            ("%basemap%", block(carries.basemap)),
        ]
        .iter()
        .try_fold(self.end.clone(), |end, (mark, by)| replace(&end, mark, by))?;
        let parts = [&self.common, carries.glue, &self.defines, &end];
        Ok(format!("(function () {{\n{}}})();\n", parts.concat()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(end: &str) -> Element {
        let [common, defines] = ["common();\n", "defines();\n"].map(str::to_owned);
        Element {
            common,
            defines,
            end: end.to_owned(),
        }
    }

    const CARRIED: Carried<'_> = Carried {
        glue: "glue();\n",
        wasm: b"wasm",
        styles: "a{}",
        dataset: b"data",
        basemap: b"map",
    };

    #[test]
    fn the_script_is_one_function_with_everything_in_it() {
        let end = include_str!("../app/bootstrap/alone.js");
        let script = element(end).script(&CARRIED).unwrap();
        assert!(script.starts_with("(function () {\ncommon();\nglue();\ndefines();\n"));
        assert!(script.ends_with("})();\n") && !script.contains('%'));
        let format = incidents::dataset::block::FORMAT;
        let carries = format!("dataset_format: {format}, dataset: \"{}\"", block(b"data"));
        assert!(script.contains(&carries), "what `own` looks for");
    }

    #[test]
    fn a_mark_that_is_missing_is_named() {
        let error = element("%core%").script(&CARRIED).unwrap_err();
        assert!(error.contains("`%styles%` 0 times"), "{error}");
    }
}
