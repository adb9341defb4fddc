"""Plays the dialogues of ../conformance with botpit.py:   python3 conformance.py [FILE...]

Prints a line for each dialogue that fails; the exit code is 1 if one did.
"""
from __future__ import annotations

import json
import pathlib
import re
import sys
from decimal import Decimal
from typing import Any, Iterator

import botpit

DIALOGUES = pathlib.Path(__file__).resolve().parent.parent / "conformance"
WORDS = {
    botpit.Ready: "ready", botpit.Beat: "beat", botpit.Moved: "moved", botpit.Traded: "traded",
    botpit.Filled: "filled", botpit.Refused: "refused", botpit.PhaseChanged: "phase_changed",
    botpit.Limit: "limit", botpit.BuyNow: "buy_now", botpit.SellNow: "sell_now",
    botpit.Cancel: "cancel", botpit.CancelAll: "cancel_all",
}  # fmt: skip
WISHES = {word: kind for kind, word in WORDS.items()}


def steps(file: pathlib.Path) -> Iterator[tuple[str, str, Any]]:
    """Where a step is, what it is, and its value; the steps of included files in their place."""
    for number, line in enumerate(file.read_text().splitlines(), 1):
        if line.strip():
            [(step, value)] = json.loads(line).items()
            if step == "include":
                yield from steps(file.with_name(value + ".jsonl"))
            elif step != "about":
                yield f"{file.name}:{number}", step, value


class Player:
    """One bot in one dialogue."""

    def __init__(self) -> None:
        self.now = 0
        self.wishes: list[Any] = []
        self.updates: list[Any] = []
        self.log: list[str] = []
        self.sent: list[dict[str, Any]] = []
        self.names: dict[str, Any] = {}
        self.orders: set[str] = set()
        self.view: Any = None

    def strategy(self, view: botpit.View, update: botpit.Update) -> list[botpit.Wish]:
        self.view = view
        self.updates.append(plain(update))
        wishes, self.wishes = self.wishes, []
        return wishes

    def play(self, step: str, value: Any) -> None:
        if step == "send":
            self.expect_sent(value)
            return
        equal("sent without being expected", self.sent, [])
        getattr(self, "do" if step == "do" else "on_" + step)(value)
        self.sent += [json.loads(text) for text in self.conversation.due(self.now)]

    def on_open(self, value: dict[str, Any]) -> None:
        names = ("game", "stay", "turns", "bot_version", "commands_per_second")
        settings = {name: value[name] for name in names if name in value}
        self.tokens = botpit.TokenInMemory(value.get("token"))
        self.conversation = botpit.Conversation(
            value["name"], self.tokens, self.strategy, botpit.Settings(log=self.log.append, **settings)
        )
        self.conversation.opened(self.now)

    def expect_sent(self, wanted: dict[str, Any]) -> None:
        assert self.sent, f"nothing was sent, but expected: {wanted}"
        frame = self.sent.pop(0)
        self.names[wanted.get("id", "$id")] = frame.pop("id")
        if "client_order_id" in wanted["params"]:
            self.names[wanted["params"]["client_order_id"]] = self.order_id(frame)
        equal("sent", frame, self.meant({name: value for name, value in wanted.items() if name != "id"}))

    def order_id(self, frame: dict[str, Any]) -> str:
        """Of the library's choice, and never the same."""
        id = frame["params"].get("client_order_id", "")
        assert re.fullmatch("[A-Za-z0-9._:-]{1,64}", id) and id not in self.orders, f"client_order_id: {id!r}"
        self.orders.add(id)
        return id

    def meant(self, written: Any) -> Any:
        """With what was sent in place of its names."""
        if isinstance(written, dict):
            return {name: self.meant(value) for name, value in written.items()}
        if isinstance(written, list):
            return [self.meant(item) for item in written]
        return self.names.get(written, written) if isinstance(written, str) else written

    def on_receive(self, frame: dict[str, Any]) -> None:
        self.conversation.heard(json.dumps(self.meant(frame)), self.now)

    def on_receive_text(self, text: str) -> None:
        for name, sent in self.names.items():
            text = text.replace(f'"{name}"', json.dumps(sent))
        self.conversation.heard(text, self.now)

    def on_cut(self, reason: str) -> None:
        pass  # the runner's affair: the conversation hears of it by the next connection

    def on_connected(self, value: bool) -> None:
        self.conversation.opened(self.now)

    def do(self, wishes: list[dict[str, Any]]) -> None:
        self.wishes = [wish(one) for one in wishes]

    def on_tick(self, millis: int) -> None:
        self.now += millis
        self.conversation.beat(self.now)

    def on_leave(self, value: bool) -> None:
        self.conversation.leave(self.now)

    def on_expect(self, wanted: dict[str, Any]) -> None:
        for name, value in wanted.items():
            getattr(self, "expect_" + name)(value)

    def expect_updates(self, wanted: list[Any]) -> None:
        equal("updates", self.updates, wanted)
        self.updates.clear()

    def expect_log(self, words: str) -> None:
        assert any(words in line for line in self.log), f"no line of the log says {words!r}: {self.log}"
        self.log.clear()

    def expect_ending(self, wanted: Any) -> None:
        ending = self.conversation.ending
        equal("ending", ending and plain(ending), wanted)

    def expect_broken(self, wanted: bool) -> None:
        equal("broken", self.conversation.is_broken(self.now), wanted)

    def expect_idle(self, wanted: bool) -> None:
        equal("idle", self.conversation.is_idle(), wanted)

    def expect_token(self, wanted: str) -> None:
        equal("token", self.tokens.load(), wanted)

    def expect_phase(self, wanted: str) -> None:
        equal("phase", self.view.phase, wanted)

    def expect_left_ms(self, wanted: Any) -> None:
        equal("left_ms", self.view.left_ms, wanted)

    def expect_wallet(self, wanted: Any) -> None:
        equal("wallet", {code: plain(balance) for code, balance in self.view.wallet.items()}, wanted)

    def expect_orders(self, wanted: Any) -> None:
        equal("orders", [plain(order) for order in self.view.orders], wanted)

    def expect_markets(self, wanted: Any) -> None:
        markets = {
            market.symbol: {"mark": market.mark, "bid": best(market.best_bid), "ask": best(market.best_ask)}
            for market in self.view.markets
        }
        equal("markets", markets, wanted)

    def expect_grid(self, wanted: Any) -> None:
        market = self.view.market(wanted["symbol"])
        named = {name: getattr(market, name) for name in ("symbol", "base", "quote", "tick")}
        rounded = {
            name: {number: getattr(market, name)(Decimal(number)) for number in wanted[name]}
            for name in ("bid", "ask", "size")
        }
        equal("grid", {**named, **rounded}, wanted)


def best(level: Any) -> Any:
    return level and [level.price, level.size]


def plain(value: Any) -> Any:
    """As a dialogue writes it."""
    members = {name: plain(one) if type(one) in WORDS else one for name, one in vars(value).items() if one is not None}
    return {WORDS[type(value)]: members} if type(value) in WORDS else members


def wish(written: dict[str, Any]) -> Any:
    [(kind, members)] = written.items()
    decimals = {"price", "size", "budget"}
    return WISHES[kind](**{name: Decimal(one) if name in decimals else one for name, one in members.items()})


def alike(is_: Any, wanted: Any) -> bool:
    """Decimals by their value, everything else as it is; a text in which a decimal is meant may be written otherwise."""
    if isinstance(is_, dict) and isinstance(wanted, dict):
        return is_.keys() == wanted.keys() and all(alike(is_[name], wanted[name]) for name in is_)
    if isinstance(is_, (list, tuple)) and isinstance(wanted, list):
        return len(is_) == len(wanted) and all(map(alike, is_, wanted))
    if isinstance(is_, Decimal) and isinstance(wanted, str):
        return is_ == Decimal(wanted)
    return bool(is_ == wanted) or isinstance(is_, str) and isinstance(wanted, str) and same_decimal(is_, wanted)


def same_decimal(one: str, other: str) -> bool:
    return all(map(botpit._DECIMAL.fullmatch, (one, other))) and Decimal(one) == Decimal(other)


def equal(what: str, is_: Any, wanted: Any) -> None:
    assert alike(is_, wanted), f"{what}: {is_!r}\n    expected {wanted!r}"


def play(file: pathlib.Path) -> str:
    """What went wrong; empty if nothing did."""
    player, where = Player(), file.name
    try:
        for where, step, value in steps(file):
            player.play(step, value)
        equal("sent without being expected", player.sent, [])
        return ""
    except AssertionError as failed:
        return f"{file.stem}, {where}: {failed}"


if __name__ == "__main__":
    files = [pathlib.Path(name) for name in sys.argv[1:]] or sorted(DIALOGUES.glob("[0-9]*.jsonl"))
    failures = [failure for failure in map(play, files) if failure]
    print("\n".join(failures) or f"{len(files)} dialogues played")
    sys.exit(bool(failures) or not files)
