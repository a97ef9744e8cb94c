//! Finds what the commands need, and installs what rustup can.

use crate::Outcome;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The compiler the CI names; only there a warning is an error.
const PINNED_RUSTC: &str = "rustc 1.95.0 ";

/// The repository's root. Asked at run time, since one build directory may serve several clones.
pub fn root() -> PathBuf {
    let told = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let here = told.unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
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
    let asked = command(program).arg("--version").output();
    asked.is_ok_and(|output| output.status.success())
}

/// A text file.
///
/// # Errors
/// A sentence that names it.
pub fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path)
        .map_err(|error| format!("{} cannot be read: {error}", path.display()))
}

/// Writes a file, and its folder where that is missing.
///
/// # Errors
/// A sentence that names it.
pub fn write(path: &Path, bytes: &[u8]) -> Outcome {
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(path, bytes))
        .map_err(|error| format!("{} cannot be written: {error}", path.display()))
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
        let help = "install rustup from https://rustup.rs, then run this again";
        return Err(format!(
            "{missing}, and there is no rustup to add it: {help}"
        ));
    }
    let target = ["target", "add", "wasm32-unknown-unknown"];
    run(command("rustup").args(target), "rustup target add")?;
    let components = ["component", "add", "rustfmt", "clippy"];
    run(command("rustup").args(components), "rustup component add")
}

/// `-D warnings` on the exact compiler the CI names; elsewhere warnings stay warnings.
pub fn strictness() -> &'static [&'static str] {
    match output(command("rustc").arg("--version")).starts_with(PINNED_RUSTC) {
        true => &["-Dwarnings"],
        false => &[],
    }
}

/// Where cargo keeps what it downloads.
pub fn cargo_home() -> Option<PathBuf> {
    let told = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    told.or_else(|| Some(std::env::home_dir()?.join(".cargo")))
}

/// Where cargo builds, as cargo says.
///
/// # Errors
/// A sentence where cargo does not answer.
pub fn target_dir() -> Result<PathBuf, String> {
    let arguments = [
        "metadata",
        "--no-deps",
        "--format-version",
        "1",
        "--offline",
    ];
    let told: serde_json::Value = serde_json::from_str(&output(cargo().args(arguments)))
        .map_err(|error| format!("cargo metadata cannot be read: {error}"))?;
    let folder = told
        .get("target_directory")
        .and_then(|folder| folder.as_str());
    folder
        .map(PathBuf::from)
        .ok_or_else(|| "cargo metadata names no target_directory".to_owned())
}
