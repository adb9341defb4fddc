/** The live game. Puts the parts together: settings, reads over REST, the feed, the state, and the views that draw it. */
import { feedUrl, read, repeat } from "../api.js";
import { byId, whenChanged } from "../dom.js";
import { followFeed } from "../feed.js";
import { createLatency } from "../latency.js";
import { mountPanels, PANEL_NAMES } from "../panels.js";
import { readSettings, writeSettings } from "../settings.js";
import { mountShell } from "../shell.js";
import { INITIAL, isOver, pickGame, reduce } from "../state.js";
import { mountNotices } from "../views/notices.js";
import { candleSeconds } from "../views/price.js";

const GAMES_MILLIS = 5000;
const GAMES_EAGER_MILLIS = 2000;
const LIGHT_MILLIS = 1000;
/** How long a podium stays when another game is running and the viewer did not choose. */
const PODIUM_MILLIS = 20_000;

let state = INITIAL;
let settings = readSettings();
let feed = null;
let latency = createLatency();
let drawing = false;
let overSince = null;

const actions = {
  set: (change) => changeSettings(change),
  pickBot: (name) => changeSettings({ bot: settings.bot === name ? null : name }),
  chooseGame: (id) => changeSettings({ game: id, symbol: null, bot: null }, { newEntry: true }),
  reconnect: () => feed?.retryNow(),
  refresh: () => refreshGames(),
};

const views = [mountTop(), mountNotices(actions), mountPanels(byId("game"), PANEL_NAMES, actions)];

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
      const shown = shownSettings();
      views.forEach((render) => render(state, shown));
    });
  }
}

/** The settings with what applies where the viewer chose nothing, or something this game does not have. */
function shownSettings() {
  const symbols = (state.game?.instruments ?? []).map((instrument) => instrument.symbol);
  const market = symbols.includes(settings.symbol) ? settings.symbol : symbols[0];
  return { ...settings, market, seconds: candleSeconds(settings.candle) };
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
    dispatch({ type: "chosen", id });
    dispatch({ type: "connection", connection: { status: "idle" } });
  }
  if (feed === null && games.some((game) => game.id === id)) {
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
    },
  });
}

const refreshGames = repeat(async () => {
  try {
    const { body, millis } = await read("api/v1/games");
    latency.roundTrip(millis);
    dispatch({ type: "games", games: body.games ?? [] });
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

addEventListener("popstate", () => {
  settings = readSettings();
  settle();
});

scheduleDrawing();
