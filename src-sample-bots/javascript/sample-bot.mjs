// A trading bot in one file, with nothing but Node.js 22:   node sample-bot.mjs ws://127.0.0.1:9877 my-bot
// (on Node.js 20:   node --experimental-websocket sample-bot.mjs ws://127.0.0.1:9877 my-bot)
// It buys a little while the price rises, sells a little while it falls, and makes small offers all the time.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const [url, name] = process.argv.slice(2);

function connect() {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.onopen = () => resolve(socket);
    socket.onerror = () => reject(new Error("nobody answers"));
  });
}

/** Sends a command and waits for its reply: each gets exactly one, in order. Null if the server refuses. */
function ask(socket, command, params = {}) {
  return new Promise((resolve, reject) => {
    socket.onmessage = (event) => {
      const reply = JSON.parse(event.data);
      console.log(`${command}: ${reply.message}`);
      resolve(reply.status ? reply : null);
    };
    socket.onclose = () => reject(new Error("connection lost"));
    if (socket.readyState !== WebSocket.OPEN) reject(new Error("connection lost"));
    socket.send(JSON.stringify({ cmd: command, params }));
  });
}

/** The first time we register and keep the token we get; from then on it proves that the name is ours. */
async function logIn(socket, file) {
  if (existsSync(file) && await ask(socket, "auth", { username: name, token: readFileSync(file, "utf8") })) return;
  const registered = await ask(socket, "register", { username: name });
  if (!registered) process.exit(1);
  writeFileSync(file, registered.data);
}

/** One turn. The average is that of the price over the last ten turns or so; returns the new one. */
async function trade(socket, average) {
  const [answer, orders] = [await ask(socket, "price"), await ask(socket, "orders")];
  if (!answer || !orders) return average; // the game has not begun, is paused, or is over
  const price = Number(answer.data);
  average ??= price;
  for (const offer of orders.data.maker) await ask(socket, "cancel", { order_id: offer.id }); // withdraw old offers
  if (price > average * 1.001) await ask(socket, "buy_market", { amount: "50.00" }); // dollars to spend
  if (price < average * 0.999) await ask(socket, "sell_market", { amount: "0.05" }); // coins to sell
  await ask(socket, "buy", { price: (price * 0.998).toFixed(2), size: "0.02" }); // new offers, a bit lower
  await ask(socket, "sell", { price: (price * 1.002).toFixed(2), size: "0.02" }); // and a bit higher
  return average + (price - average) / 10;
}

for (;; await sleep(2000)) { // again and again, until Ctrl-C
  try {
    const socket = await connect();
    await logIn(socket, `${name}.token`);
    for (let average = null; ; await sleep(500)) average = await trade(socket, average);
  } catch (lost) { console.log(`${lost.message}, next try in 2 s`); }
}
