// Pictures leave the page as SVG, PNG and text: each stands alone and says what it shows, of what,
// from which data and where.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { NAMES, launch } from "../browsers.mjs";
import { ONE_FILE_URL, click, count, open, openPage, textOf, waitFor } from "../harness.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The files a page hands to the browser, in place of a folder for downloads. */
const catchFiles = () => {
  window.files = [];
  const blobs = new Map();
  const made = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => {
    const address = made(blob);
    blobs.set(address, blob);
    return address;
  };
  HTMLAnchorElement.prototype.click = function () {
    window.files.push({ name: this.download, blob: blobs.get(this.href) });
  };
};

const VIEWS = [
  { id: "map", hash: "#/map", title: "Victims by country, entry offices and ways in" },
  { id: "links", hash: "#/links?q=tick", title: "Who is linked to what, and on which rung" },
  { id: "timeline", hash: "#/timeline?day=2020-01-19", title: "Who was silent?" },
  { id: "silence-front", hash: "#/cards", title: "Days between detection and disclosure" },
];

async function opened(browser, hash, options = {}) {
  const { page, ...rest } = await open(browser, ONE_FILE_URL + hash, { before: catchFiles, ...options });
  return { page, ...rest };
}

async function press(frame, id, place) {
  if ((await frame.$eval(`#save-${id}`, (b) => b.getAttribute("aria-expanded"))) === "false") {
    await frame.waitForSelector(`#save-${id}`);
    await frame.$eval(`#save-${id}`, (button) => button.click());
  }
  const ways = `.save:has(#save-${id}) .action:not([aria-expanded])`;
  await waitFor(async () => (await count(frame, ways)) === 3, "three ways");
  await frame.evaluate((s, n) => document.querySelectorAll(s)[n].click(), ways, place);
}

/** The file that was handed over last; text as it is, a PNG by its size and its colours. */
async function file(page) {
  await waitFor(() => page.evaluate(() => window.files.length > 0), "a file");
  return page.evaluate(async () => {
    const { name, blob } = window.files.pop();
    if (blob.type !== "image/png") return { name, type: blob.type, text: await blob.text() };
    const image = await createImageBitmap(blob);
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const colours = new Map();
    for (let i = 0; i < data.length; i += 4) {
      const colour = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
    const opaque = data.every((value, i) => i % 4 < 3 || value === 255);
    return { name, type: blob.type, width: image.width, height: image.height, colours: colours.size, opaque };
  });
}

/** What the browser's own XML parser makes of a picture, on a page whose policy lets it parse. */
async function parsed(page, text) {
  const blank = await page.browser().newPage();
  const told = await blank.evaluate(parse, text);
  await blank.close();
  return told;
}

function parse(text) {
  const document = new DOMParser().parseFromString(text, "image/svg+xml");
  const all = [...document.querySelectorAll("*")];
  const root = document.documentElement;
  const size = ["width", "height"].map((name) => Number(root.getAttribute(name)));
  return {
    root: root.tagName,
    broken: document.querySelector("parsererror")?.textContent ?? "",
    lang: root.getAttribute("xml:lang"),
    title: root.querySelector("title").textContent,
    described: root.querySelector("desc").textContent,
    texts: [...root.querySelectorAll("text")].map((one) => one.textContent),
    tags: [...new Set(all.map((one) => one.tagName))].sort(),
    attributes: [...new Set(all.flatMap((one) => one.getAttributeNames()))].sort(),
    ground: root.querySelector("rect").getAttribute("fill"),
    size,
  };
}

const SHAPES = ["circle", "defs", "desc", "g", "line", "path", "pattern", "rect", "svg", "text", "title"];

for (const name of NAMES) {
  describe(`pictures saved in ${name}`, () => {
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());

    for (const { id, hash, title } of VIEWS) {
      test(`the ${id} as SVG stands alone and says what it shows`, async () => {
        const lang = hash.includes("?") ? "&lang=en" : "?lang=en";
        const { page, requests, faults } = await opened(browser, hash + lang);
        const asked = requests.length;
        await page.waitForSelector(`#save-${id}`);
        await press(page, id, 0);
        const { name: called, type, text } = await file(page);
        assert.equal(type, "image/svg+xml");
        const version = await page.$eval(".printed", (one) => one.textContent.match(/data (\S+)/)[1]);
        const query = new URLSearchParams(hash.split("?")[1]).get("q");
        const said = await page.$eval(".printed", (one) => one.textContent.match(/(\d+) of (\d+) entries/));
        assert.equal(called, `incident-explorer-${id}-${version}-${said[1]}.svg`);
        const picture = await parsed(page, text);
        assert.equal(picture.root, "svg", picture.broken);
        assert.equal(picture.broken, "");
        assert.equal(picture.lang, "en");
        assert.equal(picture.title, title);
        assert.equal(picture.texts[0], title);
        const told = picture.texts.join(" ");
        assert.ok(told.includes(`${said[0]} (${query ?? "no filter"}), data ${version}`), told.slice(0, 400));
        const whole = picture.texts.join("");
        assert.ok(whole.includes(`incident-explorer.html${hash.split("?")[0]}`), "its address");
        assert.ok(told.includes("CC BY 4.0"), "credits");
        assert.ok(!/url\((?!#)|href|<script|<style|<image|foreignObject/.test(text), "nothing that loads or runs");
        assert.deepEqual(picture.tags.filter((tag) => !SHAPES.includes(tag)), []);
        assert.deepEqual(picture.attributes.filter((one) => /^on|href|class|^style$/.test(one)), []);
        assert.equal(requests.slice(asked).filter((url) => !url.startsWith("blob:")).length, 0);
        assert.deepEqual(faults, []);
        await page.close();
      });
    }

    test("a picture has the colours of its theme and the words of its language", async () => {
      const grounds = [];
      for (const theme of ["light", "dark"]) {
        const { page } = await opened(browser, `#/map?q=victim.country:JP&lang=ja&theme=${theme}`);
        await press(page, "map", 0);
        const picture = await parsed(page, (await file(page)).text);
        assert.equal(picture.lang, "ja");
        assert.equal(picture.title, "国別の被害組織、入口の拠点と侵入経路");
        assert.ok(picture.described.includes("日本"), picture.described);
        grounds.push(picture.ground);
        assert.equal(picture.ground, await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
        await page.close();
      }
      assert.notEqual(grounds[0], grounds[1]);
    });

    test("PNG is drawn at twice the size, and not blank", async () => {
      for (const { id, hash } of VIEWS) {
        const { page, violations } = await opened(browser, hash);
        await page.waitForSelector(`#save-${id}`);
        await press(page, id, 0);
        const { size } = await parsed(page, (await file(page)).text);
        await press(page, id, 1);
        const png = await file(page);
        assert.equal(png.type, "image/png");
        assert.match(png.name, new RegExp(`^incident-explorer-${id}-[a-z0-9-]+\\.png$`));
        assert.deepEqual([png.width, png.height], size.map((px) => 2 * px));
        assert.ok(png.opaque && png.colours > 20, `${id}: ${png.colours} colours`);
        assert.deepEqual(violations ?? [], []);
        await page.close();
      }
    });

    test("what a reader typed cannot become markup", async () => {
      const query = '"<script>alert(1)</script>" or tick';
      const { page } = await opened(browser, `#/timeline?q=${encodeURIComponent(query)}&lang=en`);
      await press(page, "timeline", 0);
      const { text } = await file(page);
      assert.ok(!text.includes("<script"));
      const picture = await parsed(page, text);
      assert.equal(picture.broken, "");
      assert.ok(picture.texts.join(" ").includes("<script>alert(1)</script>"));
      await page.close();
    });

    test("the timeline is saved with every lane, and draws only those in sight again", async () => {
      const { page } = await opened(browser, "#/timeline?lang=en", { height: 500 });
      const lanes = () => count(page, "#timeline-rows .row");
      const few = await lanes();
      await press(page, "timeline", 0);
      const all = await page.$eval("#timeline-rows .lanes", (one) => Number(one.getAttribute("aria-label").match(/\d+/)[0]));
      assert.ok(all > few, `${all} of ${few}`);
      assert.equal(await lanes(), all);
      const names = await page.$$eval("#timeline-rows .row .name", (each) => each.map((one) => one.textContent));
      const { texts } = await parsed(page, (await file(page)).text);
      for (const one of names) assert.ok(texts.includes(one), one);
      await click(page, "#save-timeline");
      await waitFor(async () => (await lanes()) < all, "lanes in sight");
      await page.close();
    });

    test("by keyboard: opened, pressed, told, closed", async () => {
      const { page } = await opened(browser, "#/map?lang=en");
      await page.focus("#save-map");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".save [role=status]");
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.textContent), "SVG");
      await page.keyboard.press("Enter");
      await waitFor(async () => /Handed to the browser as incident-explorer-map-/.test(await textOf(page, ".save [role=status]")), "told");
      await page.keyboard.press("Escape");
      assert.equal(await page.evaluate(() => document.activeElement.id), "save-map");
      assert.equal(await count(page, ".save [role=status]"), 0);
      await page.close();
    });

    test("a picture too large for PNG says so with its size and the remedy", async () => {
      const { page } = await opened(browser, "#/map?lang=en");
      await page.evaluate(() => {
        const map = document.querySelector("#map");
        map.getBoundingClientRect = () => new DOMRect(0, 0, 1000, 20_000);
      });
      await press(page, "map", 1);
      const told = await textOf(page, ".save [role=status]");
      assert.match(told, /2096 × 4\d{4} px.*Save it as SVG/);
      await page.close();
    });

    test("what the browser fails to draw is said with the remedy", async () => {
      const { page } = await opened(browser, "#/map?lang=en");
      await page.evaluate(() => {
        CanvasRenderingContext2D.prototype.drawImage = () => {};
      });
      await press(page, "map", 1);
      await waitFor(async () => /did not draw.*Save it as SVG/.test(await textOf(page, ".save [role=status]")), "the remedy");
      await page.close();
    });

    for (const scheme of ["file", "http"]) {
      test(`in a sandboxed frame over ${scheme} the text is offered`, async () => {
        const place = { form: "one file", scheme, frame: "sandbox" };
        const page = await openPage({ browser: name, place, hash: "#/map", lang: "en" });
        await press(page.frame, "map", 0);
        const area = "#save-text-map";
        await waitFor(() => page.frame.$eval(area, (one) => one.className === "as-text"), "the text");
        assert.match(await textOf(page.frame, ".save [role=status]"), /may keep files back.*incident-explorer-map-/);
        const text = await page.frame.$eval(area, (one) => one.value);
        assert.equal((await parsed(page.page, text)).title, VIEWS[0].title);
        await press(page.frame, "map", 2);
        await waitFor(async () => /Copied|Selected/.test(await textOf(page.frame, ".save [role=status]")), "copied or selected");
        assert.equal(await page.frame.$eval(area, (one) => one.value), text);
        assert.deepEqual(await page.violations(), []);
        await page.close();
      });
    }
  });
}

test("axe finds nothing in the open menu, and it fits a phone", async () => {
  for (const [theme, lang] of [["light", "en"], ["dark", "ja"]]) {
    const opened = await openPage({ hash: "#/map", theme, lang, width: 390 });
    await press(opened.frame, "map", 2);
    await opened.page.evaluate(axe);
    const found = await opened.page.evaluate(async () =>
      (await window.axe.run(".save", { resultTypes: ["violations"] })).violations.map((v) => `${v.id} ${v.nodes[0].html}`),
    );
    assert.deepEqual(found, []);
    assert.ok(await opened.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await opened.close();
  }
});

test("in the hosted form a picture is drawn without a request and within the strict policy", async () => {
  const opened = await openPage({ hash: "#/map", lang: "en", before: catchFiles });
  const asked = opened.requests.length;
  await press(opened.frame, "map", 1);
  const png = await file(opened.frame);
  assert.ok(png.colours > 20);
  assert.deepEqual(await opened.violations(), []);
  assert.equal(opened.requests.slice(asked).filter((url) => !url.startsWith("blob:")).length, 0);
  await opened.close();
});
