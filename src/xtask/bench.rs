//! `cargo xtask bench`: opening beside an empty page, a key beside an input that only echoes, the
//! timeline of many entries, and the search engine beside its peers.

use crate::{Outcome, e2e, tools};
use std::ffi::OsString;
use std::path::PathBuf;
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";
/// In every browser today; the page itself is built without it.
/// A stack of 128 KB is plenty: what the linker would reserve counts as memory.
const SIMD: &str = "-Ctarget-feature=+simd128\x1f-Clink-arg=-zstack-size=131072";
const USAGE: &str = "cargo xtask bench open [--times 15]
cargo xtask bench search [--records 10000,100000] [--seed 1,2] [--runs 3]
  [--only engine,includes] [--quick]
cargo xtask bench layout [--nodes 2000] [--links 5000] [--runs 5]
cargo xtask bench map
cargo xtask bench timeline [--entries 1000] [--moves 150]
cargo xtask bench typing [--rounds 3]";

/// Builds what is measured and runs the bench with the options that follow its name.
///
/// # Errors
/// A sentence that says what could not be built or measured. A missed target is no error.
pub fn run(arguments: &[String]) -> Outcome {
    match arguments {
        [what, options @ ..] if what == "search" => {
            let engine = module("search-engine", "search_engine", "fast", Some(SIMD))?;
            measure(
                "bench/run.mjs",
                &["--engine".into(), engine.into()],
                options,
            )
        }
        [what, options @ ..] if what == "open" => {
            tools::prepare()?;
            println!("{}", crate::dist::run()?);
            let empty = module("empty-page", "empty-page", "release", None)?;
            measure("bench/open.mjs", &["--empty".into(), empty.into()], options)
        }
        [what, options @ ..] if what == "typing" => {
            tools::prepare()?;
            println!("{}", crate::dist::run()?);
            let echo = module("echo-page", "echo-page", "release", None)?;
            measure("bench/typing.mjs", &["--echo".into(), echo.into()], options)
        }
        [what, options @ ..] if what == "timeline" => {
            tools::prepare()?;
            println!("{}", crate::dist::run()?);
            measure("bench/timeline.mjs", &[], options)
        }
        [what] if what == "map" => crate::bench_map::run(),
        [what, options @ ..] if what == "layout" => crate::bench_layout::run(options),
        _ => Err(USAGE.to_owned()),
    }
}

fn measure(script: &str, takes: &[OsString], options: &[String]) -> Outcome {
    let mut node = e2e::prepare()?;
    e2e::install("src/e2e/bench")?;
    // The server closes itself through node:test, whose own report is not wanted here.
    node.args(["--test-reporter=dot", script]).args(takes);
    tools::run(node.args(options), script)
}

/// The folder that holds a package as wasm and the module that starts it.
pub(crate) fn module(
    package: &str,
    file: &str,
    profile: &str,
    flags: Option<&str>,
) -> Result<PathBuf, String> {
    let mut command = tools::cargo();
    command.args(["build", "--locked", "--target", TARGET]);
    command.args(["--profile", profile, "--package", package]);
    if let Some(flags) = flags {
        command.env("CARGO_ENCODED_RUSTFLAGS", flags);
    }
    tools::run(&mut command, "cargo build")?;
    let target = tools::target_dir()?;
    let folder = target.join("bench").join(package);
    let told = |error| format!("wasm-bindgen: {error:#}");
    Bindgen::new()
        .input_path(target.join(TARGET).join(format!("{profile}/{file}.wasm")))
        .web(true)
        .map_err(told)?
        .typescript(false)
        .generate(&folder)
        .map_err(told)?;
    Ok(folder)
}
