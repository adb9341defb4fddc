/** The panels of a game, empty in their final size, and what they show where the viewer chose nothing. Loads no view. */
import { candleSeconds } from "./candle-widths.js";
import { el } from "./dom.js";

/** By name, in the order in which they are read. */
const BOXES = {
  head: () => el("section", { id: "head", class: "panel head", "aria-label": "The game" }),
  stage: () => el("section", { id: "stage", class: "panel stage", "aria-label": "Result or lobby", hidden: true }),
  standings,
  race,
  price,
  book,
  trades,
  commentary,
};

export const PANEL_NAMES = Object.keys(BOXES);

const OF_THE_MARKET = ["price", "book", "trades"];

/**
 * Builds the panels named.
 *
 * @param host the grid they go into
 * @returns their names in the order in which they are read
 */
export function buildPanels(host, names) {
  const wanted = PANEL_NAMES.filter((name) => names.includes(name));
  const market = el("section", { class: "market", "aria-label": "Market" });
  for (const name of wanted) {
    if (OF_THE_MARKET.includes(name)) {
      host.append(market);
      market.append(BOXES[name]());
    } else {
      host.append(BOXES[name]());
    }
  }
  return wanted;
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
