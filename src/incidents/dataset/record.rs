//! The record itself, for tests: the files of `data/` as the page carries them.

use super::Dataset;
use super::files::compile;
use super::source::File;
use std::path::Path;
use std::sync::OnceLock;

/// The dataset of the repository, read once.
pub fn record() -> &'static Dataset {
    static READ: OnceLock<Dataset> = OnceLock::new();
    READ.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
        let mut files = Vec::new();
        collect(&root, &root, &mut files);
        let mut compiled = compile(&files);
        assert_eq!(compiled.findings, []);
        compiled.dataset.remember();
        compiled.dataset
    })
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<File>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        let within = path.strip_prefix(root).unwrap().to_str().unwrap();
        let read = within.ends_with(".json") && !within.starts_with("schema");
        if path.is_dir() {
            collect(root, &path, files);
        } else if read && !within.starts_with("basemap") {
            files.push(File::new(within, std::fs::read(&path).unwrap()).unwrap());
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
}
