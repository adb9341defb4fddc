import { el, svg } from "../dom.js";
import { ordinal, signed } from "../format.js";
import { queryOf } from "../query.js";

const HEIGHT = 120;
const BAR = 16;
const GAP = 4;

/** Scores of the last games as bars above and below zero, oldest first; each bar is the way to its replay. */
export function resultsChart(results) {
  const bars = results.slice().reverse();
  const most = Math.max(1e-9, ...bars.map(({ score }) => Math.abs(Number(score))));
  const low = Math.min(0, ...bars.map(({ score }) => Number(score)));
  const high = Math.max(0, ...bars.map(({ score }) => Number(score)));
  const y = (value) => 4 + ((high - value) / (high - low || most)) * (HEIGHT - 8);
  const width = bars.length * (BAR + GAP);
  const bar = ({ game, score, place, of }, i) => {
    const value = Number(score);
    const rect = svg("rect", { x: i * (BAR + GAP), y: Math.min(y(0), y(value)), width: BAR, height: Math.max(1.5, Math.abs(y(value) - y(0))), rx: 2, class: value < 0 ? "down" : "up" });
    const title = `${signed(score)}, ${ordinal(place)}${of ? ` of ${of}` : ""}, game ${game}`;
    return svg("a", { href: `replay${queryOf({ game })}`, "aria-label": title }, svg("title", {}, title), rect);
  };
  const chart = svg(
    "svg",
    { class: "bars", viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: "group", "aria-label": "Scores of the last games, oldest first" },
    svg("line", { x1: 0, x2: width, y1: y(0), y2: y(0) }),
    ...bars.map(bar),
  );
  return el("div", { class: "scroll-x", tabindex: 0, role: "region", "aria-label": "Scores" }, chart);
}
