// Serves a folder under a sub-path with a strict policy and a wrong type for wasm: hosts do both.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css" };
export const SUB_PATH = "/wiki/tools/";
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

// `extra` maps a name to a text that is served without that policy: pages of the tests' own.
export async function serve(folder, extra = {}) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://x").pathname;
    if (path === "/favicon.ico") return response.writeHead(204).end();
    const name = path.startsWith(SUB_PATH) ? path.slice(SUB_PATH.length) : "..";
    try {
      if (name in extra) {
        response.writeHead(200, { "content-type": TYPES[".html"] });
        response.end(extra[name]);
        return;
      }
      if (name.includes("..")) throw new Error("outside");
      const file = name === "" ? "index.html" : name;
      const body = await readFile(join(folder, file));
      const type = TYPES[extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "content-security-policy": POLICY });
      response.end(body);
    } catch {
      response.writeHead(404).end("not here");
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { address: origin + SUB_PATH, close: () => server.close() };
}
