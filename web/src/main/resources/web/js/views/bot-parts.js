/** What lists say about a bot. */
import { el } from "../dom.js";
import { ordinal } from "../format.js";
import { queryOf } from "../query.js";
import { houseBadge } from "./chip.js";

export const botLink = (name) => el("a", { class: "name", href: `bot${queryOf({ name })}`, title: name }, name);

export const botName = (row) => el("span", { class: "who" }, botLink(row.name), houseBadge(row));

/** In a game (with the way there), connected, or neither. */
export function status({ playing, online }) {
  if (playing) {
    return el("a", { class: "status", "data-status": "playing", href: `live${queryOf({ game: playing })}` }, dot(), "in game");
  }
  return el("span", { class: "status", "data-status": online ? "online" : "offline" }, dot(), online ? "online" : "offline");
}

const dot = () => el("span", { class: "dot", "aria-hidden": "true" });

/** Places of the last games as squares, newest last, each with the way to its replay. */
export function places(list) {
  return el(
    "span",
    { class: "places" },
    ...(list ?? []).map(({ game, place, of }) =>
      el(
        "a",
        { href: `replay${queryOf({ game })}`, "data-medal": place <= 3 ? place : null, title: `${ordinal(place)} of ${of}, ${game}`, "aria-label": `${ordinal(place)} of ${of} in game ${game}` },
        String(place),
      ),
    ),
  );
}

/** Gain or loss as a class; what rounds to nothing is neither. */
export function trend(value) {
  const rounded = Number(Number(value ?? 0).toFixed(2));
  return rounded > 0 ? "up" : rounded < 0 ? "down" : "";
}
