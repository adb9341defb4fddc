/** What a page of a running game keeps of it, so that the viewer can pause and look back. */
import { caughtUp, LIVE, seek, stillAt, timeOf, toggle } from "./playhead.js";
import { createTimeline } from "./timeline.js";

/** Ten minutes at four frames a second. */
export const STATES_MAX = 2400;

/** How far before its first state a page counts as having seen a moment. */
const NEAR_MILLIS = 1000;

/** @param now the viewer's clock in ms; only differences count */
export function createWatch(now = () => performance.now()) {
  let timeline = createTimeline({ max: STATES_MAX });
  let head = LIVE;
  /** Whether the last wish went further back than this page has seen, and the line it was about. */
  let asked = { short: false, line: null };

  const first = () => timeline.first()?.t ?? 0;
  const last = () => timeline.last()?.t ?? 0;
  const time = () => timeOf(head, last(), now());
  const move = (next, more = {}) => {
    head = next;
    asked = { short: false, line: null, ...more };
  };

  return {
    reset() {
      timeline = createTimeline({ max: STATES_MAX });
      move(LIVE);
    },
    push: (state) => timeline.push(state.t, state),
    toggle: () => (head = toggle(head, last(), now())),
    live: () => move(LIVE),
    /** Looks at a moment; one that is further back than what was seen is answered with the first that was. */
    seek(t, line = null) {
      move(seek(head, t, { first: first(), last: last() }, now()), { short: t < first() - NEAR_MILLIS, line });
    },
    /** The same, standing still. */
    hold(t) {
      head = stillAt(time());
      this.seek(t);
    },
    reaches: (t) => t >= first() - NEAR_MILLIS,
    /** The moment looked at, epoch ms of the game. */
    time,
    /**
     * The state of the moment looked at. Its `look` says how: `mode`, `behindMs` what is known, whether there is anything
     * to go back to (`deep`), and what the last wish came to (`short`, `first`, `line`).
     *
     * @param current the newest state; connection and list of games are always those of now
     */
    shown(current) {
      head = caughtUp(head, last(), now());
      const behindMs = head.mode === "live" ? 0 : Math.max(0, last() - time());
      const look = { mode: head.mode, behindMs, deep: timeline.size() > 1, first: first(), ...asked };
      if (head.mode === "live") {
        return { ...current, look };
      }
      const { games, gamesError, connection, viewers, gameId } = current;
      return { ...(timeline.at(time()) ?? current), games, gamesError, connection, viewers, gameId, look };
    },
  };
}
