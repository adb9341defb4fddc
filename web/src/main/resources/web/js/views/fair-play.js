/** Whether a game was held fairly, as its report says: who gained from whom, robust places, self-trades, flags. */
import { el } from "../dom.js";
import { number, ordinal } from "../format.js";
import { flagText, robust } from "../report.js";
import { flowTable } from "./flows.js";

const PODIUM = 3;

/** @param identities sign and colour of each bot by name */
export function fairPlay(report, identities) {
  return el("div", { class: "parts fair" },
    el("div", {}, el("h3", {}, `Who gained from whom, in ${report.money}, five seconds after each trade`), flowTable(report, identities)),
    el("div", {},
      ...part("Flags", report.flags.map(flag), "Nothing that an organiser should look at."),
      ...part("Robust place", report.bots.slice(0, PODIUM).filter(({ standing }) => standing).map(place), "A void game has no places."),
      ...part("Prevented self-trades", selfTrades(report.bots), "No order met another of its owner."),
      el("p", { class: "note" }, el("a", { href: "docs/integrity" }, "What these figures mean"))),
  );
}

/** While it is not there: why. */
export const noFairPlay = (text) => el("p", { class: "note waiting", role: "status" }, text);

function part(title, rows, nothing) {
  return [el("h3", {}, title), rows.length > 0 ? el("ul", {}, ...rows) : el("p", { class: "note" }, nothing)];
}

function flag(row) {
  const { rule, text } = flagText(row);
  return el("li", { class: "flag" }, el("b", {}, rule), el("span", {}, text));
}

function place({ bot, standing }) {
  return el("li", {}, el("span", { class: "name" }, `${ordinal(standing.place)} ${bot}`), el("span", {}, robust(standing)));
}

function selfTrades(bots) {
  return bots
    .filter(({ conduct }) => conduct.preventedSelfTrades > 0)
    .map(({ bot, conduct }) => el("li", {}, el("span", { class: "name" }, bot), el("b", { class: "figures" }, number(conduct.preventedSelfTrades, 0))));
}
