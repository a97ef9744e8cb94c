// The page as an element of another page: several at once, kept apart from their host, and the
// dialog that says what to paste.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { NAMES, launch } from "../browsers.mjs";
import { click as press, open, record, waitFor } from "../harness.mjs";
import { DIST, SITE_FOLDER } from "../places.mjs";
import { STRICT, serve } from "../server.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SCRIPT = "incident-explorer.js";
/** What a host's policy must allow, and nothing more. */
const ALLOWS = "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; img-src data:";

const host = (body, head = "") => `<!doctype html><html lang="en"><meta charset="utf-8"><title>host</title>
<link rel="icon" href="data:,">${head}<script async src="${SCRIPT}"></script>
<body>${body}
<script>
window.events = [];
for (const kind of ["select", "querychange"]) {
  document.addEventListener(kind, (event) => {
    if (event.target.id) events.push([event.target.id, kind, event.detail.incident ?? event.detail.query]);
  });
}
</script></body></html>`;

const TWO = `<p id="outside">Host</p>
<incident-explorer id="a" view="cards" query="victim.country:JP" lang="ja" theme="dark" show="search,views">fallback</incident-explorer>
<incident-explorer id="b" view="cards" query="actor:tick" show="search"></incident-explorer>
<incident-card id="c" incident="khi-2020"></incident-card>`;

const HOSTILE = `<style>html { font-size: 62.5%; color: red; } * { all: unset; letter-spacing: 1em; }
 style, script, head { display: none; } p, div, h1, h2, a, li, button { color: lime !important; font-size: 40px !important; }</style>
<script>
Array.prototype.foo = 1;
Object.prototype.bar = () => {};
String.prototype.baz = {};
window.keys = [];
addEventListener("keydown", (event) => { keys.push(event.key); event.preventDefault(); });
document.addEventListener("keypress", (event) => keys.push(event.key));
</script>`;

const isReady = () => {
  const all = [...document.querySelectorAll("incident-explorer, incident-card")];
  return all.length > 0 && all.every((e) => e.shadowRoot?.querySelector("[data-ready]"));
};
/** Asks the shadow root of the element with an id; `ask` is `(root, ...values)`. */
const inside = (page, id, ask, ...values) =>
  page.evaluate(`(${ask})(document.getElementById(${JSON.stringify(id)}).shadowRoot, ...${JSON.stringify(values)})`);
const counted = (page, id) => inside(page, id, (root) => root.querySelector(".credit b")?.textContent ?? "");
const text = (page, id) => inside(page, id, (root) => root.textContent);
const click = (page, id, selector) => inside(page, id, (root, s) => root.querySelector(s).click(), selector);
const events = (page) => page.evaluate(() => window.events.splice(0));

for (const name of NAMES) {
  describe(`elements in ${name}`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());

    async function hosted(markup, { policy = ALLOWS, awaited = isReady, ...options } = {}) {
      const served = await serve(DIST, { policy, pages: { "host.html": markup } });
      const opened = await record(browser, options);
      await opened.page.goto(served.url + "host.html", { waitUntil: "load" });
      await waitFor(() => opened.page.evaluate(awaited), "the elements");
      const address = await opened.page.evaluate(() => location.href);
      const close = async ({ faults = [] } = {}) => {
        assert.deepEqual(opened.faults, faults);
        assert.deepEqual(opened.requests.map((url) => url.split("/").pop()), ["host.html", SCRIPT]);
        assert.equal(await opened.page.evaluate(() => location.href), address, "the host's address");
        assert.equal(await opened.page.evaluate(() => localStorage.length), 0, "nothing is stored there");
        assert.equal(await opened.page.title(), "host");
        await opened.page.close();
        await served.close();
      };
      return { ...opened, close };
    }

    test("several stand on one page, each with its own question, language and theme", async () => {
      const { page, close } = await hosted(host(TWO));
      assert.match(await counted(page, "a"), /全129件中|129/);
      assert.notEqual(await counted(page, "a"), await counted(page, "b"));
      assert.match(await text(page, "a"), /沈黙/);
      assert.match(await text(page, "b"), /Every value is a claim/);
      assert.match(await text(page, "c"), /Kawasaki Heavy Industries/);
      const grounds = await page.evaluate(() =>
        ["a", "b"].map((id) => getComputedStyle(document.getElementById(id).shadowRoot.querySelector(".explorer-root")).backgroundColor),
      );
      assert.deepEqual(grounds, ["rgb(17, 20, 24)", "rgb(247, 246, 242)"]);
      // The parts that are asked for, and no others.
      const parts = (id) => inside(page, id, (root) => [".search", ".views", ".facets", ".masthead", ".foot"].map((p) => root.querySelectorAll(p).length));
      assert.deepEqual(await parts("a"), [1, 1, 0, 0, 0]);
      assert.deepEqual(await parts("b"), [1, 0, 0, 0, 0]);
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const only = { include: [["#a"], ["#b"], ["#c"]] };
        const { violations } = await window.axe.run(only, { resultTypes: ["violations"] });
        // Three pages on one have their headings and landmarks three times: moderate, and meant.
        return violations.filter((v) => v.impact !== "moderate").map((v) => `${v.id} ${v.nodes[0].html}`);
      });
      assert.deepEqual(found, []);
      await close();
    });

    test("attributes are live, and what a host changes is no event", async () => {
      const { page, close } = await hosted(host(TWO));
      const set = (id, key, value) => page.evaluate((id, key, value) => document.getElementById(id).setAttribute(key, value), id, key, value);
      await set("b", "query", "kobe steel");
      await waitFor(async () => /Kobe Steel/.test(await inside(page, "b", (root) => root.querySelector(".card h2").textContent)), "the answer");
      await set("b", "lang", "ja");
      await waitFor(async () => /神戸製鋼/.test(await text(page, "b")), "Japanese");
      await set("b", "theme", "dark");
      await waitFor(() => inside(page, "b", (root) => root.querySelector(".explorer-root").dataset.theme === "dark"), "dark");
      await set("b", "view", "map");
      await waitFor(() => inside(page, "b", (root) => !!root.querySelector(".map-frame svg")), "the map");
      await set("c", "incident", "nec-2016");
      await waitFor(async () => /NEC/.test(await text(page, "c")), "another card");
      await set("c", "incident", "nobody-1999");
      await waitFor(async () => /No entry is called nobody-1999/.test(await text(page, "c")), "the sentence");
      await set("b", "height", "320");
      assert.equal(await page.evaluate(() => document.getElementById("b").getBoundingClientRect().height), 320);
      await new Promise((done) => setTimeout(done, 600));
      assert.deepEqual(await events(page), []);
      assert.equal(await page.evaluate(() => document.activeElement.tagName), "BODY", "the focus stays where it was");
      await close();
    });

    test("what the reader does is told, and a host may keep an entry to itself", async () => {
      const { page, close } = await hosted(host(TWO));
      await click(page, "b", ".card h2 a");
      await waitFor(() => inside(page, "b", (root) => !!root.querySelector(".incident")), "the entry");
      const [[id, kind, incident]] = await events(page);
      assert.deepEqual([id, kind], ["b", "select"]);
      assert.match(incident, /^[a-z0-9-]+-20\d\d$/);
      // The element comes back to its list by its own link, as narrow as it was asked to be.
      await click(page, "b", ".here a");
      await waitFor(() => inside(page, "b", (root) => !!root.querySelector(".card") && !root.querySelector(".masthead")), "the list");
      await waitFor(() => inside(page, "b", (root) => root.activeElement?.closest(".card") != null), "the focus on the card it came from");
      await inside(page, "a", (root) => root.getElementById("search").focus());
      await page.keyboard.type(" tick");
      const told = await waitFor(async () => (await events(page)).at(-1), "the question");
      assert.deepEqual(told, ["a", "querychange", "victim.country:JP tick"]);
      await page.evaluate(() => document.addEventListener("select", (event) => event.preventDefault()));
      await click(page, "c", ".card h2 a");
      assert.deepEqual((await events(page)).at(-1), ["c", "select", "khi-2020"]);
      await new Promise((done) => setTimeout(done, 300));
      assert.equal(await inside(page, "c", (root) => root.querySelectorAll(".incident").length), 0);
      await close();
    });

    test("a hostile host changes nothing inside, and hears no key that is typed there", async () => {
      const calm = await hosted(host(TWO));
      const look = () =>
        ["a", "b", "c"].map((id) => {
          const root = document.getElementById(id).shadowRoot;
          const of = (selector) => {
            const { fontSize, color, letterSpacing, display } = getComputedStyle(root.querySelector(selector));
            const { width } = root.querySelector(selector).getBoundingClientRect();
            return [fontSize, color, letterSpacing, display, Math.round(width / 40)];
          };
          return [".explorer-root", ".card", ".card h2", ".credit"].map(of);
        });
      const wanted = await calm.page.evaluate(look);
      await calm.close();
      const { page, close } = await hosted(host(TWO, HOSTILE), { policy: ALLOWS + "; style-src 'unsafe-inline'" });
      await page.evaluate(() => document.body.style.setProperty("display", "block"));
      const seen = await page.evaluate(look);
      const plain = (all) => all.map((one) => one.map(([size, colour, spacing, display]) => [size, colour, spacing, display]));
      assert.deepEqual(plain(seen), plain(wanted));
      assert.equal(await page.evaluate(() => document.getElementById("a").getBoundingClientRect().width > 400), true);
      await inside(page, "b", (root) => root.getElementById("search").focus());
      await page.keyboard.type("1q");
      const value = () => inside(page, "b", (root) => root.getElementById("search").value);
      await waitFor(async () => (await value()).endsWith("1q"), "what was typed");
      assert.deepEqual(await page.evaluate(() => window.keys), []);
      await close();
    });

    test("keys act where the focus is, and nowhere else", async () => {
      const { page, close } = await hosted(host(TWO));
      await page.keyboard.press("2");
      await new Promise((done) => setTimeout(done, 200));
      assert.equal(await inside(page, "a", (root) => root.querySelectorAll(".map-frame").length), 0);
      await inside(page, "a", (root) => root.querySelector(".card h2 a").focus());
      await page.keyboard.press("2");
      await waitFor(() => inside(page, "a", (root) => !!root.querySelector(".map-frame")), "the map");
      assert.equal(await inside(page, "b", (root) => root.querySelectorAll(".map-frame").length), 0);
      await close();
    });

    test("taken out it leaves nothing behind, and put in again it is where it was", async () => {
      const count = () => {
        window.listening = 0;
        for (const target of [window, document]) {
          const [add, remove] = [target.addEventListener, target.removeEventListener];
          target.addEventListener = function (...given) { window.listening += 1; return add.apply(this, given); };
          target.removeEventListener = function (...given) { window.listening -= 1; return remove.apply(this, given); };
        }
      };
      const { page, close } = await hosted(host(`<div id="place"><incident-explorer id="a" view="map" query="actor:tick" show="search,views"></incident-explorer></div>`), { before: count });
      const at = () => page.evaluate(() => window.listening);
      const running = await at();
      const instances = async () => {
        const memory = await page.evaluateHandle(() => WebAssembly.Memory.prototype);
        const all = await page.queryObjects(memory);
        const found = await all.evaluate((list) => list.length);
        // What was found is held as long as the list is.
        await Promise.all([all.dispose(), memory.dispose()]);
        return found;
      };
      await inside(page, "a", (root) => root.getElementById("search").focus());
      await page.keyboard.type(" nec");
      await waitFor(async () => (await page.evaluate(() => window.events.length)) > 0, "the question");
      for (let i = 0; i < 3; i += 1) {
        await page.evaluate(() => ((window.kept = document.getElementById("a")), window.kept.remove()));
        await waitFor(async () => (await at()) <= running - 1, "fewer listeners");
        const left = await at();
        assert.ok(left >= 0 && left < running, `${left} of ${running}`);
        await page.evaluate(() => document.getElementById("place").append(window.kept));
        await waitFor(() => page.evaluate(isReady), "the element again");
        await waitFor(async () => (await at()) === running, "the same listeners");
        assert.equal(await inside(page, "a", (root) => root.getElementById("search").value), "actor:tick nec");
      }
      if (name === "chromium") assert.equal(await waitFor(async () => (await instances()) === 1, "one instance"), true);
      // Moved within the page, it runs on.
      const before = await page.evaluate(() => {
        const element = document.getElementById("a");
        window.root = element.shadowRoot.querySelector(".explorer-root");
        document.body.prepend(element);
        return new Promise((done) => setTimeout(() => done(element.shadowRoot.querySelector(".explorer-root") === window.root), 100));
      });
      assert.equal(before, true);
      await close();
    });

    test("as wide as its place, it is laid out for that", async () => {
      const { page, close } = await hosted(host(`<div style="width: 400px"><incident-card id="c" incident="khi-2020"></incident-card></div>`), {
        policy: ALLOWS + "; style-src 'unsafe-inline'",
      });
      const fits = await inside(page, "c", (root) => {
        const [card, frame] = [".card", ".explorer-frame"].map((s) => root.querySelector(s).getBoundingClientRect());
        return [card.right <= frame.right, Math.round(frame.width), root.querySelector(".explorer-frame").scrollWidth <= 400];
      });
      assert.deepEqual(fits, [true, 400, true]);
      await close();
    });

    test("where the host forbids wasm, a sentence says so above what stands between the tags", async () => {
      const body = `<incident-explorer id="a" lang="ja"><b id="kept">静的なカード</b></incident-explorer>`;
      const policy = ALLOWS.replace(" 'wasm-unsafe-eval'", "");
      const { page, faults, close } = await hosted(host(body), { policy, awaited: () => !!document.querySelector("#a").shadowRoot?.querySelector("[role=alert]") });
      assert.match(await text(page, "a"), /このページはWebAssemblyを禁じています（'wasm-unsafe-eval'がありません）/);
      assert.equal(await page.evaluate(() => document.getElementById("kept").checkVisibility()), true);
      // The browser itself may say what it refused.
      await close({ faults: [...faults] });
      assert.ok(faults.every((line) => /wasm|WebAssembly|Content.Security/i.test(line)), String(faults));
    });

    for (const form of ["site", "one file"]) {
      test(`the dialog of the ${form} shows what to paste, and the element as it will be`, async () => {
        const served = await serve(form === "site" ? SITE_FOLDER : DIST, form === "site" ? { policy: STRICT } : {});
        const at = form === "site" ? served.url : served.url + "incident-explorer.html";
        const { page, faults, requests } = await open(browser, at + "#/cards?q=actor:tick&lang=en");
        await page.waitForSelector(".bar .embed");
        const asked = requests.length;
        await press(page, ".bar .embed");
        const preview = (ask) => page.evaluate(`(${ask})(document.querySelector("#embed-dialog incident-explorer")?.shadowRoot)`);
        await waitFor(() => preview((root) => !!root?.querySelector("[data-ready]")), "the preview");
        assert.match(await preview((root) => root.querySelector(".credit").textContent), /129 entries/);
        const pasted = () => page.$eval("#embed-text", (area) => area.value);
        const choose = (nth, at) =>
          page.evaluate((nth, at) => {
            const select = document.querySelectorAll("#embed-dialog .choices-of select")[nth];
            select.selectedIndex = at;
            select.dispatchEvent(new Event("change", { bubbles: true }));
          }, nth, at);
        assert.match(await pasted(), form === "site" ? /^<iframe src="http[^"]*\/explorer\/#\/cards\?q=actor:tick&amp;embed=1&amp;lang=en"/ : /incident-explorer\.html#\/cards[^>]*sandbox="allow-scripts allow-downloads/);
        await choose(0, 1);
        await waitFor(async () => /<incident-explorer view="cards" query="actor:tick" lang="en"/.test(await pasted()), "the element");
        assert.match(await page.$eval(".needs", (list) => list.textContent), /'wasm-unsafe-eval'.*\d{3} KB/s);
        // The preview follows, in its own language.
        await choose(2, 2);
        await waitFor(() => preview((root) => /値はすべて出典/.test(root.textContent)), "Japanese");
        await choose(1, 2);
        await waitFor(() => page.evaluate(() => !!document.querySelector("#embed-dialog incident-card")?.shadowRoot?.querySelector(".card")), "the card");
        await page.evaluate(axe);
        const found = await page.evaluate(async () =>
          (await window.axe.run(document.getElementById("embed-dialog"), { resultTypes: ["violations"] })).violations.map((v) => `${v.id} ${v.nodes[0].html}`),
        );
        assert.deepEqual(found, []);
        // Keys of the page behind do nothing; Escape closes and gives the focus back.
        await page.keyboard.press("2");
        await page.keyboard.press("Escape");
        await waitFor(() => page.$eval("#embed-dialog", (dialog) => !dialog.open && dialog.childElementCount === 0), "the closed dialog");
        assert.equal(await page.evaluate(() => location.hash), "#/cards?q=actor:tick&lang=en");
        assert.equal(await page.evaluate(() => document.activeElement.className), "action embed");
        assert.equal(requests.length, asked, "nothing was asked for");
        assert.deepEqual(faults, []);
        await page.close();
        await served.close();
      });
    }

    test("a framed page has no such dialog", async () => {
      const served = await serve(SITE_FOLDER, { pages: { "host.html": `<!doctype html><title>host</title><link rel="icon" href="data:,"><iframe title="x" src="index.html#/cards" width="1000" height="600"></iframe>` } });
      const { page } = await record(browser);
      await page.goto(served.url + "host.html");
      const frame = await waitFor(() => page.frames()[1], "the frame");
      await frame.waitForSelector(".bar .count");
      assert.equal((await frame.$$(".embed")).length, 0);
      await page.close();
      await served.close();
    });
  });
}
