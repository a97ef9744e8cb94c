// A static server on this machine, below a path as awkward as a wiki's.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after } from "node:test";

const TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  wasm: "application/wasm",
};

/** What a strict host sends along with the hosted form. */
export const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
  "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

export const BASE = "/wiki/" + encodeURIComponent("日本 語") + "/explorer/";

const open = [];

/**
 * Serves a folder: `policy` is the header a host adds, `headers` are others, `types` overrides a
 * content type, `pages` are texts by name that stand before the files, `missing` are names answered with 404.
 * The answer holds `origin`, `url` and `log`, every path that was asked for.
 */
export async function serve(folder, { policy, headers: more = {}, types = {}, pages = {}, missing = [] } = {}) {
  const log = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://x").pathname;
    log.push(path);
    const name = path.startsWith(BASE) ? path.slice(BASE.length) || "index.html" : null;
    const known = name && /^[\w.-]+$/.test(name) && !missing.includes(name);
    const body = known ? (pages[name] ?? (await readFile(join(folder, name)).catch(() => null))) : null;
    const kind = name?.split(".").pop();
    const headers = { ...more, "content-type": types[kind] ?? TYPES[kind] ?? "application/octet-stream" };
    headers["x-content-type-options"] = "nosniff";
    headers["cache-control"] = "no-store";
    if (policy) headers["content-security-policy"] = policy;
    response.writeHead(body === null ? 404 : 200, headers).end(body ?? "");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  open.push(close);
  return { origin, url: origin + BASE, log, close };
}

after(() => Promise.all(open.map((close) => close())));
