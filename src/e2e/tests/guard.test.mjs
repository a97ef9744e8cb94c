// Whatever stops the page ends in a panel with sentences, a text to report, and Restart.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { TRAP, withBlock, withCore } from "../fixtures/trap.mjs";
import { NAMES } from "../browsers.mjs";
import { openPage, shows, textOf, waitFor } from "../harness.mjs";
import { ONE_FILE, PLACES, SITE, SITE_FOLDER, nameOf } from "../places.mjs";
import { STRICT } from "../server.mjs";

const ONE = { form: "one file", scheme: "file", frame: "top" };
const PANEL = ".guard textarea";
const report = (opened) => opened.frame.evaluate(() => document.querySelector(".guard textarea").value);
const ready = (opened) => opened.frame.evaluate(() => document.documentElement.hasAttribute("data-ready"));

/** Presses Restart and waits for the page to be ready again, without the panel. */
async function restart(opened) {
  await opened.frame.evaluate(() => document.querySelector(".guard button").click());
  const again = () => !document.querySelector(".guard") && document.documentElement.hasAttribute("data-ready");
  await waitFor(() => opened.frame.evaluate(again), "the page after Restart");
}

/** A trap as wasm makes it, from a task of its own, as an event would. */
function trap(bytes) {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(bytes)));
  setTimeout(() => exports.__wbindgen_start());
}

/** Put behind the start script of a copied page: one fault for each event. */
const PLANTED = `
addEventListener("planted-rejection", () => void Promise.reject(new Error("the rejection was planted")));
addEventListener("planted-error", () => { throw new Error("the error was planted"); });
`;

/** Takes the DOM from under Yew: its next change is a Rust panic, through the panic hook. */
function panic() {
  Node.prototype.insertBefore = Node.prototype.appendChild = () => {
    throw new DOMException("planted by the test");
  };
  location.hash = "#/map";
}

for (const browser of NAMES) {
  for (const place of [...PLACES, SITE]) {
    test(`${browser}: ${nameOf(place)}: a trap ends in the panel, and Restart in the same view`, async () => {
      const opened = await openPage({ browser, place, hash: "#/links?q=secret" });
      await opened.frame.evaluate(trap, TRAP);
      await shows(opened, PANEL);
      const text = await report(opened);
      assert.match(text, /^Incident Explorer \d+\.\d+\.\d+ \([0-9a-f]{8}\)\nView: #\/links\n/);
      assert.match(text, /unreachable/);
      assert.doesNotMatch(text, /secret|file:|http:|\/tmp/, "places and queries stay with the reader");
      await restart(opened);
      assert.match(await opened.frame.evaluate(() => location.hash), /^#\/links\?q=secret/);
      await opened.close();
    });
  }

  test(`${browser}: a planted panic in Rust ends in the panel with its message`, async () => {
    const opened = await openPage({ browser, lang: "en" });
    await opened.frame.evaluate(panic);
    await shows(opened, PANEL);
    assert.match(await report(opened), /panicked at/);
    assert.match(await textOf(opened.frame, ".guard"), /fault of ours.*Nothing was sent.*Restart/s);
    await restart(opened);
    await opened.close();
  });

  test(`${browser}: a rejected promise and a thrown error end in the panel`, async () => {
    // In a script of the page: of faults in a driver's own scripts Chromium tells the page nothing.
    const start = (await readFile(join(SITE_FOLDER, "start.js"), "utf8")) + PLANTED;
    for (const plant of ["rejection", "error"]) {
      const opened = await openPage({ browser, server: { pages: { "start.js": start } } });
      await opened.frame.evaluate((name) => void dispatchEvent(new Event(name)), `planted-${plant}`);
      await shows(opened, PANEL);
      assert.match(await report(opened), new RegExp(`the ${plant} was planted`));
      await opened.close();
    }
  });

  test(`${browser}: the panel speaks Japanese where the page does`, async () => {
    const opened = await openPage({ browser, hash: "#/cards", lang: "ja" });
    await opened.frame.evaluate(trap, TRAP);
    await shows(opened, PANEL);
    assert.match(await textOf(opened.frame, ".guard"), /こちらの不具合.*何も送信していません.*再開/s);
    assert.equal(await opened.frame.evaluate(() => document.querySelector(".guard").lang), "ja");
    await opened.close();
  });

  test(`${browser}: a core that traps at its start ends in the panel`, async () => {
    const text = withCore(await readFile(ONE_FILE, "utf8"), TRAP);
    const opened = await openPage({ browser, place: ONE, text, until: PANEL });
    assert.match(await report(opened), /unreachable/);
    assert.equal(await ready(opened), false);
    await opened.close();
  });

  test(`${browser}: a spoilt core and a file that ends early are told`, async () => {
    const page = await readFile(ONE_FILE, "utf8");
    const spoilt = await openPage({ browser, place: ONE, text: withCore(page, null), until: PANEL });
    await spoilt.close();
    const early = page.slice(0, page.indexOf('id="core">') + 1000);
    const opened = await openPage({ browser, place: ONE, text: early, until: ".guard" });
    assert.match(await textOf(opened.frame, ".guard"), /not complete/);
    await opened.close();
  });

  test(`${browser}: a broken dataset names its fault instead of an empty page`, async () => {
    const page = await readFile(ONE_FILE, "utf8");
    // The first byte is the format: 1 was JSON. Then a block cut short, and one that is no base64.
    const faults = [
      [withBlock(page, "dataset", [1, 0, 0]), ".guard", /has format 1, not 4/],
      [withBlock(page, "dataset", [4, 7]), ".guard", /the dataset block is damaged/],
      // The outlines are unpacked where they are drawn.
      [withBlock(page, "basemap", [9]), ".guard", /the map block is damaged/, "#/map"],
      [withBlock(page, "dataset", null), PANEL, /the block `dataset` of the page is damaged/],
    ];
    for (const [text, until, told, hash] of faults) {
      const opened = await openPage({ browser, place: ONE, text, until, hash });
      assert.match(until === PANEL ? await report(opened) : await textOf(opened.frame, ".guard"), told);
      await opened.close();
    }
  });

  test(`${browser}: a host without one of the files is told by name`, async () => {
    for (const name of ["core.js", "core.wasm"]) {
      const opened = await openPage({ browser, server: { missing: [name] }, until: PANEL });
      assert.match(await report(opened), new RegExp(name.replace(".", "\\.")));
      await opened.close();
    }
  });

  test(`${browser}: a host that forbids WebAssembly is told what is missing`, async () => {
    const policy = STRICT.replace(" 'wasm-unsafe-eval'", "");
    const opened = await openPage({ browser, server: { policy }, until: ".guard" });
    const said = "this page forbids WebAssembly ('wasm-unsafe-eval' is missing).";
    assert.ok((await textOf(opened.frame, ".guard")).includes(said));
    await opened.close();
  });

  test(`${browser}: where a frame cannot be reloaded, Restart makes a new instance`, async () => {
    const opened = await openPage({ browser, hash: "#/links" });
    await opened.frame.evaluate(trap, TRAP);
    await shows(opened, PANEL);
    await opened.frame.evaluate(() => {
      window.kept = true;
      // What a frame without the right to navigate does: nothing.
      navigation?.addEventListener("navigate", (event) => event.preventDefault());
      addEventListener("beforeunload", (event) => event.preventDefault());
    });
    await restart(opened);
    await opened.close();
  });

  test(`${browser}: the panel is readable without any stylesheet`, async () => {
    const opened = await openPage({ browser, server: { missing: ["style.css"] }, lang: "en" });
    await opened.frame.evaluate(trap, TRAP);
    await shows(opened, PANEL);
    const visible = await opened.frame.evaluate(() => {
      const box = document.querySelector(".guard").getBoundingClientRect();
      return box.top < 200 && box.height > 100 && getComputedStyle(document.querySelector("#app")).display === "none";
    });
    assert.ok(visible);
    await opened.close();
  });
}
