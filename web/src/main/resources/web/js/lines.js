/** The lines of the race chart, by what the viewer wants to see. Pure. */
import { assetPrices, idleValue, position } from "./holdings.js";
import { namesOf, raceSince } from "./series.js";
import { candlesOf, pointNow } from "./state.js";

/** What can be seen: key, text of its button, and what zero or the number means. */
export const VIEWS = [
  { key: "score", text: "Score", note: "score against doing nothing" },
  { key: "equity", text: "Equity", note: "value of everything held" },
  { key: "drawdown", text: "Drawdown", note: "score below its highest so far" },
  { key: "position", text: "Position", note: "held beyond the grant, % of equity" },
];

export const viewOf = (key) => VIEWS.find((view) => view.key === key) ?? VIEWS[0];

/**
 * The lines from the first moment on at which anything is known.
 *
 * @returns {times, names, lines}: a line per name, null where nothing is known
 */
export function raceLines(state, key) {
  const { times, names, lines } = linesOf(state, key);
  const unknown = times.findIndex((_, i) => lines.some((line) => line[i] !== null));
  return unknown > 0 ? { times: times.slice(unknown), names, lines: lines.map((line) => line.slice(unknown)) } : { times, names, lines };
}

/** The same from the start of play; for some names, up to what the standings say now. */
export function linesOf(state, key, names = null) {
  const points = names ? pointsToNow(state) : raceSince(state.race, state.game?.startedAt ?? 0);
  const shown = names ?? namesOf(points).filter((name) => state.identities.has(name));
  const line = MAKERS[viewOf(key).key](points, state);
  return { times: points.map((point) => point.t), names: shown, lines: shown.map(line) };
}

function pointsToNow(state) {
  const points = raceSince(state.race, state.game?.startedAt ?? 0);
  if (!state.game?.startedAt) {
    return points;
  }
  const now = pointNow(state);
  return [...points.filter(({ t }) => t < now.t), now];
}

const scores = (points) => (name) => points.map((point) => point.scores.get(name) ?? null);

const MAKERS = {
  score: scores,
  equity: (points, state) => {
    const idle = idleValues(points, state);
    return (name) => scores(points)(name).map((score, i) => (score === null || idle[i] === null ? null : (points[i].equities?.get(name) ?? score + idle[i])));
  },
  drawdown: (points) => (name) => {
    let peak = 0;
    return scores(points)(name).map((score) => {
      peak = Math.max(peak, score ?? peak);
      return score === null ? null : score - peak;
    });
  },
  position: (points) => (name) => points.map((point) => percent(point.seen?.held.get(name))),
};

const percent = (share) => (share === null || share === undefined ? null : share * 100);

/** The value of the wallet of the beginning at each point: as seen, or for earlier points from the candles. */
function idleValues(points, state) {
  const { grant, instruments = [] } = state.game ?? {};
  if (!grant) {
    return points.map(() => null);
  }
  const closes = instruments.map(({ symbol }) => follow(candlesOf(state, symbol)));
  return points.map(({ t, seen }) => {
    const prices = closes.map((close) => close(t));
    return seen ? seen.idle : valueAt(grant, instruments, prices);
  });
}

function valueAt(grant, instruments, prices) {
  return prices.includes(null) ? null : idleValue(grant, worthAt(instruments, prices));
}

const worthAt = (instruments, prices) =>
  assetPrices(instruments, Object.fromEntries(instruments.map(({ symbol }, i) => [symbol, prices[i]])));

/**
 * The position of one bot from the start of play: as seen, and before that by undoing its fills one after the other.
 *
 * @param row its row of the standings, now
 * @param fills newest first, until the moment of the row
 * @param complete whether these are all it had
 */
export function positionLine(state, row, { fills, complete }) {
  const [seen] = linesOf(state, "position", [row.name]).lines;
  const [equity] = linesOf(state, "equity", [row.name]).lines;
  const { grant, instruments } = state.game;
  const points = pointsToNow(state);
  const prices = instruments.map(({ symbol }) => points.map(({ t }) => t).map(follow(candlesOf(state, symbol))));
  const oldest = complete ? -Infinity : (fills.at(-1)?.t ?? Infinity);
  const wallet = { ...row.wallet };
  const line = new Array(points.length).fill(null);
  let undone = 0;
  for (let i = points.length - 1; i >= 0 && points[i].t >= oldest; i--) {
    for (; undone < fills.length && fills[undone].t > points[i].t; undone++) {
      undo(wallet, fills[undone]);
    }
    const at = prices.map((closes) => closes[i]);
    const known = seen[i] === null && equity[i] !== null && !at.includes(null);
    line[i] = known ? percent(position({ equity: equity[i], wallet }, grant, worthAt(instruments, at))) : seen[i];
  }
  return line;
}

function undo(wallet, { symbol, side, size }) {
  const [base] = symbol.split("/");
  const sign = String(side).toLowerCase() === "buy" ? -1 : 1;
  wallet[base] = Number(wallet[base] ?? 0) + sign * Number(size);
}

/** Asked with times that never fall, gives the close of the candle at or before each. */
function follow(candles) {
  let next = 0;
  return (epochMillis) => {
    while (next < candles.length && candles[next][0] * 1000 <= epochMillis) {
      next += 1;
    }
    return next === 0 ? null : candles[next - 1][4];
  };
}
