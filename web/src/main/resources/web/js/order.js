/** The order of the leaderboard, as it stands in the address. Pure. */

const SORTABLE = new Set(["rank", "name", "totalScore", "games", "wins", "podiums", "bestScore", "lastScore", "rating"]);

export const DEFAULT_ORDER = { key: "rank", direction: "ascending" };

/** "-wins" means most wins first; anything that is no column means by rank. */
export function orderOf(text) {
  const [, minus, key] = /^(-?)(\w+)$/.exec(text ?? "") ?? [];
  return SORTABLE.has(key) ? { key, direction: minus ? "descending" : "ascending" } : DEFAULT_ORDER;
}

export const textOf = ({ key, direction }) =>
  key === DEFAULT_ORDER.key && direction === DEFAULT_ORDER.direction ? null : `${direction === "descending" ? "-" : ""}${key}`;

/** The order after a click on a column: its own direction first, turned the next time. */
export function nextOrder(order, column) {
  const turned = order.direction === "ascending" ? "descending" : "ascending";
  return { key: column.key, direction: order.key === column.key ? turned : column.first };
}

/** Rows in order, a visitor's own bots first. */
export function arranged(rows, { key, direction }, isMine) {
  const sign = direction === "ascending" ? 1 : -1;
  return rows
    .slice()
    .sort((a, b) => Number(isMine(b.name)) - Number(isMine(a.name)) || sign * compare(valueOf(a, key), valueOf(b, key)) || a.rank - b.rank);
}

const valueOf = (row, key) => (key === "rating" ? row.rating?.value : row[key]);

function compare(a, b) {
  const [x, y] = [Number(a), Number(b)];
  return Number.isNaN(x) || Number.isNaN(y) ? String(a).localeCompare(String(b), "en") : x - y;
}
