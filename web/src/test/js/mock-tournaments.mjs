/** What the mock server answers about tournaments: made up, in the shapes of openapi.yaml. */
const HOUR = 3_600_000;
const NAMES = ["ada", "bert", "cleo", "dora-the-quick", "emil", "fay", "gus", "hanna", "iris", "jon", "kim", "lea", "max", "nora", "otto", "a-name-that-is-as-long-as-they-may-be"];
const TIE_BREAKS = ["Game points: the share of a table that one beat, ties by half", "Points in games among those tied, where each two of them met equally often", "Number of first places", "Median of the scores, each divided by the median size of all scores of its bout", "Lower mean of the deepest falls", "Lot, where something depends on it"];
const SWISS_BREAKS = TIE_BREAKS.toSpliced(2, 1, "Sonneborn-Berger: the points of each opponent times the result against it");

/** The body for an address below /api/v1/tournaments, or null. */
export function tournaments(url) {
  const [, id, part] = /^\/api\/v1\/tournaments(?:\/([^/]+))?(?:\/(\w+))?$/.exec(url.pathname) ?? [];
  if (!url.pathname.startsWith("/api/v1/tournaments")) {
    return null;
  }
  const found = id && ALL().find((known) => known.id === id);
  return id ? (part ? (found ? { tournament: id, standings: found.standings } : null) : (found ?? null)) : { tournaments: ALL().map(row) };
}

const ALL = () => [knockoutTables(), swiss(), knockout(), groups(), tables(), entry(), roundRobin()];

const row = ({ id, title, format, formatWords, phase, dryRun, duplicate, entrants, round, rounds, startsAt, startedAt, endedAt, leader, leaderPoints }) => ({ id, title, format, formatWords, phase, dryRun, duplicate, entrants, round, rounds, startsAt, startedAt, endedAt, leader, leaderPoints });

function made(part) {
  const standings = part.standings ?? [];
  return {
    phase: "running", dryRun: false, duplicate: false, entrants: part.names?.length ?? 0, round: part.schedule?.length ?? 0, rounds: null, startsAt: null, startedAt: Date.now() - HOUR, endedAt: null,
    leader: standings[0]?.name ?? null, leaderPoints: standings[0]?.points ?? null, why: null, tieBreaks: TIE_BREAKS,
    bouts: { preset: "open-market", seconds: 300, houseBots: "market-maker:1,noise:2", fill: "", noShowSeconds: 60, atOnce: 16 },
    entry: { allow: [], entrantsMax: 64, ratingMin: null, ratingMax: null, ratedGamesMin: 0, checkIn: true, late: true, frozenVersions: false },
    cuts: [], seed: null, field: [], standings, groups: [], schedule: [], bracket: [], meetings: null, factsSha256: null, ...part,
  };
}

function standing(name, place, { played, points, figures = ["1", "2.25", "0.61", "12.00"], state = "in", tier = place }) {
  const mean = 40 - 9 * place;
  return { place, name, house: false, played, points: String(points), figures, meanScore: mean.toFixed(2), low: (mean - 18 - place).toFixed(2), high: (mean + 18 + place).toFixed(2), tier, state };
}

const seats = (names, over) => names.map((name, i) => ({ name, place: over ? i + 1 : null, points: over ? ((names.length - 1 - i) / (names.length - 1)).toFixed(4) : null, score: over ? (90 - 70 * i).toFixed(2) : null, absent: false }));

let number = 0;
const bout = (table, names, phase) => ({ number: ++number, table, gameOfSeries: 1, game: phase === "next" ? null : phase === "running" ? "g1" : "g98", phase, seats: seats(names, phase === "over") });

function duels(names, round, phase) {
  const circle = names.toSpliced(0, 1);
  const turned = [names[0], ...circle.slice(round), ...circle.slice(0, round)];
  return Array.from({ length: names.length / 2 }, (_, i) => bout(i + 1, (i + round) % 2 ? [turned[i], turned.at(-1 - i)] : [turned.at(-1 - i), turned[i]], phase === "running" && i === 0 ? "waiting" : phase));
}

const rounds = (count, make) => Array.from({ length: count }, (_, i) => ({ round: i + 1, name: `Round ${i + 1}`, stage: "main", phase: i < count - 1 ? "over" : "running", bouts: make(i, i < count - 1 ? "over" : "running"), sitOut: [] }));

function swiss() {
  number = 0;
  const names = NAMES.slice(0, 13);
  const schedule = rounds(3, (i, phase) => duels(names.slice(0, 12), i, phase)).map((each) => ({ ...each, sitOut: [names[12]] }));
  const standings = names.map((name, i) => standing(name, i + 1, { played: 2, points: Math.max(0, 3 - Math.floor(i / 3) / 2), tier: 1 + Math.floor(i / 5), state: i === 12 ? "withdrawn" : "in" }));
  return made({ id: "t6", title: "Friday cup", format: "swiss_duels", formatWords: "Swiss of duels over 5 rounds", rounds: 5, names, schedule, standings, tieBreaks: SWISS_BREAKS, meetings: { min: 0, max: 1 } });
}

function roundRobin() {
  number = 0;
  const names = NAMES.slice(8);
  const schedule = rounds(7, (i) => duels(names, i, "over")).map((each) => ({ ...each, phase: "over" }));
  const standings = names.map((name, i) => standing(name, i + 1, { played: 7, points: 7 - i, tier: 1 + Math.floor(i / 3) }));
  return made({ id: "t1", title: "Spring league", format: "round_robin", formatWords: "Each against each", phase: "finished", endedAt: Date.now() - 2 * HOUR, rounds: 7, names, schedule, standings, meetings: { min: 1, max: 1 }, seed: "-8123456789012345678", factsSha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" });
}

function tables() {
  number = 0;
  const names = NAMES.slice(0, 16);
  const schedule = rounds(3, (round, phase) => Array.from({ length: 4 }, (_, t) => bout(t + 1, names.filter((_, i) => (i + round * Math.floor(i / 4)) % 4 === t), phase)));
  const standings = names.map((name, i) => standing(name, i + 1, { played: 2, points: (2 - i / 8).toFixed(3), tier: 1 + Math.floor(i / 6) }));
  return made({ id: "t3", title: "Same hands", format: "tables", formatWords: "Tables of 4 over 5 rounds", duplicate: true, rounds: 5, names, schedule, standings, meetings: { min: 0, max: 1 } });
}

function entry() {
  return made({ id: "t2", title: "Night ladder", format: "window", formatWords: "Timed ladder of 30 minutes", phase: "entry", startsAt: Date.now() + 754_000, startedAt: null, names: [], tieBreaks: TIE_BREAKS, entry: { allow: ["ada", "bert", "cleo", "emil"], entrantsMax: 4, ratingMin: 1_400, ratingMax: null, ratedGamesMin: 5, checkIn: true, late: true, frozenVersions: false } });
}

function series(at, bestOf, one, other, winner, bouts) {
  const side = (name) => ({ name: name?.[0] ?? null, seed: name?.[1] ?? null, wins: name && winner ? (name === winner ? String((bestOf + 1) / 2) : "1") : "0", bye: name === null });
  return { series: at, bestOf, thirdPlace: false, seats: [side(one), side(other)], winner: winner?.[0] ?? null, bouts };
}

function knockout() {
  number = 0;
  const names = NAMES.slice(0, 7);
  const seed = names.map((name, i) => [name, i + 1]);
  const first = [bout(2, [names[3], names[4]], "over"), bout(3, [names[1], names[6]], "over"), bout(4, [names[2], names[5]], "over"), bout(3, [names[1], names[6]], "over")];
  const second = [bout(1, [names[0], names[3]], "running"), bout(2, [names[1], names[2]], "over")];
  const bracket = [
    { round: 1, name: "Quarter-finals", series: [series(1, 3, seed[0], null, seed[0], []), series(2, 3, seed[3], seed[4], seed[3], [1]), series(3, 3, seed[1], seed[6], seed[1], [2, 4]), series(4, 3, seed[2], seed[5], seed[2], [3])] },
    { round: 2, name: "Semi-finals", series: [series(1, 5, seed[0], seed[3], null, [5]), series(2, 5, seed[1], seed[2], seed[2], [6])] },
    { round: 3, name: "Final", series: [series(1, 7, undefined, seed[2], null, []), { ...series(2, 3, undefined, seed[1], null, []), thirdPlace: true }] },
  ];
  const schedule = [{ round: 1, name: "Quarter-finals", stage: "knockout", phase: "over", bouts: first, sitOut: [] }, { round: 2, name: "Semi-finals", stage: "knockout", phase: "running", bouts: second, sitOut: [] }];
  const standings = names.map((name, i) => ({ ...standing(name, i + 1, { played: 2, points: 1, figures: [], tier: 1, state: i > 3 ? "out" : "in" }), meanScore: null, low: null, high: null }));
  return made({ id: "t5", title: "Dry cup", format: "knockout", formatWords: "Knock-out, best of 3, 5 and 7", dryRun: true, rounds: 3, names, schedule, standings, bracket, tieBreaks: ["How far one came", "Lot, where something depends on it"] });
}

function groups() {
  number = 0;
  const names = NAMES.slice(0, 12);
  const schedule = rounds(2, (i, phase) => [0, 4, 8].flatMap((from) => duels(names.slice(from, from + 4), i, phase))).map((each) => ({ ...each, stage: "group", name: `Groups, round ${each.round}` }));
  const standings = names.map((name, i) => standing(name, i + 1, { played: 1, points: (i + 1) % 2, tier: 1 }));
  const group = (letter, from) => ({ name: letter, round: 1, goOn: 2, standings: names.slice(from, from + 4).map((name, i) => standing(name, i + 1, { played: 1, points: i < 2 ? 1 : 0 })) });
  return made({ id: "t4", title: "World cup of bots", format: "groups", formatWords: "Groups of 4, then knock-out", names, schedule, standings, groups: [group("A", 0), group("B", 4), group("C", 8)], tieBreaks: ["How far one came", ...TIE_BREAKS] });
}

function knockoutTables() {
  number = 0;
  const tables = [[[0, 7, 8, 15], [1, 6, 9, 14], [2, 5, 10, 13], [3, 4, 11, 12]], [[0, 3, 7, 4], [1, 2, 6, 5]]];
  const named = tables.map((round) => round.map((table) => table.map((i) => NAMES[i])));
  const played = (count, table, names) => Array.from({ length: count }, (_, i) => ({ ...bout(table, names, count === 2 && i === 1 ? "running" : "over"), gameOfSeries: i + 1 }));
  const schedule = named.map((round, i) => ({ round: i + 1, name: i === 0 ? "Round of 16" : "Round of 8", stage: "knockout", phase: i === 0 ? "over" : "running", bouts: round.flatMap((names, t) => played(3 - i, t + 1, names)), sitOut: [] }));
  const groups = named.flatMap((round, i) => round.map((names, t) => ({ name: String(t + 1), round: i + 1, goOn: 2, standings: names.map((name, place) => standing(name, place + 1, { played: 3 - 2 * i, points: (3 - 2 * i - place * 0.3333).toFixed(4) })) })));
  const order = [...named[1].flat(), ...named[0].flatMap((names) => names.slice(2))];
  const standings = order.map((name, i) => standing(name, i + 1, { played: i < 8 ? 1 : 3, points: i < 8 ? "0.6667" : "1.3333", tier: i < 8 ? 1 : 2, state: i < 8 ? "in" : "out" }));
  return made({ id: "t7", title: "Cup of tables", format: "knockout_tables", formatWords: "Knock-out at tables of 4, 3 bouts each", rounds: 3, names: NAMES, schedule, standings, groups, tieBreaks: ["How far one came", ...TIE_BREAKS] });
}
