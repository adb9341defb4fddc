import { el, onThemeChange, setText, themeColour, whenChanged } from "../dom.js";
import { gameTime, number, signed, timeOrigin } from "../format.js";
import { linesOf, positionLine } from "../lines.js";
import { FILLS_MAX, fillsUntil } from "../own.js";

const HEIGHT_PIXELS = 74;
const AXIS_PIXELS = 24;
const CLOCK = "botpit-drawer";

/** What is drawn, from top to bottom; the last one carries the clock. */
const CHARTS = [
  { key: "equity", title: "Equity", unit: "" },
  { key: "position", title: "Position, % of equity", unit: " %" },
  { key: "drawdown", title: "Drawdown of the score", unit: "" },
];

/** Three small charts of one bot on one clock: the cursor in one of them stands in all, and a click goes to that moment. */
export function mountCharts(host, actions) {
  const views = CHARTS.map((chart, i) => createChart(chart, { actions, last: i === CHARTS.length - 1 }));
  host.append(...views.map((view) => view.figure));
  const redo = () => views.forEach(redraw);
  onThemeChange(redo);
  new ResizeObserver(redo).observe(host);
  return whenChanged(
    (state, settings) => [state.race, state.standings, state.game, state.own, state.identities, settings.bot, host.clientWidth],
    (state, settings) => views.forEach((view) => draw(view, state, settings.bot)),
  );
}

function createChart(chart, { actions, last }) {
  const readout = el("span", { class: "note figures" });
  const empty = el("p", { class: "note empty" });
  const box = el("div", { class: last ? "box with-clock" : "box" }, empty);
  const figure = el("figure", {}, el("figcaption", {}, el("span", {}, chart.title), readout), box);
  return { ...chart, actions, last, readout, empty, box, figure, plot: null, latest: null };
}

function destroy(view) {
  view.plot?.destroy();
  view.plot = null;
}

/** Colours and sizes are set when a chart is made; where the game stands still, nothing else would make it again. */
function redraw(view) {
  destroy(view);
  view.latest && view.box.clientWidth > 0 && draw(view, view.latest.state, view.latest.name);
}

function draw(view, state, name) {
  const { times, lines } = linesOf(state, view.key, [name]);
  const line = view.key === "position" ? (position(state, name) ?? lines[0]) : lines[0];
  const known = line.some((value) => value !== null);
  const origin = timeOrigin(state.game);
  view.latest = { state, name, origin, line, times };
  view.empty.hidden = known;
  setText(view.empty, times.length > 1 ? "known from when this page watches a running game" : "begins with the game");
  if (!known) {
    destroy(view);
    setText(view.readout, "");
    return;
  }
  const data = [times.map((t) => (t - origin) / 1000), line];
  if (view.plot && view.name === name && view.game === state.gameId) {
    view.plot.setData(data);
  } else {
    destroy(view);
    view.name = name;
    view.game = state.gameId;
    view.plot = new globalThis.uPlot(options(view, state.identities.get(name)), data, view.box);
    view.plot.over.addEventListener("click", () => view.actions.goTo?.(view.latest.origin + view.plot.posToVal(view.plot.cursor.left, "x") * 1000));
  }
  readOut(view);
}

/** Where its fills are told, a position is known from the start; null if they are not. */
function position(state, name) {
  const row = state.standings.find((known) => known.name === name);
  const { own, game } = state;
  if (!own?.public || !row || !game.grant) {
    return null;
  }
  return positionLine(state, row, { fills: fillsUntil(own.fills, own.until), complete: own.fills.length < FILLS_MAX });
}

function options(view, identity) {
  const font = `11px ${themeColour("font")}`;
  const axis = { stroke: themeColour("muted"), font, grid: { stroke: themeColour("grid"), width: 1 }, ticks: { show: false } };
  const clock = (splits) => splits.map((s) => gameTime(view.latest.state.game, view.latest.origin + s * 1000));
  return {
    width: view.box.clientWidth,
    height: HEIGHT_PIXELS + (view.last ? AXIS_PIXELS : 0),
    padding: [6, 8, view.last ? 0 : 6, 0],
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { size: 5 }, sync: { key: CLOCK } },
    scales: { x: { time: false }, y: { range: (_, low, high) => rangeOf(view.key, low, high) } },
    axes: [
      { ...axis, show: view.last, space: 64, size: AXIS_PIXELS, gap: 4, incrs: [1, 5, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14_400], values: (_, splits) => clock(splits) },
      { ...axis, size: 62, gap: 6, space: 26, values: (_, splits) => splits.map((v) => valueText(view, v, Number.isInteger(v) ? 0 : 1)) },
    ],
    series: [{}, { stroke: themeColour(`bot-${identity?.slot ?? 0}`), width: 1.5, points: { show: false } }],
    hooks: { setCursor: [() => readOut(view)] },
  };
}

/** Equity stands for itself; the others are told from zero. */
function rangeOf(key, low, high) {
  const zero = key === "equity" ? [low ?? 0, high ?? 1] : [Math.min(0, low ?? 0), Math.max(0, high ?? 0)];
  const room = Math.max((zero[1] - zero[0]) * 0.08, 0.5);
  return [zero[0] - room, zero[1] + room];
}

/** The value under the cursor, else the last one. */
function readOut(view) {
  const { line, times, state } = view.latest;
  const under = view.plot?.cursor.idx ?? null;
  const i = under ?? line.findLastIndex((value) => value !== null);
  const value = line[i] ?? null;
  const when = under === null ? "" : `${gameTime(state.game, times[i])}\u2003`;
  setText(view.readout, value === null ? "" : `${when}${valueText(view, value, 2)}`);
}

const valueText = ({ key, unit }, value, decimals) => `${key === "equity" ? number(value, decimals) : signed(value, decimals)}${unit}`;
