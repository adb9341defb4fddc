import { Decimal } from "./decimal.ts";
import type { Hello, Order, Push, Reply } from "./protocol.ts";

/** Not a frame of this protocol, or of a version that this library does not know. */
export interface Unreadable {
  why: string;
}

export type Frame = { reply: Reply } | { push: Push } | { unreadable: Unreadable };

/** A value of the server that does not look as the protocol says; what it was part of is not used. */
export class WrongShape extends Error {}

/** Reads one text frame; never throws. What has the right name and the wrong shape is unreadable as a whole. */
export function read(text: string): Frame {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { unreadable: { why: "not JSON" } };
  }
  if (!isObject(json)) return { unreadable: { why: "not an object" } };
  if (json.status != null) return isReply(json) ? { reply: json as unknown as Reply } : wrong("reply");
  const shape = typeof json.type === "string" ? PUSHES[json.type] : undefined;
  if (!shape) return { unreadable: { why: "unknown type" } };
  return isStamp(json) && shape(json) ? { push: json as unknown as Push } : wrong(String(json.type));
}

type Check = (value: unknown) => boolean;

function wrong(what: string): Frame {
  return { unreadable: { why: `a ${what} of another shape` } };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const text: Check = (value) => typeof value === "string";
const anything: Check = (value) => value !== undefined;
const truth: Check = (value) => typeof value === "boolean";
const whole: Check = (value) => Number.isSafeInteger(value);
const side: Check = (value) => value === "buy" || value === "sell";
const decimal: Check = (value) => {
  try {
    return (typeof value === "string" || typeof value === "number") && Decimal.of(value) instanceof Decimal;
  } catch {
    return false;
  }
};

function ifAny(check: Check): Check {
  return (value) => value == null || check(value);
}

/** An array, or nothing. */
function list(item: Check): Check {
  return ifAny((value) => Array.isArray(value) && value.every(item));
}

/** An array that is not empty. */
function some(item: Check): Check {
  return (value) => Array.isArray(value) && value.length > 0 && value.every(item);
}

/** An object whose members are alike, or nothing. */
function map(member: Check): Check {
  return ifAny((value) => isObject(value) && Object.values(value).every(member));
}

function object(members: Record<string, Check>): Check {
  return (value) => isObject(value) && Object.entries(members).every(([name, check]) => check(value[name]));
}

const isReply = object({ status: truth, message: text, data: anything, code: ifAny(text), detail: ifAny(text) });
const isStamp = object({ seq: whole, prev: whole });

const level: Check = (value) => Array.isArray(value) && value.length === 2 && value.every(decimal);
const asset = object({ free: decimal, held: decimal });
const trade = object({ symbol: text, price: decimal, size: decimal, taker: side });
const fill = object({ filled_size: decimal, price: decimal, buy_id: text, sell_id: text, symbol: ifAny(text), side });
const standing = object({ place: whole, name: text, equity: decimal, score: decimal, assets: map(asset) });
const limitOrMarket: Check = (value) => isObject(value) && decimal(value.amount ?? value.size);

const isOrder: Check = (value) =>
  limitOrMarket(value) && object({ id: text, side: text, price: decimal, symbol: ifAny(text), client_order_id: ifAny(text) })(value);

const isHello = object({
  version: whole,
  now: decimal,
  game: object({ id: text, phase: text, ends_at: ifAny(decimal), left_ms: ifAny(whole) }),
  instruments: some(object({ symbol: text, price_decimals: whole, size_decimals: whole })),
});

/** The order that a reply has. */
export function orderOf(reply: Reply): Order {
  if (!isOrder(reply.data)) throw new WrongShape("an order of another shape");
  return reply.data as Order;
}

/** The version alone, which every version has in the same place: to be looked at before the rest is read. */
export function versionOf(reply: Reply): number {
  const version = isObject(reply.data) ? reply.data["version"] : undefined;
  if (!whole(version)) throw new WrongShape("a hello of another shape");
  return version as number;
}

export function helloOf(reply: Reply): Hello {
  if (!isHello(reply.data)) throw new WrongShape("a hello of another shape");
  return reply.data as Hello;
}

export function pongOf(reply: Reply): { now: number } {
  if (!object({ now: decimal })(reply.data)) throw new WrongShape("a pong of another shape");
  return reply.data as { now: number };
}

export function tokenOf(reply: Reply): string {
  if (typeof reply.data !== "string") throw new WrongShape("a token that is no text");
  return reply.data;
}

const PUSHES: Record<string, Check> = {
  book: object({ books: map(object({ bids: list(level), asks: list(level) })) }),
  trades: object({ trades: list(trade) }),
  orders: object({ orders: list(object({ event: text, order: isOrder })) }),
  fills: object({ fills: list(fill) }),
  wallet: object({ assets: map(asset) }),
  standings: object({ standings: list(standing) }),
  game: object({ phase: ifAny(text), ends_at: ifAny(decimal), left_ms: ifAny(whole), marks: map(decimal) }),
};
