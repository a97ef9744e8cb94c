// Visits a page that holds the explorer and says what came of it.

import assert from "node:assert/strict";
import { shared } from "../browsers.mjs";
import { record, waitFor } from "../harness.mjs";

/** What a reader sees at last: the cards, or a sentence in place of them. */
function seen() {
  const element = document.querySelector("incident-explorer");
  if (element) {
    const root = element.shadowRoot;
    const told = root?.querySelector("[role=alert]");
    if (told) return { told: told.textContent, kept: !!document.getElementById("static")?.checkVisibility() };
    if (!root?.querySelector("[data-ready]")) return null;
    return { cards: root.querySelectorAll(".card").length, lang: root.querySelector("[data-ready]").lang, search: !!root.querySelector(".search") };
  }
  const guard = document.querySelector(".guard");
  if (guard) return { told: guard.textContent };
  if (!document.querySelector("html[data-ready]")) return null;
  return { cards: document.querySelectorAll(".card").length, lang: document.documentElement.lang, search: !!document.querySelector(".search") };
}

/** The first frame of the first frame …, `depth` steps within a page. */
function within(page, depth) {
  let frame = page.mainFrame();
  for (let step = 0; step < depth; step += 1) frame = frame?.childFrames()[0];
  return frame;
}

/**
 * Opens an address in a browser and waits for the cards or the sentence, `depth` frames within.
 * The answer holds what was seen, `requests`, `faults` (errors in the console), the `violations` in the
 * explorer's own frame and those `around` it; `act` may do something with page and frame before it is closed.
 */
export async function visit(browser, url, { depth = 0, act, height } = {}) {
  const context = await (await shared(browser)).createBrowserContext();
  try {
    const { page, requests, faults } = await record(context, { height });
    await page.goto(url, { waitUntil: "load" });
    const look = async () => (await within(page, depth)?.evaluate(seen)) ?? null;
    const answer = await waitFor(look, `cards or a sentence at ${url}, frames: ${page.frames().map((f) => f.url().slice(0, 60))}`, 40);
    if (act) await act(page, within(page, depth));
    // What comes late is a fault too.
    await new Promise((done) => setTimeout(done, 250));
    const own = within(page, depth);
    const told = async (frames) =>
      (await Promise.all(frames.map((frame) => frame.evaluate(() => window.violations ?? [])))).flat().map((one) => one.trim());
    const around = await told(page.frames().filter((frame) => frame !== own));
    return { ...answer, requests, faults, violations: await told([own]), around };
  } finally {
    await context.close();
  }
}

/** No address but those of the host itself. */
export function asksNobodyElse({ requests }, origin) {
  const beyond = requests.filter((url) => !/^(data|blob|about):/.test(url) && !url.startsWith(origin));
  assert.deepEqual(beyond, [], "asked for elsewhere");
}

/** What a host's own scripts violate where they evaluate text, and how Firefox says so in the console. */
export const EVALUATES = { violation: "script-src eval", fault: /blocked a JavaScript eval \(script-src\)/ };
const NOTHING = { violation: "", fault: /^(?!)/ };

/**
 * The page runs; with `embedded`, it is the Japanese view of one actor, without a search box.
 * `ofHost` is what the host's own scripts violate, in the pages around the explorer's frame only:
 * in its own nothing is forgiven, and the console may tell no more of it than happened around.
 */
export function works(answer, origin, { embedded = false, ofHost = NOTHING } = {}) {
  assert.equal(answer.told, undefined, "a sentence instead of the page");
  assert.ok(answer.cards > 0, "no cards");
  if (embedded) {
    assert.equal(answer.lang, "ja");
    assert.ok(answer.cards < 12 && !answer.search, "the filtered view alone");
  }
  assert.deepEqual(answer.violations, [], "violations of a policy");
  assert.deepEqual(answer.around.filter((one) => one !== ofHost.violation), [], "violations around the frame");
  const faults = answer.faults.filter((one) => !ofHost.fault.test(one));
  assert.deepEqual(faults, [], "errors in the console");
  assert.ok(answer.faults.length <= answer.around.length, `${answer.faults.length} errors, ${answer.around.length} violations of the host`);
  asksNobodyElse(answer, origin);
}

/** The host forbids it: the reader is told in the documented words, and nothing is asked for elsewhere. */
export function tells(answer, origin, sentence) {
  if (answer.kept !== undefined) assert.ok(answer.kept, "the static card between the tags is not seen");
  assert.ok(answer.told?.includes(sentence), `“${answer.told ?? `${answer.cards} cards`}” instead of “${sentence}”`);
  asksNobodyElse(answer, origin);
}
