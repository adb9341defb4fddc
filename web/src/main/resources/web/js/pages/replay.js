/** A finished game, to be watched again. Puts the parts together: the film, the player, and the views that draw both. */
import { read, readLarge } from "../api.js";
import { followBot } from "../bot-feed.js";
import { byId, copyText, setText } from "../dom.js";
import { createFilm, neighbour } from "../film.js";
import { followKeys } from "../keys.js";
import { mountPanels, PANEL_NAMES, withDefaults } from "../panels.js";
import { advance, playerFrom, seek, shift, toggle } from "../player.js";
import { readQuery } from "../query.js";
import { readSettings, writeSettings } from "../settings.js";
import { mountShell } from "../shell.js";
import { mountGoTo, mountHelp } from "../views/dialogs.js";
import { mountDrawer } from "../views/drawer.js";
import { showIntegrity } from "../views/integrity.js";
import { mountPlaybar } from "../views/playbar.js";
import { mountReplayNotice } from "../views/replay-notice.js";

const BUSY_MILLIS = 2000;
/** The URL follows at most so often. */
const URL_MILLIS = 500;
/** A page that was not drawn for a while goes on where it was. */
const TICK_MAX_MILLIS = 250;
const FAILURES = { 400: "unknown", 404: "unknown", 409: "running", 410: "lost", 503: "busy" };

let settings = { ...readSettings(), ...readQuery(["speed"]) };
let film = null;
let player = null;
let line = null;
let views = [];
let drawing = false;
let playedAt = null;
let urlTimer = null;
const selected = followBot(() => scheduleDrawing());

const by = (seconds) => () => goToSecond(Math.floor(player.second) + seconds);
const toEvent = (direction) => () => goToSecond(neighbour(film.events, player.second, direction) ?? (direction > 0 ? player.end : 0));
const time = {
  toggle: () => play(toggle(player)),
  back: by(-1),
  forward: by(1),
  farBack: by(-10),
  farForward: by(10),
  start: () => goToSecond(0),
  end: () => goToSecond(player.end),
  nextEvent: toEvent(1),
  previousEvent: toEvent(-1),
};
const actions = {
  ...time,
  load: () => load(),
  set: (change) => changeSettings(change),
  pickBot: (name) => changeSettings(settings.bot === name ? { bot: null, details: null } : { bot: name }),
  showDetails: (name) => changeSettings({ bot: name, details: settings.bot === name && settings.details ? null : "1" }),
  goToSecond,
  goTo: (t) => goToSecond(Math.floor((t - film.from) / 1000)),
  goToLine: (told) => goToSecond(film.secondOf(told.t), told),
  setSpeed: (speed) => play({ ...player, speed }),
  copyLink,
  help: () => openHelp(),
};
const openGoTo = mountGoTo((millis) => goToSecond(millis / 1000));
const keys = {
  ...time,
  faster: () => play(shift(player, 1)),
  slower: () => play(shift(player, -1)),
  goToTime: () => openGoTo(),
  pickPlace: (key) => pickPlace(Number(key)),
  details: () => settings.bot && actions.showDetails(settings.bot),
  commentary: () => byId("log-body")?.focus(),
  tv: () => location.assign("tv"),
  help: () => openHelp(),
};
const openHelp = mountHelp(keys);
const notice = mountReplayNotice(actions);

mountShell({ tab: "replays" }).watchGames();
load();

async function load() {
  const { game } = settings;
  if (!game) {
    notice({ status: "unknown", game });
    return;
  }
  notice({ status: "loading", game, bytes: 0 });
  const about = read(`api/v1/games/${encodeURIComponent(game)}`).then(({ body }) => body, () => null);
  try {
    const replay = await readLarge(`api/v1/games/${encodeURIComponent(game)}/replay`, (bytes) => notice({ status: "loading", game, bytes }));
    show(createFilm(replay), await about);
  } catch (problem) {
    const status = FAILURES[problem.status] ?? "failed";
    notice({ status, game, message: problem.message });
    if (status === "busy") {
      setTimeout(load, BUSY_MILLIS);
    }
  }
}

function show(made, detail) {
  if (film) {
    return;
  }
  const played = made.seconds > 0;
  notice({ status: played ? "ready" : "empty", game: settings.game });
  film = made;
  showIntegrity(film, detail, actions);
  if (!played) {
    return;
  }
  byId("game").hidden = false;
  player = playerFrom({ second: settings.t, speed: settings.speed }, film.seconds);
  views = [mountPanels(byId("game"), PANEL_NAMES, actions)];
  const bar = mountPlaybar(film, actions);
  views.push(() => bar(player), mountDrawer(actions));
  followKeys(keys);
  scheduleDrawing();
}

function goToSecond(second, told = null) {
  line = told;
  play(seek(player, second));
}

function play(next) {
  const begins = next.playing && !player.playing;
  if (Math.floor(next.second) !== Math.floor(player.second) || next.speed !== player.speed) {
    rememberSoon();
  }
  player = next;
  scheduleDrawing();
  if (begins) {
    line = null;
    playedAt = null;
    requestAnimationFrame(tick);
  }
}

function tick(now) {
  if (player.playing) {
    const millis = Math.min(TICK_MAX_MILLIS, now - (playedAt ?? now));
    playedAt = now;
    play(advance(player, millis));
    requestAnimationFrame(tick);
  }
}

function scheduleDrawing() {
  if (!drawing && film) {
    drawing = true;
    requestAnimationFrame(() => {
      drawing = false;
      draw(film.at(player.second));
    });
  }
}

function draw(then) {
  const plays = then.standings.some((row) => row.name === settings.bot);
  selected.follow(plays ? { game: then.gameId, name: settings.bot, open: Boolean(settings.details), over: true } : null);
  const look = { mode: "still", behindMs: 0, deep: true, short: false, first: film.from, until: film.to, line };
  const state = { ...then, viewers: null, look, ...selected.at(then.t) };
  const chosen = withDefaults(settings, state);
  views.forEach((render) => render(state, chosen));
}

function changeSettings(change) {
  settings = { ...settings, ...change };
  remember();
  scheduleDrawing();
}

function pickPlace(place) {
  const row = film.at(player.second).standings[place - 1];
  row && actions.pickBot(row.name);
}

function rememberSoon() {
  urlTimer ??= setTimeout(remember, URL_MILLIS);
}

function remember() {
  clearTimeout(urlTimer);
  urlTimer = null;
  const second = Math.floor(player.second);
  settings = { ...settings, t: player.second < player.end ? String(second) : null, speed: player.speed === 1 ? null : String(player.speed) };
  writeSettings(settings);
}

async function copyLink() {
  remember();
  const copied = await copyText(location.href);
  setText(byId("copy-link").lastChild, copied ? "Copied" : "See address");
  setText(byId("announcer"), copied ? "The link is copied." : "The link is in the address bar.");
  setTimeout(() => setText(byId("copy-link").lastChild, "Copy link"), 2000);
}

addEventListener("popstate", () => location.reload());
