import { byId, copyText, el, setText } from "../dom.js";

const COPIED_MILLIS = 2000;

/** The first digits of something long; a press copies all of it. */
export function copyable(text, { digits, label = "" }) {
  const shown = `${label}${text.slice(0, digits)}\u2026`;
  const button = el("button", { type: "button", class: "moment figures", title: `Copy ${text}`, onclick: copy }, shown);
  async function copy() {
    setText(button, (await copyText(text)) ? "Copied" : "Cannot copy");
    const announcer = byId("announcer");
    announcer && setText(announcer, button.textContent);
    setTimeout(() => setText(button, shown), COPIED_MILLIS);
  }
  return button;
}
