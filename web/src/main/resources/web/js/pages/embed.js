/** The live view that stands in other pages: the panels asked for, and messages to the page around. See docs/embedding.md. */
import { read, repeat } from "../api.js";
import { byId, el, setAttribute, setText, whenChanged } from "../dom.js";
import { newsOf, readHost, sizeMessage } from "../embed-messages.js";
import { clock } from "../format.js";
import { gameNamed } from "../games.js";
import { buildPanels, withDefaults } from "../panel-boxes.js";
import { queryOf, readQuery } from "../query.js";
import { readSettings } from "../settings.js";
import { chartCredits } from "../shell.js";
import { createSpectator } from "../spectator.js";
import { isOver, pickGame } from "../state.js";
import { PHASES } from "../views/head.js";

const GAMES_MILLIS = 5000;
/** A page around this one shows two of these, mostly: libraries and views are loaded by those who ask for them. */
const VIEWS = {
  standings: async () => (await import("../views/standings.js")).mountStandings,
  race: async () => {
    const [{ mountRace }] = await Promise.all([import("../views/race.js"), loadScript("vendor/uplot-1.6.32/uPlot.iife.min.js")]);
    return mountRace;
  },
  price: async () => (await import("../views/price.js")).mountPrice,
  book: async () => (await import("../views/ladder.js")).mountLadder,
  trades: async () => (await import("../views/tape.js")).mountTape,
  commentary: async () => (await import("../views/log.js")).mountLog,
};
const DEFAULT_PANELS = ["race", "standings"];

let settings = { ...readSettings(), ...readQuery(["panels"]) };
let told = {};
/** The game as the list knows it: null until it was read, `nowhere` if there is none. */
let known = null;

const asked = (settings.panels ?? "").split(",").filter((name) => Object.hasOwn(VIEWS, name));
const panels = buildPanels(byId("game"), asked.length > 0 ? asked : DEFAULT_PANELS);
const actions = {
  set: (change) => changeSettings(change),
  pickBot: (name) => changeSettings({ bot: settings.bot === name ? null : name }),
};
let views = [];
/** Whether a part of this page did not come. */
let broken = false;
const strip = mountStrip();
const notice = mountNotice();
const spectator = createSpectator(draw);
document.querySelector(".credits").append(chartCredits());
loadViews().then(
  (loaded) => (views = loaded),
  () => (broken = true),
).then(() => spectator.redraw());

repeat(async () => {
  try {
    known = settings.game ? await gameNamed(settings.game) : await currentGame();
  } catch (problem) {
    known = { ...known, problem: problem.message };
  }
  spectator.show(known.id ?? null, known);
  spectator.redraw();
  return GAMES_MILLIS;
});

async function loadViews() {
  const mounts = await Promise.all(panels.map((name) => VIEWS[name]()));
  return mounts.map((mount) => mount(actions));
}

function loadScript(src) {
  return new Promise((onload, onerror) => document.head.append(el("script", { src, onload, onerror })));
}

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
  byId("game").hidden = wordOf(state) !== null || views.length === 0;
  views.forEach((render) => render(state, chosen));
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
      byId("notice").replaceChildren(...(word ? [el("p", {}, word)] : []));
    },
  );
}

/** What stands in place of the panels; null while there is something to draw, or soon will be. */
function wordOf({ loaded, gone }) {
  if (broken) {
    return "A part of this view could not be loaded.";
  }
  if (loaded) {
    return null;
  }
  if (known?.nowhere) {
    return settings.game ? "There is no such game." : "No game is on. This view begins by itself with the next one.";
  }
  return gone ? "This game is over." : (known?.problem ?? null);
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
