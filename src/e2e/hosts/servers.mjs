// The web servers, each with the configuration that src/HOSTING.md shows. What stands around it
// here is what a distribution has in its main file.

import assert from "node:assert/strict";
import { access, chmod, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DIST, SITE_FOLDER } from "../places.mjs";
import { folder, freePort, start } from "./processes.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
/** The folder that the configurations name. */
const DOCUMENTED = "/srv/incident-explorer/";
export const BASE = "/explorer/";
/** The script that defines `<incident-explorer>`. */
export const ELEMENT = "incident-explorer.js";

const config = (name) => readFile(join(HERE, name), "utf8");

/** What a host may get wrong, as a change of its configuration. */
export const FAULTS = {
  "": (text) => text,
  "wasm as octet-stream": (text) => swapped(text, "application/wasm", "application/octet-stream"),
  "wasm as text/plain": (text) => swapped(text, "application/wasm", "text/plain"),
  "no 'wasm-unsafe-eval'": (text) => swapped(text, " 'wasm-unsafe-eval'", ""),
  "sandboxed by its header": (text) => swapped(text, "frame-ancestors 'self'", "frame-ancestors 'self'; sandbox allow-scripts"),
};

/** A change that changes nothing would prove nothing. */
function swapped(text, from, to) {
  if (!text.includes(from)) throw new Error(`the configuration does not hold ${from}`);
  return text.replaceAll(from, to);
}

/** nginx as Debian has it: the workers are root's only where we are, for the temporary folder. */
async function nginx({ root, www, site, port, edit }) {
  const explorer = edit((await config("nginx/explorer.conf")).replaceAll(DOCUMENTED, site));
  const main = `${process.getuid() === 0 ? "user root;" : ""} daemon off; pid ${root}/nginx.pid; error_log stderr;
events {}
http {
  access_log off; default_type application/octet-stream;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${root}/${name};`).join(" ")}
  server { listen 127.0.0.1:${port}; root ${www}; types { text/html html; } charset utf-8;
${explorer}
  }
}`;
  await writeFile(join(root, "nginx.conf"), main);
  return ["nginx", ["-p", root, "-e", "stderr", "-c", join(root, "nginx.conf")]];
}

async function caddy({ root, www, site, port, edit }) {
  const explorer = edit((await config("caddy/explorer.caddy")).replaceAll(DOCUMENTED, site));
  const main = `{
	admin off
	auto_https off
}
http://127.0.0.1:${port} {
${explorer}
	root * ${www}
	file_server
}`;
  await writeFile(join(root, "Caddyfile"), main);
  return ["caddy", ["run", "--adapter", "caddyfile", "--config", join(root, "Caddyfile")]];
}

async function lighttpd({ root, www, site, port, edit }) {
  const explorer = edit((await config("lighttpd/explorer.conf")).replaceAll(DOCUMENTED, site));
  const main = `server.document-root = "${www}"
server.bind = "127.0.0.1"
server.port = ${port}
server.modules = ()
mimetype.assign = ( ".html" => "text/html; charset=utf-8" )
${explorer}`;
  await writeFile(join(root, "lighttpd.conf"), main);
  return ["lighttpd", ["-D", "-f", join(root, "lighttpd.conf")]];
}

async function apache({ root, www, site, port, edit }) {
  await writeFile(join(site, ".htaccess"), edit(await config("apache/htaccess")));
  const modules = ["mpm_event", "authz_core", "dir", "mime", "alias", "headers"];
  const loaded = modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n");
  const main = `ServerRoot ${root}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${root}/apache.pid
ErrorLog /dev/stderr
User www-data
Group www-data
${loaded}
TypesConfig /dev/null
AddType text/html .html
AddDefaultCharset utf-8
DocumentRoot ${www}
Alias /explorer/ ${site}
<Directory />
  Require all granted
  AllowOverride FileInfo Indexes
</Directory>`;
  await writeFile(join(root, "apache.conf"), main);
  return ["apache2", ["-D", "FOREGROUND", "-f", join(root, "apache.conf")]];
}

/** No configuration, no headers, no compression: what many a host for static pages is. Its types are the machine's. */
async function python({ root, www, site, port, edit }) {
  await cp(site, join(www, "explorer"), { recursive: true });
  const types = edit(`import mimetypes\nmimetypes.add_type("application/wasm", ".wasm")\n`);
  await writeFile(join(root, "sitecustomize.py"), types);
  const args = ["-m", "http.server", String(port), "--bind", "127.0.0.1", "--directory", www];
  return ["python3", args, { PYTHONPATH: root, PYTHONDONTWRITEBYTECODE: "1" }];
}

export const SERVERS = { nginx, caddy, lighttpd, apache, python };

/**
 * Starts a server with the page below `/explorer/` and `pages`, texts by name, at its root.
 * `fault` is one of `FAULTS`. The answer holds `origin`, `url` of the page, and `close`.
 */
export async function host(name, { fault = "", pages = {} } = {}) {
  const temporary = await folder(name);
  const root = temporary.path;
  const [www, site] = [join(root, "www"), join(root, "site/")];
  await mkdir(www);
  await lay(site);
  for (const [file, text] of Object.entries(pages)) await writeFile(join(www, file), text);
  for (const path of [www, site]) await chmod(path, 0o755);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const [program, args, own] = await SERVERS[name]({ root, www, site, port, edit: FAULTS[fault] });
  const env = { HOME: root, XDG_CONFIG_HOME: root, XDG_DATA_HOME: root, ...own };
  const stop = await start(program, args, { address: origin + BASE, log: join(root, "log"), env });
  const close = async () => {
    await stop();
    await temporary.remove();
  };
  return { origin, url: origin + BASE, close };
}

/** Whether a path is there. */
export const there = (path) => access(path).then(() => true, () => false);

/** Lays into a folder what a maintainer lays there: the site, the one file and the element. */
export async function lay(into) {
  await cp(SITE_FOLDER, into, { recursive: true });
  for (const name of ["incident-explorer.html", ELEMENT]) await cp(join(DIST, name), join(into, name));
}

/** What a server sends along with the page, beside the policy. */
const HEADERS = { "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "cache-control": "no-cache" };

/** What a server makes of the `.gz` and `.br` beside each file, for a browser that takes both. */
const PACKED = { nginx: "gzip", caddy: "br" };

/** Whether a server sends what its configuration says: types, headers, and the packed files where it can. */
export async function sendsAsDocumented(name, url, fault) {
  const asked = (path) => fetch(url + path, { headers: { "accept-encoding": "gzip, br" } });
  const wasm = await asked("core.wasm");
  await wasm.arrayBuffer();
  const type = fault.match(/^wasm as (.*)$/)?.[1] ?? "application/wasm";
  assert.match(wasm.headers.get("content-type"), new RegExp(`\\b${type}$|^${type};`));
  if (name === "python") return;
  for (const path of ["", "incident-explorer.html"]) {
    const { headers } = await asked(path);
    assert.match(headers.get("content-type"), /^text\/html; ?charset=utf-8$/i);
    assert.match(headers.get("content-security-policy"), path ? /^frame-ancestors 'self'/ : /^default-src 'none'; script-src 'self'/);
    for (const [key, value] of Object.entries(HEADERS)) assert.equal(headers.get(key), value, `${key} of ${path}`);
  }
  assert.equal(wasm.headers.get("content-encoding"), PACKED[name] ?? null);
}
