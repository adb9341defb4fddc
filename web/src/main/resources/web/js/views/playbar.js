import { byId, el, setText } from "../dom.js";
import { clock } from "../format.js";
import { SPEEDS } from "../player.js";
import { barButton, setSign } from "./bar-button.js";
import { mountScrubber } from "./scrubber.js";
import { mountTabs } from "./tabs.js";

/** The bar of a replay: the time line, play, events, speeds, and a link to the second shown. @returns render(player) */
export function mountPlaybar(film, actions) {
  const scrubber = mountScrubber(film, actions.goToSecond);
  const toggle = barButton("toggle", "play", "Play", actions.toggle);
  const time = el("b", { class: "figures" });
  const speeds = el("div", { id: "speeds", class: "tabs small", role: "group", "aria-label": "Speed" });
  const copy = barButton("copy-link", "link", "Copy link", actions.copyLink, "Copy a link to this second");
  byId("bar").append(
    scrubber.node,
    el(
      "div",
      { class: "moves", role: "group", "aria-label": "Moment" },
      barButton("to-start", "start", "", actions.start, "To the start"),
      barButton("previous-event", "previous", "", actions.previousEvent, "Previous event"),
      toggle,
      barButton("next-event", "next", "", actions.nextEvent, "Next event"),
      barButton("to-end", "end", "", actions.end, "To the end"),
    ),
    el("p", { class: "when" }, time, el("span", { class: "note figures" }, `of ${clock(film.seconds * 1000, Math.floor)}`)),
    el("span", { class: "gap" }),
    speeds,
    copy,
    el("button", { id: "help-button", type: "button", class: "button quiet", onclick: actions.help, title: "Keys (?)" }, "Keys"),
  );
  byId("bar").hidden = false;
  const drawSpeeds = mountTabs(speeds, actions.setSpeed);
  return (player) => {
    scrubber.render(player);
    setText(time, clock(player.second * 1000, Math.floor));
    setText(toggle.lastChild, player.playing ? "Pause" : "Play");
    setSign(toggle, player.playing ? "pause" : "play");
    drawSpeeds(SPEEDS.map((speed) => [speed, `${speed}\u00d7`]), player.speed);
  };
}
