/** The lines of the race chart, by what the viewer wants to see. Pure. */
import { assetPrices, idleValue } from "./holdings.js";
import { namesOf, raceSince } from "./series.js";
import { candlesOf } from "./state.js";

/** What can be seen: key, text of its button, and what zero or the number means. */
export const VIEWS = [
  { key: "score", text: "Score", note: "score against doing nothing" },
  { key: "equity", text: "Equity", note: "value of everything held" },
  { key: "drawdown", text: "Drawdown", note: "score below its highest so far" },
  { key: "position", text: "Position", note: "held beyond the grant, % of equity" },
];

export const viewOf = (key) => VIEWS.find((view) => view.key === key) ?? VIEWS[0];

/** @returns {times, names, lines}: a line per name, null where nothing is known */
export function raceLines(state, key, names = null) {
  const points = raceSince(state.race, state.game?.startedAt ?? 0);
  const shown = names ?? namesOf(points).filter((name) => state.identities.has(name));
  const line = MAKERS[viewOf(key).key](points, state);
  return { times: points.map((point) => point.t), names: shown, lines: shown.map(line) };
}

const scores = (points) => (name) => points.map((point) => point.scores.get(name) ?? null);

const MAKERS = {
  score: scores,
  equity: (points, state) => {
    const idle = idleValues(points, state);
    return (name) => scores(points)(name).map((score, i) => (score === null || idle[i] === null ? null : score + idle[i]));
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
  if (prices.includes(null)) {
    return null;
  }
  return idleValue(grant, assetPrices(instruments, Object.fromEntries(instruments.map(({ symbol }, i) => [symbol, prices[i]]))));
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
