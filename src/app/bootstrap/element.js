// Defines <incident-explorer> and <incident-card>: the page in a shadow root of somebody else's
// page, with its address in memory. Each has an instance of the wasm, which is compiled once.
// `carried` says where module, glue, styles and data come from; nothing is read before an element
// stands on the page.
function incidentExplorerElements(carried) {
  "use strict";
  if (customElements.get("incident-explorer")) return;
  const { WORDS, obstacle } = incidentExplorer;
  const ATTRIBUTES = ["view", "incident", "query", "lang", "theme", "show", "width", "height", "page"];

  // Nothing of the host's style comes in, not even `*{all:unset}`, which may only unset the outside.
  const FENCE = `:host{display:block!important;min-inline-size:min(100%,16em)}
:host([hidden]){display:none!important}
.explorer-frame{all:initial;display:block;position:relative;max-inline-size:100%;isolation:isolate;visibility:inherit;direction:ltr;container-type:inline-size;font-family:sans-serif}
.explorer-frame[data-high]{overflow:auto;overscroll-behavior:contain}
.explorer-rem{position:absolute;inline-size:1em;block-size:0;visibility:hidden}
@media print{.explorer-frame[data-high]{block-size:auto!important}}
`;

  // The page's stylesheet for a shadow root: `rem` is the reader's own text size and not the
  // host's, widths are the element's and not the window's, and the root is one of ours.
  function fenced(css) {
    return FENCE + css
      .replace(/(?<![\w.#-])(?::root|html|body)(?=[\s{,.:[])/g, ".explorer-root")
      .replace(/(?<![\w.-])(\d*\.?\d+)rem\b/g, "calc($1*var(--explorer-rem))")
      .replace(/@media(?=\s*\(m(?:in|ax)-width)/g, "@container")
      .replace(/\b100vw\b/g, "100cqi");
  }

  let parts = null;
  async function gathered() {
    const [module, css] = await Promise.all([carried.module(), carried.styles()]);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(fenced(css));
    return { module, sheet, dataset: carried.dataset(), basemap: carried.basemap() };
  }

  function make(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  // Path and pairs of an address.
  function read(address) {
    const [path, rest] = address.replace(/^[#/]+/, "").split("?", 2);
    return { path, pairs: new URLSearchParams(rest) };
  }
  const written = ({ path, pairs }) => `#/${path}?${pairs}`;

  function language(tag) {
    const main = (tag || "").toLowerCase().split("-")[0];
    return main === "en" || main === "ja" ? main : "";
  }

  class Explorer extends HTMLElement {
    static observedAttributes = ATTRIBUTES;
    #shadow = this.attachShadow({ mode: "open" });
    #address = "";
    #turn = null;
    #core = null;
    #frame = null;
    #watch = null;

    constructor() {
      super();
      // Until it runs, and where it cannot, what stands between the tags is seen.
      this.#shadow.append(make("slot"));
    }

    // An element that is moved is taken out and put in again at once: it runs on.
    connectedCallback() {
      queueMicrotask(() => this.isConnected && !this.#turn && this.#start());
    }

    disconnectedCallback() {
      queueMicrotask(() => !this.isConnected && this.#stop());
    }

    attributeChangedCallback(name, was, now) {
      if (was === now) return;
      if (name === "width" || name === "height") return this.#grow();
      if (!this.#address) return;
      const anew = read(this.#asked());
      if (name !== "view" && name !== "incident") {
        const key = name === "query" ? "q" : name;
        const kept = read(this.#address);
        kept.pairs.delete(key);
        if (anew.pairs.has(key)) kept.pairs.set(key, anew.pairs.get(key));
        Object.assign(anew, kept);
      }
      this.#address = written(anew);
      if (this.#core && name !== "page") this.#core.lead(this.#address, false);
      else if (this.#core) this.#again();
    }

    get #lang() {
      const asked = this.closest("[lang]");
      return language(asked && asked.lang) || language(navigator.language) || "en";
    }

    get #isCard() {
      return this.localName === "incident-card";
    }

    // What the attributes ask for, as an address.
    #asked() {
      const incident = this.getAttribute("incident");
      const view = incident ? "incident/" + incident : this.getAttribute("view") || "cards";
      const { path, pairs } = read(view);
      pairs.set("embed", this.#isCard ? "card" : "1");
      const [query, theme, show] = ["query", "theme", "show"].map((name) => this.getAttribute(name));
      if (query) pairs.set("q", query);
      if (show) pairs.set("show", show.trim().replace(/[\s,]+/g, ","));
      if (theme === "light" || theme === "dark") pairs.set("theme", theme);
      pairs.set("lang", this.#lang);
      return written({ path, pairs });
    }

    async #start() {
      const turn = (this.#turn = {});
      const why = obstacle();
      if (why) return this.#say(WORDS[this.#lang][why]);
      try {
        parts ||= gathered();
        const { module, sheet, dataset, basemap } = await parts;
        const core = carried.core();
        await core({ module_or_path: module });
        if (this.#turn !== turn) return;
        this.#address ||= this.#asked();
        this.#shadow.adoptedStyleSheets = [sheet];
        const root = this.#frameUp();
        this.#core = core;
        const tell = (what, text) => this.#turn === turn && this.#told(what, text);
        core.mount(root, dataset, basemap, this.#address, this.getAttribute("page") || "", tell);
      } catch (error) {
        if (this.#turn === turn) this.#fail(error);
      }
    }

    #stop() {
      const core = this.#core;
      this.#turn = this.#core = null;
      if (core) core.unmount();
      this.#clear();
    }

    #again() {
      this.#stop();
      this.#start();
    }

    #clear() {
      if (this.#watch) this.#watch.disconnect();
      this.#watch = this.#frame = null;
      this.#shadow.adoptedStyleSheets = [];
      this.#shadow.replaceChildren(make("slot"));
    }

    #frameUp() {
      const [frame, root, rem] = ["frame", "root", "rem"].map((name) => make("div", "explorer-" + name));
      frame.append(rem, root);
      // The reader's own text size, which may change while the page is open.
      const measure = () => frame.style.setProperty("--explorer-rem", getComputedStyle(rem).width);
      this.#watch = new ResizeObserver(measure);
      this.#watch.observe(rem);
      for (const kind of ["keydown", "keypress", "keyup"]) frame.addEventListener(kind, keep);
      for (const kind of ["click", "auxclick"]) frame.addEventListener(kind, (event) => this.#follow(event));
      this.#frame = frame;
      this.#grow();
      this.#shadow.replaceChildren(frame);
      measure();
      return root;
    }

    #grow() {
      if (!this.#frame) return;
      const sides = { width: "inlineSize", height: "blockSize" };
      for (const [name, side] of Object.entries(sides)) {
        const length = (this.getAttribute(name) || "").trim();
        this.#frame.style[side] = /^\d+$/.test(length) ? length + "px" : length;
      }
      this.#frame.toggleAttribute("data-high", this.#frame.style.blockSize !== "");
    }

    // A link of the app leads within the element, never the page around it.
    #follow(event) {
      const link = event.composedPath().find((node) => node.localName === "a");
      const href = (link && link.getAttribute("href")) || "";
      if (!href.startsWith("#") || event.defaultPrevented || event.button > 1) return;
      event.preventDefault();
      const aside = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
      const { path, pairs } = read(href);
      const page = this.getAttribute("page");
      if (page && (aside || !pairs.has("embed"))) {
        for (const key of ["embed", "show"]) pairs.delete(key);
        open(page + written({ path, pairs }), "_blank", "noopener");
      } else if (event.type === "click") {
        pairs.set("embed", "1");
        const to = written({ path, pairs });
        if (this.#move(to)) this.#core.lead(to, true);
      }
    }

    // Keeps an address the reader came to and says so; whether nobody wants to go elsewhere.
    #move(to) {
      const [was, is] = [read(this.#address), read(to)];
      const entry = ({ path }) => (path.startsWith("incident/") ? path.slice("incident/".length) : "");
      const query = ({ pairs }) => pairs.get("q") || "";
      const isOpened = entry(is) !== entry(was) || was.pairs.get("embed") !== is.pairs.get("embed");
      if (entry(is) && isOpened && !this.#emit("select", { incident: entry(is) })) return false;
      this.#address = to;
      if (query(is) !== query(was)) this.#emit("querychange", { query: query(is) });
      return true;
    }

    #emit(kind, detail) {
      const options = { detail, bubbles: true, composed: true, cancelable: kind === "select" };
      return this.dispatchEvent(new CustomEvent(kind, options));
    }

    #told(what, text) {
      if (what === "address") this.#move(text);
      else this.#fail(text);
    }

    // A sentence in place of the app, and below it what stands between the tags.
    #say(text, ...more) {
      this.#clear();
      const told = make("p", "", text);
      told.lang = this.#lang;
      told.setAttribute("role", "alert");
      this.#shadow.prepend(told, ...more);
    }

    #fail(reason) {
      // After a panic nothing of the instance may be called again.
      this.#core = null;
      const words = WORDS[this.#lang];
      const told = make("pre", "", String((reason && (reason.stack || reason.message)) || reason).slice(0, 4000));
      const restart = make("button", "", words.restart);
      restart.type = "button";
      restart.addEventListener("click", () => this.#again());
      queueMicrotask(() => this.#turn && this.#say(`Incident Explorer: ${words.fault}`, restart, told));
    }
  }

  // What is typed in the element is not for the keys of the page around it. What has a modifier,
  // and what moves the focus or leaves, is everybody's.
  function keep(event) {
    const shared = event.ctrlKey || event.altKey || event.metaKey || ["Tab", "Escape"].includes(event.key);
    if (!shared) event.stopPropagation();
  }

  customElements.define("incident-explorer", Explorer);
  customElements.define("incident-card", class extends Explorer {});
}
