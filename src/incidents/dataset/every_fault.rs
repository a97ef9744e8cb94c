//! Every fault of one file. Serde stops at the first: so each faulty member is taken out and the
//! rest is read again, until nothing is wrong or nothing is left.

use super::source::{File, bare, help_for};
use crate::finding::Finding;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

type Fault = serde_path_to_error::Error<serde_json::Error>;

/// Far more faults than one person mends in one go.
const MOST_ROUNDS: usize = 200;

/// Adds every fault that keeps the file from being a `T`.
pub(super) fn report<T: DeserializeOwned>(file: &File, findings: &mut Vec<Finding>) {
    let mut stream = serde_json::Deserializer::from_str(&file.text);
    let first: Result<T, Fault> = serde_path_to_error::deserialize(&mut stream);
    // A repeated key is seen only in the text: a `Value` keeps one of the two.
    if let Err(fault) = first {
        let message = bare(fault.inner());
        if message.starts_with("duplicate field") {
            let pointer = pointer_to(fault.path(), fault.inner());
            findings.push(file.finding(&pointer, message, "keep one of the two"));
        }
    }
    let mut rest = match serde_json::from_str::<Value>(&file.text) {
        Ok(value) => value,
        Err(error) => return file.report_syntax(&error, findings),
    };
    let mut removed: Vec<String> = Vec::new();
    for _ in 0..MOST_ROUNDS {
        let again: Result<T, Fault> = serde_path_to_error::deserialize(&rest);
        let Err(fault) = again else {
            return;
        };
        let (at, message) = (pointer_to(fault.path(), fault.inner()), bare(fault.inner()));
        let written = as_written(&at, &removed);
        if !removed
            .iter()
            .any(|gone| is_left_by(&message, gone, &written))
        {
            let help = help_for(&message);
            findings.push(file.finding(&written, message, help));
        }
        if !take_out(&mut rest, &at) {
            return;
        }
        removed.push(written);
    }
}

/// Whether a fault at `parent` is only what taking `gone` out of it has left: a missing field,
/// or a choice without its content.
fn is_left_by(message: &str, gone: &str, parent: &str) -> bool {
    let Some(member) = gone.strip_prefix(parent).and_then(|m| m.strip_prefix('/')) else {
        return false;
    };
    message == format!("missing field `{member}`") || message.starts_with("invalid value: map")
}

/// Where the fault sits, as a JSON pointer; for an unknown field, the field itself.
fn pointer_to(path: &Path, error: &serde_json::Error) -> String {
    let mut pointer = String::new();
    for segment in path.iter() {
        match segment {
            Segment::Seq { index } => pointer.push_str(&format!("/{index}")),
            Segment::Map { key } | Segment::Enum { variant: key } => {
                pointer.push('/');
                pointer.push_str(key);
            }
            Segment::Unknown => {}
        }
    }
    let text = error.to_string();
    let named = ["unknown field `", "duplicate field `"]
        .iter()
        .find_map(|start| text.strip_prefix(start)?.split('`').next());
    match named {
        Some(field) if !pointer.ends_with(&format!("/{field}")) => format!("{pointer}/{field}"),
        _ => pointer,
    }
}

/// Takes a member out of an object or a list.
fn take_out(root: &mut Value, pointer: &str) -> bool {
    let Some((parent, key)) = pointer.rsplit_once('/') else {
        return false;
    };
    match root.pointer_mut(parent) {
        Some(Value::Object(members)) => members.remove(key).is_some(),
        Some(Value::Array(items)) => match key.parse::<usize>() {
            Ok(index) if index < items.len() => {
                items.remove(index);
                true
            }
            _ => false,
        },
        _ => false,
    }
}

/// The pointer into the file as written, for one into what is left of it: an index counts the
/// members that were taken out before it as well.
fn as_written(pointer: &str, removed: &[String]) -> String {
    let mut written = String::new();
    for step in pointer.split('/').skip(1) {
        let place = |index: &usize| !removed.contains(&format!("{written}/{index}"));
        let index = step.parse().ok().and_then(|n| (0..).filter(place).nth(n));
        written = match index {
            Some(index) => format!("{written}/{index}"),
            None => format!("{written}/{step}"),
        };
    }
    written
}
