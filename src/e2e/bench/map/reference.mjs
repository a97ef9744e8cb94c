// Writes src/geometry/testdata/equal_earth.json: what d3-geo makes of 400 places and 40 great
// circles, which the tests of src/geometry are held to. To repeat it, in this folder:
// npm ci && node reference.mjs && git diff --exit-code ../../../geometry/testdata

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { geoEqualEarth, geoEqualEarthRaw, geoInterpolate } from "d3-geo";

const WIDTH = 960;
const scale = WIDTH / (2 * geoEqualEarthRaw(Math.PI, 0)[0]);
const height = 2 * geoEqualEarthRaw(0, Math.PI / 2)[1] * scale;

// A fixed sequence (Park and Miller), so that the file is the same each time.
let seed = 20_261_123;
const random = (from, to) => from + ((to - from) * (seed = (seed * 48_271) % 2_147_483_647)) / 2_147_483_647;
const round = (number) => Number(number.toFixed(9));

const places = [];
for (let i = 0; i < 400; i += 1) {
  const centre = [153, 0, -98, 12.5][i % 4];
  const [lon, lat] = [round(random(-180, 180)), round(random(-89.5, 89.5))];
  const projection = geoEqualEarth().rotate([-centre, 0]).scale(scale).translate([WIDTH / 2, height / 2]).precision(0);
  const point = projection([lon, lat]);
  const back = projection.invert(point);
  places.push([centre, lon, lat, ...point.map(round), ...back.map(round)]);
}

const circles = [];
for (let i = 0; i < 40; i += 1) {
  const [a, b] = [0, 1].map(() => [round(random(-180, 180)), round(random(-85, 85))]);
  circles.push([...a, ...b, ...geoInterpolate(a, b)(0.25).map(round), ...geoInterpolate(a, b)(0.5).map(round)]);
}

const lines = (rows) => rows.map((row) => JSON.stringify(row)).join(",\n");
const path = fileURLToPath(new URL("../../../geometry/testdata/equal_earth.json", import.meta.url));
writeFileSync(path, `{"places":[\n${lines(places)}\n],\n"circles":[\n${lines(circles)}\n]}\n`);
