/** The moments one wants to see again: the biggest swings of the lead. Pure. */
import { number } from "./format.js";
import { toArray } from "./growing.js";

/** How far apart the two looks at a lead are that make a swing. */
const SWING_SECONDS = 20;
const SWINGS_MAX = 3;

/**
 * A swing is how much the lead of whoever led changed within SWING_SECONDS: lost, or pulled away.
 *
 * @param points of the race by time: [{t, scores: Map name -> number}], t epoch ms
 * @returns the biggest, by time, none overlapping another: {t, name, change, passedBy}; t is the end of the swing,
 *   `change` the score by which the lead of `name` moved, `passedBy` who leads instead, or null
 */
export function swings(points) {
  const found = [];
  let start = 0;
  points.forEach((end, i) => {
    while (end.t - points[start].t > SWING_SECONDS * 1000) {
      start++;
    }
    const swing = start < i ? swingBetween(points[start], end) : null;
    if (swing) {
      found.push(swing);
    }
  });
  return apart(found.sort((a, b) => Math.abs(b.change) - Math.abs(a.change))).sort((a, b) => a.t - b.t);
}

function swingBetween(before, after) {
  const [first, second] = top(before.scores);
  const [now] = top(after.scores, first?.name);
  if (!first || !second || !now || !after.scores.has(first.name)) {
    return null;
  }
  const margin = after.scores.get(first.name) - now.score;
  const change = margin - (first.score - second.score);
  return change === 0 ? null : { t: after.t, name: first.name, change, passedBy: margin < 0 ? now.name : null };
}

/** The two best, without one of them if asked. */
function top(scores, without) {
  const rows = [...scores].filter(([name, score]) => name !== without && Number.isFinite(score));
  return rows.sort((a, b) => b[1] - a[1]).slice(0, 2).map(([name, score]) => ({ name, score }));
}

function apart(swingsBySize) {
  const kept = [];
  for (const swing of swingsBySize) {
    if (kept.length < SWINGS_MAX && kept.every((other) => Math.abs(other.t - swing.t) > SWING_SECONDS * 1000)) {
      kept.push(swing);
    }
  }
  return kept;
}

/** A swing in words. */
function wordsOf({ name, change, passedBy }) {
  if (passedBy !== null) {
    return `${name} loses the lead to ${passedBy}`;
  }
  return change > 0 ? `${name} pulls away by ${number(change)}` : `The lead of ${name} melts by ${number(-change)}`;
}

/** How much of a game is shown before a swing ends and after it, in seconds, and how fast. */
const BEFORE_SECONDS = 25;
const AFTER_SECONDS = 3;
const SPEED = 4;

/**
 * The reel of a game: its swings one after the other.
 *
 * @param film of the game
 * @returns `millis`: how long it takes; `at(elapsed)`: {second, words, number, of} after so many milliseconds
 */
export function reelOf(film) {
  const found = swings(toArray(film.last.race).filter((point) => point.t >= film.from));
  const clips = found.map((swing) => {
    const second = film.secondOf(swing.t);
    return { from: Math.max(0, second - BEFORE_SECONDS), to: Math.min(film.seconds, second + AFTER_SECONDS), words: wordsOf(swing) };
  });
  const lengths = clips.map(({ from, to }) => ((to - from) * 1000) / SPEED);
  return {
    millis: lengths.reduce((sum, length) => sum + length, 0),
    at(elapsed) {
      let rest = elapsed;
      let i = 0;
      while (i < clips.length - 1 && rest >= lengths[i]) {
        rest -= lengths[i];
        i += 1;
      }
      const { from, to, words } = clips[i];
      return { second: Math.min(to, from + (rest * SPEED) / 1000), words, number: i + 1, of: clips.length };
    },
  };
}
