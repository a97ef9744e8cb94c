// axe finds nothing to mend on any view, in both languages and themes, wide and narrow.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { launch } from "../browsers.mjs";
import { ONE_FILE_URL, open } from "../harness.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const VIEWS = ["/cards", "/cards?q=nothing-of-the-kind", "/map", "/links", "/timeline", "/timeline?group=tick&lanes=all", "/insights", "/table", "/table?cols=what,groups,silence&sort=-silence", "/compare?ids=nec-2016,mitsubishi-electric-2019,nowhere-1999", "/incident/khi-2020", "/incident/mitsubishi-electric-2019", "/links?q=actor:tick", "/actor/tick", "/name/TEMP.Tick", "/organisation/kawasaki-heavy-industries", "/country/TH"];

describe("accessibility", () => {
  let browser;
  before(async () => {
    browser = await launch("chromium");
  });
  after(() => browser?.close());

  for (const lang of ["en", "ja"]) {
    for (const theme of ["light", "dark"]) {
      for (const width of [1440, 390]) {
        test(`${lang}, ${theme}, ${width} px`, async () => {
          for (const view of VIEWS) {
            const hash = `#${view}${view.includes("?") ? "&" : "?"}lang=${lang}&theme=${theme}`;
            const { page } = await open(browser, ONE_FILE_URL + hash, { width });
            await page.evaluate(axe);
            const found = await page.evaluate(async () => {
              const result = await window.axe.run(document, { resultTypes: ["violations"] });
              return result.violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].failureSummary}`);
            });
            assert.deepEqual(found, [], view);
            const wider = await page.evaluate(
              () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
            );
            assert.ok(wider <= 0, `${view} is ${wider} px wider than its window`);
            await page.close();
          }
        });
      }
    }
  }
});
