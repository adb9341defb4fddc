// A trading bot:   node bot.ts ws://127.0.0.1:9877
// It buys a little while the price is above its average, and sells a little while it is below.
import { play } from "./botpit/botpit.ts";

let average = 0; // of the price, over the last ten beats or so; the first beat buys

/** The function is called for everything that happens, in order; what it returns is sent to the exchange. */
await play("my-bot", (view, update) => {
  if (update.kind === "filled") console.log(`${update.side} ${update.size} at ${update.price}`);
  if (update.kind === "refused") console.log(`refused, ${update.code}: ${update.message}`);
  if (update.kind !== "beat" || !view.running) return [];

  const market = view.market();
  const price = market.mark.toNumber();
  const before = average;
  average = before === 0 ? price : before + (price - before) / 10;
  if (price > before && view.balance(market.quote).free.compare("20") >= 0) {
    return [{ kind: "buyNow", symbol: market.symbol, budget: "20.00" }];
  }
  if (price < before && view.balance(market.base).free.compare("0.02") >= 0) {
    return [{ kind: "sellNow", symbol: market.symbol, size: "0.02" }];
  }
  return [];
});
