import { el, whenChanged } from "../dom.js";
import { count } from "../format.js";

/** Why commands of a bot were refused, as bars. */
export function mountRefusals(host) {
  const refused = el("section", {}, el("h3", {}, "Refused commands"), el("div"));
  host.append(refused);
  return whenChanged(
    (state) => [state.own?.public, state.own?.rejects],
    ({ own }) => {
      refused.hidden = !own?.public;
      refused.lastChild.replaceChildren(...refusals(own?.rejects ?? []));
    },
  );
}

function refusals(rejects) {
  if (rejects.length === 0) {
    return [el("p", { class: "note empty" }, "none so far")];
  }
  const most = Math.max(...rejects.map((row) => row.count));
  return [el("dl", { class: "causes" }, ...rejects.map((row) => cause(row, most)))];
}

function cause({ reason, count: times }, most) {
  const bar = el("span", { class: "amount" });
  bar.style.transform = `scaleX(${(times / most).toFixed(3)})`;
  return el("div", {}, el("dt", { class: "name", title: reason }, reason), el("dd", {}, el("span", { class: "rail" }, bar), count(times)));
}
