//! `cargo xtask page --data DIR`: the built page, or the element's script, with other data, for those who have the toolchain.
//! Who has not uses `dist/workshop.html`, which calls the same functions.

use crate::{Outcome, data_files, tools};
use incidents::dataset::own;
use std::path::{Path, PathBuf};

const USAGE: &str = "use `cargo xtask page --data DIR [--from PAGE] [--to FILE]`, where DIR holds \
    incidents/, organisations/, actors/ and vulnerabilities/ as data/ does";

/// Puts the records of a folder into a built page and writes that beside it.
///
/// # Errors
/// Everything that is wrong with the records, a line each; then nothing is written.
pub fn run(arguments: &[String]) -> Outcome {
    let asked = Asked::read(arguments)?;
    let countries = tools::read(&tools::root().join("data/countries.json"))?;
    let page = tools::read(&asked.from)?;
    let page = made(&page, &asked.data, &countries)?;
    tools::write(&asked.to, page.as_bytes())?;
    println!(
        "{} holds the data of {}",
        asked.to.display(),
        asked.data.display()
    );
    Ok(())
}

fn made(page: &str, data: &Path, countries: &str) -> Result<String, String> {
    let (files, unread) = data_files::read(data);
    let given = files.into_iter().map(|f| (f.path, f.text.into_bytes()));
    let mut compiled = own::examine(given.collect(), countries);
    compiled.findings.extend(unread);
    compiled.findings.sort();
    for warning in &compiled.warnings {
        eprintln!("warning: {warning}");
    }
    if compiled.findings.is_empty() {
        return own::replaced(page, &compiled.dataset);
    }
    let mut lines: Vec<String> = compiled.findings.iter().map(ToString::to_string).collect();
    lines.push(format!("{} faults; nothing was written", lines.len()));
    Err(lines.join("\n"))
}

struct Asked {
    data: PathBuf,
    from: PathBuf,
    to: PathBuf,
}

impl Asked {
    fn read(arguments: &[String]) -> Result<Self, String> {
        let dist = tools::root().join("dist");
        let (mut data, mut to) = (None, None);
        let mut from = dist.join("incident-explorer.html");
        let mut rest = arguments.iter();
        while let Some(name) = rest.next() {
            let value = PathBuf::from(rest.next().ok_or(USAGE)?);
            match name.as_str() {
                "--data" => data = Some(value),
                "--from" => from = value,
                "--to" => to = Some(value),
                _ => return Err(format!("`{name}` is not known: {USAGE}")),
            }
        }
        let kind = from.extension().unwrap_or_default();
        let own = dist.join("incident-explorer-own").with_extension(kind);
        Ok(Self {
            data: data.ok_or(USAGE)?,
            to: to.unwrap_or(own),
            from,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = include_str!("../../index.html");

    fn page() -> String {
        TEMPLATE.replace(
            "<meta charset",
            "<meta name=\"version\" content=\"1 (a)\"><meta charset",
        )
    }

    #[test]
    fn the_repositorys_own_data_make_a_page() {
        let data = tools::root().join("data");
        let countries = tools::read(&data.join("countries.json")).unwrap();
        let made = made(&page(), &data, &countries).unwrap();
        assert!(made.contains("content=\"1 (a), other data ") && made.len() > 100_000);
    }

    #[test]
    fn a_folder_without_records_makes_none_and_says_so() {
        let told = made(&page(), Path::new("/nowhere"), "{}").unwrap_err();
        assert!(
            told.contains("there is no entry") && told.ends_with("nothing was written"),
            "{told}"
        );
    }

    #[test]
    fn the_command_says_how_it_is_used() {
        let read = |text: &str| {
            let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
            Asked::read(&words).map(|asked| asked.data)
        };
        assert_eq!(read("--data mine"), Ok(PathBuf::from("mine")));
        assert!(read("--data").unwrap_err().contains("--data DIR"));
        assert!(read("--from x").unwrap_err().contains("--data DIR"));
        assert!(
            read("--date x")
                .unwrap_err()
                .starts_with("`--date` is not known")
        );
    }
}
