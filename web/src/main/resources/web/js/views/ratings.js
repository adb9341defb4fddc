/** What pages say about ratings: a value, how well it is known, and who is rated against whom. */
import { el, svg } from "../dom.js";
import { number } from "../format.js";

/** By the code the server knows them by. */
export const POOLS = new Map([
  ["free-for-all-fair", "Tables, fair mode"],
  ["free-for-all-race", "Tables, race mode"],
  ["duel-fair", "Duels, fair mode"],
  ["duel-race", "Duels, race mode"],
]);

const WIDTH = 120;
const HEIGHT = 16;

/** "1,662 ± 58?": two deviations, between which the strength is in 95 of 100 cases, and a mark while little is known. */
export function ratingFigure(rating) {
  return el(
    "span",
    { class: "rating-figure" },
    el("b", {}, number(rating.value, 0)),
    el("small", {}, ` \u00b1 ${number(2 * rating.deviation, 0)}`),
    rating.provisional ? el("abbr", { class: "provisional", title: "Provisional: too few games for a place that can be trusted" }, "?") : null,
  );
}

/** A line from what it is worth at least to what at most, on one scale for all rows. @param scale {low, high} */
export function whisker(rating, { low, high }) {
  const x = (value) => 2 + ((value - low) / Math.max(1, high - low)) * (WIDTH - 4);
  const middle = HEIGHT / 2;
  return svg(
    "svg",
    { class: "whisker", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, role: "img", "aria-label": `from ${number(rating.low, 0)} to ${number(rating.high, 0)}` },
    svg("line", { x1: x(rating.low), x2: x(rating.high), y1: middle, y2: middle }),
    svg("line", { x1: x(rating.low), x2: x(rating.low), y1: 4, y2: HEIGHT - 4 }),
    svg("line", { x1: x(rating.high), x2: x(rating.high), y1: 4, y2: HEIGHT - 4 }),
    svg("circle", { cx: x(rating.value), cy: middle, r: 3.5 }),
  );
}

/** One scale for the whiskers of all rows. */
export function scaleOf(ratings) {
  return { low: Math.min(...ratings.map(({ low }) => low)), high: Math.max(...ratings.map(({ high }) => high)) };
}

/** Places won or lost since a day ago. */
export function rankChange({ change }) {
  if (change === null || change === undefined) {
    return el("span", { class: "moved", title: "Not rated a day ago" }, "new");
  }
  if (change === 0) {
    return null;
  }
  const text = `${change > 0 ? "\u25b2" : "\u25bc"}${Math.abs(change)}`;
  const words = `${change > 0 ? "up" : "down"} ${Math.abs(change)} since a day ago`;
  return el("span", { class: `moved ${change > 0 ? "up" : "down"}`, title: words, role: "img", "aria-label": words }, text);
}
