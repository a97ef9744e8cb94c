//! Help for those who write `data/`: the schema their editor reads, and a file to start from.

use crate::tools::{read, root, write};
use crate::{Outcome, blocks};
use incidents::dataset::schema;
use incidents::model::IncidentId;
use std::path::PathBuf;

/// Where a folder's schema lies.
fn place(folder: &str) -> PathBuf {
    root().join(format!("data/schema/{folder}.json"))
}

/// Writes the schemas anew, after a change of the model.
///
/// # Errors
/// Which file cannot be written.
pub fn schema() -> Outcome {
    for (folder, text) in schema::schemas() {
        write(&place(folder), text.as_bytes())?;
    }
    Ok(())
}

/// Writes a file for a new incident that only wants its words replaced, and says what next.
///
/// # Errors
/// An id that is none, or that is taken.
pub fn new_incident(arguments: &[String]) -> Outcome {
    let [id] = arguments else {
        return Err("cargo xtask new-incident ID, such as example-works-2024".to_owned());
    };
    let id: IncidentId = id.parse()?;
    let path = root().join(format!("data/incidents/{id}.json"));
    if path.exists() {
        return Err(format!("data/incidents/{id}.json is there already"));
    }
    write(&path, template(&id).as_bytes())?;
    println!("data/incidents/{id}.json: write over every `…`, then run `cargo xtask check`");
    match blocks::read() {
        Ok(_) => Ok(()),
        Err(faults) => {
            println!("\nwhat the check says of it now:\n{faults}");
            Ok(())
        }
    }
}

fn template(id: &IncidentId) -> String {
    include_str!("template.json").replace("example-2024", id.as_str())
}

/// Whether the schemas in `data/schema/` are those of the model.
///
/// # Errors
/// Which one is not, and how to mend it.
pub fn schema_is_fresh() -> Outcome {
    for (folder, text) in schema::schemas() {
        if read(&place(folder)).ok().as_ref() != Some(&text) {
            let help = "run `cargo xtask schema` and commit what it writes";
            return Err(format!(
                "data/schema/{folder}.json is not of this model; {help}"
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use incidents::dataset::files::compile;
    use incidents::dataset::source::File;

    #[test]
    fn the_schemas_are_those_of_the_model() {
        schema_is_fresh().unwrap();
    }

    /// What is wrong with the template is only what its author has to fill in.
    #[test]
    fn the_template_wants_nothing_but_a_victim() {
        let id: IncidentId = "works-2025".parse().unwrap();
        let path = format!("incidents/{id}.json");
        let file = File::new(&path, template(&id).into_bytes()).unwrap();
        let told: Vec<String> = compile(&[file])
            .findings
            .iter()
            .map(|f| f.message.clone())
            .collect();
        assert!(!told.is_empty());
        let wanted = |m: &String| m.contains("is not an organisation we have");
        assert!(told.iter().all(wanted), "{told:?}");
    }

    #[test]
    fn an_id_that_is_none_is_told() {
        assert!(new_incident(&[]).is_err());
        assert!(
            new_incident(&["Not An Id".to_owned()])
                .unwrap_err()
                .contains("not an id")
        );
    }
}
