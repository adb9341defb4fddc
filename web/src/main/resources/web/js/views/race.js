import { byId, onThemeChange, setText, themeColour, whenChanged } from "../dom.js";
import { gameTime, signed, timeOrigin } from "../format.js";
import { raceSince } from "../series.js";
import { drawLabels, drawZero } from "./race-labels.js";

const NARROW_PIXELS = 620;
const SPAN_MIN_SECONDS = 20;
/** Distances of ticks on the time axis, in seconds. */
const TIME_STEPS = [1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400];

/** The scores over time, one line per bot; zero is what doing nothing would have brought. Drawn by uPlot. */
export function mountRace() {
  const box = byId("race");
  const view = { box, plot: null, latest: null, key: "" };
  onThemeChange(() => rebuild(view));
  new ResizeObserver(() => resize(view)).observe(box);
  return whenChanged(
    (state, settings) => [state.race, state.identities, state.game?.startedAt, state.game?.phase, settings.bot],
    (state, settings) => {
      const started = state.game?.startedAt ?? 0;
      view.latest = { state: { ...state, race: raceSince(state.race, started) }, settings };
      draw(view);
    },
  );
}

function namesOf({ race, identities }) {
  return [...race.scores.keys()].filter((name) => identities.has(name));
}

function draw(view) {
  const { state, settings } = view.latest;
  byId("race-empty").hidden = state.race.times.length > 1;
  if (state.race.times.length < 2) {
    destroy(view);
    return;
  }
  const key = JSON.stringify([state.gameId, namesOf(state), timeOrigin(state.game)]);
  if (key !== view.key || !view.plot) {
    view.key = key;
    build(view);
  } else {
    view.plot.setData(dataOf(state));
  }
  highlight(view, settings.bot);
}

function dataOf(state) {
  const origin = timeOrigin(state.game);
  return [state.race.times.map((t) => (t - origin) / 1000), ...namesOf(state).map((name) => state.race.scores.get(name))];
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
    const narrow = view.box.clientWidth < NARROW_PIXELS;
    if (narrow !== view.narrow) {
      rebuild(view);
    } else {
      view.plot.setSize(sizeOf(view.box));
    }
  }
}

const sizeOf = (box) => ({ width: box.clientWidth, height: box.clientHeight });

function build(view) {
  destroy(view);
  view.narrow = view.box.clientWidth < NARROW_PIXELS;
  view.plot = new globalThis.uPlot(options(view), dataOf(view.latest.state), view.box);
}

function options(view) {
  const { state } = view.latest;
  const names = namesOf(state);
  const colours = { axis: themeColour("muted"), grid: themeColour("grid"), zero: themeColour("faint"), ink: themeColour("chip-ink"), text: themeColour("text") };
  const font = `11px ${themeColour("font")}`;
  const axis = { stroke: colours.axis, font, grid: { stroke: colours.grid, width: 1 }, ticks: { show: false } };
  const labels = names.map((name) => ({ name, ...state.identities.get(name), colour: themeColour(`bot-${state.identities.get(name).slot}`) }));
  return {
    ...sizeOf(view.box),
    padding: [8, view.narrow ? 26 : 116, 0, 0],
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { size: 6 }, focus: { prox: 24 } },
    focus: { alpha: 0.22 },
    scales: { x: { time: false, range: (_, from, to) => [from, Math.max(to, from + SPAN_MIN_SECONDS)] }, y: { range: scoreRange } },
    axes: [
      { ...axis, space: 70, size: 26, gap: 6, incrs: TIME_STEPS, values: (_, splits) => splits.map((s) => gameTime(state.game, timeOrigin(state.game) + s * 1000)) },
      { ...axis, size: 58, gap: 6, values: (_, splits) => splits.map((v) => signed(v, Number.isInteger(v) ? 0 : 2)) },
    ],
    series: [{}, ...labels.map(({ name, colour, dash }) => ({ label: name, stroke: colour, width: 1.75, dash, spanGaps: true, points: { show: false } }))],
    hooks: {
      drawAxes: [(plot) => drawZero(plot, colours.zero)],
      draw: [(plot) => drawLabels(plot, { labels, colours, font: themeColour("font"), narrow: view.narrow, picked: view.picked })],
      setCursor: [(plot) => readOut(view, plot)],
    },
  };
}

/** Room above and below, and zero always in sight. */
function scoreRange(_, low, high) {
  const bottom = Math.min(0, low ?? 0);
  const top = Math.max(0, high ?? 0);
  const room = Math.max((top - bottom) * 0.06, 0.5);
  return [bottom - room, top + room];
}

function highlight(view, name) {
  const index = namesOf(view.latest.state).indexOf(name);
  const next = index < 0 ? null : index + 1;
  if (view.picked !== next || next !== null) {
    view.picked = next;
    view.plot.setSeries(next, { focus: true });
  }
}

function readOut(view, plot) {
  const { state } = view.latest;
  const i = plot.cursor.idx;
  if (i === null || i === undefined || plot.cursor.left < 0) {
    setText(byId("race-readout"), "");
    return;
  }
  const best = namesOf(state)
    .map((name) => [name, state.race.scores.get(name)[i]])
    .filter(([, score]) => score !== null && score !== undefined)
    .sort((a, b) => b[1] - a[1])
    .slice(0, view.narrow ? 2 : 3)
    .map(([name, score]) => `${state.identities.get(name).letter} ${signed(score)}`);
  setText(byId("race-readout"), `${gameTime(state.game, state.race.times[i])}\u2003${best.join("\u2003")}`);
}
