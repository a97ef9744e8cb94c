//! The app compiled: its wasm, and the JavaScript that wasm-bindgen writes for it.

use crate::{locals, order, page, tools};
use std::path::PathBuf;
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

/// The compiled page.
pub struct Core {
    /// A script that defines `incidentExplorerCore`; each call of it is a fresh instance.
    pub glue: String,
    /// The module.
    pub wasm: Vec<u8>,
}

/// Builds the app for the browser.
///
/// # Errors
/// A sentence that says which tool failed.
pub fn compile() -> Result<Core, String> {
    build("incident-explorer", "incidentExplorerCore")
}

/// Builds the wasm that puts other data into a page; its glue defines `incidentExplorerWorkshop`.
///
/// # Errors
/// A sentence that says which tool failed.
pub fn workshop() -> Result<Core, String> {
    build("workshop", "incidentExplorerWorkshop")
}

fn build(package: &str, function: &str) -> Result<Core, String> {
    let arguments = ["build", "--release", "--locked", "--target", TARGET];
    let named = ["--package", package];
    let mut command = tools::cargo();
    command.args(arguments).args(named);
    command.env("CARGO_ENCODED_RUSTFLAGS", without_places());
    tools::run(&mut command, "cargo build")?;
    let built = tools::target_dir()?
        .join(TARGET)
        .join(format!("release/{package}.wasm"));
    let told = |error| format!("wasm-bindgen: {error:#}");
    let mut output = Bindgen::new()
        .input_path(&built)
        .no_modules(true)
        .map_err(told)?
        .typescript(false)
        .remove_producers_section(true)
        .generate_output()
        .map_err(told)?;
    let imports = output.wasm_mut().imports.iter_mut();
    let names = imports.enumerate().map(|(i, import)| {
        let short = format!("i{i}");
        (std::mem::replace(&mut import.name, short.clone()), short)
    });
    let names: Vec<(String, String)> = names.collect();
    let glue = page::without_comments(&renamed(output.js(), names));
    Ok(Core {
        glue: repeatable(function, &glue),
        wasm: packing_well(&output.wasm_mut().emit_wasm())?,
    })
}

/// The same module in fewer bytes once it is packed: functions written alike, beside each other.
fn packing_well(wasm: &[u8]) -> Result<Vec<u8>, String> {
    order::alike_together(&locals::most_used_first(wasm)?)
}

/// The glue with short names for what the wasm imports: 3 KB less, in both together.
fn renamed(glue: &str, mut names: Vec<(String, String)>) -> String {
    // The longest first, for one may be the start of another.
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    names.iter().fold(glue.to_owned(), |glue, (name, short)| {
        glue.replace(&format!("{name}:"), &format!("{short}:"))
    })
}

/// The glue keeps one instance for ever; as the body of a function it can be had again, which is
/// what Restart needs where a frame cannot be reloaded.
fn repeatable(function: &str, glue: &str) -> String {
    format!("function {function}() {{\n{glue}\nreturn wasm_bindgen;\n}}\n")
}

/// Panic messages name files of the registry: the home folder before them is cut off, so that
/// every machine builds the same bytes and none gives away its folders. Our own files are named
/// relative to the repository already; naming that here would make each clone build everything.
fn without_places() -> String {
    let flag = |home: PathBuf| format!("--remap-path-prefix={}=/cargo", home.display());
    tools::cargo_home().map(flag).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_becomes_the_body_of_a_function() {
        let whole =
            "function incidentExplorerCore() {\nlet wasm_bindgen=1;\nreturn wasm_bindgen;\n}\n";
        assert_eq!(
            repeatable("incidentExplorerCore", "let wasm_bindgen=1;"),
            whole
        );
    }

    #[test]
    fn imports_get_short_names_where_the_glue_defines_them() {
        let names = [("__wbg_a", "i0"), ("__wbg_a_b", "i1")];
        let names = names.map(|(long, short)| (long.to_owned(), short.to_owned()));
        let glue = renamed("{__wbg_a: 1, __wbg_a_b: 2}", names.to_vec());
        assert_eq!(glue, "{i0: 1, i1: 2}");
    }
}
