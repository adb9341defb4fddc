/** Numbers and times as people read them. Pure; decimals come in as strings and are shown, never calculated with. */

const MINUS = "\u2212";
const formats = new Map();

function grouped(value, low, high) {
  const key = low * 100 + high;
  if (!formats.has(key)) {
    formats.set(key, new Intl.NumberFormat("en-US", { minimumFractionDigits: low, maximumFractionDigits: high }));
  }
  return formats.get(key).format(value).replace("-", MINUS);
}

export function number(text, decimals = 2) {
  const value = Number(text);
  if (text === null || text === undefined || text === "" || !Number.isFinite(value)) {
    return "\u2013";
  }
  const shown = grouped(value, decimals, decimals);
  return Number(value.toFixed(decimals)) === 0 ? shown.replace(MINUS, "") : shown;
}

/** With its sign: nobody has to see a colour to tell gain from loss. */
export function signed(text, decimals = 2) {
  const shown = number(text, decimals);
  const positive = Number(Number(text).toFixed(decimals)) > 0;
  return positive ? `+${shown}` : shown;
}

/** Sizes of orders: four decimals are enough to read; what is smaller says so. */
export function size(text, decimals = 8) {
  const value = Number(text);
  const shown = Math.min(4, decimals);
  const least = Number(`1e-${shown}`);
  return value > 0 && value < least ? `<${least}` : number(text, shown);
}

/** A holding in a narrow place: whole numbers from a thousand on, else three significant digits or so. */
export function compact(text) {
  const value = Math.abs(Number(text));
  return number(text, value >= 1000 ? 0 : value >= 100 ? 1 : value >= 1 ? 2 : value === 0 ? 0 : 4);
}

/** A count in a narrow place: 999, then 1.2k. */
export function count(value) {
  return value < 1000 ? String(value) : `${(value / 1000).toFixed(value < 10_000 ? 1 : 0)}k`;
}

export function wallet(holdings, format = compact) {
  return Object.entries(holdings ?? {})
    .map(([asset, amount]) => `${format(amount)} ${asset}`)
    .join(" \u00b7 ");
}

/** Every digit the server wrote: there are more of them than a number holds. */
export function exactWallet(holdings) {
  return wallet(holdings, (amount) => {
    const [whole, ...rest] = String(amount).split(".");
    return [whole.replace("-", MINUS).replace(/\B(?=(\d{3})+$)/g, ","), ...rest].join(".");
  });
}

/** Control characters, and those that have no width or turn the direction of what follows. */
const TRICKS = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** Text of strangers with a visible mark in place of characters that would let it pass for something else. */
export function plain(text) {
  return String(text).replace(TRICKS, "\ufffd");
}

const two = (value) => String(value).padStart(2, "0");

/** Milliseconds as m:ss or h:mm:ss. A count-down rounds up, so that 0:00 means over. */
export function clock(millis, rounding = Math.ceil) {
  const total = Math.max(0, rounding(millis / 1000));
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const seconds = two(total % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${seconds}` : `${minutes}:${seconds}`;
}

/** A time as people type it, "3:12", "1:02:03" or "192" seconds, in milliseconds; null if it is none. */
export function parseClock(text) {
  if (!/^\d{1,6}(:\d{1,2}){0,2}$/.test(text.trim())) {
    return null;
  }
  return text.trim().split(":").reduce((sum, part) => sum * 60 + Number(part), 0) * 1000;
}

function timeOfDay(epochMillis) {
  const date = new Date(epochMillis);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** Time in a game with an end is counted from its start; an endless one shows the time of day. */
export function gameTime(game, epochMillis) {
  const origin = timeOrigin(game);
  return origin > 0 ? clock(epochMillis - origin, Math.floor) : timeOfDay(epochMillis);
}

/** Where the time axis of a game begins, in epoch milliseconds; 0 for one that shows the time of day. */
export function timeOrigin(game) {
  return game?.startedAt && game.timeLimitMs ? game.startedAt : 0;
}

export function ordinal(place) {
  const tens = place % 100;
  const suffix = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][place % 10] ?? "th");
  return `${place}${suffix}`;
}

export function plural(count, one, many = `${one}s`) {
  return `${grouped(count, 0, 0)} ${count === 1 ? one : many}`;
}

const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

/** Day and time where the viewer is. */
export const dateTime = (epochMillis) => days.format(epochMillis);

/** A span of a few milliseconds, whose tenths only count where it is short. */
export const millis = (value) => `${value < 10 ? Number(value.toFixed(1)) : Math.round(value)} ms`;

/** That something took no longer than so many milliseconds; null: than a second. */
export const within = (value) => (value === null || value === undefined ? "over a second" : `within ${millis(value)}`);

/** When a game may end, in words, from its closing window on; before that, and where the time limit is the end, null. */
export function closingText({ phase, windowMs, spreadMs }, left) {
  const closes = phase === "RUNNING" && spreadMs > 0 && left !== null && left <= windowMs + spreadMs;
  return closes ? `ends between ${clock(left)} and ${clock(left - spreadMs)}` : null;
}
