/** The first page: all bots over all finished games. */
import { read, repeat } from "../api.js";
import { mountShell } from "../shell.js";
import { mountLeaderboard } from "../views/leaderboard.js";

const LEADERBOARD_MILLIS = 10_000;

mountShell({ tab: "leaderboard" }).watchGames();
const render = mountLeaderboard();
let rows = null;

repeat(async () => {
  try {
    const { body } = await read("api/v1/leaderboard");
    rows = body.rows ?? [];
    render({ rows, error: null });
  } catch (problem) {
    render({ rows, error: problem.message });
  }
  return LEADERBOARD_MILLIS;
});
