/**
 * What the mock server answers about single games that are over: a replay for each of its list, made when it is asked for.
 * `g98` was never played, `g97` is lost, `g96` is busy the first two times.
 */
import { botView } from "./fake-bots.mjs";
import { HOSTILE, played, rows } from "./fake-game.mjs";
import { reportOf } from "./mock-report.mjs";

const TEN_MINUTES = 600_000;
const NEVER_PLAYED = "g98";
const LOST = "g97";
const BUSY = "g96";
const BUSY_TIMES = 2;
const JOURNAL = { commands: 48_211, chain: "3f9a0c1be7d24586".repeat(4) };

const made = new Map();
let asked = 0;

/** @returns {status, body}, or null for an address that is none of these */
export function pastGame(url, games) {
  const [, id, part, name] = /^\/api\/v1\/games\/([^/]+)(?:\/(replay|report|standings|bots)(?:\/(.+))?)?$/.exec(decodeURIComponent(url.pathname)) ?? [];
  if (!id) {
    return null;
  }
  const running = games.find((game) => game.id === id && game.phase !== "ENDED");
  const known = running || /^g\d+$/.test(id);
  return known ? ANSWERS[part ?? "detail"](id, running, games, name) : problem(404, "not_found", "no such game");
}

const problem = (status, code, detail) => ({ status, body: { status, code, title: code, detail } });

const ANSWERS = {
  replay(id, running, games) {
    if (running) {
      return problem(409, "game_goes_on", "the game is not over");
    }
    if (id === LOST) {
      return problem(410, "replay_lost", "this server cannot play that game again");
    }
    if (id === BUSY && asked++ < BUSY_TIMES) {
      return problem(503, "busy", "it is being made, ask again");
    }
    return { status: 200, body: { ...(id === NEVER_PLAYED ? neverPlayed(id) : past(id, games).replay), journal: JOURNAL } };
  },
  report: (id, running, games) => (running ? problem(409, "game_goes_on", "the game is not over") : { status: 200, body: reportOf(id, rows(past(id, games).game), Number(id.slice(1))) }),
  standings: (id, running, games) => ({ status: 200, body: { game: id, phase: "ended", sequence: 48_211, final: true, standings: rows(running ?? past(id, games).game) } }),
  bots(id, running, games, name) {
    const game = running ?? past(id, games).game;
    return { status: 200, body: botView(game, name, rows(game)) };
  },
  detail: (id) => ({
    status: 200,
    body: {
      id, title: "Evening ladder", preset: "classic", phase: "ended", mode: "full",
      rules: { behaviorVersion: 2, grants: { USD: "10000", BTC: "10", ETH: "100" }, whitelist: [], userLimit: 0, timeLimitMs: TEN_MINUTES, makerFeePpm: 0, takerFeePpm: 0, limits: { positionMax: { BTC: "50", ETH: "400.5" }, notionalMax: "20000", ordersMax: 5000 } },
    },
  }),
};

function past(id, games) {
  if (!made.has(id)) {
    const number = Number(id.slice(1));
    const hostile = games.some((game) => game.bots.some((bot) => bot.name === HOSTILE[0]));
    const bots = number % 2 === 0 ? 16 : 8;
    made.set(id, played({ id, title: "Evening ladder", bots, seed: number, timeLimitMs: TEN_MINUTES, startedAt: Date.now() - 2 * TEN_MINUTES, hostile }));
  }
  return made.get(id);
}

function neverPlayed(id) {
  const game = { id, title: "Qualifier 2", preset: "classic", phase: "VOID", startedAt: null, timeLimitMs: TEN_MINUTES, instruments: [] };
  return { game: id, stepMs: 1000, frames: [{ type: "snapshot", seq: 3, t: Date.now(), game, standings: [], final: true, cause: "VOID" }] };
}
