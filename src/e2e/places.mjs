// Where the page must run: the eight places of the one file, and a host for the other form.

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { STRICT, serve } from "./server.mjs";

const { EXPLORER_DIST } = process.env;
export const DIST = resolve(EXPLORER_DIST || fileURLToPath(new URL("../../dist", import.meta.url)));
export const ONE_FILE = join(DIST, "incident-explorer.html");
export const ONE_FILE_URL = pathToFileURL(ONE_FILE).href;
export const SITE_FOLDER = join(DIST, "site");

/** The hosted form, at the top, over http. */
export const SITE = { form: "site", scheme: "http", frame: "top" };

/** {file, http} × {top, sandboxed frame}: once for each browser. */
export const PLACES = ["file", "http"].flatMap((scheme) =>
  ["top", "sandbox"].map((frame) => ({ form: "one file", scheme, frame })),
);

/** The name of a place, for the name of a test. */
export const nameOf = ({ form, scheme, frame }) => `${form}, ${scheme}, ${frame}`;

const host = (hash) => `<!doctype html><meta charset="utf-8"><title>host</title><link rel="icon" href="data:,">
<iframe title="explorer" sandbox="allow-scripts" src="page.html${hash.replaceAll("&", "&amp;").replaceAll('"', "%22")}"
 width="1400" height="900"></iframe>`;

/**
 * Puts the page where `place` says and returns its address, with the server where there is one.
 * `text` replaces the one file; `server` are options of `serve`.
 */
export async function put(place, hash, { text, server = {} } = {}) {
  if (place.form === "site" && place.scheme === "http") {
    const served = await serve(SITE_FOLDER, { policy: STRICT, ...server });
    return { url: served.url + hash, served, leave: served.close };
  }
  if (place.form === "site") {
    return { url: pathToFileURL(join(SITE_FOLDER, "index.html")).href + hash, leave: async () => {} };
  }
  const pages = { "page.html": text ?? (await readFile(ONE_FILE, "utf8")), "host.html": host(hash) };
  const name = place.frame === "sandbox" ? "host.html" : "page.html" + hash;
  if (place.scheme === "http") {
    const served = await serve(DIST, { pages, ...server });
    return { url: served.url + name, served, leave: served.close };
  }
  const folder = await mkdtemp(join(tmpdir(), "incident explorer 日本-"));
  for (const [file, content] of Object.entries(pages)) await writeFile(join(folder, file), content);
  const url = pathToFileURL(folder).href + "/" + name;
  return { url, leave: () => rm(folder, { recursive: true, force: true }) };
}
