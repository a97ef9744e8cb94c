// Other data for a page: chosen here, checked in the wasm, saved as a new file. Nothing is sent.
(function () {
  "use strict";
  const WORDS = {
    en: {
      other: "日本語",
      title: "Export a page with other data",
      lede: "From an Incident Explorer page and your own records this makes a new page in one file. It is checked by the rules of the build. Nothing leaves this machine.",
      page: "1. The page",
      page_help: "incident-explorer.html of the same build as this file, or incident-explorer.js, the script of the element. It is read, not changed.",
      choose_page: "Page",
      data: "2. The data",
      data_help: "JSON files in the form of data/: a folder with incidents/, organisations/, actors/ and vulnerabilities/, or all in one file. They may be dropped here.",
      choose_files: "Files",
      choose_folder: "Folder",
      save: "3. The new page",
      save_help: "The data of the page are replaced, not added to. Countries need not be given.",
      save_button: "Save the page",
      reading: "Reading…",
      sound: "{n} entries, every rule kept: {name}",
      faulty: "{n} faults in {name}. {kept}",
      kept: "The data read before are kept.",
      none: "No data are taken.",
      page_ok: "{name} is ready.",
      page_bad: "{name} was not taken: it is not an Incident Explorer page. {kept}",
      page_large: "{name} was not taken: it is larger than 64 MiB. {kept}",
      unreadable: "{name} could not be read: {why}. {kept}",
      page_kept: "The page given before is kept.",
      page_none: "Give incident-explorer.html.",
      no_json: "No .json file is among them. {kept}",
      saved: "{name} was handed to the browser to save. Open it to see your data.",
      not_saved: "No page was made: {why}",
      large: "What was given is larger than 64 MiB together. {kept}",
      start: "The workshop could not start here: {why}",
    },
    ja: {
      other: "English",
      title: "別のデータでページを書き出す",
      lede: "Incident Explorerのページと手元の記録から、新しい1ファイルのページを作ります。ビルドと同じ規則で検査します。内容がこの端末から送られることはありません。",
      page: "1. ページ",
      page_help: "このファイルと同じビルドのincident-explorer.html、または要素のスクリプトincident-explorer.js。読むだけで、変更しません。",
      choose_page: "ページ",
      data: "2. データ",
      data_help: "data/と同じ形式のJSON。incidents/、organisations/、actors/、vulnerabilities/を含むフォルダー、または全体を1つにまとめたファイル。ここにドロップすることもできます。",
      choose_files: "ファイル",
      choose_folder: "フォルダー",
      save: "3. 新しいページ",
      save_help: "ページのデータは追加ではなく置き換えになります。国の一覧は省略できます。",
      save_button: "ページを保存",
      reading: "読み込み中…",
      sound: "{n}件、すべての規則に適合: {name}",
      faulty: "{name}に誤りが{n}件あります。{kept}",
      kept: "先に読み込んだデータはそのままです。",
      none: "データは取り込まれていません。",
      page_ok: "{name}を読み込みました。",
      page_bad: "{name}はIncident Explorerのページではないため、取り込みませんでした。{kept}",
      page_large: "{name}は64 MiBを超えるため、取り込みませんでした。{kept}",
      unreadable: "{name}を読み取れませんでした: {why}。{kept}",
      page_kept: "先に選んだページはそのままです。",
      page_none: "incident-explorer.htmlを選んでください。",
      no_json: ".jsonファイルが見つかりません。{kept}",
      saved: "{name}の保存をブラウザーに渡しました。開いて確かめてください。",
      not_saved: "ページを作れませんでした: {why}",
      large: "全体で64 MiBを超えています。{kept}",
      start: "ここでは起動できません: {why}",
    },
  };
  const MOST_BYTES = 64 * 1024 * 1024;
  const MOST_SHOWN = 200;
  // A page, or the script of the element, and what it is saved as.
  const KINDS = [
    { holds: /<script type="text\/plain" id="dataset" data-format="\d+">/, type: "text/html", name: "incident-explorer-own.html" },
    { holds: /dataset_format: \d+, dataset: "/, type: "text/javascript", name: "incident-explorer-own.js" },
  ];
  const at = (id) => document.getElementById(id);
  const said = {};
  let lang = /^ja/.test(navigator.language) ? "ja" : "en";
  let [module, page, workshop, examined] = [null, null, null, null];
  // Who chooses again before an answer came is answered for the later choice alone.
  let choices = 0;

  function sentence(key, values = {}) {
    return Object.entries(values).reduce(
      (text, [name, value]) => text.replace(`{${name}}`, () => (WORDS[lang][value] ?? value)),
      WORDS[lang][key],
    );
  }

  // What stands in a status line is kept as key and values, so that it follows the language.
  function say(id, key, values) {
    said[id] = [key, values];
    at(id).textContent = sentence(key, values);
  }

  function speak() {
    document.documentElement.lang = lang;
    document.title = WORDS[lang].title;
    for (const one of document.querySelectorAll("[data-word]")) one.textContent = WORDS[lang][one.dataset.word];
    at("lang").textContent = WORDS[lang].other;
    at("lang").lang = lang === "en" ? "ja" : "en";
    for (const [id, [key, values]] of Object.entries(said)) at(id).textContent = sentence(key, values);
    if (examined) show(examined.findings(lang === "ja"));
  }

  const words = (error) => String(error?.message ?? error);
  const ready = () => (at("save").disabled = !(page && workshop));

  async function takePage(file) {
    if (!file) return;
    const kept = page ? "page_kept" : "page_none";
    if (file.size > MOST_BYTES) return say("page-said", "page_large", { name: file.name, kept });
    let text;
    try {
      text = await file.text();
    } catch (error) {
      return say("page-said", "unreadable", { name: file.name, why: words(error), kept });
    }
    const kind = KINDS.find(({ holds }) => holds.test(text));
    if (!kind) return say("page-said", "page_bad", { name: file.name, kept });
    page = { text, ...kind };
    say("page-said", "page_ok", { name: file.name });
    ready();
  }

  // A fresh instance each time: what an earlier file did to the memory is gone.
  async function bench() {
    const init = incidentExplorerWorkshop();
    await init({ module_or_path: await module });
    return new init.Workshop();
  }

  async function takeData(given) {
    const files = given.filter(({ name }) => /\.json$/i.test(name) && !/(^|\/)(schema|basemap)\//.test(name));
    const kept = workshop ? "kept" : "none";
    if (!files.length) return say("data-said", "no_json", { kept });
    const size = files.reduce((sum, { file }) => sum + file.size, 0);
    if (size > MOST_BYTES) return say("data-said", "large", { kept });
    const name = files.length === 1 ? files[0].name : `${files[0].name} … (${files.length})`;
    say("data-said", "reading");
    const choice = ++choices;
    try {
      const made = await bench();
      for (const { name, file } of files) made.add(name, new Uint8Array(await file.arrayBuffer()));
      if (choice !== choices) return;
      const faults = made.examine();
      examined = made;
      show(made.findings(lang === "ja"));
      if (faults) return say("data-said", "faulty", { n: faults, name, kept });
      workshop = made;
      say("data-said", "sound", { n: made.entries(), name });
      ready();
    } catch (error) {
      if (choice !== choices) return;
      examined = null;
      show([]);
      say("data-said", "unreadable", { name, why: words(error), kept });
    }
  }

  function show(findings) {
    const lines = findings.slice(0, MOST_SHOWN).map((text) => {
      const line = document.createElement("li");
      line.textContent = text;
      return line;
    });
    if (findings.length > MOST_SHOWN) {
      const more = document.createElement("li");
      more.textContent = `+ ${findings.length - MOST_SHOWN}`;
      lines.push(more);
    }
    at("findings").replaceChildren(...lines);
    at("findings").hidden = !lines.length;
  }

  function save() {
    try {
      const { text, type, name } = page;
      const made = workshop.page(text);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([made], { type }));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      say("save-said", "saved", { name });
    } catch (error) {
      say("save-said", "not_saved", { why: words(error) });
    }
  }

  // The files below what was dropped; a folder is read batch by batch, as the browser gives it.
  async function below(entry) {
    if (entry.isFile) {
      const file = await new Promise((done, failed) => entry.file(done, failed));
      return [{ name: entry.fullPath.replace(/^\//, ""), file }];
    }
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const batch = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (!batch.length) return found;
      for (const one of batch) found.push(...(await below(one)));
    }
  }

  async function dropped(event) {
    event.preventDefault();
    delete at("drop").dataset.over;
    const items = Array.from(event.dataTransfer.items, (item) => item.webkitGetAsEntry?.());
    const files = Array.from(event.dataTransfer.files, (file) => ({ name: file.name, file }));
    try {
      const entries = items.filter(Boolean);
      takeData(entries.length ? (await Promise.all(entries.map(below))).flat() : files);
    } catch (error) {
      say("data-said", "unreadable", { name: files[0]?.name ?? "", why: words(error), kept: workshop ? "kept" : "none" });
    }
  }

  async function wasm() {
    const text = at("core").textContent.trim();
    const packed = new Blob([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))]).stream();
    const bytes = await new Response(packed.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
    return WebAssembly.compile(bytes);
  }

  const chosen = (event) => {
    const files = Array.from(event.target.files, (file) => ({ name: file.webkitRelativePath || file.name, file }));
    event.target.value = "";
    return files;
  };
  at("lang").addEventListener("click", () => {
    lang = lang === "en" ? "ja" : "en";
    speak();
  });
  at("page").addEventListener("change", (event) => takePage(chosen(event)[0]?.file));
  for (const id of ["files", "folder"]) at(id).addEventListener("change", (event) => takeData(chosen(event)));
  at("save").addEventListener("click", save);
  // A file dropped beside its place must not replace this page.
  for (const name of ["dragover", "drop"]) addEventListener(name, (event) => event.preventDefault());
  at("drop").addEventListener("dragover", () => (at("drop").dataset.over = ""));
  at("drop").addEventListener("dragleave", () => delete at("drop").dataset.over);
  at("drop").addEventListener("drop", dropped);
  speak();
  module = wasm();
  module.then(
    () => document.documentElement.setAttribute("data-ready", ""),
    (error) => say("data-said", "start", { why: words(error) }),
  );
})();
