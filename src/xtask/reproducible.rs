//! `cargo xtask test reproducible`: the same work tree, built here and in another folder with a
//! name of another length, another build folder and another name for cargo's home, gives the same
//! bytes.

use crate::count::Count;
use crate::{dist, tools};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// A file of `dist/` and its SHA-256, as `SHA256SUMS` has them.
type Sums = BTreeMap<String, String>;

/// Builds twice and compares. A part that only runs where it is named: the second build begins
/// with nothing and takes minutes.
pub fn run() -> Count {
    match compared() {
        Ok(told) => {
            println!("{told}");
            Count::of(true)
        }
        Err(message) => {
            eprintln!("{message}");
            Count::of(false)
        }
    }
}

fn compared() -> Result<String, String> {
    let here = tools::root();
    dist::build()?;
    let first = sums(&here)?;
    let start = Instant::now();
    let folder = std::env::temp_dir().join(format!("the same again, {}", std::process::id()));
    let tree = folder.join("a folder with a longer name/incident explorer");
    copy(&here, &tree)?;
    build(&folder, &tree)?;
    let other = differing(&first, &sums(&tree)?);
    if !other.is_empty() {
        let (names, kept) = (other.join("\n  "), tree.display());
        return Err(format!(
            "these differ between {} and {kept}, which is kept:\n  {names}",
            here.display()
        ));
    }
    let _ = std::fs::remove_dir_all(&folder);
    Ok(format!(
        "{} files of dist/ are the same, byte by byte; the second build took {} s",
        first.len(),
        start.elapsed().as_secs()
    ))
}

/// What git tracks or would track, as it lies there.
fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let listed = [
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ];
    let listed = tools::output(tools::command("git").current_dir(from).args(listed));
    let mut files = 0;
    for name in listed.split('\0').filter(|name| !name.is_empty()) {
        // Deleted and not committed yet.
        let Ok(bytes) = std::fs::read(from.join(name)) else {
            continue;
        };
        tools::write(&to.join(name), &bytes)?;
        files += 1;
    }
    match files {
        0 => Err("git lists no file here: this is no work tree".to_owned()),
        _ => Ok(()),
    }
}

fn build(folder: &Path, tree: &Path) -> Result<(), String> {
    let mut command = tools::cargo();
    command
        .current_dir(tree)
        .args(["xtask", "dist"])
        .env("CARGO_TARGET_DIR", folder.join("another target"))
        .env_remove("CARGO_MANIFEST_DIR");
    if let Some(home) = other_home(folder) {
        command.env("CARGO_HOME", home);
    }
    tools::run(&mut command, "cargo xtask dist in the other folder")
}

/// Cargo's home under another name, where the system has links: what is downloaded stays.
fn other_home(folder: &Path) -> Option<PathBuf> {
    let home = tools::cargo_home()?;
    let other = folder.join("cargo's other home");
    #[cfg(unix)]
    return std::os::unix::fs::symlink(home, &other)
        .ok()
        .map(|()| other);
    #[cfg(not(unix))]
    return Some(home).filter(|_| !other.exists());
}

fn sums(tree: &Path) -> Result<Sums, String> {
    let text = tools::read(&tree.join("dist/SHA256SUMS"))?;
    let lines = text.lines().filter_map(|line| line.split_once("  "));
    let sums: Sums = lines
        .map(|(sum, name)| (name.to_owned(), sum.to_owned()))
        .collect();
    match sums.is_empty() {
        true => Err("SHA256SUMS names nothing".to_owned()),
        false => Ok(sums),
    }
}

/// The files that differ, or that only one of the two has.
fn differing(first: &Sums, second: &Sums) -> Vec<String> {
    let names = first.keys().chain(second.keys());
    let differ = names.filter(|name| first.get(*name) != second.get(*name));
    let mut names: Vec<String> = differ.cloned().collect();
    names.sort();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_or_is_missing_on_either_side_is_named_once() {
        let sums = |pairs: &[(&str, &str)]| -> Sums {
            let own = |(a, b): &(&str, &str)| ((*a).to_owned(), (*b).to_owned());
            pairs.iter().map(own).collect()
        };
        let first = sums(&[("same", "1"), ("changed", "2"), ("only here", "3")]);
        let second = sums(&[("same", "1"), ("changed", "9"), ("only there", "4")]);
        let told = ["changed", "only here", "only there"];
        assert_eq!(differing(&first, &second), told);
        assert!(differing(&first, &first).is_empty());
    }

    #[test]
    fn a_copy_holds_the_sources_and_nothing_that_was_built() {
        let to = std::env::temp_dir().join(format!("copied-{}", std::process::id()));
        copy(&tools::root(), &to).unwrap();
        let there = |name: &str| to.join(name).exists();
        let found = [
            "Cargo.lock",
            "src/xtask/reproducible.rs",
            ".cargo/config.toml",
        ]
        .map(there);
        let built = ["dist", "target", ".git"].map(there);
        std::fs::remove_dir_all(&to).unwrap();
        assert_eq!((found, built), ([true; 3], [false; 3]));
    }
}
