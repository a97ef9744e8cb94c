// DokuWiki and MediaWiki as Debian packs them, with the recipes that src/HOSTING.md shows. PHP
// serves wiki and page; what is tested is what the wiki makes of them.

import { appendFile, cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { folder, freePort, run, start } from "./processes.mjs";
import { lay, there } from "./servers.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const [DOKUWIKI, MEDIAWIKI] = ["/usr/share/dokuwiki", "/usr/share/mediawiki"];

async function packaged(path) {
  if (!(await there(path))) throw new Error(`${path} is not there: install Debian's package`);
}

/** Starts PHP below `www`, where the page lies in `explorer/`. */
async function php(root, port, { env, settings = {} }) {
  const www = join(root, "www");
  await lay(join(www, "explorer"));
  // Browsers ask for it, and a wiki without one would be blamed for a fault that is not ours.
  await writeFile(join(www, "favicon.ico"), "");
  const said = Object.entries({ display_errors: "0", ...settings }).flatMap(([key, value]) => ["-d", `${key}=${value}`]);
  const origin = `http://127.0.0.1:${port}`;
  const args = [...said, "-S", `127.0.0.1:${port}`, "-t", www];
  const workers = { PHP_CLI_SERVER_WORKERS: "4" };
  const stop = await start("php", args, { address: `${origin}/explorer/index.html`, log: join(root, "log"), env: { ...env, ...workers } });
  return { origin, stop };
}

/** Makes a wiki ready; where that fails, nothing of it stays. */
async function made(name, build) {
  const temporary = await folder(name);
  try {
    await mkdir(join(temporary.path, "www"));
    const { stop, ...wiki } = await build(temporary.path, await freePort());
    const close = async () => {
      await stop();
      await temporary.remove();
    };
    return { ...wiki, close };
  } catch (error) {
    await temporary.remove();
    throw error;
  }
}

/**
 * The answer holds `origin`, `page(name)`, an address, and `close`. `pages` are wiki texts by name;
 * `recipe` is the text of a plugin, else all of ours.
 */
export function dokuwiki({ pages = {}, settings = "", recipe } = {}) {
  return made("dokuwiki", async (root, port) => {
    await packaged(DOKUWIKI);
    const [wiki, conf, data] = [join(root, "www/wiki"), join(root, "conf"), join(root, "data")];
    // Its own links lead into /etc and /var; `cp` is three times as fast as Node here.
    await run("cp", ["-rL", DOKUWIKI, wiki]);
    await run("cp", ["-rL", "/var/lib/dokuwiki/data", data]);
    const plugin = join(wiki, "lib/plugins/incidents");
    if (recipe) await mkdir(plugin);
    if (recipe) await writeFile(join(plugin, "syntax.php"), recipe);
    else await cp(join(HERE, "dokuwiki/incidents"), plugin, { recursive: true });
    await mkdir(conf);
    const local = `<?php
$conf['title'] = 'Security wiki';
$conf['savedir'] = '${data}';
$conf['useacl'] = 0;
$conf['updatecheck'] = 0;
${settings}`;
    await writeFile(join(conf, "local.php"), local);
    // As Debian has it: else each page begins with a warning.
    await writeFile(join(conf, "plugins.php"), "<?php $plugins['testing'] = 0;");
    await writeFile(join(root, "before.php"), `<?php define('DOKU_CONF', '${conf}/');`);
    for (const [name, text] of Object.entries(pages)) await writeFile(join(data, `pages/${name}.txt`), text);
    const served = await php(root, port, { settings: { auto_prepend_file: join(root, "before.php") } });
    return { ...served, page: (name) => `${served.origin}/wiki/doku.php?id=${name}` };
  });
}

/** The same of MediaWiki, on SQLite. `settings` end its LocalSettings.php, `before` stands before the recipe. */
export function mediawiki({ pages = {}, before = "", settings = "", recipe } = {}) {
  return made("mediawiki", async (root, port) => {
    await packaged(MEDIAWIKI);
    await symlink(MEDIAWIKI, join(root, "www/w"));
    const pass = randomBytes(12).toString("hex");
    const env = { MW_CONFIG_FILE: join(root, "LocalSettings.php"), TMPDIR: root };
    const maintain = (script, args, input) => run("php", [join(MEDIAWIKI, "maintenance", script), ...args], { input, env: input === undefined ? {} : env });
    const server = `http://127.0.0.1:${port}`;
    const answers = { dbtype: "sqlite", dbname: "wiki", dbpath: join(root, "db"), confpath: root, server, scriptpath: "/w", pass };
    await maintain("install.php", [...Object.entries(answers).map(([key, value]) => `--${key}=${value}`), "Security wiki", "Keeper"]);
    const plugin = join(recipe ? root : join(HERE, "mediawiki"), "IncidentExplorer.php");
    if (recipe) await writeFile(plugin, recipe);
    await appendFile(env.MW_CONFIG_FILE, `\nwfLoadSkin( 'Vector' );\n$wgDefaultSkin = 'vector';\n${before}\nrequire_once '${plugin}';\n${settings}\n`);
    for (const [name, text] of Object.entries(pages)) await maintain("edit.php", ["--user", "Keeper", "--summary", "recipe", name], text);
    const served = await php(root, port, { env });
    return { ...served, pass, page: (name) => `${served.origin}/w/index.php?title=${name}` };
  });
}
