import { byId, copyText, el, setText } from "../dom.js";
import { clock, dateTime, plural } from "../format.js";
import { address } from "../site.js";
import { PHASES, boutPath, boutsOf, countdown, meetingWords, roundWords } from "../tournament.js";
import { botLink } from "./bot-parts.js";

const HASH_DIGITS = 12;

/** What a tournament is, how it is played and decided, and its ways out: the running game, tables as files. */
export function drawHead(tournament) {
  const running = boutsOf(tournament).find(({ phase, game }) => phase === "running" && game);
  byId("tournament-head").replaceChildren(
    el("h1", { class: "name" }, tournament.title),
    tournament.dryRun ? badge("DRY RUN", "House bots play it, to see that everything works") : "",
    tournament.duplicate ? badge("SAME MARKET", "All tables of a round have the same market, and scores are compared seat by seat") : "",
    el("span", { class: "status", "data-status": { running: "playing", entry: "online" }[tournament.phase] ?? "offline" }, el("span", { class: "dot", "aria-hidden": "true" }), PHASES[tournament.phase]),
    el("span", { class: "gap" }),
    running ? el("a", { class: "watch", href: boutPath(running) }, "Watch") : "",
    file("CSV", `${tournament.id}-standings.csv`, tournament.id, "/standings", "text/csv"),
    file("Bouts CSV", `${tournament.id}-bouts.csv`, tournament.id, "/bouts", "text/csv"),
    file("JSON", `${tournament.id}.json`, tournament.id, "", "application/json"),
  );
  byId("tournament-facts").replaceChildren(...factsOf(tournament).map(([term, value]) => el("div", {}, el("dt", {}, term), el("dd", {}, value))));
  byId("tournament-rules").replaceChildren(...rules(tournament));
  drawCountdown(tournament);
}

/** Only the count-down moves by itself. */
export function drawCountdown(tournament) {
  const node = byId("countdown");
  node && setText(node, countdown(tournament, Date.now()) ?? (tournament.startsAt ? dateTime(tournament.startsAt) : "when told to"));
}

const badge = (text, title) => el("span", { class: "house", title }, text);

function factsOf(tournament) {
  const { winner, entrants, startedAt, endedAt } = { winner: tournament.leader, ...tournament };
  return [
    ["Format", tournament.formatWords],
    ["Round", roundWords(tournament)],
    ["Bots", String(entrants)],
    tournament.phase === "entry" ? ["Starts", el("span", { id: "countdown" })] : null,
    winner ? [tournament.phase === "finished" ? "Winner" : "Leader", botLink(winner)] : null,
    startedAt ? ["Started", dateTime(startedAt)] : null,
    endedAt ? ["Ended", dateTime(endedAt)] : null,
  ].filter(Boolean);
}

function rules({ bouts, entry, field, tieBreaks, cuts, meetings, seed, why, factsSha256, phase, behaviorVersion }) {
  const rows = [
    ["Cancelled because", why],
    ["A bout", `rules ${bouts.preset}, ${clock(bouts.seconds * 1000)}${bouts.houseBots ? `, with ${bouts.houseBots}` : ""}${bouts.fill ? `, ${bouts.fill} on seats left over` : ""}; who is not there after ${plural(bouts.noShowSeconds, "second")} has lost it`],
    ["Who may enter", entryWords(entry)],
    ["Here so far", phase === "entry" ? (field ?? []).map(({ name }) => name).join(", ") : null],
    ["Versions", entry.frozenVersions && phase !== "entry" ? (field ?? []).filter(({ seed: place }) => place !== null).map(({ name, version }) => `${name} ${version ?? "(none)"}`).join(", ") : null],
    ["Shrinks", cuts?.length > 0 ? cuts.map(({ afterRound, keep }) => `to ${keep} after round ${afterRound}`).join(", ") : null],
    ["Two of the field met", meetingWords({ meetings })],
    ["Behaviour version", behaviorVersion],
    ["Seed", seed],
    ["Hash of the facts", factsSha256 ? hash(factsSha256) : null],
  ];
  const known = rows.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return [
    el("dl", { class: "pairs" }, ...known.map(([term, value]) => el("div", {}, el("dt", {}, term), el("dd", {}, value)))),
    el("div", {}, el("h2", {}, "Ranked by"), el("ol", { class: "tie-breaks" }, ...tieBreaks.map((words) => el("li", {}, words)))),
  ];
}

function entryWords({ allow, entrantsMax, ratingMin, ratingMax, ratedGamesMin, checkIn, late, frozenVersions }) {
  return [
    allow.length > 0 ? allow.join(", ") : `whoever is connected, ${entrantsMax} at most`,
    ratingMin !== null ? `rated ${ratingMin} at least` : null,
    ratingMax !== null ? `rated ${ratingMax} at most` : null,
    ratedGamesMin > 0 ? `after ${plural(ratedGamesMin, "rated game")}` : null,
    checkIn ? "who is not connected at the start is left out" : null,
    late ? "also later" : null,
    frozenVersions ? "bots stay the versions they were at the start" : null,
  ].filter(Boolean).join("; ");
}

/** What one who was given the facts can compare; a press copies all of it. */
function hash(text) {
  const shown = `${text.slice(0, HASH_DIGITS)}\u2026`;
  const copy = async () => setText(button, (await copyText(text)) ? "Copied" : "Cannot copy");
  const button = el("button", { type: "button", class: "hash figures", title: `Copy ${text}`, onclick: copy }, shown);
  return button;
}

/** A link cannot ask for a kind of answer, so the file is fetched and handed over. */
function file(text, name, id, part, type) {
  const button = el("button", { type: "button", class: "button", title: `Save ${name}` }, text);
  button.addEventListener("click", async () => {
    button.disabled = true;
    const response = await fetch(address(`api/v1/tournaments/${encodeURIComponent(id)}${part}`), { headers: { Accept: type } }).catch(() => null);
    button.disabled = false;
    if (!response?.ok) {
      setText(button, `${text}: not there`);
      return;
    }
    const url = URL.createObjectURL(await response.blob());
    el("a", { href: url, download: name }).click();
    URL.revokeObjectURL(url);
  });
  return button;
}
