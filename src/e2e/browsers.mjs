// Launches the two browsers as a reader has them: what puppeteer relaxes is put back.

import assert from "node:assert/strict";
import { networkInterfaces } from "node:os";
import { after } from "node:test";
import puppeteer from "puppeteer-core";

const CHROMIUM = {
  executablePath: process.env.EXPLORER_CHROMIUM || "/usr/bin/chromium",
  args: [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-proxy-server",
    "--no-first-run",
    "--force-color-profile=srgb",
    "--lang=en",
  ],
  // Puppeteer lifts the limit on history calls, the pop-up blocker and more.
  ignoreDefaultArgs: ["--disable-ipc-flooding-protection", "--disable-popup-blocking", "--allow-pre-commit-input"],
};

const FIREFOX = {
  browser: "firefox",
  executablePath: process.env.EXPLORER_FIREFOX || "/usr/bin/firefox-esr",
  extraPrefsFirefox: {
    // Puppeteer lets local files read each other.
    "security.fileuri.strict_origin_policy": true,
    "network.proxy.type": 0,
    "intl.accept_languages": "en",
  },
};

export const NAMES = ["chromium", "firefox"];
const OPTIONS = { chromium: CHROMIUM, firefox: FIREFOX };
const running = new Map();

// Who promises a place without a network is not believed. `cargo xtask test offline` has proven more.
if (process.env.EXPLORER_OFFLINE) {
  assert.deepEqual(Object.keys(networkInterfaces()), ["lo"], "the tests should run without a network, and there is one");
}

/** Starts a browser of its own; the caller closes it. `args` and `patience` (in ms) are added to ours. */
export function launch(name, { args = [], patience = 60_000 } = {}) {
  // A proxy of the machine is none of the page's business.
  const own = Object.entries(process.env).filter(([key]) => !/_proxy$/i.test(key));
  const env = { ...Object.fromEntries(own), LANG: "en_US.UTF-8" };
  const options = { ...OPTIONS[name], args: [...(OPTIONS[name].args ?? []), ...args] };
  return puppeteer.launch({ headless: true, env, protocolTimeout: patience, ...options });
}

/** The browser of that name which this process shares; closed by itself after the tests. */
export function shared(name) {
  if (!running.has(name)) running.set(name, launch(name));
  return running.get(name);
}

async function quit() {
  const browsers = await Promise.allSettled(running.values());
  await Promise.all(browsers.map((b) => b.value?.close().catch(() => {})));
}

after(quit);
