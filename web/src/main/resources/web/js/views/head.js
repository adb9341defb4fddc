import { byId, el, keyed, setAttribute, setText, setTrend, whenChanged } from "../dom.js";
import { clock, closingText, number, signed } from "../format.js";
import { CLOSING_MILLIS, hasPlaces, isOver, isRunning } from "../state.js";
import { chip } from "./chip.js";
import { copyable } from "./copyable.js";

export const PHASES = {
  LOBBY: "Lobby",
  RUNNING: "Running",
  PAUSED: "Paused",
  SETTLING: "Settling",
  ENDED: "Final",
  VOID: "Void",
};
const MODES = { CANCEL_ONLY: "Cancel only", VIEW_ONLY: "View only" };
const LAG_MAX_MILLIS = 400;
const GAMES_PAD_PIXELS = 12;
const SEED_DIGITS = 8;

/** Title, phase, clock, the games there are, and the facts one looks for first. */
export function mountHead(actions) {
  const parts = build();
  const ticking = mountClock(parts);
  const games = mountGames(parts.games, actions);
  const facts = whenChanged((s) => [s.standings, s.marks, s.game], (s) => renderFacts(parts.facts, s));
  const viewers = whenChanged((s) => [s.viewers, s.game], (s) => renderViewers(parts.viewers, s));
  const fairness = whenChanged((s) => [s.game], (s) => renderFairness(parts, s));
  const title = whenChanged((s) => [s.game, s.gameId, s.game ? null : s.games], (s) => renderTitle(parts, s));
  return (state) => {
    [title, fairness, viewers, games, facts, ticking].forEach((render) => render(state));
  };
}

function build() {
  const parts = {
    title: el("h1", {}, "\u00a0"),
    phase: el("span", { class: "tag phase", hidden: true }),
    preset: el("span", { class: "tag", hidden: true }),
    mode: el("span", { class: "tag", hidden: true }),
    seed: el("span", { id: "seed", class: "note", hidden: true }),
    viewers: el("span", { id: "viewers", class: "note", hidden: true }),
    time: el("div", { class: "time" }),
    left: el("b", {}, "\u2013:\u2013\u2013"),
    leftLabel: el("span", {}, "time left"),
    games: el("nav", { class: "games", "aria-label": "Games", hidden: true }),
    facts: el("dl", { class: "facts" }),
    progress: el("div", { class: "progress", "aria-hidden": "true" }),
  };
  parts.time.append(parts.left, parts.leftLabel);
  const title = el("div", { class: "head-title" }, parts.title, parts.phase, parts.preset, parts.mode, parts.seed, parts.viewers);
  const top = el("div", { class: "head-top" }, title, parts.time);
  byId("head").append(top, el("div", { class: "head-bottom" }, parts.facts, parts.games), parts.progress);
  return parts;
}

function renderTitle(parts, { game, games, gameId }) {
  if (!game) {
    setText(parts.title, games?.find((known) => known.id === gameId)?.title ?? "\u00a0");
    parts.phase.hidden = true;
    parts.preset.hidden = true;
    return;
  }
  setText(parts.title, game.title ?? game.id);
  parts.phase.hidden = false;
  setText(parts.phase, phaseText(game));
  setAttribute(parts.phase, "data-phase", game.phase);
  setText(parts.preset, game.preset ?? "");
  parts.preset.hidden = !game.preset || game.preset === game.title;
  document.title = `${game.title ?? game.id} \u00b7 Botpit`;
}

/** Whether it counts, how orders are taken in, and what was said of the seed beforehand. */
function renderFairness({ mode, seed }, { game }) {
  const words = [game?.rated && "rated", game?.batchMs > 0 && "fair"].filter(Boolean);
  mode.hidden = words.length === 0;
  setText(mode, words.join(", "));
  seed.hidden = !game?.seedCommitment;
  seed.replaceChildren(...(game?.seedCommitment ? [copyable(game.seedCommitment, { digits: SEED_DIGITS, label: "seed " })] : []));
}

function renderViewers(node, { viewers, game }) {
  node.hidden = viewers === null || !game || isOver(game);
  setText(node, node.hidden ? "" : `${viewers} watching`);
}

/** A game that runs, but not for everything, says so in the same place. */
function phaseText({ phase, mode }) {
  return (phase === "RUNNING" && MODES[mode]) || (PHASES[phase] ?? phase);
}

/** Buttons are kept over reads of the list, so that the one with the keyboard's focus keeps it. */
function mountGames(nav, actions) {
  let shown = null;
  const draw = keyed(nav, {
    key: (game) => game.id,
    create: (game) =>
      el(
        "button",
        { type: "button", onclick: () => actions.chooseGame(game.id) },
        el("span", { class: "dot", "aria-hidden": "true" }),
        el("span"),
        el("span", { class: "note" }),
      ),
    update: updateGame,
  });
  return whenChanged(
    (state) => [state.games, state.gameId],
    ({ games, gameId }) => {
      const offered = (games ?? []).filter((game) => !isOver(game) || game.id === gameId);
      nav.hidden = offered.length < 2;
      draw(offered.map((game) => ({ ...game, shown: game.id === gameId })));
      if (gameId !== shown) {
        shown = gameId;
        const button = nav.querySelector('[aria-pressed="true"]');
        nav.scrollLeft = button ? button.offsetLeft - nav.offsetLeft - GAMES_PAD_PIXELS : 0;
      }
    },
  );
}

function updateGame(button, game) {
  const [, title, phase] = button.children;
  setAttribute(button, "aria-pressed", String(game.shown));
  setAttribute(button, "data-running", String(isRunning(game)));
  setText(title, game.title ?? game.id);
  setText(phase, PHASES[(game.phase ?? "").toUpperCase()] ?? "");
}

function renderFacts(list, state) {
  const [first, second] = state.standings;
  const facts = [["Leader", leader(state, first)], ["Lead", [lead(state, first, second)]], ["Bots", [String(state.standings.length)], "count"]];
  for (const instrument of state.game?.instruments ?? []) {
    facts.push([instrument.symbol, price(state, instrument)]);
  }
  list.replaceChildren(...facts.map(([term, value, kind]) => el("div", { class: kind }, el("dt", {}, term), el("dd", {}, ...value))));
}

function leader(state, row) {
  if (!row || !hasPlaces(state.game)) {
    return ["\u2013"];
  }
  const score = el("span", { class: "figures" }, signed(row.score));
  setTrend(score, Number(row.score));
  return [chip(state.identities.get(row.name)), el("span", { class: "name" }, row.name), score];
}

function lead(state, first, second) {
  return first && second && hasPlaces(state.game) ? number(Number(first.score) - Number(second.score)) : "\u2013";
}

function price(state, { symbol, priceDecimals }) {
  const now = Number(state.marks[symbol]);
  const change = (now / Number(state.openingMarks[symbol]) - 1) * 100;
  const note = el("small", {}, Number.isFinite(change) ? `${signed(change)} %` : "");
  setTrend(note, change);
  return [number(state.marks[symbol], priceDecimals), note];
}

/**
 * Counts down between frames on the page's own monotonic clock. A frame that differs by less than LAG_MAX does not move
 * the clock: that is the network's jitter, and a clock that stutters looks wrong.
 */
function mountClock(parts) {
  let shown = null;
  let target = null;
  const tick = () => shown && drawClock(parts, shown, target === null ? null : target - performance.now());
  setInterval(tick, 100);
  return (state) => {
    const next = state.leftMs === null ? null : performance.now() + state.leftMs;
    const jump = state.game !== shown?.game || state.leftMs === null || target === null;
    if (state.leftMs !== shown?.leftMs || jump) {
      target = jump || Math.abs(next - target) > LAG_MAX_MILLIS ? next : target;
    }
    shown = state;
    tick();
  };
}

function drawClock(parts, state, remaining) {
  const { game, leftMs, t } = state;
  if (!game) {
    return;
  }
  const running = game.phase === "RUNNING";
  const left = isOver(game) ? 0 : leftMs === null ? null : running && state.look?.mode !== "still" ? Math.max(0, remaining) : leftMs;
  setText(parts.leftLabel, closingText(game, left) ?? clockLabel(game, leftMs));
  setText(parts.left, isOver(game) ? played(game, game.endsAt ?? t) : left === null ? played(game, t) : clock(left));
  setAttribute(parts.time, "data-ending", String(running && left !== null && left < CLOSING_MILLIS));
  const share = game.timeLimitMs && left !== null && game.startedAt ? 1 - left / game.timeLimitMs : 0;
  const bar = `scaleX(${Math.min(1, Math.max(0, share)).toFixed(3)})`;
  if (parts.bar !== bar) {
    parts.bar = bar;
    parts.progress.style.transform = bar;
  }
}

function clockLabel(game, leftMs) {
  if (isOver(game)) {
    return "played";
  }
  switch (game.phase) {
    case "LOBBY":
      return leftMs === null ? "no time limit" : "time limit";
    case "PAUSED":
      return "paused";
    default:
      return leftMs === null ? "no time limit" : "time left";
  }
}

function played(game, t) {
  return game.startedAt && t ? clock(t - game.startedAt, Math.round) : "0:00";
}
