// The Privacy panel says what is stored and what was asked for, and tells the truth.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { NAMES } from "../browsers.mjs";
import { count, openPage, textOf, waitFor } from "../harness.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ONE = { form: "one file", scheme: "file", frame: "top" };

async function panel(options) {
  const opened = await openPage(options);
  await opened.frame.evaluate(() => document.querySelector(".privacy summary").focus());
  await opened.page.keyboard.press("Enter");
  await waitFor(() => opened.frame.evaluate(() => !!document.querySelector(".privacy .asked li")), "the list");
  return opened;
}

for (const browser of NAMES) {
  for (const [lang, zero] of [["en", /Requests to other places: 0\./], ["ja", /外部への要求: 0件/]]) {
    for (const place of [ONE, undefined]) {
      test(`${browser}, ${lang}, ${place ? "one file" : "hosted"}: nothing outside; settings are shown and cleared`, async () => {
        const opened = await panel({ browser, lang, theme: "dark", place });
        assert.match(await textOf(opened.frame, ".privacy"), zero);
        // The dark of the link is shown, not kept; what the reader chose is.
        assert.match(await textOf(opened.frame, ".privacy .stored"), /incident-explorer\.theme = auto/);
        await opened.frame.evaluate(() => document.querySelector(".privacy .stored + button").click());
        await waitFor(async () => (await count(opened.frame, ".privacy .stored")) === 0, "the settings are gone");
        assert.equal(await opened.frame.evaluate(() => localStorage.getItem("incident-explorer.lang")), null);
        await opened.close();
      });
    }
  }

  test(`${browser}: a request to another place would be counted and named`, async () => {
    const opened = await panel({ browser });
    // The policy keeps the page itself from asking: what the browser would list is put there.
    await opened.frame.evaluate(() => {
      const real = performance.getEntriesByType.bind(performance);
      const entry = Object.create(PerformanceEntry.prototype, { name: { value: "https://elsewhere.example/x" } });
      performance.getEntriesByType = (kind) => (kind === "resource" ? [...real(kind), entry] : real(kind));
    });
    await opened.frame.evaluate(() => document.querySelector(".privacy > button").click());
    await waitFor(async () => /other places: [1１]/.test(await textOf(opened.frame, ".privacy")), "the count");
    assert.match(await textOf(opened.frame, ".privacy .asked"), /elsewhere\.example/);
    await opened.close();
  });
}

test("axe finds nothing in the open panel", async () => {
  for (const theme of ["light", "dark"]) {
    const opened = await panel({ theme, place: ONE, width: 390 });
    await opened.page.evaluate(axe);
    const found = await opened.page.evaluate(async () =>
      (await window.axe.run(document, { resultTypes: ["violations"] })).violations.map((v) => `${v.id} ${v.nodes[0].html}`),
    );
    assert.deepEqual(found, []);
    await opened.close();
  }
});
