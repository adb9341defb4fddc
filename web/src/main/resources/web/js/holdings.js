/** What holdings are worth, in the asset of the score: the quote of the first market. Pure; for drawing, not for counting. */

/** @returns asset -> price, for the assets that a market leads to */
export function assetPrices(instruments, marks) {
  const worth = new Map();
  for (const { symbol } of instruments) {
    const [base, quote] = symbol.split("/");
    if (worth.size === 0) {
      worth.set(quote, 1);
    }
    const price = Number(marks[symbol]) * worth.get(quote);
    if (Number.isFinite(price) && !worth.has(base)) {
      worth.set(base, price);
    }
  }
  return worth;
}

/** What the wallet of the beginning would be worth now. */
export function idleValue(grant, worth) {
  return Object.entries(grant).reduce((sum, [asset, amount]) => sum + Number(amount) * (worth.get(asset) ?? 0), 0);
}

/**
 * What a bot holds beyond the wallet of the beginning, as a share of its equity: 0.1 means that a tenth of it was put into
 * coins, -0.1 that it sold so many. Money itself does not count; null where equity says nothing.
 */
export function position(row, grant, worth) {
  const equity = Number(row.equity);
  const [money] = worth.keys();
  if (!(equity > 0) || !row.wallet) {
    return null;
  }
  const assets = new Set([...Object.keys(row.wallet), ...Object.keys(grant)]);
  assets.delete(money);
  let value = 0;
  for (const asset of assets) {
    value += (Number(row.wallet[asset] ?? 0) - Number(grant[asset] ?? 0)) * (worth.get(asset) ?? 0);
  }
  return value / equity;
}

export const positions = (rows, grant, worth) => new Map(rows.map((row) => [row.name, position(row, grant, worth)]));
