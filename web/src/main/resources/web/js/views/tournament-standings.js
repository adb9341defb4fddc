import { byId, el, setAttribute, setText, svg } from "../dom.js";
import { number, ordinal, signed } from "../format.js";
import { arrangedStandings, hasTies, whiskers } from "../tournament.js";
import { botName, trend } from "./bot-parts.js";
import { mountTable } from "./table.js";

const LEFT = { withdrawn: "withdrew", absent: "not there", cut: "cut", out: "out" };
const WIDTH = 120;

/**
 * The table of a tournament.
 *
 * @param tieBreaks in words
 * @param figures for each figure of a row the index of its tie-break
 * @returns a function that shows (rows, {stars, text})
 */
export function mountStandings({ tieBreaks, figures, onStar }) {
  let scale = () => null;
  const star = ({ name, mine }) => {
    const button = el("button", { type: "button", class: "star", onclick: () => onStar(name) }, mine ? "\u2605" : "\u2606");
    setAttribute(button, "aria-label", `${name} is mine`);
    setAttribute(button, "aria-pressed", String(mine));
    return button;
  };
  const tier = (row) => (row.tier % 2 === 0 ? "tier" : "");
  const columns = [
    { key: "star", title: "My bots", unseen: true, show: star },
    { key: "place", title: "#", show: (row) => String(row.place) },
    { key: "name", title: "Bot", align: "start", wide: true, show: name },
    { key: "points", title: "Points", show: (row) => el("b", {}, row.points) },
    { key: "played", title: "Played", show: (row) => number(row.played, 0) },
    { key: "interval", title: "Mean score, 95 %", align: "start", show: (row) => interval(row, scale(row)), by: (row) => [row.low, row.high, scale(row)] },
    { key: "meanScore", title: "Mean", show: (row) => (row.meanScore === null ? "\u2013" : signed(row.meanScore)), className: (row) => trend(row.meanScore) },
    ...figures.map((rule, i) => ({ key: `figure${i}`, title: `Rule ${rule + 1}`, show: (row) => el("span", { title: tieBreaks[rule] }, row.figures[i] ?? "\u2013") })),
  ];
  const shaped = columns.map((column) => ({ ...column, className: (row) => `${column.className?.(row) ?? ""} ${tier(row)}`.trim() }));
  byId("standings-body").replaceChildren();
  const table = mountTable(byId("standings-body"), { label: "Standings", key: (row) => row.name, columns: shaped });
  return (rows, { stars, text }) => {
    scale = whiskers(rows);
    setText(byId("standings-note"), hasTies(rows) ? "rows on one ground cannot be told apart yet" : "");
    table(arrangedStandings(rows, { isMine: stars.has, text }), { note: text ? `Nobody is called like \u201c${text}\u201d.` : "The table opens with the first result." });
  };
}

function name(row) {
  return el("span", { class: "who" }, botName(row), LEFT[row.state] ? el("small", { class: "note" }, LEFT[row.state]) : null);
}

/** The interval on the scale of the table; its mean as a dot, zero as a line. */
function interval({ low, high }, at) {
  if (!at) {
    return el("span", { class: "note" }, "after two bouts");
  }
  const x = (percent) => (2 + (percent / 100) * (WIDTH - 4)).toFixed(1);
  const words = `${signed(low)} to ${signed(high)}`;
  return svg(
    "svg",
    { class: "whisker", viewBox: `0 0 ${WIDTH} 16`, width: WIDTH, height: 16, role: "img", "aria-label": words },
    svg("title", {}, words),
    svg("line", { class: "zero", x1: x(at.zero), x2: x(at.zero), y1: 0, y2: 16 }),
    svg("line", { x1: x(at.low), x2: x(at.high), y1: 8, y2: 8 }),
    svg("circle", { cx: x(at.mean), cy: 8, r: 3 }),
  );
}

/** The small tables of groups, each with its place of the standings inside. */
export function drawGroups({ format, groups }) {
  const row = ({ place, points, played, ...bot }) => el("tr", {}, el("td", {}, ordinal(place)), el("td", { "data-align": "start", "data-wide": true }, botName(bot)), el("td", {}, number(played, 0)), el("td", {}, el("b", {}, points)));
  const head = el("tr", {}, ...["#", "Bot", "Played", "Points"].map((text, i) => el("th", { scope: "col", "data-align": i === 1 ? "start" : null }, el("span", {}, text))));
  byId("groups").hidden = groups.length === 0 || format !== "groups";
  byId("groups").replaceChildren(
    ...groups.map((group) =>
      el("section", { class: "panel list", "aria-label": `Group ${group.name}` }, el("header", {}, el("h2", {}, `Group ${group.name}`)), el("table", {}, el("thead", {}, head.cloneNode(true)), el("tbody", {}, ...group.standings.map(row)))),
    ),
  );
}
