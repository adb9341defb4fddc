import { animateMoves, byId, el, keyed, setAttribute, setText, setTrend, whenChanged } from "../dom.js";
import { exactWallet, number, signed, wallet } from "../format.js";
import { hasPlaces, isOver, recentChange } from "../state.js";
import { chip, houseBadge } from "./chip.js";

/** Rows shown while loading when it is not known how many will come. */
const SKELETON_ROWS = 8;

/** One row per bot; rows move when places change. Choosing a bot brings its line in the race to the front. */
export function mountStandings(actions) {
  const table = el("div", { role: "table", "aria-label": "Standings" });
  const rows = el("div", { role: "rowgroup" });
  const skeleton = el("div", { "aria-hidden": "true" });
  table.append(el("div", { role: "rowgroup" }, header()), rows);
  byId("standings").append(table, skeleton);

  let current = null;
  let moved = "";
  const draw = keyed(rows, {
    key: (row) => row.name,
    create: (row) => createRow(row, current.state.identities.get(row.name), actions),
    update: (node, row) => updateRow(node, row, current),
  });
  return whenChanged(
    (state, settings) => [state.standings, state.race, state.loaded, state.game, settings.bot, state.gameId],
    (state, settings) => {
      current = { state, settings };
      skeleton.replaceChildren(...(state.loaded ? [] : skeletonRows(state)));
      setText(byId("standings-title"), state.game && isOver(state.game) && hasPlaces(state.game) ? "Final standings" : "Standings");
      setText(byId("standings-note"), state.loaded && state.standings.length === 0 ? "nobody is here yet" : "");
      const order = JSON.stringify(state.standings.map((row) => row.name));
      // Measuring costs a layout, four times a second: only when somebody moves.
      order === moved ? draw(state.standings) : animateMoves(rows, () => draw(state.standings));
      moved = order;
    },
  );
}

function skeletonRows({ games, gameId }) {
  const length = games?.find((game) => game.id === gameId)?.players || SKELETON_ROWS;
  return Array.from({ length }, () => el("div", { class: "skeleton" }));
}

function header() {
  const name = (text, attributes) => el("span", { role: "columnheader", ...attributes }, text);
  return el(
    "div",
    { class: "row names", role: "row" },
    name("#", { class: "right", "aria-label": "Place" }),
    name("", { "aria-label": "Sign" }),
    name("Bot, wallet"),
    name("30 s", { class: "right", "aria-label": "Change of score over 30 seconds" }),
    name("Score, equity", { class: "right" }),
  );
}

function createRow(row, identity, actions) {
  const cell = (name) => el("span", { class: name, role: "cell" });
  const pick = el("button", { type: "button", class: "pick", onclick: () => actions.pickBot(row.name) }, row.name);
  const node = el(
    "div",
    { class: "row", role: "row" },
    cell("place"),
    chip(identity),
    el("span", { class: "who", role: "cell" }, pick, houseBadge(row)),
    cell("change right"),
    cell("score right"),
    cell("wallet"),
    cell("equity right"),
  );
  pick.title = row.name;
  return node;
}

function updateRow(node, row, { state, settings }) {
  const [place, , who, change, score, holdings, equity] = node.children;
  const recent = recentChange(state, row);
  const picked = String(settings.bot === row.name);
  const shownPlace = hasPlaces(state.game) ? String(row.place) : "";
  setText(place, shownPlace);
  setAttribute(node, "data-place", shownPlace);
  setAttribute(node, "data-picked", picked);
  setAttribute(who.firstChild, "aria-pressed", picked);
  setText(change, arrow(recent));
  setTrend(change, rounded(recent));
  setText(score, signed(row.score));
  setTrend(score, rounded(row.score));
  setText(holdings, wallet(row.wallet));
  setAttribute(holdings, "title", exactWallet(row.wallet));
  setText(equity, number(row.equity));
}

const rounded = (value) => Number(Number(value ?? 0).toFixed(2));

function arrow(change) {
  if (change === null) {
    return "";
  }
  const value = rounded(change);
  return `${value > 0 ? "\u25b2 " : value < 0 ? "\u25bc " : ""}${number(Math.abs(value))}`;
}
