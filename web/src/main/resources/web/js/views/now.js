import { byId, el, keyed, setAttribute, setText, svg } from "../dom.js";
import { clock, number, plural, signed } from "../format.js";
import { queryOf } from "../query.js";
import { sparklines } from "../spark.js";

const CARDS_MAX = 4;
const SPARK = { width: 220, height: 54 };
const RING_RADIUS = 15;

/** Cards of the games that go on, each the way to watching it. @returns a function that shows the games */
export function mountNow() {
  const cards = el("div", { class: "cards" });
  byId("now").append(cards);
  const draw = keyed(cards, { key: (game) => game.id, create: createCard, update: updateCard });
  return (games) => {
    byId("now").hidden = games.length === 0;
    draw(games.slice(0, CARDS_MAX));
  };
}

function createCard({ id }) {
  const ring = svg(
    "svg",
    { class: "ring", viewBox: "0 0 36 36", "aria-hidden": "true" },
    svg("circle", { class: "ground", cx: 18, cy: 18, r: RING_RADIUS }),
    svg("circle", { class: "left", cx: 18, cy: 18, r: RING_RADIUS, pathLength: 100, transform: "rotate(-90 18 18)" }),
  );
  const lines = [3, 2, 1].map((place) => svg("polyline", { "data-place": place }));
  const spark = svg("svg", { class: "spark", viewBox: `0 0 ${SPARK.width} ${SPARK.height}`, preserveAspectRatio: "none", "aria-hidden": "true" }, svg("line", { x1: 0, x2: SPARK.width }), ...lines);
  return el(
    "a",
    { class: "panel card", href: `live${queryOf({ game: id })}` },
    el("span", { class: "card-head" }, ring, el("span", { class: "card-title" }, el("b"), el("small")), el("span", { class: "watch" }, "Watch")),
    spark,
    el("ol", { class: "leaders" }),
  );
}

function updateCard(card, game) {
  const [head, spark, leaders] = card.children;
  const [ring, title] = head.children;
  setText(title.children[0], game.title ?? game.id);
  setText(title.children[1], facts(game));
  const share = game.timeLimitMs && game.leftMs !== null && game.leftMs !== undefined ? game.leftMs / game.timeLimitMs : null;
  setAttribute(ring.children[1], "stroke-dasharray", `${share === null ? 0 : Math.round(share * 100)} 100`);
  drawSpark(spark, game.leaders ?? []);
  leaders.replaceChildren(...(game.leaders ?? []).map(leaderRow));
}

function facts(game) {
  const phase = { lobby: "waiting", paused: "paused" }[game.phase];
  const left = game.leftMs === null || game.leftMs === undefined ? null : `${clock(game.leftMs)} left`;
  const lead = game.phase === "running" && game.lead ? `lead ${number(game.lead)}` : null;
  return [phase, phase === "waiting" ? null : left, plural(game.players ?? 0, "bot"), lead].filter(Boolean).join(" \u00b7 ");
}

function drawSpark(spark, leaders) {
  const lines = [2, 1, 0].map((i) => leaders[i]?.points ?? []);
  const { points, zero } = sparklines(lines, SPARK);
  const [axis, ...polylines] = spark.children;
  setAttribute(axis, "y1", zero);
  setAttribute(axis, "y2", zero);
  polylines.forEach((line, i) => setAttribute(line, "points", points[i]));
}

function leaderRow(row, i) {
  const score = el("span", { class: `figures ${Number(row.score) > 0 ? "up" : Number(row.score) < 0 ? "down" : ""}` }, signed(row.score));
  return el("li", { "data-place": i + 1 }, el("span", { class: "key", "aria-hidden": "true" }), el("span", { class: "name" }, row.name), score);
}
