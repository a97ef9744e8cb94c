// The page starts wherever it is put, asks for nothing more, and breaks no policy.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { NAMES } from "../browsers.mjs";
import { count, openPage, textOf, waitFor } from "../harness.mjs";
import { PLACES, nameOf } from "../places.mjs";

const FROM_DISK = { form: "site", scheme: "file", frame: "top" };
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function isClean(opened) {
  assert.deepEqual(await opened.violations(), [], "violations of the content policy");
  assert.deepEqual(opened.faults, [], "errors in the console");
  assert.equal(await count(opened.frame, ".guard"), 0, "guard panels");
}

/** Everything but the page itself, its host and what it carries within. */
const beyond = (opened) => opened.requests.filter((url) => !/^(data|blob):|\/(host|page)\.html(#|$)/.test(url));

for (const browser of NAMES) {
  for (const place of PLACES) {
    test(`${browser}: ${nameOf(place)}: starts, clean, and asks for nothing`, async () => {
      const opened = await openPage({ browser, place });
      await pause(300);
      await isClean(opened);
      assert.ok((await count(opened.frame, ".card")) > 0, "cards are shown");
      assert.deepEqual(beyond(opened), []);
      const asked = opened.served?.log.filter((path) => !/(host|page)\.html$/.test(path));
      assert.deepEqual(asked ?? [], []);
      await opened.close();
    });
  }

  test(`${browser}: the hosted form starts below a sub-path and asks its own folder only`, async () => {
    const opened = await openPage({ browser });
    await isClean(opened);
    for (const url of opened.requests.filter((url) => !url.startsWith("data:"))) {
      assert.ok(url.startsWith(opened.served.url), url);
    }
    await opened.close();
  });

  test(`${browser}: once it is ready nothing is asked for, whatever is opened`, async () => {
    const opened = await openPage({ browser });
    const [asked, logged] = [opened.requests.length, opened.served.log.length];
    for (const hash of ["#/map", "#/links", "#/cards?q=kawasaki", "#/incident/khi-2020", "#/cards?q=plans", "#/nowhere"]) {
      await opened.frame.evaluate((h) => void (location.hash = h), hash);
      await pause(250);
    }
    assert.deepEqual(opened.requests.slice(asked), []);
    assert.deepEqual(opened.served.log.slice(logged), []);
    await isClean(opened);
    await opened.close();
  });

  test(`${browser}: a host that sends wasm with a wrong type is good enough`, async () => {
    const opened = await openPage({ browser, server: { types: { wasm: "text/plain" } } });
    await isClean(opened);
    await opened.close();
  });

  test(`${browser}: the hosted form opened from disk points to the one file`, async () => {
    const opened = await openPage({ browser, place: FROM_DISK, hash: "#/map", until: ".guard a" });
    assert.match(await textOf(opened.frame, ".guard"), /made for a web server.*incident-explorer\.html/s);
    const href = await opened.frame.evaluate(() => document.querySelector(".guard a").getAttribute("href"));
    assert.equal(href, "../incident-explorer.html#/map");
    await opened.close();
  });

  test(`${browser}: storage, history, cookies and clipboard may all be forbidden`, async () => {
    const opened = await openPage({ browser, before: forbid });
    for (const [hash, mark] of [["#/map?lang=ja", "ja"], ["#/cards?lang=en&theme=dark", "en"]]) {
      await opened.frame.evaluate((h) => void (location.hash = h), hash);
      await waitFor(() => opened.frame.evaluate((l) => document.documentElement.lang === l, mark), `lang=${mark}`);
    }
    await pause(600);
    await isClean(opened);
    await opened.close();
  });
}

test("the recorders notice a request, a violation and an error", async () => {
  const text = await readFile(new URL("../fixtures/faulty.html", import.meta.url), "utf8");
  const place = { form: "one file", scheme: "http", frame: "top" };
  for (const browser of NAMES) {
    const opened = await openPage({ browser, place, text });
    await pause(300);
    assert.deepEqual(beyond(opened).map((url) => url.split("/").pop()), ["beacon.png"], browser);
    assert.equal((await opened.violations()).length, 1, browser);
    assert.ok(opened.served.log.some((path) => path.endsWith("beacon.png")), browser);
    await opened.close();
  }
});

/** Runs in the page: what a strict browser or a sandbox may take away. */
function forbid() {
  const denied = () => {
    throw new DOMException("denied by the test", "SecurityError");
  };
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
    Object.defineProperty(window, name, { get: denied, configurable: true });
  }
  Object.defineProperty(Document.prototype, "cookie", { get: denied, set: denied });
  Object.defineProperty(Navigator.prototype, "clipboard", { get: denied });
  History.prototype.pushState = denied;
  History.prototype.replaceState = denied;
}
