/**
 * What a single bot did, as `GET /api/v1/games/{id}/bots/{name}` gives it, at the moment looked at: orders have `from` and
 * `to`, fills have `t`, epoch ms. Pure.
 */

/** The answer with everything in its place: what is null may be left out of it. */
export function tidyBot(body) {
  const order = { price: null, size: null, to: null, end: null };
  return { fills: [], rejects: [], latency: null, ...body, orders: (body.orders ?? []).map((row) => ({ ...order, ...row })) };
}

/** How many fills the server keeps of a bot. */
export const FILLS_MAX = 1000;

/** @param t the moment, Infinity for what is newest */
export const openAt = (orders, t) => orders.filter((order) => order.from <= t && (order.to === null || order.to > t));

export const ordersUntil = (orders, t) => orders.filter((order) => order.from <= t);

export const fillsUntil = (fills, t) => fills.filter((fill) => fill.t <= t);

/** What is left of the orders at each price of a market: {buy, sell}, each a Map of price -> size. */
export function levelsAt(orders, symbol, t) {
  const sides = { buy: new Map(), sell: new Map() };
  for (const order of openAt(orders, t)) {
    const side = sides[String(order.side).toLowerCase()];
    if (order.symbol === symbol && side && order.price !== null) {
      const price = Number(order.price);
      // How much was filled at an earlier moment is not told: what is over now counts whole.
      const left = Number(order.size) - (order.to === null ? Number(order.filled ?? 0) : 0);
      side.set(price, (side.get(price) ?? 0) + left);
    }
  }
  return sides;
}

/** Fills of a market, one mark for each candle and side: {second, side, size}, oldest first; `second` begins the candle. */
export function fillMarks(fills, symbol, seconds) {
  const marks = new Map();
  for (const fill of fills.filter((one) => one.symbol === symbol)) {
    const whole = Math.floor(fill.t / 1000);
    const second = whole - (whole % seconds);
    const side = String(fill.side).toLowerCase();
    const known = marks.get(`${second} ${side}`) ?? { second, side, size: 0 };
    marks.set(`${second} ${side}`, { ...known, size: known.size + Number(fill.size) });
  }
  return [...marks.values()].sort((a, b) => a.second - b.second);
}
