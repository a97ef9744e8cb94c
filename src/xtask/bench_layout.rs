//! `cargo xtask bench layout`: the network layout beside d3-force and ngraph.forcelayout, in one
//! Chromium page on the same graph.

use crate::{Outcome, bench, e2e, tools};

/// Builds the layout for the bench and runs it with the options that follow its name.
///
/// # Errors
/// A sentence that says what could not be built or measured, or which target was missed.
pub fn run(options: &[String]) -> Outcome {
    let engine = bench::module("layout-engine", "layout_engine", "fast", None)?;
    let mut node = e2e::prepare()?;
    e2e::install("src/e2e/bench/layout")?;
    let script = "bench/layout/run.mjs";
    node.args(["--test-reporter=dot", script, "--engine"]);
    node.arg(engine);
    tools::run(node.args(options), script)
}
