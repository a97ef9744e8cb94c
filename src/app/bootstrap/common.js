// What the page and the elements share: the sentences, why nothing can start, and unpacking.
const incidentExplorer = (function () {
  "use strict";
  const WORDS = {
    en: {
      fault: "This is a fault of ours",
      stopped: "The page stopped. Nothing was sent, and the address is kept: Restart opens it again.",
      report: "Text to report",
      restart: "Restart",
      refused:
        "The explorer could not start here: this page forbids WebAssembly ('wasm-unsafe-eval' is missing).",
      absent: "The explorer could not start here: this browser has WebAssembly switched off.",
      old: "The explorer could not start here: this browser is too old. Firefox 120, Chrome 123 and Safari 17.5 or later open it.",
      short: "This page is not complete: its file ends early. Load it again from where you had it.",
      disk: "This form of the page is made for a web server. From disk, open the one file instead:",
      boxed:
        "The explorer could not start here: this frame is sandboxed without 'allow-same-origin', and may not read its own files. The one file, incident-explorer.html, opens in such a frame.",
      loading: "Opening the entries",
    },
    ja: {
      fault: "こちらの不具合です",
      stopped: "ページが停止しました。何も送信していません。アドレスはそのままです。「再開」で同じ画面を開きます。",
      report: "報告用の文面",
      restart: "再開",
      refused: "ここでは起動できません。このページはWebAssemblyを禁じています（'wasm-unsafe-eval'がありません）。",
      absent: "ここでは起動できません。このブラウザーではWebAssemblyが無効です。",
      old: "ここでは起動できません。ブラウザーが古すぎます。Firefox 120、Chrome 123、Safari 17.5以降で開けます。",
      short: "このページは不完全です。ファイルが途中で切れています。元の場所からもう一度取得してください。",
      disk: "これはウェブサーバー用のページです。ディスクから開くときは、次の1ファイル版を使ってください。",
      boxed:
        "ここでは起動できません。このフレームのsandboxに'allow-same-origin'がなく、ページが自分のファイルを読めません。1ファイル版（incident-explorer.html）なら、このフレームでも開けます。",
      loading: "記事を開いています",
    },
  };

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

  // Bytes in gzip.
  function unpacked(bytes) {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  }

  return { WORDS, obstacle, decode, unpacked };
})();
