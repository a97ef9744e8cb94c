//! If it compiles, the data is valid: every fault in `data/` becomes a compiler error with file
//! and line. Native tests read the block that is left in `OUT_DIR`; the page carries its own.

mod data_files;

use incidents::dataset::{block, files};
use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/app/data_files.rs");
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let (read, mut findings) = data_files::read(&root.join("data"));
    let compiled = files::compile(&read);
    findings.extend(compiled.findings);
    for warning in &compiled.warnings {
        println!("cargo::warning=data/{warning}");
    }
    for finding in &findings {
        println!("cargo::error=data/{finding}");
    }
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    match block::encode(&compiled.dataset) {
        Ok(bytes) => write(&out.join("dataset.block"), &bytes),
        Err(error) => println!("cargo::error={error}"),
    }
}

fn write(path: &Path, bytes: &[u8]) {
    if let Err(error) = std::fs::write(path, bytes) {
        println!("cargo::error={}: {error}", path.display());
    }
}
