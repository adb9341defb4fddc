import { Decimal } from "./decimal.ts";
import { Market, View } from "./view.ts";
import type { Balance, Level, OpenOrder, Phase, Side, Update } from "./view.ts";
import type * as protocol from "./protocol.ts";

type Channel = protocol.Push["type"];

/** The channels a bot follows. */
export const CHANNELS: readonly Channel[] = ["book", "trades", "orders", "fills", "wallet", "game"];

const NEEDED: readonly Channel[] = ["book", "orders", "wallet", "game"];
const PHASES: readonly Phase[] = ["lobby", "running", "paused", "settling", "ended", "void"];

/** Orders that are not open and still remembered. */
const REMEMBERED_MAX = 2_000;

/** Whether a view is not complete without this channel. */
export function isNeeded(channel: Channel): boolean {
  return NEEDED.includes(channel);
}

/** What a push means, seen through the sequence numbers; `old`: known already, or of no use before the snapshot. */
export type Place = "next" | "old" | "gap";

/** The phase of a word on the wire; one that this library does not know is one in which nothing trades. */
function phaseOf(word: string): Phase {
  return PHASES.find((phase) => phase === word) ?? "paused";
}

function sideOf(word: string | undefined): Side {
  return word === "sell" ? "sell" : "buy";
}

/** Of a time of the server. */
export function millis(seconds: number): number {
  return Number(Decimal.of(seconds).floor(3).units);
}

/** What is left of a game's time limit, reckoned between two messages of the server. */
class Clock {
  #aheadMillis: number;
  #endsAtMillis: number | null = null;
  #leftMillis: number | null = null;

  constructor(hello: protocol.Hello, nowMillis: number) {
    this.#aheadMillis = millis(hello.now) - nowMillis;
    if (hello.game.ends_at == null) this.standWith(hello.game.left_ms);
    else this.endAt(hello.game.ends_at);
  }

  endAt(seconds: number): void {
    this.#endsAtMillis = millis(seconds) - this.#aheadMillis;
    this.#leftMillis = null;
  }

  standWith(leftMillis: number | null): void {
    this.#endsAtMillis = null;
    this.#leftMillis = leftMillis;
  }

  left(nowMillis: number): number | null {
    return this.#endsAtMillis === null ? this.#leftMillis : Math.max(0, this.#endsAtMillis - nowMillis);
  }
}

/** One book as the pushes tell it. Its lists are replaced and never changed, so that a view can keep them. */
class Depth {
  bids: readonly Level[] = [];
  asks: readonly Level[] = [];
  /** The sequence as of which it was told; 0: not yet. */
  seq = 0;

  replace(book: protocol.Book, seq: number): void {
    this.bids = [];
    this.asks = [];
    this.seq = seq;
    this.change(book);
  }

  change(book: protocol.Book): void {
    this.bids = changed(this.bids, book.bids ?? [], (one, other) => other.compare(one));
    this.asks = changed(this.asks, book.asks ?? [], (one, other) => one.compare(other));
  }
}

function changed(side: readonly Level[], levels: protocol.LevelList, order: (one: Decimal, other: Decimal) => number): readonly Level[] {
  if (levels.length === 0) return side;
  const result = [...side];
  for (const level of levels) {
    const [price, size] = level.map(Decimal.of) as [Decimal, Decimal];
    let low = 0;
    for (let high = result.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (order(result[middle]!.price, price) < 0) low = middle + 1;
      else high = middle;
    }
    const known = low < result.length && result[low]!.price.compare(price) === 0;
    result.splice(low, known ? 1 : 0, ...(size.isZero() ? [] : [{ price, size }]));
  }
  return result;
}

/** Own open orders: sizes as they were told last, less what has been filled since. What is gone stays gone. */
class OwnOrders {
  /** With the sequence as of which its size was told. */
  readonly #open = new Map<string, { order: OpenOrder; asOf: number }>();
  readonly #fills = new Map<string, { seq: number; size: Decimal }[]>();
  readonly #gone = new Set<string>();
  readonly #firstSymbol: string;

  constructor(firstSymbol: string) {
    this.#firstSymbol = firstSymbol;
  }

  list(): readonly OpenOrder[] {
    return [...this.#open.values()].map(({ order }) => order);
  }

  /** All open orders, from a snapshot. */
  replace(changes: protocol.OrderChanges, seq: number): void {
    this.#open.clear();
    for (const { order } of changes) this.#put(order, seq);
  }

  change(changes: protocol.OrderChanges, seq: number): void {
    for (const { event, order } of changes) {
      if (event === "completed" || event === "cancelled") this.remove(order.id);
      else if (event !== "amended") this.accept(order);
      else if (this.#open.has(order.id)) this.#put(order, seq);
    }
  }

  /** A new order as it was before it traded, told by its reply or by a push, whichever comes first. */
  accept(order: protocol.Order): void {
    const market = order.side === "buy_market" || order.side === "sell_market";
    if (!market && !this.#gone.has(order.id) && !this.#open.has(order.id)) this.#put(order, 0);
  }

  remove(id: string): void {
    this.#open.delete(id);
    this.#gone.add(id);
    keepNewest(this.#gone);
  }

  /** One of our orders traded. */
  filled(id: string, size: Decimal, seq: number): void {
    this.#fills.set(id, [...(this.#fills.get(id) ?? []), { seq, size }]);
    keepNewest(this.#fills);
    const known = this.#open.get(id);
    if (known && seq > known.asOf) {
      this.#open.set(id, { ...known, order: { ...known.order, size: known.order.size.minus(size) } });
    }
  }

  #put(order: protocol.Order, asOf: number): void {
    const told = Decimal.of(order.amount ?? order.size ?? "0");
    const since = (this.#fills.get(order.id) ?? []).filter(({ seq }) => seq > asOf);
    const open: OpenOrder = {
      id: order.id,
      symbol: order.symbol ?? this.#firstSymbol,
      side: order.side.startsWith("buy") ? "buy" : "sell",
      price: Decimal.of(order.price),
      size: since.reduce((left, { size }) => left.minus(size), told),
    };
    this.#open.set(order.id, { order: open, asOf });
  }
}

function keepNewest(ids: Set<string> | Map<string, unknown>): void {
  if (ids.size > REMEMBERED_MAX) ids.delete(ids.keys().next().value!);
}

/**
 * What a bot knows of its game, kept up to date by pushes: snapshots replace, changes follow one another by sequence, and
 * a gap shows.
 */
export class Sight {
  readonly orders: OwnOrders;
  phase: Phase;
  readonly #gameId: string;
  readonly #instruments: protocol.Instruments;
  readonly #books: ReadonlyMap<string, Depth>;
  readonly #marks = new Map<string, Decimal>();
  readonly #last = new Map<Channel, number>();
  #wallet: ReadonlyMap<string, Balance> = new Map();
  #clock: Clock;
  /** Sequence of the last snapshot of own orders. */
  ordersAsOf = 0;

  constructor(hello: protocol.Hello, nowMillis: number) {
    this.#gameId = hello.game.id;
    this.#instruments = hello.instruments;
    this.#books = new Map(hello.instruments.map((one) => [one.symbol, new Depth()]));
    this.orders = new OwnOrders(this.#firstSymbol);
    this.phase = phaseOf(hello.game.phase);
    this.#clock = new Clock(hello, nowMillis);
  }

  /** The same game after a lost connection: what was known stays known. */
  isOf(hello: protocol.Hello): boolean {
    return this.#gameId === hello.game.id && JSON.stringify(this.#instruments) === JSON.stringify(hello.instruments);
  }

  /** Reads the clock anew: ours or the server's may have been set. */
  greeted(hello: protocol.Hello, nowMillis: number): void {
    this.phase = phaseOf(hello.game.phase);
    this.#clock = new Clock(hello, nowMillis);
  }

  /** Nothing will happen in this game any more. */
  get isOver(): boolean {
    return this.phase === "ended" || this.phase === "void";
  }

  /** Whether all that a view shows has come. */
  get isComplete(): boolean {
    return this.missing().length === 0 && this.#instruments.every((one) => this.#marks.has(one.symbol));
  }

  /** Channels without which a view is not complete, and whose snapshot has not come. */
  missing(): readonly Channel[] {
    return NEEDED.filter((channel) => this.#seen(channel) === 0);
  }

  /** The last sequence up to which nothing is missing on any channel. */
  seenUpTo(): number {
    const seen = CHANNELS.map((channel) => this.#seen(channel)).filter((seq) => seq > 0);
    return seen.length === 0 ? 0 : Math.min(...seen);
  }

  /** The last sequence that was seen on any channel. */
  newest(): number {
    return Math.max(...CHANNELS.map((channel) => this.#seen(channel)));
  }

  /** 0: nothing yet. The book's snapshot comes in one frame for each market. */
  #seen(channel: Channel): number {
    if (channel !== "book") return this.#last.get(channel) ?? 0;
    return Math.min(...[...this.#books.values()].map((book) => book.seq));
  }

  /** Whether the last frame of this snapshot has come. */
  isWhole(push: protocol.Push): boolean {
    return push.type !== "book" || [...this.#books.values()].every((book) => book.seq >= push.seq);
  }

  place(push: protocol.Push): Place {
    const seen = this.#seen(push.type);
    if (push.snapshot === true) return "next";
    if (seen === 0) return isNeeded(push.type) ? "old" : "next";
    if (push.seq <= seen) return "old";
    return push.prev > seen ? "gap" : "next";
  }

  /** Takes a push that comes next; what it means for a strategy. */
  take(push: protocol.Push, nowMillis: number): readonly Update[] {
    this.#last.set(push.type, push.seq);
    const snapshot = push.snapshot === true;
    switch (push.type) {
      case "book":
        return this.#booksChanged(push);
      case "trades":
        return snapshot ? [] : (push.trades ?? []).map(traded);
      case "orders":
        if (snapshot) {
          this.orders.replace(push.orders ?? [], push.seq);
          this.ordersAsOf = push.seq;
        } else {
          this.orders.change(push.orders ?? [], push.seq);
        }
        return [];
      case "fills":
        return snapshot ? [] : (push.fills ?? []).map((fill) => this.#filled(fill, push.seq));
      case "wallet":
        this.#walletChanged(push.assets ?? {}, snapshot);
        return [];
      case "standings":
        return [];
      case "game":
        return this.#gameChanged(push, nowMillis);
    }
  }

  view(player: string, nowMillis: number): View {
    return new View({
      player,
      phase: this.phase,
      nowMillis,
      leftMillis: this.#clock.left(nowMillis),
      markets: this.#instruments.map(
        (one) => new Market(one, this.#marks.get(one.symbol) ?? Decimal.ZERO, this.#books.get(one.symbol)!),
      ),
      wallet: this.#wallet,
      orders: this.orders.list(),
    });
  }

  get #firstSymbol(): string {
    return this.#instruments[0]?.symbol ?? "";
  }

  #booksChanged(push: protocol.BookPush): readonly Update[] {
    const told = push.books ?? {};
    for (const [symbol, book] of this.#books) {
      const change = told[symbol];
      if (push.snapshot === true) {
        if (change) book.replace(change, push.seq);
      } else if (push.seq > book.seq) {
        if (change) book.change(change);
        book.seq = push.seq;
      }
    }
    return moved(told);
  }

  #filled(fill: protocol.Fill, seq: number): Update {
    const side = sideOf(fill.side);
    const orderId = side === "buy" ? fill.buy_id : fill.sell_id;
    const size = Decimal.of(fill.filled_size);
    this.orders.filled(orderId, size, seq);
    return { kind: "filled", orderId, symbol: fill.symbol ?? this.#firstSymbol, side, price: Decimal.of(fill.price), size };
  }

  #walletChanged(assets: protocol.Assets, snapshot: boolean): void {
    const wallet = new Map(snapshot ? [] : this.#wallet);
    for (const [code, { free, held }] of Object.entries(assets)) {
      wallet.set(code, { free: Decimal.of(free), held: Decimal.of(held) });
    }
    this.#wallet = wallet;
  }

  #gameChanged(state: protocol.GamePush, nowMillis: number): readonly Update[] {
    const marks = state.marks ?? {};
    for (const [symbol, mark] of Object.entries(marks)) this.#marks.set(symbol, Decimal.of(mark));
    const before = this.phase;
    if (state.ends_at != null) {
      this.#clock.endAt(state.ends_at);
    } else if (state.phase != null) {
      this.#clock.standWith(state.snapshot === true ? (state.left_ms ?? null) : this.#clock.left(nowMillis));
    }
    if (state.phase != null) this.phase = phaseOf(state.phase);
    const changed: Update[] = this.phase === before ? [] : [{ kind: "phaseChanged", before, after: this.phase }];
    return [...moved(marks), ...changed];
  }
}

function moved(bySymbol: Record<string, unknown>): readonly Update[] {
  return Object.keys(bySymbol).map((symbol) => ({ kind: "moved", symbol }));
}

function traded(trade: protocol.Trade): Update {
  return {
    kind: "traded",
    symbol: trade.symbol,
    price: Decimal.of(trade.price),
    size: Decimal.of(trade.size),
    taker: sideOf(trade.taker),
  };
}
