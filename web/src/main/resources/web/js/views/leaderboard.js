import { byId, el } from "../dom.js";
import { number, signed } from "../format.js";
import { houseBadge } from "./chip.js";

/** What decides the rank stands beside the name: on a phone the columns behind it have to be scrolled to. */
const COLUMNS = [
  { key: "rank", title: "#", show: (row) => String(row.rank), first: "ascending" },
  { key: "name", title: "Bot", first: "ascending" },
  { key: "totalScore", title: "Total score", show: (row) => signed(row.totalScore) },
  { key: "games", title: "Games", show: (row) => number(row.games, 0) },
  { key: "wins", title: "Wins", show: (row) => number(row.wins, 0) },
  { key: "podiums", title: "Podiums", show: (row) => number(row.podiums, 0) },
  { key: "bestScore", title: "Best score", show: (row) => signed(row.bestScore) },
  { key: "lastScore", title: "Last score", show: (row) => signed(row.lastScore) },
];

/** All bots over all finished games; each column sorts. @returns a function that shows {rows, error} */
export function mountLeaderboard() {
  const order = { key: "rank", direction: "ascending" };
  const view = build((column) => sortBy(column));
  let latest = { rows: null, error: null };

  function sortBy(column) {
    const again = order.key === column.key;
    const turned = order.direction === "ascending" ? "descending" : "ascending";
    order.direction = again ? turned : (column.first ?? "descending");
    order.key = column.key;
    draw(view, latest, order);
  }

  return (leaderboard) => {
    latest = leaderboard;
    draw(view, latest, order);
  };
}

function build(onSort) {
  const heads = COLUMNS.map((column) => {
    const arrow = el("span", { class: "arrow", "aria-hidden": "true" });
    const button = el("button", { type: "button", onclick: () => onSort(column) }, column.title, arrow);
    return { column, arrow, node: el("th", { scope: "col" }, button) };
  });
  const rows = el("tbody");
  const note = el("p", { class: "placeholder" }, "Loading\u2026");
  const table = el("table", {}, el("thead", {}, el("tr", {}, ...heads.map((head) => head.node))), rows);
  byId("leaderboard-body").append(table, note);
  return { heads, rows, note, table };
}

function draw(view, { rows, error }, order) {
  for (const { column, arrow, node } of view.heads) {
    const active = column.key === order.key;
    arrow.textContent = active ? (order.direction === "ascending" ? " \u2191" : " \u2193") : "";
    active ? node.setAttribute("aria-sort", order.direction) : node.removeAttribute("aria-sort");
  }
  const shown = sorted(rows ?? [], order);
  view.table.hidden = shown.length === 0;
  view.note.hidden = shown.length > 0;
  view.note.textContent = error ?? (rows ? "No game is finished yet. The first result opens the table." : "Loading\u2026");
  view.rows.replaceChildren(...shown.map(renderRow));
}

function sorted(rows, { key, direction }) {
  const sign = direction === "ascending" ? 1 : -1;
  return rows.slice().sort((a, b) => sign * compare(a[key], b[key]) || a.rank - b.rank);
}

function compare(a, b) {
  const [x, y] = [Number(a), Number(b)];
  return Number.isNaN(x) || Number.isNaN(y) ? String(a).localeCompare(String(b), "en") : x - y;
}

function renderRow(row) {
  return el(
    "tr",
    {},
    ...COLUMNS.map((column) =>
      column.show
        ? el("td", { class: trend(column, row) }, column.show(row))
        : el("td", {}, el("span", {}, el("span", { class: "name", title: row.name }, row.name), houseBadge(row))),
    ),
  );
}

function trend({ key }, row) {
  const value = key.endsWith("Score") ? Number(Number(row[key]).toFixed(2)) : 0;
  return value > 0 ? "up" : value < 0 ? "down" : null;
}
