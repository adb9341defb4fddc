/** A made-up report of a finished game, in the shape of GET /api/v1/games/{id}/report. */
const PARTS = ["spread", "markOut", "inventory", "fees"];

/** @param rows the final table */
export function reportOf(id, rows, seed) {
  let state = seed;
  const chance = () => ((state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648);
  const money = (value) => value.toFixed(10);
  const flows = rows
    .flatMap((row, i) => rows.slice(i + 1).map((other) => [row, other]))
    .filter(() => chance() < 0.85)
    .map(([row, other]) => {
      const [to, from] = chance() < 0.65 ? [row, other] : [other, row];
      const share = chance() ** 3;
      return { game: id, to: to.name, from: from.name, amount: money(share * 620), volume: money(4000 + share * 30_000), trades: 12 + Math.round(share * 300), deviations: share * 40, share, net: chance() };
    })
    .sort((a, b) => b.amount - a.amount);
  const bots = rows.map((row, i) => bot(id, row, { chance, money, rival: rows[(i + 1) % rows.length] }));
  const [first] = flows;
  const says = "gained from the other at least 2.5 % of a wallet, at least 10 times the usual deviation of pairs, and at least 60 % of all it gained";
  return { game: id, money: "USD", seconds: 600, bots, pairs: flows.length, flows, flags: seed % 2 === 0 ? [{ game: id, rule: "feeding", bot: first.to, with: first.from, says }] : [], surprises: [] };
}

function bot(id, row, { chance, money, rival }) {
  const parts = Object.fromEntries(PARTS.map((part) => [part, part === "fees" ? -chance() * 90 : (chance() - 0.45) * 700]));
  const settlement = Number(row.score) - PARTS.reduce((sum, part) => sum + parts[part], 0);
  const attribution = Object.fromEntries(Object.entries({ ...parts, settlement }).map(([part, value]) => [part, money(value)]));
  const robust = chance() < 0.5;
  return {
    game: id, bot: row.name, house: row.house === true, score: row.score, attribution,
    standing: { place: row.place, worst: row.place + (robust ? 0 : 1), without: robust ? null : rival.name },
    figures: { drawdown: money(chance() * 400), steadiness: (chance() - 0.3) * 8, turnover: money(20_000 + chance() * 90_000), makerShare: chance(), fillRatio: chance(), timeInPosition: chance(), uptime: chance(), rejects: { insufficient_funds: 3 } },
    conduct: { orders: 900, trades: 310, orderToTrade: 2.9, hastyShare: 0.02, preventedSelfTrades: Math.round(chance() * 6), edge: (chance() - 0.5) / 100, partner: rival.name, partnerShare: chance() },
  };
}
