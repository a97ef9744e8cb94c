//! Runs a program where there is no network: in a network namespace of its own, which knows this
//! machine and no way out. Linux has that; elsewhere the tests run with the network there is.

use crate::count::{Count, step};
use crate::{debian, e2e, tools};
use std::process::Command;

/// As root, then as anybody where the kernel lets people have namespaces of their own.
const WAYS: [&[&str]; 2] = [&["--net"], &["--user", "--map-root-user", "--net"]];

/// A new namespace has a loopback that is down.
const UP: &str = "ip link set lo up && exec \"$@\"";

/// The program in a namespace without routes.
///
/// # Errors
/// A sentence that says why there is none here.
pub fn command(program: &str) -> Result<Command, String> {
    if !cfg!(target_os = "linux") {
        return Err("a network namespace needs Linux: the tests run with the network".to_owned());
    }
    for tool in ["unshare", "ip"] {
        if !there(tool) && debian::may_install() {
            debian::install(&["util-linux", "iproute2"]);
        }
        if !there(tool) {
            return Err(format!(
                "`{tool}` was not found: install util-linux and iproute2"
            ));
        }
    }
    let within = |way: &[&str], program: &str| {
        let mut command = tools::command("unshare");
        command
            .args(way)
            .args(["--", "sh", "-c", UP, "sh", program]);
        command
    };
    let works = |way: &&&[&str]| {
        let asked = within(way, "true").output();
        asked.is_ok_and(|answer| answer.status.success())
    };
    let refused = "this machine allows no network namespace (`unshare --net` was refused): \
        run as root, in a container with CAP_SYS_ADMIN, or allow user namespaces";
    let way = WAYS.iter().find(works).ok_or(refused)?;
    Ok(within(way, program))
}

/// `ip` knows no `--version`.
fn there(tool: &str) -> bool {
    let asked = tools::command(tool).arg("-V").output();
    asked.is_ok_and(|answer| answer.status.success())
}

/// Shows that there is a namespace, and that nothing gets out of it. Where the system has none
/// at all, nothing is counted and a sentence says so; on Linux it fails.
pub fn proof() -> Count {
    match command("node") {
        Ok(mut node) => step(node.arg("src/e2e/offline.mjs"), "the network namespace"),
        Err(message) => {
            eprintln!("{message}");
            match cfg!(target_os = "linux") {
                true => Count::of(false),
                false => Count::default(),
            }
        }
    }
}

/// Every end-to-end test without a network, and nothing but that.
pub fn run() -> Count {
    match command("node") {
        Ok(_) => proof().plus(e2e::run()),
        Err(message) => {
            eprintln!("the end-to-end tests did not run without a network: {message}");
            Count::of(false)
        }
    }
}
