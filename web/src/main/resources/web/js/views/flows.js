/** Who gained from whom: one row and one column for each bot, the stronger the colour the more. */
import { el, setTrend } from "../dom.js";
import { number, plural, signed } from "../format.js";
import { matrix } from "../report.js";
import { chip } from "./chip.js";

/** More do not fit beside each other, and the rest moved less. */
const BOTS_MAX = 16;

/** @param identities sign and colour of each bot by name */
export function flowTable(report, identities) {
  const { names, rows, largest } = matrix(report, BOTS_MAX);
  if (largest === 0) {
    return el("p", { class: "note" }, "Nobody traded with anybody.");
  }
  const head = el("tr", {}, el("th", { scope: "col" }, "gained"), ...names.map((name) => el("th", { scope: "col", title: `from ${name}` }, sign(identities, name), el("span", { class: "unseen" }, `from ${name}`))));
  const body = names.map((name, i) => el("tr", {}, el("th", { scope: "row" }, sign(identities, name), el("span", { class: "name" }, name)), ...rows[i].map((cell, j) => flowCell(cell, { name, from: names[j], largest }))));
  const caption = el("caption", { class: "unseen" }, "What the bot of a row gained from the bot of a column");
  const table = el("table", { class: "flows" }, caption, el("thead", {}, head), el("tbody", {}, ...body));
  return el("div", { class: "scroll sideways", tabindex: 0, role: "group", "aria-label": "Who gained from whom" }, table);
}

const sign = (identities, name) => (identities.has(name) ? chip(identities.get(name)) : null);

function flowCell(cell, { name, from, largest }) {
  if (cell === null) {
    return el("td", { class: name === from ? "self" : null });
  }
  const tip = `${name} ${cell.gained < 0 ? "lost to" : "gained from"} ${from} ${number(Math.abs(cell.gained))} in ${plural(cell.trades, "trade")} over ${number(cell.volume, 0)}`;
  const node = el("td", { class: "figures", title: tip }, Math.abs(cell.gained) < 0.05 ? "0" : signedShort(cell.gained));
  setTrend(node, cell.gained);
  node.style.setProperty("--heat-share", `${Math.round((Math.abs(cell.gained) / largest) * 100)}%`);
  return node;
}

const signedShort = (value) => signed(value, Math.abs(value) < 10 ? 1 : 0);
