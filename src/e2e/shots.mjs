// Screenshots of every view: node shots.mjs FOLDER
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "./browsers.mjs";
import { ONE_FILE_URL, open } from "./harness.mjs";

const folder = process.argv[2] ?? "/tmp/shots";
const only = process.argv[3] ?? "";
await mkdir(folder, { recursive: true });
const browser = await launch("chromium");
for (const view of ["cards", "map", "links", "incident/khi-2020", "incident/mitsubishi-electric-2019"]) {
  for (const lang of ["en", "ja"]) {
    for (const theme of ["light", "dark"]) {
      for (const width of [1440, 390]) {
        const name = `${view.replace("/", "-")}-${lang}-${theme}-${width}`;
        if (!name.includes(only)) continue;
        const { page } = await open(browser, `${ONE_FILE_URL}#/${view}?lang=${lang}&theme=${theme}`, { width });
        await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
        await page.close();
      }
    }
  }
}
await browser.close();
