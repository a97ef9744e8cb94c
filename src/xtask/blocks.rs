//! The two data blocks of the page: the dataset from `data/`, and the map prepared from it.

use crate::{data_files, tools};
use geometry::Basemap;
use incidents::dataset::block;

/// The meridian in the middle of the map: no arc over the Pacific is cut.
const CENTRE_LON_DEG: f64 = 153.0;
const MAP_WIDTH_PX: f64 = 960.0;

/// Reads `data/`, keeps it to every rule, and packs it.
///
/// # Errors
/// Everything that is wrong with it, a line each.
pub fn dataset() -> Result<String, String> {
    let (files, mut findings) = data_files::read(&tools::root().join("data"));
    findings.extend(block::compile(&files).findings);
    if findings.is_empty() {
        return Ok(block::pack(&files));
    }
    let lines: Vec<String> = findings.iter().map(|f| format!("data/{f}")).collect();
    let (count, text) = (lines.len(), lines.join("\n"));
    Err(format!("{text}\n{count} faults in data/"))
}

/// Projects the outlines of the world.
///
/// # Errors
/// A sentence that says which file cannot be read.
pub fn basemap() -> Result<String, String> {
    let data = tools::root().join("data");
    let topology = tools::read(&data.join("basemap/countries-110m.json"))?;
    let countries = tools::read(&data.join("countries.json"))?;
    let map = Basemap::prepare(&topology, &countries, CENTRE_LON_DEG, MAP_WIDTH_PX)?;
    serde_json::to_string(&map).map_err(|error| format!("the map cannot be written: {error}"))
}
