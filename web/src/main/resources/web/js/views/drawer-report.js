import { el, setTrend, whenChanged } from "../dom.js";
import { signed } from "../format.js";
import { figuresOf, PARTS } from "../report.js";

/** Where the score of a bot came from and how it played: of the whole game, once there is a report of it. */
export function mountReport(host) {
  return whenChanged(
    (state, settings) => [state.report, settings.bot],
    ({ report }, { bot: name }) => {
      const bot = report?.bots.find((row) => row.bot === name);
      host.hidden = !bot;
      host.replaceChildren(...(bot ? [attribution(bot), figures(bot, report.surprises)] : []));
    },
  );
}

/** Bars to the right of the middle for gains, to the left for losses. */
function attribution({ attribution: parts, score }) {
  const most = Math.max(...PARTS.map(({ key }) => Math.abs(parts[key])));
  const rows = PARTS.map((part) => row(part, Number(parts[part.key]), most));
  const sum = el("dd", {}, el("span"), el("b", { class: "figures" }, signed(score)));
  return el("section", {}, el("h3", {}, "Where the final score came from"), el("dl", { class: "shares" }, ...rows, el("div", { class: "sum" }, el("dt", {}, "Score"), sum)));
}

function row({ name, means }, value, most) {
  const bar = el("span", { class: "amount" });
  bar.style.setProperty("--part", most === 0 ? "0" : (Math.abs(value) / most).toFixed(3));
  const rail = el("span", { class: "rail" }, bar);
  setTrend(rail, value);
  return el("div", { title: means }, el("dt", {}, name), el("dd", {}, rail, el("span", { class: "figures" }, signed(value))));
}

function figures(bot, surprises) {
  return el("section", {}, el("h3", {}, "How it played"), el("dl", { class: "drawer-facts" }, ...figuresOf(bot, surprises).map(([term, text]) => el("div", {}, el("dt", {}, term), el("dd", {}, text)))));
}
