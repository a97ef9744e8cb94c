//! Runs a program where there is no network: in a network namespace of its own, which knows this
//! machine and no way out. Linux has that; elsewhere the tests run with the network there is.

use crate::count::{Count, step};
use crate::{debian, e2e, tools};
use std::process::Command;

/// What the tests are told inside, so that they look themselves whether it is true.
pub const PROMISE: &str = "EXPLORER_OFFLINE";

/// As root; as anybody, where the kernel lets people have namespaces of their own; and the same
/// with an older util-linux, where one seems to be root.
const WAYS: [&[&str]; 3] = [
    &["--net"],
    &["--user", "--map-current-user", "--keep-caps", "--net"],
    &["--user", "--map-root-user", "--net"],
];

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
    let refused = "this machine allows no network namespace (`unshare --net` was refused): \
        run as root, in a container with CAP_SYS_ADMIN, or allow user namespaces";
    let works = |way: &&&[&str]| {
        let asked = within(way, "true").output();
        asked.is_ok_and(|answer| answer.status.success())
    };
    let way = WAYS.iter().find(works).ok_or(refused)?;
    let mut command = within(way, program);
    command.env(PROMISE, "1");
    Ok(command)
}

fn within(way: &[&str], program: &str) -> Command {
    let mut command = tools::command("unshare");
    command
        .args(way)
        .args(["--", "sh", "-c", UP, "sh", program]);
    command
}

/// `ip` knows no `--version`.
fn there(tool: &str) -> bool {
    let asked = tools::command(tool).arg("-V").output();
    asked.is_ok_and(|answer| answer.status.success())
}

/// Shows that there is a namespace, and that nothing gets out of it. Where the system forbids one,
/// nothing is counted and a sentence says so: the tests then run with the network there is, and
/// each still fails at a request to elsewhere.
pub fn proof() -> Count {
    prove().unwrap_or_else(|message| {
        eprintln!("{message}\nthe browser tests run with the network there is");
        Count::default()
    })
}

/// Every end-to-end test without a network, and nothing but that.
pub fn run() -> Count {
    match prove() {
        Ok(count) => count.plus(e2e::run()),
        Err(message) => {
            eprintln!("the end-to-end tests did not run without a network: {message}");
            Count::of(false)
        }
    }
}

fn prove() -> Result<Count, String> {
    let inside = command("node")?;
    let mut probe = tools::command("node");
    probe
        .arg("src/e2e/offline.mjs")
        .arg(inside.get_program())
        .args(inside.get_args());
    Ok(step(&mut probe, "the network namespace"))
}
