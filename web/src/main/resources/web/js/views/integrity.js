import { byId, el } from "../dom.js";
import { clock, dateTime, exactWallet, number, plural, wallet } from "../format.js";
import { kindOf } from "../kinds.js";
import { copyable } from "./copyable.js";
import { fairPlay, noFairPlay } from "./fair-play.js";

const ACTS = new Set(["phase", "referee"]);
const PARTS_PER_PERCENT = 10_000;
const DIGITS_SHOWN = 12;

/**
 * What the server tells about how a game was held: nothing is shown that it does not say.
 *
 * @param detail the answer of `GET /api/v1/games/{id}`, null if there was none
 */
export function showIntegrity(film, detail, actions) {
  const refused = film.last.standings.filter((row) => Number(row.rejects) > 0).sort((a, b) => b.rejects - a.rejects);
  const acts = film.log.filter((line) => ACTS.has(line.kind));
  byId("integrity").replaceChildren(
    el("header", {}, el("h2", { id: "integrity-title" }, "Integrity"), el("span", { class: "note" }, "how this game was held")),
    el("div", { class: "parts" }, facts(film, detail), refusals(film, refused), doings(acts, film, actions)),
    noFairPlay("The report of this game is being made\u2026"),
  );
  byId("integrity").hidden = false;
}

/** @param told sign and colour of each bot by name; where there is no report, why */
export function showFairPlay(report, told) {
  byId("integrity").lastChild.replaceWith(report ? fairPlay(report, told) : noFairPlay(`There is no report of this game: ${told}`));
}

function facts({ last: { game }, seconds, turnover, journal }, detail) {
  const rules = detail?.rules;
  const rows = [
    ["Replayed on this server", journal ? `equals the record, ${plural(journal.commands, "command")}` : null],
    ["Chain hash", journal ? copyable(journal.chain, { digits: DIGITS_SHOWN }) : null],
    ...fairness(detail?.fairness),
    ["Preset", game.preset],
    ["Behaviour version", rules?.behaviorVersion],
    ["Began", game.startedAt ? dateTime(game.startedAt) : null],
    ["Played", clock(seconds * 1000, Math.round)],
    ["Time limit", game.timeLimitMs ? clock(game.timeLimitMs) : "none"],
    ["Wallet at the start", rules ? wallet(rules.grants) : game.grant ? wallet(game.grant) : null],
    ["Fees, maker and taker", rules ? `${percent(rules.makerFeePpm)} and ${percent(rules.takerFeePpm)}` : null],
    ["Limits of a bot", rules?.limits ? limits(rules.limits) : null],
    ["Turnover", number(turnover.reduce((sum, amount) => sum + amount, 0), 0)],
  ];
  const known = rows.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return el("dl", { class: "pairs" }, ...known.map(([term, value]) => el("div", {}, el("dt", {}, term), el("dd", { class: "figures" }, value))));
}

/** What a bot may have at most, in words, with every digit the server wrote. */
function limits({ positionMax, notionalMax, ordersMax }) {
  const coins = Object.keys(positionMax).length > 0 ? [exactWallet(positionMax)] : [];
  const worth = notionalMax === null ? [] : [`open orders worth ${notionalMax}`];
  return [...coins, ...worth, plural(ordersMax, "open order")].join(", ");
}

/** What the seed was, and what was said of it before: who hashes the one gets the other. */
function fairness(said) {
  if (!said) {
    return [];
  }
  return [
    ["Orders were taken in", said.batchMs > 0 ? `by batches of ${said.batchMs} ms` : "as they came"],
    ["Rated", said.rated ? "yes, one bot of each owner" : "no"],
    ["Committed to before", said.seedCommitment && copyable(said.seedCommitment, { digits: DIGITS_SHOWN })],
    ["Seed", said.seed],
    ["Salt", said.salt && copyable(said.salt, { digits: DIGITS_SHOWN })],
  ];
}

const percent = (ppm) => `${number(ppm / PARTS_PER_PERCENT, 3)} %`;

function refusals({ last: { standings } }, refused) {
  const told = standings.some((row) => row.rejects !== undefined);
  const rows = refused.map((row) => el("li", {}, el("span", { class: "name" }, row.name), el("b", { class: "figures" }, number(row.rejects, 0))));
  return part("Refused commands", rows, told ? "No command was refused." : "The server does not tell.");
}

function doings(acts, film, actions) {
  const rows = acts.map((line) => el("li", {}, when(line, film, actions), el("span", {}, kindOf(line).sign, " ", line.text)));
  return part("Phases and acts of the referee", rows, "None are told.");
}

function when(line, film, actions) {
  const time = clock(Math.max(0, line.t - film.from), Math.floor);
  return el("button", { type: "button", class: "moment figures", title: "Go to this second", onclick: () => actions.goToLine(line) }, time);
}

function part(title, rows, nothing) {
  return el("div", {}, el("h3", {}, title), rows.length > 0 ? el("ul", { class: "scroll", tabindex: 0, role: "group", "aria-label": title }, ...rows) : el("p", { class: "note" }, nothing));
}
