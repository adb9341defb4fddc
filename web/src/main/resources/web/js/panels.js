/** The panels of a game, on every page that shows one: empty in their final size, and the views that fill them. */
import { el } from "./dom.js";
import { mountHead } from "./views/head.js";
import { mountLadder } from "./views/ladder.js";
import { mountLog } from "./views/log.js";
import { candleSeconds, mountPrice } from "./views/price.js";
import { mountRace } from "./views/race.js";
import { mountStage } from "./views/stage.js";
import { mountStandings } from "./views/standings.js";
import { mountTape } from "./views/tape.js";

/** By name, in the order in which they are read: what is built, and what is then mounted on it. */
const PANELS = {
  head: [() => el("section", { id: "head", class: "panel head", "aria-label": "The game" }), mountHead],
  stage: [() => el("section", { id: "stage", class: "panel stage", "aria-label": "Result or lobby", hidden: true }), mountStage],
  standings: [standings, mountStandings],
  race: [race, mountRace],
  price: [price, mountPrice],
  book: [book, mountLadder],
  trades: [trades, mountTape],
  commentary: [commentary, mountLog],
};

export const PANEL_NAMES = Object.keys(PANELS);

const OF_THE_MARKET = ["price", "book", "trades"];

/**
 * Builds the panels named, and puts a view on each.
 *
 * @param host the grid they go into
 * @param actions what the viewer can do, for the views
 * @returns render(state, settings) for all of them
 */
export function mountPanels(host, names, actions) {
  const wanted = PANEL_NAMES.filter((name) => names.includes(name));
  const market = el("section", { class: "market", "aria-label": "Market" });
  for (const name of wanted) {
    if (OF_THE_MARKET.includes(name)) {
      host.append(market);
      market.append(PANELS[name][0]());
    } else {
      host.append(PANELS[name][0]());
    }
  }
  const views = wanted.map((name) => PANELS[name][1](actions));
  return (state, settings) => views.forEach((render) => render(state, settings));
}

/** The settings with what applies where the viewer chose nothing, or something this game does not have. */
export function withDefaults(settings, state) {
  const symbols = (state.game?.instruments ?? []).map((instrument) => instrument.symbol);
  const market = symbols.includes(settings.symbol) ? settings.symbol : symbols[0];
  return { ...settings, market, seconds: candleSeconds(settings.candle) };
}

const gap = () => el("span", { class: "gap" });
const placeholder = (id, text) => el("p", { class: "placeholder", id }, text);

/** A panel with a title of its own. */
function titled(name, title, notes, body) {
  const id = `${name}-title`;
  const header = el("header", {}, el("h2", { id }, title), ...notes);
  return el("section", { class: `panel ${name}`, "aria-labelledby": id }, header, body);
}

/** A panel of the market, whose section has the name. */
function part(name, heads, ...bodies) {
  return el("div", { class: `panel ${name}` }, el("header", {}, ...heads), ...bodies);
}

function standings() {
  return titled("standings", "Standings", [el("span", { id: "standings-note", class: "note" })], el("div", { id: "standings", class: "body" }));
}

function race() {
  const label = "Line chart: a line for each bot over time. The standings hold the same figures.";
  const views = el("div", { id: "race-views", class: "tabs small", role: "group", "aria-label": "What the race shows" });
  const notes = [views, el("span", { id: "race-note", class: "note" }), gap(), el("span", { id: "race-readout", class: "note figures" })];
  const canvas = el("div", { id: "race", class: "canvas-box", role: "img", "aria-label": label });
  const marks = el("div", { id: "race-marks", class: "marks" });
  return titled("race", "Race", notes, el("div", { class: "body chart" }, canvas, marks, placeholder("race-empty", "The race begins with the game.")));
}

function price() {
  const tabs = (id, kind, label) => el("div", { id, class: kind, role: "group", "aria-label": label });
  const canvas = el("div", { id: "price", class: "canvas-box", role: "img", "aria-label": "Candle chart of the price with volume" });
  return part(
    "price",
    [el("h2", { class: "unseen" }, "Price"), tabs("symbols", "tabs", "Market shown"), gap(), tabs("candle-widths", "tabs small", "Length of a candle")],
    el("div", { class: "body chart" }, canvas, placeholder("price-empty", "No price yet.")),
  );
}

function book() {
  return part("ladder", [el("h2", {}, "Order book"), gap(), el("span", { id: "ladder-symbol", class: "note" })], el("div", { id: "ladder", class: "body" }));
}

function trades() {
  return part(
    "tape",
    [el("h2", {}, "Trades"), gap(), el("span", { id: "tape-symbol", class: "note" })],
    el("div", { id: "tape", class: "body scroll", tabindex: 0, role: "region", "aria-label": "Last trades" }),
    placeholder("tape-empty", "No trades yet."),
  );
}

function commentary() {
  const filter = el("select", { id: "log-about", class: "quiet-select", "aria-label": "Commentary about" }, el("option", { value: "" }, "All bots"));
  const lines = [el("ol", { id: "log" }), placeholder("log-empty", "Nothing to tell yet.")];
  const body = el("div", { id: "log-body", class: "body scroll", tabindex: 0, role: "region", "aria-labelledby": "log-title" }, ...lines);
  return titled("log", "Commentary", [gap(), filter], body);
}
