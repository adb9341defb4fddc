/**
 * Serves the page with the product's headers and plays made-up games into it. For development only; nothing is installed.
 *
 *   node mock-server.mjs [--port 9900] [--scene live|single|lobby|ending|final|void|empty|hostile]
 *
 * While it runs: POST /mock/drop?ms=10000 cuts all viewers and refuses them for so long. /frame-cost in a browser
 * measures what drawing costs.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { createGame, left, rows, snapshot, step, update } from "./fake-game.mjs";
import { admin } from "./mock-admin.mjs";
import { lists } from "./mock-lists.mjs";
import { pastGame } from "./mock-replay.mjs";
import { tournaments } from "./mock-tournaments.mjs";

const ROOT = fileURLToPath(new URL("../../main/resources/web/", import.meta.url));
const TESTS = fileURLToPath(new URL(".", import.meta.url));
const FRAME_MILLIS = 250;
const CSP = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
  "font-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join("; ");
const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".mjs": "text/javascript", ".svg": "image/svg+xml",
};

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};

const minute = 60_000;
const game = (id, title, phase, more = {}) =>
  createGame({ id, title, bots: 8, seed: 7, phase, playedMs: 4 * minute, timeLimitMs: 10 * minute, ...more });
const SCENES = {
  live: () => [
    game("g1", "Classic, evening session", "RUNNING"),
    game("g2", "Sixteen in the pit", "RUNNING", { bots: 16, seed: 11, open: false }),
    game("g3", "Qualifier B", "LOBBY"),
  ],
  single: () => [game("g1", "Classic, evening session", "RUNNING")],
  lobby: () => [game("g1", "Classic, evening session", "LOBBY")],
  final: () => [game("g1", "Classic, evening session", "ENDED", { playedMs: 10 * minute })],
  ending: () => [
    game("g1", "Classic, evening session", "RUNNING", { playedMs: 9.8 * minute }),
    game("g2", "Sixteen in the pit", "RUNNING", { bots: 16, seed: 11 }),
  ],
  void: () => [game("g1", "Classic, evening session", "VOID")],
  hostile: () => [game("g1", "<b onclick=alert(3)>Title</b>", "RUNNING", { bots: 12, hostile: true })],
  empty: () => [],
};
const games = SCENES[option("scene", "live")]();
const viewers = new Set();
let refuseUntil = 0;

const server = createServer(async (request, response) => {
  const url = new URL(request.url, "http://localhost");
  if (Date.now() < refuseUntil && !url.pathname.startsWith("/mock")) {
    request.socket.destroy();
  } else if (url.pathname.startsWith("/api/v1/admin/")) {
    const { status, body } = admin(request, url, games);
    json(response, body, status);
  } else if (url.pathname.startsWith("/api/v1/")) {
    const body = lists(url, games) ?? tournaments(url);
    const { status, body: past } = (!body && pastGame(url, games)) || { status: 404, body: { title: "Not found", detail: "no such thing here" } };
    body ? json(response, body) : json(response, past, status);
  } else if (url.pathname === "/mock/drop") {
    refuseUntil = Date.now() + Number(url.searchParams.get("ms") ?? 10_000);
    viewers.forEach(({ socket }) => socket.destroy());
    json(response, {});
  } else if (url.pathname === "/frame-cost") {
    const page = await readFile(join(ROOT, "live.html"), "utf8");
    send200(response, ".html", page.replace("js/pages/live.js", "test/frame-cost.mjs"));
  } else if (url.pathname.startsWith("/test/")) {
    await file(url.pathname.slice("/test".length), response, TESTS);
  } else {
    await file(url.pathname, response);
  }
});

function json(response, body, status = 200) {
  response.writeHead(status, { "Content-Type": "application/json", "Content-Security-Policy": CSP });
  response.end(JSON.stringify(body));
}

function send200(response, extension, body, policy = CSP) {
  response.writeHead(200, { "Content-Type": TYPES[extension] ?? "text/plain; charset=utf-8", "Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff" });
  response.end(body);
}

async function file(path, response, root = ROOT) {
  const plain = normalize(path === "/" ? "/index.html" : decodeURIComponent(path));
  const name = extname(plain) ? plain : `${plain}.html`;
  try {
    send200(response, extname(name), await readFile(join(root, name)), name === "/embed.html" ? CSP.replace("frame-ancestors 'none'", "frame-ancestors *") : CSP);
  } catch {
    response.writeHead(404).end();
  }
}

server.on("upgrade", (request, socket) => {
  const url = new URL(request.url, "http://localhost");
  const followed = games.find((known) => known.id === url.searchParams.get("game"));
  if (url.pathname !== "/feed" || !followed || Date.now() < refuseUntil) {
    socket.destroy();
    return;
  }
  const accept = createHash("sha1").update(`${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  const viewer = { socket, followed };
  viewers.add(viewer);
  socket.on("error", () => {});
  socket.on("close", () => viewers.delete(viewer));
  // All a viewer ever sends is a close frame: answering with the end of the stream is enough here.
  socket.on("data", (data) => (data[0] & 0x0f) === 8 && socket.end());
  send(socket, snapshot(followed));
});

/** One unfragmented, unmasked text frame (RFC 6455, 5.2). */
function send(socket, message) {
  const body = Buffer.from(JSON.stringify(message));
  const head = body.length < 126 ? Buffer.from([0x81, body.length]) : Buffer.alloc(body.length < 65536 ? 4 : 10);
  if (head.length === 4) {
    head.writeUInt16BE(0x817e, 0);
    head.writeUInt16BE(body.length, 2);
  } else if (head.length === 10) {
    head.writeUInt16BE(0x817f, 0);
    head.writeBigUInt64BE(BigInt(body.length), 2);
  }
  socket.write(Buffer.concat([head, body]));
}

setInterval(() => {
  for (const running of games.filter((known) => known.phase === "RUNNING")) {
    step(running, FRAME_MILLIS);
    const over = left(running) === 0;
    running.phase = over ? "ENDED" : "RUNNING";
    const frame = over
      ? { type: "final", seq: running.seq, t: running.now, standings: rows(running), cause: "TIME_LIMIT" }
      : update(running);
    [...viewers].filter(({ followed }) => followed === running).forEach(({ socket }) => send(socket, frame));
  }
}, FRAME_MILLIS);

server.listen(Number(option("port", 9900)), "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));
