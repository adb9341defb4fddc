/** The REST side: small reads that are repeated. Times are milliseconds. */
import { address, socketAddress } from "./site.js";

const TIMEOUT_MILLIS = 8000;
/** A large body may take long; what counts is that it goes on coming. */
const STALL_MILLIS = 30_000;

/** @returns the body and how long the answer took; throws an Error whose message can be shown, with `status` if there was an answer */
export async function read(path) {
  const started = performance.now();
  const body = await ask(path);
  return { body, millis: performance.now() - started };
}

/** Asks with any method, body and headers. @returns what the answer holds; throws as `read` does */
export async function ask(path, options = {}) {
  const response = await send(path, { ...options, signal: AbortSignal.timeout(TIMEOUT_MILLIS) });
  return response.json();
}

/**
 * The same for a large body.
 *
 * @param onBytes hears how many bytes have come so far
 */
export async function readLarge(path, onBytes) {
  const stall = new AbortController();
  let bytes = 0;
  let timer = null;
  const goesOn = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stall.abort(), STALL_MILLIS);
  };
  const count = new TransformStream({
    transform(chunk, out) {
      goesOn();
      bytes += chunk.length;
      onBytes(bytes);
      out.enqueue(chunk);
    },
  });
  try {
    goesOn();
    const response = await send(path, { signal: stall.signal });
    return await new Response(response.body.pipeThrough(count)).json();
  } catch (problem) {
    throw problem.status ? problem : new Error(SILENT);
  } finally {
    clearTimeout(timer);
  }
}

const SILENT = "The server does not answer.";

async function send(path, { headers = {}, ...options }) {
  const response = await fetch(address(path), { ...options, headers: { Accept: "application/json", ...headers } }).catch(() => {
    throw new Error(SILENT);
  });
  if (!response.ok) {
    throw Object.assign(new Error(await problemText(response)), { status: response.status });
  }
  return response;
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
