import { byId, copyText, el, setText } from "../dom.js";
import { clock, dateTime, number, plural, wallet } from "../format.js";
import { kindOf } from "../kinds.js";

const ACTS = new Set(["phase", "referee"]);
const PARTS_PER_PERCENT = 10_000;
const DIGITS_SHOWN = 12;
const COPIED_MILLIS = 2000;

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
  );
  byId("integrity").hidden = false;
}

function facts({ last: { game }, seconds, turnover, journal }, detail) {
  const rules = detail?.rules;
  const rows = [
    ["Replayed on this server", journal ? `equals the record, ${plural(journal.commands, "command")}` : null],
    ["Chain hash", journal ? chainHash(journal.chain) : null],
    ["Preset", game.preset],
    ["Behaviour version", rules?.behaviorVersion],
    ["Began", game.startedAt ? dateTime(game.startedAt) : null],
    ["Played", clock(seconds * 1000, Math.round)],
    ["Time limit", game.timeLimitMs ? clock(game.timeLimitMs) : "none"],
    ["Wallet at the start", rules ? wallet(rules.grants) : game.grant ? wallet(game.grant) : null],
    ["Fees, maker and taker", rules ? `${percent(rules.makerFeePpm)} and ${percent(rules.takerFeePpm)}` : null],
    ["Turnover", number(turnover.reduce((sum, amount) => sum + amount, 0), 0)],
  ];
  const known = rows.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return el("dl", { class: "pairs" }, ...known.map(([term, value]) => el("div", {}, el("dt", {}, term), el("dd", { class: "figures" }, value))));
}

/** The first digits; a press copies all of them. */
function chainHash(chain) {
  const shown = `${chain.slice(0, DIGITS_SHOWN)}\u2026`;
  const button = el("button", { type: "button", class: "moment figures", title: `Copy ${chain}`, onclick: copy }, shown);
  async function copy() {
    setText(button, (await copyText(chain)) ? "Copied" : "Cannot copy");
    setText(byId("announcer"), button.textContent);
    setTimeout(() => setText(button, shown), COPIED_MILLIS);
  }
  return button;
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
