import assert from "node:assert/strict";
import { test } from "node:test";
import { clock, closingText, compact, exactWallet, gameTime, number, ordinal, plain, signed, size, wallet } from "../../main/resources/web/js/format.js";
import { assignIdentities } from "../../main/resources/web/js/identity.js";
import { createLatency } from "../../main/resources/web/js/latency.js";
import { addRacePoint, EMPTY_RACE, onAxis, RACE_POINTS_MAX, raceSince, scoreAt, widen } from "../../main/resources/web/js/series.js";

test("numbers carry signs and groups, and never a negative zero", () => {
  assert.equal(number("1234567.891"), "1,234,567.89");
  assert.equal(number("-0.004"), "0.00");
  assert.equal(number(undefined), "\u2013");
  assert.equal(signed("12.3"), "+12.30");
  assert.equal(signed("-12.3"), "\u221212.30");
  assert.equal(signed("0.001"), "0.00");
  assert.equal(size("0.00000001"), "<0.0001");
  assert.equal(compact("9982.5"), "9,983");
  assert.equal(wallet({ USD: "10000.0000000000", BTC: "0.52" }), "10,000 USD \u00b7 0.5200 BTC");
});

test("an exact wallet has every digit that was written", () => {
  assert.equal(exactWallet({ USD: "123456.7890123456", BTC: "0.00000001" }), "123,456.7890123456 USD \u00b7 0.00000001 BTC");
  assert.equal(exactWallet({ USD: "922337203.6854775807" }), "922,337,203.6854775807 USD");
  assert.equal(exactWallet({ USD: "-1000.50", BTC: "-0.10", ETH: "7" }), "\u22121,000.50 USD \u00b7 \u22120.10 BTC \u00b7 7 ETH");
});

test("a count-down reaches 0:00 when the time is over, not before", () => {
  assert.equal(clock(1), "0:01");
  assert.equal(clock(0), "0:00");
  assert.equal(clock(3_600_000 + 61_000), "1:01:01");
  assert.equal(gameTime({ startedAt: 1000, timeLimitMs: 5000 }, 62_500), "1:01");
});

test("from the closing window on the clock says between what the game ends", () => {
  const game = { phase: "RUNNING", windowMs: 60_000, spreadMs: 30_000 };
  assert.equal(closingText(game, 90_001), null);
  assert.equal(closingText(game, 42_000), "ends between 0:42 and 0:12");
  assert.equal(closingText(game, 20_000), "ends between 0:20 and 0:00");
  assert.equal(closingText({ ...game, phase: "PAUSED" }, 42_000), null);
  assert.equal(closingText({ phase: "RUNNING" }, 42_000), null);
});

test("strangers' text cannot turn the line around or hide in it", () => {
  assert.equal(plain("\u202Eevil\u200b\n"), "\ufffdevil\ufffd\ufffd");
  assert.equal(plain("\u05e9\u05dc\u05d5\u05dd \u{1F916} <b>"), "\u05e9\u05dc\u05d5\u05dd \u{1F916} <b>");
});

test("places in words", () => {
  assert.deepEqual([1, 2, 3, 4, 11, 12, 13, 21, 112].map(ordinal), ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"]);
});

test("sixteen bots differ in letter, and in colour or shape", () => {
  const names = Array.from({ length: 16 }, (_, i) => `bot-${i}`);
  const all = [...assignIdentities(new Map(), names).values()];
  assert.equal(new Set(all.map((identity) => identity.letter)).size, 16);
  assert.equal(new Set(all.map((identity) => identity.slot)).size, 16);
  assert.equal(new Set(all.map((identity) => identity.shape)).size, 4);
  const crowd = assignIdentities(new Map(), Array.from({ length: 60 }, (_, i) => `bot-${i}`));
  assert.equal(new Set([...crowd.values()].map((identity) => identity.letter)).size, 60);
});

test("the race is thinned and keeps its ends", () => {
  let race = EMPTY_RACE;
  for (let t = 1; t <= RACE_POINTS_MAX + 1; t++) {
    race = addRacePoint(race, { t, scores: { a: String(t) } });
  }
  assert.ok(race.length < RACE_POINTS_MAX);
  const points = raceSince(race, 0);
  assert.equal(points[0].t, 1);
  assert.equal(points.at(-1).t, RACE_POINTS_MAX + 1);
  assert.equal(points.length, race.length);
  assert.equal(scoreAt(race, "a", RACE_POINTS_MAX), RACE_POINTS_MAX);
});

test("a point of a time that is past is passed over, one of the same moment takes the place of the last", () => {
  const race = [{ t: 1, scores: { a: "1" } }, { t: 2, scores: { a: "1" } }, { t: 1, scores: { a: "9" } }, { t: 2, scores: { a: "3", b: "2" } }].reduce((r, p) => addRacePoint(r, p), EMPTY_RACE);
  assert.equal(race.length, 2);
  assert.equal(scoreAt(race, "a", 1), 1);
  assert.equal(scoreAt(race, "a", 9), 3);
  assert.equal(scoreAt(race, "b", 1), null);
});

test("the race begins with the game", () => {
  const race = [1, 2, 3].map((t) => ({ t, scores: { a: t } })).reduce((r, p) => addRacePoint(r, p), EMPTY_RACE);
  const times = (from) => raceSince(race, from).map((point) => point.t);
  assert.deepEqual([times(0), times(2), times(9)], [[1, 2, 3], [2, 3], []]);
  assert.deepEqual(raceSince(EMPTY_RACE, 0), []);
});

test("candles are joined on whole multiples", () => {
  const rows = [[9, 1, 2, 1, 2, 1], [10, 2, 5, 2, 4, 1], [14, 4, 4, 0, 1, 1]];
  assert.deepEqual(widen(rows, 5), [[5, 1, 2, 1, 2, 1], [10, 2, 5, 0, 1, 2]]);
  assert.deepEqual(rows[1], [10, 2, 5, 2, 4, 1]);
});

test("an axis has the same places at any moment of a game, and candles stand where their time is", () => {
  const [early, late] = [[[5, 1, 2, 1, 2, 1]], [[5, 1, 2, 1, 2, 1], [20, 2, 5, 0, 1, 2]]].map((rows) => onAxis(rows, 5, 22));
  assert.deepEqual(early, [[0], [5, 1, 2, 1, 2, 1], [10], [15], [20]]);
  assert.deepEqual(late.map(([time]) => time), early.map(([time]) => time));
  assert.deepEqual(onAxis([[25, 1, 1, 1, 1, 1]], 5, 22).at(-1), [25, 1, 1, 1, 1, 1]);
});

test("the delay does not depend on clocks that agree", () => {
  const latency = createLatency();
  assert.equal(latency.delay(), null);
  latency.roundTrip(20);
  latency.frame(1_000_000, 500);
  assert.equal(latency.delay(), 10);
});
