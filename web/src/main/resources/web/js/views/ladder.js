import { byId, el, setText, whenChanged } from "../dom.js";
import { number, plural, size } from "../format.js";
import { levelsAt } from "../own.js";

const LEVELS = 10;
const NOTHING = { buy: new Map(), sell: new Map() };

/**
 * Ten levels a side; the bar behind a level is all that stands between it and the middle. What the selected bot has there is
 * outlined in its colour, where the server tells it.
 */
export function mountLadder() {
  const asks = Array.from({ length: LEVELS }, () => level("ask"));
  const bids = Array.from({ length: LEVELS }, () => level("bid"));
  const mark = el("b", {}, "\u2013");
  const spread = el("span", { class: "note" });
  byId("ladder").append(
    el("div", { class: "level names" }, el("span", {}, "Price"), el("span", {}, "Size")),
    ...asks.toReversed(),
    el("div", { class: "spread" }, mark, spread),
    ...bids,
  );
  return whenChanged(
    (state, settings) => [state.books[settings.market], state.marks[settings.market], state.game, settings.market, state.own],
    (state, settings) => {
      const book = state.books[settings.market] ?? { bids: [], asks: [] };
      const decimals = decimalsOf(state, settings.market);
      const most = Math.max(total(book.asks), total(book.bids), Number.MIN_VALUE);
      const own = state.own ? levelsAt(state.own.orders, settings.market, state.own.until) : NOTHING;
      const slot = state.own ? state.identities.get(state.own.name)?.slot : null;
      renderSide(asks, book.asks, { decimals, most, own: own.sell, slot });
      renderSide(bids, book.bids, { decimals, most, own: own.buy, slot });
      setText(byId("ladder-symbol"), settings.market ?? "");
      setText(mark, number(state.marks[settings.market], decimals.price));
      setText(spread, spreadText(book, decimals));
    },
  );
}

function level(side) {
  const own = el("span", { class: "own", hidden: true });
  return el("div", { class: `level ${side}` }, el("span", { class: "depth" }), own, el("span"), el("span"));
}

function decimalsOf(state, symbol) {
  const found = state.game?.instruments.find((known) => known.symbol === symbol);
  return { price: found?.priceDecimals ?? 2, size: found?.sizeDecimals ?? 8 };
}

const total = (side) => side.slice(0, LEVELS).reduce((sum, [, amount]) => sum + Number(amount), 0);

function renderSide(nodes, side, { decimals, most, own, slot }) {
  let sum = 0;
  nodes.forEach((node, i) => {
    const [depth, mine, price, amount] = node.children;
    const entry = side[i];
    sum += entry ? Number(entry[1]) : 0;
    depth.style.transform = `scaleX(${entry ? (sum / most).toFixed(4) : 0})`;
    setText(price, entry ? number(entry[0], decimals.price) : "");
    price.className = node.classList.contains("ask") ? "down" : "up";
    setText(amount, entry ? size(entry[1], decimals.size) : "");
    renderOwn(mine, entry && own.get(Number(entry[0])), { slot, decimals });
  });
}

function renderOwn(node, amount, { slot, decimals }) {
  node.hidden = !amount;
  if (amount) {
    node.className = `own bot-${slot}`;
    setText(node, size(String(amount), decimals.size));
    node.title = "Of the selected bot";
  }
}

function spreadText(book, decimals) {
  const ask = book.asks[0];
  const bid = book.bids[0];
  if (!ask || !bid) {
    return !ask && !bid ? "book is empty" : ask ? "no bids" : "no asks";
  }
  const gap = Number(ask[0]) - Number(bid[0]);
  return `spread ${plural(Math.round(gap * 10 ** decimals.price), "tick")}`;
}
