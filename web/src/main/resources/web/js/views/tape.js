import { byId, el, keyed, setText, whenChanged } from "../dom.js";
import { gameTime, number, size } from "../format.js";

/** The last trades of the market shown, newest on top. Side: colour and the triangle, up for a buyer who took. */
export function mountTape() {
  const rows = el("div");
  byId("tape").append(header(), rows);
  let current = null;
  const draw = keyed(rows, {
    key: (entry) => entry.index,
    create: createPrint,
    update: (node, entry) => updatePrint(node, entry.trade, current),
  });
  return whenChanged(
    (state, settings) => [state.trades[settings.market], state.game, settings.market],
    (state, settings) => {
      const trades = state.trades[settings.market] ?? [];
      const most = Math.max(Number.MIN_VALUE, ...trades.map((trade) => Number(trade.size)));
      current = { game: state.game, instrument: instrument(state, settings.market), most };
      byId("tape-empty").hidden = trades.length > 0;
      setText(byId("tape-symbol"), settings.market ?? "");
      draw(trades.toReversed().map((trade, index) => ({ index, trade })));
    },
  );
}

function instrument(state, symbol) {
  return state.game?.instruments.find((known) => known.symbol === symbol) ?? { priceDecimals: 2, sizeDecimals: 8 };
}

function header() {
  return el("div", { class: "print names" }, el("span", {}, "Time"), el("span", {}, "Price"), el("span", {}, "Size"));
}

function createPrint() {
  return el("div", { class: "print" }, el("span"), el("span"), el("span"), el("span", { class: "bar-size" }));
}

/** The bar behind a trade is its share of the largest one shown. */
function updatePrint(node, trade, { game, instrument: { priceDecimals, sizeDecimals }, most }) {
  const bought = String(trade.side).toLowerCase() === "buy";
  const [time, price, amount, bar] = node.children;
  setText(time, gameTime(game, trade.t));
  setText(price, `${bought ? "\u25b4" : "\u25be"} ${number(trade.price, priceDecimals)}`);
  price.className = bought ? "up" : "down";
  setText(amount, size(trade.size, sizeDecimals));
  bar.className = `bar-size ${bought ? "bought" : "sold"}`;
  bar.style.transform = `scaleX(${(Number(trade.size) / most).toFixed(4)})`;
}
