import { el, whenChanged } from "../dom.js";
import { bars } from "./bars.js";

/** Why commands of a bot were refused, as bars. */
export function mountRefusals(host) {
  const refused = el("section", {}, el("h3", {}, "Refused commands"), el("div"));
  host.append(refused);
  return whenChanged(
    (state) => [state.own?.public, state.own?.rejects],
    ({ own }) => {
      refused.hidden = !own?.public;
      refused.lastChild.replaceChildren(refusals(own?.rejects ?? []));
    },
  );
}

const refusals = (rejects) =>
  rejects.length > 0 ? bars(rejects.map(({ reason, count }) => ({ name: reason, times: count }))) : el("p", { class: "note empty" }, "none so far");
