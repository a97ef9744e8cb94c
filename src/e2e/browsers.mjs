// Starts the two browsers as a reader has them: puppeteer's relaxed defaults are undone, because
// they hide faults (file:// origins, flooded history).
import puppeteer from "puppeteer-core";

const CHROMIUM = process.env.EXPLORER_CHROMIUM ?? "/usr/bin/chromium";
const FIREFOX = process.env.EXPLORER_FIREFOX ?? "/usr/bin/firefox-esr";

export const NAMES = ["chromium", "firefox"];

export function launch(name) {
  if (name === "firefox") {
    return puppeteer.launch({
      browser: "firefox",
      executablePath: FIREFOX,
      headless: true,
      extraPrefsFirefox: {
        "security.fileuri.strict_origin_policy": true,
        "intl.accept_languages": "en",
      },
    });
  }
  return puppeteer.launch({
    browser: "chrome",
    executablePath: CHROMIUM,
    headless: true,
    ignoreDefaultArgs: ["--disable-ipc-flooding-protection"],
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--lang=en",
    ],
  });
}
