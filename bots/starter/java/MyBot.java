import io.botpit.bots.*;

// A trading bot:   java -cp botpit-sdk.jar MyBot.java ws://127.0.0.1:9877
// It buys a little while the price is above its average, and sells a little while it is below.
double average; // of the price, over the last ten beats or so; the first beat buys

void main(String[] args) {
    URI server = URI.create(args.length > 0 ? args[0] : "ws://127.0.0.1:9877");
    Bot bot = new Bot("my-bot", Tokens.inFile(Path.of("my-bot.token")), this::think);
    BotSettings settings = BotSettings.standard().withLog(IO::println);
    IO.println(new BotRunner(WebSocketWire.to(server), bot, settings).run().why());
}

/** Called for everything that happens, in order; what it returns is sent to the exchange. */
List<Wish> think(View view, Update update) {
    if (update instanceof Update.Filled fill) IO.println(fill.side() + " " + fill.size() + " at " + fill.price());
    if (update instanceof Update.Refused no) IO.println("refused, " + no.code() + ": " + no.message());
    return update instanceof Update.Beat && view.running() ? trade(view, view.markets().getFirst()) : List.of();
}

List<Wish> trade(View view, Market market) {
    double price = market.mark().doubleValue(), before = average;
    average = before == 0 ? price : before + (price - before) / 10;
    if (price > before && view.balance(market.quote()).free().doubleValue() >= 20)
        return List.of(new Wish.BuyNow(market.symbol(), new BigDecimal("20.00")));
    if (price < before && view.balance(market.base()).free().doubleValue() >= 0.02)
        return List.of(new Wish.SellNow(market.symbol(), new BigDecimal("0.02")));
    return List.of();
}
