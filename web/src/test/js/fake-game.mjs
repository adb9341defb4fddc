/** A made-up game for looking at the page: random walks, nothing of the real rules. Deterministic for a seed. */
import { remember, resting } from "./fake-bots.mjs";

const NAMES = [
  "market-maker", "momentum-7", "ada", "Grace", "zip-trader", "sniper_v2", "noise-1", "quietbot",
  "turing", "shaver", "mean-reverter", "hopper", "kraken-slayer", "noise-2", "the-bot-with-quite-a-long-name-indeed", "x",
];
export const HOSTILE = ["<img src=x onerror=alert(1)>", "</script><script>alert(2)</script>", "\u202Eevil", "__proto__"];
const INSTRUMENTS = [
  { symbol: "BTC/USD", priceDecimals: 2, sizeDecimals: 8, start: 1000, tick: 0.01 },
  { symbol: "ETH/USD", priceDecimals: 2, sizeDecimals: 8, start: 100, tick: 0.01 },
];

export const GRANT = { USD: "10000.0000000000", BTC: "10.00000000", ETH: "100.00000000" };

export function createGame({ id, title, bots, seed, phase, playedMs, timeLimitMs, hostile = false, open = true, now = Date.now() }) {
  const random = generator(seed);
  const names = hostile ? [...HOSTILE, ...NAMES].slice(0, bots) : NAMES.slice(0, bots);
  const lobby = phase === "LOBBY";
  const game = {
    id, title, preset: "classic", phase, timeLimitMs, random, open, viewers: 3,
    startedAt: lobby ? null : now - playedMs, seq: 1, prev: 0, now: lobby ? now : now - playedMs,
    marks: Object.fromEntries(INSTRUMENTS.map((i) => [i.symbol, i.start])),
    bots: names.map((name, i) => ({ name, house: i % 5 === 0, usd: 10_000, BTC: 10, ETH: 100, luck: (random() - 0.47) * 0.9, ...FRESH() })),
    missing: lobby ? names.slice(Math.ceil(bots * 0.6)) : [],
    candles: Object.fromEntries(INSTRUMENTS.map((i) => [i.symbol, []])),
    race: [], trades: [], log: [], fresh: { trades: [], log: [] },
  };
  for (let ms = 0; !lobby && ms < playedMs; ms += 250) {
    step(game, 250);
  }
  return game;
}

const FRESH = () => ({ rejects: {}, state: "ok", orders: [], fills: [] });

export function step(game, ms) {
  game.now += ms;
  game.prev = game.seq;
  game.seq += 1 + Math.floor(game.random() * 20);
  const fresh = { trades: [], log: [], race: null };
  INSTRUMENTS.forEach((instrument) => walk(game, instrument, fresh));
  const whole = Math.floor(game.now / 1000) !== Math.floor((game.now - ms) / 1000);
  if (whole) {
    fresh.race = { t: game.now, scores: Object.fromEntries(rows(game).map((row) => [row.name, row.score])) };
    game.race.push(fresh.race);
    commentary(game, fresh);
    game.bots.forEach((bot, i) => live(game, bot, i));
    game.viewers = Math.max(1, game.viewers + Math.round(game.random() * 2 - 1));
  }
  game.trades = [...game.trades, ...fresh.trades].slice(-50);
  game.log = [...game.log, ...fresh.log].slice(-100);
  game.fresh = fresh;
}

function walk(game, { symbol, start }, fresh) {
  const { random } = game;
  const before = game.marks[symbol];
  const mark = Math.max(start / 10, before * (1 + (random() - 0.4985) * 0.0028));
  game.marks[symbol] = mark;
  let volume = 0;
  while (random() < 0.42) {
    const size = 0.02 + random() ** 3 * 3;
    volume += size;
    trade(game, symbol, mark, size, fresh);
  }
  addCandle(game.candles[symbol], Math.floor(game.now / 1000), mark, volume);
}

/** Connections that come and go, commands that are refused. */
function live(game, bot, i) {
  const { random } = game;
  if (bot.state === "away" ? random() < 0.1 : random() < 0.003) {
    bot.state = bot.state === "away" ? "ok" : "away";
  }
  bot.state = i === 6 && game.now - game.startedAt > 180_000 ? "frozen" : bot.state;
  if (random() < 0.04 * (i % 4)) {
    const reason = pick(["no_funds", "rate_limit", "price_out_of_range", "unknown_order"], random);
    bot.rejects[reason] = (bot.rejects[reason] ?? 0) + 1;
  }
}

function trade(game, symbol, mark, size, fresh) {
  const { random, bots } = game;
  const coin = symbol.slice(0, 3);
  const [buyer, seller] = [pick(bots, random), pick(bots, random)];
  const price = mark * (1 + (random() - 0.5) * 0.0006);
  if (buyer !== seller && buyer.usd > size * price && seller[coin] > size) {
    buyer.usd -= size * price * (1 - buyer.luck * 0.01);
    buyer[coin] += size;
    seller.usd += size * price * (1 + seller.luck * 0.01);
    seller[coin] -= size;
    const side = random() < 0.5 ? "buy" : "sell";
    fresh.trades.push({ seq: game.seq, t: game.now, symbol, price: price.toFixed(2), size: size.toFixed(8), side });
    remember(game, { buyer, seller, symbol, price, size, side });
  }
}

function commentary(game, fresh) {
  const { random } = game;
  if (game.race.length === 1) {
    fresh.log.push({ t: game.now, kind: "phase", bots: [], text: "The game begins" });
  } else if (random() < 0.16) {
    const [first, second] = rows(game);
    const other = pick(game.bots, random).name;
    const lines = [
      ["lead", [first.name], `${first.name} leads by ${(first.score - second.score).toFixed(2)}`],
      ["trade", [other], `${other} takes 2.4 BTC in one go`],
      ["place", [second.name], `${second.name} climbs to place 2`],
      ["spread", [], "The spread of ETH/USD is five times as wide as usual"],
      ["high", [first.name], `${first.name} is at a new high of ${first.score}`],
      ["drawdown", [other], `${other} is 5.2 % below its best`],
      ["limits", [other], `${other} has met its limits three times: rate_limit`],
      ["empty", [], "Nobody sells BTC/USD"],
      ["connection", [other], `${other} is connected`],
      ["said", [other], `${other}: good luck, everybody`],
    ];
    const [kind, bots, text] = pick(lines, random);
    fresh.log.push({ t: game.now, kind, bots, text });
  }
}

const pick = (list, random) => list[Math.floor(random() * list.length)];

function addCandle(candles, second, mark, volume) {
  const last = candles.at(-1);
  if (last?.[0] === second) {
    last[2] = Math.max(last[2], mark);
    last[3] = Math.min(last[3], mark);
    last[4] = mark;
    last[5] += volume;
  } else {
    const open = last?.[4] ?? mark;
    candles.push([second, open, Math.max(open, mark), Math.min(open, mark), mark, volume]);
  }
}

/** House bots have no connection that could be pinged. */
function timing({ house, name }) {
  return { ...(house ? {} : { roundTripMs: 0.4 * 3 ** (name.length % 6) }), answerMs: { p50: 0.2, p99: 2 } };
}

export function rows(game) {
  const { "BTC/USD": btc, "ETH/USD": eth } = game.marks;
  const scored = game.bots
    .filter((bot) => !game.missing.includes(bot.name))
    .map((bot) => ({ bot, equity: bot.usd + bot.BTC * btc + bot.ETH * eth, idle: 10_000 + 10 * btc + 100 * eth }))
    .sort((a, b) => b.equity - a.equity);
  return scored.map(({ bot, equity, idle }, i) => ({
    place: i + 1, name: bot.name, house: bot.house, equity: equity.toFixed(2), score: (equity - idle).toFixed(2),
    wallet: { USD: bot.usd.toFixed(10), BTC: bot.BTC.toFixed(8), ETH: bot.ETH.toFixed(8) },
    openOrders: bot.orders.filter((order) => order.to === null).length, rejects: Object.values(bot.rejects).reduce((sum, n) => sum + n, 0),
    state: bot.state, ...timing(bot),
  }));
}

/** Levels of random walks, among them those where the bots have orders. */
export function book(game, { symbol, tick }) {
  const mark = game.marks[symbol];
  const levels = (sign) => {
    const random = Array.from({ length: 10 }, (_, i) => [mark + sign * (tick * 3 + i * mark * 0.0004 * (0.5 + game.random())), 0.05 + game.random() ** 2 * 4]);
    const own = resting(game, symbol, sign < 0 ? "buy" : "sell").map((order) => [Number(order.price), Number(order.size) + 0.3]);
    return [...random, ...own]
      .filter(([price]) => sign * (price - mark) > 0)
      .sort((a, b) => sign * (a[0] - b[0]))
      .slice(0, 10)
      .map(([price, size]) => [price.toFixed(2), size.toFixed(8)]);
  };
  return { bids: levels(-1), asks: levels(1) };
}

export function left(game) {
  return game.startedAt === null ? game.timeLimitMs : Math.max(0, game.startedAt + game.timeLimitMs - game.now);
}

const text = (marks) => Object.fromEntries(Object.entries(marks).map(([symbol, mark]) => [symbol, mark.toFixed(2)]));
const books = (game) => (game.phase === "LOBBY" ? {} : Object.fromEntries(INSTRUMENTS.map((i) => [i.symbol, book(game, i)])));

export function snapshot(game) {
  const { id, title, preset, phase, startedAt, timeLimitMs, missing, open, viewers } = game;
  const final = phase === "ENDED";
  return {
    type: "snapshot", seq: game.seq, t: game.now, viewers,
    game: {
      open, grant: GRANT,
      id, title, preset, phase, startedAt, endsAt: final ? game.now : startedAt && startedAt + timeLimitMs, leftMs: left(game), timeLimitMs, missing,
      instruments: INSTRUMENTS.map(({ symbol, priceDecimals, sizeDecimals }) => ({ symbol, priceDecimals, sizeDecimals })),
    },
    marks: text(game.marks), books: books(game), trades: game.trades, standings: rows(game), candles: game.candles,
    race: game.race.slice(-600), log: game.log, ...(final ? { final: true, cause: "TIME_LIMIT" } : {}),
  };
}

export function update(game) {
  const { trades, log, race } = game.fresh;
  return {
    type: "update", seq: game.seq, prev: game.prev, t: game.now, left: left(game), marks: text(game.marks), books: books(game),
    standings: rows(game), viewers: game.viewers, ...(trades.length ? { trades } : {}), ...(log.length ? { log } : {}), ...(race ? { race } : {}),
  };
}

export function summary(game) {
  const { id, title, preset, phase, startedAt } = game;
  return { id, title, preset, phase, players: game.bots.length, startedAt, endsAt: null, leftMs: left(game), default: id === "g1" };
}

/** Mulberry32: small, and the same everywhere. */
function generator(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A game played to its end, and all of it as `GET /api/v1/games/{id}/replay` gives it: a frame for each second, and the end. */
export function played(options, stepMs = 1000) {
  const game = createGame({ ...options, phase: "RUNNING", playedMs: 0, now: options.startedAt });
  const frames = [structuredClone(snapshot(game))];
  while (left(game) > 0) {
    const seen = { trades: [], log: [], race: null };
    for (let ms = 0; ms < stepMs; ms += 250) {
      step(game, 250);
      seen.trades.push(...game.fresh.trades);
      seen.log.push(...game.fresh.log);
      seen.race ??= game.fresh.race;
    }
    game.fresh = seen;
    frames.push(update(game));
  }
  game.phase = "ENDED";
  const { startedAt, timeLimitMs } = game;
  frames.push({ type: "final", seq: game.seq, t: game.now, game: { phase: "ENDED", endsAt: startedAt + timeLimitMs }, standings: rows(game), cause: "TIME_LIMIT" });
  return { game, replay: { game: game.id, stepMs, frames } };
}
