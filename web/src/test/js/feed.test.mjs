import assert from "node:assert/strict";
import { test } from "node:test";
import { backoff, BACKOFF_MAX_MILLIS, followFeed, SILENCE_MAX_MILLIS } from "../../main/resources/web/js/feed.js";

/** Sockets and time by hand. */
function world() {
  const sockets = [];
  let tasks = [];
  let now = 0;
  return {
    sockets,
    socket: (url) => {
      const socket = { url, closed: false, close: () => (socket.closed = true) };
      sockets.push(socket);
      return socket;
    },
    after: (millis, run) => {
      const task = { at: now + millis, run };
      tasks.push(task);
      return task;
    },
    cancel: (task) => (tasks = tasks.filter((known) => known !== task)),
    now: () => now,
    random: () => 0,
    pass(millis) {
      const end = now + millis;
      for (;;) {
        const next = tasks.filter((task) => task.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) {
          break;
        }
        now = next.at;
        tasks = tasks.filter((task) => task !== next);
        next.run();
      }
      now = end;
    },
  };
}

function follow({ quiet = false } = {}) {
  const seen = { frames: [], statuses: [], world: world() };
  seen.feed = followFeed({
    url: "ws://here/feed",
    onFrame: (frame) => seen.frames.push(frame),
    onStatus: (status) => seen.statuses.push(status),
    isQuiet: () => quiet,
    world: seen.world,
  });
  seen.socket = () => seen.world.sockets.at(-1);
  seen.say = (frame) => seen.socket().onmessage({ data: JSON.stringify(frame) });
  return seen;
}

test("a connection is open with its first snapshot", () => {
  const seen = follow();
  assert.equal(seen.statuses.at(-1).status, "connecting");
  seen.say({ type: "snapshot", seq: 3 });
  seen.say({ type: "update", seq: 4, prev: 3 });
  assert.equal(seen.statuses.at(-1).status, "open");
  assert.deepEqual(seen.frames.map((frame) => frame.seq), [3, 4]);
});

test("a gap asks for a new snapshot by connecting again", () => {
  const seen = follow();
  seen.say({ type: "snapshot", seq: 3 });
  seen.say({ type: "update", seq: 9, prev: 7 });
  assert.equal(seen.frames.length, 1);
  assert.equal(seen.world.sockets[0].closed, true);
  seen.world.pass(600);
  assert.equal(seen.world.sockets.length, 2);
  seen.say({ type: "snapshot", seq: 9 });
  assert.equal(seen.statuses.at(-1).status, "open");
});

test("the wait doubles up to a limit and starts afresh after a snapshot", () => {
  assert.deepEqual([1, 2, 3, 4, 5, 6, 12].map((n) => backoff(n, () => 0)), [500, 1000, 2000, 4000, 8000, 15000, BACKOFF_MAX_MILLIS]);
  assert.equal(backoff(1, () => 0.5), 550);
  const seen = follow();
  seen.socket().onclose();
  seen.world.pass(500);
  seen.socket().onclose();
  assert.deepEqual(seen.statuses.at(-1), { status: "reconnecting", attempt: 2, retryAt: 1500 });
  seen.world.pass(1000);
  seen.say({ type: "snapshot", seq: 1 });
  seen.socket().onclose();
  assert.equal(seen.statuses.at(-1).attempt, 1);
});

test("silence is a loss while the game runs, and natural in a lobby", () => {
  const running = follow();
  running.say({ type: "snapshot", seq: 1 });
  running.world.pass(SILENCE_MAX_MILLIS);
  assert.equal(running.statuses.at(-1).status, "reconnecting");
  const lobby = follow({ quiet: true });
  lobby.say({ type: "snapshot", seq: 1 });
  lobby.world.pass(SILENCE_MAX_MILLIS * 3);
  assert.equal(lobby.statuses.at(-1).status, "open");
});

test("a close after the final frame is the end, not a loss", () => {
  const seen = follow();
  seen.say({ type: "snapshot", seq: 1 });
  seen.say({ type: "final", seq: 2, standings: [] });
  seen.say({ type: "update", seq: 2 });
  seen.socket().onclose();
  seen.world.pass(60_000);
  assert.equal(seen.statuses.at(-1).status, "closed");
  assert.equal(seen.world.sockets.length, 1);
});

test("text that is no frame is passed over, and old sockets are not listened to", () => {
  const seen = follow();
  const old = seen.socket();
  old.onmessage({ data: "not json" });
  old.onmessage({ data: "null" });
  seen.feed.retryNow();
  old.onmessage({ data: '{"type":"snapshot","seq":1}' });
  old.onclose();
  assert.equal(seen.frames.length, 0);
  assert.equal(seen.world.sockets.length, 2);
});
