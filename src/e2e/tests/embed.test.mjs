// The page in a frame of another one: only the parts that are asked for, and its height if asked.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { NAMES, launch } from "../browsers.mjs";
import { count, record, ready, textOf, waitFor } from "../harness.mjs";
import { SITE_FOLDER } from "../places.mjs";
import { serve } from "../server.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const host = (hash, width) => `<!doctype html><meta charset="utf-8"><title>host</title><link rel="icon" href="data:,">
<iframe src="index.html${hash}" width="${width}" height="300" title="Incidents"></iframe>
<script>
window.heard = [];
addEventListener("message", ({ data }) => {
  heard.push(data);
  if (data?.type === "incident-explorer:height") document.querySelector("iframe").style.height = data.height + "px";
});
</script>`;

for (const name of NAMES) {
  describe(`a frame in ${name}`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());

    async function framed(hash, width = 1000) {
      const served = await serve(SITE_FOLDER, { pages: { "host.html": host(hash, width) } });
      const opened = await record(browser);
      await opened.page.goto(served.url + "host.html", { waitUntil: "load" });
      const frame = await waitFor(() => opened.page.frames()[1], "the frame");
      await ready(frame);
      const close = async () => {
        assert.deepEqual(opened.faults, []);
        assert.ok(opened.requests.every((url) => url.startsWith(served.origin)), String(opened.requests));
        await opened.page.close();
        await served.close();
      };
      return { ...opened, frame, close };
    }

    test("shows the view alone, with a line that leads to the whole page", async () => {
      const { page, frame, close } = await framed("#/cards?q=actor:tick&embed=1&lang=ja");
      for (const part of [".masthead", ".search", ".bar", ".facets", ".foot", ".tray"]) assert.equal(await count(frame, part), 0, part);
      assert.ok((await count(frame, ".card")) > 0);
      assert.match(await textOf(frame, ".credit"), /ページ全体を開く/);
      const whole = await frame.$eval(".credit a", (link) => link.getAttribute("href"));
      assert.equal(whole, "#/cards?q=actor%3Atick&lang=ja".replace("%3A", whole.includes("%3A") ? "%3A" : ":"));
      // Where an entry is opened, the page stays as narrow as it was asked to be.
      await frame.evaluate(() => document.querySelector(".card h2 a").click());
      await waitFor(() => frame.evaluate(() => location.hash.startsWith("#/incident/")), "the entry");
      await frame.waitForSelector(".credit");
      assert.match(await frame.evaluate(() => location.hash), /embed=1/);
      assert.deepEqual(await page.evaluate(() => window.heard), [], "nobody asked for the height");
      await close();
    });

    test("shows the parts that are named, and no others", async () => {
      const { frame, close } = await framed("#/cards?embed=1&show=search,facets&lang=en");
      assert.equal(await count(frame, ".search"), 1);
      assert.equal(await count(frame, ".facets"), 1);
      assert.equal(await count(frame, ".views"), 0);
      assert.equal(await count(frame, ".masthead"), 0);
      await frame.focus("#search");
      await frame.type("#search", "kobe");
      await waitFor(async () => (await textOf(frame, ".card h2")).startsWith("Kobe"), "the answer");
      await close();
    });

    test("shows one card, and tells its height where that is asked", async () => {
      const { page, frame, close } = await framed("#/incident/khi-2020?embed=card&tell=height&lang=en", 600);
      assert.equal(await count(frame, ".card"), 1);
      assert.match(await textOf(frame, ".card"), /Kawasaki/);
      assert.equal(await count(frame, ".pick"), 0, "no button for a tray that is not there");
      const told = await waitFor(() => page.evaluate(() => window.heard.at(-1)), "the height");
      assert.deepEqual(Object.keys(told).sort(), ["height", "type"]);
      // The frame has taken it: nothing of the page is cut off, and little is empty.
      await waitFor(() => frame.evaluate(() => Math.abs(innerHeight - document.getElementById("app").getBoundingClientRect().height) < 2), "the fit");
      await frame.evaluate(axe);
      const found = await frame.evaluate(async () =>
        (await window.axe.run(document, { resultTypes: ["violations"] })).violations.map((v) => `${v.id} ${v.nodes[0].html}`),
      );
      assert.deepEqual(found, []);
      await close();
    });

    test("an entry that is not there is told in a sentence", async () => {
      const { frame, close } = await framed("#/incident/nobody-1999?embed=card&lang=en");
      assert.match(await textOf(frame, "main"), /No entry is called nobody-1999 here/);
      await close();
    });
  });
}
