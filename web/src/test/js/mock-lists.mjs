/** What the mock server answers where a page asks for lists: made up, in the shapes of openapi.yaml. */
import { left, rows, summary } from "./fake-game.mjs";

const HOUR = 3_600_000;
const OLD_GAMES = 57;

/** The body for an address below /api/v1/, or null for one that is not a list. */
export function lists(url, games) {
  const answer = ANSWERS.find(([pattern]) => pattern.test(url.pathname));
  return answer && games.length > 0 ? answer[1](url, games) : answer ? answer[2] : null;
}

const ANSWERS = [
  [/^\/api\/v1\/now$/, (_, games) => ({ games: games.filter((game) => game.phase !== "ENDED").map(now) }), { games: [] }],
  [/^\/api\/v1\/leaderboard$/, (url, games) => leaderboard(url.searchParams.get("pool"), games), { pool: null, pools: [], rows: [] }],
  [/^\/api\/v1\/games$/, (url, games) => part(url, { games: allGames(url, games) }, "games"), { games: [] }],
  [/^\/api\/v1\/bots$/, (url, games) => part(url, { bots: bots(games).filter((bot) => has(bot.name, url)) }, "bots"), { bots: [] }],
  [/^\/api\/v1\/bots\/[^/]+\/ratings$/, (url, games) => history(url, games), null],
  [/^\/api\/v1\/bots\/[^/]+$/, (url, games) => profile(decodeURIComponent(url.pathname.split("/").at(-1)), games), null],
];

const has = (text, url) => text.toLowerCase().includes((url.searchParams.get("q") ?? "").toLowerCase());

function part(url, body, key) {
  const from = Number(url.searchParams.get("after") ?? 0);
  return { [key]: body[key].slice(from, from + Number(url.searchParams.get("limit") ?? 100)) };
}

function now(game) {
  const top = rows(game).slice(0, 3);
  const leaders = top.map(({ name, house, score }) => ({ name, house, score, points: game.race.slice(-60).map((point) => Number(point.scores[name])) }));
  const lead = top.length > 1 ? (Number(top[0].score) - Number(top[1].score)).toFixed(2) : null;
  return { ...summary(game), phase: game.phase.toLowerCase(), leftMs: left(game), timeLimitMs: game.timeLimitMs, viewers: 12, interest: 0.6, lead, leaders };
}

const POOLS = ["free-for-all-fair", "duel-race"];

function leaderboard(pool, games) {
  const rows = bots(games).filter((bot) => !pool || !bot.house).map((bot, i) => ({
    rank: i + 1, name: bot.name, house: bot.house, games: 41 - i, wins: Math.max(0, 12 - 2 * i), podiums: Math.max(1, 25 - 3 * i),
    bestScore: (921.5 - 77 * i).toFixed(2), totalScore: (9021.5 - 1877 * i).toFixed(2), lastScore: (12.5 - i).toFixed(2),
    lastPlaces: Array.from({ length: 10 }, (_, k) => ({ game: `g${90 + k}`, place: ((i * 3 + k * 5) % 8) + 1, of: 8 })),
    online: bot.online, playing: bot.playing, rating: pool ? rating(i) : null,
  }));
  return { waitsFor: pool === "duel-race" ? "g7" : null, pool, pools: POOLS.map((known) => ({ pool: known, bots: rows.length })), rows };
}

function rating(i) {
  const [value, deviation] = [1838.4 - 61.3 * i, i % 4 === 3 ? 171.25 : 46.1 + 7 * (i % 3)];
  return { value, deviation, low: value - 2 * deviation, high: value + 2 * deviation, provisional: deviation > 110, separable: value + 2 * deviation < 1838.4 - 92.2, change: [0, 2, -1, null][i % 4], games: 140 - 9 * i };
}

/** Seven weeks of games, better from the second version on. */
function history(url, games) {
  const name = decodeURIComponent(url.pathname.split("/").at(-2));
  const points = Array.from({ length: 120 }, (_, i) => {
    const value = 1500 + 220 * (1 - Math.exp(-i / 14)) + (i > 70 ? 130 * (1 - Math.exp(-(i - 70) / 12)) : 0) + 24 * Math.sin(i * 1.9);
    const deviation = 45 + 300 * Math.exp(-i / 9) + (i > 70 ? 110 * Math.exp(-(i - 70) / 9) : 0);
    return { game: `g${i + 1}`, before: value - 4, value, deviation, endedAt: Date.now() - (120 - i) * 10 * HOUR };
  });
  return bots(games).some((bot) => bot.name === name) ? { name, pool: url.searchParams.get("pool"), points: points.reverse() } : null;
}

const versions = () => [["2.0.1", 140], ["2.0.0-rc.1+build.77", 500], ["1.1", 900], ["1.0", 2000]].map(([version, hours]) => ({ version, announcedAt: Date.now() - hours * HOUR }));

function bots(games) {
  return rows(games[0]).map(({ name, house }, i) => ({ name, house, rank: i + 1, games: 41 - i, online: i % 3 !== 2, playing: i % 3 === 0 ? games[0].id : null, ratings: house ? [] : POOLS.map((pool) => ({ pool, rank: i + 1, ...rating(i) })) }));
}

function allGames(url, games) {
  const over = Array.from({ length: OLD_GAMES }, (_, i) => ({
    id: `g${100 - i}`, title: i % 4 === 0 ? "Evening ladder" : `Qualifier ${i}`, preset: "classic", phase: i === 2 ? "void" : "ended", players: 8,
    startedAt: Date.now() - (i + 2) * HOUR, endsAt: Date.now() - (i + 1.8) * HOUR, leftMs: null, default: false,
    winner: i === 2 ? null : rows(games[0])[i % 3].name, winnerScore: i === 2 ? null : (321.5 - i).toFixed(2),
  }));
  const asked = url.searchParams.get("phase");
  return (asked === "over" ? over : [...games.map(open), ...over]).filter((game) => has(`${game.title} ${game.id}`, url));
}

const open = (game) => ({ ...summary(game), phase: game.phase.toLowerCase() });

function profile(name, games) {
  const bot = bots(games).find((known) => known.name === name);
  if (!bot) {
    return null;
  }
  const results = Array.from({ length: 30 }, (_, i) => ({
    game: `g${100 - i}`, title: i % 4 === 0 ? "Evening ladder" : `Qualifier ${i}`, place: ((i * 5) % 8) + 1, of: 8,
    score: (300 * Math.sin(i * 1.7) + 60).toFixed(2), endedAt: Date.now() - (i + 1.8) * HOUR,
  }));
  const rivals = bots(games).filter((other) => other.name !== name).map((other, i) => ({ name: other.name, house: other.house, met: 30 - i, ahead: 18 - i, behind: 12 }));
  return { ...bot, wins: 4, podiums: 11, bestScore: "359.10", totalScore: "1841.70", versions: bot.house ? [] : versions(), results, rivals };
}
