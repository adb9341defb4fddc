import { byId, onThemeChange, setText, themeColour, whenChanged } from "../dom.js";
import { gameTime, number, signed, timeOrigin } from "../format.js";
import { raceLines, VIEWS, viewOf } from "../lines.js";
import { raceSince } from "../series.js";
import { CLOSING_MILLIS, isOver } from "../state.js";
import { drawClosing, drawHead, drawLabels, drawZero } from "./race-labels.js";
import { mountMarks } from "./race-marks.js";
import { mountTabs } from "./tabs.js";

const NARROW_PIXELS = 620;
/** All sizes below are for text of so many pixels, and grow with it. */
const TEXT_PIXELS = 11;
const SPAN_MIN_SECONDS = 20;
/** From when on the chart shows how much is still to come. */
const END_IN_SIGHT_MILLIS = 60_000;
/** Distances of ticks on the time axis, in seconds. */
const TIME_STEPS = [1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400];

/** One line per bot over time: its score, where zero is what doing nothing would have brought, or another view. By uPlot. */
export function mountRace(actions) {
  const box = byId("race");
  const view = { box, plot: null, latest: null, key: "", actions, marks: mountMarks(byId("race-marks"), actions) };
  onThemeChange(() => rebuild(view));
  new ResizeObserver(() => resize(view)).observe(box);
  const tabs = mountTabs(byId("race-views"), (key) => actions.set({ view: key === VIEWS[0].key ? null : key }));
  const choice = whenChanged(
    (_, settings) => [settings.view],
    (_, settings) => {
      tabs(VIEWS.map(({ key, text }) => [key, text]), viewOf(settings.view).key);
      setText(byId("race-note"), viewOf(settings.view).note);
    },
  );
  const chart = whenChanged(
    (state, settings) => [state.race, state.identities, state.game, state.log, settings.view, settings.bot],
    (state, settings) => {
      view.latest = { state, settings, race: raceLines(state, settings.view) };
      draw(view);
    },
  );
  return (state, settings) => {
    choice(state, settings);
    chart(state, settings);
  };
}

function draw(view) {
  const { state, settings, race } = view.latest;
  const known = race.times.length > 1 && race.lines.some((line) => line.some((value) => value !== null));
  byId("race-empty").hidden = known;
  setText(byId("race-empty"), emptyText(state));
  view.marks.show(known);
  if (!known) {
    destroy(view);
    return;
  }
  const key = JSON.stringify([state.gameId, race.names, timeOrigin(state.game), viewOf(settings.view).key]);
  if (key !== view.key || !view.plot) {
    view.key = key;
    build(view);
    // A new chart sets its cursor at the end of this task, and with it brings nobody to the front.
    queueMicrotask(() => view.plot && highlight(view, view.latest.settings.bot));
  } else {
    view.plot.setData(dataOf(view.latest));
  }
  highlight(view, settings.bot);
}

const emptyText = (state) => (raceSince(state.race, state.game?.startedAt ?? 0).length > 1 ? "This is known only from when the page began to watch." : "The race begins with the game.");

function dataOf({ state, race }) {
  const origin = timeOrigin(state.game);
  return [race.times.map((t) => (t - origin) / 1000), ...race.lines];
}

function destroy(view) {
  view.plot?.destroy();
  view.plot = null;
}

function rebuild(view) {
  if (view.plot) {
    destroy(view);
    draw(view);
  }
}

function resize(view) {
  if (view.plot) {
    if (isNarrow(view) !== view.narrow) {
      rebuild(view);
    } else {
      view.plot.setSize(sizeOf(view.box));
    }
  }
}

/** On the screen on the wall text is larger. */
const sizeOfText = ({ box }) => parseFloat(getComputedStyle(box).fontSize) / TEXT_PIXELS;

const isNarrow = (view) => view.box.clientWidth < NARROW_PIXELS * sizeOfText(view);

const sizeOf = (box) => ({ width: box.clientWidth, height: box.clientHeight });

function build(view) {
  destroy(view);
  view.size = sizeOfText(view);
  view.narrow = isNarrow(view);
  view.plot = new globalThis.uPlot(options(view), dataOf(view.latest), view.box);
  view.plot.over.addEventListener("click", (event) => event.pointerType !== "touch" && goToCursor(view));
}

/** A finger shows values; only a pointer that can do so without pressing goes to a moment by pressing. */
function goToCursor({ plot, latest, actions }) {
  if (plot.cursor.left >= 0) {
    actions.goTo?.(timeOrigin(latest.state.game) + plot.posToVal(plot.cursor.left, "x") * 1000);
  }
}

function options(view) {
  const { state, settings, race } = view.latest;
  const { size } = view;
  const colours = { axis: themeColour("muted"), grid: themeColour("grid"), zero: themeColour("faint"), ink: themeColour("chip-ink"), text: themeColour("text"), band: themeColour("raised") };
  const font = `${TEXT_PIXELS * size}px ${themeColour("font")}`;
  const axis = { stroke: colours.axis, font, grid: { stroke: colours.grid, width: 1 }, ticks: { show: false } };
  const labels = race.names.filter((name) => state.identities.has(name)).map((name) => ({ name, ...state.identities.get(name), colour: themeColour(`bot-${state.identities.get(name).slot}`) }));
  const hasZero = viewOf(settings.view).key !== "equity";
  return {
    ...sizeOf(view.box),
    padding: [8, (view.narrow ? 26 : 116) * size, 0, 0],
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { size: 6 }, focus: { prox: 24 } },
    focus: { alpha: 0.22 },
    scales: { x: { time: false, range: (_, from, to) => timeRange(view, from, to) }, y: { range: hasZero ? rangeWithZero : closeRange } },
    axes: [
      { ...axis, space: 70 * size, size: 34 * size, gap: 14 * size, incrs: TIME_STEPS, values: (_, splits) => splits.map((s) => gameTime(state.game, timeOrigin(state.game) + s * 1000)) },
      { ...axis, space: 30 * size, size: 58 * size, gap: 6, values: (_, splits) => splits.map((v) => axisValue(settings.view, v)) },
    ],
    series: [{}, ...labels.map(({ name, colour, dash }) => ({ label: name, stroke: colour, width: 1.75 * size, dash: dash.map((pixels) => pixels * size), spanGaps: true, points: { show: false } }))],
    hooks: {
      drawAxes: [(plot) => drawClosing(plot, closing(view), { ...colours, font }), (plot) => hasZero && drawZero(plot, colours.zero)],
      draw: [
        (plot) => view.latest.state.look?.until && drawHead(plot, secondsOf(view, view.latest.race.times.at(-1)), colours.text),
        (plot) => drawLabels(plot, { labels, colours, font: themeColour("font"), narrow: view.narrow, picked: view.picked, size }),
        (plot) => view.marks.draw(plot, view.latest.state),
      ],
      setCursor: [(plot) => readOut(view, plot)],
    },
  };
}

/** When the time limit strikes, in seconds of the axis; null for a game without one or before it is in sight. */
function closing({ latest: { state, race } }) {
  const { endsAt, timeLimitMs } = state.game;
  const inSight = timeLimitMs && endsAt && !isOver(state.game) && endsAt - race.times.at(-1) < END_IN_SIGHT_MILLIS;
  const end = inSight ? (endsAt - timeOrigin(state.game)) / 1000 : null;
  return end === null ? null : { from: end - CLOSING_MILLIS / 1000, end };
}

/** A game that is known to its end keeps its whole length in sight, with the moment shown as a line in it. */
function timeRange(view, from, to) {
  const until = view.latest.state.look?.until;
  const whole = until ? secondsOf(view, until) : 0;
  return [from, Math.max(to, from + SPAN_MIN_SECONDS, closing(view)?.end ?? 0, whole)];
}

const secondsOf = ({ latest: { state } }, t) => (t - timeOrigin(state.game)) / 1000;

/** Room above and below, and zero always in sight. */
const rangeWithZero = (_, low, high) => withRoom(Math.min(0, low ?? 0), Math.max(0, high ?? 0), 0.5);

const closeRange = (_, low, high) => withRoom(low ?? 0, high ?? 1, 0.5);

function withRoom(bottom, top, least) {
  const room = Math.max((top - bottom) * 0.06, least);
  return [bottom - room, top + room];
}

function axisValue(key, value) {
  const decimals = Number.isInteger(value) ? 0 : 2;
  const shown = viewOf(key).key === "equity" ? number(value, decimals) : signed(value, decimals);
  return viewOf(key).key === "position" ? `${shown} %` : shown;
}

function highlight(view, name) {
  const index = view.latest.race.names.indexOf(name);
  const next = index < 0 ? null : index + 1;
  if (view.picked !== next || next !== null) {
    view.picked = next;
    view.plot.setSeries(next, { focus: true });
  }
}

function readOut(view, plot) {
  const { state, race } = view.latest;
  const i = plot.cursor.idx;
  if (i === null || i === undefined || plot.cursor.left < 0) {
    setText(byId("race-readout"), "");
    return;
  }
  const best = race.names
    .map((name, line) => [name, race.lines[line][i]])
    .filter(([, value]) => value !== null && value !== undefined)
    .sort((a, b) => b[1] - a[1])
    .slice(0, view.narrow ? 2 : 3)
    .map(([name, value]) => `${state.identities.get(name)?.letter ?? ""} ${axisValue(view.latest.settings.view, value)}`);
  setText(byId("race-readout"), `${gameTime(state.game, race.times[i])}\u2003${best.join("\u2003")}`);
}
