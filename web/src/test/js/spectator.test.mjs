import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { createSpectator } from "../../main/resources/web/js/spectator.js";

let sockets = [];
let pictures = [];

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"], now: 1000 });
  sockets = [];
  pictures = [];
  globalThis.requestAnimationFrame = (draw) => pictures.push(draw);
  globalThis.WebSocket = class {
    constructor(url) {
      this.url = url;
      sockets.push(this);
    }
    close() {
      this.closed = true;
    }
  };
});

function spectator(options) {
  const drawn = [];
  const made = createSpectator((state) => drawn.push(state), options);
  const picture = () => pictures.splice(0).forEach((draw) => draw());
  return { ...made, drawn, picture };
}

const say = (frame) => sockets.at(-1).onmessage({ data: JSON.stringify(frame) });
const begin = (id) => say({ type: "snapshot", seq: 1, t: 1000, game: { id, phase: "RUNNING" } });

test("many frames are one picture, of the last of them", () => {
  const heard = [];
  const { show, drawn, picture } = spectator({ onFrame: (state) => heard.push(state.seq) });
  show("g1");
  begin("g1");
  say({ type: "update", seq: 2, t: 1100 });
  say({ type: "update", seq: 3, t: 1200 });
  assert.equal(pictures.length, 1);
  picture();
  assert.deepEqual(drawn.map((state) => state.seq), [3]);
  assert.deepEqual(heard, [1, 2, 3]);
});

test("another game has another feed, the same game the same", () => {
  const { show, state } = spectator();
  show("g1");
  begin("g1");
  show("g1");
  assert.equal(sockets.length, 1);
  show("g2");
  assert.deepEqual([sockets.length, sockets[0].closed, state().loaded, state().connection.status], [2, true, false, "connecting"]);
  show(null);
  assert.deepEqual([sockets[1].closed, state().connection.status], [true, "idle"]);
});

test("a game that the server does not list is asked for when it does", () => {
  const { show, state } = spectator();
  show("g1", null);
  assert.deepEqual([sockets.length, state().gameId], [0, "g1"]);
  show("g1", { id: "g1", phase: "RUNNING" });
  assert.equal(sockets.length, 1);
});

test("a game that is over and refuses its feed is gone, and stays so", () => {
  const { show, state } = spectator();
  const over = { id: "g1", phase: "ENDED" };
  show("g1", over);
  sockets.at(-1).onclose();
  mock.timers.tick(700);
  sockets.at(-1).onclose();
  show("g1", over);
  assert.deepEqual([state().gone, state().connection.status], [true, "idle"]);
  show("g1", over);
  mock.timers.tick(60_000);
  assert.equal(sockets.length, 2);
});

test("what a frame takes beyond the fastest is its delay, told once a second", () => {
  const { show, state } = spectator();
  show("g1");
  begin("g1");
  say({ type: "update", seq: 2, t: 1000 });
  mock.timers.tick(950);
  say({ type: "update", seq: 3, t: 1000 });
  assert.equal(state().connection.delay, undefined);
  mock.timers.tick(50);
  assert.deepEqual(state().connection, { status: "open", delay: 190 });
});

test("one who does not wait connects at once", () => {
  const { show, reconnect } = spectator();
  show("g1");
  sockets.at(-1).onclose();
  reconnect();
  assert.equal(sockets.length, 2);
});
