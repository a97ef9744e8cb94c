// Opens the page in a place and records what it must not do.

import { readFile } from "node:fs/promises";
import { shared } from "./browsers.mjs";
import { ONE_FILE, SITE, put } from "./places.mjs";

export { DIST, ONE_FILE, ONE_FILE_URL } from "./places.mjs";

const READY = "html[data-ready]";

/**
 * Opens the page and waits until typing gives results.
 *
 * `browser` is "chromium" or "firefox"; `place` one of `places.mjs`, else the hosted form;
 * `hash` the address in the page, `lang` and `theme` what a reader chose, `width` in px;
 * `before` a function run in the page before it starts; `until` another selector to wait for;
 * `text` another one file; `server` options of `serve`.
 *
 * The answer holds the `page`, the `frame` the app runs in, and the recorders: `requests` (each
 * address asked for), `faults` (errors in the console), and `violations()`, which asks the page.
 */
export async function openPage(options = {}) {
  const { browser = "chromium", place = SITE, width = 1440, height = 900, before, until = READY } = options;
  const hash = address(options);
  const { url, served, leave } = await put(place, hash, options);
  const context = await (await shared(browser)).createBrowserContext();
  const { page, requests, faults } = await record(context, { width, height, before });
  await page.goto(url, { waitUntil: "load" });
  const frameOf = () => (place.frame === "sandbox" ? page.frames().find((f) => f.parentFrame()) : page.mainFrame());
  await waitFor(() => frameOf()?.evaluate((s) => !!document.querySelector(s), until), `${until} at ${url}`);
  return {
    page,
    served,
    requests,
    faults,
    get frame() {
      return frameOf();
    },
    violations: () => frameOf().evaluate(() => window.violations ?? []),
    async close() {
      await context.close();
      await leave();
    },
  };
}

/** The fragment with the reader's choices in it. */
export function address({ hash = "#/cards", lang, theme }) {
  const chosen = [lang && `lang=${lang}`, theme && `theme=${theme}`].filter(Boolean).join("&");
  if (!chosen) return hash;
  return hash + (hash.includes("?") ? "&" : "?") + chosen;
}

/** Asks until the answer is yes; a page that is just being replaced does not answer. */
export async function waitFor(ask, what, seconds = 20) {
  const end = Date.now() + seconds * 1000;
  let last = "";
  while (Date.now() < end) {
    const answer = await Promise.resolve()
      .then(ask)
      .catch((error) => void (last = error.message));
    if (answer) return answer;
    await new Promise((done) => setTimeout(done, 40));
  }
  throw new Error(`waited ${seconds} s for ${what} ${last}`);
}

/** Whether the frame shows an element that matches. */
export const shows = (opened, selector) =>
  waitFor(() => opened.frame.evaluate((s) => !!document.querySelector(s), selector), selector);

/** A new page of a browser or a context, with recorders. */
export async function record(browser, { width = 1440, height = 1000, before } = {}) {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  const [requests, faults] = [[], []];
  page.on("request", (request) => request.url().startsWith("data:") || requests.push(request.url()));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(String(error?.message ?? error)));
  await page.evaluateOnNewDocument(watchPolicy);
  if (before) await page.evaluateOnNewDocument(before);
  return { page, requests, faults };
}

/** Opens an address at the top of a page, and waits until typing gives results. */
export async function open(browser, url, options = {}) {
  const opened = await record(browser, options);
  await opened.page.goto(url, { waitUntil: "load" });
  await ready(opened.page);
  return opened;
}

export const ready = (target) => target.waitForSelector(READY, { timeout: 30_000 });
export const oneFile = () => readFile(ONE_FILE, "utf8");
export const count = (target, selector) => target.$$eval(selector, (all) => all.length);
export const textOf = (target, selector) => target.$eval(selector, (one) => one.textContent.trim());
/** Clicks where the element comes to rest: what is still being laid out is waited for. */
export const click = (target, selector) => target.locator(selector).setTimeout(10_000).click();
export const until = (page, check, ...values) =>
  waitFor(() => page.evaluate(check, ...values), String(check), 10);

function watchPolicy() {
  addEventListener("securitypolicyviolation", (event) => {
    window.violations = [...(window.violations ?? []), `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`];
  });
}
