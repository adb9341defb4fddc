import { svg } from "../dom.js";
import { dateTime, number, plural } from "../format.js";

const HEIGHT = 240;
const LEFT = 44;
const RIGHT = 12;
const TOP = 26;
const BOTTOM = 22;
const LABEL_PX = 74;
const STEPS = [50, 100, 200, 500, 1000];
const TICKS_MAX = 6;
/** Of the doubt around a newcomer's value no more is shown, or nothing else could be seen. */
const DOUBT_SHOWN = 250;

/**
 * The rating of a bot in one pool, game by game: the value, a band of two deviations around it, and a vertical line where
 * the bot became another version. Drawn as wide as its box, and again when that changes.
 *
 * @returns a function that shows (points, versions), both newest first
 */
export function mountRatingChart(box) {
  let shown = null;
  const draw = () => shown && box.clientWidth > 0 && box.replaceChildren(chart(...shown, box.clientWidth));
  new ResizeObserver(draw).observe(box);
  return (points, versions) => {
    shown = [points.slice().reverse(), versions.slice().reverse()];
    draw();
  };
}

function chart(points, versions, width) {
  const times = points.map(({ endedAt }) => endedAt);
  const known = versions.filter(({ announcedAt }) => announcedAt <= times.at(-1));
  const from = times[0];
  const until = Math.max(times.at(-1), from + 1);
  const x = (time) => LEFT + ((Math.max(from, time) - from) / (until - from)) * (width - LEFT - RIGHT);
  const scale = scaleOf(points);
  const y = (value) => TOP + ((scale.high - value) / (scale.high - scale.low)) * (HEIGHT - TOP - BOTTOM);
  const at = (value) => (point) => `${x(point.endedAt).toFixed(1)},${y(value(point)).toFixed(1)}`;
  const high = points.map(at((point) => Math.min(scale.high, point.value + 2 * point.deviation)));
  const low = points.map(at((point) => Math.max(scale.low, point.value - 2 * point.deviation)));
  return svg(
    "svg",
    { class: "rating-chart", width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-label": words(points, known) },
    ...scale.ticks.map((tick) => level(tick, y(tick), width)),
    svg("polygon", { class: "band", points: [...high, ...low.reverse()].join(" ") }),
    ...versionLines(known, x, width),
    svg("polyline", { class: "value", points: points.map(at((point) => point.value)).join(" ") }),
    ...(points.length === 1 ? [svg("circle", { cx: x(from), cy: y(points[0].value), r: 3.5 })] : []),
    svg("text", { x: LEFT, y: HEIGHT - 6 }, dateTime(from)),
    points.length > 1 ? svg("text", { x: width - RIGHT, y: HEIGHT - 6, "text-anchor": "end" }, dateTime(until)) : null,
  );
}

/** Round numbers around what is drawn. */
function scaleOf(points) {
  const doubt = ({ deviation }) => Math.min(DOUBT_SHOWN, 2 * deviation);
  const lowest = Math.min(...points.map((point) => point.value - doubt(point)));
  const highest = Math.max(...points.map((point) => point.value + doubt(point)));
  const step = STEPS.find((wide) => (highest - lowest) / wide < TICKS_MAX) ?? STEPS.at(-1);
  const low = Math.floor(lowest / step) * step;
  const high = Math.ceil(highest / step) * step;
  return { low, high, ticks: Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step) };
}

const level = (value, y, width) =>
  svg("g", {}, svg("line", { class: "level", x1: LEFT, x2: width - RIGHT, y1: y, y2: y }), svg("text", { x: LEFT - 6, y: y + 4, "text-anchor": "end" }, number(value, 0)));

/** Each with its name where there is room for it; the pointer finds the others. */
function versionLines(versions, x, width) {
  let free = LEFT;
  return versions.map(({ version, announcedAt }) => {
    const at = x(announcedAt);
    const named = at >= free && at <= width - LABEL_PX / 2;
    free = named ? at + LABEL_PX : free;
    return svg(
      "g",
      { class: "version" },
      svg("title", {}, `${version}, ${dateTime(announcedAt)}`),
      svg("line", { x1: at, x2: at, y1: TOP - 8, y2: HEIGHT - BOTTOM }),
      named ? svg("text", { x: at + 3, y: TOP - 11 }, version.length > 11 ? `${version.slice(0, 10)}\u2026` : version) : null,
    );
  });
}

function words(points, versions) {
  const [first, last] = [points[0], points.at(-1)];
  const names = versions.length > 0 ? `; versions ${versions.map(({ version }) => version).join(", ")}` : "";
  return `Rating after each of ${plural(points.length, "game")}: from ${number(first.value, 0)} to ${number(last.value, 0)} plus or minus ${number(2 * last.deviation, 0)}${names}`;
}
