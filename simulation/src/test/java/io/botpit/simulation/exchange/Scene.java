package io.botpit.simulation.exchange;

import io.botpit.bots.Arena;
import io.botpit.bots.BotSettings;
import io.botpit.bots.Side;
import io.botpit.bots.Tokens;
import io.botpit.bots.exchange.ExchangeClient;
import io.botpit.bots.exchange.Order;
import io.botpit.bots.exchange.OrderRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What happens in the market of each contract: bob offers, ann buys a part of it and leaves a bid behind, so that the mark
 * lies at 955; bob greets.
 *
 * @param bid ann's, open
 */
record Scene(Order bid) {
    static final String BTC = "BTC/USD";
    static final BigDecimal PRICE = new BigDecimal("1010.00");
    static final BigDecimal SIZE = new BigDecimal("0.2");
    static final BigDecimal BID = new BigDecimal("900.00");
    static final BotSettings SETTINGS = BotSettings.standard().withBeat(Duration.ofMillis(50));

    static Scene play(ExchangeClient ann, ExchangeClient bob) throws Exception {
        get(bob.place(OrderRequest.limit(BTC, Side.SELL, PRICE, new BigDecimal("0.5"))));
        Order bought = get(ann.place(OrderRequest.market(BTC, Side.BUY, SIZE)));
        if (bought.id().isEmpty()) {
            throw new AssertionError("an order without an id");
        }
        get(bob.say("good luck"));
        return new Scene(get(ann.place(
                OrderRequest.limit(BTC, Side.BUY, BID, new BigDecimal("0.1")).withClientOrderId("anns-bid"))));
    }

    static Arena.Login login(String name) {
        return new Arena.Login(name, Tokens.inMemory());
    }

    /** A client that is ready. */
    static ExchangeClient connected(ExchangeClient client) throws Exception {
        get(client.connect());
        return client;
    }

    static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }
}
