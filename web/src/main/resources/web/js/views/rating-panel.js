import { read } from "../api.js";
import { byId, el } from "../dom.js";
import { number } from "../format.js";
import { queryOf } from "../query.js";
import { mountRatingChart } from "./rating-chart.js";
import { POOLS, rankChange, ratingFigure } from "./ratings.js";

const POINTS_MAX = 1000;

/** A bot's rating in one pool at a time, the one with most games first. @returns a function that shows a bot */
export function mountRating() {
  const chart = mountRatingChart(byId("rating-chart"));
  const select = byId("pool");
  let bot = null;
  select.addEventListener("change", draw);

  async function draw() {
    const rating = bot.ratings.find(({ pool }) => pool === select.value);
    const facts = [
      ["Rating", ratingFigure(rating)],
      ["Rank", [String(rating.rank), rankChange(rating)]],
      ["Worth at least", number(rating.low, 0)],
      ["Rated games", number(rating.games, 0)],
    ];
    byId("rating-facts").replaceChildren(...facts.map(([term, value]) => el("div", {}, el("dt", {}, term), el("dd", {}, value))));
    try {
      const { body } = await read(`api/v1/bots/${encodeURIComponent(bot.name)}/ratings${queryOf({ pool: rating.pool, limit: POINTS_MAX })}`);
      chart(body.points ?? [], bot.versions ?? []);
    } catch {
      // What is drawn stays; the page asks again with the next result.
    }
  }

  return (next) => {
    bot = { ...next, ratings: next.ratings ?? [] };
    const rated = bot.ratings.length > 0;
    byId("rating-none").hidden = rated;
    byId("rating-body").hidden = !rated;
    byId("pool-label").hidden = !rated;
    if (rated) {
      const chosen = select.value || bot.ratings.toSorted((a, b) => b.games - a.games)[0].pool;
      select.replaceChildren(...bot.ratings.map(({ pool }) => el("option", { value: pool }, POOLS.get(pool) ?? pool)));
      select.value = chosen;
      draw();
    }
  };
}
