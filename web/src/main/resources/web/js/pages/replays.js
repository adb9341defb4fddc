/** Finished games, newest first, with search. */
import { byId, el } from "../dom.js";
import { clock, dateTime, number, signed } from "../format.js";
import { queryOf } from "../query.js";
import { mountShell } from "../shell.js";
import { botLink, trend } from "../views/bot-parts.js";
import { mountListPage } from "../views/list-page.js";
import { mountTable } from "../views/table.js";

mountShell({ tab: "replays" }).watchGames();

const table = mountTable(byId("list"), {
  label: "Finished games",
  key: (row) => row.id,
  columns: [
    { key: "title", title: "Game", align: "start", wide: true, show: title },
    { key: "winner", title: "Winner", align: "start", show: (row) => (row.winner ? botLink(row.winner) : row.phase === "void" ? "does not count" : "\u2013") },
    { key: "winnerScore", title: "Score", show: (row) => (row.winnerScore ? signed(row.winnerScore) : ""), className: (row) => trend(row.winnerScore) },
    { key: "players", title: "Bots", show: (row) => number(row.players, 0) },
    { key: "played", title: "Played", show: (row) => (row.startedAt && row.endsAt ? clock(row.endsAt - row.startedAt, Math.round) : "\u2013") },
    { key: "endsAt", title: "Ended", show: ended },
  ],
});

function title(row) {
  return el("span", { class: "who" }, el("a", { class: "name", href: `replay${queryOf({ game: row.id })}` }, row.title ?? row.id), el("small", { class: "note" }, row.id));
}

function ended({ endsAt }) {
  return endsAt ? el("time", { datetime: new Date(endsAt).toISOString(), title: new Date(endsAt).toISOString() }, dateTime(endsAt)) : "\u2013";
}

mountListPage({
  path: "api/v1/games",
  key: "games",
  fixed: { phase: "over" },
  nothing: "No game is finished yet.",
  render: (rows, note) => table(rows, { note }),
});
