// Outside wasm: whatever traps, panics or rejects ends here, in a sentence and a way on.
// Plain DOM, no storage, no network, no markup from strings.
(function () {
  "use strict";
  const words = {
    en: {
      title: "This is a fault of ours",
      told: "The page stopped. Nothing was sent, and the address is kept.",
      report: "Text to report",
      restart: "Restart",
      forbidden: "The explorer could not start here: this page forbids WebAssembly ('wasm-unsafe-eval' is missing).",
      disk: "This copy is made for a web server. From disk, open the one file instead:",
      loading: "Opening the entries",
    },
    ja: {
      title: "こちらの不具合",
      told: "ページが停止した。何も送信されていない。アドレスはそのまま残る。",
      report: "報告用の文面",
      restart: "再開",
      forbidden: "ここでは起動できない。このページはWebAssemblyを禁じている（'wasm-unsafe-eval'がない）。",
      disk: "これはウェブサーバー用の版。ディスクから開くには次の1ファイル版を使う。",
      loading: "読み込み中",
    },
  };
  let shown = false;

  function word(key) {
    const asked = /[?&]lang=(en|ja)/.exec(location.hash);
    const lang = asked ? asked[1] : document.documentElement.lang;
    return (words[lang] || words.en)[key];
  }

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function panel(title, ...rest) {
    if (shown) return;
    shown = true;
    const box = element("main", "", "guard");
    box.setAttribute("role", "alert");
    box.append(element("h1", title), ...rest);
    const app = document.getElementById("app");
    if (app) app.hidden = true;
    document.body.prepend(box);
  }

  function fail(reason) {
    const text = String((reason && (reason.stack || reason.message)) || reason || "unknown");
    const report = element("textarea");
    report.readOnly = true;
    report.rows = 8;
    report.value = "Incident Explorer\n" + navigator.userAgent + "\n" + text.slice(0, 4000);
    const label = element("label", word("report"));
    label.append(report);
    const restart = element("button", word("restart"), "action");
    restart.type = "button";
    restart.addEventListener("click", () => location.reload());
    panel(word("title"), element("p", word("told")), label, restart);
  }

  addEventListener("error", (event) => fail(event.error || event.message));
  addEventListener("unhandledrejection", (event) => fail(event.reason));
  addEventListener("incident-explorer-panic", (event) => fail(event.detail));
  window.incidentExplorerGuard = { fail, panel, word, element };
})();
