// The workshop makes a page with other data, from disk, and says what is wrong with bad ones.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { NAMES } from "../browsers.mjs";
import { DIST, ONE_FILE, click, count, oneFile, openPage, textOf, waitFor } from "../harness.mjs";
import { WORKSHOP, give, workshop } from "../workshop.mjs";

const SOUND = new URL("../../incidents/testdata/sound.json", import.meta.url);

for (const browser of NAMES) {
  test(`${browser}: other data make a page that opens with them, and faults keep what was there`, async () => {
    // No Japanese: the debugging protocol of Chromium gives up on it where the locale is C.
    const folder = await mkdtemp(join(tmpdir(), "own data-"));
    const file = async (name, text) => (await writeFile(join(folder, name), text), join(folder, name));
    const opened = await workshop(browser);
    const { page } = opened;
    assert.match(await give(page, "files", await file("none.json", "no")), /1 faults in none\.json\. No data are taken/);
    assert.equal(await page.$eval("#save", (b) => b.disabled), true);
    const text = (await readFile(SOUND, "utf8")).replace('"Maker"', '"</script><script>window.ran=1</script>"');
    assert.match(await give(page, "files", await file("own.json", text)), /entries, every rule kept: own\.json/);
    const broken = text.replace('"country": "TH"', '"country": "Thailand"');
    assert.match(await give(page, "files", await file("bad.json", broken)), /faults in bad\.json\. The data read before are kept/);
    assert.match(await textOf(page, "#findings li"), /^bad\.json:\d+: `Thailand` is not/);
    await click(page, "#lang");
    assert.match(await textOf(page, "#findings li"), /^bad\.json:\d+: 「Thailand」はISO/);
    await click(page, "#lang");
    assert.match(await textOf(page, "#findings li"), /`Thailand` is not/);
    assert.match(await give(page, "page", await file("x.html", "<p>")), /not an Incident Explorer page/);
    assert.match(await give(page, "page", ONE_FILE), /incident-explorer\.html is ready/);
    await click(page, "#save");
    const made = await waitFor(() => page.evaluate(() => window.saved), "the page");
    assert.equal(await page.evaluate(() => window.savedAs), "incident-explorer-own.html");
    assert.deepEqual(opened.faults, []);
    assert.deepEqual(await page.evaluate(() => window.violations ?? []), []);
    assert.deepEqual(opened.requests.filter((url) => !url.startsWith(WORKSHOP)), []);
    const own = await openPage({ browser, text: made, place: { form: "one file", scheme: "file", frame: "top" } });
    const ours = Object.keys(JSON.parse(text)).filter((path) => path.startsWith("incidents/")).length;
    assert.equal(await count(own.frame, ".card"), ours);
    assert.equal(await own.frame.evaluate(() => window.ran), undefined);
    assert.deepEqual([own.faults, await own.violations()], [[], []]);
    await own.close();

    assert.match(await give(page, "page", join(DIST, "incident-explorer.js")), /incident-explorer\.js is ready/);
    await page.evaluate(() => delete window.saved);
    await click(page, "#save");
    const script = await waitFor(() => page.evaluate(() => window.saved), "the script");
    assert.equal(await page.evaluate(() => window.savedAs), "incident-explorer-own.js");
    await file("own.js", script);
    const host = await file("host.html", '<!doctype html><meta charset="utf-8"><title>host</title><script async src="own.js"></script><incident-explorer lang="en"></incident-explorer>');
    await page.goto(pathToFileURL(host).href);
    const cards = () => page.evaluate(() => document.querySelector("incident-explorer").shadowRoot.querySelectorAll(".card").length);
    await waitFor(async () => (await cards()) === ours, `${ours} cards in the element`);
    assert.deepEqual(opened.faults, []);
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  });
}

test("the one file and the workshop may connect to nothing", async () => {
  for (const text of [await oneFile(), await readFile(join(DIST, "workshop.html"), "utf8")]) {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)[1];
    assert.match(policy, /(^|; )default-src 'none';/);
    assert.match(policy, /; connect-src 'none';/);
  }
});
