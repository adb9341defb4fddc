/** What an embedded view and the page around it say to each other; described in docs/embedding.md. Pure. */
import { isOver } from "./state.js";

const THEMES = ["light", "dark"];
const NAME_CHARS_MAX = 64;

/** @returns {bot} (a name, or null for none) or {theme}; null for anything that is no message for us */
export function readHost(data) {
  if (typeof data !== "object" || data === null || data.source !== "botpit-host") {
    return null;
  }
  const { type, bot, theme } = data;
  if (type === "select" && (bot === null || (typeof bot === "string" && bot.length <= NAME_CHARS_MAX))) {
    return { bot: bot || null };
  }
  return type === "theme" && THEMES.includes(theme) ? { theme } : null;
}

const message = (type, fields) => ({ source: "botpit", type, ...fields });

export const sizeMessage = (width, height) => message("size", { width, height });

/**
 * What a state has to tell beyond the one before it.
 *
 * @param told what was told already: {ready, second, over}; begins as {}
 * @returns the messages, and what is told with them
 */
export function newsOf(state, told) {
  if (!state.loaded) {
    return { messages: [], told };
  }
  const messages = [];
  const next = { ready: state.gameId, second: secondOf(state), over: isOver(state.game) ? state.gameId : null };
  if (next.ready !== told.ready) {
    messages.push(ready(state));
  }
  if (next.second !== null && (next.second !== told.second || next.ready !== told.ready)) {
    messages.push(second(state, next.second));
  }
  if (next.over !== null && next.over !== told.over) {
    messages.push(over(state));
  }
  return { messages, told: next };
}

/** Whole seconds since the start; null before it. A game that is over stands at its last second. */
function secondOf({ game, t }) {
  const until = isOver(game) && game.endsAt ? Math.min(t, game.endsAt) : t;
  return game.startedAt && until >= game.startedAt ? Math.floor((until - game.startedAt) / 1000) : null;
}

function ready({ game, gameId, standings }) {
  return message("ready", { game: gameId, title: game.title ?? gameId, phase: game.phase, bots: standings.map((row) => row.name) });
}

function second({ game, gameId, leftMs, standings: [first] }, at) {
  const leader = first ? { name: first.name, score: first.score } : null;
  return message("second", { game: gameId, t: at, leftMs, phase: game.phase, leader });
}

function over({ game, gameId, standings, cause }) {
  const table = standings.map(({ place, name, score }) => ({ place, name, score }));
  return message("over", { game: gameId, phase: game.phase, cause, standings: table });
}
