import assert from "node:assert/strict";
import { test } from "node:test";
import { candlesOf, INITIAL, judge, pickGame, recentChange, reduce, TRADES_MAX } from "../../main/resources/web/js/state.js";
import { raceSince } from "../../main/resources/web/js/series.js";

const ROW = (place, name, score) => ({ place, name, house: false, equity: "20000.00", score, wallet: { USD: "1" } });
const TRADE = (seq, symbol = "BTC/USD") => ({ seq, t: seq, symbol, price: "1000.00", size: "2", side: "buy" });
const SNAPSHOT = {
  type: "snapshot",
  seq: 10,
  t: 100_000,
  game: {
    id: "g1", title: "Game", preset: "classic", phase: "running", startedAt: 0, leftMs: 500_000, timeLimitMs: 600_000, missing: [],
    instruments: [{ symbol: "BTC/USD", priceDecimals: 2, sizeDecimals: 8 }],
  },
  marks: { "BTC/USD": "1000.00" },
  books: { "BTC/USD": { bids: [["999.99", "1"]], asks: [] } },
  trades: [TRADE(1)],
  standings: [ROW(2, "b", "-5.00"), ROW(1, "a", "5.00")],
  candles: { "BTC/USD": [[99, 990, 1001, 989, 1000, 3]] },
  race: [{ t: 60_000, scores: { a: "1.00", b: "-1.00" } }, { t: 99_000, scores: { a: "4.00", b: "-4.00" } }],
  log: [{ t: 1, text: "a comes in" }],
};

const apply = (frames, state = reduce(INITIAL, { type: "chosen", id: "g1" })) =>
  frames.reduce((before, frame) => reduce(before, { type: "frame", frame }), state);

test("a snapshot is the whole picture", () => {
  const state = apply([SNAPSHOT]);
  assert.equal(state.loaded, true);
  assert.equal(state.seq, 10);
  assert.equal(state.game.phase, "RUNNING");
  assert.equal(state.leftMs, 500_000);
  assert.deepEqual(state.standings.map((row) => row.name), ["a", "b"]);
  assert.deepEqual(raceSince(state.race, 0).map((point) => point.t), [60_000, 99_000]);
  assert.equal(state.openingMarks["BTC/USD"], 990);
});

test("an update changes what it names and keeps the rest", () => {
  const state = apply([SNAPSHOT, { type: "update", seq: 11, t: 100_250, left: 499_750, trades: [TRADE(11)] }]);
  assert.equal(state.leftMs, 499_750);
  assert.equal(state.trades["BTC/USD"].length, 2);
  assert.equal(state.books["BTC/USD"].bids[0][0], "999.99");
  assert.deepEqual(state.standings.map((row) => row.name), ["a", "b"]);
});

test("what was handed out is never changed", () => {
  const before = apply([SNAPSHOT]);
  const copy = structuredClone({ ...before, identities: null });
  apply([{ type: "update", seq: 11, t: 100_250, marks: { "BTC/USD": "1010" }, standings: [ROW(1, "c", "9")], race: { t: 100_250, scores: { c: "9" } } }], before);
  assert.deepEqual({ ...before, identities: null }, copy);
});

test("an update before any snapshot is not applied", () => {
  const state = apply([{ type: "update", seq: 11, t: 1, marks: { "BTC/USD": "1" } }]);
  assert.equal(state.loaded, false);
  assert.deepEqual(state.marks, {});
});

test("trades and marks make candles when the server sends none", () => {
  const update = (t, mark, trades = []) => ({ type: "update", seq: 11, t, marks: { "BTC/USD": mark }, trades });
  const trade = { ...TRADE(11), t: 100_200, price: "1003", size: "2" };
  const state = apply([SNAPSHOT, update(100_250, "1002", [trade]), update(100_900, "998"), update(101_000, "999")]);
  assert.deepEqual(candlesOf(state, "BTC/USD"), [
    [99, 990, 1001, 989, 1000, 3],
    [100, 1003, 1003, 998, 998, 2],
    [101, 999, 999, 999, 999, 0],
  ]);
});

test("candles of the server replace the last one and add new ones", () => {
  const rows = [[99, 990, 1005, 989, 1004, 4], [100, 1004, 1004, 1003, 1003, 1]];
  const state = apply([SNAPSHOT, { type: "update", seq: 11, t: 100_100, marks: { "BTC/USD": "1" }, candles: { "BTC/USD": rows } }]);
  assert.deepEqual(candlesOf(state, "BTC/USD"), rows);
});

test("only the last trades of each market are kept", () => {
  const many = Array.from({ length: 60 }, (_, i) => TRADE(20 + i));
  const state = apply([SNAPSHOT, { type: "update", seq: 99, t: 100_100, trades: [...many, TRADE(99, "ETH/USD")] }]);
  assert.equal(state.trades["BTC/USD"].length, TRADES_MAX);
  assert.equal(state.trades["BTC/USD"].at(-1).seq, 79);
  assert.equal(state.trades["ETH/USD"].length, 1);
});

test("the change over 30 s compares with the race; a young game has none", () => {
  const state = apply([SNAPSHOT]);
  assert.equal(recentChange(state, state.standings[0]), 4);
  const young = apply([{ ...SNAPSHOT, t: 80_000 }]);
  assert.equal(recentChange(young, young.standings[0]), null);
});

test("who comes long after the end sees the change of the last 30 s of the game", () => {
  const game = { ...SNAPSHOT.game, phase: "ENDED", endsAt: 100_000 };
  const state = apply([{ ...SNAPSHOT, t: 9_000_000, game, final: true }]);
  assert.equal(recentChange(state, state.standings[0]), 4);
});

test("who is away is so since this page first saw it", () => {
  const row = (state, more) => ({ ...ROW(1, "a", "5.00"), state, ...more });
  const update = (t, state) => ({ type: "update", seq: 11, t, standings: [row(state)] });
  const away = apply([SNAPSHOT, update(100_250, "away"), update(101_000, "away")]);
  assert.equal(away.standings[0].since, 100_250);
  assert.equal(apply([update(102_000, "frozen")], away).standings[0].since, 102_000);
  assert.equal(apply([update(102_000, "ok")], away).standings[0].since, undefined);
});

test("the number of viewers stays until it changes", () => {
  const state = apply([{ ...SNAPSHOT, viewers: 3 }, { type: "update", seq: 11, t: 100_250 }]);
  assert.equal(state.viewers, 3);
  assert.equal(apply([{ type: "update", seq: 12, t: 100_500, viewers: 4 }], state).viewers, 4);
  assert.equal(apply([SNAPSHOT]).viewers, null);
});

test("the final frame ends the game and stops its clock", () => {
  const state = apply([SNAPSHOT, { type: "final", standings: [ROW(1, "b", "7")], cause: "TIME_LIMIT" }]);
  assert.equal(state.game.phase, "ENDED");
  assert.equal(state.final, true);
  assert.equal(state.leftMs, 0);
  assert.equal(state.cause, "TIME_LIMIT");
});

test("a voided game stays void", () => {
  const state = apply([SNAPSHOT, { type: "update", seq: 11, t: 1, phase: "VOID" }, { type: "final", cause: "REFEREE" }]);
  assert.equal(state.game.phase, "VOID");
  assert.equal(apply([SNAPSHOT, { type: "final", cause: "VOID" }]).game.phase, "VOID");
});

test("a new snapshot of the same game keeps colours and letters", () => {
  const state = apply([SNAPSHOT, { ...SNAPSHOT, standings: [ROW(1, "aa", "1"), ROW(2, "b", "0")] }]);
  assert.equal(state.identities.get("a").index, 0);
  assert.equal(state.identities.get("b").index, 1);
  assert.equal(state.identities.get("aa").index, 2);
  assert.notEqual(state.identities.get("aa").letter, "A");
});

test("another game starts from nothing", () => {
  const state = reduce(apply([SNAPSHOT]), { type: "chosen", id: "g2" });
  assert.equal(state.loaded, false);
  assert.equal(state.standings.length, 0);
  assert.equal(state.identities.size, 0);
});

test("names that are words of the language do no harm", () => {
  const names = ["__proto__", "constructor", "hasOwnProperty"];
  const scores = JSON.parse('{"__proto__":"1","hasOwnProperty":"3"}');
  const state = apply([{ ...SNAPSHOT, standings: names.map((name, i) => ROW(i + 1, name, "1")), race: [{ t: 1, scores }] }]);
  assert.equal(recentChange(state, state.standings[0]), 0);
  assert.equal(recentChange(state, state.standings[1]), null);
  assert.equal({}.polluted, undefined);
});

test("a frame is applied, known already, or a gap", () => {
  assert.equal(judge(null, { type: "snapshot", seq: 5 }), "apply");
  assert.equal(judge(null, { type: "update", seq: 5 }), "gap");
  assert.equal(judge(5, { type: "update", seq: 9, prev: 5 }), "apply");
  assert.equal(judge(5, { type: "update", seq: 5, prev: 5 }), "apply", "time passes without commands");
  assert.equal(judge(5, { type: "update", seq: 4 }), "stale");
  assert.equal(judge(5, { type: "update", seq: 9, prev: 7 }), "gap");
  assert.equal(judge(5, { type: "final" }), "apply");
});

test("running games are shown before waiting ones before those that are over", () => {
  const game = (id, phase, more) => ({ id, phase, ...more });
  assert.equal(pickGame([]), null);
  assert.equal(pickGame([game("a", "ENDED", { default: true }), game("b", "LOBBY")]).id, "b");
  assert.equal(pickGame([game("a", "LOBBY", { default: true }), game("b", "RUNNING")]).id, "b");
  assert.equal(pickGame([game("a", "RUNNING"), game("b", "PAUSED", { default: true })]).id, "b");
});
