//! TopoJSON in, rings out: just what `world-atlas` uses (quantised arcs, polygons).
//!
//! Source: the TopoJSON format specification, version 1.0, sections 2.1.2 to 2.2.

use crate::projection::Position;
use serde::Deserialize;
use std::fmt;

/// A closed line: the last position is the first again.
pub type Ring = Vec<Position>;

/// One country as the file has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// ISO 3166-1 numeric code; a few disputed areas have none.
    pub id: Option<String>,
    /// English name.
    pub name: String,
    /// Polygons, each an outer ring and its holes; rings are closed.
    pub polygons: Vec<Vec<Ring>>,
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

/// The countries of a `world-atlas` file.
#[derive(Clone, Debug, PartialEq)]
pub struct Topology {
    /// In the order of the file.
    pub features: Vec<Feature>,
}

/// Why a text is not a map of countries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TopologyError {
    /// The text has another shape; says what was expected and where.
    Shape(String),
    /// A ring names an arc that the file does not have.
    NoSuchArc(i64),
}

impl fmt::Display for TopologyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape(why) => write!(f, "this is not a TopoJSON file of countries: {why}"),
            Self::NoSuchArc(index) => {
                write!(
                    f,
                    "this TopoJSON file has no arc `{index}`, though a ring names it"
                )
            }
        }
    }
}

impl std::error::Error for TopologyError {}

impl Topology {
    /// Reads a file of `world-atlas`.
    ///
    /// # Errors
    /// Says why the text is not such a file.
    pub fn parse(text: &str) -> Result<Self, TopologyError> {
        Self::parse_with(text, |arc| arc)
    }

    /// The same, with each line changed before rings are made of it: neighbours share their
    /// border, so that it changes once for both and no gap opens.
    ///
    /// # Errors
    /// Says why the text is not such a file.
    pub fn parse_with(text: &str, change: impl Fn(Ring) -> Ring) -> Result<Self, TopologyError> {
        let file: File =
            serde_json::from_str(text).map_err(|e| TopologyError::Shape(e.to_string()))?;
        let arcs = file.arcs.iter();
        let arcs = arcs.map(|arc| change(decode(arc, &file.transform)));
        let arcs: Vec<Ring> = arcs.collect();
        let geometries = file.objects.countries.geometries.into_iter();
        let features = geometries.map(|geometry| Feature::stitch(geometry, &arcs));
        Ok(Self {
            features: features.collect::<Result<_, _>>()?,
        })
    }
}

impl Feature {
    fn stitch(geometry: Geometry, arcs: &[Ring]) -> Result<Self, TopologyError> {
        let polygons = match geometry.shape {
            Shape::Polygon { arcs: rings } => vec![stitch_all(&rings, arcs)?],
            Shape::MultiPolygon { arcs: polygons } => {
                let stitched = polygons.iter().map(|rings| stitch_all(rings, arcs));
                stitched.collect::<Result<_, _>>()?
            }
        };
        Ok(Self {
            id: geometry.id,
            name: geometry.properties.name,
            polygons,
        })
    }
}

/// Undoes delta coding and quantisation.
fn decode(arc: &[[i64; 2]], transform: &Transform) -> Ring {
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

fn stitch_all(rings: &[Vec<i64>], arcs: &[Ring]) -> Result<Vec<Ring>, TopologyError> {
    rings.iter().map(|ring| stitch(ring, arcs)).collect()
}

/// Joins arcs to a ring; a negative index `!i` means arc `i` backwards.
fn stitch(ring: &[i64], arcs: &[Ring]) -> Result<Ring, TopologyError> {
    let mut points: Vec<Position> = Vec::new();
    for &index in ring {
        let place = usize::try_from(if index < 0 { !index } else { index });
        let arc = place.ok().and_then(|i| arcs.get(i));
        let arc = arc.ok_or(TopologyError::NoSuchArc(index))?;
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
        let features = Topology::parse(SQUARE).unwrap().features;
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
        let why = |text: &str| Topology::parse(text).unwrap_err().to_string();
        assert!(why("{}").starts_with("this is not a TopoJSON file of countries: missing field"));
        assert!(why(&SQUARE.replace("Polygon", "Point")).contains("unknown variant `Point`"));
        let dangling = SQUARE.replace("[[0,-2]]", "[[0,7]]");
        assert_eq!(Topology::parse(&dangling), Err(TopologyError::NoSuchArc(7)));
        let extreme = SQUARE.replace("[[0,-2]]", "[[-9223372036854775808]]");
        assert_eq!(
            Topology::parse(&extreme),
            Err(TopologyError::NoSuchArc(i64::MIN))
        );
    }

    #[test]
    fn a_feature_may_lack_its_code() {
        let nameless = SQUARE.replace(r#""id":"392","#, "");
        assert_eq!(Topology::parse(&nameless).unwrap().features[0].id, None);
    }
}
