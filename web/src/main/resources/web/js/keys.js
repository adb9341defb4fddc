/** The keys of the pages that show a game: one table for what they do and for the help that lists them. */

/**
 * What a key does (`act`), how it is called on a keyboard, and what the help says. `shift` only where it makes a
 * difference; `everywhere`: the top bar of each page answers to it.
 */
export const KEYS = [
  { act: "toggle", key: " ", name: "Space", text: "Pause the picture, or go on" },
  { act: "back", key: "ArrowLeft", shift: false, name: "\u2190", text: "1 s back" },
  { act: "forward", key: "ArrowRight", shift: false, name: "\u2192", text: "1 s forward" },
  { act: "farBack", key: "ArrowLeft", shift: true, name: "Shift \u2190", text: "10 s back" },
  { act: "farForward", key: "ArrowRight", shift: true, name: "Shift \u2192", text: "10 s forward" },
  { act: "start", key: "Home", name: "Home", text: "To the start" },
  { act: "end", key: "End", name: "End", text: "To the end" },
  { act: "slower", key: ",", name: ",", text: "Slower" },
  { act: "faster", key: ".", name: ".", text: "Faster" },
  { act: "nextEvent", key: "e", name: "E", text: "Next event" },
  { act: "previousEvent", key: "q", name: "Q", text: "Previous event" },
  { act: "goToTime", key: "g", name: "G", text: "Go to a time" },
  { act: "live", key: "l", name: "L", text: "What happens now" },
  { act: "pickPlace", key: "123456789", name: "1 \u2013 9", text: "Select the bot on this place" },
  { act: "details", key: "d", name: "D", text: "Details of the selected bot" },
  { act: "commentary", key: "c", name: "C", text: "Commentary" },
  { act: "tv", key: "t", name: "T", text: "TV: the most interesting game, full screen" },
  { act: "search", key: "/", name: "/", text: "Search bots and games", everywhere: true },
  { act: "help", key: "?", name: "?", text: "These keys" },
];

const TYPING = "input, textarea, select, [contenteditable]";
/** What Space already means something to. */
const PRESSABLE = "button, a, summary";

/**
 * What a key event asks for: {act, key}, or null. Nothing while somebody types or a dialog asks something, and nothing
 * with Ctrl, Alt or Meta, which belong to the browser.
 */
export function wishOf(event) {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) {
    return null;
  }
  if (event.key === " " && event.target?.closest?.(PRESSABLE)) {
    return null;
  }
  const found = KEYS.find(({ key, shift }) => matches(key, event.key) && (shift ?? shiftOf(event)) === event.shiftKey);
  return found ? { act: found.act, key: event.key } : null;
}

/** A time line is an input, but nobody types into it. */
const isTyping = (target) => target?.type !== "range" && Boolean(target?.closest?.(`${TYPING}, dialog`));

const matches = (key, pressed) => key === pressed || (/^\d+$/.test(key) && pressed.length === 1 && key.includes(pressed));

/** Signs such as ? need Shift on some keyboards and not on others; letters and digits never do. */
const shiftOf = (event) => (/^[a-z0-9 ]$/.test(event.key) ? false : event.shiftKey);

/** @param handlers by `act`, each called with the key; a key without a handler is left to the browser */
export function followKeys(handlers) {
  addEventListener("keydown", (event) => {
    const wish = wishOf(event);
    if (wish && Object.hasOwn(handlers, wish.act)) {
      event.preventDefault();
      handlers[wish.act](wish.key);
    }
  });
}
