/** The report of a game that is over, and what its figures say in words. All but the reading is pure. */
import { readLarge } from "./api.js";
import { number, ordinal, signed } from "./format.js";

const BUSY_MILLIS = 3000;

/** What a score is taken apart into, in the order in which it comes about. */
export const PARTS = [
  { key: "spread", name: "Spread", means: "traded at a better price than the mark of that moment" },
  { key: "markOut", name: "Mark-out", means: "what the mark did in the five seconds after a trade" },
  { key: "inventory", name: "Inventory", means: "what it did from then until the end" },
  { key: "fees", name: "Fees", means: "paid for trading" },
  { key: "settlement", name: "Settlement", means: "what the final valuation makes of the wallet, instead of the last mark" },
];

/** Asks until it is made; throws as `read` does. */
export async function readReport(game) {
  for (;;) {
    try {
      return await readLarge(`api/v1/games/${encodeURIComponent(game)}/report`, () => {});
    } catch (problem) {
      if (problem.status !== 503) {
        throw problem;
      }
      await new Promise((again) => setTimeout(again, BUSY_MILLIS));
    }
  }
}

const percent = (share, decimals = 0) => `${number(share * 100, decimals)} %`;

/** The figures of one bot of a report, as pairs of a term and a text. What its ratings foretold is known where it was rated. */
export function figuresOf({ bot, standing, figures, conduct }, surprises = []) {
  const surprise = surprises.find((row) => row.bot === bot);
  return [
    ["Robust place", standing ? robust(standing) : "\u2013"],
    ["Deepest fall", number(figures.drawdown)],
    ["Steadiness", signed(figures.steadiness, 1)],
    ["Turnover", number(figures.turnover, 0)],
    ["As a maker", percent(figures.makerShare)],
    ["Orders that traded", percent(figures.fillRatio)],
    ["Time in position", percent(figures.timeInPosition)],
    ["Connected", percent(figures.uptime)],
    ["Self-trades prevented", number(conduct.preventedSelfTrades, 0)],
    ...(surprise ? [["Against its rating", foretold(surprise)]] : []),
  ];
}

/** In standard deviations, better than foretold above zero. */
function foretold({ deviations, games, overall }) {
  return games > 1 ? `${signed(deviations, 1)} σ, last ${games} games ${signed(overall, 1)} σ` : `${signed(deviations, 1)} σ`;
}

/** The worst place without any one other. */
export function robust({ place, worst, without }) {
  return without === null ? `stays ${ordinal(place)}` : `${ordinal(worst)} without ${without}`;
}

const RULES = { feeding: "Feeding", round_trips: "Round trips", layering: "Layering" };

/** A flag in words: which rule, and who did what. */
export function flagText({ rule, bot, with: other, says }) {
  return { rule: RULES[rule] ?? rule, text: `${bot} ${other === null ? says : says.replace("the other", () => other)}.` };
}

/**
 * Who gained from whom, as a table.
 *
 * @param most bots that are shown, the first of the final table
 * @returns names, and for each two of them what the first gained from the second, null where they never traded
 */
export function matrix({ bots, flows }, most) {
  const names = bots.slice(0, most).map(({ bot }) => bot);
  const cells = new Map();
  for (const flow of flows) {
    cells.set(`${flow.to}\n${flow.from}`, { ...flow, gained: Number(flow.amount) });
    cells.set(`${flow.from}\n${flow.to}`, { ...flow, gained: -Number(flow.amount) });
  }
  const rows = names.map((to) => names.map((from) => cells.get(`${to}\n${from}`) ?? null));
  const largest = Math.max(0, ...rows.flat().map((cell) => Math.abs(cell?.gained ?? 0)));
  return { names, rows, largest };
}
