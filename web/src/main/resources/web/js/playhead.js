/**
 * Where a viewer of a running game looks: at what happens now, at an earlier time that goes on at the pace of the game, or
 * at one moment. Pure. Game times (`t`, `last`) are epoch milliseconds of the game, `now` is the viewer's own clock.
 */

export const LIVE = Object.freeze({ mode: "live" });

export const stillAt = (at) => ({ mode: "still", at });
const behind = (from, now) => ({ mode: "behind", from, since: now });

/** The moment that is looked at. */
export function timeOf(head, last, now) {
  switch (head.mode) {
    case "still":
      return Math.min(last, head.at);
    case "behind":
      return Math.min(last, head.from + (now - head.since));
    default:
      return last;
  }
}

/** Stands still, or goes on from where it stands. */
export function toggle(head, last, now) {
  return head.mode === "still" ? goOn(head.at, last, now) : stillAt(timeOf(head, last, now));
}

const goOn = (t, last, now) => (t >= last ? LIVE : behind(t, now));

/** Looks at another moment, and goes on from there unless it stood still. What is to come can only be watched live. */
export function seek(head, t, { first, last }, now) {
  const at = Math.max(first, t);
  return at >= last ? LIVE : head.mode === "still" ? stillAt(at) : behind(at, now);
}

/** One who has caught up is live. */
export function caughtUp(head, last, now) {
  return head.mode === "behind" && timeOf(head, last, now) >= last ? LIVE : head;
}
