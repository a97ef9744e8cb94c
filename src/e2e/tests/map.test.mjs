// The map by hand: wheel, drag, pinch, keys and buttons; clicks that filter; regions; finer
// outlines when near; offices as ways in, never attackers; fingers on a narrow screen.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { NAMES, launch } from "../browsers.mjs";
import { ONE_FILE_URL, click, count, open, textOf, until, waitFor } from "../harness.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const KAWASAKI = "#/map?q=kawasaki%20office:ID";

/** How the picture is moved, as CSS has it: to the right, down, and how wide it is drawn. */
const seen = (page) =>
  page.evaluate(() => {
    const moved = document.querySelector("#map-moved");
    const { a, e, f } = new DOMMatrix(getComputedStyle(moved).transform);
    const width = document.querySelector("svg.world").getBoundingClientRect().width;
    return { scale: a, x: e, y: f, zoom: width / document.querySelector("#map").clientWidth };
  });
const zoomIs = (page, check, what) => waitFor(async () => check((await seen(page)).zoom), what, 5);
const settled = (page) => waitFor(async () => Math.abs((await seen(page)).scale - 1) < 1e-3, "a drawn picture", 5);

/** Where a thing of the map lies on the screen. */
const place = (page, selector) =>
  page.$eval(selector, (e) => {
    const box = e.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });

for (const name of NAMES) {
  describe(`the map in ${name}`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());
    /** The picture comes first, its tools and its twin right after it. */
    const at = async (hash, options) => {
      const opened = await open(browser, ONE_FILE_URL + hash, options);
      await opened.page.waitForSelector(".map-view .legend");
      return opened;
    };

    test("zooms by wheel to what is under the pointer, and the wheel scrolls the page at the end", async () => {
      const { page, faults } = await at("#/map");
      const { x, y } = await place(page, '#map [data-at="country MN"]');
      await page.mouse.move(x, y);
      for (let i = 0; i < 6; i += 1) await page.mouse.wheel({ deltaY: -200 });
      await zoomIs(page, (zoom) => zoom > 3, "a zoom");
      await settled(page);
      const under = await page.evaluate((x, y) => document.elementFromPoint(x, y).getAttribute("data-at"), x, y);
      assert.equal(under, "country MN", "it stays under the pointer");
      assert.equal(await page.$eval("svg.world g", (g) => g.getAttribute("transform")), "scale(0.0625)");
      for (let i = 0; i < 12; i += 1) await page.mouse.wheel({ deltaY: 200 });
      await zoomIs(page, (zoom) => Math.abs(zoom - 1) < 1e-3, "the whole world");
      await settled(page);
      assert.equal(await page.$eval("svg.world g", (g) => g.getAttribute("transform")), "scale(0.25)");
      await until(page, () => scrollY > 0);
      assert.deepEqual(faults, []);
      await page.close();
    });

    test("moves by drag without drawing anew, and a drag is no click", async () => {
      const { page } = await at("#/map");
      await click(page, ".map-tools button:nth-child(1)");
      await click(page, ".map-tools button:nth-child(1)");
      await settled(page);
      const hash = await page.evaluate(() => location.hash);
      const from = await place(page, "#map");
      const before = await seen(page);
      await page.evaluate(() => {
        window.changes = 0;
        const watch = new MutationObserver((all) => (window.changes += all.length));
        watch.observe(document.querySelector("#map-moved"), { childList: true, subtree: true, attributes: true });
      });
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + 40, from.y + 10, { steps: 4 });
      await page.mouse.move(from.x + 90, from.y + 30, { steps: 5 });
      await page.mouse.up();
      const after = await seen(page);
      assert.ok(Math.abs(after.x - before.x - 90) < 2 && Math.abs(after.y - before.y - 30) < 2, JSON.stringify(after));
      const changes = await page.evaluate(() => window.changes);
      assert.ok(changes <= 12, `${changes} changes: a drag changes one style`);
      await new Promise((done) => setTimeout(done, 400));
      assert.equal(await page.evaluate(() => location.hash), hash);
      await page.close();
    });

    test("filters by a click on a country, adds with Shift, and a double click zooms instead", async () => {
      const { page } = await at("#/map");
      const click = async (code, options) => {
        const spot = await place(page, `#map [data-at="country ${code}"]`);
        await page.mouse.click(spot.x, spot.y, options);
      };
      await click("AU");
      await until(page, () => decodeURIComponent(location.hash).includes("q=victim.country:AU"));
      await page.keyboard.down("Shift");
      await click("BR");
      await page.keyboard.up("Shift");
      await until(page, () => decodeURIComponent(location.hash).includes("victim.country:AU,BR"));
      const spot = await place(page, '#map [data-at="country BR"]');
      await page.mouse.click(spot.x, spot.y, { count: 2 });
      await zoomIs(page, (zoom) => zoom > 2, "a zoom");
      await new Promise((done) => setTimeout(done, 500));
      assert.match(await page.evaluate(() => decodeURIComponent(location.hash)), /AU,BR/);
      await page.close();
    });

    test("shows a card with counts under the pointer, and the claim of a line by a click on it", async () => {
      const { page } = await at(KAWASAKI);
      const thailand = await page.evaluate(() => {
        const marks = [...document.querySelectorAll("#map .mark")];
        const box = marks.map((m) => m.getBoundingClientRect()).sort((a, b) => a.left - b.left)[0];
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      });
      await page.mouse.move(thailand.x, thailand.y);
      await until(page, () => /Thailand/.test(document.querySelector(".map-card").textContent));
      assert.match(await textOf(page, ".map-card"), /1 office or place.*Known by country only.*1 from here, 0 to here/s);
      await page.evaluate(() => document.querySelector('#map a[data-at="way 0"]').dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })));
      await until(page, () => /incident\/khi-2020.*claim=/.test(location.hash));
      await page.close();
    });

    test("walks by keys from thing to thing, filters by Enter, and zooms", async () => {
      const { page } = await at(KAWASAKI);
      await page.focus("#map");
      await page.keyboard.press("PageDown");
      await until(page, () => /Thailand →/.test(document.querySelector(".map-card").textContent));
      assert.equal(await count(page, "#map .walked"), 1);
      const named = new Set();
      for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowRight"]) {
        await page.keyboard.press(key);
        named.add(await textOf(page, ".map-card b"));
      }
      assert.ok(named.size > 1, [...named].join());
      await page.keyboard.press("Escape");
      await until(page, () => !document.querySelector(".map-card b"));
      await page.keyboard.press("+");
      await zoomIs(page, (zoom) => zoom > 1.5, "a zoom");
      await page.keyboard.press("0");
      await zoomIs(page, (zoom) => Math.abs(zoom - 1) < 1e-3, "the world");
      for (let i = 0; i < 12; i += 1) {
        await page.keyboard.press("PageDown");
        if (/^Thailand/.test(await textOf(page, ".map-card")) && !/→/.test(await textOf(page, ".map-card"))) break;
      }
      await page.keyboard.press("Enter");
      await until(page, () => decodeURIComponent(location.hash).includes("office:TH"));
      await page.close();
    });

    test("filters by a region and by what is in view", async () => {
      const { page } = await at("#/map");
      const [au, br] = [await place(page, '#map [data-at="country AU"]'), await place(page, '#map [data-at="country BR"]')];
      await page.keyboard.down("Shift");
      await page.mouse.move(au.x - 90, au.y - 40);
      await page.mouse.down();
      await page.mouse.move(au.x, au.y, { steps: 3 });
      await page.mouse.move(au.x + 90, au.y + 60, { steps: 3 });
      await page.waitForSelector("#map .region");
      await page.mouse.up();
      await page.keyboard.up("Shift");
      await until(page, () => /q=victim.country:AU$/.test(decodeURIComponent(location.hash)));
      assert.ok(br.x > au.x + 90);
      await page.close();
    });

    test("keeps every line and loop inside the map, and says which meridian stands in its middle", async () => {
      for (const hash of ["#/map", "#/map?q=airbus"]) {
        const { page } = await at(hash);
        await page.waitForSelector("#map .arc");
        const outside = await page.evaluate(() => {
          const map = document.querySelector("#map").getBoundingClientRect();
          const arcs = [...document.querySelectorAll("#map .arc")].map((arc) => arc.getBoundingClientRect());
          return arcs.filter((a) => a.top < map.top || a.left < map.left || a.right > map.right || a.bottom > map.bottom).length;
        });
        assert.equal(outside, 0, hash);
        assert.match(await textOf(page, ".map-view"), /centred on 153° E/);
        await page.close();
      }
    });

    test("says why it is empty, and never draws who attacked", async () => {
      const { page } = await at("#/map?q=nothing-of-the-kind");
      assert.match(await textOf(page, ".map-view .twin"), /No entry matches, so nothing is drawn/);
      assert.ok((await count(page, "#map [data-at^=country]")) > 150, "the picture stays");
      await page.close();
      const { page: jaxa } = await at("#/map?q=jaxa");
      assert.match(await textOf(jaxa, ".never-drawn summary"), /in words, never drawn/);
      assert.equal(await count(jaxa, "#map .arc"), 0);
      await jaxa.close();
    });

    test("is one stop, with a label that says the finding, in both languages", async () => {
      for (const [lang, finding] of [["en", /Kawasaki.*Thailand, Indonesia, Philippines.*United States → Japan/], ["ja", /川崎重工業.*タイ、インドネシア、フィリピン、アメリカ合衆国 → 日本/]]) {
        const { page } = await at(`${KAWASAKI}&lang=${lang}`);
        const stops = await page.$$eval("#map, #map *", (all) => all.filter((e) => e.tabIndex >= 0).map((e) => e.id));
        assert.deepEqual(stops, ["map"]);
        assert.match(await page.$eval("#map", (e) => e.getAttribute("aria-label")), finding);
        await page.close();
      }
    });
  });
}

describe("the map at 390 px by touch", () => {
  let browser;
  before(async () => {
    browser = await launch("chromium");
  });
  after(() => browser?.close());

  const finger = async (page) => {
    const client = await page.createCDPSession();
    return (type, ...points) =>
      client.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  };

  for (const [lang, theme] of [["en", "light"], ["ja", "dark"]]) {
    test(`opens on the ways in, pinches, taps to a card with buttons; axe finds nothing, ${lang}, ${theme}`, async () => {
      const { page } = await open(browser, `${ONE_FILE_URL}${KAWASAKI}&lang=${lang}&theme=${theme}`, { width: 390, height: 844 });
      await page.setViewport({ width: 390, height: 844, hasTouch: true });
      await settled(page);
      const opened = (await seen(page)).zoom;
      assert.ok(opened > 1.2, `zoomed ${opened}`);
      await page.evaluate(() => document.querySelector("#map").scrollIntoView({ block: "center" }));
      const { x, y } = await place(page, "#map");
      const touch = await finger(page);
      await touch("touchStart", [x - 30, y], [x + 30, y]);
      for (const apart of [40, 60, 90]) await touch("touchMove", [x - apart, y], [x + apart, y]);
      await touch("touchEnd");
      await zoomIs(page, (zoom) => zoom > opened * 1.8, "a pinch");
      await settled(page);
      await page.evaluate(() => document.querySelector(".map-tools button:nth-child(4)").click());
      await zoomIs(page, (zoom) => Math.abs(zoom - opened) < 0.2 * opened, "the selection");
      await settled(page);
      const mark = await place(page, "#map .mark");
      await page.touchscreen.tap(mark.x, mark.y);
      await page.waitForSelector(".map-card .action");
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wider <= 0, `${wider} px wider than the window`);
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const result = await window.axe.run(document, { resultTypes: ["violations"] });
        return result.violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].failureSummary}`);
      });
      assert.deepEqual(found, []);
      await page.close();
    });
  }
});

describe("the map in forced colours", () => {
  let browser;
  before(async () => {
    browser = await launch("chromium");
  });
  after(() => browser?.close());

  for (const theme of ["light", "dark"]) {
    test(`tells classes by patterns, alike in the map, its dots and its legend; ${theme}`, async () => {
      const { page } = await open(browser, `${ONE_FILE_URL}#/map`);
      await page.waitForSelector(".map-view .legend");
      const client = await page.createCDPSession();
      await client.send("Emulation.setEmulatedMedia", {
        features: [
          { name: "forced-colors", value: "active" },
          { name: "prefers-color-scheme", value: theme },
        ],
      });
      const fills = await page.evaluate(() => {
        const fill = (selector) => {
          const found = document.querySelector(selector);
          const id = found && /#([\w-]+)/.exec(getComputedStyle(found).fill)?.[1];
          return { id, drawn: id ? document.querySelectorAll(`[id="${id}"] path`).length : 0 };
        };
        return [1, 2, 3, 4].flatMap((n) => [fill(`.outlines .c${n}`), fill(`.legend .c${n}`)]);
      });
      const expected = [1, 2, 3, 4].flatMap((n) => [`hatch-map-${n}`, `hatch-${n}`].map((id) => ({ id, drawn: 1 })));
      assert.deepEqual(fills, expected);
      const sizes = await page.evaluate(() =>
        ["hatch-1", "hatch-map-1"].map((id) => {
          const scale = Number(/scale\(([\d.]+)\)/.exec(document.getElementById(id).getAttribute("patternTransform"))[1]);
          const user = id === "hatch-1" ? 1 : document.querySelector(".outlines").getScreenCTM().a;
          return scale * user;
        }),
      );
      assert.ok(Math.abs(sizes[0] / sizes[1] - 1) < 0.1, `a hatching of ${sizes.join(" and ")}`);
      await page.close();
    });
  }
});
