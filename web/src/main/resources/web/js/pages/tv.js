/** The screen on the wall: shows what the director says, and needs nobody's hand. */
import { arenaUrl, read, readLarge, repeat } from "../api.js";
import { byId, el, setAttribute, setText } from "../dom.js";
import { createFilm } from "../film.js";
import { clock, plural } from "../format.js";
import { reelOf } from "../highlights.js";
import { mountPanels, withDefaults } from "../panels.js";
import { queryOf } from "../query.js";
import { chartCredits } from "../shell.js";
import { createSpectator } from "../spectator.js";
import { isOver } from "../state.js";
import { direct, nextInLobby, WAITING } from "../tv-director.js";

const NOW_MILLIS = 3000;
const STEP_MILLIS = 250;
const BUSY_MILLIS = 1500;
const PANELS = ["head", "stage", "standings", "race", "price", "commentary"];
const NOTHING = { millis: 0 };

let games = null;
let problem = null;
let picture = WAITING;
/** The highlights of the game on air: null while they are not known. */
let reel = null;

const render = mountPanels(byId("game"), PANELS, { set() {}, pickBot() {} });
const spectator = createSpectator(draw);
byId("content").nextElementSibling.append(el("p", {}, el("b", {}, "Botpit TV"), " \u00b7 Esc leaves, F fills the screen"), chartCredits());

repeat(async () => {
  try {
    games = (await read("api/v1/now")).body.games ?? [];
    problem = null;
  } catch (failure) {
    problem = failure.message;
  }
  step();
  return NOW_MILLIS;
});
setInterval(step, STEP_MILLIS);

function step() {
  if (games === null && problem === null) {
    return;
  }
  const state = spectator.state();
  const over = state.gameId === picture.id && state.loaded && isOver(state.game);
  change(direct(picture, { now: performance.now(), games: games ?? [], over, reel: reel?.millis ?? null }));
  if (picture.show !== "game") {
    spectator.redraw();
  }
}

function change(next) {
  if (next.id !== picture.id) {
    reel = null;
    spectator.show(next.id ?? null);
  }
  if (next.show === "podium" && picture.show !== "podium") {
    prepareReel(next.id);
  }
  picture = next;
}

/** Made while the podium stands; a game that gives none is gone on from. */
async function prepareReel(id) {
  let made = NOTHING;
  try {
    if (spectator.state().game.phase === "ENDED") {
      const film = createFilm(await readLarge(`api/v1/games/${encodeURIComponent(id)}/replay`, () => {}));
      made = { film, ...reelOf(film) };
    }
  } catch (failure) {
    if (failure.status === 503 && picture.id === id) {
      setTimeout(() => picture.show === "podium" && picture.id === id && prepareReel(id), BUSY_MILLIS);
      return;
    }
  }
  reel = picture.id === id ? made : reel;
}

function draw(state) {
  const isWaiting = picture.show === "waiting";
  setAttribute(byId("content"), "data-show", picture.show);
  byId("waiting").hidden = !isWaiting;
  byId("game").hidden = isWaiting;
  if (isWaiting) {
    drawWaiting();
    caption(null);
    return;
  }
  const moment = picture.show === "reel" ? reel.at(performance.now() - picture.since) : null;
  const shown = moment ? ofReel(moment.second) : state;
  render(shown, withDefaults({}, shown));
  caption(moment ? `Highlight ${moment.number} of ${moment.of} \u00b7 ${clock(moment.second * 1000, Math.floor)} \u00b7 ${moment.words}` : lost(state));
}

function ofReel(second) {
  const { film } = reel;
  return { ...film.at(second), look: { mode: "still", behindMs: 0, deep: true, first: film.from } };
}

const lost = ({ connection }) => (connection.status === "reconnecting" ? "Connection lost, the picture stands still. Trying again." : null);

function caption(text) {
  byId("caption").hidden = text === null;
  setText(byId("caption"), text ?? "");
}

let waitingFor = null;

function drawWaiting() {
  const next = nextInLobby(games ?? []);
  const key = JSON.stringify([next, problem]);
  if (key === waitingFor) {
    return;
  }
  waitingFor = key;
  document.title = "TV \u00b7 Botpit";
  const unreachable = problem !== null && games === null;
  const parts = [
    el("span", { class: "pulse", "aria-hidden": "true" }),
    el("h1", {}, unreachable ? "The server cannot be reached" : next ? "The next game is about to begin" : "No game is on"),
    next && el("p", { class: "next" }, el("b", { class: "name" }, next.title ?? next.id), ` \u00b7 ${plural(next.players, "bot")} in the lobby`),
    problem === null ? el("p", {}, "This screen goes on by itself. Bots connect to ", el("code", {}, arenaUrl())) : el("p", {}, `${problem} This screen tries again by itself.`),
  ];
  byId("waiting").replaceChildren(...parts.filter(Boolean));
}

addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    location.assign(`live${queryOf({ game: picture.id })}`);
  } else if (event.key === "f" && !event.ctrlKey && !event.metaKey && !event.altKey) {
    document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  }
});
