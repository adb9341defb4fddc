import { byId, el, setText } from "../dom.js";
import { signed } from "../format.js";
import { actButton, outcomeLine } from "./act.js";
import { trend } from "./bot-parts.js";
import { houseBadge } from "./chip.js";
import { confirmed } from "./confirm.js";
import { mountTable } from "./table.js";

/** The bots of one game and what the referee may do to each. @returns render({game, standings}), null: none is chosen */
export function mountAdminPlayers(admin, { onDone }) {
  const outcome = outcomeLine();
  let game = null;
  const inGame = (name, body, row) => () => admin.ofGame(game.id, name, { player: row.name, ...body }).then(onDone);
  const button = (text, run, row, danger = false) => actButton(text, { outcome, danger, label: `${text}: ${row.name}`, run });
  const table = mountTable(byId("players-body"), {
    label: "Bots of the game",
    key: (row) => row.name,
    columns: [
      { key: "name", title: "Bot", align: "start", wide: true, show: (row) => el("span", { class: "who" }, el("span", { class: "name" }, row.name), houseBadge(row)) },
      { key: "place", title: "Place", show: (row) => String(row.place) },
      { key: "score", title: "Score", show: (row) => signed(row.score), className: (row) => trend(row.score) },
      {
        key: "act",
        title: "Acts",
        align: "start",
        by: ({ name }) => name,
        show: (row) =>
          el(
            "span",
            { class: "buttons" },
            button("Freeze", inGame("freeze", { frozen: true }, row), row),
            button("Thaw", inGame("freeze", { frozen: false }, row), row),
            button("Cancel orders", inGame("cancel", {}, row), row),
            row.house ? null : button("Kick", () => sure(row, "Kick", "Its connections are closed; it may come back.", () => admin.ofPlayer(row.name, "kick")), row, true),
            row.house ? null : button("Revoke", () => sure(row, "Revoke", "Its token stops working for good; with its password it can ask for a new one.", () => admin.ofPlayer(row.name, "revoke")), row, true),
          ),
      },
    ],
  });
  byId("players-body").append(outcome);
  return (shown) => {
    byId("players").hidden = shown === null;
    if (shown) {
      game = shown.game;
      setText(byId("players-note"), `${game.title ?? game.id}, ${game.id}`);
      table(shown.standings, { note: "Nobody is here yet." });
    }
  };
}

async function sure(row, word, text, act) {
  const answer = await confirmed({ title: `${word} ${row.name}?`, text, button: word });
  return answer === null ? "left" : act();
}
