// Run inside the namespace: this machine is there, and nothing beyond it.

import assert from "node:assert/strict";
import { lookup } from "node:dns/promises";
import { createServer, connect } from "node:net";
import { networkInterfaces } from "node:os";

const reach = (host, port) =>
  new Promise((done) => {
    const socket = connect({ host, port, timeout: 5000 });
    const end = (answer) => {
      socket.destroy();
      done(answer);
    };
    socket.on("connect", () => end("reached"));
    socket.on("timeout", () => end("no answer, but a way"));
    socket.on("error", (error) => end(error.code));
  });

assert.deepEqual(Object.keys(networkInterfaces()), ["lo"], "only the loopback is up");
// RFC 5737 and RFC 3849: addresses for documentation, which nobody has.
assert.equal(await reach("192.0.2.1", 80), "ENETUNREACH");
assert.match(await reach("2001:db8::1", 80), /ENETUNREACH|EADDRNOTAVAIL/);
await assert.rejects(lookup("example.org"), /ENOTFOUND|EAI_AGAIN/);

const server = createServer().listen(0, "127.0.0.1");
await new Promise((done) => server.on("listening", done));
assert.equal(await reach("127.0.0.1", server.address().port), "reached");
server.close();
console.log("no way out: one loopback, no routes, no names");
