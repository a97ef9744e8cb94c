//! Finds what the commands need, and installs what rustup can.

use crate::Outcome;
use std::path::PathBuf;
use std::process::Command;

/// The compiler the CI names; only there a warning is an error.
const PINNED_RUSTC: &str = "rustc 1.95.0 ";

/// The repository's root.
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).map(PathBuf::from).unwrap_or(here)
}

/// A command in the repository's root.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// The cargo that runs us.
pub fn cargo() -> Command {
    command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()))
}

/// Runs a command to its end.
///
/// # Errors
/// A sentence that says what failed.
pub fn run(command: &mut Command, what: &str) -> Outcome {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{what} failed ({status})")),
        Err(error) => Err(format!("{what} could not be started: {error}")),
    }
}

/// What a command prints, or nothing.
pub fn output(command: &mut Command) -> String {
    let output = command.output().map(|o| o.stdout).unwrap_or_default();
    String::from_utf8_lossy(&output).into_owned()
}

/// Whether a program answers.
pub fn answers(program: &str) -> bool {
    let asked = Command::new(program).arg("--version").output();
    asked.is_ok_and(|output| output.status.success())
}

/// Adds the wasm target, rustfmt and clippy to the toolchain in use, where rustup is there and
/// they are missing. It never upgrades the toolchain.
pub fn prepare() -> Outcome {
    let sysroot = output(command("rustc").args(["--print", "sysroot"]));
    let wasm = PathBuf::from(sysroot.trim()).join("lib/rustlib/wasm32-unknown-unknown");
    if wasm.exists() && answers("rustfmt") && answers("clippy-driver") {
        return Ok(());
    }
    if !answers("rustup") {
        let missing = "the target wasm32-unknown-unknown, rustfmt or clippy is missing";
        return Err(format!(
            "{missing}, and there is no rustup to add it: install rustup"
        ));
    }
    let target = ["target", "add", "wasm32-unknown-unknown"];
    run(command("rustup").args(target), "rustup target add")?;
    let components = ["component", "add", "rustfmt", "clippy"];
    run(command("rustup").args(components), "rustup component add")
}

/// `-D warnings` on the exact compiler the CI names; elsewhere warnings stay warnings.
pub fn strictness() -> &'static str {
    match output(command("rustc").arg("--version")).starts_with(PINNED_RUSTC) {
        true => "-Dwarnings",
        false => "",
    }
}

/// Where cargo builds.
pub fn target_dir() -> PathBuf {
    let named = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    root().join(named.unwrap_or_else(|| "target".into()))
}
