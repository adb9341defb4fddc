/** A film on a page: where it stands, how it goes on, what is drawn of it, and what a viewer can do with its time. */
import { byId } from "./dom.js";
import { neighbour } from "./film.js";
import { followKeys } from "./keys.js";
import { mountPanels, PANEL_NAMES, withDefaults } from "./panels.js";
import { advance, playerFrom, seek, shift, toggle } from "./player.js";
import { mountGoTo, mountHelp } from "./views/dialogs.js";
import { mountPlaybar } from "./views/playbar.js";

/** A page that was not drawn for a while goes on where it was. */
const TICK_MAX_MILLIS = 250;

/**
 * Shows the game with its bar, and answers to the keyboard.
 *
 * @param from second and speed to begin with, as texts of the URL
 * @param settings says what the viewer has chosen
 * @param told says what the page knows beside the film, for the state that is drawn
 * @param acts of the page itself, `pickBot` among them: for the views, beside those with time
 * @param keys of the page itself
 * @param views further ones: each is mounted with the acts, and returns its render(state, settings)
 * @param moved is called when another second or speed is chosen or reached
 * @returns draw(), which has the moment drawn again, goToLine(line), and player(), where it stands
 */
export function mountScreening(film, { from = {}, settings, told = () => ({}), acts, keys = {}, views = [], moved = () => {} }) {
  let player = playerFrom(from, film.seconds);
  let line = null;
  let drawing = false;
  let playedAt = null;

  const by = (seconds) => () => goToSecond(Math.floor(player.second) + seconds);
  const toEvent = (direction) => () => goToSecond(neighbour(film.events, player.second, direction) ?? (direction > 0 ? player.end : 0));
  const goToLine = (other) => goToSecond(film.secondOf(other.t), other);
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
    help: () => openHelp(),
  };
  const actions = {
    ...time,
    ...acts,
    goToSecond,
    goTo: (t) => goToSecond(Math.floor((t - film.from) / 1000)),
    goToLine,
    setSpeed: (speed) => play({ ...player, speed }),
  };
  const openGoTo = mountGoTo((millis) => goToSecond(millis / 1000));
  const handlers = {
    ...time,
    ...keys,
    faster: () => play(shift(player, 1)),
    slower: () => play(shift(player, -1)),
    goToTime: () => openGoTo(),
    pickPlace: (key) => pickPlace(Number(key)),
    commentary: () => byId("log-body")?.focus(),
  };
  const openHelp = mountHelp(handlers);

  byId("game").hidden = false;
  const panels = mountPanels(byId("game"), PANEL_NAMES, actions);
  const bar = mountPlaybar(film, actions);
  const others = views.map((mount) => mount(actions));
  followKeys(handlers);
  // At once: a frame with empty panels would be seen to move.
  drawNow(film.at(player.second));

  function pickPlace(place) {
    const row = film.at(player.second).standings[place - 1];
    row && acts.pickBot(row.name);
  }

  function goToSecond(second, asked = null) {
    line = asked;
    play(seek(player, second));
  }

  function play(next) {
    const before = player;
    player = next;
    if (Math.floor(next.second) !== Math.floor(before.second) || next.speed !== before.speed) {
      moved();
    }
    draw();
    if (next.playing && !before.playing) {
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

  function draw() {
    if (!drawing) {
      drawing = true;
      requestAnimationFrame(() => {
        drawing = false;
        drawNow(film.at(player.second));
      });
    }
  }

  function drawNow(then) {
    const look = { mode: "still", behindMs: 0, deep: true, short: false, first: film.from, until: film.to, line };
    const state = { ...then, report: null, viewers: null, look, own: null, ownError: null, ...told(then) };
    const chosen = withDefaults(settings(), state);
    panels(state, chosen);
    bar(player);
    others.forEach((render) => render(state, chosen));
  }

  return { draw, goToLine, player: () => player };
}
