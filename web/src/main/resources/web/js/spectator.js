/** Follows the feed of one game at a time, keeps its state, and has it drawn once for as many frames as come meanwhile. */
import { feedUrl } from "./api.js";
import { followFeed } from "./feed.js";
import { INITIAL, reduce } from "./state.js";

/**
 * @param draw takes the state, at most once per picture
 * @returns show(id): another game, or null for none; state(): as it is now; redraw()
 */
export function createSpectator(draw) {
  let state = INITIAL;
  let feed = null;
  let drawing = false;

  function dispatch(action) {
    state = reduce(state, action);
    redraw();
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

  return {
    state: () => state,
    redraw,
    show(id) {
      if (id === state.gameId) {
        return;
      }
      feed?.close();
      feed = null;
      dispatch({ type: "chosen", id });
      if (id !== null) {
        feed = followFeed({
          url: feedUrl(id),
          isQuiet: () => state.game?.phase !== "RUNNING",
          onStatus: (connection) => dispatch({ type: "connection", connection }),
          onFrame: (frame) => dispatch({ type: "frame", frame }),
        });
      }
    },
  };
}
