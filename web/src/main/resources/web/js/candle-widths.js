/** How many seconds a candle has: what can be chosen, and what applies where nothing was. Pure. */

export const CANDLE_WIDTHS = [
  [1, "1 s"],
  [5, "5 s"],
  [15, "15 s"],
  [60, "1 m"],
];
const SECONDS_AT_FIRST = 5;

export const candleSeconds = (setting) =>
  CANDLE_WIDTHS.map(([seconds]) => seconds).find((seconds) => String(seconds) === setting) ?? SECONDS_AT_FIRST;
