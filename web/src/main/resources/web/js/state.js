/**
 * What the page knows, as a value, and how messages change it. Pure: no socket, no clock, no document.
 * Frames are described in web/README.md.
 */
import { NONE, toArray } from "./growing.js";
import { assetPrices, idleValue, positions } from "./holdings.js";
import { assignIdentities } from "./identity.js";
import { addRacePoint, EMPTY_RACE, foldPrice, mergeCandles, raceFrom, scoreAt } from "./series.js";

export const TRADES_MAX = 50;
const LOG_MAX = 200;
const CHANGE_WINDOW_MILLIS = 30_000;
/** The end of a game that is marked as such. */
export const CLOSING_MILLIS = 30_000;

/** The part that belongs to one game and is thrown away when another is chosen. */
const NO_GAME = {
  loaded: false,
  /** Over, and for so long that there is no feed of it any more. */
  gone: false,
  seq: 0,
  t: 0,
  leftMs: null,
  game: null,
  marks: {},
  openingMarks: {},
  books: {},
  trades: {},
  standings: [],
  candles: {},
  race: EMPTY_RACE,
  log: [],
  viewers: null,
  final: false,
  cause: null,
  identities: new Map(),
};

const IDLE = { status: "idle" };

export const INITIAL = {
  ...NO_GAME,
  gameId: null,
  games: null,
  gamesError: null,
  connection: IDLE,
};

export function reduce(state, action) {
  switch (action.type) {
    case "games":
      return { ...state, games: action.games, gamesError: null };
    case "gamesFailed":
      return { ...state, gamesError: action.message };
    case "chosen":
      return state.gameId === action.id ? state : { ...state, ...NO_GAME, gameId: action.id, connection: IDLE };
    case "gone":
      return { ...state, ...NO_GAME, gone: true, connection: IDLE };
    case "connection":
      return { ...state, connection: action.connection };
    case "frame":
      return applyFrame(state, action.frame);
    default:
      return state;
  }
}

function applyFrame(state, frame) {
  switch (frame.type) {
    case "snapshot":
      return applySnapshot(state, frame);
    case "update":
      return state.loaded ? applyUpdate(state, frame) : state;
    case "final":
      return applyFinal(state, frame);
    default:
      return state;
  }
}

function applySnapshot(state, frame) {
  const standings = ranked(frame.standings ?? [], [], frame.t);
  const game = tidyGame(frame.game);
  const candles = mapValues(frame.candles ?? {}, (rows) => mergeCandles(NONE, rows));
  const marks = frame.marks ?? {};
  return {
    ...state,
    ...NO_GAME,
    loaded: true,
    seq: frame.seq,
    t: frame.t,
    leftMs: game.leftMs ?? null,
    game,
    marks,
    openingMarks: { ...marks, ...mapValues(candles, (rows, symbol) => rows.chunks[0]?.[0][1] ?? marks[symbol]) },
    books: frame.books ?? {},
    trades: addTrades({}, frame.trades ?? []),
    standings,
    candles,
    race: raceFrom(frame.race ?? []),
    log: (frame.log ?? []).slice(-LOG_MAX),
    viewers: frame.viewers ?? null,
    final: frame.final === true,
    cause: frame.cause ?? null,
    identities: assignIdentities(state.identities, namesIn(standings, game)),
  };
}

function applyUpdate(state, frame) {
  const game = frame.game || frame.phase ? tidyGame({ ...state.game, ...frame.game, ...phaseOf(frame) }) : state.game;
  const standings = frame.standings ? ranked(frame.standings, state.standings, frame.t) : state.standings;
  const marks = frame.marks ? { ...state.marks, ...frame.marks } : state.marks;
  return {
    ...state,
    seq: frame.seq,
    t: frame.t,
    leftMs: leftIn(frame, state),
    game,
    marks,
    openingMarks: { ...frame.marks, ...state.openingMarks },
    books: frame.books ? { ...state.books, ...frame.books } : state.books,
    trades: frame.trades?.length ? addTrades(state.trades, frame.trades) : state.trades,
    standings,
    candles: nextCandles(state, frame),
    race: frame.race ? addRacePoint(state.race, frame.race, seenNow(game, marks, standings)) : state.race,
    log: frame.log?.length ? [...state.log, ...frame.log].slice(-LOG_MAX) : state.log,
    viewers: frame.viewers ?? state.viewers,
    identities: assignIdentities(state.identities, namesIn(standings, game)),
  };
}

/** A point of the race that says what the standings say, between two of the server's too. */
export function pointNow({ t, game, marks, standings }) {
  const now = isOver(game) && game.endsAt ? Math.min(t, game.endsAt) : t;
  const told = (what) => new Map(standings.map((row) => [row.name, Number(row[what])]));
  return { t: now, scores: told("score"), equities: told("equity"), seen: seenNow(game, marks, standings) };
}

function seenNow(game, marks, standings) {
  const worth = assetPrices(game.instruments, marks);
  return game.grant ? { idle: idleValue(game.grant, worth), held: positions(standings, game.grant, worth) } : null;
}

/** The last frame may carry whatever an update may; after it the game is over, whatever its phase said before. */
function applyFinal(state, frame) {
  if (!state.loaded) {
    return state;
  }
  const last = applyUpdate(state, { seq: state.seq, t: state.t, ...frame });
  return {
    ...last,
    leftMs: last.leftMs === null ? null : 0,
    game: { ...last.game, phase: last.game.phase === "VOID" || frame.cause === "VOID" ? "VOID" : "ENDED" },
    final: true,
    cause: frame.cause ?? null,
  };
}

const phaseOf = (frame) => (frame.phase ? { phase: frame.phase } : {});

function leftIn(frame, state) {
  const left = frame.left ?? frame.leftMs ?? frame.game?.leftMs;
  return left === undefined ? state.leftMs : left;
}

function tidyGame(game) {
  return { missing: [], instruments: [], ...game, phase: (game.phase ?? "LOBBY").toUpperCase() };
}

/** Rows in the order of places. One whose state is not "ok" remembers since when this page has seen it so. */
function ranked(rows, before, t) {
  const known = new Map(before.map((row) => [row.name, row]));
  return rows
    .map((row) => (isAway(row) ? { ...row, since: sameState(known.get(row.name), row)?.since ?? t } : row))
    .sort((a, b) => a.place - b.place || compareText(a.name, b.name));
}

const isAway = (row) => row.state !== undefined && row.state !== "ok";

const sameState = (before, row) => (before?.state === row.state ? before : null);

const compareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const namesIn = (standings, game) => [...standings.map((row) => row.name), ...(game?.missing ?? [])];

function addTrades(known, fresh) {
  const trades = { ...known };
  for (const trade of fresh) {
    trades[trade.symbol] = [...(trades[trade.symbol] ?? []), trade].slice(-TRADES_MAX);
  }
  return trades;
}

function nextCandles(state, frame) {
  if (frame.candles) {
    return { ...state.candles, ...mapValues(frame.candles, (rows, s) => mergeCandles(state.candles[s] ?? NONE, rows)) };
  }
  const prices = [
    ...(frame.trades ?? []).map(({ symbol, t, price, size }) => [symbol, t, price, size]),
    ...Object.entries(frame.marks ?? {}).map(([symbol, mark]) => [symbol, frame.t, mark, 0]),
  ];
  const candles = { ...state.candles };
  for (const [symbol, t, price, size] of prices) {
    candles[symbol] = foldPrice(candles[symbol] ?? NONE, t, Number(price), Number(size));
  }
  return candles;
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}

/** What a frame means to one who has seen everything up to `seq`: "apply", "stale" (seen already) or "gap". */
export function judge(seq, frame) {
  if (frame.type === "snapshot") {
    return "apply";
  }
  if (seq === null) {
    return "gap";
  }
  if (frame.prev !== undefined && frame.prev > seq) {
    return "gap";
  }
  return frame.seq !== undefined && frame.seq < seq ? "stale" : "apply";
}

/** The candles of a market, oldest first. */
export const candlesOf = (state, symbol) => toArray(state.candles[symbol] ?? NONE);

/** How a score moved over the last 30 s of the game, also for who comes after its end; null if it is younger than that. */
export function recentChange(state, row) {
  const { endsAt } = state.game;
  const now = isOver(state.game) && endsAt ? Math.min(state.t, endsAt) : state.t;
  const before = scoreAt(state.race, row.name, now - CHANGE_WINDOW_MILLIS);
  return before === null ? null : Number(row.score) - before;
}

/** The game to show when none is asked for: a running one before a waiting one before one that is over. */
export function pickGame(games) {
  const rank = (game) => (isRunning(game) ? 0 : isOver(game) ? 4 : 2) + (game.default ? 0 : 1);
  return games.slice().sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

const phase = (game) => (game.phase ?? "").toUpperCase();

export const isRunning = (game) => ["RUNNING", "PAUSED"].includes(phase(game));

/** Whether places mean anything: not before the game, and not if it does not count. */
export const hasPlaces = (game) => !["LOBBY", "VOID"].includes(phase(game));

export const isOver = (game) => ["ENDED", "VOID"].includes(phase(game));

/** A moment as whole seconds of play, as `t` in an address has it. */
export const secondOf = (game, t) => String(Math.max(0, Math.floor((t - game.startedAt) / 1000)));
