// Starts the wasm: from the page itself where it is one file, else from beside this script.
(function () {
  "use strict";
  const guard = window.incidentExplorerGuard;
  const { fail, panel, word, element } = guard;
  const { obstacle, decode, unpacked } = incidentExplorer;

  // The one file carries its stylesheet like everything else.
  async function dress() {
    if (!document.getElementById("styles")) return;
    const sheet = new CSSStyleSheet();
    await sheet.replace(new TextDecoder().decode(await carried("styles")));
    document.adoptedStyleSheets = [sheet];
  }

  function damaged(id, error) {
    return new Error("the block `" + id + "` of the page is damaged: " + error);
  }

  // What an element of the page carries: bytes, in base64.
  function block(id) {
    try {
      return decode(document.getElementById(id).textContent.trim());
    } catch (error) {
      throw damaged(id, error);
    }
  }

  // The same in gzip.
  async function carried(id) {
    try {
      return await unpacked(block(id));
    } catch (error) {
      throw damaged(id, error);
    }
  }

  // The wasm: from the page itself, or from beside it, where a Restart asks for it again.
  async function core(inline) {
    if (inline) return WebAssembly.compile(await carried("core"));
    const asked = guard.core || guard.arriving();
    guard.core = null;
    return asked;
  }

  // The first look into the storage makes the browser fetch it, 20 ms in Chromium: while the rest
  // is still on its way, nobody waits for it. Where it is forbidden the page does without.
  function warmStorage() {
    try {
      localStorage.getItem("");
    } catch {
      return;
    }
  }

  // After 300 ms, grey lines in the shape of the answer.
  function showLoading() {
    const box = element("main", "", "ghost");
    box.setAttribute("role", "status");
    box.append(element("p", word("loading")), element("i"), element("i"), element("i"));
    document.getElementById("app").replaceChildren(box);
  }

  // Only where the address asks for it, a page in a frame tells the one around it how high it is.
  // That number is all that leaves, and whose page it is cannot be known: hence the star.
  function tellHeight() {
    const app = document.getElementById("app");
    const asked = () => /[?&]embed=(1|card)\b/.test(location.hash) && /[?&]tell=height\b/.test(location.hash);
    let told = 0;
    new ResizeObserver(() => {
      const height = Math.ceil(app.getBoundingClientRect().height);
      if (!asked() || height === told) return;
      told = height;
      parent.postMessage({ type: "incident-explorer:height", height }, "*");
    }).observe(app);
  }

  // What the stylesheets of the page say, wherever they came from.
  function sheets() {
    const rules = [...document.styleSheets, ...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]);
    return rules.map((rule) => rule.cssText).join("\n");
  }

  // The dialog shows the element itself, made of what the page has already: nothing is asked for.
  function offerElements(module) {
    incidentExplorerElements({
      core: incidentExplorerCore,
      module: async () => module,
      styles: async () => sheets(),
      dataset: () => block("dataset"),
      basemap: () => block("basemap"),
    });
  }

  async function start() {
    const inline = document.getElementById("core");
    if (!inline && location.protocol === "file:") {
      const link = element("a", "incident-explorer.html");
      link.href = "../incident-explorer.html" + location.hash;
      panel("Incident Explorer", element("p", word("disk")), link);
      return;
    }
    const why = obstacle();
    if (why) {
      panel("Incident Explorer", element("p", word(why)));
      return;
    }
    const timer = setTimeout(showLoading, 300);
    try {
      const [compiling, dressing] = [core(inline), dress()];
      const [dataset, basemap] = [block("dataset"), block("basemap")];
      warmStorage();
      const [module] = await Promise.all([compiling, dressing]);
      // A call of `incidentExplorerCore` is a new instance; Trunk's glue has only the one.
      const init = typeof incidentExplorerCore === "function" ? incidentExplorerCore() : wasm_bindgen;
      await init({ module_or_path: module });
      init.open(dataset, basemap);
      if (init !== window.wasm_bindgen) offerElements(module);
    } catch (error) {
      if (guard.boxed) panel("Incident Explorer", element("p", word("boxed")));
      else fail(error);
    } finally {
      clearTimeout(timer);
    }
  }

  guard.started = true;
  if (parent !== window) tellHeight();
  addEventListener("incident-explorer-start", start);
  start();
})();
