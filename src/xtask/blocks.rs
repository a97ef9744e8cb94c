//! The two data blocks of the page: the dataset from `data/`, and the map prepared from it.

use crate::{data_files, tools};
use geometry::EqualEarth;
use geometry::basemap::{Packed, PackedLevel, joined};
use incidents::Dataset;
use incidents::dataset::{block, files};
use incidents::packing;

/// The meridian in the middle of the map: no arc over the Pacific is cut.
const CENTRE_LON_DEG: f64 = 153.0;
const MAP_WIDTH_PX: f64 = 960.0;

/// The dataset, packed.
///
/// # Errors
/// Everything that is wrong with it, a line each.
pub fn dataset() -> Result<Vec<u8>, String> {
    block::encode(&read()?)
}

/// Reads `data/` and keeps it to every rule.
///
/// # Errors
/// Everything that is wrong with it, a line each.
pub fn read() -> Result<Dataset, String> {
    let (read, mut findings) = data_files::read(&tools::root().join("data"));
    let compiled = files::compile(&read);
    findings.extend(compiled.findings);
    for warning in &compiled.warnings {
        eprintln!("warning: data/{warning}");
    }
    if findings.is_empty() {
        return Ok(compiled.dataset);
    }
    let lines: Vec<String> = findings.iter().map(|f| format!("data/{f}")).collect();
    let (count, text) = (lines.len(), lines.join("\n"));
    Err(format!("{text}\n{count} faults in data/"))
}

/// Projects the outlines of the world, in both grades of detail. Each is packed by itself, so that
/// the page unpacks the finer one only for a reader who zooms.
///
/// # Errors
/// A sentence that says which file cannot be read.
pub fn basemap() -> Result<Vec<u8>, String> {
    let data = tools::root().join("data");
    let world = tools::read(&data.join("basemap/countries-110m.json"))?;
    let finer = tools::read(&data.join("basemap/countries-50m.json"))?;
    let countries = tools::read(&data.join("countries.json"))?;
    let world = Packed::prepare(&world, &countries, CENTRE_LON_DEG, MAP_WIDTH_PX)?;
    let map = EqualEarth::fit(CENTRE_LON_DEG, MAP_WIDTH_PX);
    let finer = PackedLevel::fine(&finer, &countries, &map)?;
    let [world, finer] = [world.encode()?, finer.encode()?].map(|block| packing::packed(&block));
    Ok(joined(&world?, &finer?))
}
