// The matrix as one table, for the terminal and for the guide: places down, shapes across.

/** `results` holds a word by `place|shape|browser`; what a place does not offer is a dot. */
export function printed(places, shapes, browsers, results) {
  const heads = shapes.flatMap((shape) => browsers.map((browser, index) => [index === 0 ? shape : "", browser]));
  const cell = (place, shape, browser) => results.get(`${place}|${shape}|${browser}`) ?? "·";
  const rows = [
    ["", ...heads.map(([shape]) => shape)],
    ["place", ...heads.map(([, browser]) => browser)],
    ...places.map((place) => [place, ...shapes.flatMap((shape) => browsers.map((browser) => cell(place, shape, browser)))]),
  ];
  // A shape's name spans the columns of its browsers: only the last of them grows for it.
  const width = rows[0].map((_, column) => Math.max(...rows.slice(1).map((row) => row[column].length)));
  shapes.forEach((shape, index) => {
    const columns = browsers.map((_, browser) => 1 + index * browsers.length + browser);
    const wide = columns.reduce((sum, column) => sum + width[column] + 2, -2);
    width[columns.at(-1)] += Math.max(0, shape.length - wide);
  });
  const lines = rows.slice(1).map((row) => row.map((text, column) => text.padEnd(width[column])).join("  "));
  const top = [" ".repeat(width[0])];
  shapes.forEach((shape, index) => {
    const wide = browsers.reduce((sum, _, browser) => sum + width[1 + index * browsers.length + browser] + 2, -2);
    top.push(shape.padEnd(wide));
  });
  return ["", top.join("  "), ...lines, "", "works: no outside request, no violation, no console error; told: the host forbids it, and a sentence says so", ""]
    .map((line) => line.trimEnd())
    .join("\n");
}

/** The same for the guide, before anything ran: what must come of it, in each browser alike. */
export function promised(places, shapes) {
  const cell = (place, name) => {
    const one = place.shapes.find((shape) => shape.name === name);
    return one ? (one.told ? "told" : "works") : "";
  };
  const row = (cells) => `| ${cells.join(" | ")} |`;
  const names = shapes.map(({ name }) => name);
  const rows = places.map((place) => row([place.name, ...names.map((name) => cell(place, name))]));
  return [row(["Place", ...names]), `|${"---|".repeat(names.length + 1)}`, ...rows].join("\n");
}
