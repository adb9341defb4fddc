import { byId, el, setAttribute, setText, whenChanged } from "../dom.js";
import { clock, gameTime } from "../format.js";
import { queryOf } from "../query.js";
import { isOver } from "../state.js";
import { barButton, setSign } from "./bar-button.js";
import { pageOf } from "./notices.js";

/** The bar below a live game: pause, a little back, event to event, and what happens now. */
export function mountBar(actions) {
  const parts = {
    toggle: barButton("toggle", "pause", "Pause", actions.toggle),
    farBack: barButton("far-back", "back", "10 s", actions.farBack, "10 seconds back"),
    farForward: barButton("far-forward", "forward", "10 s", actions.farForward, "10 seconds forward"),
    previous: barButton("previous-event", "previous", "", actions.previousEvent, "Previous event"),
    next: barButton("next-event", "next", "", actions.nextEvent, "Next event"),
    live: el("button", { id: "live", type: "button", class: "button go-live", onclick: actions.live }, el("span", { class: "dot", "aria-hidden": "true" }), "LIVE"),
    time: el("b", { class: "figures" }),
    note: el("span", { class: "note", role: "status" }, el("span", { class: "held" }), el("span")),
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
    (state) => [state.game, state.look, state.t, state.connection.status, pageOf(state)],
    (state) => renderBar(parts, state),
  );
}

function renderBar(parts, state) {
  const { game, look, t } = state;
  byId("bar").hidden = !["game", "loading"].includes(pageOf(state));
  const isLive = look.mode === "live";
  const over = Boolean(game) && isOver(game);
  const held = look.mode === "still";
  const able = look.deep && Boolean(game?.startedAt);
  for (const part of [parts.toggle, parts.farBack, parts.previous, parts.next]) {
    part.disabled = !able;
  }
  parts.farForward.disabled = isLive;
  setSign(parts.toggle, held ? "play" : "pause");
  setText(parts.toggle.lastChild, held ? "Play" : "Pause");
  setAttribute(parts.live, "aria-pressed", String(isLive));
  setAttribute(parts.live, "data-on", String(isLive && !over && state.connection.status === "open"));
  setText(parts.time, game?.startedAt ? gameTime(game, over && isLive ? Math.min(t, game.endsAt ?? t) : t) : "");
  setText(parts.note.firstChild, held && !look.short ? "paused, " : "");
  setText(parts.note.lastChild, noteOf(look, { game, over }));
  parts.replay.hidden = !over || game.phase === "VOID";
  setAttribute(parts.replay, "href", `replay${queryOf({ game: game?.id })}`);
}

function noteOf({ mode, behindMs, short, first }, { game, over }) {
  if (short) {
    return `this page watches since ${gameTime(game, first)}`;
  }
  if (mode === "live") {
    return over ? "the end" : "";
  }
  return `${clock(behindMs, Math.round)} ${over ? "before the end" : "behind"}`;
}
