"""A bot for Botpit in one file: Python 3.10 or later and `websockets`, nothing else.

    from decimal import Decimal
    from botpit import Beat, BuyNow, play

    def buyer(view, update):
        if isinstance(update, Beat) and view.running:
            yield BuyNow("BTC/USD", Decimal("10.00"))

    play("ws://127.0.0.1:9877", "ann", buyer)

A strategy is a function of what the bot sees and of what just happened; it gives back what it wants done. It is asked
again when all of that has been answered, so what it sees is complete. `play` connects, registers or logs in, follows the
game, connects again after a lost connection and goes on where it was; Ctrl-C takes back the bot's orders and leaves.

`Conversation` is all of that without a socket or a clock: texts and times in, texts out. ../conformance tests it.
"""
from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import os
import pathlib
import random
import re
import signal
import time
from collections import deque
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, Decimal
from typing import Any, Callable, Iterable, Iterator, Optional, Protocol, Union

PROTOCOL_VERSION = 1

# ---------------------------------------------------------------------------------------------------- what a bot sees


@dataclass(frozen=True)
class Level:
    """All orders at one price."""

    price: Decimal
    size: Decimal


@dataclass(frozen=True)
class Market:
    """One tradable pair; best prices first. The mark is the price that counts for the score."""

    symbol: str
    price_decimals: int
    size_decimals: int
    mark: Decimal
    bids: tuple[Level, ...]
    asks: tuple[Level, ...]

    @property
    def best_bid(self) -> Optional[Level]:
        return self.bids[0] if self.bids else None

    @property
    def best_ask(self) -> Optional[Level]:
        return self.asks[0] if self.asks else None

    @property
    def base(self) -> str:
        """The asset that is bought and sold."""
        return self.symbol.partition("/")[0]

    @property
    def quote(self) -> str:
        """The asset that is paid with."""
        return self.symbol.partition("/")[2]

    @property
    def tick(self) -> Decimal:
        """The smallest step of a price."""
        return Decimal(1).scaleb(-self.price_decimals)

    def bid(self, price: Number) -> Decimal:
        """The highest price on the grid that is not above `price`, and where buyers may quote: below the mark."""
        return min(_on_grid(price, self.price_decimals, ROUND_FLOOR), self.mark - self.tick)

    def ask(self, price: Number) -> Decimal:
        """The lowest price on the grid that is not below `price`, and where sellers may quote: not below the mark."""
        return max(_on_grid(price, self.price_decimals, ROUND_CEILING), self.mark)

    def size(self, size: Number) -> Decimal:
        """A size on the grid, rounded down."""
        return _on_grid(size, self.size_decimals, ROUND_DOWN)


Number = Union[Decimal, float, int, str]


def _on_grid(number: Number, decimals: int, rounding: str) -> Decimal:
    exact = Decimal(str(number)) if isinstance(number, float) else Decimal(number)
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding)


@dataclass(frozen=True)
class Balance:
    """What the bot owns of one asset: free to use, and held by open orders."""

    free: Decimal = Decimal(0)
    held: Decimal = Decimal(0)


@dataclass(frozen=True)
class OpenOrder:
    """An own order in the book; `size` is what can still trade, `side` is "buy" or "sell"."""

    id: str
    symbol: str
    side: str
    price: Decimal
    size: Decimal


@dataclass(frozen=True)
class View:
    """What the bot sees. `phase`: lobby, running, paused, settling, ended, void. `left_ms`: None without a time limit."""

    player: str
    phase: str
    now_ms: int
    left_ms: Optional[int]
    markets: tuple[Market, ...]
    wallet: dict[str, Balance]
    orders: tuple[OpenOrder, ...]

    @property
    def running(self) -> bool:
        return self.phase == "running"

    def market(self, symbol: Optional[str] = None) -> Market:
        """The first one unless a symbol is given."""
        return next(market for market in self.markets if symbol in (None, market.symbol))

    def balance(self, asset: str) -> Balance:
        return self.wallet.get(asset, Balance())

    def orders_of(self, symbol: str) -> tuple[OpenOrder, ...]:
        """Own open orders of one market, oldest first."""
        return tuple(order for order in self.orders if order.symbol == symbol)


# ------------------------------------------------------------------------------------------------- what a bot is told


@dataclass(frozen=True)
class Ready:
    """The view is complete: for the first time, or again after a lost connection."""


@dataclass(frozen=True)
class Beat:
    """A steady beat, 500 ms apart unless set otherwise."""


@dataclass(frozen=True)
class Moved:
    """The book or the mark moved."""

    symbol: str


@dataclass(frozen=True)
class Traded:
    """Somebody traded; `taker` is the side that came later."""

    symbol: str
    price: Decimal
    size: Decimal
    taker: str


@dataclass(frozen=True)
class Filled:
    """An own order traded, in part or completely."""

    order_id: str
    symbol: str
    side: str
    price: Decimal
    size: Decimal


@dataclass(frozen=True)
class Refused:
    """A wish was not granted; `code` is stable, such as insufficient_funds, `message` is for people. connection_lost is
    this file's own: an order whose answer was lost, and which is not open; it may have been done, the wallet tells."""

    wish: Wish
    code: str
    message: str


@dataclass(frozen=True)
class PhaseChanged:
    """The game started, paused, went on or ended."""

    before: str
    after: str


Update = Union[Ready, Beat, Moved, Traded, Filled, Refused, PhaseChanged]

# ------------------------------------------------------------------------------------------------- what a bot may wish


@dataclass(frozen=True)
class Limit:
    """Buy or sell at this price or better; what does not trade at once waits in the book."""

    symbol: str
    side: str
    price: Decimal
    size: Decimal


@dataclass(frozen=True)
class BuyNow:
    """Buy at once for so much of the quote asset."""

    symbol: str
    budget: Decimal


@dataclass(frozen=True)
class SellNow:
    """Sell this size at once."""

    symbol: str
    size: Decimal


@dataclass(frozen=True)
class Cancel:
    """Take one own order out of the book."""

    order_id: str


@dataclass(frozen=True)
class CancelAll:
    """Take own orders out of the book, of all markets unless one is named."""

    symbol: Optional[str] = None


Wish = Union[Limit, BuyNow, SellNow, Cancel, CancelAll]
Strategy = Callable[[View, Update], Optional[Iterable[Wish]]]


@dataclass(frozen=True)
class Ending:
    """How a run ended: `kind` is game_over, stopped or turned_away."""

    kind: str
    why: str


# --------------------------------------------------------------------------------------------------------- its settings


class Tokens(Protocol):
    """Where the token is kept that proves that the bot's name is its own."""

    def load(self) -> Optional[str]: ...

    def save(self, token: str) -> None: ...


@dataclass
class TokenInMemory:
    """For as long as the process runs."""

    token: Optional[str] = None

    def load(self) -> Optional[str]:
        return self.token

    def save(self, token: str) -> None:
        self.token = token


@dataclass(frozen=True)
class TokenInFile:
    """In a file that only its owner can read."""

    path: pathlib.Path

    def load(self) -> Optional[str]:
        return self.path.read_text().strip() if self.path.exists() else None

    def save(self, token: str) -> None:
        written = self.path.with_suffix(".new")
        with open(os.open(written, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(token)
        written.replace(self.path)


@dataclass(frozen=True)
class Settings:
    """How a bot is run. `stay`: go on with the next game; `game`: the one to join; `log` hears what an operator would.

    `turns` is for the local arena, whose clock stands while a bot thinks and goes as fast as it can in between: says by
    `ping` that the bot is done, and beats when that is answered, at the game's time."""

    beat_ms: int = 500
    commands_per_second: int = 50
    game: Optional[str] = None
    stay: bool = False
    turns: bool = False
    bot_version: Optional[str] = None
    log: Callable[[str], None] = lambda line: None


# ------------------------------------------------------------------------------------------------------ reading frames


class _Unreadable(Exception):
    """Not a frame of this protocol, or of a version that this file does not know."""


_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,2})?")


def _decimal(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (str, int, Decimal)) or not _DECIMAL.fullmatch(str(value)):
        raise _Unreadable(f"not a decimal: {value!r}")
    return Decimal(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _Unreadable(f"not a text: {value!r}")
    return value


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _Unreadable(f"not a whole number: {value!r}")
    return value


def _if_any(reader: Callable[[Any], Any], value: Any) -> Any:
    return None if value is None else reader(value)


def _no_constant(word: str) -> Any:
    raise ValueError(f"{word} is no JSON")


def _read(text: str) -> dict[str, Any]:
    try:
        frame = json.loads(text, parse_float=Decimal, parse_constant=_no_constant)
    except (ValueError, RecursionError) as broken:
        raise _Unreadable(str(broken)) from broken
    if not isinstance(frame, dict):
        raise _Unreadable("not an object")
    return frame


@contextlib.contextmanager
def _shape() -> Iterator[None]:
    """What is missing, or of another type, makes the whole of it unreadable."""
    try:
        yield
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as wrong:
        raise _Unreadable(f"{type(wrong).__name__}: {wrong}") from wrong


def _reply(frame: dict[str, Any]) -> dict[str, Any]:
    with _shape():
        if not isinstance(frame["status"], bool):
            raise _Unreadable("status is not a boolean")
        _text(frame["message"]), frame["data"], _if_any(_text, frame.get("code"))
    return frame


def _hello(data: Any) -> dict[str, Any]:
    """The version is the same in all versions; the rest is read in this one."""
    with _shape():
        if _whole(data["version"]) == PROTOCOL_VERSION:
            game = data["game"]
            _decimal(data["now"]), _text(game["id"]), _text(game["phase"])
            _if_any(_decimal, game.get("ends_at")), _if_any(_whole, game.get("left_ms"))
            data["instruments"][0]
            for one in data["instruments"]:
                _text(one["symbol"]), _whole(one["price_decimals"]), _whole(one["size_decimals"])
    return data


@dataclass(frozen=True)
class _Change:
    """What happened to an own order; `order` has the size as of then."""

    event: str
    order: OpenOrder
    rests: bool
    client_order_id: Optional[str]


@dataclass(frozen=True)
class _Push:
    """One frame of a channel; `content` is what its channel's reader made of it."""

    channel: str
    seq: int
    prev: int
    snapshot: bool
    content: Any


def _levels(rows: list[list[Any]]) -> list[Level]:
    return [Level(_decimal(price), _decimal(size)) for price, size in rows]


def _books(frame: dict[str, Any]) -> dict[str, tuple[list[Level], list[Level]]]:
    return {
        symbol: (_levels(book.get("bids") or []), _levels(book.get("asks") or []))
        for symbol, book in (frame.get("books") or {}).items()
    }


def _side(word: Any) -> str:
    if word not in ("buy", "sell"):
        raise _Unreadable("a side that is neither buy nor sell")
    return _text(word)


def _trades(frame: dict[str, Any]) -> list[Traded]:
    return [
        Traded(_text(trade["symbol"]), _decimal(trade["price"]), _decimal(trade["size"]), _side(trade["taker"]))
        for trade in frame.get("trades") or []
    ]


def _order(order: dict[str, Any]) -> OpenOrder:
    """The symbol is empty where it is the game's first one."""
    with _shape():
        left = order["size"] if "size" in order else order["amount"]
        side = "buy" if _text(order["side"]).startswith("buy") else "sell"
        symbol = _text(order.get("symbol") or "")
        return OpenOrder(_text(order["id"]), symbol, side, _decimal(order["price"]), _decimal(left))


def _changes(frame: dict[str, Any]) -> list[_Change]:
    return [
        _Change(
            _text(change["event"]),
            _order(change["order"]),
            not change["order"]["side"].endswith("_market"),
            _if_any(_text, change["order"].get("client_order_id")),
        )
        for change in frame.get("orders") or []
    ]


def _fills(frame: dict[str, Any]) -> list[Filled]:
    return [
        Filled(
            _text(fill["sell_id" if _side(fill["side"]) == "sell" else "buy_id"]),
            _text(fill.get("symbol") or ""),
            _side(fill["side"]),
            _decimal(fill["price"]),
            _decimal(fill["filled_size"]),
        )
        for fill in frame.get("fills") or []
    ]


def _balances(frame: dict[str, Any]) -> dict[str, Balance]:
    return {
        code: Balance(_decimal(asset["free"]), _decimal(asset["held"]))
        for code, asset in (frame.get("assets") or {}).items()
    }


def _game(frame: dict[str, Any]) -> dict[str, Any]:
    return {
        "phase": _if_any(_text, frame.get("phase")),
        "ends_at": _if_any(_decimal, frame.get("ends_at")),
        "left_ms": _if_any(_whole, frame.get("left_ms")),
        "marks": {symbol: _decimal(mark) for symbol, mark in (frame.get("marks") or {}).items()},
    }


_READERS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "book": _books,
    "trades": _trades,
    "orders": _changes,
    "fills": _fills,
    "wallet": _balances,
    "game": _game,
    "standings": lambda frame: None,
}


def _push(frame: dict[str, Any]) -> _Push:
    with _shape():
        reader = _READERS[frame["type"]]
        return _Push(
            frame["type"], _whole(frame["seq"]), _whole(frame["prev"]), frame.get("snapshot") is True, reader(frame)
        )


# --------------------------------------------------------------------------------------------------------- what it knows

_CHANNELS = ["book", "trades", "orders", "fills", "wallet", "game"]
_NEEDED = ["book", "orders", "wallet", "game"]
_PHASES = ["lobby", "running", "paused", "settling", "ended", "void"]
_REMEMBERED_MAX = 2_000


def _phase(word: str) -> str:
    """One that this file does not know is one in which nothing trades."""
    return word if word in _PHASES else "paused"


class _Clock:
    """What is left of a game's time limit; `ahead` is how far the server's clock is ahead of ours."""

    def __init__(self, hello: dict[str, Any], now_ms: int) -> None:
        self._ahead = int(_decimal(hello["now"]) * 1000) - now_ms
        self.set(hello["game"].get("ends_at"), hello["game"].get("left_ms"))

    def set(self, ends_at: Any, left: Optional[int]) -> None:
        """With an end the clock runs; without one it stands with so much left."""
        self._ends = None if ends_at is None else int(_decimal(ends_at) * 1000) - self._ahead
        self._left = left

    def left(self, now_ms: int) -> Optional[int]:
        return self._left if self._ends is None else max(0, self._ends - now_ms)


class _TurnClock:
    """Our time and that of the game. Ours never goes back: pace and patience are reckoned by it. It leaps ahead with the
    clock of the local arena, which goes by turns; that clock stands while a bot thinks, and ours does not."""

    def __init__(self) -> None:
        self._leapt = self._stood = self._server_ahead = 0

    def at(self, machine_ms: int) -> int:
        return machine_ms + self._leapt

    def in_game(self, now_ms: int) -> int:
        return now_ms - self._stood

    def greeted(self, server_now: Any, now_ms: int) -> None:
        """A welcome has the time of the game, which is the time that we have."""
        self._server_ahead = int(_decimal(server_now) * 1000) - self.in_game(now_ms)

    def told(self, server_now: Any, now_ms: int) -> int:
        """The game's clock has leapt ahead of what we thought, or stood; returns our time, now that we know."""
        ahead = int(_decimal(server_now) * 1000) - self._server_ahead - self.in_game(now_ms)
        self._leapt += max(0, ahead)
        self._stood += max(0, -ahead)
        return now_ms + max(0, ahead)


class _OwnOrders:
    """Own open orders: sizes as they were told last, less what has been filled since. What is gone stays gone."""

    def __init__(self) -> None:
        self._open: dict[str, tuple[OpenOrder, int]] = {}  # with the sequence as of which the size was told
        self._fills: dict[str, list[tuple[int, Decimal]]] = {}
        self._gone: dict[str, None] = {}

    def list(self) -> tuple[OpenOrder, ...]:
        return tuple(order for order, _ in self._open.values())

    def replace(self, changes: list[_Change], seq: int) -> None:
        self._open.clear()
        for change in changes:
            self._put(change.order, seq)

    def change(self, changes: list[_Change], seq: int) -> None:
        for change in changes:
            if change.event in ("completed", "cancelled"):
                self.remove(change.order.id)
            elif change.event == "amended":
                if change.order.id in self._open:
                    self._put(change.order, seq)
            elif change.rests:
                self.accept(change.order)

    def accept(self, order: OpenOrder) -> None:
        """A new order as it was before it traded, told by its reply or by a push, whichever comes first."""
        if order.id not in self._gone and order.id not in self._open:
            self._put(order, 0)

    def remove(self, id: str) -> None:
        self._open.pop(id, None)
        self._gone[id] = None
        _keep_newest(self._gone)

    def filled(self, id: str, size: Decimal, seq: int) -> None:
        self._fills.setdefault(id, []).append((seq, size))
        _keep_newest(self._fills)
        if id in self._open:
            order, as_of = self._open[id]
            if seq > as_of:
                self._open[id] = replace(order, size=order.size - size), as_of

    def _put(self, order: OpenOrder, as_of: int) -> None:
        filled = sum(size for seq, size in self._fills.get(order.id, []) if seq > as_of)
        self._open[order.id] = replace(order, size=order.size - filled), as_of


def _keep_newest(ids: dict[str, Any]) -> None:
    if len(ids) > _REMEMBERED_MAX:
        del ids[next(iter(ids))]


class _Depth:
    """One book, and the sequence as of which it was told."""

    def __init__(self) -> None:
        self.seq = 0
        self._sides: tuple[dict[Decimal, Decimal], dict[Decimal, Decimal]] = ({}, {})

    def take(self, levels: tuple[list[Level], list[Level]], snapshot: bool) -> None:
        for side, changed in zip(self._sides, levels):
            if snapshot:
                side.clear()
            for level in changed:
                if level.size:
                    side[level.price] = level.size
                else:
                    side.pop(level.price, None)

    def bids(self) -> tuple[Level, ...]:
        return tuple(Level(*level) for level in sorted(self._sides[0].items(), reverse=True))

    def asks(self) -> tuple[Level, ...]:
        return tuple(Level(*level) for level in sorted(self._sides[1].items()))


class _Sight:
    """What the bot knows of its game: snapshots replace, changes follow one another by sequence, and a gap shows."""

    def __init__(self, hello: dict[str, Any], now_ms: int) -> None:
        self._game_id = hello["game"]["id"]
        self._instruments = hello["instruments"]
        self._first = self._instruments[0]["symbol"]
        self._books = {one["symbol"]: _Depth() for one in self._instruments}
        self._marks: dict[str, Decimal] = {}
        self._wallet: dict[str, Balance] = {}
        self._last: dict[str, int] = {}
        self.orders_as_of = 0
        self.orders = _OwnOrders()
        self.greeted(hello, now_ms)

    def is_of(self, hello: dict[str, Any]) -> bool:
        return self._game_id == hello["game"]["id"] and self._instruments == hello["instruments"]

    def greeted(self, hello: dict[str, Any], now_ms: int) -> None:
        self.phase = _phase(hello["game"]["phase"])
        self._clock = _Clock(hello, now_ms)

    def is_complete(self) -> bool:
        return not self.missing() and all(symbol in self._marks for symbol in self._books)

    def missing(self) -> list[str]:
        return [channel for channel in _NEEDED if not self._seen(channel)]

    def seen_up_to(self) -> int:
        return min(filter(None, map(self._seen, _CHANNELS)), default=0)

    def newest(self) -> int:
        return max(map(self._seen, _CHANNELS))

    def _seen(self, channel: str) -> int:
        """0: nothing yet. The book's snapshot comes in one frame for each market."""
        if channel == "book":
            return min(book.seq for book in self._books.values())
        return self._last.get(channel, 0)

    def is_whole(self, push: _Push) -> bool:
        """Whether this snapshot's last frame has come."""
        return push.channel != "book" or all(book.seq >= push.seq for book in self._books.values())

    def place(self, push: _Push) -> str:
        """next, old (known, or of no use before the snapshot), or gap: something before it is missing."""
        seen = self._seen(push.channel)
        if push.snapshot:
            return "next"
        if not seen:
            return "old" if push.channel in _NEEDED else "next"
        return "old" if push.seq <= seen else "gap" if push.prev > seen else "next"

    def take(self, push: _Push, now_ms: int) -> list[Update]:
        self._last[push.channel] = push.seq
        return getattr(self, "_take_" + push.channel)(push, now_ms)

    def _take_book(self, push: _Push, now_ms: int) -> list[Update]:
        for symbol, levels in push.content.items():
            book = self._books.get(symbol)
            if book and (push.snapshot or push.seq > book.seq):
                book.take(levels, push.snapshot)
        for symbol, book in self._books.items():
            if push.snapshot and symbol in push.content:
                book.seq = push.seq
            elif not push.snapshot:
                book.seq = max(book.seq, push.seq)
        return [Moved(symbol) for symbol in push.content]

    def _take_trades(self, push: _Push, now_ms: int) -> list[Update]:
        return [] if push.snapshot else push.content

    def _take_orders(self, push: _Push, now_ms: int) -> list[Update]:
        named = [replace(one, order=self._named(one.order)) for one in push.content]
        if push.snapshot:
            self.orders.replace(named, push.seq)
            self.orders_as_of = push.seq
        else:
            self.orders.change(named, push.seq)
        return []

    def _take_fills(self, push: _Push, now_ms: int) -> list[Update]:
        fills = [] if push.snapshot else [self._named(fill) for fill in push.content]
        for fill in fills:
            self.orders.filled(fill.order_id, fill.size, push.seq)
        return fills

    def _take_wallet(self, push: _Push, now_ms: int) -> list[Update]:
        if push.snapshot:
            self._wallet.clear()
        self._wallet.update(push.content)
        return []

    def _take_standings(self, push: _Push, now_ms: int) -> list[Update]:
        return []

    def _take_game(self, push: _Push, now_ms: int) -> list[Update]:
        state, before = push.content, self.phase
        self._marks.update(state["marks"])
        if state["phase"] is not None:
            self.phase = _phase(state["phase"])
            self._clock.set(state["ends_at"], state["left_ms"] if push.snapshot else self._clock.left(now_ms))
        elif state["ends_at"] is not None:
            self._clock.set(state["ends_at"], None)
        moved: list[Update] = [Moved(symbol) for symbol in state["marks"]]
        return moved + ([PhaseChanged(before, self.phase)] if self.phase != before else [])

    def _named(self, one: Any) -> Any:
        return one if one.symbol else replace(one, symbol=self._first)

    def named(self, order: dict[str, Any]) -> OpenOrder:
        """The order of a reply."""
        return self._named(_order(order))

    def view(self, player: str, now_ms: int) -> View:
        markets = tuple(
            Market(
                one["symbol"],
                int(one["price_decimals"]),
                int(one["size_decimals"]),
                self._marks.get(one["symbol"], Decimal(0)),
                self._books[one["symbol"]].bids(),
                self._books[one["symbol"]].asks(),
            )
            for one in self._instruments
        )
        left = self._clock.left(now_ms)
        return View(player, self.phase, now_ms, left, markets, dict(self._wallet), self.orders.list())


# ---------------------------------------------------------------------------------------------------------- what it says

_REPLY_TIMEOUT_MS = 10_000
_BURST_MS = 1_000
_REST_MS = 1_000
_TRY_LATER = {"rate_limited", "busy", "unavailable"}
_Told = Callable[[dict[str, Any]], None]


class _Requests:
    """The requests of one connection: those that wait for their turn, and those that wait for their reply."""

    def __init__(self, commands_per_second: int) -> None:
        self._ms_per_command = 1_000 / commands_per_second
        self._paid_at = 0.0  # when the commands sent so far would all be paid for
        self._queue: deque[tuple[str, dict[str, Any], _Told]] = deque()
        self._sent: dict[str, tuple[_Told, int]] = {}
        self._ids = itertools.count(1)

    def add(self, command: str, params: dict[str, Any], told: _Told) -> None:
        self._queue.append((command, params, told))

    def due(self, now_ms: int) -> list[str]:
        frames = []
        while self._queue and self._may_send(now_ms):
            command, params, told = self._queue.popleft()
            id = str(next(self._ids))
            self._sent[id] = (told, now_ms)
            frames.append(json.dumps({"cmd": command, "params": params, "id": id}))
        return frames

    def _may_send(self, now_ms: int) -> bool:
        after = max(self._paid_at, now_ms) + self._ms_per_command
        if after - now_ms > _BURST_MS + self._ms_per_command / 2:
            return False
        self._paid_at = after
        return True

    def answered(self, reply: dict[str, Any], now_ms: int) -> None:
        """One that nobody waits for (it came twice) is dropped."""
        if not reply["status"] and reply.get("code") in _TRY_LATER:
            self._paid_at = max(self._paid_at, now_ms + _REST_MS + _BURST_MS)
        told, _ = self._sent.pop(str(reply.get("id")), (None, 0))
        if told:
            told(reply)

    def is_idle(self) -> bool:
        return not self._queue and not self._sent

    def is_stalled(self, now_ms: int) -> bool:
        return any(now_ms - at > _REPLY_TIMEOUT_MS for _, at in self._sent.values())

    def clear(self) -> None:
        self._queue.clear()
        self._sent.clear()


def _command(wish: Wish) -> tuple[str, dict[str, Any]]:
    if isinstance(wish, Limit):
        return wish.side, {"price": str(wish.price), "size": str(wish.size), "symbol": wish.symbol}
    if isinstance(wish, BuyNow):
        return "buy_market", {"amount": str(wish.budget), "symbol": wish.symbol}
    if isinstance(wish, SellNow):
        return "sell_market", {"amount": str(wish.size), "symbol": wish.symbol}
    if isinstance(wish, Cancel):
        return "cancel", {"order_id": wish.order_id}
    return "cancel_all", {} if wish.symbol is None else {"symbol": wish.symbol}


class _OrdersUnderway:
    """Orders that were sent and are not answered, by the `client_order_id` that each was given. A message that comes
    twice places one order, and what became of an order whose answer was lost can be told."""

    def __init__(self) -> None:
        self._unanswered: dict[str, Wish] = {}
        self._numbers = itertools.count(1)

    def add(self, order: Wish, now_ms: int) -> str:
        id = f"{now_ms}-{next(self._numbers)}"
        self._unanswered[id] = order
        return id

    def answered(self, id: Optional[str]) -> None:
        self._unanswered.pop(id or "", None)

    def lost(self) -> list[Wish]:
        """Those of which nothing was heard, oldest first; they are not waited for any more."""
        lost = list(self._unanswered.values())
        self._unanswered.clear()
        return lost


_LOST = "The connection was lost before the answer came: the order may have been done, look at the wallet."
_HOPELESS = {
    "name_taken", "name_invalid", "name_reserved", "not_whitelisted", "players_full", "game_full", "unknown_game",
    "wrong_credentials", "invalid_command", "owner_in_game", "version_frozen",
}  # fmt: skip
_RESYNC_MS = 5_000
_PING_AFTER_MS = 15_000
_LOOK_ROUND_MS = 1_000
_UPDATES_WAITING_MAX = 1_000
_WISHES_MAX = 200


class Conversation:
    """What a bot says and hears, over one connection or many: texts and times (ms) in, texts out. For one thread."""

    def __init__(self, name: str, tokens: Tokens, strategy: Strategy, settings: Settings = Settings()) -> None:
        self._name, self._tokens, self._strategy, self._settings = name, tokens, strategy, settings
        self._requests = _Requests(settings.commands_per_second)
        self._updates: deque[Update] = deque(maxlen=_UPDATES_WAITING_MAX)
        self._clock = _TurnClock()
        self._underway = _OrdersUnderway()
        self._full: Optional[_Sight] = None  # the game that remembers no more ids of orders
        self._asked_at: dict[str, int] = {}  # channels whose snapshot was asked for and has not come
        self._sight: Optional[_Sight] = None
        self._now = self._heard_at = self._looked_at = 0
        self._broken = self._leaving = False
        self.ready = False
        self.ending: Optional[Ending] = None

    def opened(self, now_ms: int) -> None:
        """A connection is open: says who we are."""
        self._now = self._heard_at = self._clock.at(now_ms)
        self._broken = self.ready = False
        self._requests.clear()
        self._updates.clear()
        self._asked_at = {channel: self._now - _RESYNC_MS for channel in self._asked_at}
        token = self._tokens.load()
        if token is None:
            self._register()
        else:
            self._requests.add("auth", self._who(token=token), self._authenticated)

    def heard(self, text: str, now_ms: int) -> None:
        self._now = self._heard_at = self._clock.at(now_ms)
        try:
            frame = _read(text)
            if frame.get("status") is not None:
                self._answered(_reply(frame))
            else:
                self._pushed(_push(frame))
        except _Unreadable as why:
            self._settings.log(f"unreadable frame: {why}")
        self._think()

    def beat(self, now_ms: int) -> None:
        self._now = self._clock.at(now_ms)
        if self.ready and not self._settings.turns:
            self._add(Beat())
        if self._requests.is_idle() and self._sight and not self._between_games():
            self._subscribe(list(dict.fromkeys([*self._sight.missing(), *self._asked_at])))
        if self._requests.is_idle() and self._settings.stay and self._now - self._looked_at >= _LOOK_ROUND_MS:
            self._looked_at = self._now
            self._requests.add("hello", {}, self._looked_round)
        if self._requests.is_idle() and self._now - self._heard_at > _PING_AFTER_MS:
            self._requests.add("ping", {}, lambda reply: None)
        self._think()

    def leave(self, now_ms: int) -> None:
        """The bot leaves: its open orders with it."""
        self._now = self._clock.at(now_ms)
        self._updates.clear()
        if self.ready:
            self._requests.add("cancel_all", {}, lambda reply: None)
        self._leaving = True

    def due(self, now_ms: int) -> list[str]:
        """The frames that are to be sent now."""
        return self._requests.due(self._clock.at(now_ms))

    def is_idle(self) -> bool:
        return self._requests.is_idle()

    def is_broken(self, now_ms: int) -> bool:
        """This connection is of no use any more."""
        return self._broken or not self._settings.turns and self._requests.is_stalled(now_ms)

    def _answered(self, reply: dict[str, Any]) -> None:
        """What a reply that cannot be read would have told is asked for anew, over another connection."""
        try:
            self._requests.answered(reply, self._now)
        except _Unreadable:
            self._broken = True
            raise

    def _who(self, **more: str) -> dict[str, Any]:
        version = self._settings.bot_version
        return {"username": self._name, **more, **({} if version is None else {"bot_version": version})}

    def _register(self) -> None:
        self._requests.add("register", self._who(), self._registered)

    def _registered(self, reply: dict[str, Any]) -> None:
        if not reply["status"]:
            self._refused_at_the_door(reply)
            return
        try:
            self._tokens.save(_text(reply["data"]))
        except OSError as failed:
            self.ending = Ending("turned_away", f"cannot keep the token: {failed}")
        self._enter()

    def _authenticated(self, reply: dict[str, Any]) -> None:
        if reply["status"]:
            self._enter()
        elif reply.get("code") == "unknown_name":
            self._register()
        else:
            self._refused_at_the_door(reply)

    def _refused_at_the_door(self, reply: dict[str, Any]) -> None:
        if reply.get("code") in _HOPELESS:
            self.ending = Ending("turned_away", reply["message"])
        else:
            self._settings.log(f"not let in: {reply['message']}")
            self._broken = True

    def _let_in(self, reply: dict[str, Any]) -> None:
        if not reply["status"]:
            self._refused_at_the_door(reply)

    def _enter(self) -> None:
        if self._settings.game is not None:
            self._requests.add("join", {"game": self._settings.game}, self._let_in)
        self._requests.add("hello", {}, self._greeted)

    def _greeted(self, reply: dict[str, Any]) -> None:
        if not reply["status"]:
            self._refused_at_the_door(reply)
            return
        hello, known = _hello(reply["data"]), self._sight
        if hello["version"] != PROTOCOL_VERSION:
            self.ending = Ending(
                "turned_away",
                f"the server speaks version {hello['version']} of the protocol, this SDK version {PROTOCOL_VERSION}:"
                " use the SDK of the server's release",
            )
            return
        self._clock.greeted(hello["now"], self._now)
        if known and known.is_of(hello) and known.is_complete():
            known.greeted(hello, self._clock.in_game(self._now))
            self._resume(known)
        else:
            self._sight = _Sight(hello, self._clock.in_game(self._now))
            self._asked_at.clear()
            self._subscribe(_CHANNELS)

    def _looked_round(self, reply: dict[str, Any]) -> None:
        """Goes on with another game, if the server has us in one."""
        if reply["status"] and self._sight and not self._sight.is_of(_hello(reply["data"])):
            self.ready = False
            self._updates.clear()
            self._greeted(reply)

    def _between_games(self) -> bool:
        return self._settings.stay and self._sight is not None and self._sight.phase in ("ended", "void")

    def _resume(self, known: _Sight) -> None:
        """Twice: the second answer comes after all that was missed."""

        def again(_: dict[str, Any]) -> None:
            self._ask_to_resume(known.newest(), ["game"], lambda _: self._subscribe(list(self._asked_at)))

        self._ask_to_resume(known.seen_up_to(), _CHANNELS, again)

    def _ask_to_resume(self, after: int, channels: list[str], then: _Told) -> None:
        self._requests.add(
            "resume",
            {"after": after, "channels": channels},
            lambda reply: then(reply) if reply["status"] else self._subscribe(_CHANNELS),
        )

    def _subscribe(self, channels: list[str]) -> None:
        """Asks for snapshots, but not for those that were asked for just now."""
        asked = [c for c in channels if self._now - self._asked_at.get(c, self._now - _RESYNC_MS) >= _RESYNC_MS]
        if asked:
            self._asked_at.update((channel, self._now) for channel in asked if channel in _NEEDED)
            self._requests.add("subscribe", {"channels": asked}, self._let_in)

    def _pushed(self, push: _Push) -> None:
        sight = self._sight
        if sight is None:
            return
        place = sight.place(push)
        if place == "gap" and push.channel in _NEEDED:
            self._subscribe([push.channel])
        elif place != "old":
            for update in sight.take(push, self._clock.in_game(self._now)):
                self._add(update)
            for change in push.content if push.channel == "orders" else ():
                self._underway.answered(change.client_order_id)
            if push.snapshot and sight.is_whole(push):
                self._asked_at.pop(push.channel, None)
            if place == "gap" and push.channel == "fills":
                self._subscribe(["orders"])
        if sight.phase in ("ended", "void") and not self._settings.stay:
            self.ending = Ending("game_over", "the game is over")

    def _add(self, update: Update) -> None:
        """Beats and moves that wait already are not told twice."""
        if not isinstance(update, (Beat, Moved)) or update not in self._updates:
            self._updates.append(update)

    def _think(self) -> None:
        """Asks the strategy, as long as it has nothing unanswered."""
        sight = self._sight
        if not sight or not sight.is_complete() or self.ending or self._leaving or self._between_games():
            return
        if not self.ready and self._requests.is_idle() and not self._broken and not self._asked_at:
            self.ready = True
            self._updates.appendleft(Ready())
            for order in self._underway.lost():
                self._add(Refused(order, "connection_lost", _LOST))
        while self.ready and self._requests.is_idle() and self._updates:
            view = sight.view(self._name, self._clock.in_game(self._now))
            wishes = self._strategy(view, self._updates.popleft()) or ()
            for wish in itertools.islice(wishes, _WISHES_MAX):
                self._wish(wish, sight)
        if self.ready and self._settings.turns and self._requests.is_idle():
            self._requests.add("ping", {}, self._turn_came)

    def _turn_came(self, reply: dict[str, Any]) -> None:
        """The last turn is over, and the next one has come."""
        if reply["status"]:
            with _shape():
                self._now = self._clock.told(reply["data"]["now"], self._now)
            self._add(Beat())

    def _wish(self, wish: Wish, sight: _Sight) -> None:
        orders_as_of = sight.orders_as_of
        command, params = _command(wish)
        named = isinstance(wish, (Limit, BuyNow, SellNow)) and sight is not self._full
        id = self._underway.add(wish, self._now) if named else None

        def answered(reply: dict[str, Any]) -> None:
            if not reply["status"]:
                self._refused(wish, reply, sight)
            elif isinstance(wish, Limit) and sight.orders_as_of == orders_as_of:
                sight.orders.accept(sight.named(reply["data"]))
            elif isinstance(wish, Cancel):
                sight.orders.remove(wish.order_id)
            self._underway.answered(id)

        self._requests.add(command, params if id is None else {**params, "client_order_id": id}, answered)

    def _refused(self, wish: Wish, reply: dict[str, Any], sight: _Sight) -> None:
        code = str(reply.get("code"))
        if code == "unknown_order" and isinstance(wish, Cancel):
            sight.orders.remove(wish.order_id)
        if code == "client_order_ids_limit":
            self._full = sight
        self._add(Refused(wish, code, reply["message"]))


# --------------------------------------------------------------------------------------------------------- how it is run

_BACK_OFF_MIN_MS = 100
_BACK_OFF_MAX_MS = 15_000
_LEAVE_MS = 2_000
_NAP_MS = 50
_FRAME_BYTES_MAX = 8 << 20


def play(url: str, name: str, strategy: Strategy, tokens: Optional[Tokens] = None, **settings: Any) -> Ending:
    """Plays until the game is over, until Ctrl-C, or until the server turns the bot away. The token is kept in
    NAME.token unless told otherwise; `settings` are those of `Settings`."""
    chosen = Settings(**{"log": print, **settings})
    tokens = tokens or TokenInFile(pathlib.Path(f"{name}.token"))
    ending = asyncio.run(Runner(url, Conversation(name, tokens, strategy, chosen), chosen).run())
    chosen.log(f"{ending.kind}: {ending.why}")
    return ending


class Runner:
    """Keeps one conversation going over WebSockets, with growing pauses between attempts to connect."""

    def __init__(self, url: str, conversation: Conversation, settings: Settings) -> None:
        self._url, self._conversation, self._settings = url, conversation, settings
        self._stopping = asyncio.Event()
        self._beat_due = 0

    def stop(self) -> None:
        """Asks the bot to cancel its orders and to leave."""
        self._stopping.set()

    async def run(self) -> Ending:
        for number in (signal.SIGINT, signal.SIGTERM):
            with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):  # Windows, or not the main thread
                asyncio.get_running_loop().add_signal_handler(number, self.stop)
        failures = 0
        while True:
            failures = 0 if await self._connect_and_play() else failures + 1
            if self._stopping.is_set():
                return Ending("stopped", "asked to stop")
            if self._conversation.ending:
                return self._conversation.ending
            most = min(_BACK_OFF_MAX_MS, _BACK_OFF_MIN_MS << min(failures, 10))
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), random.uniform(most / 2, most) / 1_000)

    async def _connect_and_play(self) -> bool:
        """True if the bot got into the game."""
        try:
            import websockets  # here, so that the rest of this file needs nothing
        except ImportError:
            raise SystemExit("no package websockets: apt install python3-websockets, or pip install websockets") from None
        connected = False
        try:
            async with websockets.connect(self._url, max_size=_FRAME_BYTES_MAX, close_timeout=1) as socket:
                connected = True
                self._conversation.opened(_now())
                while not self._stopping.is_set() and not self._conversation.ending:
                    await self._turn(socket)
                    if _now() >= self._beat_due:
                        self._beat_due = _now() + self._settings.beat_ms
                        self._conversation.beat(_now())
                if self._stopping.is_set():
                    await self._leave(socket)
        except (OSError, asyncio.TimeoutError, websockets.WebSocketException) as lost:
            self._settings.log(f"connection lost: {lost}")
        return connected and self._conversation.ready

    async def _turn(self, socket: Any) -> None:
        """Sends what is due, hears one frame if one comes."""
        for frame in self._conversation.due(_now()):
            await socket.send(frame)
        nap = min(_NAP_MS, max(1, self._beat_due - _now())) / 1_000
        with contextlib.suppress(asyncio.TimeoutError):
            self._conversation.heard(await asyncio.wait_for(socket.recv(), nap), _now())
        if self._conversation.is_broken(_now()):
            raise OSError("the server does not answer")

    async def _leave(self, socket: Any) -> None:
        until = _now() + _LEAVE_MS
        self._conversation.leave(_now())
        while not self._conversation.is_idle() and _now() < until:
            await self._turn(socket)


def _now() -> int:
    return time.time_ns() // 1_000_000
