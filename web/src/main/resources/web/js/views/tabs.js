import { el, keyed, setAttribute } from "../dom.js";

/** A row of buttons of which one is pressed; entries are [value, text]. */
export function mountTabs(parent, choose) {
  const draw = keyed(parent, {
    key: ({ value }) => value,
    create: ({ value, text }) => el("button", { type: "button", onclick: () => choose(value) }, text),
    update: (button, { pressed }) => setAttribute(button, "aria-pressed", String(pressed)),
  });
  return (entries, current) => draw(entries.map(([value, text]) => ({ value, text, pressed: value === current })));
}
