"""A trading bot:   python3 bot.py ws://127.0.0.1:9877

It buys a little while the price is above its average, and sells a little while it is below.
"""
import sys
from decimal import Decimal

from botpit import Beat, BuyNow, Filled, Refused, SellNow, play

average = Decimal(0)  # of the price, over the last ten beats or so; the first beat buys


def think(view, update):
    """Called for everything that happens, in order; what it yields is sent to the exchange."""
    global average
    if isinstance(update, Filled):
        print(update.side, update.size, "at", update.price)
    if isinstance(update, Refused):
        print(f"refused, {update.code}: {update.message}")
    if isinstance(update, Beat) and view.running:
        market, before = view.markets[0], average
        average = before + (market.mark - before) / 10 if before else market.mark
        if market.mark > before and view.balance(market.quote).free >= 20:
            yield BuyNow(market.symbol, Decimal("20.00"))
        if market.mark < before and view.balance(market.base).free >= Decimal("0.02"):
            yield SellNow(market.symbol, Decimal("0.02"))


server = sys.argv[1] if len(sys.argv) > 1 else "ws://127.0.0.1:9877"
play(server, "my-bot", think)
