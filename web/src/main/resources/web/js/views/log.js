import { byId, el, whenChanged } from "../dom.js";
import { gameTime } from "../format.js";

/** What happened, in words; the newest line on top. Text of bots comes in here: it is only ever a text node. */
export function mountLog() {
  return whenChanged(
    (state) => [state.log, state.game?.startedAt],
    (state) => {
      byId("log-empty").hidden = state.log.length > 0;
      byId("log").replaceChildren(...state.log.toReversed().map((line) => renderLine(line, state.game)));
    },
  );
}

function renderLine(line, game) {
  return el("li", {}, el("time", {}, gameTime(game, line.t)), el("span", {}, line.text));
}
