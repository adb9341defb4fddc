/** One game as the server knows it, also when it is too old for the list of games. */
import { read } from "./api.js";
import { isOver } from "./state.js";

/** A feed that refuses so often in a row, of a game that is over, is not there any more. */
const REFUSALS = 2;

/** @returns the game, or {nowhere: true} if there is none of this name */
export async function gameNamed(id) {
  try {
    return (await read(`api/v1/games/${encodeURIComponent(id)}`)).body;
  } catch (problem) {
    if (problem.status === 404 || problem.status === 400) {
      return { nowhere: true };
    }
    throw problem;
  }
}

/** Whether a game is over for so long that there is no feed of it any more; its replay is. */
export const hasNoFeed = (game, { status, attempt }) => Boolean(game?.phase) && isOver(game) && status === "reconnecting" && attempt >= REFUSALS;
