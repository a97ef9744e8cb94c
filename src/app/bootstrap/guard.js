// Outside wasm: whatever traps, panics or rejects ends here, in sentences and a way on.
// Plain DOM; no storage, history, clipboard or network is taken for granted; no markup from text.
(function () {
  "use strict";
  const { WORDS } = incidentExplorer;
  const root = document.documentElement;
  // Where the wasm lies in the hosted form; the one file carries it.
  const beside = document.currentScript && document.currentScript.dataset.core;
  let shown = null;

  // A sandboxed frame has no origin, and without one even its own folder is foreign.
  function refused(error) {
    window.incidentExplorerGuard.boxed = window.origin === "null";
    throw error;
  }

  // Compiled while it arrives, where the host gives wasm its type.
  async function arriving() {
    const answer = await fetch(beside).catch(refused);
    if (!answer.ok) throw new Error("core.wasm was answered with " + answer.status);
    const type = answer.headers.get("content-type");
    if (type === "application/wasm") return WebAssembly.compileStreaming(answer);
    return WebAssembly.compile(await answer.arrayBuffer());
  }

  // It comes in while the data are read. What goes wrong with it the start will tell.
  const core = beside && location.protocol !== "file:" ? arriving() : null;
  if (core) core.catch(() => {});

  // The address, then what the running page says, then the kept choice, then the browser.
  function lang() {
    const asked = /[?&]lang=(en|ja)\b/.exec(location.hash);
    if (asked) return asked[1];
    if (root.hasAttribute("data-ready")) return root.lang === "ja" ? "ja" : "en";
    let kept = null;
    try {
      kept = localStorage.getItem("incident-explorer.lang");
    } catch {
      // Sandboxed frames and strict browsers have no storage.
    }
    return /^ja/.test(kept || navigator.language) ? "ja" : "en";
  }

  function word(key) {
    return WORDS[lang()][key];
  }

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  // One panel at a time, in place of the app. It stays readable without any stylesheet.
  function panel(title, ...rest) {
    if (shown) return;
    shown = element("main", "", "guard");
    shown.lang = lang();
    shown.setAttribute("role", "alert");
    shown.append(element("h1", title), ...rest);
    const app = document.getElementById("app");
    if (app) app.style.display = "none";
    document.body.prepend(shown);
  }

  // What a report may hold: no place on the reader's disk, nothing the reader looked for.
  function report(reason) {
    const version = document.querySelector("meta[name=version]");
    const view = /^#\/[\w/-]*/.exec(location.hash);
    const text = String((reason && (reason.stack || reason.message)) || reason || "no reason given");
    const message = reason && reason.stack && reason.message ? reason.message : "";
    const lines = [
      "Incident Explorer " + ((version && version.content) || ""),
      "View: " + ((view && view[0]) || "#/"),
      "Browser: " + navigator.userAgent,
      text.includes(message) ? text : message + "\n" + text,
    ];
    const places = /(?:file|https?|blob|about):[^\s)]*?(?=:\d+:\d+|[\s)]|$)/g;
    return lines.join("\n").slice(0, 6000).replace(places, "page");
  }

  function fail(reason) {
    if (shown) return;
    const text = element("textarea");
    text.readOnly = true;
    text.rows = 8;
    text.style.width = "100%";
    text.value = report(reason);
    const label = element("label", word("report"));
    label.append(text);
    const restart = element("button", word("restart"), "action");
    restart.type = "button";
    restart.addEventListener("click", again);
    panel(word("fault"), element("p", word("stopped")), label, restart);
    restart.focus();
  }

  // The same address in a new page; where a frame refuses that, a new instance in this one.
  function again() {
    setTimeout(() => {
      if (shown) shown.remove();
      shown = null;
      root.removeAttribute("data-ready");
      const app = document.getElementById("app");
      app.replaceChildren();
      app.style.display = "";
      dispatchEvent(new Event("incident-explorer-start"));
    }, 3000);
    try {
      location.reload();
    } catch {
      // The timer above goes on.
    }
  }

  // A script that did not load reports to itself only: hence the capturing listener.
  function failed(event) {
    const source = event.target && event.target.tagName === "SCRIPT" && event.target.getAttribute("src");
    if (source) fail(source + " could not be loaded");
    else if (event instanceof ErrorEvent) fail(event.error || event.message);
  }

  addEventListener("error", failed, true);
  addEventListener("unhandledrejection", (event) => fail(event.reason));
  addEventListener("incident-explorer-panic", (event) => fail(event.detail));
  // The guard stands before the data: where the file ends early, the start below never ran.
  addEventListener("DOMContentLoaded", () => {
    if (!window.incidentExplorerGuard.started) panel("Incident Explorer", element("p", word("short")));
  });
  window.incidentExplorerGuard = { fail, panel, word, element, core, arriving, started: false, boxed: false };
})();
