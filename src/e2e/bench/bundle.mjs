// Bundles the peers for the page: one module a library, so that a page loads only the one it measures.

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The files by name, and which version of each peer is in them. */
export async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [at("peers.mjs")],
    outdir: at("."),
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    write: false,
    logLevel: "error",
  });
  const { devDependencies } = JSON.parse(await readFile(at("package.json"), "utf8"));
  const files = Object.fromEntries(outputFiles.map(({ path, contents }) => [basename(path), Buffer.from(contents)]));
  const versions = Object.entries(devDependencies).filter(([name]) => name !== "esbuild");
  return { files, versions: versions.map((one) => one.join(" ")) };
}
