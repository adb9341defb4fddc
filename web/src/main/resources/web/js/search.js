/** The search box of the top bar: bots and games as one types, after the combobox pattern of the ARIA practices. */
import { read } from "./api.js";
import { el, setAttribute } from "./dom.js";
import { queryOf } from "./query.js";
import { address } from "./site.js";

const TYPING_MILLIS = 150;
const SHOWN_OF_EACH = 5;

/** @returns the form, ready to be put into the page */
export function searchBox() {
  const list = el("ul", { id: "search-hits", class: "hits", role: "listbox", "aria-label": "Hits", hidden: true });
  const input = el("input", {
    class: "field", type: "search", placeholder: "Bot or game", maxlength: 64, autocomplete: "off", spellcheck: "false", role: "combobox",
    "aria-label": "Search bots and games", "aria-expanded": "false", "aria-controls": "search-hits", "aria-autocomplete": "list",
  });
  const box = { input, list, active: -1, asked: 0, timer: null, hitsOf: null };
  input.addEventListener("input", () => {
    clearTimeout(box.timer);
    activate(box, -1);
    box.timer = setTimeout(() => look(box), TYPING_MILLIS);
  });
  input.addEventListener("keydown", (event) => onKey(box, event));
  // A click on a hit needs the list until it is done.
  input.addEventListener("blur", () => setTimeout(() => close(box), TYPING_MILLIS));
  addEventListener("keydown", (event) => {
    if (event.key === "/" && !isTyping(event)) {
      event.preventDefault();
      input.focus();
    }
  });
  return el("form", { class: "search", role: "search", onsubmit: (event) => submit(box, event) }, input, list);
}

const isTyping = ({ target, ctrlKey, metaKey, altKey }) =>
  ctrlKey || metaKey || altKey || target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);

async function look(box) {
  const q = box.input.value.trim();
  const mine = ++box.asked;
  if (q === "") {
    close(box);
    return;
  }
  const query = queryOf({ q, limit: SHOWN_OF_EACH });
  const [bots, games] = await Promise.all([
    read(`api/v1/bots${query}`).then(({ body }) => body.bots ?? [], () => []),
    read(`api/v1/games${query}`).then(({ body }) => body.games ?? [], () => []),
  ]);
  if (mine === box.asked) {
    box.hitsOf = q;
    show(box, [...bots.map(botHit), ...games.map(gameHit)]);
  }
}

const botHit = ({ name }) => ({ text: name, kind: "bot", href: address(`bot${queryOf({ name })}`) });

function gameHit({ id, title, phase }) {
  const over = ["ended", "void"].includes(phase);
  return { text: title ?? id, kind: `${over ? "replay" : "live"} ${id}`, href: address(`${over ? "replay" : "live"}${queryOf({ game: id })}`) };
}

function show(box, hits) {
  const option = ({ text, kind, href }, i) =>
    el("li", { id: `search-hit-${i}`, role: "option", "aria-selected": "false" }, el("a", { href, tabindex: -1 }, el("span", { class: "name" }, text), el("small", {}, kind)));
  box.list.replaceChildren(...(hits.length > 0 ? hits.map(option) : [el("li", { class: "note", role: "option", "aria-disabled": "true" }, "Nothing found")]));
  box.list.hidden = false;
  setAttribute(box.input, "aria-expanded", "true");
  activate(box, -1);
}

/** Also what is still being looked for comes too late. */
function close(box) {
  clearTimeout(box.timer);
  box.asked += 1;
  box.list.hidden = true;
  setAttribute(box.input, "aria-expanded", "false");
  activate(box, -1);
}

function activate(box, index) {
  const options = [...box.list.querySelectorAll("li[id]")];
  box.active = options.length === 0 ? -1 : (index + options.length + 1) % (options.length + 1);
  box.active = box.active === options.length ? -1 : box.active;
  options.forEach((option, i) => setAttribute(option, "aria-selected", String(i === box.active)));
  box.active < 0 ? box.input.removeAttribute("aria-activedescendant") : setAttribute(box.input, "aria-activedescendant", `search-hit-${box.active}`);
}

function onKey(box, event) {
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (steps[event.key] && !box.list.hidden) {
    event.preventDefault();
    activate(box, box.active + steps[event.key]);
  } else if (event.key === "Escape") {
    box.input.value = "";
    close(box);
  }
}

/** Enter goes to the chosen hit; without one to the first, if the hits are those of what stands there, or to the list of bots. */
function submit(box, event) {
  event.preventDefault();
  const hits = [...box.list.querySelectorAll("a")];
  const q = box.input.value.trim();
  if (q !== "") {
    const first = box.hitsOf === q ? hits[0] : null;
    location.assign((hits[box.active] ?? first)?.href ?? address(`bots${queryOf({ q })}`));
  }
}
