/** What a made-up bot did: orders, fills and refusals, in the shape of GET /api/v1/games/{id}/bots/{name}. */
const ORDERS_MAX = 500;
const FILLS_MAX = 1000;
/** As counted by the server: {upToMs, count}, the last without an end. */
const STEPS = [[0.1, 212], [0.2, 431], [0.5, 260], [1, 61], [2, 27], [5, 6], [10, 0], [20, 2], [50, 1], [100, 0], [null, 0]].map(([upToMs, count]) => ({ upToMs, count }));
let ids = 0;

/** Both sides of a trade remember it, and each bot has a few orders open around the price. */
export function remember(game, { buyer, seller, symbol, price, size, side }) {
  for (const [bot, mine, other] of [[buyer, "buy", seller], [seller, "sell", buyer]]) {
    const role = mine === side ? "taker" : "maker";
    const common = { symbol, side: mine, price: price.toFixed(2), size: size.toFixed(8) };
    const fee = (price * size * (role === "taker" ? 0.001 : 0.0002)).toFixed(4);
    bot.fills.unshift({ t: game.now, ...common, role, fee, feeAsset: "USD" });
    bot.orders.unshift({ id: `o${++ids}`, ...common, filled: common.size, from: game.now - 2000 * game.random(), to: game.now, end: "filled" });
    rest(game, bot, symbol);
    bot.fills.length = Math.min(bot.fills.length, FILLS_MAX);
    bot.orders.length = Math.min(bot.orders.length, ORDERS_MAX);
  }
}

function rest(game, bot, symbol) {
  const mark = game.marks[symbol];
  const old = bot.orders.filter((order) => order.to === null && order.symbol === symbol);
  old.slice(2).forEach((order) => Object.assign(order, { to: game.now, end: "cancelled" }));
  const side = game.random() < 0.5 ? "buy" : "sell";
  const price = (mark * (1 + (side === "buy" ? -1 : 1) * game.random() * 0.004)).toFixed(2);
  bot.orders.unshift({ id: `o${++ids}`, symbol, side, price, size: (game.random() * 2).toFixed(8), filled: "0", from: game.now, to: null, end: null });
}

/** Levels of a book that are there because a bot has an order there. */
export function resting(game, symbol, side) {
  return game.bots.flatMap((bot) => bot.orders.filter((order) => order.to === null && order.symbol === symbol && order.side === side));
}

export function botView(game, name, rows) {
  const bot = game.bots.find((known) => known.name === name);
  const row = rows.find((known) => known.name === name);
  const shown = game.open || game.phase === "ENDED";
  return {
    game: game.id, name, house: bot.house, public: shown, place: row?.place, score: row?.score, equity: row?.equity, state: bot.state,
    orders: shown ? bot.orders : [], fills: shown ? bot.fills : [],
    rejects: !shown ? [] : Object.entries(bot.rejects).map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
    latency: row && { count: 1000, roundTripMs: row.roundTripMs ?? null, p50Ms: row.answerMs.p50, p99Ms: row.answerMs.p99, steps: STEPS },
  };
}
