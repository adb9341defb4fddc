import { el, svg } from "../dom.js";
import { ordinal, plural, signed } from "../format.js";
import { queryOf } from "../query.js";

const HEIGHT = 120;
const BAR = 16;
const GAP = 4;
/** Few games leave room for more; of many, the last ones are shown. */
const PLACES_MIN = 20;
const PLACES_MAX = 60;

/** Scores of the last games as bars above and below zero, oldest first; each bar is the way to its replay. */
export function resultsChart(results) {
  const bars = results.slice(0, PLACES_MAX).reverse();
  const scores = bars.map(({ score }) => Number(score));
  const low = Math.min(0, ...scores);
  const high = Math.max(0, ...scores);
  const y = (value) => 4 + ((high - value) / (high - low || 1)) * (HEIGHT - 8);
  const width = Math.max(PLACES_MIN, bars.length) * (BAR + GAP);
  const bar = ({ game, score, place, of }, i) => {
    const value = Number(score);
    const rect = svg("rect", { x: i * (BAR + GAP), y: Math.min(y(0), y(value)), width: BAR, height: Math.max(1.5, Math.abs(y(value) - y(0))), class: value < 0 ? "down" : "up" });
    const title = `${signed(score)}, ${ordinal(place)}${of ? ` of ${of}` : ""}, game ${game}`;
    return svg("a", { href: `replay${queryOf({ game })}`, "aria-label": title }, svg("title", {}, title), rect);
  };
  const what = `Score in the last ${plural(bars.length, "game")}, oldest first`;
  const chart = svg(
    "svg",
    { class: "bars", viewBox: `0 0 ${width} ${HEIGHT}`, preserveAspectRatio: "none", height: HEIGHT, role: "group", "aria-label": what },
    svg("line", { x1: 0, x2: width, y1: y(0), y2: y(0) }),
    ...bars.map(bar),
  );
  return el("figure", {}, chart, el("figcaption", { class: "note" }, what));
}
