import { Decimal } from "./decimal.ts";

export type Side = "buy" | "sell";

/** Where the game stands; nothing trades unless it is `running`. */
export type Phase = "lobby" | "running" | "paused" | "settling" | "ended" | "void";

/** All orders at one price. */
export interface Level {
  readonly price: Decimal;
  readonly size: Decimal;
}

/** What a player owns of one asset: free to use, and held by open orders. */
export interface Balance {
  readonly free: Decimal;
  readonly held: Decimal;
}

/** An own order in the book; `size` is what can still trade. */
export interface OpenOrder {
  readonly id: string;
  readonly symbol: string;
  readonly side: Side;
  readonly price: Decimal;
  readonly size: Decimal;
}

/** What just happened. The view that comes with it has it already. */
export type Update =
  /** The view is complete: the bot is in the game, for the first time or again after a lost connection. */
  | { readonly kind: "ready" }
  /** A steady beat, 500 ms apart unless set otherwise; beats that were missed are not made up. */
  | { readonly kind: "beat" }
  /** Best prices or the mark moved; several moves in a row may be told once. */
  | { readonly kind: "moved"; readonly symbol: string }
  /** Somebody traded; `taker` is the side that came later. */
  | { readonly kind: "traded"; readonly symbol: string; readonly price: Decimal; readonly size: Decimal; readonly taker: Side }
  /** An own order traded, in part or completely. */
  | { readonly kind: "filled"; readonly orderId: string; readonly symbol: string; readonly side: Side; readonly price: Decimal; readonly size: Decimal }
  /**
   * A wish was not granted; the code is stable, such as `insufficient_funds`, the message is for people. `connection_lost` is
   * the library's own: an order whose answer was lost, and which is not open; it may have been done, the wallet tells.
   */
  | { readonly kind: "refused"; readonly wish: Wish; readonly code: string; readonly message: string }
  /** The game started, paused, went on or ended. */
  | { readonly kind: "phaseChanged"; readonly before: Phase; readonly after: Phase };

/** What a strategy wants done. Prices are in the quote asset, sizes in the base asset. */
export type Wish =
  /** Buy or sell at this price or better; what does not trade at once waits in the book. */
  | { kind: "limit"; symbol: string; side: Side; price: Decimal | string; size: Decimal | string }
  /** Buy at once whatever this much of the quote asset pays for, best prices first. */
  | { kind: "buyNow"; symbol: string; budget: Decimal | string }
  /** Sell this size at once, best prices first. */
  | { kind: "sellNow"; symbol: string; size: Decimal | string }
  /** Take one own order out of the book. */
  | { kind: "cancel"; orderId: string }
  /** Take own orders out of the book; without a symbol those of all markets. */
  | { kind: "cancelAll"; symbol?: string };

/**
 * What a bot thinks: from what it sees and what just happened to what it wants, in this order. It is asked only when all
 * its earlier wishes have been answered: the open orders in the view are complete.
 */
export type Strategy = (view: View, update: Update) => readonly Wish[];

const NOTHING: Balance = { free: Decimal.ZERO, held: Decimal.ZERO };

/** One tradable pair as it stands; immutable. `mark` is the price that counts for the score. */
export class Market {
  readonly symbol: string;
  readonly priceDecimals: number;
  readonly sizeDecimals: number;
  readonly mark: Decimal;
  /** Best first. */
  readonly bids: readonly Level[];
  /** Best first. */
  readonly asks: readonly Level[];

  constructor(
    pair: { symbol: string; price_decimals: number; size_decimals: number },
    mark: Decimal,
    book: { bids: readonly Level[]; asks: readonly Level[] },
  ) {
    this.symbol = pair.symbol;
    this.priceDecimals = pair.price_decimals;
    this.sizeDecimals = pair.size_decimals;
    this.mark = mark;
    this.bids = book.bids;
    this.asks = book.asks;
  }

  get bestBid(): Level | undefined {
    return this.bids[0];
  }

  get bestAsk(): Level | undefined {
    return this.asks[0];
  }

  /** The asset that is bought and sold. */
  get base(): string {
    return this.symbol.slice(0, this.symbol.indexOf("/"));
  }

  /** The asset that is paid with. */
  get quote(): string {
    return this.symbol.slice(this.symbol.indexOf("/") + 1);
  }

  /** The smallest step of a price. */
  get tick(): Decimal {
    return new Decimal(1n, this.priceDecimals);
  }

  /** The highest price on the grid that is not above `price`, and where buyers may quote: below the mark. */
  bid(price: Decimal | string | number): Decimal {
    const wanted = Decimal.of(price).floor(this.priceDecimals);
    const highest = this.mark.minus(this.tick);
    return wanted.compare(highest) < 0 ? wanted : highest;
  }

  /** The lowest price on the grid that is not below `price`, and where sellers may quote: not below the mark. */
  ask(price: Decimal | string | number): Decimal {
    const wanted = Decimal.of(price).ceiling(this.priceDecimals);
    return wanted.compare(this.mark) > 0 ? wanted : this.mark;
  }

  /** A size on the grid, rounded down. */
  size(size: Decimal | string | number): Decimal {
    return Decimal.of(size).floor(this.sizeDecimals);
  }
}

/** What a bot sees of its game; immutable. */
export class View {
  readonly player: string;
  readonly phase: Phase;
  /** When this was seen, milliseconds since 1970. */
  readonly nowMillis: number;
  /** What was left of the time limit then; null: no limit. */
  readonly leftMillis: number | null;
  /** In the game's order, never empty. */
  readonly markets: readonly Market[];
  /** By asset. */
  readonly wallet: ReadonlyMap<string, Balance>;
  /** Own open orders, oldest first. */
  readonly orders: readonly OpenOrder[];

  constructor(seen: Pick<View, "player" | "phase" | "nowMillis" | "leftMillis" | "markets" | "wallet" | "orders">) {
    this.player = seen.player;
    this.phase = seen.phase;
    this.nowMillis = seen.nowMillis;
    this.leftMillis = seen.leftMillis;
    this.markets = seen.markets;
    this.wallet = seen.wallet;
    this.orders = seen.orders;
  }

  get running(): boolean {
    return this.phase === "running";
  }

  /** The first market unless a symbol is given. RangeError: the game has no such market. */
  market(symbol?: string): Market {
    const market = this.markets.find((one) => symbol === undefined || one.symbol === symbol);
    if (!market) throw new RangeError(`no market ${symbol}; there are ${this.markets.map((one) => one.symbol).join(", ")}`);
    return market;
  }

  balance(asset: string): Balance {
    return this.wallet.get(asset) ?? NOTHING;
  }

  /** Own open orders of one market, oldest first. */
  ordersOf(symbol: string): readonly OpenOrder[] {
    return this.orders.filter((order) => order.symbol === symbol);
  }
}
