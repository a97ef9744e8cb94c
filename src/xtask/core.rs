//! The app compiled: its wasm, and the JavaScript that wasm-bindgen writes for it.

use crate::tools;
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
    let arguments = ["build", "--release", "--locked", "--target", TARGET];
    let package = ["--package", "incident-explorer"];
    let mut command = tools::cargo();
    command.args(arguments).args(package);
    command.env("CARGO_ENCODED_RUSTFLAGS", without_places());
    tools::run(&mut command, "cargo build")?;
    let built = tools::target_dir()?
        .join(TARGET)
        .join("release/incident-explorer.wasm");
    let told = |error| format!("wasm-bindgen: {error:#}");
    let mut output = Bindgen::new()
        .input_path(&built)
        .no_modules(true)
        .map_err(told)?
        .typescript(false)
        .remove_producers_section(true)
        .generate_output()
        .map_err(told)?;
    Ok(Core {
        glue: repeatable(output.js()),
        wasm: output.wasm_mut().emit_wasm(),
    })
}

/// The glue keeps one instance for ever; as the body of a function it can be had again, which is
/// what Restart needs where a frame cannot be reloaded. Its deep indentation is left out.
fn repeatable(glue: &str) -> String {
    let lines = glue.lines().map(str::trim).filter(|line| !line.is_empty());
    let body: String = lines.map(|line| format!("{line}\n")).collect();
    format!("function incidentExplorerCore() {{\n{body}return wasm_bindgen;\n}}\n")
}

/// Panic messages name files of the registry: the home folder before them is cut off, so that
/// every machine builds the same bytes and none gives away its folders. Our own files are named
/// relative to the repository already; naming that here would make each clone build everything.
fn without_places() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let flag = |home: PathBuf| format!("--remap-path-prefix={}=/cargo", home.display());
    home.map(flag).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_becomes_the_body_of_a_function() {
        let glue = "let wasm_bindgen = 1;\n\n        // two\n";
        let body = "let wasm_bindgen = 1;\n// two\nreturn wasm_bindgen;\n";
        let whole = format!("function incidentExplorerCore() {{\n{body}}}\n");
        assert_eq!(repeatable(glue), whole);
    }
}
