// What a reader does with the links: other columns, hidden rungs, a path, arrows, a dragged box; zoom
// by wheel, fingers, keys and buttons; and all of it in an address that another reader opens.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { NAMES, launch } from "../browsers.mjs";
import { ONE_FILE_URL, count, open, textOf, until, waitFor } from "../harness.mjs";

const press = (page, text) =>
  page.evaluate((t) => [...document.querySelectorAll(".links-controls button")].find((b) => b.textContent === t).click(), text);

/** How the picture is moved, as CSS has it, and how wide it is drawn in windows. */
const seen = (page) =>
  page.evaluate(() => {
    const { a, e, f } = new DOMMatrix(getComputedStyle(document.querySelector("#links-moved")).transform);
    const width = document.querySelector("#links-moved .net").getBoundingClientRect().width;
    return { scale: a, x: e, y: f, zoom: width / document.querySelector("#links").clientWidth };
  });
const zoomIs = (page, check, what) => waitFor(async () => check((await seen(page)).zoom), what, 5);
const settled = (page) => waitFor(async () => Math.abs((await seen(page)).scale - 1) < 1e-3, "a drawn picture", 5);

/** Where a box lies on the screen; dots are named by what their title says. */
const place = (page, selector) =>
  page.$eval(selector, (e) => {
    const box = (e.querySelector("circle, rect") ?? e).getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });
const intoView = (page) => page.evaluate(() => document.querySelector("#links").scrollIntoView({ block: "center" }));
/** A point of the window under which nothing stands. */
const ground = (page) =>
  page.evaluate(() => {
    const { left, top, width, height } = document.querySelector("#links").getBoundingClientRect();
    for (let down = 0.9; down > 0; down -= 0.07) {
      for (let across = 0.05; across < 1; across += 0.09) {
        const [x, y] = [left + across * width, top + down * height];
        const near = [-12, 0, 12].every((off) => !document.elementFromPoint(x + off, y)?.closest("[data-at]"));
        if (near && document.elementFromPoint(x, y)?.closest("#links")) return { x, y };
      }
    }
    return null;
  });

for (const name of NAMES) {
  describe(`links in ${name}`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());
    const at = (hash, options) => open(browser, ONE_FILE_URL + hash, options);

    test("switches the last column, hides a rung, and the address opens the same for another reader", async () => {
      const { page } = await at("#/links?q=actor:tick");
      const lines = await count(page, "#links .edge[data-rung='press']");
      await press(page, "Office's country");
      await until(page, () => document.querySelector("#links").textContent.includes("None stated"));
      await press(page, "Press");
      await until(page, (n) => document.querySelectorAll("#links .edge[data-rung='press']").length < n, lines);
      assert.ok(!(await page.$$eval(".list td", (all) => all.some((td) => td.textContent === "Press"))), "nor in the table");
      await page.select(".path select", "actor:tick");
      await press(page, "Larger");
      await until(page, () => /far=country&hide=press&focus=actor:tick&zoom=\d+,\d+,\d+/.test(location.hash));
      await settled(page);
      const [hash, before] = [await page.evaluate(() => location.hash), await seen(page)];
      const { page: other } = await at(hash);
      await other.waitForSelector("#links .dim");
      await settled(other);
      const after = await seen(other);
      for (const key of ["zoom", "x", "y"]) assert.ok(Math.abs(after[key] - before[key]) < (key === "zoom" ? 0.02 : 4), `${key}: ${after[key]}, was ${before[key]}`);
      assert.equal(await other.evaluate(() => location.hash), hash);
      assert.match(await other.$eval(".path select", (s) => s.selectedOptions[0].textContent), /^Tick$/);
      await other.close();
      await page.close();
    });

    test("tells what of an address it does not know, and shows the rest", async () => {
      const { page } = await at("#/links?q=actor:tick&far=moon&form=network&zoom=x");
      assert.match(await textOf(page, ".notice"), /far, zoom/);
      await page.waitForSelector("#links[data-form=network] .dot");
      await page.close();
    });

    test("is one stop; arrows walk from box to box, and neighbours stand out", async () => {
      const { page } = await at("#/links?q=actor:tick");
      const stops = await page.$$eval("#links, #links *", (all) => all.filter((e) => e.tabIndex >= 0).map((e) => e.id));
      assert.deepEqual(stops, ["links"]);
      assert.match(await page.$eval("#links", (e) => e.getAttribute("aria-label")), /4 entries/);
      await page.focus("#links");
      await page.keyboard.press("ArrowRight");
      for (let i = 0; i < 40; i += 1) {
        if (await page.evaluate(() => document.activeElement?.getAttribute("href")?.startsWith("#/actor/tick"))) break;
        await page.keyboard.press("PageDown");
      }
      await until(page, () => document.activeElement?.getAttribute("href")?.startsWith("#/actor/tick"));
      await until(page, () => document.querySelectorAll("#links .dim").length > 0);
      await page.keyboard.press("ArrowRight");
      await until(page, () => document.activeElement?.getAttribute("href")?.startsWith("#/incident/"));
      await page.keyboard.press("ArrowRight");
      await until(page, () => document.activeElement?.getAttribute("href")?.startsWith("#/organisation/"));
      await page.keyboard.press("+");
      await zoomIs(page, (zoom) => zoom > 1.5, "a zoom");
      await page.keyboard.press("0");
      await zoomIs(page, (zoom) => zoom <= 1.001, "all of it");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".subject h1");
      await page.close();
    });

    test("tells the path between two boxes", async () => {
      const { page } = await at("#/links?q=actor:tick");
      const values = await page.$$eval(".path select:first-of-type option", (all) => all.map((o) => o.value));
      const [first, second] = values.filter((v) => v.startsWith("victim:"));
      const selects = await page.$$(".path select");
      await selects[0].select(first);
      await selects[1].select(second);
      await until(page, () => document.querySelector(".path p").textContent.includes("Tick"));
      await page.close();
    });

    test("zooms by wheel to what is under the pointer, moves by the ground, and leaves the wheel to the page at the end", async () => {
      const { page, faults } = await at("#/links?q=actor:tick");
      await intoView(page);
      const box = await page.$eval("#links a[href^='#/incident/nec']", (e) => e.id);
      const { x, y } = await place(page, `#${box}`);
      await page.mouse.move(x, y);
      await page.mouse.wheel({ deltaY: -250 });
      await zoomIs(page, (zoom) => zoom > 1.4, "a zoom");
      await settled(page);
      const under = await page.evaluate((x, y) => document.elementFromPoint(x, y).closest("[data-at]").id, x, y);
      assert.equal(under, box, "it stays under the pointer");
      const before = await seen(page);
      const from = await ground(page);
      assert.ok(from, "there is ground");
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x - 30, from.y, { steps: 4 });
      await page.mouse.move(from.x - 70, from.y, { steps: 4 });
      await page.mouse.up();
      const after = await seen(page);
      assert.ok(Math.abs(after.x - before.x + 70) < 2, `${after.x}, was ${before.x}`);
      await until(page, () => /zoom=1\d\d,/.test(location.hash));
      await page.mouse.move(x, y);
      const top = await page.evaluate(() => scrollY);
      for (let i = 0; i < 12; i += 1) await page.mouse.wheel({ deltaY: 200 });
      await zoomIs(page, (zoom) => zoom < 1.001, "all of it");
      await until(page, (was) => scrollY > was, top);
      assert.deepEqual(faults, []);
      await page.close();
    });

    test("many links: the table stands first; a dragged dot stays where it was put, also after another page", async () => {
      const { page } = await at("#/links?q=");
      await page.waitForSelector("#links .dot");
      const first = await page.$eval(".links-view > :first-child", (one) => !!one.querySelector("table.list"));
      assert.ok(first, "the table comes first");
      await intoView(page);
      await settled(page);
      const centre = () => page.$eval("#node-0 circle", (c) => [Number(c.getAttribute("cx")), Number(c.getAttribute("cy"))]);
      const { x, y } = await place(page, "#node-0");
      const was = await centre();
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 20, y + 10, { steps: 3 });
      await page.mouse.move(x + 60, y + 30, { steps: 4 });
      await page.mouse.up();
      await waitFor(async () => Math.abs((await centre())[0] - was[0]) > 30, "a dot that moved", 5);
      assert.match(await page.evaluate(() => location.hash), /^#\/links/, "a drag opens nothing");
      await new Promise((done) => setTimeout(done, 800));
      const put = await centre();
      await page.evaluate(() => (location.hash = "#/actor/tick"));
      await page.waitForSelector(".subject h1");
      await page.goBack();
      await page.waitForSelector("#links .dot");
      await settled(page);
      const again = await centre();
      assert.ok(Math.hypot(again[0] - put[0], again[1] - put[1]) < 12, `${again}, was put at ${put}`);
      await page.close();
    });

    test("fits 390 px, in Japanese, and opens so large that it can be read", async () => {
      const { page } = await at("#/links?q=actor:tick&lang=ja", { width: 390 });
      assert.match(await textOf(page, ".links-controls"), /拠点の国/);
      await zoomIs(page, (zoom) => zoom > 2.5, "a readable picture");
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wider <= 0, `${wider} px too wide`);
      await page.close();
    });
  });
}

describe("links at 390 px by touch", () => {
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

  test("pinches, drags a dot, and a tap looks before it opens", async () => {
    const { page } = await open(browser, `${ONE_FILE_URL}#/links?q=actor:tick&form=network`, { width: 390, height: 844 });
    await page.setViewport({ width: 390, height: 844, hasTouch: true });
    await page.waitForSelector("#links .dot");
    await intoView(page);
    await settled(page);
    const opened = (await seen(page)).zoom;
    const touch = await finger(page);
    const middle = await ground(page);
    await touch("touchStart", [middle.x - 2, middle.y], [middle.x + 40, middle.y]);
    for (const apart of [50, 70, 100]) await touch("touchMove", [middle.x - 2, middle.y], [middle.x + apart, middle.y]);
    await touch("touchEnd");
    await zoomIs(page, (zoom) => zoom > opened * 1.5, "a pinch");
    await settled(page);
    await press(page, "All of it");
    await zoomIs(page, (zoom) => Math.abs(zoom - opened) < 0.05, "all of it");
    await settled(page);
    const dot = await page.$eval("#links a[href^='#/actor/tick']", (e) => `#${e.id}`);
    const { x, y } = await place(page, dot);
    await touch("touchStart", [x, y]);
    for (const by of [8, 16, 30]) await touch("touchMove", [x + by, y - by]);
    await touch("touchEnd");
    await new Promise((done) => setTimeout(done, 600));
    await settled(page);
    assert.match(await page.evaluate(() => location.hash), /^#\/links/);
    const now = await place(page, dot);
    assert.ok(Math.hypot(now.x - x, now.y - y) > 15, "the dot was dragged");
    await page.touchscreen.tap(now.x, now.y);
    await page.waitForSelector("#links .dim");
    await until(page, () => /focus=actor:tick/.test(location.hash));
    const still = await place(page, dot);
    await page.touchscreen.tap(still.x, still.y);
    await page.waitForSelector(".subject h1");
    await page.close();
  });
});
