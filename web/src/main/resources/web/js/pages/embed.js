/** The live view that stands in other pages: the panels asked for, and messages to the page around. See docs/embedding.md. */
import { read, repeat } from "../api.js";
import { byId, el, setAttribute, setText, whenChanged } from "../dom.js";
import { newsOf, readHost, sizeMessage } from "../embed-messages.js";
import { clock } from "../format.js";
import { gameNamed, hasNoFeed } from "../games.js";
import { mountPanels, withDefaults } from "../panels.js";
import { queryOf, readQuery } from "../query.js";
import { readSettings } from "../settings.js";
import { chartCredits } from "../shell.js";
import { createSpectator } from "../spectator.js";
import { isOver, pickGame } from "../state.js";
import { PHASES } from "../views/head.js";

const GAMES_MILLIS = 5000;
const PANELS = ["standings", "race", "price", "book", "trades", "commentary"];
const DEFAULT_PANELS = ["race", "standings"];

let settings = { ...readSettings(), ...readQuery(["panels"]) };
let told = {};
/** The game as the list knows it: null until it was read, `nowhere` if there is none. */
let known = null;
/** The id of a game that is over for so long that there is no feed of it any more. */
let gone = null;

const asked = (settings.panels ?? "").split(",").filter((name) => PANELS.includes(name));
const render = mountPanels(byId("game"), asked.length > 0 ? asked : DEFAULT_PANELS, {
  set: (change) => changeSettings(change),
  pickBot: (name) => changeSettings({ bot: settings.bot === name ? null : name }),
});
const strip = mountStrip();
const notice = mountNotice();
const spectator = createSpectator(draw);
document.querySelector(".credits").append(chartCredits());

repeat(async () => {
  try {
    known = settings.game ? await gameNamed(settings.game) : await currentGame();
  } catch (problem) {
    known = { ...known, problem: problem.message };
  }
  const { gameId, connection } = spectator.state();
  gone = known.id === gameId && hasNoFeed(known, connection) ? gameId : gone;
  spectator.show(known.nowhere || isGone() ? null : (known.id ?? null));
  spectator.redraw();
  return GAMES_MILLIS;
});

const isGone = () => gone !== null && gone === known?.id;

/** Without a game in the address: the one on now, kept to its end. */
async function currentGame() {
  const games = (await read("api/v1/games")).body.games ?? [];
  const shown = games.find((game) => game.id === spectator.state().gameId && !isOver(game));
  return shown ?? pickGame(games) ?? { nowhere: true };
}

function draw(state) {
  const chosen = withDefaults(settings, state);
  strip(state);
  notice(state);
  render(state, chosen);
  const news = newsOf(state, told);
  told = news.told;
  news.messages.forEach(post);
}

function mountStrip() {
  const title = el("b");
  const phase = el("span", { class: "tag phase", hidden: true });
  const time = el("span", { class: "clock figures" });
  const link = el("a", { target: "_blank", rel: "noopener", href: "./" }, "Open on Botpit");
  byId("strip").append(title, phase, time, el("span", { class: "gap" }), link);
  return ({ game, gameId, leftMs, t }) => {
    setText(title, game?.title ?? known?.title ?? "Botpit");
    phase.hidden = !game;
    setAttribute(phase, "data-phase", game?.phase ?? "");
    setText(phase, PHASES[game?.phase] ?? "");
    setText(time, game ? timeOf(game, leftMs, t) : "");
    const over = game ? isOver(game) : Boolean(known?.phase && isOver(known));
    setText(link, over ? "Watch the replay" : "Open on Botpit");
    setAttribute(link, "href", `${over ? "replay" : "live"}${queryOf({ game: gameId ?? settings.game, bot: settings.bot })}`);
  };
}

function timeOf(game, leftMs, t) {
  if (isOver(game) || leftMs === null) {
    return game.startedAt ? `${clock((isOver(game) ? game.endsAt ?? t : t) - game.startedAt, Math.round)} played` : "";
  }
  return `${clock(leftMs)} left`;
}

function mountNotice() {
  return whenChanged(
    (state) => [wordOf(state)],
    (state) => {
      const word = wordOf(state);
      byId("notice").hidden = word === null;
      byId("game").hidden = word !== null;
      byId("notice").replaceChildren(...(word ? [el("p", {}, word)] : []));
    },
  );
}

/** What stands in place of the panels; null while there is something to draw, or soon will be. */
function wordOf({ loaded }) {
  if (loaded) {
    return null;
  }
  if (known?.nowhere) {
    return settings.game ? "There is no such game." : "No game is on. This view begins by itself with the next one.";
  }
  return isGone() ? "This game is over." : (known?.problem ?? null);
}

function changeSettings(change) {
  settings = { ...settings, ...change };
  spectator.redraw();
}

function post(message) {
  if (parent !== self) {
    // All of it is public: whoever has this view in a page may know.
    parent.postMessage(message, "*");
  }
}

new ResizeObserver(() => {
  const { width, height } = byId("content").getBoundingClientRect();
  post(sizeMessage(Math.round(width), Math.ceil(height)));
}).observe(byId("content"));

addEventListener("message", ({ source, data }) => {
  const wish = source === parent && source !== self ? readHost(data) : null;
  if (wish?.theme) {
    globalThis.botpitTheme.show(wish.theme);
  } else if (wish) {
    changeSettings(wish);
  }
});
