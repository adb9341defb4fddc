import assert from "node:assert/strict";
import { test } from "node:test";
import { newsOf, readHost, sizeMessage } from "../../main/resources/web/js/embed-messages.js";
import { INITIAL, reduce } from "../../main/resources/web/js/state.js";

const SNAPSHOT = {
  type: "snapshot",
  seq: 1,
  t: 90_400,
  game: { id: "g1", title: "Game", phase: "RUNNING", startedAt: 30_000, leftMs: 500_000 },
  standings: [{ place: 2, name: "b", score: "-1.00" }, { place: 1, name: "a", score: "1.00" }],
};
const watched = (frames) => frames.reduce((state, frame) => reduce(state, { type: "frame", frame }), reduce(INITIAL, { type: "chosen", id: "g1" }));
const types = (news) => news.messages.map((message) => message.type);

test("the host hears what there is when it is there, then each second once, and the end once", () => {
  assert.deepEqual(types(newsOf(watched([]), {})), []);
  const first = newsOf(watched([SNAPSHOT]), {});
  assert.deepEqual(first.messages, [
    { source: "botpit", type: "ready", game: "g1", title: "Game", phase: "RUNNING", bots: ["a", "b"] },
    { source: "botpit", type: "second", game: "g1", t: 60, leftMs: 500_000, phase: "RUNNING", leader: { name: "a", score: "1.00" } },
  ]);
  const same = newsOf(watched([SNAPSHOT, { type: "update", seq: 2, t: 90_900 }]), first.told);
  assert.deepEqual(same.messages, []);
  const next = newsOf(watched([SNAPSHOT, { type: "update", seq: 3, t: 91_000 }]), same.told);
  assert.deepEqual(next.messages.map((message) => message.t), [61]);
  const end = watched([SNAPSHOT, { type: "final", seq: 4, t: 91_500, cause: "TIME_LIMIT" }]);
  const over = newsOf(end, next.told);
  assert.deepEqual(over.messages, [
    { source: "botpit", type: "over", game: "g1", phase: "ENDED", cause: "TIME_LIMIT", standings: [{ place: 1, name: "a", score: "1.00" }, { place: 2, name: "b", score: "-1.00" }] },
  ]);
  assert.deepEqual(newsOf(end, over.told).messages, []);
});

test("before the game there is no second, and a view that goes over to another game is ready again", () => {
  const lobby = { ...SNAPSHOT, game: { id: "g1", phase: "LOBBY", startedAt: null } };
  const first = newsOf(watched([lobby]), {});
  assert.deepEqual(types(first), ["ready"]);
  const other = reduce(reduce(INITIAL, { type: "chosen", id: "g2" }), { type: "frame", frame: SNAPSHOT });
  assert.deepEqual(types(newsOf(other, newsOf(watched([SNAPSHOT]), {}).told)), ["ready", "second"]);
});

test("of what a host says only the two known messages count", () => {
  const say = (fields) => readHost({ source: "botpit-host", ...fields });
  assert.deepEqual(say({ type: "select", bot: "ada" }), { bot: "ada" });
  assert.deepEqual(say({ type: "select", bot: null }), { bot: null });
  assert.deepEqual(say({ type: "theme", theme: "dark" }), { theme: "dark" });
  const others = [
    null, "text", 7, [], { source: "botpit", type: "select", bot: "a" }, { type: "select", bot: "a" },
    { source: "botpit-host", type: "select" }, { source: "botpit-host", type: "select", bot: { name: "a" } },
    { source: "botpit-host", type: "select", bot: "x".repeat(65) }, { source: "botpit-host", type: "theme", theme: "pink" },
    { source: "botpit-host", type: "theme", theme: "__proto__" }, { source: "botpit-host", type: "else" },
  ];
  assert.deepEqual(others.map(readHost), others.map(() => null));
});

test("sizes are in CSS pixels", () => {
  assert.deepEqual(sizeMessage(640, 480), { source: "botpit", type: "size", width: 640, height: 480 });
});
