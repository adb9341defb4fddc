import assert from "node:assert/strict";
import { test } from "node:test";
import { parseClock } from "../../main/resources/web/js/format.js";
import { KEYS, wishOf } from "../../main/resources/web/js/keys.js";
import { eventsOf, kindOf, linesAbout, nextEvent, previousEvent, sparse } from "../../main/resources/web/js/kinds.js";
import { caughtUp, LIVE, seek, timeOf, toggle } from "../../main/resources/web/js/playhead.js";
import { createWatch, STATES_MAX } from "../../main/resources/web/js/watch.js";

const SEEN = { first: 1000, last: 60_000 };

test("live is what happens now; a pause stands still; going on keeps the distance", () => {
  assert.equal(timeOf(LIVE, 60_000, 5), 60_000);
  const held = toggle(LIVE, 60_000, 5);
  assert.equal(timeOf(held, 64_000, 4005), 60_000);
  const on = toggle(held, 64_000, 4005);
  assert.equal(timeOf(on, 64_000, 4005), 60_000);
  assert.equal(timeOf(on, 66_000, 6005), 62_000);
  assert.equal(toggle(toggle(LIVE, 60_000, 5), 60_000, 6), LIVE);
});

test("going back watches on from there, unless the picture stood still", () => {
  const back = seek(LIVE, 50_000, SEEN, 5);
  assert.equal(timeOf(back, 60_000, 5), 50_000);
  assert.equal(timeOf(back, 61_000, 1005), 51_000);
  const held = seek(toggle(LIVE, 60_000, 5), 50_000, SEEN, 5);
  assert.equal(timeOf(held, 61_000, 1005), 50_000);
});

test("nothing is shown before what was seen, and nothing of what is to come", () => {
  assert.equal(timeOf(seek(LIVE, -9, SEEN, 5), 60_000, 5), 1000);
  assert.equal(seek(LIVE, 99_000, SEEN, 5), LIVE);
});

test("one who catches up is live again, also when the game is over", () => {
  const back = seek(LIVE, 50_000, SEEN, 0);
  assert.equal(caughtUp(back, 60_000, 9_999), back);
  assert.equal(caughtUp(back, 60_000, 10_000), LIVE);
});

function watching() {
  let clock = 0;
  const watch = createWatch(() => clock);
  for (let t = 1000; t <= 60_000; t += 250) {
    watch.push({ t, text: `s${t}` });
  }
  return { watch, pass: (ms) => (clock += ms), shown: () => watch.shown({ t: 60_000, text: "now", connection: "open" }) };
}

test("the picture of an earlier moment has the connection of now", () => {
  const { watch, pass, shown } = watching();
  assert.equal(shown().text, "now");
  watch.seek(30_100);
  assert.deepEqual([shown().text, shown().connection, shown().look.mode, shown().look.behindMs], ["s30000", "open", "behind", 29_900]);
  pass(1000);
  assert.equal(shown().text, "s31000");
  watch.toggle();
  pass(5000);
  assert.deepEqual([shown().text, shown().look.mode], ["s31000", "still"]);
  watch.live();
  assert.equal(shown().text, "now");
});

test("a moment further back than what was seen is said to be", () => {
  const { watch, shown } = watching();
  watch.hold(20);
  assert.deepEqual([shown().text, shown().look.short, shown().look.first], ["s1000", false, 1000]);
  watch.seek(-5000);
  assert.equal(shown().look.short, true);
  assert.equal(watch.reaches(-5000), false);
  watch.seek(40_000);
  assert.equal(shown().look.short, false);
});

test("another game begins with nothing, live", () => {
  const { watch, shown } = watching();
  watch.seek(30_000);
  watch.reset();
  assert.deepEqual([shown().text, shown().look.deep, watch.time()], ["now", false, 0]);
});

test("ten minutes are kept, not more", () => {
  const watch = createWatch(() => 0);
  for (let t = 0; t <= STATES_MAX; t++) {
    watch.push({ t: t * 250 });
  }
  assert.equal(watch.reaches(-1000), false);
  assert.equal(watch.reaches(250), true);
});

const press = (key, more = {}) => ({ key, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, target: null, ...more });
const inside = (...selectors) => ({ closest: (asked) => selectors.some((one) => asked.split(", ").includes(one)) });

test("keys ask for what the table says", () => {
  assert.deepEqual(wishOf(press(" ")), { act: "toggle", key: " " });
  assert.equal(wishOf(press("ArrowLeft")).act, "back");
  assert.equal(wishOf(press("ArrowLeft", { shiftKey: true })).act, "farBack");
  assert.equal(wishOf(press("?", { shiftKey: true })).act, "help");
  assert.equal(wishOf(press("?")).act, "help", "some keyboards have it without Shift");
  assert.deepEqual(wishOf(press("7")), { act: "pickPlace", key: "7" });
  assert.equal(wishOf(press("0")), null);
  assert.equal(wishOf(press("12")), null);
  assert.equal(wishOf(press("x")), null);
});

test("keys do nothing while somebody types, in dialogs, and with modifiers", () => {
  assert.equal(wishOf(press("e", { target: inside("input") })), null);
  assert.equal(wishOf(press("e", { target: inside("dialog") })), null);
  assert.equal(wishOf(press(" ", { target: { ...inside("input"), type: "range" } })).act, "toggle", "a time line is nothing to type into");
  assert.equal(wishOf(press("e", { ctrlKey: true })), null);
  assert.equal(wishOf(press("e", { shiftKey: true })), null);
  assert.equal(wishOf(press(" ", { target: inside("button") })), null, "Space presses the button");
  assert.equal(wishOf(press("e", { target: inside("button") })).act, "nextEvent");
  assert.equal(wishOf(press("e", { defaultPrevented: true })), null);
});

test("no key has two meanings", () => {
  const meanings = KEYS.flatMap(({ key, shift }) => (/^\d+$/.test(key) ? [...key] : [key]).map((one) => `${one}/${shift ?? "any"}`));
  assert.equal(new Set(meanings).size, meanings.length);
});

const LOG = [
  { t: 1000, kind: "phase", bots: [] },
  { t: 2000, kind: "said", bots: ["a"] },
  { t: 3000, kind: "lead", bots: ["a", "b"] },
  { t: 3500, kind: "trade", bots: ["b"] },
  { t: 9000 },
];

test("events are what one goes to; talk and lines without a kind are not", () => {
  assert.deepEqual(eventsOf(LOG).map((line) => line.t), [1000, 3000, 3500]);
  assert.equal(nextEvent(LOG, 1000).t, 3000);
  assert.equal(nextEvent(LOG, 3500), null);
  assert.equal(previousEvent(LOG, 3000).t, 1000);
  assert.equal(previousEvent(LOG, 1000), null);
  assert.deepEqual(linesAbout(LOG, "b").map((line) => line.t), [3000, 3500]);
  assert.equal(linesAbout(LOG, null), LOG);
  assert.equal(kindOf({ kind: "constructor" }).word, "note");
});

test("where events crowd, the more telling one is marked", () => {
  const at = (line) => line.t / 1000;
  assert.deepEqual(sparse(eventsOf(LOG), at, 1).map((line) => line.kind), ["phase", "lead"]);
  assert.deepEqual(sparse([...eventsOf(LOG)].slice(1).map((line, i) => ({ ...line, kind: ["trade", "lead"][i] })), at, 1).map((line) => line.kind), ["lead"]);
});

test("times as people type them", () => {
  assert.deepEqual(["3:12", "192", " 1:02:03 ", "0"].map(parseClock), [192_000, 192_000, 3_723_000, 0]);
  assert.deepEqual(["", "3:", "x", "-1", "1:2:3:4"].map(parseClock), [null, null, null, null, null]);
});
