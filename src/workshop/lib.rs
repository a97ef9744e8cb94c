//! Puts other data into a built page, in the browser. A wasm of its own, for reading JSON and the
//! checks weigh more than a reader of the page should carry; `workshop.html` calls it.

mod japanese;

use incidents::dataset::own::{self, Given};
use incidents::{Dataset, Finding};
use wasm_bindgen::prelude::wasm_bindgen;

const COUNTRIES: &str = include_str!("../../data/countries.json");

/// The files given so far, and what was made of them.
#[wasm_bindgen]
#[derive(Default)]
pub struct Workshop {
    given: Vec<Given>,
    findings: Vec<Finding>,
    dataset: Option<Dataset>,
}

#[wasm_bindgen]
impl Workshop {
    /// An empty one.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a file: its path as far as it is known, and its bytes.
    pub fn add(&mut self, name: String, bytes: Vec<u8>) {
        self.given.push((name, bytes));
    }

    /// Applies every rule to what was given. The answer is how many faults there are; where there
    /// is none the data can be put into a page.
    pub fn examine(&mut self) -> usize {
        let compiled = own::examine(std::mem::take(&mut self.given), COUNTRIES);
        let sound = compiled.findings.is_empty();
        self.dataset = sound.then_some(compiled.dataset);
        self.findings = compiled.findings;
        self.findings.len()
    }

    /// Everything that is wrong, a sentence each.
    pub fn findings(&self, japanese: bool) -> Vec<String> {
        let told = match japanese {
            true => japanese::told,
            false => ToString::to_string,
        };
        self.findings.iter().map(told).collect()
    }

    /// How many entries the examined data hold.
    pub fn entries(&self) -> usize {
        self.dataset.as_ref().map_or(0, |d| d.incidents.len())
    }

    /// The page with the examined data in place of its own.
    ///
    /// # Errors
    /// A sentence that says why not.
    pub fn page(&self, page: &str) -> Result<String, String> {
        let dataset = self.dataset.as_ref().ok_or("there are no sound data yet")?;
        own::replaced(page, dataset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &str = include_str!("../incidents/testdata/sound.json");

    #[test]
    fn faults_leave_nothing_to_put_into_a_page() {
        let mut workshop = Workshop::new();
        workshop.add("all.json".to_owned(), SOUND.as_bytes().to_vec());
        assert_eq!(workshop.examine(), 0);
        assert!(workshop.entries() > 0);
        assert!(
            workshop
                .page("<p>")
                .unwrap_err()
                .contains("no complete page")
        );
        workshop.add("x.json".to_owned(), b"no".to_vec());
        assert_eq!(workshop.examine(), 1);
        assert_eq!(workshop.findings(false).len(), 1);
        let japanese = workshop.findings(true);
        assert!(
            japanese
                .iter()
                .all(|f| f.starts_with("x.json:1: JSONとして読めない"))
        );
        assert_eq!(workshop.entries(), 0);
        assert!(workshop.page("<p>").unwrap_err().contains("no sound data"));
    }
}
