import assert from "node:assert/strict";
import { test } from "node:test";
import { append, findLast, lastOf, listOf, NONE, toArray, trimmed, withoutLast } from "../../main/resources/web/js/growing.js";
import { assetPrices, idleValue, position } from "../../main/resources/web/js/holdings.js";
import { linesOf, positionLine, raceLines, viewOf } from "../../main/resources/web/js/lines.js";
import { INITIAL, reduce } from "../../main/resources/web/js/state.js";

test("a growing list holds what an array would hold, whatever its length", () => {
  let list = NONE;
  const array = [];
  for (let i = 0; i < 1000; i++) {
    list = append(list, i);
    array.push(i);
    if (i % 7 === 0) {
      list = withoutLast(list);
      array.pop();
    }
  }
  assert.deepEqual(toArray(list), array);
  assert.equal(list.length, array.length);
  assert.equal(lastOf(list), array.at(-1));
  assert.equal(findLast(list, (item) => item < 100), array.findLast((item) => item < 100));
  assert.deepEqual(listOf(array), listOf(toArray(list)));
});

test("a longer list leaves the one it came from as it was, and shares its chunks", () => {
  const short = listOf(Array.from({ length: 130 }, (_, i) => i));
  const long = append(short, "new");
  assert.equal(short.length, 130);
  assert.equal(lastOf(short), 129);
  assert.equal(lastOf(withoutLast(short)), 128);
  assert.equal(long.chunks[0], short.chunks[0]);
  assert.equal(long.chunks[1], short.chunks[1]);
});

test("a trimmed list keeps its newest items", () => {
  const list = trimmed(listOf(Array.from({ length: 300 }, (_, i) => i)), 100);
  assert.ok(list.length >= 100 && list.length < 200);
  assert.equal(lastOf(list), 299);
  assert.equal(toArray(list).length, list.length);
  assert.equal(trimmed(list, 300), list);
});

const INSTRUMENTS = [{ symbol: "BTC/USD" }, { symbol: "ETH/BTC" }, { symbol: "XRP/EUR" }];
const WORTH = assetPrices(INSTRUMENTS, { "BTC/USD": "1000", "ETH/BTC": "0.1", "XRP/EUR": "2" });

test("assets are worth what markets lead to", () => {
  assert.deepEqual([...WORTH], [["USD", 1], ["BTC", 1000], ["ETH", 100]]);
  assert.equal(idleValue({ USD: "500", BTC: "2", ETH: "1", XRP: "7" }, WORTH), 2600);
});

test("a position is what is held beyond the grant, of equity", () => {
  const grant = { USD: "10000", BTC: "10" };
  const row = (equity, wallet) => ({ equity, wallet });
  assert.equal(position(row("20000", { USD: "8000", BTC: "12" }), grant, WORTH), 0.1);
  assert.equal(position(row("20000", { USD: "20000" }), grant, WORTH), -0.5);
  assert.equal(position(row("20000", { USD: "10000", BTC: "10" }), grant, WORTH), 0);
  assert.equal(position(row("0", {}), grant, WORTH), null);
});

const ROW = (name, score, BTC) => ({ place: 1, name, equity: String(20_000 + score), score: String(score), wallet: { USD: "1", BTC } });
const GAME = { phase: "RUNNING", startedAt: 1000, grant: { USD: "10000", BTC: "10" }, instruments: [{ symbol: "BTC/USD" }] };
const FRAMES = [
  {
    type: "snapshot", seq: 1, t: 3000, game: GAME, marks: { "BTC/USD": "1000" }, standings: [ROW("a", 5, "10")],
    candles: { "BTC/USD": [[2, 900, 900, 900, 900, 1], [3, 1000, 1000, 1000, 1000, 1]] },
    race: [{ t: 500, scores: { a: "9" } }, { t: 1000, scores: { a: "0" } }, { t: 2500, scores: { a: "7" } }, { t: 3000, scores: { a: "5" } }],
  },
  { type: "update", seq: 2, t: 4000, marks: { "BTC/USD": "1010" }, standings: [ROW("a", 100, "12"), ROW("b", 1, "10")], race: { t: 4000, scores: { a: "100", b: "1" } } },
];
const STATE = FRAMES.reduce((state, frame) => reduce(state, { type: "frame", frame }), INITIAL);

test("the chart shows scores from the start of play; who came late has a gap", () => {
  const { times, names, lines } = raceLines(STATE, "score");
  assert.deepEqual(times, [1000, 2500, 3000, 4000]);
  assert.deepEqual(names, ["a", "b"]);
  assert.deepEqual(lines, [[0, 7, 5, 100], [null, null, null, 1]]);
});

test("what is told of one bot ends with what its row says", () => {
  const later = reduce(STATE, { type: "frame", frame: { type: "update", seq: 3, t: 4250, standings: [ROW("a", 90, "12")] } });
  const { times, lines } = linesOf(later, "equity", ["a"]);
  assert.deepEqual([times.at(-1), lines[0].at(-1)], [4250, 20_090]);
  assert.equal(raceLines(later, "equity").times.at(-1), 4000, "the race has the server's points only");
});

test("equity is score and grant together, back to where prices are known, and now what the row says", () => {
  assert.deepEqual(linesOf(STATE, "equity", ["a"]).lines, [[null, 19_007, 20_005, 20_100]]);
});

test("drawdown is what a score is below its highest", () => {
  assert.deepEqual(linesOf(STATE, "drawdown", ["a"]).lines, [[0, 0, -2, 0]]);
});

test("positions are known from when this page watches", () => {
  const [line] = linesOf(STATE, "position", ["a"]).lines;
  assert.deepEqual(line.slice(0, 3), [null, null, null]);
  assert.equal(line[3].toFixed(3), ((2 * 1010) / 20_100 * 100).toFixed(3));
});

test("the chart begins where anything is known", () => {
  assert.deepEqual(raceLines(STATE, "position").times, [4000]);
  assert.deepEqual(raceLines(STATE, "equity").times, [2500, 3000, 4000]);
});

test("a position before this page watched is what its fills, undone, leave", () => {
  const row = STATE.standings.find((known) => known.name === "a");
  const fills = [{ t: 3500, symbol: "BTC/USD", side: "buy", size: "3" }, { t: 2600, symbol: "BTC/USD", side: "sell", size: "1" }];
  const line = positionLine(STATE, row, { fills, complete: true });
  assert.equal(line[0], null, "no price is known then");
  assert.equal(line[1], 0, "ten coins, as in the beginning");
  assert.equal(line[2].toFixed(4), ((-1 * 1000) / 20_005 * 100).toFixed(4), "one sold");
  assert.equal(line[3], linesOf(STATE, "position", ["a"]).lines[0][3], "what was seen");
  assert.deepEqual(positionLine(STATE, row, { fills, complete: false }).slice(0, 2), [null, null], "older fills may be missing");
});

test("without a grant equity and position are not known, and an unknown view is the score", () => {
  const bare = { ...STATE, game: { ...GAME, grant: undefined } };
  assert.deepEqual(linesOf(bare, "equity", ["a"]).lines, [[null, null, null, null]]);
  assert.equal(viewOf("nonsense").key, "score");
});
