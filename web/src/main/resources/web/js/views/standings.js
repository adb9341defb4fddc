import { animateMoves, byId, el, keyed, setAttribute, setText, setTrend, whenChanged } from "../dom.js";
import { count, exactWallet, millis, number, signed, wallet, within } from "../format.js";
import { assetPrices, position } from "../holdings.js";
import { hasPlaces, isOver, recentChange } from "../state.js";
import { chip, houseSign } from "./chip.js";

/** Rows shown while loading when it is not known how many will come. */
const SKELETON_ROWS = 8;
/** The share of equity at which the bar of a position is full; beyond, only the figure tells. */
const POSITION_FULL = 0.5;

/** One row per bot; rows move when places change. Choosing a bot brings it to the front everywhere. */
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
    (state, settings) => [state.standings, state.race, state.loaded, state.game, settings.bot, settings.details, state.gameId, seconds(state)],
    (state, settings) => {
      current = { state, settings, worth: assetPrices(state.game?.instruments ?? [], state.marks) };
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

/** How long somebody is away is counted in seconds, also when nothing else changes. */
const seconds = (state) => (state.standings.some((row) => row.since) ? Math.floor(state.t / 1000) : 0);

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
    name("Bot"),
    name("Position", { class: "center", title: "Value held beyond the wallet of the beginning, as a share of equity; the bar is full at 50 %" }),
    name("30 s", { class: "right", "aria-label": "Change of score over 30 seconds" }),
    name("Score, equity", { class: "right" }),
    name("Orders, refusals, round trip", { class: "unseen" }),
    name("Details", { class: "unseen" }),
  );
}

function createRow(row, identity, actions) {
  const cell = (name, ...children) => el("span", { class: name, role: "cell" }, ...children);
  const pick = el("button", { type: "button", class: "pick", title: row.name, onclick: () => actions.pickBot(row.name) }, row.name);
  const more = el("button", { type: "button", class: "more", "aria-label": `Details of ${row.name}`, title: "Details", onclick: () => actions.showDetails(row.name) }, "\u203a");
  const parts = {
    place: cell("place"),
    who: cell("who", pick, houseSign(row)),
    position: cell("position", el("span", { class: "scale", "aria-hidden": "true" }, el("span", { class: "held" })), el("span")),
    change: cell("change right"),
    score: cell("score right", el("b"), el("span", { class: "equity" })),
    stats: cell("stats", el("span"), el("span"), el("span", { class: "trip" }), el("span", { class: "away" })),
  };
  const node = el("div", { class: "row", role: "row" }, parts.place, chip(identity), parts.who, parts.position, parts.change, parts.score, parts.stats);
  if (actions?.showDetails) {
    node.append(cell("details", more));
  }
  node.parts = { ...parts, pick, more };
  return node;
}

function updateRow(node, row, { state, settings, worth }) {
  const { place, pick, position: held, change, score, more } = node.parts;
  const recent = recentChange(state, row);
  const picked = settings.bot === row.name;
  const shownPlace = hasPlaces(state.game) ? String(row.place) : "";
  setText(place, shownPlace);
  setAttribute(node, "data-place", shownPlace);
  setAttribute(node, "data-picked", String(picked));
  setAttribute(pick, "aria-pressed", String(picked));
  setAttribute(more, "aria-expanded", String(picked && Boolean(settings.details)));
  setText(change, arrow(recent));
  setTrend(change, rounded(recent));
  setText(score.firstChild, signed(row.score));
  setTrend(score.firstChild, rounded(row.score));
  setText(score.lastChild, number(row.equity));
  updatePosition(held, state.game.grant ? position(row, state.game.grant, worth) : null);
  setAttribute(held, "title", exactWallet(row.wallet));
  updateStats(node, row, state);
}

function updatePosition(cell, share) {
  const [scale, text] = cell.children;
  const known = share !== null;
  scale.hidden = !known;
  setText(text, known ? `${signed(share * 100, 0)} %` : "");
  const shown = Math.max(-1, Math.min(1, (share ?? 0) / POSITION_FULL));
  scale.firstChild.style.transform = `scaleX(${shown.toFixed(3)})`;
}

/** What its commands are like; of one that is away, since when. A server that says neither shows wallets. */
function updateStats({ parts: { stats } }, row, state) {
  const [open, refused, trip, away] = stats.children;
  const awayText = isOver(state.game) ? "" : awayFor(row, state.t);
  const says = row.openOrders !== undefined || row.rejects !== undefined;
  setText(away, says ? awayText : awayText || wallet(row.wallet));
  away.hidden = says && !awayText;
  setAttribute(stats, "data-state", awayText ? row.state : "ok");
  for (const [node, text] of [
    [open, row.openOrders === undefined ? "" : `${count(row.openOrders)} open`],
    [refused, row.rejects === undefined ? "" : `${count(row.rejects)} rej`],
    [trip, row.roundTripMs === undefined ? "" : millis(row.roundTripMs)],
  ]) {
    node.hidden = Boolean(awayText) || !says || text === "";
    setText(node, text);
  }
  setAttribute(trip, "title", tripTitle(row));
}

function tripTitle({ answerMs }) {
  const took = answerMs ? ` The server took: half ${within(answerMs.p50)}, 99 of 100 ${within(answerMs.p99)}.` : "";
  return `A ping to the bot and back.${took}`;
}

function awayFor(row, t) {
  switch (row.state) {
    case "away":
      return row.since ? `reconnecting, ${Math.max(0, Math.round((t - row.since) / 1000))} s` : "reconnecting";
    case "moved":
      return "in another game";
    case "frozen":
      return "frozen";
    default:
      return "";
  }
}

const rounded = (value) => Number(Number(value ?? 0).toFixed(2));

function arrow(change) {
  if (change === null) {
    return "";
  }
  const value = rounded(change);
  return `${value > 0 ? "\u25b2 " : value < 0 ? "\u25bc " : ""}${number(Math.abs(value))}`;
}
