import { el, setAttribute, svg } from "../dom.js";

const SIGNS = {
  pause: "M4.5 3v10M11.5 3v10",
  play: "M4.5 2.500v11l8.500-5.500z",
  back: "M8 3.500L3.500 8 8 12.500M12.500 3.500L8 8l4.500 4.500",
  forward: "M8 3.500L12.500 8 8 12.500M3.500 3.500L8 8l-4.500 4.500",
  previous: "M4 3v10M12 3.500L6.500 8l5.500 4.500z",
  next: "M12 3v10M4 3.500L9.500 8 4 12.500z",
  start: "M4 3v10M12.500 3.500L8 8l4.500 4.500",
  end: "M12 3v10M3.500 3.500L8 8l-4.500 4.500",
  link: "M6.500 9.500l3-3M7 4.500l1.500-1.500a3.200 3.200 0 0 1 4.500 4.500L11.500 9M9 11.500L7.500 13A3.200 3.200 0 0 1 3 8.500L4.500 7",
};

/** A button of the bar below a game: a sign, and words where there is room for them. */
export function barButton(id, sign, text, act, label = null) {
  const icon = svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: SIGNS[sign] }));
  return el("button", { id, type: "button", class: "button", onclick: () => act(), "aria-label": label, title: label }, icon, text ? el("span", {}, text) : null);
}

export const setSign = (button, sign) => setAttribute(button.querySelector("path"), "d", SIGNS[sign]);
