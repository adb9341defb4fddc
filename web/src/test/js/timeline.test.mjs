import assert from "node:assert/strict";
import { test } from "node:test";
import { createTimeline } from "../../main/resources/web/js/timeline.js";

function filled(times, max = 100) {
  const timeline = createTimeline({ max });
  times.forEach((t) => timeline.push(t, `s${t}`));
  return timeline;
}

test("a time shows the state at or before it", () => {
  const timeline = filled([1000, 1250, 2000]);
  const asked = [999, 1000, 1249, 1250, 1999, 2000, 9000];
  assert.deepEqual(asked.map((t) => timeline.at(t)), [null, "s1000", "s1000", "s1250", "s1250", "s2000", "s2000"]);
});

test("an empty one has nothing to show", () => {
  const timeline = filled([]);
  assert.deepEqual([timeline.at(5), timeline.first(), timeline.last(), timeline.size()], [null, null, null, 0]);
});

test("the oldest states go when there are too many", () => {
  const timeline = filled([1, 2, 3, 4, 5], 3);
  assert.equal(timeline.size(), 3);
  assert.deepEqual(timeline.first(), { t: 3, state: "s3" });
  assert.deepEqual(timeline.last(), { t: 5, state: "s5" });
  assert.equal(timeline.at(2), null);
});

test("of two states at one time the later one is shown, and time never falls", () => {
  const timeline = filled([1000, 2000]);
  timeline.push(2000, "again");
  assert.equal(timeline.at(2000), "again");
  timeline.push(1500, "snapshot after a reconnection");
  assert.equal(timeline.size(), 2);
  assert.deepEqual(timeline.last(), { t: 2000, state: "snapshot after a reconnection" });
  assert.equal(timeline.at(1500), "s1000");
});

test("many states are found as a search from the front finds them", () => {
  const times = Array.from({ length: 500 }, (_, i) => i * 7 + (i % 3));
  const timeline = filled(times, 500);
  for (let t = -3; t < 3600; t += 11) {
    const known = times.findLast((time) => time <= t);
    assert.equal(timeline.at(t), known === undefined ? null : `s${known}`);
  }
});
