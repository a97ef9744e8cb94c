// Starts the wasm: from the page itself where it is one file, else from beside it.
(function () {
  "use strict";
  const { fail, panel, word, element } = window.incidentExplorerGuard;

  function mayCompile() {
    try {
      new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
      return true;
    } catch {
      return false;
    }
  }

  function decode(text) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  }

  async function inflate(bytes) {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  }

  // Bytes, not streaming: a host may serve wasm with a wrong type.
  async function core(inline) {
    if (inline) return inflate(decode(inline.textContent.trim()));
    const answer = await fetch("core.wasm");
    if (!answer.ok) throw new Error("core.wasm: " + answer.status);
    return answer.arrayBuffer();
  }

  // After 300 ms, grey lines in the shape of the answer.
  function showLoading() {
    const app = document.getElementById("app");
    if (!app || app.childElementCount) return;
    const box = element("main", "", "ghost");
    box.append(element("p", word("loading")), element("i"), element("i"), element("i"));
    app.append(box);
  }

  async function start() {
    const inline = document.getElementById("core");
    if (!inline && location.protocol === "file:") {
      const link = element("a", "incident-explorer.html");
      link.href = "../incident-explorer.html" + location.hash;
      panel("Incident Explorer", element("p", word("disk")), link);
      return;
    }
    if (!mayCompile()) {
      panel("Incident Explorer", element("p", word("forbidden")));
      return;
    }
    const timer = setTimeout(showLoading, 300);
    try {
      const bytes = await core(inline);
      clearTimeout(timer);
      document.getElementById("app").replaceChildren();
      await wasm_bindgen({ module_or_path: bytes });
    } catch (error) {
      clearTimeout(timer);
      fail(error);
    }
  }

  start();
})();
