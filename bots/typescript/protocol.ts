// Made from docs/protocol/asyncapi.yaml by ProtocolTypes; change that instead.

/** Any JSON value. */
export type AnyJson = unknown;

export type Nothing = null;

export type Text = string;

export type Truth = boolean;

export type Whole = number;

/** Seconds since the Unix epoch, up to six places. */
export type Seconds = number;

export type SecondsOrNull = number | null;

export type TextOrNull = string | null;

export type WholeOrNull = number | null;

export type Millis = number;

export type Levels = number;

export type Limit = number;

/** Id of the last entry that is known; empty for the beginning. */
export type PageAfter = string;

export type Decimal = string;

/** digits[.digits][e[+-]dd], at most 40 characters, 28 significant digits, 12 before the point. */
export type DecimalIn = string | number;

export type Id = string;

export type Token = string;

export type Name = string;

export type Password = string;

/** Which version of itself the program is; no control characters. */
export type BotVersion = string;

export type Symbol = string;

export type ClientOrderId = string;

export type RequestId = string | number;

export type OrderSide = "buy" | "sell" | "buy_market" | "sell_market";

export type Side = "buy" | "sell";

export type TimeInForce = "gtc" | "ioc" | "fok";

export type SelfTradePrevention = "cancel_taker" | "cancel_maker" | "cancel_both" | "decrement";

export type OrderStatus = "open" | "filled" | "cancel";

export type Phase = "lobby" | "running" | "paused" | "settling" | "ended" | "void";

export type Mode = "full" | "cancel_only" | "view_only";

export type Channel = "book" | "trades" | "orders" | "fills" | "wallet" | "standings" | "game";

export type OrderEvent = "open" | "accepted" | "amended" | "completed" | "cancelled";

export type CancelCause = "player" | "self_trade" | "no_more_liquidity" | "dead_man" | "frozen" | "referee" | "closing" | "game_end";

export type NewsEvent = "joined" | "arrived" | "left" | "frozen" | "released" | "announcement" | "said" | "closing" | "settled" | "ended";

export type Role = "maker" | "taker";

export type Texts = Text[];

export type Ids = Id[];

export type Channels = Channel[];

export type Orders = Order[];

export type Fills = Fill[];

export type Trades = Trade[];

export type OrderChanges = OrderChange[];

export type Standings = Standing[];

export type Games = Game[];

export type News = NewsItem[];

export type Findings = Texts[];

export type Instruments = Instrument[];

export type Level = Decimal[];

export type LevelList = Level[];

export type Assets = Record<string, Asset>;

export type Marks = Record<string, Decimal>;

export type BooksBySymbol = Record<string, Book>;

export type Reply = {
  status: Truth;
  message: Text;
  data: AnyJson;
  id?: RequestId;
  code?: Text;
  detail?: Text;
  page?: Page;
  repeated?: Truth;
};

export type Page = {
  limit: Whole;
  older: Whole;
  newer: Whole;
  last: TextOrNull;
};

export type Order = {
  timestamp: Seconds;
  id: Id;
  size?: Decimal;
  amount?: Decimal;
  usd_used?: Decimal;
  price: Decimal;
  side: OrderSide;
  status: OrderStatus;
  filled_size: Decimal;
  user: Name;
  symbol?: Symbol;
  client_order_id?: ClientOrderId;
  tif?: Text;
};

export type OpenOrders = {
  maker: Orders;
  market: Orders;
};

export type OrderChange = {
  event: OrderEvent;
  cause?: CancelCause;
  order: Order;
};

export type Fill = {
  fill_id: Id;
  filled_size: Decimal;
  price: Decimal;
  buy_id: Id;
  sell_id: Id;
  symbol?: Symbol;
  side: Side;
  fee?: Decimal;
  fee_asset?: Text;
  role: Role;
};

export type Trade = {
  timestamp: Seconds;
  symbol: Symbol;
  price: Decimal;
  size: Decimal;
  taker: Side;
  buy_id: Id;
  sell_id: Id;
};

export type Match = {
  size: Decimal;
  price: Decimal;
  buy_id: Id;
  sell_id: Id;
  symbol?: Symbol;
};

export type Asset = {
  free: Decimal;
  held: Decimal;
};

export type Wallet = {
  usd: Decimal;
  crypto: Decimal;
  assets: Assets;
};

export type Book = {
  bids: LevelList;
  asks: LevelList;
};

export type Standing = {
  place: Whole;
  name: Name;
  equity: Decimal;
  score: Decimal;
  assets: Assets;
};

export type Game = {
  id: Text;
  title: Text;
  phase: Phase;
  players: Whole;
  default: Truth;
  started_at: SecondsOrNull;
  ends_at: SecondsOrNull;
  left_ms: WholeOrNull;
  seed_commitment?: Text;
};

export type Instrument = {
  symbol: Symbol;
  price_decimals: Whole;
  size_decimals: Whole;
  price_min: Decimal;
  price_max: Decimal;
  size_min: Decimal;
  size_max: Decimal;
  amount_min: Decimal;
  position_max?: Decimal;
};

export type Limits = {
  orders_open_max: Whole;
  notional_open_max?: Decimal;
};

export type Hello = {
  protocol: Text;
  version: Whole;
  behavior: Whole;
  now: Seconds;
  game: Game;
  preset: Text;
  closing?: Closing;
  instruments: Instruments;
  limits: Limits;
  channels: Channels;
};

export type Closing = {
  valuation: "reference" | "book_loo" | "liquidate";
  window_ms: Whole;
  spread_ms: Whole;
  calm_ms: Whole;
  position_percent: Whole;
};

export type NewsItem = {
  event: NewsEvent;
  name?: Name;
  text?: Text;
  message?: AnyJson;
};

export type Sequence = {
  seq: Whole;
};

export type Now = {
  now: Seconds;
};

export type Expiry = {
  expires_at: SecondsOrNull;
};

/** Open an account; the connection is logged in. */
export interface RegisterRequest {
  cmd: "register";
  id?: RequestId;
  params: {
    username: Name;
    password?: Password;
    owner?: Name;
    owner_password?: Password;
    bot_version?: BotVersion;
  };
}

/** Log in by token or password. */
export interface AuthRequest {
  cmd: "auth";
  id?: RequestId;
  params: {
    username: Name;
    token?: Token;
    password?: Password;
    bot_version?: BotVersion;
  };
}

/** Say something to everybody. */
export interface BcastRequest {
  cmd: "bcast";
  id?: RequestId;
  params: {
    message: AnyJson;
  };
}

/** Place a limit buy. */
export interface BuyRequest {
  cmd: "buy";
  id?: RequestId;
  params: {
    price: DecimalIn;
    size: DecimalIn;
    tif?: TimeInForce;
    post_only?: Truth;
    symbol?: Symbol;
    client_order_id?: ClientOrderId;
    stp?: SelfTradePrevention;
  };
}

/** Place a limit sell. */
export interface SellRequest {
  cmd: "sell";
  id?: RequestId;
  params: {
    price: DecimalIn;
    size: DecimalIn;
    tif?: TimeInForce;
    post_only?: Truth;
    symbol?: Symbol;
    client_order_id?: ClientOrderId;
    stp?: SelfTradePrevention;
  };
}

/** Buy at the best prices there are, by amount or by size. */
export interface BuyMarketRequest {
  cmd: "buy_market";
  id?: RequestId;
  params: {
    amount?: DecimalIn;
    size?: DecimalIn;
    symbol?: Symbol;
    client_order_id?: ClientOrderId;
    stp?: SelfTradePrevention;
  };
}

/** Sell at the best prices there are. */
export interface SellMarketRequest {
  cmd: "sell_market";
  id?: RequestId;
  params: {
    amount?: DecimalIn;
    size?: DecimalIn;
    symbol?: Symbol;
    client_order_id?: ClientOrderId;
    stp?: SelfTradePrevention;
  };
}

/** The market price. */
export interface PriceRequest {
  cmd: "price";
  id?: RequestId;
  params: {
    symbol?: Symbol;
  };
}

/** Own open orders. */
export interface OrdersRequest {
  cmd: "orders";
  id?: RequestId;
  params: {
    limit?: Limit;
    after?: PageAfter;
  };
}

/** Everybody's open orders, where the book is named. */
export interface AllOrdersRequest {
  cmd: "all_orders";
  id?: RequestId;
  params: {
    limit?: Limit;
    after?: PageAfter;
  };
}

/** Own balances. */
export interface WalletsRequest {
  cmd: "wallets";
  id?: RequestId;
  params: Record<string, never>;
}

/** Cancel an order. */
export interface CancelRequest {
  cmd: "cancel";
  id?: RequestId;
  params: {
    order_id?: Id;
    client_order_id?: ClientOrderId;
  };
}

/** Own fills, oldest first. */
export interface FillsRequest {
  cmd: "fills";
  id?: RequestId;
  params: {
    limit?: Limit;
    after?: PageAfter;
  };
}

/** Own finished orders that traded, oldest first. */
export interface CompletedRequest {
  cmd: "completed";
  id?: RequestId;
  params: {
    limit?: Limit;
    after?: PageAfter;
  };
}

/** A full check of the game's books. */
export interface AuditRequest {
  cmd: "audit";
  id?: RequestId;
  params: Record<string, never>;
}

/** End the game and the server. */
export interface ShutdownRequest {
  cmd: "shutdown";
  id?: RequestId;
  params: {
    secret: Text;
  };
}

/** Start or go on. */
export interface StartRequest {
  cmd: "start";
  id?: RequestId;
  params: {
    secret: Text;
  };
}

/** Stop trading and the clock. */
export interface PauseRequest {
  cmd: "pause";
  id?: RequestId;
  params: {
    secret: Text;
  };
}

/** Versions, the game that is followed, its instruments. */
export interface HelloRequest {
  cmd: "hello";
  id?: RequestId;
  params: Record<string, never>;
}

/** The server's clock. */
export interface PingRequest {
  cmd: "ping";
  id?: RequestId;
  params: Record<string, never>;
}

/** The games of the server. */
export interface GamesRequest {
  cmd: "games";
  id?: RequestId;
  params: Record<string, never>;
}

/** Follow another game. */
export interface JoinRequest {
  cmd: "join";
  id?: RequestId;
  params: {
    game: Text;
  };
}

/** The table as it stands. */
export interface StandingsRequest {
  cmd: "standings";
  id?: RequestId;
  params: Record<string, never>;
}

/** The best levels of a book. */
export interface DepthRequest {
  cmd: "depth";
  id?: RequestId;
  params: {
    symbol?: Symbol;
    levels?: Levels;
  };
}

/** Would this order be accepted now? Nothing happens. */
export interface OrderTestRequest {
  cmd: "order_test";
  id?: RequestId;
  params: {
    side: OrderSide;
    price?: DecimalIn;
    size?: DecimalIn;
    amount?: DecimalIn;
    tif?: TimeInForce;
    post_only?: Truth;
    symbol?: Symbol;
    client_order_id?: ClientOrderId;
    stp?: SelfTradePrevention;
  };
}

/** Shrink an open order; it keeps its place in the queue. */
export interface AmendRequest {
  cmd: "amend";
  id?: RequestId;
  params: {
    order_id?: Id;
    client_order_id?: ClientOrderId;
    size: DecimalIn;
    symbol?: Symbol;
  };
}

/** Cancel all own orders, of one instrument or of all. */
export interface CancelAllRequest {
  cmd: "cancel_all";
  id?: RequestId;
  params: {
    symbol?: Symbol;
  };
}

/** Dead man's switch: unless sent again in time, all own orders are cancelled, once; 0 disarms. */
export interface CancelAfterRequest {
  cmd: "cancel_after";
  id?: RequestId;
  params: {
    timeout_ms: Millis;
  };
}

/** Cancel all own orders when this connection ends. */
export interface CancelOnDisconnectRequest {
  cmd: "cancel_on_disconnect";
  id?: RequestId;
  params: {
    on: Truth;
  };
}

/** Snapshots now, then changes. */
export interface SubscribeRequest {
  cmd: "subscribe";
  id?: RequestId;
  params: {
    channels: Channels;
  };
}

/** No more of these channels. */
export interface UnsubscribeRequest {
  cmd: "unsubscribe";
  id?: RequestId;
  params: {
    channels: Channels;
  };
}

/** Go on after a sequence, without a snapshot. */
export interface ResumeRequest {
  cmd: "resume";
  id?: RequestId;
  params: {
    after: Whole;
    channels: Channels;
  };
}

/** A new token; the old one is void. */
export interface RotateTokenRequest {
  cmd: "rotate_token";
  id?: RequestId;
  params: Record<string, never>;
}

/** Set or change the password. */
export interface SetPasswordRequest {
  cmd: "set_password";
  id?: RequestId;
  params: {
    password: Password;
  };
}

/** Snapshot and deltas of books. */
export interface BookPush {
  type: "book";
  seq: Whole;
  prev: Whole;
  snapshot?: Truth;
  books?: BooksBySymbol;
}

/** Trades. */
export interface TradesPush {
  type: "trades";
  seq: Whole;
  prev: Whole;
  snapshot?: Truth;
  trades?: Trades;
}

/** Own orders. */
export interface OrdersPush {
  type: "orders";
  seq: Whole;
  prev: Whole;
  snapshot?: Truth;
  orders?: OrderChanges;
}

/** Own fills. */
export interface FillsPush {
  type: "fills";
  seq: Whole;
  prev: Whole;
  snapshot?: Truth;
  fills?: Fills;
}

/** Own balances. */
export interface WalletPush {
  type: "wallet";
  seq: Whole;
  prev: Whole;
  snapshot?: Truth;
  assets?: Assets;
}

/** The whole table. */
export interface StandingsPush {
  type: "standings";
  seq: Whole;
  prev: Whole;
  snapshot?: Truth;
  standings?: Standings;
}

/** Phases, clock, marks, talk. */
export interface GamePush {
  type: "game";
  seq: Whole;
  prev: Whole;
  snapshot?: Truth;
  phase?: Phase;
  why?: Text;
  mode?: Mode;
  ends_at?: Seconds;
  left_ms?: Whole;
  missing?: Texts;
  marks?: Marks;
  news?: News;
}

/** For people: connections (address masked), registrations, announcements. */
export interface InfoFrame {
  type: "info";
  message: Text;
}

/** What a player said. */
export interface BcastFrame {
  type: "bcast";
  message: AnyJson;
  user?: Name;
}

/** A limit buy was placed. */
export interface BuyFrame {
  type: "buy";
  message: Order;
}

/** A limit sell was placed. */
export interface SellFrame {
  type: "sell";
  message: Order;
}

/** A market buy was placed. */
export interface BuyMarketFrame {
  type: "buy_market";
  message: Order;
}

/** A market sell was placed. */
export interface SellMarketFrame {
  type: "sell_market";
  message: Order;
}

/** Two orders traded. */
export interface MatchFrame {
  type: "match";
  message: Match;
}

/** An order is gone; the message is its id. */
export interface CancelFrame {
  type: "cancel";
  message: Id;
}

/** The game runs. */
export interface StartFrame {
  type: "start";
  message: Text;
}

/** The game is paused. */
export interface PauseFrame {
  type: "pause";
  message: Text;
}

/** The game ends. */
export interface ShutdownFrame {
  type: "shutdown";
  message: Text;
}

/** The final table; data is CSV. */
export interface CsvFrame {
  type: "csv";
  message: Text;
  data?: Text;
}

/** What a client sends. */
export type Request =
  | RegisterRequest
  | AuthRequest
  | BcastRequest
  | BuyRequest
  | SellRequest
  | BuyMarketRequest
  | SellMarketRequest
  | PriceRequest
  | OrdersRequest
  | AllOrdersRequest
  | WalletsRequest
  | CancelRequest
  | FillsRequest
  | CompletedRequest
  | AuditRequest
  | ShutdownRequest
  | StartRequest
  | PauseRequest
  | HelloRequest
  | PingRequest
  | GamesRequest
  | JoinRequest
  | StandingsRequest
  | DepthRequest
  | OrderTestRequest
  | AmendRequest
  | CancelAllRequest
  | CancelAfterRequest
  | CancelOnDisconnectRequest
  | SubscribeRequest
  | UnsubscribeRequest
  | ResumeRequest
  | RotateTokenRequest
  | SetPasswordRequest;

/** What a client that subscribed receives unasked. */
export type Push =
  | BookPush
  | TradesPush
  | OrdersPush
  | FillsPush
  | WalletPush
  | StandingsPush
  | GamePush;

/** What the public feed sends. */
export type FeedFrame =
  | InfoFrame
  | BcastFrame
  | BuyFrame
  | SellFrame
  | BuyMarketFrame
  | SellMarketFrame
  | MatchFrame
  | CancelFrame
  | StartFrame
  | PauseFrame
  | ShutdownFrame
  | CsvFrame;

/** What `data` of the reply to a command is, when it was done. */
export interface ReplyData {
  register: Token;
  auth: Nothing;
  bcast: Nothing;
  buy: Order;
  sell: Order;
  buy_market: Order;
  sell_market: Order;
  price: Decimal;
  orders: OpenOrders;
  all_orders: OpenOrders;
  wallets: Wallet;
  cancel: Nothing;
  fills: Fills;
  completed: Orders;
  audit: Findings;
  shutdown: Nothing;
  start: Nothing;
  pause: Nothing;
  hello: Hello;
  ping: Now;
  games: Games;
  join: Text;
  standings: Standings;
  depth: Book;
  order_test: Nothing;
  amend: Order;
  cancel_all: Ids;
  cancel_after: Expiry;
  cancel_on_disconnect: Nothing;
  subscribe: Sequence;
  unsubscribe: Nothing;
  resume: Sequence;
  rotate_token: Token;
  set_password: Nothing;
}
