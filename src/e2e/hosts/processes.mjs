// Servers as ordinary child processes: each with its own folder and process group, ended together.

import { spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { openSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const running = new Set();
// Where Debian has its servers is on nobody's path but root's.
const PATH = `${process.env.PATH}:/usr/sbin:/sbin`;

/** Nothing is left behind, however this process ends. */
function killAll() {
  for (const pid of running) signal(pid, "SIGKILL");
}
process.on("exit", killAll);
for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => process.exit(1));

function signal(pid, name) {
  try {
    process.kill(-pid, name);
    return true;
  } catch {
    return false;
  }
}

/** A folder that a server which gives up its rights can still read. */
export async function folder(name) {
  const made = await mkdtemp(join(tmpdir(), `explorer-${name}-`));
  await chmod(made, 0o755);
  return { path: made, remove: () => rm(made, { recursive: true, force: true }) };
}

/** A port that is free now. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((done, failed) => server.once("listening", done).once("error", failed));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/**
 * Starts a server and waits until `address` is answered by it. `log` is where it writes; its last
 * lines are told where it ends too early.
 */
export async function start(program, args, { address, log, env = {}, cwd }) {
  const out = openSync(log, "a");
  const child = spawn(program, args, { stdio: ["ignore", out, out], detached: true, cwd, env: { ...process.env, PATH, ...env } });
  const ended = new Promise((done) => {
    child.once("error", (error) => done(`${program} could not be started: ${error.message}`));
    child.once("exit", (code, name) => done(`${program} ended early (${code ?? name})`));
  });
  if (child.pid) running.add(child.pid);
  const close = async () => {
    if (!child.pid) return;
    signal(child.pid, "SIGTERM");
    const late = new Promise((done) => setTimeout(done, 3000).unref());
    await Promise.race([ended, late]);
    signal(child.pid, "SIGKILL");
    running.delete(child.pid);
  };
  const why = await Promise.race([ended, answers(address)]);
  if (!why) return close;
  await close();
  const said = (await readFile(log, "utf8").catch(() => "")).trim().split("\n").slice(-6).join("\n");
  throw new Error(`${why}\n${said}`);
}

/** Nothing where the address is answered in 20 s, else why not. */
async function answers(address) {
  const end = Date.now() + 20_000;
  let last = "";
  while (Date.now() < end) {
    const answer = await fetch(address, { redirect: "manual" }).catch((error) => void (last = String(error.cause ?? error)));
    if (answer) await answer.arrayBuffer();
    if (answer && answer.status < 500) return "";
    last = answer ? `${answer.status}` : last;
    await new Promise((done) => setTimeout(done, 60));
  }
  return `${address} was not answered: ${last}`;
}

/** Runs a program to its end and answers with what it printed. */
export function run(program, args, { input = "", env = {}, cwd } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env } });
    let told = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (told += text));
    child.once("error", (error) => failed(new Error(`${program} could not be started: ${error.message}`)));
    child.once("close", (code) => (code === 0 ? done(told) : failed(new Error(`${program} ended with ${code}:\n${told}`))));
    child.stdin.end(input);
  });
}
