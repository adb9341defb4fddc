import { el, svg } from "../dom.js";

const INK_BY_SHAPE = { square: true, disc: true, ring: false, circle: false };

/** The sign of a bot: colour, letter and shape. The name stands beside it, so it is hidden from screen readers. */
export function chip(identity) {
  const node = svg("svg", { class: `chip bot-${identity.slot}`, viewBox: "0 0 20 20", "aria-hidden": "true" });
  const filled = INK_BY_SHAPE[identity.shape];
  const paint = filled ? { fill: "currentColor" } : { fill: "none", stroke: "currentColor", "stroke-width": 1.8 };
  const round = identity.shape === "disc" || identity.shape === "circle";
  const outline = round
    ? svg("circle", { cx: 10, cy: 10, r: filled ? 10 : 9, ...paint })
    : svg("rect", { x: filled ? 0 : 1, y: filled ? 0 : 1, width: filled ? 20 : 18, height: filled ? 20 : 18, rx: 5, ...paint });
  const letter = svg("text", { x: 10, y: 14, class: filled ? "ink" : null, fill: "currentColor" }, identity.letter);
  node.append(outline, letter);
  return node;
}

export function houseBadge(row) {
  return row.house ? el("span", { class: "house", title: "Played by the house" }, "HOUSE") : null;
}

/** The same where there is no room for the word. */
export function houseSign(row) {
  const sign = svg("svg", { class: "house-sign", viewBox: "0 0 12 12", role: "img", "aria-label": "house" }, svg("title", {}, "Played by the house"), svg("path", { d: "M1.5 6L6 2l4.500 4M3 5.500V10.500h6V5.500" }));
  return row.house ? sign : null;
}
