package io.botpit.simulation.exchange;

import static io.botpit.simulation.exchange.Scene.BTC;

import io.botpit.bots.Side;
import io.botpit.bots.exchange.ExchangeClient;
import io.botpit.bots.exchange.ExchangeClient.Capability;
import io.botpit.bots.exchange.OrderRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** For each thing that a client may be able to do, a call that asks for it. */
final class Calls {
    static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
    static final OrderRequest ORDER =
            OrderRequest.limit(BTC, Side.BUY, new BigDecimal("800.00"), new BigDecimal("0.01"));

    private Calls() {}

    static Map<Capability, Supplier<CompletableFuture<?>>> of(ExchangeClient client) {
        Map<Capability, Supplier<CompletableFuture<?>>> calls = new EnumMap<>(Capability.class);
        calls.put(Capability.MARKETS, client::markets);
        calls.put(Capability.TICKER, () -> client.ticker(BTC));
        calls.put(Capability.BOOK, () -> client.book(BTC));
        calls.put(Capability.TRADE_HISTORY, () -> client.tradeHistory(BTC, Instant.EPOCH, FAR));
        calls.put(Capability.BAR_HISTORY, () -> client.barHistory(BTC, Duration.ofMinutes(1), Instant.EPOCH, FAR));
        calls.put(Capability.POSITIONS, client::positions);
        calls.put(Capability.OPEN_ORDERS, client::openOrders);
        calls.put(Capability.TRANSACTION_HISTORY, () -> client.transactionHistory(Instant.EPOCH, FAR));
        calls.put(Capability.TRADING, () -> client.cancel("none"));
        calls.put(Capability.ORDER_TEST, () -> client.test(ORDER));
        calls.put(Capability.STANDINGS, client::standings);
        calls.put(Capability.CHAT, () -> client.say("hello"));
        calls.put(Capability.ADDRESSES, () -> client.newAddress("BTC"));
        calls.put(Capability.WITHDRAWAL, () -> client.withdraw("BTC", BigDecimal.ONE, "somewhere"));
        return calls;
    }
}
