import { el } from "../dom.js";
import { count } from "../format.js";

/** How often what happened: a row for each, with a bar as long as its share of the most. `rows`: {name, times}. */
export function bars(rows) {
  const most = Math.max(1, ...rows.map((row) => row.times));
  return el("dl", { class: "counts" }, ...rows.map((row) => bar(row, most)));
}

function bar({ name, times }, most) {
  const amount = el("span", { class: "amount" });
  amount.style.transform = `scaleX(${(times / most).toFixed(3)})`;
  return el("div", {}, el("dt", { class: "name", title: name }, name), el("dd", {}, el("span", { class: "rail" }, amount), count(times)));
}
