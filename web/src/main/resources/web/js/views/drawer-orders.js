import { el, keyed, setText, whenChanged } from "../dom.js";
import { gameTime, number, plural, size } from "../format.js";
import { openAt, fillsUntil, ordersUntil } from "../own.js";
import { mountTabs } from "./tabs.js";

/** Rows shown at most; the newest. */
const ROWS_MAX = 100;
const COLUMNS = {
  orders: ["Time", "Market", "Price", "Size", "Filled", "State"],
  fills: ["Time", "Market", "Price", "Size", "Role", "Fee"],
};

/** Orders and fills of one bot until the moment looked at, newest first, with a filter by side, market and state. */
export function mountOrders(host, actions) {
  const filter = { table: "fills", side: "all", market: "all" };
  const view = { filter, actions, latest: null, ...build(host) };
  const choose = (name) => (value) => {
    filter[name] = value;
    render(view);
  };
  view.tables = mountTabs(view.tableTabs, choose("table"));
  view.sides = mountTabs(view.sideTabs, choose("side"));
  view.markets = mountTabs(view.marketTabs, choose("market"));
  view.rows = keyed(view.body, { key: (row) => row.index, create: () => createRow(view), update: (node, row) => updateRow(node, row, view) });
  return whenChanged(
    (state) => [state.own, state.game],
    (state) => {
      view.latest = state;
      render(view);
    },
  );
}

function build(host) {
  const tabs = (label) => el("div", { class: "tabs small", role: "group", "aria-label": label });
  const parts = { tableTabs: tabs("Table"), sideTabs: tabs("Side"), marketTabs: tabs("Market"), note: el("p", { class: "note empty" }), head: el("tr"), body: el("tbody") };
  const table = el("table", {}, el("thead", {}, parts.head), parts.body);
  const bars = el("div", { class: "filters" }, parts.tableTabs, el("span", { class: "gap" }), parts.marketTabs, parts.sideTabs);
  host.append(bars, el("div", { class: "scroll table-box", tabindex: 0, role: "region", "aria-label": "Orders or fills" }, table), parts.note);
  return { ...parts, host };
}

function render(view) {
  const { own, game } = view.latest;
  view.host.hidden = !own?.public;
  if (view.host.hidden) {
    return;
  }
  const symbols = game.instruments.map((instrument) => instrument.symbol);
  view.tables([["fills", "Fills"], ["open", "Open orders"], ["orders", "All orders"]], view.filter.table);
  view.sides([["all", "Both"], ["buy", "Buy"], ["sell", "Sell"]], view.filter.side);
  view.markets(symbols.length > 1 ? [["all", "All"], ...symbols.map((symbol) => [symbol, symbol])] : [], view.filter.market);
  view.kind = view.filter.table === "fills" ? "fills" : "orders";
  view.head.replaceChildren(...COLUMNS[view.kind].map((text) => el("th", { scope: "col" }, text)));
  const all = SOURCES[view.filter.table](own).filter((row) => fits(row, view.filter));
  view.rows(all.slice(0, ROWS_MAX).map((row, index) => ({ ...row, index })));
  setText(view.note, noteFor(all.length));
}

const SOURCES = {
  fills: (own) => fillsUntil(own.fills, own.until),
  open: (own) => openAt(own.orders, own.until),
  orders: (own) => ordersUntil(own.orders, own.until),
};

const fits = (row, { side, market }) =>
  (side === "all" || String(row.side).toLowerCase() === side) && (market === "all" || row.symbol === market);

function noteFor(count) {
  return count === 0 ? "none" : count > ROWS_MAX ? `and ${plural(count - ROWS_MAX, "older one", "older ones")}` : "";
}

function createRow(view) {
  const row = el("tr", {}, ...COLUMNS.orders.map(() => el("td")));
  const time = el("button", { type: "button", title: "Show this moment", onclick: () => view.actions.goTo?.(row.moment) });
  row.firstChild.append(time);
  return row;
}

function updateRow(node, row, view) {
  const { game } = view.latest;
  const { priceDecimals = 2, sizeDecimals = 8 } = game.instruments.find((known) => known.symbol === row.symbol) ?? {};
  const [time, market, price, amount, fifth, sixth] = node.children;
  const bought = String(row.side).toLowerCase() === "buy";
  node.moment = row.t ?? row.from;
  setText(time.firstChild, gameTime(game, node.moment));
  setText(market, row.symbol);
  setText(price, `${bought ? "\u25b4 buy" : "\u25be sell"} ${row.price === null ? "market" : number(row.price, priceDecimals)}`);
  price.className = bought ? "up" : "down";
  setText(amount, size(row.size, sizeDecimals));
  const isFill = view.kind === "fills";
  setText(fifth, isFill ? (row.role ?? "") : size(row.filled ?? "0", sizeDecimals));
  setText(sixth, isFill ? feeOf(row) : row.to === null ? "open" : (row.end ?? "over"));
}

const feeOf = ({ fee, feeAsset }) => (fee === undefined || fee === null ? "\u2013" : `${number(fee, 4)} ${feeAsset ?? ""}`);
