// Starts the wasm: from the page itself where it is one file, else from beside this script.
(function () {
  "use strict";
  const { fail, panel, word, element } = window.incidentExplorerGuard;
  // Where the wasm lies in the hosted form; the one file carries it in `#core`.
  const beside = document.currentScript && document.currentScript.dataset.core;

  // Why nothing can start here, if so. Eight bytes are the smallest module there is.
  function obstacle() {
    if (typeof WebAssembly === "undefined") return "absent";
    try {
      new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    } catch {
      return "refused";
    }
    return typeof DecompressionStream === "undefined" ? "old" : "";
  }

  function decode(text) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  }

  // The one file carries its stylesheet like everything else.
  async function dress() {
    if (!document.getElementById("styles")) return;
    const sheet = new CSSStyleSheet();
    await sheet.replace(new TextDecoder().decode(await carried("styles")));
    document.adoptedStyleSheets = [sheet];
  }

  // What an element of the page carries: gzip, in base64.
  async function carried(id) {
    try {
      const bytes = decode(document.getElementById(id).textContent.trim());
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
      return new Uint8Array(await new Response(stream).arrayBuffer());
    } catch (error) {
      throw new Error("the block `" + id + "` of the page is damaged: " + error);
    }
  }

  // Bytes, not streaming: a host may serve wasm with a wrong type.
  async function core(inline) {
    if (inline) return carried("core");
    const answer = await fetch(beside);
    if (!answer.ok) throw new Error("core.wasm was answered with " + answer.status);
    return answer.arrayBuffer();
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
      await dress();
      const parts = Promise.all([core(inline), carried("dataset"), carried("basemap")]);
      warmStorage();
      const [bytes, dataset, basemap] = await parts;
      // A call of `incidentExplorerCore` is a new instance; Trunk's glue has only the one.
      const init = typeof incidentExplorerCore === "function" ? incidentExplorerCore() : wasm_bindgen;
      await init({ module_or_path: bytes });
      init.open(dataset, basemap);
    } catch (error) {
      fail(error);
    } finally {
      clearTimeout(timer);
    }
  }

  window.incidentExplorerGuard.started = true;
  addEventListener("incident-explorer-start", start);
  start();
})();
