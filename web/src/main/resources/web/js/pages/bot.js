/** What a bot has done: status, results, rivals. */
import { read, repeat } from "../api.js";
import { byId, el } from "../dom.js";
import { dateTime, number, ordinal, signed } from "../format.js";
import { queryOf, readQuery } from "../query.js";
import { mountShell } from "../shell.js";
import { botName, status, trend } from "../views/bot-parts.js";
import { houseBadge } from "../views/chip.js";
import { mountRating } from "../views/rating-panel.js";
import { resultsChart } from "../views/results-chart.js";
import { mountTable } from "../views/table.js";

const REFRESH_MILLIS = 10_000;
const { name } = readQuery(["name"]);

/** With the drawer of this bot open: where its score came from, and how it played. */
const replayOf = (game) => `replay${queryOf({ game, bot: name, details: "1" })}`;

mountShell({ tab: "bots" }).watchGames();
document.title = `${name ?? "Bot"} \u00b7 Botpit`;

const rating = mountRating();

const results = mountTable(byId("results-body"), {
  label: "Results",
  key: (row) => row.game,
  columns: [
    { key: "title", title: "Game", align: "start", wide: true, show: (row) => el("a", { class: "name", href: replayOf(row.game), title: "What it did in this game" }, row.title ?? row.game) },
    { key: "place", title: "Place", show: (row) => `${ordinal(row.place)}${row.of ? ` of ${row.of}` : ""}` },
    { key: "score", title: "Score", show: (row) => signed(row.score), className: (row) => trend(row.score) },
    { key: "endedAt", title: "Ended", show: (row) => el("time", { datetime: new Date(row.endedAt).toISOString() }, dateTime(row.endedAt)) },
  ],
});

const rivals = mountTable(byId("rivals-body"), {
  label: "Rivals",
  key: (row) => row.name,
  columns: [
    { key: "name", title: "Bot", align: "start", wide: true, show: botName },
    { key: "met", title: "Games", show: (row) => number(row.met, 0) },
    { key: "ahead", title: "Ahead", show: (row) => number(row.ahead, 0) },
    { key: "behind", title: "Behind", show: (row) => number(row.behind, 0) },
  ],
});

function draw(bot) {
  const best = bot.results.slice().sort((a, b) => Number(b.score) - Number(a.score));
  const facts = [
    ["Rank", bot.rank ? String(bot.rank) : "\u2013"],
    ["Games", number(bot.games, 0)],
    ["Wins", number(bot.wins, 0)],
    ["Podiums", number(bot.podiums, 0)],
    ["Total score", signed(bot.totalScore)],
    ...(best.length > 1 ? [["Best of the last games", extreme(best[0])], ["Worst", extreme(best.at(-1))]] : []),
  ];
  byId("bot-head").replaceChildren(
    el("h1", { class: "name" }, bot.name),
    houseBadge(bot) ?? "",
    status(bot),
    el("span", { class: "gap" }),
    bot.playing ? el("a", { class: "watch", href: `live${queryOf({ game: bot.playing, bot: bot.name })}` }, "Watch") : "",
  );
  byId("bot-facts").replaceChildren(...facts.map(([term, value]) => el("div", {}, el("dt", {}, term), el("dd", {}, value))));
  byId("chart").replaceChildren(...(bot.results.length > 0 ? [resultsChart(bot.results)] : []));
  rating(bot);
  results(bot.results, { note: "No game of this bot is finished yet." });
  rivals(bot.rivals ?? [], { note: "It has met nobody in a finished game." });
}

const extreme = ({ game, score }) => el("a", { class: trend(score), href: replayOf(game) }, signed(score));

let shown = "";

repeat(async () => {
  try {
    const { body } = await read(`api/v1/bots/${encodeURIComponent(name ?? "")}`);
    const text = JSON.stringify(body);
    if (text !== shown) {
      shown = text;
      draw(body);
    }
    byId("bot").hidden = false;
    byId("notice").hidden = true;
  } catch (problem) {
    byId("bot").hidden = shown === "";
    byId("notice").hidden = shown !== "";
    byId("notice").replaceChildren(
      el("h1", {}, name ? `No profile of \u201c${name}\u201d` : "No bot was named"),
      el("p", {}, problem.message),
      el("p", {}, el("a", { href: "bots" }, "All bots")),
    );
  }
  return REFRESH_MILLIS;
});
