// The workshop as a maintainer uses it: data and a page go in, a page with those data comes out.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { shared } from "./browsers.mjs";
import { DIST, ONE_FILE, record, textOf, waitFor } from "./harness.mjs";

/** Where it lies. */
export const WORKSHOP = pathToFileURL(join(DIST, "workshop.html")).href;

/** The workshop, opened from disk; what it hands over to be saved is kept in `window.saved`. */
export async function workshop(browser) {
  const context = await (await shared(browser)).createBrowserContext();
  const opened = await record(context, { before: keepBlobs });
  await opened.page.goto(WORKSHOP, { waitUntil: "load" });
  await waitFor(() => opened.page.evaluate(() => document.documentElement.hasAttribute("data-ready")), "the workshop");
  return { ...opened, close: () => context.close() };
}

/** Runs in the page: what is handed to the browser to save can be read by the test. */
function keepBlobs() {
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    blob.text().then((text) => (window.saved = text));
    return make.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = function () {
    window.savedAs = this.download;
  };
}

/** Gives it files, and waits for what it says of them. */
export async function give(page, id, ...paths) {
  const before = await textOf(page, `#${id === "page" ? "page" : "data"}-said`);
  await (await page.$(`#${id}`)).uploadFile(...paths);
  const said = () => textOf(page, `#${id === "page" ? "page" : "data"}-said`);
  await waitFor(async () => (await said()) !== before && !/Reading…|読み込み中/.test(await said()), "an answer");
  return said();
}

/** The one file with other records in it: an object of paths and records, as `sound.json` is. */
export async function pageWith(browser, records) {
  // No Japanese: the debugging protocol of Chromium gives up on it where the locale is C.
  const folder = await mkdtemp(join(tmpdir(), "other data-"));
  const opened = await workshop(browser);
  const file = join(folder, "records.json");
  await writeFile(file, JSON.stringify(records));
  const said = await give(opened.page, "files", file);
  if (!/every rule kept/.test(said)) throw new Error(`${said}: ${await textOf(opened.page, "#findings")}`.slice(0, 2000));
  await give(opened.page, "page", ONE_FILE);
  await opened.page.click("#save");
  const made = await waitFor(() => opened.page.evaluate(() => window.saved), "the page");
  await opened.close();
  await rm(folder, { recursive: true, force: true });
  return made;
}
