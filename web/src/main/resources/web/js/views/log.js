import { byId, el, keyed, setAttribute, setText, whenChanged } from "../dom.js";
import { gameTime } from "../format.js";
import { kindOf, linesAbout } from "../kinds.js";
import { queryOf } from "../query.js";
import { secondOf } from "../state.js";

/** What happened, in words; the newest line on top. Text of bots comes in here: it is only ever a text node. */
export function mountLog(actions) {
  const filter = mountFilter(actions);
  let game = null;
  const nodes = new WeakMap();
  const draw = keyed(byId("log"), {
    key: (line) => line,
    create: (line) => {
      nodes.set(line, createLine(line, { game, actions }));
      return nodes.get(line);
    },
    update: () => {},
  });
  const lines = whenChanged(
    (state, settings) => [state.log, state.game?.startedAt, settings.about],
    (state, settings) => {
      const shown = linesAbout(state.log, settings.about);
      setText(byId("log-empty"), settings.about && state.log.length > 0 ? "Nothing about this bot yet." : "Nothing to tell yet.");
      byId("log-empty").hidden = shown.length > 0;
      if (state.game?.startedAt !== game?.startedAt) {
        game = state.game;
        draw([]);
      }
      draw(shown.toReversed());
    },
  );
  const told = whenChanged((state) => [state.look?.line], (state) => showLine(nodes.get(state.look?.line)));
  return (state, settings) => [filter, lines, told].forEach((render) => render(state, settings));
}

function mountFilter(actions) {
  const select = byId("log-about");
  select.addEventListener("change", () => actions.set({ about: select.value || null }));
  return whenChanged(
    (state, settings) => [state.identities, settings.about],
    ({ identities }, { about }) => {
      const names = [...identities.keys()].sort();
      const wanted = about && !identities.has(about) ? [about, ...names] : names;
      select.replaceChildren(el("option", { value: "" }, "All bots"), ...wanted.map((name) => el("option", { value: name }, name)));
      select.value = about ?? "";
    },
  );
}

/** Where one can go to a moment its time is a link to it, which a running game shows at once. */
function createLine(line, { game, actions }) {
  const kind = kindOf(line);
  const when = gameTime(game, line.t);
  const time = game?.startedAt && actions?.goToLine ? momentLink(line, { game, actions, when }) : when;
  const sign = el("span", { class: "sign", title: kind.word, "aria-hidden": "true" }, kind.sign);
  return el("li", { "data-kind": line.kind ?? null }, sign, el("time", {}, time), el("span", {}, line.text));
}

/** A plain click stays on the page; with a key it opens the link elsewhere, as links do. */
function momentLink(line, { game, actions, when }) {
  const go = (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      actions.goToLine(line);
    }
  };
  return el("a", { href: queryOf({ game: game.id, t: secondOf(game, line.t) }), title: "Show this moment", onclick: go }, when);
}

/** Brings the line that was gone to into sight, within its own panel only. */
function showLine(node) {
  const list = byId("log");
  list.querySelector("[aria-current]")?.removeAttribute("aria-current");
  if (node?.isConnected) {
    setAttribute(node, "aria-current", "true");
    byId("log-body").scrollTop = node.offsetTop - list.offsetTop;
  }
}
