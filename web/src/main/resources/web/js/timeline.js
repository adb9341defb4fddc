/**
 * The states a game went through, by time: what makes it possible to look back, live and in a replay. States come from
 * `reduce` and share what did not change, so that keeping many of them is cheap. Knows nothing of the page.
 */

/**
 * @param max how many states are kept; the oldest go first
 * @returns push(t, state); at(t): the state at or before `t`, null if there is none; first(), last(): {t, state} or
 *   null; size(). Times are epoch milliseconds of the game.
 */
export function createTimeline({ max }) {
  const entries = [];

  /** How many entries are at or before a time: O(log n). */
  function countUntil(t) {
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (entries[middle].t <= t) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  return {
    /** Time never falls: a state that comes with an earlier time, as after a reconnection, counts as of the last one. */
    push(t, state) {
      const last = entries.at(-1);
      if (last && t <= last.t) {
        entries[entries.length - 1] = { t: last.t, state };
        return;
      }
      entries.push({ t, state });
      if (entries.length > max) {
        entries.shift();
      }
    },
    at: (t) => entries[countUntil(t) - 1]?.state ?? null,
    first: () => entries[0] ?? null,
    last: () => entries.at(-1) ?? null,
    size: () => entries.length,
  };
}
