import { byId, el, setText, whenChanged } from "../dom.js";
import { number, size } from "../format.js";

const LEVELS = 10;

/** Ten levels a side; the bar behind a level is all that stands between it and the middle. */
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
    (state, settings) => [state.books[settings.market], state.marks[settings.market], state.game, settings.market],
    (state, settings) => {
      const book = state.books[settings.market] ?? { bids: [], asks: [] };
      const decimals = decimalsOf(state, settings.market);
      const most = Math.max(total(book.asks), total(book.bids), Number.MIN_VALUE);
      renderSide(asks, book.asks, decimals, most);
      renderSide(bids, book.bids, decimals, most);
      setText(byId("ladder-symbol"), settings.market ?? "");
      setText(mark, number(state.marks[settings.market], decimals.price));
      setText(spread, spreadText(book, decimals));
    },
  );
}

function level(side) {
  return el("div", { class: `level ${side}` }, el("span", { class: "depth" }), el("span"), el("span"));
}

function decimalsOf(state, symbol) {
  const found = state.game?.instruments.find((known) => known.symbol === symbol);
  return { price: found?.priceDecimals ?? 2, size: found?.sizeDecimals ?? 8 };
}

const total = (side) => side.slice(0, LEVELS).reduce((sum, [, amount]) => sum + Number(amount), 0);

function renderSide(nodes, side, decimals, most) {
  let sum = 0;
  nodes.forEach((node, i) => {
    const [depth, price, amount] = node.children;
    const entry = side[i];
    sum += entry ? Number(entry[1]) : 0;
    depth.style.transform = `scaleX(${entry ? (sum / most).toFixed(4) : 0})`;
    setText(price, entry ? number(entry[0], decimals.price) : "");
    price.className = node.classList.contains("ask") ? "down" : "up";
    setText(amount, entry ? size(entry[1], decimals.size) : "");
  });
}

function spreadText(book, decimals) {
  const ask = book.asks[0];
  const bid = book.bids[0];
  if (!ask || !bid) {
    return !ask && !bid ? "book is empty" : ask ? "no bids" : "no asks";
  }
  return `spread ${number(Number(ask[0]) - Number(bid[0]), decimals.price)}`;
}
