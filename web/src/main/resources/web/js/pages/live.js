/** The live game. Puts the parts together: settings, reads over REST, the feed, the state, and the views that draw it. */
import { feedUrl, read, repeat } from "../api.js";
import { followBot } from "../bot-feed.js";
import { byId, whenChanged } from "../dom.js";
import { followFeed } from "../feed.js";
import { gameNamed, hasNoFeed } from "../games.js";
import { followKeys } from "../keys.js";
import { createLatency } from "../latency.js";
import { mountPanels, PANEL_NAMES, withDefaults } from "../panels.js";
import { readSettings, writeSettings } from "../settings.js";
import { mountShell } from "../shell.js";
import { INITIAL, isOver, pickGame, reduce } from "../state.js";
import { mountBar } from "../views/bar.js";
import { mountHelp } from "../views/dialogs.js";
import { mountDrawer } from "../views/drawer.js";
import { mountNotices } from "../views/notices.js";
import { createWatch } from "../watch.js";
import { watchActions } from "../watch-actions.js";

const GAMES_MILLIS = 5000;
const GAMES_EAGER_MILLIS = 2000;
const LIGHT_MILLIS = 1000;
/** How often the picture moves for one who watches the past, and how soon the URL tells the moment. */
const PAST_MILLIS = 250;
/** How long a podium stays when another game is running and the viewer did not choose. */
const PODIUM_MILLIS = 20_000;

let state = INITIAL;
let settings = readSettings();
let feed = null;
let latency = createLatency();
let drawing = false;
let overSince = null;
const watch = createWatch();
const selected = followBot(() => scheduleDrawing());

const actions = {
  set: (change) => changeSettings(change),
  pickBot: (name) => changeSettings(settings.bot === name ? { bot: null, details: null } : { bot: name }),
  chooseGame: (id) => changeSettings({ game: id, symbol: null, bot: null, about: null, details: null, t: null }, { newEntry: true }),
  showDetails: (name) => changeSettings({ bot: name, details: settings.bot === name && settings.details ? null : "1" }),
  reconnect: () => feed?.retryNow(),
  refresh: () => refreshGames(),
};
const time = watchActions({ watch, current: () => state, moved: () => scheduleDrawing() });
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
  const row = watch.shown(state).standings[place - 1];
  row && actions.pickBot(row.name);
}

function dispatch(action) {
  const before = state;
  state = reduce(state, action);
  if (state !== before) {
    scheduleDrawing();
  }
}

/** Many frames may come between two pictures: only the last state is drawn. */
function scheduleDrawing() {
  if (!drawing) {
    drawing = true;
    requestAnimationFrame(() => {
      drawing = false;
      followOwn({ game: state.gameId, name: settings.bot, open: Boolean(settings.details), over: state.final });
      const past = watch.shown(state);
      const shown = { ...past, ...selected.at(past.look.mode === "live" ? Infinity : past.t) };
      const chosen = withDefaults(settings, shown);
      views.forEach((render) => render(shown, chosen));
    });
  }
}

function followOwn(wanted) {
  const plays = wanted.name && state.loaded && state.standings.some((row) => row.name === wanted.name);
  selected.follow(plays ? wanted : null);
}

function changeSettings(change, { newEntry = false } = {}) {
  settings = { ...settings, ...change };
  writeSettings(settings, { newEntry });
  settle();
}

/** Decides which game is shown and follows its feed. */
function settle() {
  const games = state.games ?? [];
  const id = settings.game ?? automaticGame(games);
  if (id !== state.gameId) {
    feed?.close();
    feed = null;
    watch.reset();
    dispatch({ type: "chosen", id });
    dispatch({ type: "connection", connection: { status: "idle" } });
  }
  const game = games.find((known) => known.id === id);
  if (hasNoFeed(game, state.connection)) {
    feed?.close();
    feed = null;
    dispatch({ type: "gone" });
  } else if (feed === null && game && !state.gone) {
    follow(id);
  }
  scheduleDrawing();
}

/** A game nobody asked for by name is shown to its end and a little longer, until there is a live one to go on with. */
function automaticGame(games) {
  const shown = games.find((game) => game.id === state.gameId);
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

function follow(id) {
  latency = createLatency();
  feed = followFeed({
    url: feedUrl(id),
    isQuiet: () => state.game?.phase !== "RUNNING",
    onStatus: (connection) => dispatch({ type: "connection", connection }),
    onFrame(frame) {
      // The time of a snapshot is that of the last command, which may be long ago.
      if (frame.t && frame.type === "update") {
        latency.frame(frame.t, Date.now());
      }
      dispatch({ type: "frame", frame });
      watch.push(state);
    },
  });
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
    latency.roundTrip(millis);
    dispatch({ type: "games", games: await withAsked(body.games ?? []) });
    settle();
  } catch (problem) {
    dispatch({ type: "gamesFailed", message: problem.message });
  }
  return state.loaded ? GAMES_MILLIS : GAMES_EAGER_MILLIS;
});

setInterval(() => {
  const delay = latency.delay();
  if (state.connection.status === "open" && state.connection.delay !== delay) {
    dispatch({ type: "connection", connection: { status: "open", delay } });
  }
}, LIGHT_MILLIS);

/** Brings the moment of a followed link on, moves the past along, and keeps the URL in step with both. */
setInterval(() => {
  const moment = time.moment(settings.t);
  if (moment !== settings.t) {
    settings = { ...settings, t: moment };
    writeSettings(settings);
  }
  if (watch.shown(state).look.mode === "behind") {
    scheduleDrawing();
  }
}, PAST_MILLIS);

addEventListener("popstate", () => {
  settings = readSettings();
  settle();
});

scheduleDrawing();
