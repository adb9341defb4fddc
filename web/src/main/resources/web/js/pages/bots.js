/** All bots, with search. */
import { byId } from "../dom.js";
import { number } from "../format.js";
import { mountShell } from "../shell.js";
import { botName, status } from "../views/bot-parts.js";
import { mountListPage } from "../views/list-page.js";
import { ratingFigure } from "../views/ratings.js";
import { mountTable } from "../views/table.js";

mountShell({ tab: "bots" }).watchGames();

/** Of its pools, the one it played in most. */
const best = (ratings) => {
  const [most] = (ratings ?? []).toSorted((a, b) => b.games - a.games);
  return most ? ratingFigure(most) : "\u2013";
};

const table = mountTable(byId("list"), {
  label: "Bots",
  key: (row) => row.name,
  columns: [
    { key: "name", title: "Bot", align: "start", wide: true, show: botName },
    { key: "status", title: "Status", align: "start", show: status },
    { key: "rating", title: "Rating", show: (row) => best(row.ratings) },
    { key: "games", title: "Games", show: (row) => number(row.games, 0) },
  ],
});

mountListPage({
  path: "api/v1/bots",
  key: "bots",
  nothing: "No bot has finished a game yet.",
  render: (rows, note) => table(rows, { note }),
});
