// Trades wildly unless HOME/quiet exists, and then writes what it sees to HOME/sees, and how many orders it wished for:   storm_bot.mjs URL NAME HOME
import { existsSync, renameSync, writeFileSync } from "node:fs";

const { play, tokensInFile } = await import(`${process.env.SDK}/botpit.js`);
const [server, name, home] = process.argv.slice(2);

const among = (...all) => all[Math.floor(Math.random() * all.length)];

/** Without zeros at the end. */
function plain(number) {
  const text = String(number);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

function* sees(view) {
  for (const order of view.orders) yield `${order.id} ${order.symbol} ${plain(order.price)} ${plain(order.size)}`;
  for (const [asset, { free, held }] of view.wallet) yield `${asset} ${plain(free)} ${plain(held)}`;
  for (const market of view.markets) {
    for (const level of market.bids) yield `${market.symbol} bids ${plain(level.price)} ${plain(level.size)}`;
    for (const level of market.asks) yield `${market.symbol} asks ${plain(level.price)} ${plain(level.size)}`;
  }
}

/** All of it at once: somebody may be reading. */
function write(name, text) {
  writeFileSync(`${home}/written`, text);
  renameSync(`${home}/written`, `${home}/${name}`);
}

let wished = 0;

function wild(view, update) {
  if (existsSync(`${home}/quiet`)) {
    write("wishes", String(wished));
    write("sees", [...sees(view)].join("\n"));
    return [];
  }
  if (update.kind !== "beat" || !view.running) return [];
  wished++;
  const market = among(...view.markets);
  const price = market.mark.times(among("0.98", "0.99", "1.00", "1.01", "1.02")).floor(2);
  const size = (0.001 + wished / 1e8).toFixed(8);
  const wishes = [{ kind: "limit", symbol: market.symbol, side: among("buy", "sell"), price, size }];
  if (view.orders.length > 6) wishes.unshift({ kind: "cancel", orderId: view.orders[0].id });
  return wishes;
}

await play(name, wild, { server, tokens: tokensInFile(`${home}/${name}.token`), beatMillis: 50 });
