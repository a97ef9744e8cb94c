// Opens the built page somewhere and records what it must not do.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const DIST = process.env.EXPLORER_DIST ?? join(import.meta.dirname, "../../dist");
export const ONE_FILE = join(DIST, "incident-explorer.html");
export const ONE_FILE_URL = pathToFileURL(ONE_FILE).href;

const text = (message) => (typeof message.text === "function" ? message.text() : String(message));

// A new page with recorders: console errors (policy violations are among them) and requests.
export async function record(browser, { width = 1440, height = 1000 } = {}) {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  const faults = [];
  const requests = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(text(message));
  });
  page.on("pageerror", (error) => faults.push(String(error?.message ?? error)));
  page.on("request", (request) => {
    if (!request.url().startsWith("data:")) requests.push(request.url());
  });
  return { page, faults, requests };
}

export async function open(browser, url, options = {}) {
  const opened = await record(browser, options);
  if (options.before) await opened.page.evaluateOnNewDocument(options.before);
  await opened.page.goto(url, { waitUntil: "load" });
  await ready(opened.page);
  return opened;
}

// Waits for the page itself, or for the explorer in its only frame.
export async function ready(target) {
  await target.waitForSelector("html[data-ready]", { timeout: 30000 });
}

export const oneFile = () => readFile(ONE_FILE, "utf8");

export const count = (page, selector) => page.$$eval(selector, (all) => all.length);
export const textOf = (page, selector) => page.$eval(selector, (one) => one.textContent.trim());

export async function until(page, check, ...values) {
  await page.waitForFunction(check, { timeout: 10000, polling: 50 }, ...values);
}
