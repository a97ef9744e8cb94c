// Pages of a host that hold the explorer in a frame or as an element, in every way hosts do.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { oneFile } from "../harness.mjs";
import { DIST } from "../places.mjs";
import { ELEMENT } from "./servers.mjs";

/** The Japanese view of one actor, as every documented snippet asks for it. */
export const VIEW = "#/cards?q=actor:tick&embed=1&lang=ja";
/** What the guide asks a sandbox to allow. */
export const SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox";

const SITE = `explorer/index.html${VIEW}`;
const FILE = `explorer/incident-explorer.html${VIEW}`;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const around = (body, head = "") =>
  `<!doctype html><meta charset="utf-8">${head}<title>host</title><link rel="icon" href="data:,">${body}`;
const frame = (attributes) => around(`<iframe title="Incidents" width="1000" height="600" ${attributes}></iframe>`);
const src = (address) => `src="${escaped(address)}"`;

/** A page that asks for the one file, and puts it in a frame as the script says. */
const scripted = (then) =>
  around(`<script>
addEventListener("DOMContentLoaded", async () => {
  const text = await (await fetch("explorer/incident-explorer.html")).text();
  const frame = document.createElement("iframe");
  Object.assign(frame, { title: "Incidents", width: 1000, height: 600 });
  ${then}
  document.body.append(frame);
});
</script>`);

/** The static card of an entry, as the build writes it; what stands between the tags of an element. */
export const card = (ending) =>
  readFile(join(DIST, `cards/khi-2020.ja.${ending}`), "utf8");

const element = async () =>
  `<script async src="explorer/${ELEMENT}"></script>
<incident-explorer view="cards" query="actor:tick" lang="ja"><div id="static">${await card("html")}</div></incident-explorer>`;

/** Texts by file name, to be laid beside `explorer/`. */
export async function pages() {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self' 'unsafe-inline'; style-src * 'unsafe-inline'; img-src * data:">`;
  return {
    "site.html": frame(src(SITE)),
    "one.html": frame(`sandbox="${SANDBOX}" allow="clipboard-write" ${src(FILE)}`),
    "bare.html": frame(`sandbox="allow-scripts" ${src(FILE)}`),
    "boxed.html": frame(`sandbox="allow-scripts" ${src(SITE)}`),
    "same.html": frame(`sandbox="${SANDBOX} allow-same-origin" ${src(SITE)}`),
    "nested.html": frame(src("site.html")),
    "nested-one.html": frame(`sandbox="${SANDBOX}" src="one.html"`),
    "srcdoc.html": frame(`sandbox="${SANDBOX}" srcdoc="${escaped(await oneFile())}"`),
    "open-srcdoc.html": scripted(`frame.srcdoc = text;`),
    "blob.html": scripted(`frame.src = URL.createObjectURL(new Blob([text], { type: "text/html" })) + ${JSON.stringify(VIEW)};`),
    "element.html": around(await element()),
    "forbidding-element.html": around(await element(), policy),
    "forbidding-srcdoc.html": around(`<iframe title="Incidents" srcdoc="${escaped(await oneFile())}"></iframe>`, policy),
  };
}
