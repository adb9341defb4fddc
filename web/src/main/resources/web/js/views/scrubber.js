import { el, onThemeChange, setAttribute, setText, themeColour } from "../dom.js";
import { clock, plain } from "../format.js";
import { kindOf, sparse } from "../kinds.js";

/** Half the width of the handle: there the canvas begins and ends, so that it and the handle agree on every second. */
const EDGE_PIXELS = 7;
const HEIGHT_PIXELS = 34;
const MARKS_PIXELS = 14;
const MARK_DISTANCE_PIXELS = 13;
const NEAR_PIXELS = 7;

/**
 * The time line of a replay: how much was traded when, what happened when, and a handle.
 *
 * @returns its node, and render(player)
 */
export function mountScrubber(film, goTo) {
  const canvas = el("canvas", { "aria-hidden": "true" });
  const played = el("span", { class: "played", "aria-hidden": "true" });
  const range = el("input", { id: "scrubber", type: "range", min: 0, max: Math.floor(film.seconds), step: 1, value: 0, "aria-label": "Second of play", oninput: () => goTo(Number(range.value)) });
  const tip = el("span", { class: "tip figures", "aria-hidden": "true", hidden: true });
  const node = el("div", { class: "scrub" }, canvas, played, range, tip);
  const view = { film, node, canvas, tip };
  node.addEventListener("pointermove", (event) => showTip(view, event));
  node.addEventListener("pointerleave", () => (tip.hidden = true));
  new ResizeObserver(() => draw(view)).observe(node);
  onThemeChange(() => draw(view));
  return {
    node,
    render({ second, end }) {
      const whole = String(Math.floor(second));
      if (range.value !== whole) {
        range.value = whole;
      }
      setAttribute(range, "aria-valuetext", `${clock(second * 1000, Math.floor)} of ${clock(end * 1000, Math.floor)}`);
      played.style.transform = `scaleX(${(end > 0 ? second / end : 0).toFixed(4)})`;
    },
  };
}

const room = ({ node }) => node.clientWidth - 2 * EDGE_PIXELS;

const positionOf = (view, second) => Math.min(1, second / Math.max(1, Math.floor(view.film.seconds))) * room(view);

function showTip(view, event) {
  const x = event.clientX - view.node.getBoundingClientRect().left - EDGE_PIXELS;
  const share = Math.min(1, Math.max(0, x / room(view)));
  const near = view.film.events.find((line) => Math.abs(positionOf(view, line.second) - x) < NEAR_PIXELS);
  const time = clock((near?.second ?? share * view.film.seconds) * 1000, Math.floor);
  setText(view.tip, near ? `${time}\u2003${plain(near.text)}` : time);
  view.tip.hidden = false;
  const left = Math.min(view.node.clientWidth - view.tip.offsetWidth, Math.max(0, x + EDGE_PIXELS - view.tip.offsetWidth / 2));
  view.tip.style.transform = `translateX(${Math.round(left)}px)`;
}

function draw(view) {
  const width = room(view);
  if (width <= 0) {
    return;
  }
  const { canvas } = view;
  canvas.width = Math.round(width * devicePixelRatio);
  canvas.height = HEIGHT_PIXELS * devicePixelRatio;
  const ctx = canvas.getContext("2d");
  ctx.scale(devicePixelRatio, devicePixelRatio);
  drawHeat(ctx, width, columns(view.film.turnover, Math.floor(width / 2)));
  drawMarks(ctx, view);
}

/** The turnover by columns of two pixels, each between 0 and 1. A root lets small trades be seen beside large ones. */
function columns(turnover, count) {
  const sums = new Array(Math.max(1, Math.min(count, turnover.length))).fill(0);
  turnover.forEach((amount, i) => {
    sums[Math.floor((i * sums.length) / turnover.length)] += amount;
  });
  const most = Math.max(...sums, Number.MIN_VALUE);
  return sums.map((sum) => Math.sqrt(sum / most));
}

function drawHeat(ctx, width, shares) {
  const step = width / shares.length;
  const depth = HEIGHT_PIXELS - MARKS_PIXELS;
  ctx.fillStyle = themeColour("grid");
  ctx.fillRect(0, MARKS_PIXELS, width, depth);
  ctx.fillStyle = themeColour("heat");
  shares.forEach((share, i) => {
    ctx.globalAlpha = 0.12 + 0.88 * share;
    const height = Math.max(share > 0 ? 2 : 0, share * depth);
    ctx.fillRect(i * step, HEIGHT_PIXELS - height, Math.max(1, step - (step > 3 ? 1 : 0)), height);
  });
  ctx.globalAlpha = 1;
}

function drawMarks(ctx, view) {
  ctx.font = `11px ${themeColour("font")}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = themeColour("muted");
  const x = (line) => positionOf(view, line.second);
  for (const line of sparse(view.film.events, x, MARK_DISTANCE_PIXELS)) {
    ctx.fillText(kindOf(line).sign, Math.min(room(view) - 5, Math.max(5, x(line))), MARKS_PIXELS / 2);
  }
}
