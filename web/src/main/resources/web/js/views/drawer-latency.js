import { el, setText, whenChanged } from "../dom.js";
import { millis, within } from "../format.js";
import { bars } from "./bars.js";

/** How long a bot waits for its answers, as bars. Nothing stands there where it was not measured, as in games of the past. */
export function mountLatency(host) {
  const note = el("p", { class: "note" });
  const steps = el("div");
  const section = el("section", { hidden: true }, el("h3", {}, "Time to the answer"), note, steps);
  host.append(section);
  return whenChanged(
    (state) => [state.own?.latency],
    ({ own }) => {
      const latency = own?.latency ?? null;
      section.hidden = latency === null;
      if (latency !== null) {
        setText(note, wordsFor(latency));
        steps.replaceChildren(bars(stepsOf(latency)));
      }
    },
  );
}

function wordsFor({ p50Ms, p99Ms, roundTripMs }) {
  const way = roundTripMs === null ? "" : ` A ping came back after ${millis(roundTripMs)}.`;
  return `What the server took, without the way there and back: half ${within(p50Ms)}, 99 of 100 ${within(p99Ms)}.${way}`;
}

/** From the first step with anything in it to the last. */
function stepsOf({ steps }) {
  const filled = (step) => step.count > 0;
  const shown = steps.slice(steps.findIndex(filled), steps.findLastIndex(filled) + 1);
  return shown.map(({ upToMs, count }) => ({ name: within(upToMs), times: count }));
}
