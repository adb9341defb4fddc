import { byId, el } from "../dom.js";
import { dateTime, signed } from "../format.js";
import { queryOf } from "../query.js";

/** The last finished games with who won, each the way to its replay. @returns a function that shows games of the list */
export function mountResults() {
  const list = el("ol", { class: "result-list" });
  byId("results-body").append(list);
  let shown = "";
  return (games) => {
    const text = JSON.stringify(games);
    if (text !== shown) {
      shown = text;
      byId("results").hidden = games.length === 0;
      list.replaceChildren(...games.map(row));
    }
  };
}

function row(game) {
  return el(
    "li",
    {},
    el(
      "a",
      { href: `replay${queryOf({ game: game.id })}` },
      el("b", { class: "name" }, game.title ?? game.id),
      el("small", {}, [game.endsAt ? dateTime(game.endsAt) : null, game.id].filter(Boolean).join(" \u00b7 ")),
      game.winner ? el("span", {}, "won by ", el("b", { class: "name" }, game.winner), game.winnerScore ? ` ${signed(game.winnerScore)}` : "") : el("span", {}, game.phase === "void" ? "does not count" : ""),
    ),
  );
}
