/**
 * A game that is over, second by second: the frames of its replay folded once, as the feed's are, so that every second of
 * it is at hand. Times are epoch milliseconds unless they are called seconds: those are of play, from the start. Pure.
 */
import { eventsOf } from "./kinds.js";
import { INITIAL, reduce } from "./state.js";
import { createTimeline } from "./timeline.js";

/**
 * @param replay the answer of `GET /api/v1/games/{id}/replay`
 * @returns `from`, `to`; `seconds`: its length; `at(second)`: the state then; `last`: the state at the end; `log`: every line
 *   of the commentary; `events`: those worth a jump, as {second, kind, text}; `turnover`: money that changed hands, one
 *   number for each step of `stepSeconds`; `secondOf(t)`: the first second at which one sees what happened at `t`
 */
export function createFilm({ game, stepMs, frames, journal }) {
  const timeline = createTimeline({ max: Math.max(1, frames.length) });
  let state = reduce(INITIAL, { type: "chosen", id: game });
  for (const frame of frames) {
    state = reduce(state, { type: "frame", frame });
    if (state.loaded) {
      timeline.push(frame.t ?? state.t, state);
    }
  }
  const from = state.game?.startedAt ?? timeline.first()?.t ?? 0;
  const to = Math.max(from, timeline.last()?.t ?? from);
  const secondOf = (t) => Math.max(0, (Math.ceil((t - from) / stepMs) * stepMs) / 1000);
  const log = frames.flatMap((frame) => frame.log ?? []);
  return {
    from,
    to,
    seconds: (to - from) / 1000,
    journal,
    stepSeconds: stepMs / 1000,
    last: state,
    at: (second) => timeline.at(from + second * 1000) ?? timeline.first()?.state ?? state,
    log,
    events: eventsOf(log).filter((line) => line.t >= from).map(({ t, kind, text }) => ({ second: secondOf(t), kind, text })),
    secondOf,
    turnover: turnoverOf(frames, { from, to, stepMs }),
  };
}

function turnoverOf(frames, { from, to, stepMs }) {
  const sums = new Array(Math.max(1, Math.ceil((to - from) / stepMs))).fill(0);
  for (const trade of frames.flatMap((frame) => (frame.type === "snapshot" ? [] : (frame.trades ?? [])))) {
    const at = Math.floor((trade.t - from) / stepMs);
    if (at >= 0) {
      sums[Math.min(at, sums.length - 1)] += Number(trade.price) * Number(trade.size);
    }
  }
  return sums;
}

/** The second of the next event after, or with direction -1 before, a second; null if there is none. */
export function neighbour(events, second, direction) {
  const found = direction > 0 ? events.find((event) => event.second > second) : events.findLast((event) => event.second < second);
  return found?.second ?? null;
}
