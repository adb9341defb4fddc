/** The REST side: small reads that are repeated. Times are milliseconds. */
import { address, socketAddress } from "./site.js";

const TIMEOUT_MILLIS = 8000;

/** @returns the body and how long the answer took; throws an Error whose message can be shown */
export async function read(path) {
  const started = performance.now();
  const response = await fetch(address(path), {
    headers: { Accept: "application/json" },
    signal: AbortSignal.timeout(TIMEOUT_MILLIS),
  }).catch(() => {
    throw new Error("The server does not answer.");
  });
  if (!response.ok) {
    throw new Error(await problemText(response));
  }
  const body = await response.json();
  return { body, millis: performance.now() - started };
}

async function problemText(response) {
  const problem = await response.json().catch(() => ({}));
  return problem.detail ?? problem.title ?? `The server answered with status ${response.status}.`;
}

/** Runs a task now and again and again; the task says how long to wait. A page nobody looks at asks less often. */
export function repeat(task) {
  let timer = null;
  async function round() {
    clearTimeout(timer);
    const wait = await task();
    timer = setTimeout(round, document.hidden ? wait * 4 : wait);
  }
  document.addEventListener("visibilitychange", () => document.hidden || round());
  round();
  return round;
}

export const feedUrl = (gameId) => socketAddress(`feed?game=${encodeURIComponent(gameId)}&view=spectator`);

/** Where bots connect: the arena protocol is spoken on the root of the same port. */
export const arenaUrl = () => socketAddress("./");
