// Any trap, panic or rejection ends in a readable panel; nothing that may be forbidden is needed.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { mkdtemp, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { NAMES, launch } from "../browsers.mjs";
import { ONE_FILE_URL, count, oneFile, open, record } from "../harness.mjs";

// (module (func (unreachable)) (start 0)): traps as soon as it is instantiated.
const TRAP = Uint8Array.from([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11,
]);

function replaceCore(html, bytes) {
  const core = gzipSync(bytes).toString("base64");
  return html.replace(/(id="core">)[^<]*/, (_, start) => start + core);
}

function forbid() {
  const refuse = () => {
    throw new DOMException("forbidden", "SecurityError");
  };
  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, { get: refuse });
  }
  history.replaceState = refuse;
  history.pushState = refuse;
}

for (const name of NAMES) {
  describe(`guard in ${name}`, () => {
    let browser, folder;
    before(async () => {
      browser = await launch(name);
      folder = await mkdtemp(join(tmpdir(), "explorer-"));
    });
    after(() => browser?.close());

    async function planted(change, hash = "") {
      const file = join(folder, `${Math.random()}.html`.slice(2));
      await writeFile(file, change(await oneFile()));
      const { page } = await record(browser);
      await page.goto(pathToFileURL(file).href + hash);
      return page;
    }

    test("a planted trap is caught, told and can be restarted", async () => {
      const page = await planted((html) => replaceCore(html, TRAP), "#/cards?lang=ja");
      await page.waitForSelector(".guard[role='alert'] textarea");
      assert.match(await page.$eval(".guard h1", (h) => h.textContent), /こちらの不具合/);
      assert.match(await page.$eval(".guard textarea", (t) => t.value), /Incident Explorer/);
      await Promise.all([page.waitForNavigation(), page.click(".guard button")]);
      assert.match(page.url(), /#\/cards\?lang=ja$/);
      await page.close();
    });

    test("a rejected promise after the start is caught", async () => {
      const { page } = await open(browser, ONE_FILE_URL);
      await page.evaluate(() => void setTimeout(() => Promise.reject(new Error("planted"))));
      await page.waitForSelector(".guard textarea");
      assert.match(await page.$eval(".guard textarea", (t) => t.value), /planted/);
      await page.close();
    });

    test("a broken dataset names its fault instead of an empty page", async () => {
      const page = await planted((html) => html.replace(/"question": "taken"/, '"question": "stolen"'));
      await page.waitForSelector(".guard li");
      assert.match(await page.$eval(".guard", (g) => g.textContent), /unknown variant `stolen`/);
      await page.close();
    });

    test("storage and history may be forbidden", async () => {
      const { page, faults } = await open(browser, ONE_FILE_URL, { before: forbid });
      await page.click(".views a[href^='#/map']");
      await page.waitForSelector("svg.map");
      await page.click(".segmented button[lang='ja']");
      await page.waitForSelector("html[lang='ja']");
      assert.ok((await count(page, "svg.map")) === 1);
      assert.deepEqual(faults, []);
      await page.close();
    });
  });
}
