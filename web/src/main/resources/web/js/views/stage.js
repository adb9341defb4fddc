import { arenaUrl } from "../api.js";
import { byId, el, setTrend, whenChanged } from "../dom.js";
import { number, ordinal, plural, signed } from "../format.js";
import { queryOf } from "../query.js";
import { chip, houseBadge } from "./chip.js";

/** The place above the game: who is missing before it, who won after it. Empty while it runs. */
export function mountStage() {
  const stage = byId("stage");
  return whenChanged(
    (state) => [state.game, state.final, state.game?.phase === "RUNNING" ? null : state.standings, state.loaded || expectedPhase(state), state.look?.mode],
    (state) => {
      const content = contentFor(state);
      stage.hidden = content === null;
      stage.replaceChildren(...(content ? [content] : []));
    },
  );
}

function contentFor(state) {
  switch (state.game?.phase) {
    case undefined:
      return room(expectedPhase(state));
    case "LOBBY":
      return lobby(state);
    case "ENDED":
      return podium(state);
    case "VOID":
      return verdict("This game is void", cause(state) ?? "No places are given.");
    default:
      return null;
  }
}

function expectedPhase({ games, gameId }) {
  return games?.find((game) => game.id === gameId)?.phase?.toUpperCase() ?? null;
}

/** Until the feed comes the list of games tells what will stand here: its room is kept, so that nothing jumps. */
function room(phase) {
  const size = { LOBBY: "low", ENDED: "high" }[phase];
  return size ? el("div", { class: `room ${size}` }) : null;
}

function lobby(state) {
  const missing = new Set(state.game.missing);
  const here = state.standings.map((row) => row.name).filter((name) => !missing.has(name));
  const text =
    missing.size > 0
      ? `Waiting for ${plural(missing.size, "bot")}. The game starts when all of them are connected.`
      : "All are here. The game starts when the referee says so.";
  const seat = (name, isHere) =>
    el(
      "li",
      { "data-here": String(isHere) },
      chip(state.identities.get(name)),
      el("span", { class: "name" }, name),
      el("small", {}, isHere ? "\u2713 here" : "missing"),
    );
  return el(
    "div",
    { class: "lobby" },
    el("h2", {}, `${here.length} of ${here.length + missing.size} bots are here`),
    el("p", {}, text),
    el("ul", { class: "seats" }, ...here.map((name) => seat(name, true)), ...[...missing].map((name) => seat(name, false))),
    el("p", {}, "Bots connect to ", el("code", {}, arenaUrl())),
  );
}

function podium(state) {
  const top = state.standings.slice(0, 3);
  if (top.length === 0) {
    return verdict("The game is over", "Nobody took part.");
  }
  const winners = state.standings.filter((row) => row.place === 1).map((row) => row.name);
  const title = winners.length === 1 ? `${winners[0]} wins` : `${plural(winners.length, "bot")} share the first place`;
  const result = verdict(title, cause(state));
  // A replay and a screen on the wall look at no moment as live: they need no way to the replay.
  if (state.look?.mode === "live") {
    result.append(el("a", { class: "button", href: `replay${queryOf({ game: state.gameId ?? state.game.id })}` }, "Watch the replay"));
  }
  result.append(el("ol", { class: "podium" }, ...top.map((row) => podiumStep(row, state))));
  return result;
}

function podiumStep(row, state) {
  const score = el("span", { class: "score" }, signed(row.score));
  setTrend(score, Number(row.score));
  return el(
    "li",
    {},
    chip(state.identities.get(row.name)),
    el("span", { class: "who" }, el("span", { class: "name", title: row.name }, row.name), houseBadge(row)),
    score,
    el("span", { class: "note" }, `equity ${number(row.equity)}`),
    el("span", { class: "step" }, ordinal(row.place)),
  );
}

function verdict(title, text) {
  return el("div", { class: "verdict" }, el("h2", { class: "name" }, title), text ? el("p", {}, text) : null);
}

const CAUSES = {
  VOID: null,
  TIME_LIMIT: "The time is up.",
  REFEREE: "The referee ended the game.",
  SHUTDOWN: "The server was shut down; the table is as it stood then.",
};

function cause({ cause }) {
  const known = String(cause ?? "").toUpperCase();
  return Object.hasOwn(CAUSES, known) ? CAUSES[known] : cause;
}
