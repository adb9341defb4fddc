import { el, keyed, setAttribute } from "../dom.js";
import { gameTime, plain, timeOrigin } from "../format.js";
import { eventsOf, kindOf, sparse } from "../kinds.js";

const DISTANCE_PIXELS = 13;
/** What happened just before the first point stands at the edge: the game begins a little before its first score. */
const EDGE_SECONDS = 2;

/**
 * Events as small marks on the time axis of the race. They are for the pointer: with the keyboard one goes from event to
 * event by a key, and all of them are links in the commentary.
 *
 * @returns show(known) and draw(plot, state), which uPlot calls after each drawing
 */
export function mountMarks(box, actions) {
  let game = null;
  const place = keyed(box, {
    key: ({ line }) => line,
    create: ({ line }) => createMark(line, actions),
    update: (mark, { line, x }) => {
      mark.style.transform = `translateX(${Math.round(x)}px)`;
      setAttribute(mark, "title", plain(`${gameTime(game, line.t)} ${line.text}`));
    },
  });
  return {
    show: (known) => (box.hidden = !known),
    draw(plot, state) {
      game = state.game;
      const origin = timeOrigin(game);
      const left = plot.bbox.left / devicePixelRatio;
      const x = (line) => left + Math.max(0, plot.valToPos((line.t - origin) / 1000, "x"));
      const seen = eventsOf(state.log).filter((line) => (line.t - origin) / 1000 >= plot.scales.x.min - EDGE_SECONDS);
      place(sparse(seen, x, DISTANCE_PIXELS).map((line) => ({ line, x: x(line) })));
    },
  };
}

function createMark(line, actions) {
  return el(
    "button",
    { type: "button", class: "mark", tabindex: -1, "aria-hidden": "true", "data-kind": line.kind, onclick: () => actions.goToLine?.(line) },
    kindOf(line).sign,
  );
}
