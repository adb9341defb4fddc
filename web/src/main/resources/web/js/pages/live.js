/** The live game. Puts the parts together: settings, reads over REST, the feed, the state, and the views that draw it. */
import { read, repeat } from "../api.js";
import { followBot } from "../bot-feed.js";
import { byId, whenChanged } from "../dom.js";
import { gameNamed } from "../games.js";
import { followKeys } from "../keys.js";
import { mountPanels, PANEL_NAMES, withDefaults } from "../panels.js";
import { readSettings, writeSettings } from "../settings.js";
import { mountShell } from "../shell.js";
import { createSpectator } from "../spectator.js";
import { isOver, pickGame } from "../state.js";
import { mountBar } from "../views/bar.js";
import { mountHelp } from "../views/dialogs.js";
import { mountDrawer } from "../views/drawer.js";
import { mountNotices } from "../views/notices.js";
import { createWatch } from "../watch.js";
import { watchActions } from "../watch-actions.js";

const GAMES_MILLIS = 5000;
const GAMES_EAGER_MILLIS = 2000;
/** How often the picture moves for one who watches the past, and how soon the URL tells the moment. */
const PAST_MILLIS = 250;
/** How long a podium stays when another game is running and the viewer did not choose. */
const PODIUM_MILLIS = 20_000;

let settings = readSettings();
let overSince = null;
const watch = createWatch();
const spectator = createSpectator(draw, { onFrame: (state) => watch.push(state) });
const selected = followBot(spectator.redraw);

const actions = {
  set: (change) => changeSettings(change),
  pickBot: (name) => changeSettings(settings.bot === name ? { bot: null, details: null } : { bot: name }),
  chooseGame: (id) => changeSettings({ game: id, symbol: null, bot: null, about: null, details: null, t: null }, { newEntry: true }),
  showDetails: (name) => changeSettings({ bot: name, details: settings.bot === name && settings.details ? null : "1" }),
  reconnect: spectator.reconnect,
  refresh: () => refreshGames(),
};
const time = watchActions({ watch, current: spectator.state, moved: spectator.redraw });
const keys = {
  ...time.keys,
  pickPlace: (key) => pickPlace(Number(key)),
  details: () => settings.bot && actions.showDetails(settings.bot),
  help: () => openHelp(),
};
const openHelp = mountHelp(keys);
followKeys(keys);
Object.assign(actions, time, { help: openHelp });

const views = [mountTop(), mountNotices(actions), mountPanels(byId("game"), PANEL_NAMES, actions), mountBar(actions), mountDrawer(actions)];

function mountTop() {
  const shell = mountShell({ tab: "live" });
  return whenChanged(
    (state) => [state.games, state.connection, state.gamesError],
    (state) => {
      shell.renderLive(state.games ?? []);
      shell.renderLight(state);
    },
  );
}

function pickPlace(place) {
  const row = watch.shown(spectator.state()).standings[place - 1];
  row && actions.pickBot(row.name);
}

function draw(state) {
  followOwn(state);
  const past = watch.shown(state);
  const shown = { ...past, ...selected.at(past.look.mode === "live" ? Infinity : past.t) };
  const chosen = withDefaults(settings, shown);
  views.forEach((render) => render(shown, chosen));
}

/** With the drawer shut there is only something to show, in chart and book, where orders and fills are public. */
function followOwn({ gameId, game, loaded, standings, final }) {
  const plays = settings.bot && loaded && standings.some((row) => row.name === settings.bot);
  const open = Boolean(settings.details);
  selected.follow(plays && (open || game.open || final) ? { game: gameId, name: settings.bot, open, over: final } : null);
}

function changeSettings(change, { newEntry = false } = {}) {
  settings = { ...settings, ...change };
  writeSettings(settings, { newEntry });
  settle();
}

/** Decides which game is shown and follows its feed. */
function settle() {
  const { games, gameId } = spectator.state();
  const id = settings.game ?? automaticGame(games ?? []);
  if (id !== gameId) {
    watch.reset();
  }
  spectator.show(id, games?.find((known) => known.id === id) ?? null);
  spectator.redraw();
}

/** A game nobody asked for by name is shown to its end and a little longer, until there is a live one to go on with. */
function automaticGame(games) {
  const shown = games.find((game) => game.id === spectator.state().gameId);
  const next = pickGame(games);
  if (!shown || !next) {
    return next?.id ?? null;
  }
  if (!isOver(shown)) {
    overSince = null;
    return shown.id;
  }
  overSince ??= performance.now();
  return !isOver(next) && performance.now() - overSince > PODIUM_MILLIS ? next.id : shown.id;
}

/** The list ends somewhere; the game of the address is shown however old it is. */
async function withAsked(games) {
  const { game: id } = settings;
  if (!id || games.some((game) => game.id === id)) {
    return games;
  }
  const asked = await gameNamed(id);
  return asked.nowhere ? games : [...games, asked];
}

const refreshGames = repeat(async () => {
  try {
    const { body, millis } = await read("api/v1/games");
    spectator.roundTrip(millis);
    spectator.tell({ type: "games", games: await withAsked(body.games ?? []) });
    settle();
  } catch (problem) {
    spectator.tell({ type: "gamesFailed", message: problem.message });
  }
  return spectator.state().loaded ? GAMES_MILLIS : GAMES_EAGER_MILLIS;
});

/** Brings the moment of a followed link on, moves the past along, and keeps the URL in step with both. */
setInterval(() => {
  const moment = time.moment(settings.t);
  if (moment !== settings.t) {
    settings = { ...settings, t: moment };
    writeSettings(settings);
  }
  if (watch.shown(spectator.state()).look.mode === "behind") {
    spectator.redraw();
  }
}, PAST_MILLIS);

addEventListener("popstate", () => {
  settings = readSettings();
  settle();
});

spectator.redraw();
