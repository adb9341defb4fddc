import assert from "node:assert/strict";
import { test } from "node:test";
import { arrangedStandings, boutPath, countdown, crossTable, figuresOf, hasTies, meetingWords, roundWords, tableRounds, whiskers } from "../../main/resources/web/js/tournament.js";
import { wantedTournament } from "../../main/resources/web/js/tournament-form.js";

const bout = (first, second, points, more = {}) => ({ number: 1, table: 1, game: "g7", phase: "over", seats: [{ name: first, points }, { name: second, points: points === null ? null : String(1 - points) }], ...more });

test("a cross table has the points of the row, twice where two met twice, and nothing against oneself", () => {
  const tournament = { standings: [{ name: "a" }, { name: "b" }, { name: "c" }], schedule: [{ bouts: [bout("b", "a", "0.5")] }, { bouts: [bout("a", "b", "1"), bout("c", "a", null, { phase: "running" })] }] };
  const [a, b, c] = crossTable(tournament);
  assert.deepEqual(a.cells[1].map(({ points }) => points), ["0.5", "1"]);
  assert.deepEqual(b.cells[0].map(({ points }) => points), ["0.5", "0"]);
  assert.equal(a.cells[0], null);
  assert.deepEqual(c.cells[0].map(({ points }) => points), [null]);
  assert.deepEqual(c.cells[1], []);
});

test("a bout leads to its game while it is open, to the replay afterwards, and nowhere without one", () => {
  assert.equal(boutPath({ game: "g7", phase: "waiting" }), "live?game=g7");
  assert.equal(boutPath({ game: "g7", phase: "over" }), "replay?game=g7");
  assert.equal(boutPath({ game: "g7", phase: "void" }), null);
  assert.equal(boutPath({ game: null, phase: "next" }), null);
});

test("of a table those are marked who went on, and the first of the final when it is over", () => {
  const rows = (...names) => names.map((name, i) => ({ name, place: i + 1 }));
  const tables = [{ name: "1", round: 1, goOn: 2, standings: rows("a", "b", "c", "d") }, { name: "2", round: 1, goOn: 1, standings: rows("e", "f", "g", "h") }, { name: "1", round: 2, goOn: 0, standings: rows("a", "b", "e") }];
  const schedule = [{ round: 1, name: "Round of 8", bouts: [{ number: 1, table: 1 }, { number: 2, table: 2 }, { number: 3, table: 1 }] }, { round: 2, name: "Final", bouts: [] }];
  const shown = (groups, phase) => tableRounds({ format: "knockout_tables", phase, groups, schedule }).map(({ name, tables: all }) => [name, ...all.map((table) => table.rows.filter(({ won }) => won).map((row) => row.name).join(""))]);
  assert.deepEqual(shown(tables, "running"), [["Round of 8", "ab", "e"], ["Final", ""]]);
  assert.deepEqual(shown(tables, "finished")[1], ["Final", "a"]);
  assert.deepEqual(shown(tables.slice(0, 2), "running"), [["Round of 8", "", ""]]);
  assert.deepEqual(tableRounds({ format: "knockout_tables", groups: tables, schedule })[0].tables[0].bouts.map(({ number }) => number), [1, 3]);
  assert.deepEqual(tableRounds({ format: "groups", groups: tables, schedule }), []);
});

test("the start is counted down on its last day only", () => {
  assert.equal(countdown({ phase: "entry", startsAt: 61_000 }, 1000), "1:00");
  assert.equal(countdown({ phase: "entry", startsAt: 1000 }, 2000), "any moment");
  assert.equal(countdown({ phase: "entry", startsAt: 90_000_000 }, 0), null);
  assert.equal(countdown({ phase: "running", startsAt: 61_000 }, 1000), null);
});

test("rounds and meetings are said as far as they are known", () => {
  assert.equal(roundWords({ phase: "running", round: 2, rounds: 5 }), "2 of 5");
  assert.equal(roundWords({ phase: "running", round: 2, rounds: null }), "2");
  assert.equal(roundWords({ phase: "entry", round: 0, rounds: 3 }), "3 planned");
  assert.equal(meetingWords({ meetings: { min: 1, max: 1 } }), "1 each");
  assert.equal(meetingWords({ meetings: { min: 0, max: 2 } }), "0 to 2");
  assert.equal(meetingWords({ meetings: null }), null);
});

test("own bots stand on top, and a search leaves those that fit", () => {
  const rows = [{ name: "Ada" }, { name: "bob" }, { name: "bab" }];
  const names = (options) => arrangedStandings(rows, options).map(({ name }) => name).join(" ");
  assert.equal(names({ isMine: (name) => name === "bab" }), "bab Ada bob");
  assert.equal(names({ isMine: () => false, text: " B" }), "bob bab");
});

test("intervals share a scale with zero on it, and ties are equal numbers one after the other", () => {
  const rows = [{ low: "10", meanScore: "20", high: "30", tier: 1 }, { low: "-10", meanScore: "0", high: "10", tier: 1 }, { low: null, meanScore: null, high: null, tier: 2 }];
  const at = whiskers(rows);
  assert.deepEqual(at(rows[0]), { low: 50, mean: 75, high: 100, zero: 25 });
  assert.equal(at(rows[2]), null);
  assert.ok(hasTies(rows));
  assert.ok(!hasTies(rows.slice(1)));
});

test("figures belong to the tie-breaks before the lot", () => {
  const tieBreaks = ["stage", "points", "direct", "firsts", "lot"];
  assert.deepEqual(figuresOf({ tieBreaks, standings: [{ figures: ["1", "2"] }] }), [2, 3]);
  assert.deepEqual(figuresOf({ tieBreaks, standings: [] }), []);
});

test("a form becomes the words of REST, without what was left empty or is hidden", () => {
  const data = new Map(Object.entries({ title: " Cup ", format: "swiss_duels", rounds: "5", cuts: "3:32, 5:16", bestOf: "7, 5", tableBouts: "5 3", allow: "ann, bob", seconds: "60", starts: "2030-01-02T03:04", dummies: "8", checkIn: "on" }));
  assert.deepEqual(wantedTournament(data, { fits: (name) => !["bestOf", "tableBouts", "thirdPlace"].includes(name) }), {
    title: "Cup", format: "swiss_duels", shape: { rounds: 5 }, entry: { allow: ["ann", "bob"], checkIn: true, late: false, frozenVersions: false }, bouts: { seconds: 60 },
    cuts: [{ afterRound: 3, keep: 32 }, { afterRound: 5, keep: 16 }], duplicate: false, startsAt: new Date("2030-01-02T03:04").getTime(),
  });
  const trial = wantedTournament(data, { dryRun: true });
  assert.equal(trial.dryRun, 8);
  assert.deepEqual(trial.shape.tableBouts, [5, 3]);
  assert.equal(trial.startsAt, undefined);
});
