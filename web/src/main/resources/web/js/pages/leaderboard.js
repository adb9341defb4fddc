/** The first page: the games that go on, all bots over all finished games, the last results. */
import { read, repeat } from "../api.js";
import { byId } from "../dom.js";
import { nextOrder, orderOf, textOf } from "../order.js";
import { queryOf, readQuery, writeQuery } from "../query.js";
import { mountShell } from "../shell.js";
import { createStars } from "../starred.js";
import { mountLeaderboard } from "../views/leaderboard.js";
import { mountNow } from "../views/now.js";
import { mountResults } from "../views/results.js";

const NOW_MILLIS = 2000;
const TABLE_MILLIS = 10_000;
const RESULTS_SHOWN = 3;
const ROWS_MAX = 500;
const NAMES = ["sort", "house"];

const shell = mountShell({ tab: "leaderboard" });
const stars = createStars();
const now = mountNow();
const results = mountResults();
let settings = readQuery(NAMES);
let table = { rows: null, error: null };

const leaderboard = mountLeaderboard({
  onSort: (column) => change({ sort: textOf(nextOrder(orderOf(settings.sort), column)) }),
  onStar(name) {
    stars.toggle(name);
    draw();
  },
});

byId("house").addEventListener("change", (event) => change({ house: event.target.checked ? null : "off" }));
addEventListener("popstate", () => {
  settings = readQuery(NAMES);
  draw();
});

function change(part) {
  settings = { ...settings, ...part };
  writeQuery(settings);
  draw();
}

function draw() {
  const { rows, error } = table;
  byId("house").checked = settings.house !== "off";
  const shown = (rows ?? []).filter((row) => settings.house !== "off" || !row.house);
  leaderboard(shown, { order: orderOf(settings.sort), stars, note: note(rows, error) });
  byId("start").hidden = rows === null || rows.length > 0;
}

function note(rows, error) {
  if (rows === null) {
    return error ?? "Loading\u2026";
  }
  return rows.length === 0 ? "No game is finished yet. The first result opens the table." : "Only house bots have played so far.";
}

repeat(async () => {
  try {
    const { body } = await read("api/v1/now");
    now(body.games ?? []);
    shell.renderLive(body.games ?? []);
  } catch {
    // The table below says that the server cannot be reached.
    now([]);
  }
  return NOW_MILLIS;
});

repeat(async () => {
  try {
    const [{ body }, { body: last }] = await Promise.all([
      read(`api/v1/leaderboard${queryOf({ limit: ROWS_MAX })}`),
      read(`api/v1/games${queryOf({ phase: "over", limit: RESULTS_SHOWN })}`),
    ]);
    table = { rows: body.rows ?? [], error: null };
    results(last.games ?? []);
  } catch (problem) {
    table = { ...table, error: problem.message };
  }
  draw();
  return TABLE_MILLIS;
});

draw();
