/** Time series that grow: candles and the race of scores. Pure; nothing that was handed out is changed. */

/** Seconds of candles kept per symbol. */
export const CANDLES_MAX = 1800;
/** Points of the race kept; when there are more, the older half is thinned. */
export const RACE_POINTS_MAX = 1200;

/** Puts candles [tSec, o, h, l, c, v] at the end; one for a second that is known replaces it. */
export function mergeCandles(known, fresh) {
  const merged = known.slice();
  for (const row of fresh) {
    const candle = row.map(Number);
    while (merged.length > 0 && merged.at(-1)[0] > candle[0]) {
      merged.pop();
    }
    if (merged.at(-1)?.[0] === candle[0]) {
      merged.pop();
    }
    merged.push(candle);
  }
  return merged.slice(-CANDLES_MAX);
}

/** Lets a price move the candle of its second: a trade with its size, or a new mark with volume 0. */
export function foldPrice(known, epochMillis, price, volume) {
  const second = Math.floor(epochMillis / 1000);
  const last = known.at(-1);
  if (!last || last[0] < second) {
    return [...known, [second, price, price, price, price, volume]].slice(-CANDLES_MAX);
  }
  const [t, o, h, l, , v] = last;
  return [...known.slice(0, -1), [t, o, Math.max(h, price), Math.min(l, price), price, v + volume]];
}

/** Joins candles of one second into candles of `seconds`. */
export function widen(candles, seconds) {
  if (seconds === 1) {
    return candles;
  }
  const wide = [];
  for (const [t, o, h, l, c, v] of candles) {
    const start = t - (t % seconds);
    const last = wide.at(-1);
    if (last?.[0] === start) {
      last[2] = Math.max(last[2], h);
      last[3] = Math.min(last[3], l);
      last[4] = c;
      last[5] += v;
    } else {
      wide.push([start, o, h, l, c, v]);
    }
  }
  return wide;
}

export const EMPTY_RACE = { times: [], scores: new Map() };

export function raceFrom(points) {
  return points.reduce(addRacePoint, EMPTY_RACE);
}

/** A point is {t, scores: {name: score}}; who is not in it has a gap there. */
export function addRacePoint(race, point) {
  const last = race.times.at(-1);
  if (last !== undefined && point.t <= last) {
    return race;
  }
  const length = race.times.length;
  const scores = new Map();
  for (const name of new Set([...race.scores.keys(), ...Object.keys(point.scores)])) {
    const line = race.scores.get(name) ?? new Array(length).fill(null);
    scores.set(name, [...line, Object.hasOwn(point.scores, name) ? Number(point.scores[name]) : null]);
  }
  return thin({ times: [...race.times, point.t], scores });
}

function thin(race) {
  const length = race.times.length;
  if (length <= RACE_POINTS_MAX) {
    return race;
  }
  const keep = (_, i) => i >= length / 2 || i % 2 === 0;
  const scores = new Map([...race.scores].map(([name, line]) => [name, line.filter(keep)]));
  return { times: race.times.filter(keep), scores };
}

/** The score of a bot as it was at a time; null if the race does not reach back so far. */
export function scoreAt(race, name, epochMillis) {
  const line = race.scores.get(name);
  if (!line) {
    return null;
  }
  for (let i = race.times.length - 1; i >= 0; i--) {
    if (race.times[i] <= epochMillis) {
      return line[i];
    }
  }
  return null;
}

/** The race from a time on: what was before a game began is no part of it. */
export function raceSince(race, epochMillis) {
  const first = race.times.findIndex((t) => t >= epochMillis);
  if (first === 0) {
    return race;
  }
  const from = first < 0 ? race.times.length : first;
  return { times: race.times.slice(from), scores: new Map([...race.scores].map(([name, line]) => [name, line.slice(from)])) };
}
