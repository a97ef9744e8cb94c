//! TopoJSON in, rings out: just what `world-atlas` uses (quantised arcs, polygons).
//!
//! Source: the TopoJSON format specification, version 1.0, sections 2.1.2 to 2.2.

use crate::projection::Position;
use serde::Deserialize;

/// One country as the file has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// ISO 3166-1 numeric code; a few disputed areas have none.
    pub id: Option<String>,
    /// English name.
    pub name: String,
    /// Polygons, each an outer ring and its holes; rings are closed.
    pub polygons: Vec<Vec<Vec<Position>>>,
}

#[derive(Deserialize)]
struct File {
    transform: Transform,
    arcs: Vec<Vec<[i64; 2]>>,
    objects: Objects,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    id: Option<String>,
    #[serde(flatten)]
    shape: Shape,
    properties: Properties,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Shape {
    Polygon { arcs: Vec<Vec<i64>> },
    MultiPolygon { arcs: Vec<Vec<Vec<i64>>> },
}

#[derive(Deserialize)]
struct Properties {
    name: String,
}

/// Reads the countries of a `world-atlas` file.
///
/// # Errors
/// A sentence that says why the text is not such a file.
pub fn countries(text: &str) -> Result<Vec<Feature>, String> {
    let file: File = serde_json::from_str(text)
        .map_err(|error| format!("this is not a TopoJSON file of countries: {error}"))?;
    let arcs: Vec<Vec<Position>> = file
        .arcs
        .iter()
        .map(|a| decode(a, &file.transform))
        .collect();
    let feature = |geometry: &Geometry| {
        let polygons = match &geometry.shape {
            Shape::Polygon { arcs: rings } => vec![stitch_all(rings, &arcs)?],
            Shape::MultiPolygon { arcs: polygons } => {
                let stitched = polygons.iter().map(|rings| stitch_all(rings, &arcs));
                stitched.collect::<Result<_, _>>()?
            }
        };
        Ok(Feature {
            id: geometry.id.clone(),
            name: geometry.properties.name.clone(),
            polygons,
        })
    };
    file.objects
        .countries
        .geometries
        .iter()
        .map(feature)
        .collect()
}

/// Undoes delta coding and quantisation.
fn decode(arc: &[[i64; 2]], transform: &Transform) -> Vec<Position> {
    let Transform {
        scale: [sx, sy],
        translate: [tx, ty],
    } = transform;
    let (mut x, mut y) = (0i64, 0i64);
    let step = |[dx, dy]: &[i64; 2]| {
        x = x.saturating_add(*dx);
        y = y.saturating_add(*dy);
        Position {
            lon_deg: x as f64 * sx + tx,
            lat_deg: y as f64 * sy + ty,
        }
    };
    arc.iter().map(step).collect()
}

fn stitch_all(rings: &[Vec<i64>], arcs: &[Vec<Position>]) -> Result<Vec<Vec<Position>>, String> {
    rings.iter().map(|ring| stitch(ring, arcs)).collect()
}

/// Joins arcs to a ring; a negative index `!i` means arc `i` backwards.
fn stitch(ring: &[i64], arcs: &[Vec<Position>]) -> Result<Vec<Position>, String> {
    let mut points: Vec<Position> = Vec::new();
    for &index in ring {
        let place = usize::try_from(if index < 0 { !index } else { index });
        let arc = place.ok().and_then(|i| arcs.get(i));
        let arc = arc.ok_or_else(|| format!("the TopoJSON file has no arc {index}"))?;
        let skip = usize::from(!points.is_empty());
        if index < 0 {
            points.extend(arc.iter().rev().skip(skip));
        } else {
            points.extend(arc.iter().skip(skip));
        }
    }
    Ok(points)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: &str = r#"{"type":"Topology","transform":{"scale":[1,1],"translate":[10,20]},
        "arcs":[[[0,0],[2,0],[0,2]],[[0,0],[0,2],[2,0]]],
        "objects":{"countries":{"type":"GeometryCollection","geometries":[
        {"type":"Polygon","arcs":[[0,-2]],"id":"392","properties":{"name":"Square"}}]}}}"#;

    #[test]
    fn arcs_are_joined_forwards_and_backwards_to_a_closed_ring() {
        let features = countries(SQUARE).unwrap();
        let ring = &features[0].polygons[0][0];
        let corners: Vec<(f64, f64)> = ring.iter().map(|p| (p.lon_deg, p.lat_deg)).collect();
        let expected = [
            (10.0, 20.0),
            (12.0, 20.0),
            (12.0, 22.0),
            (10.0, 22.0),
            (10.0, 20.0),
        ];
        assert_eq!(corners, expected);
    }

    #[test]
    fn what_is_no_topology_gets_a_sentence() {
        assert!(countries("{}").unwrap_err().contains("not a TopoJSON file"));
        let dangling = SQUARE.replace("[[0,-2]]", "[[0,7]]");
        assert!(countries(&dangling).unwrap_err().contains("no arc 7"));
    }
}
