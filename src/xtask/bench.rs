//! `cargo xtask bench search`: the search engine beside its peers, on the same records in one page.

use crate::{Outcome, e2e, tools};
use std::path::PathBuf;
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";
const PACKAGE: &str = "search-engine";
/// In every browser today; the page itself is built without it.
const SIMD: &str = "-Ctarget-feature=+simd128";
const USAGE: &str = "cargo xtask bench search [--records 10000,100000] [--seed 1,2] [--runs 3]
  [--only engine,includes] [--quick]";

/// Builds the engine, stages it and runs the bench with the options that follow `search`.
///
/// # Errors
/// A sentence that says what could not be built or measured. A missed target is no error.
pub fn run(arguments: &[String]) -> Outcome {
    let [what, options @ ..] = arguments else {
        return Err(USAGE.to_owned());
    };
    if what != "search" {
        return Err(format!("`{what}` is not a bench: {USAGE}"));
    }
    let engine = engine()?;
    let mut node = e2e::prepare()?;
    e2e::install("src/e2e/bench")?;
    // The server closes itself through node:test, whose own report is not wanted here.
    node.args(["--test-reporter=dot", "bench/run.mjs", "--engine"]);
    node.arg(engine);
    tools::run(node.args(options), "bench/run.mjs")
}

/// The folder that holds the engine as wasm and the module that starts it.
fn engine() -> Result<PathBuf, String> {
    let mut command = tools::cargo();
    command.args(["build", "--release", "--locked", "--target", TARGET]);
    command.args(["--package", PACKAGE]);
    command.env("CARGO_ENCODED_RUSTFLAGS", SIMD);
    tools::run(&mut command, "cargo build")?;
    let target = tools::target_dir()?;
    let folder = target.join("bench");
    let told = |error| format!("wasm-bindgen: {error:#}");
    Bindgen::new()
        .input_path(target.join(TARGET).join("release/search_engine.wasm"))
        .web(true)
        .map_err(told)?
        .typescript(false)
        .generate(&folder)
        .map_err(told)?;
    Ok(folder)
}
