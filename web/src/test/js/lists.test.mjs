import assert from "node:assert/strict";
import { test } from "node:test";
import { wanted } from "../../main/resources/web/js/opening.js";
import { arranged, DEFAULT_ORDER, nextOrder, orderOf, textOf } from "../../main/resources/web/js/order.js";
import { queryOf, readQuery } from "../../main/resources/web/js/query.js";
import { sparklines } from "../../main/resources/web/js/spark.js";
import { createStars } from "../../main/resources/web/js/starred.js";

test("a query holds what is not empty, and gives it back", () => {
  assert.equal(queryOf({ game: "g1", symbol: "BTC/USD", bot: null, q: "" }), "?game=g1&symbol=BTC/USD");
  assert.equal(queryOf({}), "");
  assert.deepEqual(readQuery(["name", "q"], "?name=a%26b&x=1"), { name: "a&b", q: null });
});

test("sparklines share a scale with zero in sight and end at the right edge", () => {
  const { points, zero } = sparklines([[0, 10], [5]], { width: 104, height: 24 });
  assert.deepEqual(points, ["2.0,22.0 102.0,2.0", "102.0,12.0"]);
  assert.equal(zero, "22.0");
  assert.deepEqual(sparklines([[], [0, 0]], { width: 104, height: 24 }).points[0], "");
});

test("stars are kept, survive rubbish in the storage and work without one", () => {
  const kept = new Map();
  const storage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
  const stars = createStars(storage);
  stars.toggle("ada");
  stars.toggle("bob");
  stars.toggle("bob");
  assert.ok(createStars(storage).has("ada"));
  assert.ok(!createStars(storage).has("bob"));
  kept.set("botpit.mine", "{");
  assert.ok(!createStars(storage).has("ada"));
  const none = createStars(null);
  none.toggle("ada");
  assert.ok(none.has("ada"));
});

test("the order of the leaderboard stands in the address", () => {
  assert.deepEqual(orderOf("-wins"), { key: "wins", direction: "descending" });
  assert.deepEqual(orderOf("nonsense"), DEFAULT_ORDER);
  assert.deepEqual(orderOf("lastPlaces"), DEFAULT_ORDER);
  assert.equal(textOf(DEFAULT_ORDER), null);
  assert.equal(textOf(nextOrder(DEFAULT_ORDER, { key: "wins", first: "descending" })), "-wins");
  assert.equal(textOf(nextOrder(orderOf("-wins"), { key: "wins", first: "descending" })), "wins");
});

test("own bots stand first, then the order, then the rank", () => {
  const rows = [
    { name: "a", rank: 1, wins: 3 },
    { name: "b", rank: 2, wins: 10 },
    { name: "c", rank: 3, wins: 3 },
  ];
  const names = (order, mine) => arranged(rows, orderOf(order), (name) => name === mine).map((row) => row.name).join("");
  assert.equal(names("-wins", null), "bac");
  assert.equal(names("-wins", "c"), "cba");
  const rated = [{ name: "x", rank: 1, rating: { value: 1600.5 } }, { name: "y", rank: 2, rating: { value: 1900 } }];
  assert.deepEqual(arranged(rated, orderOf("-rating"), () => false).map((row) => row.name), ["y", "x"]);
});

test("a form that is left empty leaves everything to the preset", () => {
  assert.deepEqual(wanted(new Map([["preset", "classic"]])), { preset: "classic", paused: false, default: false });
  const filled = new Map([["title", " Final "], ["preset", "open-market"], ["minutes", "1.5"], ["userLimit", "8"], ["whitelist", "ann, bob\ncat"], ["paused", "on"]]);
  assert.deepEqual(wanted(filled), { title: "Final", preset: "open-market", seconds: 90, userLimit: 8, whitelist: ["ann", "bob", "cat"], paused: true, default: false });
  const limited = new Map([["positionMax", "BTC=50, ETH = 400.5,"], ["notionalMax", "20000.25"], ["ordersMax", "30"]]);
  assert.deepEqual(wanted(limited).limits, { positionMax: { BTC: "50", ETH: "400.5" }, notionalMax: "20000.25", ordersMax: 30 });
  assert.deepEqual(wanted(new Map([["positionMax", "BTC"]])).limits, { positionMax: { BTC: "" } });
});
