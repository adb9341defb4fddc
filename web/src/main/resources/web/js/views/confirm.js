import { el } from "../dom.js";

/**
 * Asks before something that cannot be taken back, in a dialog that closes with Esc.
 *
 * @param field a label: then a line of text is asked for, too
 * @returns null if it was not confirmed, else the text (or "" without a field)
 */
export function confirmed({ title, text, button, field = null }) {
  const input = field === null ? null : el("input", { class: "field", maxlength: 200, autocomplete: "off" });
  const dialog = el(
    "dialog",
    { class: "confirm", "aria-labelledby": "confirm-title" },
    el(
      "form",
      { method: "dialog" },
      el("h2", { id: "confirm-title" }, title),
      el("p", {}, text),
      field === null ? null : el("label", { class: "labelled" }, field, input),
      el("div", { class: "buttons" }, el("button", { class: "button", value: "" }, "Leave it"), el("button", { class: "button danger", value: "yes" }, button)),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes" ? (input?.value.trim() ?? "") : null);
    });
  });
}
