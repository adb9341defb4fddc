import { byId, el } from "../dom.js";
import { ordinal, signed } from "../format.js";
import { boutPath, boutsOf, crossTable, isCross, tableRounds } from "../tournament.js";
import { botLink, trend } from "./bot-parts.js";

const SAYS = { next: "not begun", waiting: "waits for its bots", running: "running", over: "over", void: "void" };
const HALVES = { 0: "0", 0.5: "\u00bd", 1: "1" };

/** Each against each: a cell has the points of its row, and leads to the game. Rows are numbered: places may be shared. */
export function drawCross(tournament) {
  byId("cross").hidden = !isCross(tournament) || tournament.schedule.length === 0;
  if (byId("cross").hidden) {
    return;
  }
  const rows = crossTable(tournament).map(({ name, cells }, i) =>
    el("tr", {}, el("td", {}, String(i + 1)), el("th", { scope: "row", "data-align": "start" }, botLink(name)), ...cells.map((bouts) => el("td", { class: bouts === null ? "self" : null }, ...(bouts ?? []).map(cell))), el("td", {}, el("b", {}, tournament.standings[i].points))),
  );
  const heads = ["#", "Bot", ...tournament.standings.map((_, i) => String(i + 1)), "Points"].map((text, i) => el("th", { scope: "col", "data-align": i === 1 ? "start" : null }, el("span", {}, text)));
  byId("cross-body").replaceChildren(el("table", { class: "cross", "aria-label": "Each against each" }, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...rows)));
}

function cell({ bout, points }) {
  const href = boutPath(bout);
  const text = points === null ? (bout.phase === "running" ? "\u25b6" : "\u00b7") : (HALVES[Number(points)] ?? points);
  const label = `${bout.seats.map(({ name }) => name).join(" against ")}: ${points === null ? SAYS[bout.phase] : points}`;
  return href ? el("a", { href, "aria-label": label, title: label }, text) : el("span", { title: label }, text);
}

/** The bouts of one round, each as a small card. @param asked the wanted round; else the last one is shown */
export function drawRounds({ schedule }, asked) {
  byId("rounds").hidden = schedule.length === 0;
  if (schedule.length === 0) {
    return;
  }
  const shown = schedule.find(({ round }) => String(round) === asked) ?? schedule.at(-1);
  const option = ({ round, name }) => el("option", { value: String(round), selected: round === shown.round }, name);
  byId("round").replaceChildren(...schedule.map(option));
  byId("round").value = String(shown.round);
  const idle = shown.sitOut?.length > 0 ? el("p", { class: "words" }, "Sit out: ", ...shown.sitOut.flatMap((name) => [botLink(name), " "])) : "";
  byId("rounds-body").replaceChildren(el("ol", { class: "bouts" }, ...shown.bouts.map(boutCard)), idle);
}

function boutCard(bout) {
  const href = boutPath(bout);
  const game = bout.gameOfSeries > 1 ? `, game ${bout.gameOfSeries}` : "";
  const way = href ? el("a", { href, "aria-label": `${bout.phase === "over" ? "Replay" : "Watch"} bout ${bout.number}` }, bout.phase === "over" ? "Replay" : "Watch") : el("span", { class: "note" }, SAYS[bout.phase]);
  return el("li", { "data-phase": bout.phase }, el("div", { class: "bout-head" }, el("span", { class: "note" }, `Table ${bout.table}${game}`), el("span", { class: "gap" }), state(bout), way), el("table", { "aria-label": `Bout ${bout.number}` }, el("tbody", {}, ...bout.seats.map(seat))));
}

/** What is not plain from the way to its game. */
function state({ phase, game }) {
  if (phase === "running") {
    return el("span", { class: "status", "data-status": "playing" }, el("span", { class: "dot", "aria-hidden": "true" }), SAYS.running);
  }
  return phase === "waiting" && game ? el("span", { class: "note" }, SAYS.waiting) : "";
}

function seat({ name, place, points, score, absent }) {
  return el("tr", {}, el("td", { "data-align": "start" }, botLink(name)), el("td", { class: "note" }, absent ? "not there" : place ? ordinal(place) : ""), el("td", { class: score ? trend(score) : null }, score ? signed(score) : ""), el("td", {}, el("b", {}, points ?? "")));
}

/** The rounds side by side; the winners of neighbours meet, and the better halves of tables. */
export function drawBracket(tournament) {
  const bouts = new Map(boutsOf(tournament).map((bout) => [bout.number, bout]));
  const rounds = [
    ...(tournament.bracket ?? []).map(({ name, series }) => ({ name, cards: series.map((each) => seriesCard(each, bouts)) })),
    ...tableRounds(tournament).map(({ name, tables }) => ({ name, cards: tables.map(tableCard) })),
  ];
  byId("bracket").hidden = rounds.length === 0;
  byId("bracket-body").replaceChildren(el("div", { class: "bracket" }, ...rounds.map(({ name, cards }) => el("section", { "aria-label": name }, el("h3", {}, name), el("ol", {}, ...cards)))));
}

function seriesCard({ bestOf, thirdPlace, seats, winner, bouts: numbers }, bouts) {
  const words = `${thirdPlace ? "third place, " : ""}${bestOf > 1 ? `best of ${bestOf}` : "one game"}`;
  const rows = seats.map(({ name, seed, wins, bye }) => side({ won: name !== null && name === winner, rank: seed ?? "", bot: name ? botLink(name) : el("span", { class: "note" }, bye ? "bye" : "not known yet"), points: name ? wins : "" }));
  return card({ rows, words, who: seats.map(({ name }) => name).join(" against "), bouts: numbers.map((number) => bouts.get(number)) });
}

function tableCard({ name, goOn, rows: standings, bouts }) {
  const words = goOn === 0 ? "" : goOn === 1 ? "the first goes on" : `the first ${goOn} go on`;
  const rows = standings.map(({ name: bot, place, points, won }) => side({ won, rank: place, bot: botLink(bot), points }));
  return card({ rows, words, who: `table ${name}`, bouts });
}

const side = ({ won, rank, bot, points }) => el("div", { class: "side", "data-won": String(won) }, el("small", { class: "note" }, String(rank)), bot, el("span", { class: "gap" }), el("b", {}, points));

/** Sides with what they have, and below them the ways to their games. */
function card({ rows, words, who, bouts }) {
  const link = (bout, i) => el("a", { href: boutPath(bout), "data-phase": bout.phase, "aria-label": `Game ${i + 1} of ${who}` }, String(i + 1));
  return el("li", {}, ...rows, el("div", { class: "series-foot note" }, words, el("span", { class: "gap" }), ...bouts.filter((bout) => bout && boutPath(bout)).map(link)));
}
