// Proves the network namespace: `offline.mjs COMMAND…` is started outside, with the command that
// leads inside. A probe that cannot fail proves nothing, so it is made to fail twice: outside, a
// server on this machine is reached that must not be reached from inside; and inside, one route is
// added, which the probe must find.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { lookup } from "node:dns/promises";
import { createServer, connect } from "node:net";
import { networkInterfaces } from "node:os";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(import.meta.url);
// RFC 5737 and RFC 3849: addresses for documentation, which nobody has.
const [NOBODY, NOBODY_6] = ["192.0.2.1", "2001:db8::1"];

const reach = (host, port) =>
  new Promise((done) => {
    const socket = connect({ host, port: Number(port), timeout: 3000 });
    const end = (answer) => {
      socket.destroy();
      done(answer);
    };
    socket.on("connect", () => end("reached"));
    socket.on("timeout", () => end("no answer, but a way"));
    socket.on("error", (error) => end(error.code));
  });

async function listen(host) {
  const server = createServer((socket) => socket.destroy()).listen(0, host);
  await new Promise((done, failed) => server.once("listening", done).once("error", failed));
  return { port: server.address().port, close: () => server.close() };
}

/** Every address of this machine. */
const addresses = () => Object.values(networkInterfaces()).flat().filter(({ family }) => family === "IPv4").map(({ address }) => address);

async function noWayOut() {
  assert.deepEqual(Object.keys(networkInterfaces()), ["lo"], "only the loopback is up");
  assert.equal(await reach(NOBODY, 80), "ENETUNREACH");
  assert.match(await reach(NOBODY_6, 80), /ENETUNREACH|EADDRNOTAVAIL/);
  await assert.rejects(lookup("example.org"), /ENOTFOUND|EAI_AGAIN/);
}

/** Within: nothing outside is reached, not even what listens on the same machine. */
async function inside(outside) {
  await noWayOut();
  for (const at of outside) assert.notEqual(await reach(...at.split(":")), "reached", at);
  const own = await listen("127.0.0.1");
  assert.equal(await reach("127.0.0.1", own.port), "reached", "this side of the wall");
  own.close();
  // The control: with a route, the same probe fails. The namespace ends with this process.
  const { status, stderr } = spawnSync("ip", ["route", "add", "192.0.2.0/24", "dev", "lo"], { encoding: "utf8" });
  assert.equal(status, 0, `no route can be added to try the probe: ${stderr}`);
  await assert.rejects(noWayOut(), /ENETUNREACH/, "the probe does not see a route");
}

/** Without: a server on every address of this machine, which is reached, and then asked for from inside. */
async function outside([program, ...args]) {
  const server = await listen("0.0.0.0");
  const places = addresses().map((address) => `${address}:${server.port}`);
  assert.ok(places.length > 0, "this machine has no address");
  for (const at of places) assert.equal(await reach(...at.split(":")), "reached", `the control, ${at}`);
  const child = spawn(program, [...args, HERE, "--inside", ...places], { stdio: "inherit" });
  const code = await new Promise((done) => child.once("exit", done).once("error", done));
  server.close();
  assert.equal(code, 0, "the probe inside");
  console.log(`no way out: one loopback, no routes, no names; ${places.join(" and ")} reached from outside only`);
}

const [first, ...rest] = process.argv.slice(2);
await (first === "--inside" ? inside(rest) : outside([first, ...rest]));
