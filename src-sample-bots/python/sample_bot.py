"""A trading bot in one file:   python3 sample_bot.py ws://127.0.0.1:9877 my-bot

Needs Python 3.10 and `websockets` (Debian: apt install python3-websockets; elsewhere: pip install websockets).
It buys a little while the price rises, sells a little while it falls, and makes small offers all the time.
"""
import asyncio, contextlib, json, pathlib, sys, websockets


async def ask(socket, command, **params):
    """Sends a command and waits for its reply: each gets exactly one, in order. None if the server refuses."""
    await socket.send(json.dumps({"cmd": command, "params": params}))
    reply = json.loads(await socket.recv())
    print(f"{command}: {reply['message']}", flush=True)
    return reply if reply["status"] else None


async def log_in(socket, name):
    """The first time we register and keep the token we get; from then on it proves that the name is ours."""
    file = pathlib.Path(f"{name}.token")
    if file.exists() and await ask(socket, "auth", username=name, token=file.read_text()):
        return
    registered = await ask(socket, "register", username=name)
    if registered is None:
        sys.exit(f"cannot play as {name}")
    file.write_text(registered["data"])


async def trade(socket, average):
    """One turn. The average is that of the price over the last ten turns or so; returns the new one."""
    answer, orders = await ask(socket, "price"), await ask(socket, "orders")
    if answer is None or orders is None:
        return average  # the game has not begun, is paused, or is over
    price = float(answer["data"])
    average = average or price
    for offer in orders["data"]["maker"]:
        await ask(socket, "cancel", order_id=offer["id"])  # withdraw old offers
    if price > average * 1.001:
        await ask(socket, "buy_market", amount="50.00")  # dollars to spend
    if price < average * 0.999:
        await ask(socket, "sell_market", amount="0.05")  # coins to sell
    await ask(socket, "buy", price=f"{price * 0.998:.2f}", size="0.02")  # new offers, a bit lower
    await ask(socket, "sell", price=f"{price * 1.002:.2f}", size="0.02")  # and a bit higher
    return average + (price - average) / 10


async def play(url, name):
    async for socket in websockets.connect(url):  # connects again when the connection is lost
        try:
            await log_in(socket, name)
            average = None
            while True:
                average = await trade(socket, average)
                await asyncio.sleep(0.5)
        except websockets.ConnectionClosed:
            print("connection lost", flush=True)


with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C ends it
    asyncio.run(play(sys.argv[1], sys.argv[2]))
