/** What follows from a tournament as REST tells it. Pure. */
import { clock } from "./format.js";

export const isOver = ({ phase }) => phase === "finished" || phase === "cancelled";

/** "entry" is open until the start; what people read. */
export const PHASES = { entry: "open for entry", running: "running", finished: "finished", cancelled: "cancelled" };

/** The round that goes on, or the last one; what is not known is left out. */
export function roundWords({ phase, round, rounds }) {
  if (phase === "entry") {
    return rounds === null ? "\u2013" : `${rounds} planned`;
  }
  return rounds === null ? String(round) : `${round} of ${rounds}`;
}

/** When it starts, as a count-down in the last day; null if that is not planned, or it has started. */
export function countdown({ phase, startsAt }, now) {
  const left = startsAt - now;
  return phase !== "entry" || !startsAt || left > 86_400_000 ? null : left > 0 ? clock(left) : "any moment";
}

/** Where a game of a bout is to be seen; null if there is none. A void one has nothing to show. */
export function boutPath({ game, phase }) {
  if (!game || phase === "void") {
    return null;
  }
  return `${phase === "over" ? "replay" : "live"}?game=${encodeURIComponent(game)}`;
}

/** All bouts of the schedule, oldest first. */
export const boutsOf = ({ schedule }) => (schedule ?? []).flatMap(({ bouts }) => bouts);

/** Bots meet once or twice in all, so a table of each against each can show every bout. */
export const isCross = ({ format }) => format === "round_robin" || format === "double_round_robin";

/**
 * Each against each, in the order of the standings.
 *
 * @returns for each name its row: for each other the bouts of the two as [{bout, points}], points null before the result
 */
export function crossTable(tournament) {
  const names = tournament.standings.map(({ name }) => name);
  const cells = new Map(names.map((name) => [name, new Map(names.map((other) => [other, []]))]));
  for (const bout of boutsOf(tournament).filter(({ seats }) => seats.length === 2)) {
    bout.seats.forEach(({ name, points }, i) => cells.get(name)?.get(bout.seats[1 - i].name)?.push({ bout, points: points ?? null }));
  }
  return names.map((name) => ({ name, cells: names.map((other) => (other === name ? null : cells.get(name).get(other))) }));
}

/**
 * A knock-out at tables, round by round.
 *
 * @returns [{name, tables: [{name, goOn, rows, bouts}]}]; a row says whether it has won: goes on, or is first in the end
 */
export function tableRounds({ format, phase, groups, schedule }) {
  if (format !== "knockout_tables") {
    return [];
  }
  const last = groups.at(-1)?.round ?? 0;
  // A table that everybody left lets nobody go on, and is no final for it.
  const isFinal = groups.filter(({ round }) => round === last).length === 1;
  const rows = ({ round, goOn, standings }) => standings.map((row, i) => ({ ...row, won: round < last ? i < goOn : isFinal && phase === "finished" && row.place === 1 }));
  return Array.from({ length: last }, (_, i) => {
    const drawn = schedule.find(({ round }) => round === i + 1);
    const tables = groups.filter(({ round }) => round === i + 1);
    return { name: drawn?.name ?? "Final", tables: tables.map((table) => ({ ...table, rows: rows(table), bouts: (drawn?.bouts ?? []).filter((bout) => String(bout.table) === table.name) })) };
  });
}

/** How often two met, in words; null where the server says nothing. */
export function meetingWords({ meetings }) {
  if (!meetings) {
    return null;
  }
  const { min, max } = meetings;
  return min === max ? `${min} each` : `${min} to ${max}`;
}

/** A visitor's own bots first, then as the table stands; only those whose name has the text in it. */
export function arrangedStandings(rows, { isMine, text = "" }) {
  const wanted = text.trim().toLowerCase();
  return rows
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .map((row) => ({ ...row, mine: isMine(row.name) }))
    .sort((a, b) => Number(b.mine) - Number(a.mine));
}

/** Whether the table has rows that cannot be told apart. */
export const hasTies = (rows) => rows.some((row, i) => i > 0 && row.low !== null && row.tier === rows[i - 1].tier);

/**
 * Where the intervals of scores lie on a common scale.
 *
 * @returns a function from a row to {low, mean, high, zero} in percent of the width, or null where a row has none
 */
export function whiskers(rows) {
  const known = rows.filter(({ low, high }) => low !== null && high !== null && low !== undefined);
  const from = Math.min(0, ...known.map(({ low }) => Number(low)));
  const to = Math.max(0, ...known.map(({ high }) => Number(high)));
  const at = (value) => (to === from ? 50 : (100 * (Number(value) - from)) / (to - from));
  return ({ low, meanScore, high }) => (low === null || low === undefined ? null : { low: at(low), mean: at(meanScore), high: at(high), zero: at(0) });
}

/** Which tie-break each figure of the standings belongs to: those behind the points have one, the lot has none. */
export function figuresOf({ tieBreaks, standings }) {
  const count = Math.max(0, ...standings.map(({ figures }) => figures?.length ?? 0));
  return Array.from({ length: count }, (_, i) => tieBreaks.length - 1 - count + i);
}
