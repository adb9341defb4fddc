import { byId, el, setAttribute } from "../dom.js";
import { number, signed } from "../format.js";
import { arranged } from "../order.js";
import { botName, places, status, trend } from "./bot-parts.js";
import { rankChange, ratingFigure, scaleOf, whisker } from "./ratings.js";
import { mountTable } from "./table.js";

const rank = { key: "rank", title: "#", show: (row) => [String(row.rank), row.rating ? rankChange(row.rating) : null], sortable: true, first: "ascending" };
const name = { key: "name", title: "Bot", show: botName, align: "start", wide: true, sortable: true, first: "ascending" };
const lastPlaces = { key: "lastPlaces", title: "Last places", align: "start", show: (row) => places(row.lastPlaces) };
const doing = { key: "status", title: "Status", align: "start", show: status };

/** What decides the rank stands beside the name: on a phone the columns behind it have to be scrolled to. */
const byScore = [
  rank,
  name,
  score("totalScore", "Total score"),
  doing,
  lastPlaces,
  count("games", "Games"),
  count("wins", "Wins"),
  count("podiums", "Podiums"),
  score("bestScore", "Best"),
  score("lastScore", "Last"),
];

const byRating = [
  rank,
  name,
  { key: "rating", title: "Rating", show: (row) => ratingFigure(row.rating), sortable: true, first: "descending" },
  { key: "whisker", title: "from \u2013 to", align: "start", show: (row) => whisker(row.rating, row.scale), by: (row) => [row.rating, row.scale] },
  { key: "rated", title: "Rated games", show: (row) => number(row.rating.games, 0) },
  doing,
  lastPlaces,
  count("wins", "Wins"),
];

function score(key, title) {
  return { key, title, show: (row) => signed(row[key]), className: (row) => trend(row[key]), sortable: true, first: "descending" };
}

function count(key, title) {
  return { key, title, show: (row) => number(row[key], 0), sortable: true, first: "descending" };
}

/**
 * All bots over all finished games, or by their ratings in a pool.
 *
 * @returns a function that shows (rows, {rated, order, stars, note})
 */
export function mountLeaderboard({ onSort, onStar }) {
  const star = ({ name: bot, mine }) => {
    const button = el("button", { type: "button", class: "star", onclick: () => onStar(bot) }, mine ? "\u2605" : "\u2606");
    setAttribute(button, "aria-label", `${bot} is mine`);
    setAttribute(button, "aria-pressed", String(mine));
    return button;
  };
  const starred = { key: "star", title: "My bots", unseen: true, show: star };
  const [scores, ratings] = [byScore, byRating].map((columns) => {
    const box = el("div");
    return { box, show: mountTable(box, { columns: [starred, ...columns], key: (row) => row.name, label: "Leaderboard", className: groupOf, onSort }) };
  });
  return (rows, { rated, order, stars, note }) => {
    const { box, show } = rated ? ratings : scores;
    if (box.parentNode === null) {
      byId("leaderboard-body").replaceChildren(box);
    }
    const scale = rated && rows.length > 0 ? scaleOf(rows.map(({ rating }) => rating)) : null;
    show(arranged(rows, order, stars.has).map((row) => ({ ...row, scale, mine: stars.has(row.name) })), { order, note });
  };
}

/** Those among whom nobody can be said to lead. */
const groupOf = ({ rating }) => (rating && !rating.separable ? "leading" : "");
