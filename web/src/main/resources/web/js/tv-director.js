/**
 * Which game the screen on the wall shows, and for how long. Pure. A picture is {show: "waiting"}, or {show: "game" |
 * "podium" | "reel", id, since}; times are milliseconds of one clock.
 */
import { isRunning } from "./state.js";

/** A game stays at least so long, and goes only for one that is clearly more interesting. */
export const ON_AIR_MILLIS = 20_000;
const BETTER = 1.2;
/** How long a game may be missing in the list, without an end that was seen, before it counts as gone. */
export const GONE_MILLIS = 10_000;
export const PODIUM_MILLIS = 8000;
/** How long the podium waits beyond its time for a reel that is not there yet. */
export const REEL_PATIENCE_MILLIS = 4000;

export const WAITING = { show: "waiting" };

/**
 * @param games rows of `GET /api/v1/now`
 * @param over whether the game on air is over
 * @param reel how long its highlights take: null while that is not known, 0 if there are none
 */
export function direct(picture, { now, games, over = false, reel = null }) {
  const shown = now - picture.since;
  switch (picture.show) {
    case "game":
      return over ? { show: "podium", id: picture.id, since: now } : rival(picture, games, now);
    case "podium":
      if (shown < PODIUM_MILLIS || (reel === null && shown < PODIUM_MILLIS + REEL_PATIENCE_MILLIS)) {
        return picture;
      }
      return reel > 0 ? { show: "reel", id: picture.id, since: now } : next(games, now);
    case "reel":
      return shown < reel ? picture : next(games, now);
    default:
      return next(games, now);
  }
}

function rival(picture, games, now) {
  const current = games.find((game) => game.id === picture.id);
  if (!current) {
    const missing = picture.missing ?? now;
    return now - missing < GONE_MILLIS ? { ...picture, missing } : next(games, now);
  }
  const best = mostInteresting(games);
  const better = best && best.id !== picture.id && best.interest > current.interest * BETTER;
  const { missing, ...here } = picture;
  return better && now - picture.since >= ON_AIR_MILLIS ? onAir(best, now) : missing === undefined ? picture : here;
}

function next(games, now) {
  const best = mostInteresting(games);
  return best ? onAir(best, now) : WAITING;
}

const onAir = (game, now) => ({ show: "game", id: game.id, since: now });

function mostInteresting(games) {
  return games.filter(isRunning).toSorted((a, b) => b.interest - a.interest)[0] ?? null;
}

/** The game that will be next while nothing runs: the one with most players in its lobby. */
export function nextInLobby(games) {
  return games.filter((game) => !isRunning(game)).toSorted((a, b) => b.players - a.players)[0] ?? null;
}
