import { read } from "../api.js";
import { byId, el } from "../dom.js";
import { dateTime } from "../format.js";
import { queryOf } from "../query.js";
import { PHASES, isOver, roundWords } from "../tournament.js";
import { wantedTournament } from "../tournament-form.js";
import { actButton, outcomeLine, told } from "./act.js";
import { confirmed } from "./confirm.js";
import { mountTable } from "./table.js";

const ROWS_MAX = 50;
const CONFLICT = 409;
const START_TRIES = 20;
const START_MILLIS = 500;

/** Tournaments that are not over, with what the referee may do, and the form that announces one. @returns refresh() */
export function mountAdminTournaments(admin, { onDone }) {
  const outcome = outcomeLine();
  const button = (row, text, options) => actButton(text, { outcome, label: `${text} ${row.id}`, ...options });
  const then = (promise) => promise.then((result) => (onDone(), result));
  const acts = (row) => [
    row.phase === "entry" ? button(row, "Start", { run: () => then(admin.ofTournament(row.id, "start")) }) : null,
    button(row, "Withdraw", { run: () => withdraw(admin, row).then((result) => then(Promise.resolve(result))) }),
    button(row, "Cancel", { danger: true, run: () => cancel(admin, row).then((result) => then(Promise.resolve(result))) }),
  ];
  const table = mountTable(byId("tournaments-body"), {
    label: "Tournaments that are not over",
    key: (row) => row.id,
    columns: [
      { key: "title", title: "Tournament", align: "start", wide: true, show: (row) => el("span", { class: "who" }, el("a", { class: "name", href: `tournament${queryOf({ id: row.id })}` }, row.title), el("small", { class: "note" }, row.id)) },
      { key: "formatWords", title: "Format", align: "start", show: (row) => row.formatWords },
      { key: "phase", title: "Phase", align: "start", show: (row) => (row.phase === "entry" && row.startsAt ? `starts ${dateTime(row.startsAt)}` : PHASES[row.phase]) },
      { key: "round", title: "Round", show: roundWords },
      { key: "entrants", title: "Bots", show: (row) => String(row.entrants) },
      { key: "act", title: "Acts", align: "start", by: ({ phase }) => phase, show: (row) => el("span", { class: "buttons" }, ...acts(row)) },
    ],
  });
  byId("tournaments-body").append(outcome);
  mountForm(admin, onDone);
  return async () => {
    const { body } = await read(`api/v1/tournaments${queryOf({ limit: ROWS_MAX })}`);
    table((body.tournaments ?? []).filter((row) => !isOver(row)), { note: "No tournament is open." });
  };
}

async function cancel(admin, row) {
  const reason = await confirmed({ title: `Cancel \u201c${row.title}\u201d?`, text: "It will have no final table. What was played stays on record.", button: "Cancel it", field: "Reason, for everybody to read" });
  return reason === null ? "left" : admin.ofTournament(row.id, "cancel", reason === "" ? {} : { reason });
}

async function withdraw(admin, row) {
  const player = await confirmed({ title: `Withdraw a bot from \u201c${row.title}\u201d?`, text: "Its results stay; it is not drawn any more.", button: "Withdraw it", field: "Name of the bot" });
  return player === null ? "left" : admin.ofTournament(row.id, "withdraw", { player });
}

/** Starts a trial as soon as its house bots are there. */
async function start(admin, id) {
  for (let tries = START_TRIES; ; tries--) {
    try {
      return await admin.ofTournament(id, "start");
    } catch (problem) {
      if (problem.status !== CONFLICT || tries === 0) {
        throw problem;
      }
      await new Promise((resolve) => setTimeout(resolve, START_MILLIS));
    }
  }
}

function mountForm(admin, onDone) {
  const form = byId("tournament");
  const outcome = outcomeLine();
  form.append(outcome);
  const isFor = (node) => !node?.dataset.for || node.dataset.for.split(" ").includes(form.elements.format.value);
  const fit = () => form.querySelectorAll("[data-for]").forEach((node) => (node.hidden = !isFor(node)));
  form.elements.format.addEventListener("change", fit);
  fit();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const dryRun = event.submitter?.name === "dry";
    const wanted = wantedTournament(new FormData(form), { fits: (name) => isFor(form.elements[name]?.closest("[data-for]")), dryRun });
    await told(outcome, dryRun ? "Try" : "Announce", async () => {
      const { tournament } = await admin.tournament(wanted);
      dryRun && (await start(admin, tournament));
    });
    onDone();
  });
}
