import { byId, el, setAttribute, setText, svg, whenChanged } from "../dom.js";
import { gameTime, plural } from "../format.js";
import { queryOf } from "../query.js";
import { isOver } from "../state.js";

const SIGNS = {
  pause: "M4.5 3v10M11.5 3v10",
  play: "M4.5 2.500v11l8.500-5.500z",
  back: "M8 3.500L3.500 8 8 12.500M12.500 3.500L8 8l4.500 4.500",
  forward: "M8 3.500L12.500 8 8 12.500M3.500 3.500L8 8l-4.500 4.500",
  previous: "M4 3v10M12 3.500L6.500 8l5.500 4.500z",
  next: "M12 3v10M4 3.500L9.500 8 4 12.500z",
};

/** The bar below a live game: pause, a little back, event to event, and what happens now. */
export function mountBar(actions) {
  const parts = {
    toggle: button("toggle", "pause", "Pause", actions.toggle),
    farBack: button("far-back", "back", "10 s", actions.farBack, "10 seconds back"),
    farForward: button("far-forward", "forward", "10 s", actions.farForward, "10 seconds forward"),
    previous: button("previous-event", "previous", "", actions.previousEvent, "Previous event"),
    next: button("next-event", "next", "", actions.nextEvent, "Next event"),
    live: el("button", { id: "live", type: "button", class: "button go-live", onclick: actions.live }, el("span", { class: "dot", "aria-hidden": "true" }), "LIVE"),
    time: el("b", { class: "figures" }),
    note: el("span", { class: "note", role: "status" }),
    replay: el("a", { id: "watch-replay", class: "button", hidden: true }, "Watch the replay"),
  };
  const help = el("button", { id: "help-button", type: "button", class: "button quiet", onclick: actions.help, title: "Keys (?)" }, "Keys");
  byId("bar").append(
    parts.live,
    el("div", { class: "moves", role: "group", "aria-label": "Time shown" }, parts.farBack, parts.toggle, parts.farForward, parts.previous, parts.next),
    el("p", { class: "when" }, parts.time, parts.note),
    el("span", { class: "gap" }),
    parts.replay,
    help,
  );
  return whenChanged(
    (state) => [state.game, state.look, state.t, state.loaded],
    (state) => renderBar(parts, state),
  );
}

function button(id, sign, text, act, label = null) {
  const icon = svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: SIGNS[sign] }));
  return el("button", { id, type: "button", class: "button", onclick: () => act(), "aria-label": label, title: label }, icon, text ? el("span", {}, text) : null);
}

function renderBar(parts, { game, look, t, loaded }) {
  byId("bar").hidden = !loaded;
  if (!loaded) {
    return;
  }
  const isLive = look.mode === "live";
  const over = isOver(game);
  const held = look.mode === "still";
  const able = look.deep && Boolean(game.startedAt);
  for (const part of [parts.toggle, parts.farBack, parts.previous, parts.next]) {
    part.disabled = !able;
  }
  parts.farForward.disabled = isLive;
  setAttribute(parts.toggle.querySelector("path"), "d", SIGNS[held ? "play" : "pause"]);
  setText(parts.toggle.lastChild, held ? "Play" : "Pause");
  setAttribute(parts.live, "aria-pressed", String(isLive));
  setAttribute(parts.live, "data-on", String(isLive && !over));
  setText(parts.time, game.startedAt ? gameTime(game, t) : "");
  setText(parts.note, noteOf(look, { game, over }));
  parts.replay.hidden = !over || game.phase === "VOID";
  setAttribute(parts.replay, "href", `replay${queryOf({ game: game.id })}`);
}

function noteOf({ mode, behindMs, short, first }, { game, over }) {
  if (short) {
    return `this page watches since ${gameTime(game, first)}`;
  }
  if (mode === "live") {
    return over ? "the end" : "";
  }
  const seconds = Math.round(behindMs / 1000);
  const gap = over ? `${plural(seconds, "second")} before the end` : `${plural(seconds, "second")} behind`;
  return mode === "still" ? `paused, ${gap}` : gap;
}
