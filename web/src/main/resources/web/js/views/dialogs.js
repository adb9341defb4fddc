import { el, setText } from "../dom.js";
import { parseClock } from "../format.js";
import { KEYS } from "../keys.js";

/** @returns open(): the list of keys of this page, those it has handlers for */
export function mountHelp(handlers) {
  const known = KEYS.filter(({ act, everywhere }) => everywhere || Object.hasOwn(handlers, act));
  const rows = known.map(({ name, text }) => el("div", {}, el("dt", {}, el("kbd", {}, name)), el("dd", {}, text)));
  const dialog = createDialog("help", "Keys", el("dl", { class: "keys" }, ...rows));
  return () => dialog.showModal();
}

/** @returns open(): asks for a time of play; `goTo` takes it in milliseconds since the start */
export function mountGoTo(goTo) {
  const input = el("input", { id: "go-to-time", type: "text", inputmode: "numeric", autocomplete: "off", placeholder: "3:12", "aria-describedby": "go-to-problem" });
  const problem = el("p", { id: "go-to-problem", class: "note", role: "status" });
  const form = el(
    "form",
    { onsubmit: (event) => submit(event) },
    el("label", { for: "go-to-time" }, "Time of play, minutes and seconds"),
    input,
    problem,
    el("button", { type: "submit", class: "button" }, "Go"),
  );
  const dialog = createDialog("go-to", "Go to a time", form);
  function submit(event) {
    event.preventDefault();
    const millis = parseClock(input.value);
    setText(problem, millis === null ? "That is no time. Write it as 3:12, or as seconds." : "");
    if (millis !== null) {
      dialog.close();
      goTo(millis);
    }
  }
  return () => {
    setText(problem, "");
    dialog.showModal();
    input.select();
  };
}

/** Opened as modal: the browser keeps the focus inside, closes it with Esc, and gives the focus back. */
function createDialog(id, title, content) {
  const close = el("button", { type: "button", class: "button quiet", onclick: () => dialog.close() }, "Close");
  const heading = el("h2", { id: `${id}-title` }, title);
  const dialog = el("dialog", { id, class: "dialog", "aria-labelledby": `${id}-title` }, el("header", {}, heading, el("span", { class: "gap" }), close), content);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  return dialog;
}
