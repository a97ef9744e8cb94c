//! If it compiles, the data is valid: every fault in `data/` becomes a compiler error with file
//! and line. Native tests read the block that is left in `OUT_DIR`; the page carries its own.

mod data_files;

use incidents::dataset::block;
use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/app/data_files.rs");
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let (files, mut findings) = data_files::read(&root.join("data"));
    findings.extend(block::compile(&files).findings);
    for finding in &findings {
        println!("cargo::error=data/{finding}");
    }
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    write(&out.join("dataset.json"), &block::pack(&files));
}

fn write(path: &Path, text: &str) {
    if let Err(error) = std::fs::write(path, text) {
        println!("cargo::error={}: {error}", path.display());
    }
}
