/**
 * The delay of the feed, without trusting that two machines agree on the time: the smallest gap between sent and received
 * is the difference of the clocks plus half the fastest round trip; what a frame needs beyond that is its delay. Pure.
 */
const SAMPLES_MAX = 240;
const SMOOTHING = 0.2;

export function createLatency() {
  const gaps = [];
  let fastestTrip = Infinity;
  let smooth = null;

  function skew() {
    const trip = Number.isFinite(fastestTrip) ? fastestTrip : 0;
    return Math.min(...gaps) - trip / 2;
  }

  return {
    roundTrip(millis) {
      fastestTrip = Math.min(fastestTrip, millis);
    },
    frame(sentAt, receivedAt) {
      gaps.push(receivedAt - sentAt);
      if (gaps.length > SAMPLES_MAX) {
        gaps.shift();
      }
      const delay = Math.max(0, receivedAt - sentAt - skew());
      smooth = smooth === null ? delay : smooth + SMOOTHING * (delay - smooth);
    },
    /** Smoothed, in milliseconds; null before the first frame. */
    delay: () => (smooth === null ? null : Math.round(smooth)),
  };
}
