/** The kinds of lines in the commentary, and which of them are events one may want to go to. Pure. */

const KINDS = {
  phase: { sign: "\u25cf", word: "phase", event: true },
  referee: { sign: "\u00a7", word: "referee", event: true },
  lead: { sign: "\u2605", word: "new leader", event: true },
  place: { sign: "\u21c5", word: "place", event: true },
  high: { sign: "\u25b2", word: "new high", event: true },
  drawdown: { sign: "\u25bc", word: "drawdown", event: true },
  trade: { sign: "\u25c6", word: "large trade", event: true },
  spread: { sign: "\u2194", word: "wide spread", event: true },
  empty: { sign: "\u25cb", word: "empty book", event: true },
  limits: { sign: "!", word: "limit", event: true },
  connection: { sign: "\u21c4", word: "connection", event: false },
  said: { sign: "\u201c", word: "said", event: false },
};
const OTHER = { sign: "\u00b7", word: "note", event: false };

export const kindOf = (line) => (Object.hasOwn(KINDS, line.kind ?? "") ? KINDS[line.kind] : OTHER);

/** Lines that concern a bot; all of them for no bot. */
export const linesAbout = (log, name) => (name ? log.filter((line) => line.bots?.includes(name)) : log);

export const eventsOf = (log) => log.filter((line) => kindOf(line).event);

/** The first event after a time, null if there is none. */
export const nextEvent = (log, t) => eventsOf(log).find((line) => line.t > t) ?? null;

/** The last event before a time, null if there is none. */
export const previousEvent = (log, t) => eventsOf(log).findLast((line) => line.t < t) ?? null;

/**
 * Events for a narrow axis: of those that would stand closer than `distance` the first in the table above is kept.
 *
 * @param position where an event stands, growing with its time
 */
export function sparse(events, position, distance) {
  const kept = [];
  for (const line of events) {
    const last = kept.at(-1);
    if (!last || position(line) - position(last) >= distance) {
      kept.push(line);
    } else if (rank(line) < rank(last)) {
      kept[kept.length - 1] = line;
    }
  }
  return kept;
}

const ORDER = Object.keys(KINDS);
const rank = (line) => ORDER.indexOf(line.kind);
