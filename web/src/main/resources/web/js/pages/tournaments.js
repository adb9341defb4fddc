/** All tournaments, those that go on first, with search. */
import { read, repeat } from "../api.js";
import { byId, el } from "../dom.js";
import { dateTime, number } from "../format.js";
import { queryOf, readQuery, writeQuery } from "../query.js";
import { mountShell } from "../shell.js";
import { PHASES, countdown, roundWords } from "../tournament.js";
import { botLink } from "../views/bot-parts.js";
import { mountTable } from "../views/table.js";

const REFRESH_MILLIS = 5000;
const ROWS_MAX = 200;

mountShell({ tab: "tournaments" }).watchGames();

const table = mountTable(byId("list"), {
  label: "Tournaments",
  key: (row) => row.id,
  columns: [
    { key: "title", title: "Tournament", align: "start", wide: true, show: title },
    { key: "phase", title: "Phase", align: "start", show: phase },
    { key: "formatWords", title: "Format", align: "start", show: (row) => row.formatWords },
    { key: "round", title: "Round", show: roundWords },
    { key: "entrants", title: "Bots", show: (row) => number(row.entrants, 0) },
    { key: "leader", title: "Leader", align: "start", show: (row) => (row.leader ? botLink(row.leader) : "\u2013") },
    { key: "leaderPoints", title: "Points", show: (row) => row.leaderPoints ?? "" },
    { key: "when", title: "When", by: ({ startsAt, startedAt, endedAt }) => [startsAt, startedAt, endedAt], show: when },
  ],
});

function title(row) {
  const badge = row.dryRun ? el("span", { class: "house", title: "House bots play it, to see that everything works" }, "DRY RUN") : null;
  return el("span", { class: "who" }, el("a", { class: "name", href: `tournament${queryOf({ id: row.id })}` }, row.title), badge, el("small", { class: "note" }, row.id));
}

function phase(row) {
  const left = countdown(row, Date.now());
  const status = { entry: "online", running: "playing" }[row.phase] ?? "offline";
  return el("span", { class: "status", "data-status": status }, el("span", { class: "dot", "aria-hidden": "true" }), left ? `starts in ${left}` : PHASES[row.phase]);
}

function when({ startsAt, startedAt, endedAt }) {
  const at = endedAt ?? startedAt ?? startsAt;
  const word = endedAt ? "ended" : startedAt ? "since" : "starts";
  return at ? [`${word} `, el("time", { datetime: new Date(at).toISOString() }, dateTime(at))] : "when told to";
}

let rows = null;
let error = null;
let { q } = readQuery(["q"]);
byId("search").value = q ?? "";

function draw() {
  const wanted = (q ?? "").trim().toLowerCase();
  const shown = (rows ?? []).filter((row) => `${row.title} ${row.id} ${row.formatWords} ${row.leader ?? ""}`.toLowerCase().includes(wanted));
  const nothing = rows === null ? (error ?? "Loading\u2026") : rows.length === 0 ? "No tournament was announced yet." : `Nothing is called like \u201c${q}\u201d.`;
  table(shown, { note: nothing });
}

byId("search").addEventListener("input", ({ target }) => {
  q = target.value || null;
  writeQuery({ q: target.value.trim() || null });
  draw();
});
byId("search-form").addEventListener("submit", (event) => event.preventDefault());

repeat(async () => {
  try {
    const { body } = await read(`api/v1/tournaments${queryOf({ limit: ROWS_MAX })}`);
    rows = body.tournaments ?? [];
  } catch (problem) {
    error = problem.message;
  }
  draw();
  return REFRESH_MILLIS;
});
