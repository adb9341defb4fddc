/** One tournament: what it is, its standings, who met whom. */
import { read, repeat } from "../api.js";
import { byId, el } from "../dom.js";
import { readQuery, writeQuery } from "../query.js";
import { mountShell } from "../shell.js";
import { createStars } from "../starred.js";
import { figuresOf, isOver } from "../tournament.js";
import { drawBracket, drawCross, drawRounds } from "../views/tournament-bouts.js";
import { drawCountdown, drawHead } from "../views/tournament-head.js";
import { drawGroups, mountStandings } from "../views/tournament-standings.js";

const LIVE_MILLIS = 2000;
const OVER_MILLIS = 30_000;
const SECOND = 1000;

mountShell({ tab: "tournaments" }).watchGames();

const stars = createStars();
let settings = readQuery(["id", "round", "q"]);
let tournament = null;
let shown = "";
let standings = null;
/** How many figures the table has room for: they come with the first result. */
let columns = 0;

function draw() {
  document.title = `${tournament.title} \u00b7 Botpit`;
  drawHead(tournament);
  const figures = figuresOf(tournament);
  if (standings === null || figures.length !== columns) {
    columns = figures.length;
    standings = mountStandings({ tieBreaks: tournament.tieBreaks, figures, onStar });
  }
  drawStandings();
  drawBracket(tournament);
  drawGroups(tournament);
  drawCross(tournament);
  drawRounds(tournament, settings.round);
}

const drawStandings = () => standings(tournament.standings, { stars, text: settings.q ?? "" });

function onStar(name) {
  stars.toggle(name);
  drawStandings();
}

function change(part) {
  settings = { ...settings, ...part };
  writeQuery(settings);
}

byId("search").value = settings.q ?? "";
byId("search-form").addEventListener("submit", (event) => event.preventDefault());
byId("search").addEventListener("input", ({ target }) => {
  change({ q: target.value.trim() || null });
  tournament && drawStandings();
});
byId("round").addEventListener("change", ({ target }) => {
  change({ round: target.value });
  drawRounds(tournament, settings.round);
});
addEventListener("popstate", () => {
  settings = readQuery(["id", "round", "q"]);
  byId("search").value = settings.q ?? "";
  tournament && draw();
});

repeat(async () => {
  tournament && drawCountdown(tournament);
  return SECOND;
});

repeat(async () => {
  try {
    const { body } = await read(`api/v1/tournaments/${encodeURIComponent(settings.id ?? "")}`);
    const text = JSON.stringify(body);
    if (text !== shown) {
      shown = text;
      tournament = body;
      draw();
    }
    byId("tournament").hidden = false;
    byId("notice").hidden = true;
  } catch (problem) {
    byId("tournament").hidden = tournament === null;
    byId("notice").hidden = tournament !== null;
    byId("notice").replaceChildren(
      el("h1", {}, settings.id ? `No tournament \u201c${settings.id}\u201d` : "No tournament was named"),
      el("p", {}, problem.message),
      el("p", {}, el("a", { href: "tournaments" }, "All tournaments")),
    );
  }
  return tournament !== null && isOver(tournament) ? OVER_MILLIS : LIVE_MILLIS;
});
