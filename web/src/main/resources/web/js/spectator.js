/** Follows the feed of one game at a time, keeps its state, and has it drawn once for as many frames as come meanwhile. */
import { feedUrl } from "./api.js";
import { followFeed } from "./feed.js";
import { hasNoFeed } from "./games.js";
import { createLatency } from "./latency.js";
import { INITIAL, reduce } from "./state.js";

const DELAY_MILLIS = 1000;

/**
 * @param draw takes the state, at most once per picture
 * @param onFrame hears the state after each frame, also of those that are not drawn
 */
export function createSpectator(draw, { onFrame = () => {} } = {}) {
  let state = INITIAL;
  let feed = null;
  let latency = createLatency();
  let drawing = false;

  function tell(action) {
    const before = state;
    state = reduce(state, action);
    if (state !== before) {
      redraw();
    }
  }

  function redraw() {
    if (!drawing) {
      drawing = true;
      requestAnimationFrame(() => {
        drawing = false;
        draw(state);
      });
    }
  }

  function follow(id) {
    latency = createLatency();
    feed = followFeed({
      url: feedUrl(id),
      isQuiet: () => state.game?.phase !== "RUNNING",
      onStatus: (connection) => tell({ type: "connection", connection }),
      onFrame: receive,
    });
  }

  function receive(frame) {
    // The time of a snapshot is that of the last command, which may be long ago.
    if (frame.t && frame.type === "update") {
      latency.frame(frame.t, Date.now());
    }
    tell({ type: "frame", frame });
    onFrame(state);
  }

  function leave() {
    feed?.close();
    feed = null;
  }

  setInterval(() => {
    const delay = latency.delay();
    if (state.connection.status === "open" && state.connection.delay !== delay) {
      tell({ type: "connection", connection: { status: "open", delay } });
    }
  }, DELAY_MILLIS);

  return {
    state: () => state,
    redraw,
    /** Takes what the page knows from elsewhere, as an action of the state. */
    tell,
    /** Tries again now, not only after the wait. */
    reconnect: () => feed?.retryNow(),
    /** How long an answer of the server took, in ms: what of the delay of frames is the way. */
    roundTrip: (millis) => latency.roundTrip(millis),
    /**
     * Shows another game, or goes on with the same.
     *
     * @param id of the game, null for none
     * @param listed the game as the server lists it, as far as that is known; null if it does not, for then it has no feed
     */
    show(id, listed = {}) {
      if (id !== state.gameId) {
        leave();
        tell({ type: "chosen", id });
      }
      if (hasNoFeed(listed, state.connection)) {
        leave();
        tell({ type: "gone" });
      } else if (id !== null && listed !== null && feed === null && !state.gone) {
        follow(id);
      }
    },
  };
}
