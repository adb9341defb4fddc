/** What a viewer of a running game can do with time: the acts behind the bar, the keys, the chart and the commentary. */
import { byId } from "./dom.js";
import { nextEvent, previousEvent } from "./kinds.js";
import { queryOf } from "./query.js";
import { isOver, secondOf } from "./state.js";
import { mountGoTo } from "./views/dialogs.js";

const SECOND = 1000;
/** One who watches on from an event and asks for the one before does not mean the one just passed. */
const JUST_PASSED_MILLIS = 1500;

/**
 * @param watch what the page keeps of the game
 * @param current says the newest state
 * @param moved is called when another moment is to be drawn
 * @returns acts for the views, `keys` for the keyboard, and `moment(asked)`, which keeps the setting `t`
 */
export function watchActions({ watch, current, moved }) {
  let known = null;

  function seek(t, line = null) {
    const { game, loaded } = current();
    if (!loaded) {
      return;
    }
    if (isOver(game) && !watch.reaches(t) && game.phase !== "VOID") {
      location.assign(`replay${queryOf({ game: game.id, t: secondOf(game, t) })}`);
      return;
    }
    watch.seek(t, line);
    moved();
  }

  const by = (millis) => () => seek(watch.time() + millis);
  const act = (change) => () => {
    change();
    moved();
  };
  const goToLine = (line) => seek(line.t, line);
  const acts = {
    toggle: act(() => watch.toggle()),
    live: act(() => watch.live()),
    back: by(-SECOND),
    forward: by(SECOND),
    farBack: by(-10 * SECOND),
    farForward: by(10 * SECOND),
    nextEvent() {
      const line = nextEvent(current().log, watch.time());
      line ? goToLine(line) : acts.live();
    },
    previousEvent() {
      const line = previousEvent(current().log, watch.time() - JUST_PASSED_MILLIS);
      line && goToLine(line);
    },
  };
  const openGoTo = mountGoTo((millis) => seek((current().game?.startedAt ?? 0) + millis));

  return {
    ...acts,
    goTo: (t) => seek(t),
    goToLine,
    keys: {
      ...acts,
      goToTime: openGoTo,
      commentary: () => byId("log-body")?.focus(),
      tv: () => location.assign("tv"),
    },
    /** @returns the second of play to be told in the URL: of a picture that stands still, else null */
    moment(asked) {
      const { game, loaded } = current();
      if (!loaded || !game.startedAt) {
        return asked;
      }
      if (asked !== known && /^\d+$/.test(asked ?? "")) {
        watch.hold(game.startedAt + Number(asked) * SECOND);
        moved();
      }
      known = watch.shown(current()).look.mode === "still" ? secondOf(game, watch.time()) : null;
      return known;
    },
  };
}
