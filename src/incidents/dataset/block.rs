//! The form in which a page carries a dataset: checked when it was packed, and small to read.
//!
//! A block is [`FORMAT`] and a fingerprint of what follows: the [`Dataset`] as postcard writes it
//! (postcard 1.0 wire format: fields in the order of the structs, without names), packed as LZMA
//! with its header. So a change of the model is a change of [`FORMAT`].

use super::Dataset;
#[cfg(feature = "files")]
use crate::model::{Actor, ActorId, CountryCode, Value, Victim};
use crate::packing;

/// The form this module writes and reads. Format 1 was JSON, format 2 was not packed.
pub const FORMAT: u32 = 4;

/// Packs a dataset that `files::compile` found nothing wrong with. Of countries it
/// keeps the names of those that are named; of actors not the techniques, which no view shows yet.
///
/// # Errors
/// A sentence where the dataset cannot be written.
#[cfg(feature = "files")]
pub fn encode(dataset: &Dataset) -> Result<Vec<u8>, String> {
    let told = |error| format!("the dataset cannot be packed: {error}");
    let shown = |(id, actor): (&ActorId, &Actor)| {
        let techniques = Vec::new();
        let actor = actor.clone();
        (
            id.clone(),
            Actor {
                techniques,
                ..actor
            },
        )
    };
    let named = named(dataset);
    let kept = dataset.countries.iter().filter(|(c, _)| named.contains(c));
    let packed = Dataset {
        actors: dataset.actors.iter().map(shown).collect(),
        countries: kept
            .map(|(c, country)| (*c, country.names_only()))
            .collect(),
        ..dataset.clone()
    };
    let body = postcard::to_allocvec(&packed).map_err(told)?;
    let body = packing::packed(&body)?;
    let mut block = postcard::to_allocvec(&(FORMAT, fingerprint(&body))).map_err(told)?;
    block.extend(body);
    Ok(block)
}

/// Reads a block. Every value passes the parsers of the model again; the rules that need the
/// whole are not applied again.
///
/// # Errors
/// A sentence that says why it is no block of this version, and what to do.
pub fn decode(block: &[u8]) -> Result<Dataset, String> {
    let remedy = "load the page again, or make it anew with `cargo xtask dist`";
    let damaged = |_| format!("the dataset block is damaged: {remedy}");
    let (format, rest) = postcard::take_from_bytes::<u32>(block).map_err(damaged)?;
    if format != FORMAT {
        return Err(format!(
            "the dataset block has format {format}, not {FORMAT}: {remedy}"
        ));
    }
    let (told, body) = postcard::take_from_bytes::<u64>(rest).map_err(damaged)?;
    let found = fingerprint(body);
    if told != found {
        return Err(format!("the dataset block is damaged: {remedy}"));
    }
    let damaged = format!("the dataset block is damaged: {remedy}");
    let unpacked = packing::unpacked(body).ok_or_else(|| damaged.clone())?;
    let mut dataset: Dataset = postcard::from_bytes(&unpacked).map_err(|_| damaged)?;
    dataset.version = format!("{found:016x}");
    dataset.remember();
    Ok(dataset)
}

/// Every country that a record names.
#[cfg(feature = "files")]
fn named(dataset: &Dataset) -> Vec<CountryCode> {
    let mut codes: Vec<CountryCode> = Vec::new();
    for organisation in dataset.organisations.values() {
        codes.extend(organisation.country);
        codes.extend(organisation.offices.iter().map(|o| o.country));
    }
    for actor in dataset.actors.values() {
        codes.extend(actor.countries.iter().map(|c| c.country));
    }
    for incident in dataset.incidents.values() {
        for victim in &incident.victims {
            if let Victim::Unnamed(group) = victim {
                codes.extend(&group.countries);
            }
        }
        let ends = incident.pivots.iter().flat_map(|p| [&p.from, &p.to]);
        codes.extend(ends.filter_map(|end| dataset.country_of(end)));
        for claim in &incident.claims {
            if let Some(Value::Country(code)) = claim.value {
                codes.push(code);
            }
        }
    }
    codes
}

/// FNV-1a, 64 bit (Fowler, Noll, Vo): tells datasets apart in a citation; no security in it.
fn fingerprint(bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}

#[cfg(test)]
mod tests {
    use super::super::files::compile;
    use super::super::source::File;
    use super::*;
    use crate::model::Lang;
    use proptest::prelude::*;

    fn sound() -> Dataset {
        let text = include_str!("../testdata/sound.json");
        let records: std::collections::BTreeMap<String, serde_json::Value> =
            serde_json::from_str(text).unwrap();
        let file = |(path, record): (&String, &serde_json::Value)| File {
            path: path.clone(),
            text: record.to_string(),
        };
        let files: Vec<File> = records.iter().map(file).collect();
        compile(&files).dataset
    }

    #[test]
    fn what_is_packed_is_read_again() {
        let dataset = sound();
        let read = decode(&encode(&dataset).unwrap()).unwrap();
        assert_eq!(read.version.len(), 16);
        assert_eq!(read.incidents, dataset.incidents);
        assert_eq!(read.organisations, dataset.organisations);
        assert_eq!(read.actors, dataset.actors);
        assert_eq!(read.vulnerabilities, dataset.vulnerabilities);
        let japan = "JP".parse().unwrap();
        assert_eq!(read.country_name(&japan, Lang::Ja), "日本");
        assert!(!dataset.incidents.is_empty());
    }

    #[test]
    fn the_version_follows_the_content() {
        let mut dataset = sound();
        let first = decode(&encode(&dataset).unwrap()).unwrap().version;
        dataset.actors.clear();
        assert_ne!(first, decode(&encode(&dataset).unwrap()).unwrap().version);
    }

    #[test]
    fn a_block_of_another_format_says_what_to_do() {
        let mut block = encode(&sound()).unwrap();
        block[0] = 1;
        let told = decode(&block).unwrap_err();
        assert!(
            told.contains("has format 1, not 4") && told.contains("xtask dist"),
            "{told}"
        );
        assert!(decode(b"").unwrap_err().contains("damaged"));
    }

    proptest! {
        #[test]
        fn a_damaged_block_is_refused(at in 0usize..9999, bit in 0u32..8, cut in any::<bool>()) {
            let mut block = encode(&sound()).unwrap();
            let at = at % block.len();
            if cut { block.truncate(at) } else { block[at] ^= 1 << bit }
            prop_assert!(decode(&block).is_err());
        }

        #[test]
        fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            for body in [bytes.clone(), packing::packed(&bytes).unwrap()] {
                let mut block = postcard::to_allocvec(&(FORMAT, fingerprint(&body))).unwrap();
                block.extend(&body);
                let _ = decode(&block);
            }
        }
    }
}
