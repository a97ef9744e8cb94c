//! The JSON Schema of the files in `data/`, made from the types that read them.

use crate::model::{Actor, Incident, Organisation, Vulnerability};
use schemars::{Schema, generate::SchemaSettings};
use serde_json::json;

/// The folder of the data, and the schema of its files.
pub fn schemas() -> Vec<(&'static str, String)> {
    let written = |schema: Schema| {
        let text = serde_json::to_string_pretty(&schema).unwrap_or_default();
        text + "\n"
    };
    vec![
        ("incidents", written(schema::<Incident>())),
        ("organisations", written(schema::<Organisation>())),
        ("actors", written(schema::<Actor>())),
        ("vulnerabilities", written(schema::<Vulnerability>())),
    ]
}

/// Draft 2020-12, with the member by which a file names its schema.
fn schema<T: schemars::JsonSchema>() -> Schema {
    let mut schema = SchemaSettings::draft2020_12()
        .into_generator()
        .into_root_schema_for::<T>();
    if let Some(members) = schema.get_mut("properties").and_then(|p| p.as_object_mut()) {
        members.insert("$schema".to_owned(), json!({"type": "string"}));
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schema_names_the_fields_their_meaning_and_their_words() {
        let all = schemas();
        let (_, incident) = all.first().unwrap();
        for part in [
            "\"milestones\"",
            "conviction",
            "What happened, in one line.",
            "$schema",
        ] {
            assert!(
                incident.contains(part) != (part == "\"milestones\""),
                "{part}"
            );
        }
        let (_, actor) = all.get(2).unwrap();
        assert!(actor.contains("^T[0-9]{4}"), "{actor}");
    }
}
