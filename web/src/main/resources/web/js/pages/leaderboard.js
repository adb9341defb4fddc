/** The first page: the games that go on, all bots over all finished games, the last results. */
import { read, repeat } from "../api.js";
import { byId, el } from "../dom.js";
import { nextOrder, orderOf, textOf } from "../order.js";
import { queryOf, readQuery, writeQuery } from "../query.js";
import { mountShell } from "../shell.js";
import { createStars } from "../starred.js";
import { mountLeaderboard } from "../views/leaderboard.js";
import { mountNextTournament } from "../views/next-tournament.js";
import { mountNow } from "../views/now.js";
import { POOLS } from "../views/ratings.js";
import { mountResults } from "../views/results.js";

const NOW_MILLIS = 2000;
const TABLE_MILLIS = 10_000;
const RESULTS_SHOWN = 3;
/** Those that are not over come first; only of them one is shown. */
const TOURNAMENTS_READ = 10;
const ROWS_MAX = 500;
const NAMES = ["sort", "house", "by"];
const SCORE = "score";

const shell = mountShell({ tab: "leaderboard" });
const stars = createStars();
const now = mountNow();
const results = mountResults();
const tournament = mountNextTournament();
let settings = readQuery(NAMES);
let table = { rows: null, pool: null, pools: [], waitsFor: null, error: null };

const leaderboard = mountLeaderboard({
  onSort: (column) => change({ sort: textOf(nextOrder(orderOf(settings.sort), column)) }),
  onStar(name) {
    stars.toggle(name);
    draw();
  },
});

byId("by").addEventListener("change", (event) => {
  change({ by: event.target.value, sort: null });
  refresh();
});
byId("house").addEventListener("change", (event) => change({ house: event.target.checked ? null : "off" }));
addEventListener("popstate", () => {
  settings = readQuery(NAMES);
  draw();
  refresh();
});

function change(part) {
  settings = { ...settings, ...part };
  writeQuery(settings);
  draw();
}

function draw() {
  const { rows, pool, error } = table;
  byId("house").checked = settings.house !== "off";
  const shown = (rows ?? []).filter((row) => settings.house !== "off" || !row.house);
  leaderboard(shown, { rated: pool !== null, order: orderOf(settings.sort), stars, note: note(rows, error) });
  drawPools();
  byId("leaderboard-foot").hidden = !shown.some(({ rating }) => rating && !rating.separable);
  byId("start").hidden = rows === null || rows.length > 0;
}

/** There is a choice once anybody is rated. */
function drawPools() {
  const { pool, pools, waitsFor } = table;
  const choices = [...pools.map((known) => [known.pool, POOLS.get(known.pool) ?? known.pool]), [SCORE, "Total score"]];
  const text = JSON.stringify(choices);
  if (byId("by").dataset.choices !== text) {
    byId("by").dataset.choices = text;
    byId("by").replaceChildren(...choices.map(([value, title]) => el("option", { value }, title)));
  }
  byId("by").value = pool ?? SCORE;
  byId("by-label").hidden = pools.length === 0;
  // The house is an anchor of the scale and not on it.
  byId("house-label").hidden = pool !== null;
  byId("leaderboard-waits").hidden = pool === null || waitsFor === null;
  byId("leaderboard-waits-for").textContent = waitsFor ?? "";
  byId("leaderboard-waits-for").href = `live${queryOf({ game: waitsFor })}`;
  byId("leaderboard-note").textContent = pool ? "by what each is worth at least" : "all finished games";
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
  // Below the games, whose number is known now.
  byId("front").hidden = false;
  return NOW_MILLIS;
});

/** By the pool that was chosen, else by the first in which anybody is rated, else by scores. */
async function readTable() {
  const asked = settings.by ?? table.pools[0]?.pool ?? SCORE;
  const page = await readPage(asked === SCORE ? null : asked);
  const first = page.pools[0]?.pool;
  return !settings.by && asked === SCORE && first ? readPage(first) : page;
}

async function readPage(pool) {
  const { body } = await read(`api/v1/leaderboard${queryOf({ pool, limit: ROWS_MAX })}`);
  return { rows: body.rows ?? [], pool: body.pool ?? null, pools: body.pools ?? [], waitsFor: body.waitsFor ?? null, error: null };
}

// By itself: tournaments are told by the lobby, which may be busy; the table is not.
repeat(async () => {
  try {
    const { body } = await read(`api/v1/tournaments${queryOf({ limit: TOURNAMENTS_READ })}`);
    tournament(body.tournaments ?? []);
  } catch {
    // What was shown stays; the table says it where the server cannot be reached at all.
  }
  return TABLE_MILLIS;
});

const refresh = repeat(async () => {
  try {
    const [page, { body: last }] = await Promise.all([readTable(), read(`api/v1/games${queryOf({ phase: "over", limit: RESULTS_SHOWN })}`)]);
    table = page;
    results(last.games ?? []);
  } catch (problem) {
    table = { ...table, error: problem.message };
  }
  draw();
  return TABLE_MILLIS;
});

draw();
