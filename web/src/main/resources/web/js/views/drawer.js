import { el, setAttribute, setText, setTrend, whenChanged } from "../dom.js";
import { count, exactWallet, millis, number, ordinal, signed } from "../format.js";
import { assetPrices, position } from "../holdings.js";
import { queryOf } from "../query.js";
import { address } from "../site.js";
import { hasPlaces, isOver } from "../state.js";
import { chip, houseBadge } from "./chip.js";
import { mountCharts } from "./drawer-charts.js";
import { mountLatency } from "./drawer-latency.js";
import { mountOrders } from "./drawer-orders.js";
import { mountRefusals } from "./drawer-refusals.js";
import { mountReport } from "./drawer-report.js";

const STATES = { away: "reconnecting", moved: "in another game", frozen: "frozen" };

/**
 * All about one bot, over the right half of the page: a dialog without a backdrop, beside which the page goes on. Esc closes
 * it; the focus goes in when the viewer opens it, and back where it was.
 */
export function mountDrawer(actions) {
  const parts = build(actions);
  const charts = mountCharts(parts.charts, actions);
  const orders = mountOrders(parts.orders, actions);
  const refusals = mountRefusals(parts.refusals);
  const report = mountReport(parts.report);
  const latency = mountLatency(parts.latency);
  const head = whenChanged(
    (state, settings) => [state.standings, state.identities, state.own, state.ownError, settings.bot, state.game],
    (state, settings) => renderHead(parts, state, settings.bot),
  );
  const focus = { came: null, opened: false, loaded: false };
  return (state, settings) => {
    const open = Boolean(settings.details && settings.bot && state.loaded);
    if (open !== focus.opened) {
      turn(parts, focus, open);
    }
    focus.loaded ||= state.loaded;
    if (open) {
      [head, charts, report, orders, refusals, latency].forEach((render) => render(state, settings));
    }
  };
}

/** A drawer that is open because a link says so does not take the focus. */
function turn({ drawer, close }, focus, open) {
  focus.opened = open;
  const inside = drawer.contains(document.activeElement);
  drawer.hidden = !open;
  if (open && focus.loaded) {
    focus.came = document.activeElement;
    close.focus({ preventScroll: true });
  } else if (!open && inside) {
    focus.came?.focus({ preventScroll: true });
  }
}

function build(actions) {
  const shut = () => actions.set({ details: null });
  const parts = {
    title: el("h2", { id: "drawer-title", class: "name" }),
    sign: el("span", { class: "who" }),
    close: el("button", { id: "drawer-close", type: "button", class: "button quiet", onclick: shut, title: "Close (Esc)" }, "Close"),
    facts: el("dl", { class: "drawer-facts" }),
    wallet: el("p", { class: "note wallet-line" }),
    word: el("p", { class: "drawer-word", role: "status", hidden: true }),
    charts: el("div", { class: "drawer-charts" }),
    report: el("div", { class: "drawer-report", hidden: true }),
    orders: el("section", { class: "drawer-orders", "aria-label": "Orders and fills" }),
    refusals: el("div", { class: "drawer-refusals" }),
    latency: el("div", { class: "drawer-latency" }),
    links: el("p", { class: "drawer-links" }),
  };
  const header = el("header", {}, parts.sign, parts.title, el("span", { class: "gap" }), parts.close);
  const body = el("div", { class: "drawer-body", tabindex: 0, role: "region", "aria-labelledby": "drawer-title" });
  body.append(parts.facts, parts.wallet, parts.word, parts.charts, parts.report, parts.orders, parts.refusals, parts.latency, parts.links);
  parts.drawer = el("section", { id: "drawer", class: "drawer", role: "dialog", "aria-labelledby": "drawer-title", hidden: true }, header, body);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !parts.drawer.hidden && !event.defaultPrevented && !event.target.closest?.("dialog, .search")) {
      shut();
    }
  });
  document.body.append(parts.drawer);
  return parts;
}

function renderHead(parts, state, name) {
  const row = state.standings.find((known) => known.name === name);
  setText(parts.title, name);
  const identity = state.identities.get(name);
  parts.sign.replaceChildren(...[identity && chip(identity), row && houseBadge(row)].filter(Boolean));
  parts.facts.replaceChildren(...factsOf(row, state).map(([term, text, trend]) => fact(term, text, trend)));
  setText(parts.wallet, row ? `Wallet: ${exactWallet(row.wallet)}` : "");
  const word = wordFor(row, state, name);
  parts.word.hidden = word === null;
  setText(parts.word, word ?? "");
  renderLinks(parts.links, state, name);
}

function fact(term, text, trend) {
  const value = el("dd", {}, text);
  if (trend !== undefined) {
    setTrend(value, trend);
  }
  return el("div", {}, el("dt", {}, term), value);
}

function factsOf(row, state) {
  if (!row) {
    return [];
  }
  const { game, marks } = state;
  const share = game.grant ? position(row, game.grant, assetPrices(game.instruments, marks)) : null;
  return [
    ["Place", hasPlaces(game) ? `${ordinal(row.place)} of ${state.standings.length}` : "\u2013"],
    ["Score", signed(row.score), Number(row.score)],
    ["Equity", number(row.equity)],
    ["Position", share === null ? "\u2013" : `${signed(share * 100, 1)} %`],
    ["Open orders", row.openOrders === undefined ? "\u2013" : count(row.openOrders)],
    ["Refused", row.rejects === undefined ? "\u2013" : count(row.rejects)],
    ["Round trip", row.roundTripMs === undefined ? "\u2013" : millis(row.roundTripMs)],
    ["State", isOver(game) ? "game over" : (STATES[row.state] ?? row.state ?? "\u2013")],
  ];
}

/** What is not shown is said, and why. */
function wordFor(row, { own, ownError, game }, name) {
  if (!row) {
    return `${name} does not play in this game.`;
  }
  if (ownError && !own) {
    return `Orders and fills cannot be read: ${ownError}`;
  }
  if (own && !own.public) {
    return isOver(game) ? "Orders, fills and refusals of this game are not public." : "What a single bot does is not public while this game runs. Its orders, its fills and why it was refused are shown here when it is over.";
  }
  return null;
}

function renderLinks(line, { game }, name) {
  const log = isOver(game)
    ? el("a", { href: address(`api/v1/games/${encodeURIComponent(game.id)}/log`) }, "Log of the game")
    : el("span", { class: "note" }, "The log of the game can be had when it is over.");
  const href = `bot${queryOf({ name })}`;
  const known = line.firstChild?.getAttribute?.("href") === href && line.lastChild?.tagName === log.tagName;
  // The same links stay: one of them may have the focus.
  if (!known) {
    line.replaceChildren(el("a", { href }, "Profile of the bot"), log);
  }
  setAttribute(line, "data-over", String(isOver(game)));
}
