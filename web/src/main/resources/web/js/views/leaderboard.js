import { byId, el, setAttribute } from "../dom.js";
import { number, signed } from "../format.js";
import { arranged } from "../order.js";
import { botName, places, status, trend } from "./bot-parts.js";
import { mountTable } from "./table.js";

/** What decides the rank stands beside the name: on a phone the columns behind it have to be scrolled to. */
const columnsWith = (star) => [
  { key: "star", title: "My bots", unseen: true, show: star },
  { key: "rank", title: "#", show: (row) => String(row.rank), sortable: true, first: "ascending" },
  { key: "name", title: "Bot", show: botName, align: "start", wide: true, sortable: true, first: "ascending" },
  score("totalScore", "Total score"),
  { key: "status", title: "Status", align: "start", show: status },
  { key: "lastPlaces", title: "Last places", align: "start", show: (row) => places(row.lastPlaces) },
  count("games", "Games"),
  count("wins", "Wins"),
  count("podiums", "Podiums"),
  score("bestScore", "Best"),
  score("lastScore", "Last"),
];

function score(key, title) {
  return { key, title, show: (row) => signed(row[key]), className: (row) => trend(row[key]), sortable: true, first: "descending" };
}

function count(key, title) {
  return { key, title, show: (row) => number(row[key], 0), sortable: true, first: "descending" };
}

/** All bots over all finished games. @returns a function that shows (rows, {order, stars, note}) */
export function mountLeaderboard({ onSort, onStar }) {
  const star = ({ name, mine }) => {
    const button = el("button", { type: "button", class: "star", onclick: () => onStar(name) }, mine ? "\u2605" : "\u2606");
    setAttribute(button, "aria-label", `${name} is mine`);
    setAttribute(button, "aria-pressed", String(mine));
    return button;
  };
  const table = mountTable(byId("leaderboard-body"), { columns: columnsWith(star), key: (row) => row.name, label: "Leaderboard", onSort });
  return (rows, { order, stars, note }) =>
    table(arranged(rows, order, stars.has).map((row) => ({ ...row, mine: stars.has(row.name) })), { order, note });
}
