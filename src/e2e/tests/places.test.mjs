// The one file starts in all eight places, the hosted form under a sub-path; no fault of the
// policy, no console error, no request beyond themselves.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { NAMES, launch } from "../browsers.mjs";
import { DIST, ONE_FILE_URL, count, oneFile, open, ready, record, until } from "../harness.mjs";
import { serve } from "../server.mjs";

const frame = (src) =>
  `<!doctype html><title>host</title><iframe sandbox="allow-scripts" width="1200" height="800" src="${src}"></iframe>`;

for (const name of NAMES) {
  describe(`places in ${name}`, () => {
    let browser, site, files, folder;
    before(async () => {
      browser = await launch(name);
      const file = await oneFile();
      site = await serve(join(DIST, "site"));
      files = await serve(DIST, { "one.html": file, "host.html": frame("one.html") });
      folder = await mkdtemp(join(tmpdir(), "explorer-"));
      await writeFile(join(folder, "one.html"), file);
      await writeFile(join(folder, "host.html"), frame("one.html"));
    });
    after(async () => {
      await browser?.close();
      site?.close();
      files?.close();
    });

    async function starts(url, framed) {
      const opened = await record(browser);
      await opened.page.goto(url, { waitUntil: "load" });
      let target = opened.page;
      if (framed) {
        const handle = await opened.page.waitForSelector("iframe");
        target = await handle.contentFrame();
      }
      await ready(target);
      assert.ok((await target.$$(".card")).length > 0, "cards are shown");
      assert.deepEqual(opened.faults, []);
      const own = [url, url.replace("host.html", "one.html")];
      const foreign = opened.requests.filter((r) => !own.includes(r) && !r.endsWith("favicon.ico"));
      assert.deepEqual(foreign, []);
      await opened.page.close();
    }

    test("the one file from disk", () => starts(ONE_FILE_URL, false));
    test("the one file over http", () => starts(`${files.address}one.html`, false));
    test("the one file from disk in a sandboxed frame", () =>
      starts(pathToFileURL(join(folder, "host.html")).href, true));
    test("the one file over http in a sandboxed frame", () =>
      starts(`${files.address}host.html`, true));

    test("the hosted form under a sub-path, with a wrong type for wasm", async () => {
      const { page, faults, requests } = await open(browser, site.address);
      assert.ok((await count(page, ".card")) > 0);
      assert.deepEqual(faults, []);
      const foreign = requests.filter((r) => !r.startsWith(site.address) && !r.endsWith("favicon.ico"));
      assert.deepEqual(foreign, []);
      const before = requests.length;
      await page.type("#search", "kawasaki");
      await until(page, () => document.querySelectorAll(".card").length === 1);
      assert.equal(requests.length, before, "nothing is requested once the page is ready");
      await page.close();
    });

    test("the hosted form from disk points to the one file", async () => {
      const { page } = await record(browser);
      await page.goto(pathToFileURL(join(DIST, "site/index.html")).href);
      await page.waitForSelector(".guard a[href*='incident-explorer.html']");
      await page.close();
    });
  });
}
