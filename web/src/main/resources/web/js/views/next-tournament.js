import { byId, el } from "../dom.js";
import { dateTime, plural } from "../format.js";
import { queryOf } from "../query.js";
import { countdown, roundWords } from "../tournament.js";

/** The tournament that can be entered next, else one that goes on. @returns a function that is given all of them */
export function mountNextTournament() {
  return (tournaments) => {
    const open = tournaments.filter(({ phase }) => phase === "entry").sort((a, b) => (a.startsAt ?? Infinity) - (b.startsAt ?? Infinity));
    const next = open[0] ?? tournaments.find(({ phase }) => phase === "running");
    byId("tournament").hidden = !next;
    byId("tournament-title").textContent = next?.phase === "running" ? "Tournament" : "Next tournament";
    byId("tournament-body").replaceChildren(...(next ? linesOf(next) : []));
  };
}

function linesOf(tournament) {
  const { id, title, formatWords, entrants, phase } = tournament;
  const enter = el("a", { href: "docs/tournaments#for-participants" }, "How to enter");
  return [
    el("a", { class: "name", href: `tournament${queryOf({ id })}` }, title),
    el("span", {}, formatWords),
    el("small", {}, `${whenOf(tournament)} \u00b7 ${plural(entrants, "bot")}`),
    ...(phase === "entry" ? [enter] : []),
  ];
}

function whenOf(tournament) {
  if (tournament.phase === "running") {
    return `round ${roundWords(tournament)}`;
  }
  const left = countdown(tournament, Date.now());
  return left ? `starts in ${left}` : tournament.startsAt ? `starts ${dateTime(tournament.startsAt)}` : "starts when told to";
}
