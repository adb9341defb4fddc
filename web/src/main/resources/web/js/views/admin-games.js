import { byId, el } from "../dom.js";
import { clock } from "../format.js";
import { actButton, outcomeLine } from "./act.js";
import { confirmed } from "./confirm.js";
import { mountTable } from "./table.js";

const MODES = [
  ["full", "All orders"],
  ["cancel_only", "Cancel only"],
  ["view_only", "View only"],
];

/** The acts that fit a phase. */
const ACTS = {
  lobby: ["start", "void"],
  running: ["pause", "end", "void"],
  paused: ["resume", "end", "void"],
  settling: [],
  ended: [],
  void: [],
};

const WORDS = { start: "Start", pause: "Pause", resume: "Resume", end: "End", void: "Void" };

/**
 * Games that are not over, with what the referee may do to each.
 *
 * @param onChoose called with the id of the game whose players are to be shown
 * @param onDone called after each act
 * @returns render(games, chosen id)
 */
export function mountAdminGames(admin, { onChoose, onDone }) {
  const outcome = outcomeLine();
  const act = (game, name) => actButton(WORDS[name], { outcome, danger: ["end", "void"].includes(name), label: `${WORDS[name]} ${game.id}`, run: () => run(admin, game, name).then(after(onDone)) });
  const table = mountTable(byId("games-body"), {
    label: "Games that are not over",
    key: (game) => game.id,
    columns: [
      { key: "title", title: "Game", align: "start", wide: true, show: (game) => el("span", { class: "who" }, el("span", { class: "name" }, game.title ?? game.id), el("small", { class: "note" }, game.id)) },
      { key: "phase", title: "Phase", align: "start", show: (game) => game.phase },
      { key: "players", title: "Bots", show: (game) => String(game.players) },
      { key: "leftMs", title: "Left", show: (game) => (game.leftMs === null || game.leftMs === undefined ? "\u2013" : clock(game.leftMs)) },
      { key: "act", title: "Acts", align: "start", by: ({ phase, chosen }) => [phase, chosen], show: (game) => el("span", { class: "buttons" }, ...(ACTS[game.phase] ?? []).map((name) => act(game, name)), modes(admin, game, { outcome, onDone }), players(game, onChoose)) },
    ],
  });
  byId("games-body").append(outcome);
  return (games, chosen) => table(games.map((game) => ({ ...game, chosen: game.id === chosen })), { note: "No game is open." });
}

const after = (onDone) => (result) => {
  onDone();
  return result;
};

async function run(admin, game, name) {
  if (name === "end" || name === "void") {
    const text = name === "end" ? "The table as it stands becomes the final one." : "The game will not count. What has happened in it stays on record.";
    const reason = await confirmed({ title: `${WORDS[name]} \u201c${game.title ?? game.id}\u201d?`, text, button: WORDS[name], field: name === "void" ? "Reason, for everybody to read" : null });
    if (reason === null) {
      return "left";
    }
    return admin.ofGame(game.id, name, reason === "" ? {} : { reason });
  }
  return admin.ofGame(game.id, name);
}

function modes(admin, game, { outcome, onDone }) {
  const select = el("select", { class: "field short", "aria-label": `Mode of ${game.id}` }, el("option", { value: "" }, "Mode\u2026"), ...MODES.map(([value, text]) => el("option", { value }, text)));
  const set = actButton("Set", { outcome, label: `Set the mode of ${game.id}`, run: () => (select.value === "" ? "left" : admin.ofGame(game.id, "mode", { mode: select.value }).then(after(onDone))) });
  return el("span", { class: "pair" }, select, set);
}

function players(game, onChoose) {
  return el("button", { type: "button", class: "button", "aria-pressed": String(game.chosen), onclick: () => onChoose(game.chosen ? null : game.id) }, "Bots");
}
