/**
 * What a frame of the live page costs in this browser: 16 bots, ten minutes behind them, each frame with a new point of the
 * race, which a server sends only once a second. The mock server shows it at /frame-cost; the result is on the page.
 */
import { mountPanels, PANEL_NAMES, withDefaults } from "/js/panels.js";
import { mountShell } from "/js/shell.js";
import { INITIAL, reduce } from "/js/state.js";
import { createGame, rows, snapshot, step, update } from "./fake-game.mjs";

const FRAMES = 240;
const PLAYED_MILLIS = 600_000;
const actions = { set() {}, pickBot() {}, goTo() {}, goToLine() {}, showDetails() {} };

mountShell({ tab: "live" });
const host = document.getElementById("game");
const race = mountPanels(host, ["race"], actions);
const others = mountPanels(host, PANEL_NAMES.filter((name) => name !== "race"), actions);
const game = createGame({ id: "g", title: "Sixteen, ten minutes", bots: 16, seed: 3, phase: "RUNNING", playedMs: PLAYED_MILLIS, timeLimitMs: 2 * PLAYED_MILLIS });

let state = reduce(INITIAL, { type: "chosen", id: "g" });
const times = { fold: [], race: [], others: [], frame: [] };

function fold(frame) {
  state = { ...reduce(state, { type: "frame", frame }), look: { mode: "live", behindMs: 0, deep: true }, own: null };
}

async function timed(kept, task) {
  const from = performance.now();
  task();
  // Charts draw at the end of the task, as a microtask.
  await null;
  await null;
  kept.push(performance.now() - from);
}

/** Resolves after the frame was laid out and painted. */
const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

async function oneFrame() {
  step(game, 250);
  const frame = { ...update(game), race: { t: game.now, scores: Object.fromEntries(rows(game).map((row) => [row.name, row.score])) } };
  await new Promise(requestAnimationFrame);
  const from = performance.now();
  await timed(times.fold, () => fold(frame));
  const settings = withDefaults({ bot: "ada" }, state);
  await timed(times.race, () => race(state, settings));
  await timed(times.others, () => others(state, settings));
  times.frame.push(performance.now() - from);
  await painted();
}

const rounded = (value) => value.toFixed(2);

function summary(values) {
  const sorted = values.slice(FRAMES / 10).sort((a, b) => a - b);
  return `median ${rounded(sorted[sorted.length >> 1])} ms, p99 ${rounded(sorted[Math.floor(sorted.length * 0.99)])} ms`;
}

fold(snapshot(game));
for (let i = 0; i < FRAMES; i++) {
  await oneFrame();
}
const result = Object.entries(times).map(([name, values]) => `${name}: ${summary(values)}`);
document.title = `done: ${result.join("; ")}`;
document.getElementById("announcer").className = "notice";
document.getElementById("announcer").textContent = result.join("; ");
