/** Time series that grow: candles and the race of scores. Pure; nothing that was handed out is changed. */
import { append, findLast, lastOf, listOf, NONE, toArray, trimmed, withoutLast } from "./growing.js";

/** Seconds of candles kept per symbol. */
export const CANDLES_MAX = 3600;
/** Points of the race kept; when there are more, the older half is thinned. */
export const RACE_POINTS_MAX = 1200;

/** Puts candles [tSec, o, h, l, c, v] at the end of a growing list; one for a second that is known replaces it. */
export function mergeCandles(known, fresh) {
  return trimmed(fresh.reduce((list, row) => addCandle(list, row.map(Number)), known), CANDLES_MAX);
}

function addCandle(known, candle) {
  let list = known;
  while (list.length > 0 && lastOf(list)[0] >= candle[0]) {
    list = withoutLast(list);
  }
  return append(list, candle);
}

/** Lets a price move the candle of its second: a trade with its size, or a new mark with volume 0. */
export function foldPrice(known, epochMillis, price, volume) {
  const second = Math.floor(epochMillis / 1000);
  const last = lastOf(known);
  if (!last || last[0] < second) {
    return trimmed(append(known, [second, price, price, price, price, volume]), CANDLES_MAX);
  }
  const [t, o, h, l, c, v] = last;
  if (volume === 0 && price === c) {
    return known;
  }
  return append(withoutLast(known), [t, o, Math.max(h, price), Math.min(l, price), price, v + volume]);
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

/** A row for each candle's time from the start to `until`, all in seconds; of those without a candle only the time. */
export function onAxis(candles, seconds, until) {
  const known = new Map(candles.map((row) => [row[0], row]));
  const last = Math.max(until - (until % seconds), candles.at(-1)?.[0] ?? 0);
  return Array.from({ length: last / seconds + 1 }, (_, i) => known.get(i * seconds) ?? [i * seconds]);
}

/** The race: a growing list of points {t, scores: Map name -> number, seen: {idle, held: Map name -> share}}. */
export const EMPTY_RACE = NONE;

export function raceFrom(points) {
  return points.reduce((race, point) => addRacePoint(race, point), EMPTY_RACE);
}

/**
 * A point of a frame is {t, scores: {name: decimal}}; who is not in it has a gap there. One of the same moment gives way.
 *
 * @param seen what was to be seen beside the scores at that time; null for points from before this page watched
 */
export function addRacePoint(race, { t, scores }, seen = null) {
  const last = lastOf(race);
  if (last && t < last.t) {
    return race;
  }
  return thin(append(last?.t === t ? withoutLast(race) : race, { t, scores: new Map(Object.entries(scores).map(([name, score]) => [name, Number(score)])), seen }));
}

function thin(race) {
  if (race.length <= RACE_POINTS_MAX) {
    return race;
  }
  return listOf(toArray(race).filter((_, i) => i >= race.length / 2 || i % 2 === 0));
}

/** The score of a bot as it was at a time; null if the race does not reach back so far. */
export function scoreAt(race, name, epochMillis) {
  return findLast(race, (point) => point.t <= epochMillis)?.scores.get(name) ?? null;
}

/** The points of the race from a time on: what was before a game began is no part of it. */
export function raceSince(race, epochMillis) {
  return toArray(race).filter((point) => point.t >= epochMillis);
}

/** Everybody who was ever in these points, in the order of coming. */
export function namesOf(points) {
  return [...new Set(points.flatMap((point) => [...point.scores.keys()]))];
}
