import assert from "node:assert/strict";
import { test } from "node:test";
import { count } from "../../main/resources/web/js/format.js";
import { fillMarks, fillsUntil, levelsAt, openAt, ordersUntil, tidyBot } from "../../main/resources/web/js/own.js";

const ORDER = (id, side, price, more) => ({ id, symbol: "BTC/USD", side, price, size: "2", filled: "0", from: 1000, to: null, ...more });
const ORDERS = [
  ORDER("1", "buy", "999.00", { filled: "0.5" }),
  ORDER("2", "buy", "999.00", { from: 2000, to: 3000, end: "cancelled" }),
  ORDER("3", "sell", "1001.50"),
  ORDER("4", "sell", "7.00", { symbol: "ETH/USD" }),
  ORDER("5", "sell", null),
];
const ids = (orders) => orders.map((order) => order.id).join("");

test("an order is open from its beginning until its end", () => {
  assert.equal(ids(openAt(ORDERS, 500)), "");
  assert.equal(ids(openAt(ORDERS, 1500)), "1345");
  assert.equal(ids(openAt(ORDERS, 2500)), "12345");
  assert.equal(ids(openAt(ORDERS, 3000)), "1345");
  assert.equal(ids(openAt(ORDERS, Infinity)), "1345");
  assert.equal(ids(ordersUntil(ORDERS, 1500)), "1345");
});

test("what an answer leaves out is nothing, not unknown", () => {
  const { orders, fills, rejects } = tidyBot({ orders: [{ id: 1, side: "buy", symbol: "BTC/USD", filled: "0", from: 1000 }] });
  assert.deepEqual(orders, [{ price: null, size: null, to: null, end: null, id: 1, side: "buy", symbol: "BTC/USD", filled: "0", from: 1000 }]);
  assert.deepEqual([fills, rejects], [[], []]);
  assert.equal(openAt(orders, 2000).length, 1);
});

test("levels hold what is left of all orders at a price of that market", () => {
  const now = levelsAt(ORDERS, "BTC/USD", Infinity);
  assert.deepEqual([...now.buy], [[999, 1.5]]);
  assert.deepEqual([...now.sell], [[1001.5, 2]]);
  assert.deepEqual([...levelsAt(ORDERS, "BTC/USD", 2500).buy], [[999, 3.5]]);
});

test("fills make one mark for each candle and side", () => {
  const fill = (t, side, size, symbol = "BTC/USD") => ({ t, side, size, symbol });
  const fills = [fill(12_000, "sell", "1"), fill(11_900, "buy", "2"), fill(10_100, "buy", "0.5"), fill(9_999, "buy", "4"), fill(9_000, "buy", "4", "ETH/USD")];
  assert.deepEqual(fillMarks(fills, "BTC/USD", 5), [
    { second: 5, side: "buy", size: 4 },
    { second: 10, side: "sell", size: 1 },
    { second: 10, side: "buy", size: 2.5 },
  ]);
  assert.deepEqual(fillMarks([], "BTC/USD", 5), []);
  assert.equal(fillsUntil(fills, 10_100).length, 3);
});

test("counts in narrow places", () => {
  assert.deepEqual([0, 999, 1234, 12_345].map(count), ["0", "999", "1.2k", "12k"]);
});
