/** A finished game, to be watched again. Puts the parts together: the film, what shows it, and what the server tells beside. */
import { read, readLarge } from "../api.js";
import { followBot } from "../bot-feed.js";
import { byId, copyText, setText } from "../dom.js";
import { createFilm } from "../film.js";
import { readQuery } from "../query.js";
import { readReport } from "../report.js";
import { mountScreening } from "../screening.js";
import { readSettings, writeSettings } from "../settings.js";
import { mountShell } from "../shell.js";
import { mountDrawer } from "../views/drawer.js";
import { showFairPlay, showIntegrity } from "../views/integrity.js";
import { mountReplayNotice } from "../views/replay-notice.js";

const BUSY_MILLIS = 2000;
/** The URL follows at most so often. */
const URL_MILLIS = 500;
const FAILURES = { 400: "unknown", 404: "unknown", 409: "running", 410: "lost", 503: "busy" };

let settings = { ...readSettings(), ...readQuery(["speed"]) };
let film = null;
let report = null;
let screening = null;
let urlTimer = null;
const selected = followBot(() => screening?.draw());
const notice = mountReplayNotice({ load });

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
  showIntegrity(film, detail, { goToLine: (line) => screening?.goToLine(line) });
  judge();
  if (played) {
    screening = screen();
  }
}

function screen() {
  const showDetails = (name) => changeSettings({ bot: name, details: settings.bot === name && settings.details ? null : "1" });
  return mountScreening(film, {
    from: { second: settings.t, speed: settings.speed },
    settings: () => settings,
    told,
    acts: {
      set: changeSettings,
      pickBot: (name) => changeSettings(settings.bot === name ? { bot: null, details: null } : { bot: name }),
      showDetails,
      copyLink,
    },
    keys: { details: () => settings.bot && showDetails(settings.bot), tv: () => location.assign("tv") },
    views: [mountDrawer],
    moved: rememberSoon,
  });
}

function told(then) {
  const plays = then.standings.some((row) => row.name === settings.bot);
  selected.follow(plays ? { game: then.gameId, name: settings.bot, open: Boolean(settings.details), over: true } : null);
  return { report, ...selected.at(then.t) };
}

/** The report comes when it is made; the game can be watched meanwhile. */
async function judge() {
  try {
    report = await readReport(settings.game);
    showFairPlay(report, film.last.identities);
    screening?.draw();
  } catch (problem) {
    showFairPlay(null, problem.message);
  }
}

function changeSettings(change) {
  settings = { ...settings, ...change };
  remember();
  screening.draw();
}

function rememberSoon() {
  urlTimer ??= setTimeout(remember, URL_MILLIS);
}

function remember() {
  clearTimeout(urlTimer);
  urlTimer = null;
  const player = screening.player();
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
