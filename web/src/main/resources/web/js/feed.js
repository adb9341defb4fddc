/**
 * Follows the spectator view of one game over a WebSocket and keeps following: after a loss, a gap or a silence it
 * connects again with exponential back-off, and each connection begins with a snapshot. It knows nothing of the page.
 */
import { judge } from "./state.js";

const BACKOFF_FIRST_MILLIS = 500;
export const BACKOFF_MAX_MILLIS = 15_000;
/** How long a connection may be without a snapshot, and a running game without any frame. */
export const SILENCE_MAX_MILLIS = 20_000;

/** The wait before an attempt; up to a fifth longer, so that a restarted server does not meet all viewers at once. */
export function backoff(attempt, random) {
  const wait = Math.min(BACKOFF_MAX_MILLIS, BACKOFF_FIRST_MILLIS * 2 ** (attempt - 1));
  return Math.round(wait * (1 + random() / 5));
}

function browserWorld() {
  return {
    socket: (url) => new WebSocket(url),
    after: (millis, task) => setTimeout(task, millis),
    cancel: (timer) => clearTimeout(timer),
    now: () => Date.now(),
    random: Math.random,
  };
}

/**
 * @param onFrame takes each frame that is news, parsed, in order
 * @param onStatus takes {status: "connecting" | "open" | "closed"} or {status: "reconnecting", attempt, retryAt}
 * @param isQuiet says whether silence is natural just now (nothing happens in a lobby)
 */
export function followFeed({ url, onFrame, onStatus, isQuiet, world = browserWorld() }) {
  let socket = null;
  let timer = null;
  let watchdog = null;
  let attempt = 0;
  let seq = null;
  let over = false;

  function connect() {
    seq = null;
    onStatus(attempt === 0 ? { status: "connecting" } : { status: "reconnecting", attempt, retryAt: world.now() });
    const mine = world.socket(url);
    socket = mine;
    mine.onmessage = (event) => mine === socket && receive(event.data);
    mine.onclose = () => mine === socket && lost();
    watch();
  }

  function receive(text) {
    const frame = parse(text);
    watch();
    if (frame === null) {
      return;
    }
    const verdict = judge(seq, frame);
    if (verdict === "gap") {
      lost();
    } else if (verdict === "apply") {
      accept(frame);
    }
  }

  function accept(frame) {
    seq = frame.seq ?? seq;
    over ||= frame.type === "final";
    if (frame.type === "snapshot") {
      over = frame.final === true;
      attempt = 0;
      onStatus({ status: "open" });
    }
    onFrame(frame);
  }

  function lost() {
    drop();
    if (over) {
      onStatus({ status: "closed" });
      return;
    }
    attempt += 1;
    const wait = backoff(attempt, world.random);
    onStatus({ status: "reconnecting", attempt, retryAt: world.now() + wait });
    timer = world.after(wait, connect);
  }

  function watch() {
    world.cancel(watchdog);
    watchdog = world.after(SILENCE_MAX_MILLIS, () => (seq !== null && isQuiet() ? watch() : lost()));
  }

  function drop() {
    const old = socket;
    socket = null;
    world.cancel(watchdog);
    world.cancel(timer);
    old?.close();
  }

  connect();
  return {
    close: drop,
    retryNow() {
      drop();
      connect();
    },
  };
}

function parse(text) {
  try {
    const frame = JSON.parse(text);
    return typeof frame === "object" && frame !== null ? frame : null;
  } catch {
    return null;
  }
}
