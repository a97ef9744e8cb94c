//! Reads `data/` from disk for the two programs that may: the build script and `xtask`, which
//! includes this file by its path. The crate `incidents` itself opens no files.

use incidents::Finding;
use incidents::dataset::source::File;
use std::path::Path;

/// The folders and files of `data/` that make the dataset.
const PLACES: [&str; 5] = [
    "incidents",
    "organisations",
    "actors",
    "vulnerabilities",
    "countries.json",
];

/// Every file of the dataset, sorted by path, and what is wrong with those that are no text.
pub fn read(data: &Path) -> (Vec<File>, Vec<Finding>) {
    let (mut files, mut findings) = (Vec::new(), Vec::new());
    for place in PLACES {
        for path in json_files(&data.join(place)) {
            let name = path.strip_prefix(data).unwrap_or(&path);
            let name = name.to_string_lossy().replace('\\', "/");
            let read = std::fs::read(&path).map_err(|error| {
                let message = format!("the file cannot be read: {error}");
                Finding::new(&name, 0, message, "check its permissions")
            });
            match read.and_then(|bytes| File::new(&name, bytes)) {
                Ok(file) => files.push(file),
                Err(finding) => findings.push(finding),
            }
        }
    }
    (files, findings)
}

fn json_files(place: &Path) -> Vec<std::path::PathBuf> {
    if place.is_file() {
        return vec![place.to_owned()];
    }
    let entries = std::fs::read_dir(place).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "json"));
    paths.sort();
    paths
}
