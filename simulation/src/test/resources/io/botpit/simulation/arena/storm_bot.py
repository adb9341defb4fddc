"""Trades wildly unless HOME/quiet exists, and then writes what it sees to HOME/sees, and how many orders it wished for:   storm_bot.py URL NAME HOME"""
import os
import pathlib
import random
import sys
from decimal import Decimal

sys.path.insert(0, os.environ["SDK"])

from botpit import Beat, Cancel, Limit, TokenInFile, play

url, name, home = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])


def plain(number):
    return format(number.normalize(), "f") if number else "0"


def sees(view):
    for order in view.orders:
        yield f"{order.id} {order.symbol} {plain(order.price)} {plain(order.size)}"
    for asset, balance in view.wallet.items():
        yield f"{asset} {plain(balance.free)} {plain(balance.held)}"
    for market in view.markets:
        for side in ("bids", "asks"):
            for level in getattr(market, side):
                yield f"{market.symbol} {side} {plain(level.price)} {plain(level.size)}"


def write(name, text):
    """All of it at once: somebody may be reading."""
    written = home / "written"
    written.write_text(text)
    written.replace(home / name)


wishes = 0


def wild(view, update):
    global wishes
    if (home / "quiet").exists():
        write("wishes", str(wishes))
        write("sees", "\n".join(sees(view)))
    elif isinstance(update, Beat) and view.running:
        if len(view.orders) > 6:
            yield Cancel(view.orders[0].id)
        wishes += 1
        market = random.choice(view.markets)
        price = (market.mark * random.randint(98, 102) / 100).quantize(Decimal("0.01"))
        yield Limit(market.symbol, random.choice(["buy", "sell"]), price, Decimal("0.001") + Decimal(wishes).scaleb(-8))


play(url, name, wild, TokenInFile(home / f"{name}.token"), beat_ms=50)
