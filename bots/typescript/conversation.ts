import { helloOf, orderOf, pongOf, read, tokenOf, versionOf, WrongShape } from "./frames.ts";
import { CHANNELS, isNeeded, millis, Sight } from "./sight.ts";
import type { Strategy, Update, Wish } from "./view.ts";
import type * as protocol from "./protocol.ts";

/** How a bot's run ended; `why` is for people. */
export interface Ending {
  /** `turnedAway`: the server does not let this bot play, and trying again would not help. */
  readonly kind: "gameOver" | "stopped" | "turnedAway";
  readonly why: string;
}

/** Where a bot keeps the token that proves that its name is its own. */
export interface Tokens {
  /** The token of an earlier registration, if there was one. */
  load(): string | undefined;
  save(token: string): void;
}

/** Who plays: a name, what proves that it is one's own, and how it thinks. */
export interface Bot {
  readonly name: string;
  readonly tokens: Tokens;
  readonly strategy: Strategy;
}

/** How a bot is run. */
export interface Settings {
  /** Time from one beat to the next, at least 1. */
  readonly beatMillis: number;
  /** Pace of what is sent, in bursts of at most one second's worth; below the server's own limit. */
  readonly commandsPerSecond: number;
  /** Id of the game to join; undefined: the one that the server has us in. */
  readonly game?: string | undefined;
  /** Whether to go on with the next game when one is over or the server has us in another. */
  readonly stay: boolean;
  /**
   * For the local arena, whose clock stands while a bot thinks and goes as fast as it can in between: says by `ping` that the
   * bot is done, and beats when that is answered, at the game's time.
   */
  readonly turns: boolean;
  /** Which version of itself the program is, 1 to 40 characters; undefined: it does not say. */
  readonly botVersion?: string | undefined;
  /** Hears one line for each thing that an operator wants to know. */
  readonly log: (line: string) => void;
}

export const STANDARD: Settings = { beatMillis: 500, commandsPerSecond: 50, stay: false, turns: false, log: () => {} };

type Channel = protocol.Push["type"];
type WithoutId<R> = R extends unknown ? Omit<R, "id"> : never;
type Request = WithoutId<protocol.Request>;
type OnReply = (reply: protocol.Reply) => void;

/** Of the protocol, as `hello` tells it. */
const PROTOCOL_VERSION = 1;

/** Refusals at the door that no second try will change. */
const HOPELESS: ReadonlySet<string> = new Set([
  "name_taken",
  "name_invalid",
  "name_reserved",
  "not_whitelisted",
  "players_full",
  "game_full",
  "unknown_game",
  "wrong_credentials",
  "invalid_command",
  "owner_in_game",
  "version_frozen",
]);

const LOST = "The connection was lost before the answer came: the order may have been done, look at the wallet.";

const TRY_LATER: ReadonlySet<string> = new Set(["rate_limited", "busy", "unavailable"]);

/** How long to be quiet after the server said that it was too much. */
const REST_MILLIS = 1_000;
const BURST_MILLIS = 1_000;
/** A snapshot that has not come within this time is asked for again. */
const RESYNC_MILLIS = 5_000;
const PING_AFTER_MILLIS = 15_000;
/** How often who stays asks whether the server has it in another game by now. */
const LOOK_ROUND_MILLIS = 1_000;
/** A request without a reply for this long means that the connection is dead. */
const REPLY_TIMEOUT_MILLIS = 10_000;
/** Updates that wait; beyond that the oldest are dropped: the view has them all the same. */
const UPDATES_WAITING_MAX = 1_000;
/** Wishes of one update; the rest is dropped. */
const WISHES_MAX = 200;

/** Spreads commands over time: so many per second, in bursts of at most one second's worth. */
class Pace {
  readonly #millisPerCommand: number;
  /** When the commands sent so far would all be paid for. */
  #paidAt = 0;

  constructor(commandsPerSecond: number) {
    this.#millisPerCommand = 1_000 / commandsPerSecond;
  }

  /** Whether a command may go now; if so it is counted. */
  take(now: number): boolean {
    const after = Math.max(this.#paidAt, now) + this.#millisPerCommand;
    if (after - now > BURST_MILLIS + this.#millisPerCommand / 2) return false;
    this.#paidAt = after;
    return true;
  }

  /** Nothing goes before `until`: the server said that it was too much. */
  rest(until: number): void {
    this.#paidAt = Math.max(this.#paidAt, until + BURST_MILLIS);
  }

}

/** The requests of one connection: those that wait for their turn and those that wait for their reply. */
class Requests {
  readonly #pace: Pace;
  readonly #sent = new Map<string, { onReply: OnReply; at: number }>();
  #queue: { request: Request; onReply: OnReply }[] = [];
  #lastId = 0;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  add(request: Request, onReply: OnReply): void {
    this.#queue.push({ request, onReply });
  }

  /** The frames that may go now. */
  due(now: number): string[] {
    const frames: string[] = [];
    while (this.#queue.length > 0 && this.#pace.take(now)) {
      const { request, onReply } = this.#queue.shift()!;
      const id = String(++this.#lastId);
      this.#sent.set(id, { onReply, at: now });
      frames.push(JSON.stringify({ ...request, id }));
    }
    return frames;
  }

  /** A reply came; one that nobody waits for (it was sent twice) is dropped. */
  answered(reply: protocol.Reply, now: number): void {
    if (!reply.status && TRY_LATER.has(String(reply.code))) this.#pace.rest(now + REST_MILLIS);
    const id = String(reply.id);
    const request = this.#sent.get(id);
    this.#sent.delete(id);
    request?.onReply(reply);
  }

  /** Everything is sent and answered. */
  get isIdle(): boolean {
    return this.#queue.length === 0 && this.#sent.size === 0;
  }

  isStalled(now: number): boolean {
    return [...this.#sent.values()].some((one) => now - one.at > REPLY_TIMEOUT_MILLIS);
  }

  /** A new connection: what was asked on the old one is not answered any more. */
  clear(): void {
    this.#queue = [];
    this.#sent.clear();
  }
}

/**
 * Orders that were sent and are not answered, by the `client_order_id` that each was given. A message that comes twice
 * places one order, and what became of an order whose answer was lost can be told.
 */
class OrdersUnderway {
  readonly #unanswered = new Map<string, Wish>();
  #lastNumber = 0;

  /** The id that the order is sent under; no other order of this player has it, unless two of his programs start at once. */
  add(order: Wish, now: number): string {
    const id = `${now}-${++this.#lastNumber}`;
    this.#unanswered.set(id, order);
    return id;
  }

  answered(id: string | undefined): void {
    if (id !== undefined) this.#unanswered.delete(id);
  }

  /** Those of which nothing was heard, oldest first; they are not waited for any more. */
  lost(): readonly Wish[] {
    const lost = [...this.#unanswered.values()];
    this.#unanswered.clear();
    return lost;
  }
}

/**
 * Our time and that of the game. Ours never goes back: pace and patience are reckoned by it. It leaps ahead with the clock of
 * the local arena, which goes by turns; that clock stands while a bot thinks, and ours does not.
 */
class TurnClock {
  #leapt = 0;
  #stood = 0;
  #serverAhead = 0;

  at(machineMillis: number): number {
    return machineMillis + this.#leapt;
  }

  inGame(now: number): number {
    return now - this.#stood;
  }

  /** A welcome has the time of the game, which is the time that we have. */
  greeted(serverMillis: number, now: number): void {
    this.#serverAhead = serverMillis - this.inGame(now);
  }

  /** The game's clock has leapt ahead of what we thought, or stood; returns our time, now that we know. */
  told(serverMillis: number, now: number): number {
    const ahead = serverMillis - this.#serverAhead - this.inGame(now);
    this.#leapt += Math.max(0, ahead);
    this.#stood += Math.max(0, -ahead);
    return now + Math.max(0, ahead);
  }
}

/** What a strategy has still to be told, in order. */
class Thoughts {
  readonly #strategy: Strategy;
  #waiting: Update[] = [];

  constructor(strategy: Strategy) {
    this.#strategy = strategy;
  }

  /** Beats and moves that wait already are not told twice. */
  add(update: Update): void {
    if (this.#waiting.some((other) => sameBeatOrMove(other, update))) return;
    if (this.#waiting.length >= UPDATES_WAITING_MAX) this.#waiting.shift();
    this.#waiting.push(update);
  }

  first(update: Update): void {
    this.#waiting.unshift(update);
  }

  forget(): void {
    this.#waiting = [];
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  next(view: Parameters<Strategy>[0]): readonly Wish[] {
    return this.#strategy(view, this.#waiting.shift()!).slice(0, WISHES_MAX);
  }
}

function sameBeatOrMove(one: Update, other: Update): boolean {
  if (one.kind === "moved" && other.kind === "moved") return one.symbol === other.symbol;
  return one.kind === "beat" && other.kind === "beat";
}

/**
 * What a bot says and hears, without a socket or a clock: frames and times go in, frames come out. Logs in, follows the
 * game, asks the strategy and sends what it wishes. One conversation goes on over several connections. Times are
 * milliseconds since 1970.
 */
export class Conversation {
  readonly #bot: Bot;
  readonly #settings: Settings;
  readonly #requests: Requests;
  readonly #thoughts: Thoughts;
  readonly #clock = new TurnClock();
  readonly #underway = new OrdersUnderway();
  /** The game that remembers no more ids of orders. */
  #full: Sight | undefined;
  /** Channels whose snapshot was asked for and has not come. */
  readonly #askedAt = new Map<Channel, number>();
  #sight: Sight | undefined;
  #ending: Ending | undefined;
  #now = 0;
  #heardAt = 0;
  #lookedAt = 0;
  #ready = false;
  #broken = false;
  #leaving = false;

  constructor(bot: Bot, settings: Settings) {
    this.#bot = bot;
    this.#settings = settings;
    this.#requests = new Requests(new Pace(settings.commandsPerSecond));
    this.#thoughts = new Thoughts(bot.strategy);
  }

  /** A connection is open: says who we are. */
  opened(now: number): void {
    this.#now = this.#clock.at(now);
    this.#heardAt = this.#now;
    this.#broken = false;
    this.#ready = false;
    this.#requests.clear();
    this.#thoughts.forget();
    for (const channel of this.#askedAt.keys()) this.#askedAt.set(channel, this.#now - RESYNC_MILLIS);
    const token = this.#bot.tokens.load();
    if (token === undefined) {
      this.#register();
    } else {
      this.#ask({ cmd: "auth", params: { ...this.#who(), token } }, (reply) => this.#authenticated(reply));
    }
  }

  heard(text: string, now: number): void {
    this.#now = this.#clock.at(now);
    this.#heardAt = this.#now;
    const frame = read(text);
    if ("reply" in frame) this.#answered(frame.reply);
    else if ("push" in frame) this.#pushed(frame.push);
    else this.#unreadable(frame.unreadable.why);
    this.#think();
  }

  beat(now: number): void {
    this.#now = this.#clock.at(now);
    if (this.#ready && !this.#settings.turns) this.#thoughts.add({ kind: "beat" });
    if (this.#sight && this.#requests.isIdle && !this.#isBetweenGames) {
      this.#subscribe([...new Set([...this.#sight.missing(), ...this.#askedAt.keys()])]);
    }
    if (this.#settings.stay && this.#requests.isIdle && this.#now - this.#lookedAt >= LOOK_ROUND_MILLIS) {
      this.#lookedAt = this.#now;
      this.#ask({ cmd: "hello", params: {} }, (reply) => this.#lookedRound(reply));
    }
    if (this.#requests.isIdle && this.#now - this.#heardAt > PING_AFTER_MILLIS) this.#ask({ cmd: "ping", params: {} });
    this.#think();
  }

  /** The bot leaves: its open orders with it. */
  leave(now: number): void {
    this.#now = this.#clock.at(now);
    this.#thoughts.forget();
    if (this.#ready) this.#ask({ cmd: "cancel_all", params: {} });
    this.#leaving = true;
  }

  /** The frames that are to be sent now. */
  due(now: number): string[] {
    return this.#requests.due(this.#clock.at(now));
  }

  /** Everything that was said has been answered. */
  get isIdle(): boolean {
    return this.#requests.isIdle;
  }

  /** This connection is of no use any more. */
  isBroken(now: number): boolean {
    return this.#broken || (!this.#settings.turns && this.#requests.isStalled(now));
  }

  get isReady(): boolean {
    return this.#ready;
  }

  /** How it ended; undefined as long as it goes on. */
  get ending(): Ending | undefined {
    return this.#ending;
  }

  /** What a reply that cannot be read would have told is asked for anew, over another connection. */
  #answered(reply: protocol.Reply): void {
    try {
      this.#requests.answered(reply, this.#now);
    } catch (wrong) {
      if (!(wrong instanceof WrongShape)) throw wrong;
      this.#unreadable(wrong.message);
      this.#broken = true;
    }
  }

  #unreadable(why: string): void {
    this.#settings.log(`unreadable frame: ${why}`);
  }

  #ask(request: Request, onReply: OnReply = () => {}): void {
    this.#requests.add(request, onReply);
  }

  #who(): { username: string; bot_version?: string } {
    const version = this.#settings.botVersion;
    return { username: this.#bot.name, ...(version === undefined ? {} : { bot_version: version }) };
  }

  #register(): void {
    this.#ask({ cmd: "register", params: this.#who() }, (reply) => {
      if (!reply.status) {
        this.#refusedAtTheDoor(reply);
        return;
      }
      this.#keep(tokenOf(reply));
      this.#enter();
    });
  }

  #keep(token: string): void {
    try {
      this.#bot.tokens.save(token);
    } catch (failed) {
      this.#turnedAway(`cannot keep the token: ${failed instanceof Error ? failed.message : String(failed)}`);
    }
  }

  #authenticated(reply: protocol.Reply): void {
    if (reply.status) this.#enter();
    else if (reply.code === "unknown_name") this.#register();
    else this.#refusedAtTheDoor(reply);
  }

  #refusedAtTheDoor(reply: protocol.Reply): void {
    if (HOPELESS.has(String(reply.code))) {
      this.#turnedAway(reply.message);
    } else {
      this.#settings.log(`not let in: ${reply.message}`);
      this.#broken = true;
    }
  }

  #turnedAway(why: string): void {
    this.#ending = { kind: "turnedAway", why };
  }

  #letIn(reply: protocol.Reply): void {
    if (!reply.status) this.#refusedAtTheDoor(reply);
  }

  #enter(): void {
    const game = this.#settings.game;
    if (game !== undefined) this.#ask({ cmd: "join", params: { game } }, (reply) => this.#letIn(reply));
    this.#ask({ cmd: "hello", params: {} }, (reply) => this.#greeted(reply));
  }

  #greeted(reply: protocol.Reply): void {
    if (!reply.status) {
      this.#refusedAtTheDoor(reply);
      return;
    }
    const version = versionOf(reply);
    if (version !== PROTOCOL_VERSION) {
      this.#turnedAway(
        `the server speaks version ${version} of the protocol, this SDK version ${PROTOCOL_VERSION}:` +
          " use the SDK of the server's release",
      );
    } else {
      this.#follow(helloOf(reply));
    }
  }

  #follow(hello: protocol.Hello): void {
    this.#clock.greeted(millis(hello.now), this.#now);
    const known = this.#sight;
    if (known?.isOf(hello) && known.isComplete) {
      known.greeted(hello, this.#clock.inGame(this.#now));
      this.#resume(known);
    } else {
      this.#sight = new Sight(hello, this.#clock.inGame(this.#now));
      this.#askedAt.clear();
      this.#subscribe(CHANNELS);
    }
  }

  /** Goes on with another game, if the server has us in one. */
  #lookedRound(reply: protocol.Reply): void {
    if (reply.status && this.#sight && !this.#sight.isOf(helloOf(reply))) {
      this.#ready = false;
      this.#thoughts.forget();
      this.#greeted(reply);
    }
  }

  /** The last game is over, and no other has begun. */
  get #isBetweenGames(): boolean {
    return this.#settings.stay && this.#sight !== undefined && this.#sight.isOver;
  }

  /** Twice: the second answer comes after all that was missed. */
  #resume(known: Sight): void {
    this.#askToResume(known.seenUpTo(), CHANNELS, () =>
      this.#askToResume(known.newest(), ["game"], () => this.#subscribe([...this.#askedAt.keys()])),
    );
  }

  #askToResume(after: number, channels: readonly Channel[], then: () => void): void {
    this.#ask({ cmd: "resume", params: { after, channels: [...channels] } }, (reply) => {
      if (reply.status) then();
      else this.#subscribe(CHANNELS);
    });
  }

  /** Asks for snapshots, but not for those that were asked for just now. */
  #subscribe(channels: readonly Channel[]): void {
    const asked = channels.filter((one) => this.#now - (this.#askedAt.get(one) ?? -Infinity) >= RESYNC_MILLIS);
    if (asked.length === 0) return;
    for (const channel of asked.filter(isNeeded)) this.#askedAt.set(channel, this.#now);
    this.#ask({ cmd: "subscribe", params: { channels: asked } }, (reply) => this.#letIn(reply));
  }

  /**
   * What comes after a gap is the state of something, and asked for anew, or merely happened, and is taken; a fill that
   * was missed may have changed an order.
   */
  #pushed(push: protocol.Push): void {
    const seen = this.#sight;
    if (!seen) return;
    const place = seen.place(push);
    if (place === "gap" && isNeeded(push.type)) {
      this.#subscribe([push.type]);
    } else if (place !== "old") {
      for (const update of seen.take(push, this.#clock.inGame(this.#now))) this.#thoughts.add(update);
      if (push.type === "orders") {
        for (const { order } of push.orders ?? []) this.#underway.answered(order.client_order_id);
      }
      if (push.snapshot === true && seen.isWhole(push)) this.#askedAt.delete(push.type);
      if (place === "gap" && push.type === "fills") this.#subscribe(["orders"]);
    }
    if (seen.isOver && !this.#settings.stay) this.#ending = { kind: "gameOver", why: "the game is over" };
  }

  /** Asks the strategy, as long as it has nothing unanswered. */
  #think(): void {
    const seen = this.#sight;
    if (!seen?.isComplete || this.#ending || this.#leaving || this.#isBetweenGames) return;
    if (!this.#ready && this.#requests.isIdle && !this.#broken && this.#askedAt.size === 0) {
      this.#ready = true;
      this.#thoughts.first({ kind: "ready" });
      for (const wish of this.#underway.lost()) {
        this.#thoughts.add({ kind: "refused", wish, code: "connection_lost", message: LOST });
      }
    }
    while (this.#ready && this.#requests.isIdle && !this.#thoughts.isEmpty) {
      const view = seen.view(this.#bot.name, this.#clock.inGame(this.#now));
      for (const wish of this.#thoughts.next(view)) this.#wish(wish, seen);
    }
    if (this.#ready && this.#settings.turns && this.#requests.isIdle) {
      this.#ask({ cmd: "ping", params: {} }, (reply) => this.#turnCame(reply));
    }
  }

  /** The last turn is over, and the next one has come. */
  #turnCame(reply: protocol.Reply): void {
    if (!reply.status) return;
    this.#now = this.#clock.told(millis(pongOf(reply).now), this.#now);
    this.#thoughts.add({ kind: "beat" });
  }

  #wish(wish: Wish, seen: Sight): void {
    const ordersAsOf = seen.ordersAsOf;
    const isOrder = wish.kind === "limit" || wish.kind === "buyNow" || wish.kind === "sellNow";
    const id = isOrder && seen !== this.#full ? this.#underway.add(wish, this.#now) : undefined;
    this.#ask(request(wish, id), (reply) => {
      if (!reply.status) this.#refused(wish, reply, seen);
      else if (wish.kind === "cancel") seen.orders.remove(wish.orderId);
      else if (wish.kind === "limit" && seen.ordersAsOf === ordersAsOf) seen.orders.accept(orderOf(reply));
      this.#underway.answered(id);
    });
  }

  #refused(wish: Wish, reply: protocol.Reply, seen: Sight): void {
    const code = String(reply.code);
    if (code === "unknown_order" && wish.kind === "cancel") seen.orders.remove(wish.orderId);
    if (code === "client_order_ids_limit") this.#full = seen;
    this.#thoughts.add({ kind: "refused", wish, code, message: reply.message });
  }
}

/** An order under the id that it was given, if it was. */
function request(wish: Wish, id: string | undefined): Request {
  const named = id === undefined ? {} : { client_order_id: id };
  switch (wish.kind) {
    case "limit":
      return { cmd: wish.side, params: { price: String(wish.price), size: String(wish.size), symbol: wish.symbol, ...named } };
    case "buyNow":
      return { cmd: "buy_market", params: { amount: String(wish.budget), symbol: wish.symbol, ...named } };
    case "sellNow":
      return { cmd: "sell_market", params: { amount: String(wish.size), symbol: wish.symbol, ...named } };
    case "cancel":
      return { cmd: "cancel", params: { order_id: wish.orderId } };
    case "cancelAll":
      return { cmd: "cancel_all", params: wish.symbol === undefined ? {} : { symbol: wish.symbol } };
  }
}
