package io.botpit.bots.exchange;

import io.botpit.bots.Balance;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * An exchange, whichever it is: the same calls and events for all. {@link Botpit} and {@link Replay} are the doors to those
 * there are. What each of them promises:
 *
 * <ul>
 *   <li><b>Calls</b> may be made by any thread and do not block. What {@link #capabilities} does not name fails with {@link
 *       ExchangeException.NotSupported}; every other failure is an {@link ExchangeException}, too, and no future is left
 *       open: it ends with the answer, the time limit (10 s for each question that it takes), or {@link #close}. What was not
 *       sent by then never is.
 *   <li><b>A lost connection</b> is sought anew with growing pauses, up to 15 s; what was missed is made up for by a
 *       resume or by snapshots. A call waits for the connection as long as its time limit allows. One that was cut off is
 *       made again where that cannot do it twice; orders are such calls by their client order id. In another game than the one
 *       in which it was wished nothing is placed, cancelled or said: that fails with {@code game_left}.
 *   <li><b>Rates.</b> Calls are spread over time so that a player with one client stays below the exchange's limit. Who
 *       meets it all the same gets its refusal, and the client is quiet for a second.
 *   <li><b>Numbers.</b> Money is exact; prices are in the quote asset, sizes in the base asset. Times are the exchange's.
 *   <li><b>Order.</b> Books are sorted, best first. Lists of the past are oldest first. An order that was placed has its id.
 *   <li><b>Events</b> come by one thread at a time, in the order in which they happened; it may not be blocked. It completes
 *       futures, too; those of the past that is read over REST are completed by another, those whose time is up by a timer.
 *       A listener that throws is told as a {@code Trouble} and goes on listening. The sequence of books grows; a gap in what
 *       the exchange sends is told as a {@code Trouble}, too, never shows in a book, and is filled by a snapshot.
 * </ul>
 */
public interface ExchangeClient extends AutoCloseable {
    /** What an exchange may be able to do: calls that it answers. */
    enum Capability {
        MARKETS,
        TICKER,
        BOOK,
        TRADE_HISTORY,
        BAR_HISTORY,
        POSITIONS,
        OPEN_ORDERS,
        TRANSACTION_HISTORY,
        TRADING,
        ORDER_TEST,
        STANDINGS,
        CHAT,
        ADDRESSES,
        WITHDRAWAL
    }

    /** Where a client is in its life. */
    enum State {
        NEW,
        CONNECTING,
        CONNECTED,
        CLOSED
    }

    /** What can be called here; the same for the life of the client. */
    Set<Capability> capabilities();

    State state();

    /** Who wants to hear what happens, from now on. To be called before {@link #connect}, for who wants all of it. */
    void listen(Consumer<ExchangeEvent> listener);

    /** Begins. Done when the exchange is ready for use, with its first {@code Connected}; fails if it turns us away. */
    CompletableFuture<Void> connect();

    /** Ends: open calls fail soon, a last {@code Disconnected} is told. Open orders stay. May be called again. */
    @Override
    void close();

    /** All that is traded; the first is the one whose quote asset scores are in. */
    CompletableFuture<List<Instrument>> markets();

    default CompletableFuture<ExchangeEvent.Ticker> ticker(String symbol) {
        return unsupported(Capability.TICKER);
    }

    /** The book, at least its 500 best levels on each side. */
    default CompletableFuture<Book> book(String symbol) {
        return unsupported(Capability.BOOK);
    }

    /** Trades from a moment on up to another, oldest first. */
    default CompletableFuture<List<ExchangeEvent.Trade>> tradeHistory(String symbol, Instant from, Instant to) {
        return unsupported(Capability.TRADE_HISTORY);
    }

    /**
     * Open, high, low, close and volume, oldest first; stretches without a trade have no bar.
     *
     * @param period a whole number of seconds
     * @param from bars that start then or later
     * @param to and before this
     */
    default CompletableFuture<List<ExchangeEvent.Bar>> barHistory(
            String symbol, Duration period, Instant from, Instant to) {
        return unsupported(Capability.BAR_HISTORY);
    }

    /** The highest price on the exchange's grid that is not above this one: a bid stays on its side. */
    default CompletableFuture<BigDecimal> roundBid(String symbol, BigDecimal price) {
        return instrument(symbol).thenApply(one -> one.roundBid(price));
    }

    /** The lowest price on the grid that is not below this one. */
    default CompletableFuture<BigDecimal> roundAsk(String symbol, BigDecimal price) {
        return instrument(symbol).thenApply(one -> one.roundAsk(price));
    }

    /** One of the {@link #markets}; refused with {@code unknown_symbol} if it is not there. */
    default CompletableFuture<Instrument> instrument(String symbol) {
        return markets()
                .thenApply(all -> all.stream()
                        .filter(one -> one.symbol().equals(symbol))
                        .findFirst()
                        .orElseThrow(() -> new ExchangeException("unknown_symbol", "nothing called " + symbol, null)));
    }

    /** Own balances by asset. */
    default CompletableFuture<Map<String, Balance>> positions() {
        return unsupported(Capability.POSITIONS);
    }

    default CompletableFuture<List<Order>> openOrders() {
        return unsupported(Capability.OPEN_ORDERS);
    }

    /**
     * Places an order; the answer is the order before it traded. The same client order id with the same terms places one
     * order, however often it is sent, and has the same answer.
     */
    default CompletableFuture<Order> place(OrderRequest order) {
        return unsupported(Capability.TRADING);
    }

    /** Takes an order back; refused with {@code unknown_order} if it is gone. */
    default CompletableFuture<Void> cancel(String orderId) {
        return unsupported(Capability.TRADING);
    }

    /** Whether an order would be taken now: done, or refused as {@link #place} would be. Nothing is placed. */
    default CompletableFuture<Void> test(OrderRequest order) {
        return unsupported(Capability.ORDER_TEST);
    }

    /** What was booked on own accounts from a moment on up to another; entries without a time are older than any. */
    default CompletableFuture<List<ExchangeEvent.Transaction>> transactionHistory(Instant from, Instant to) {
        return unsupported(Capability.TRANSACTION_HISTORY);
    }

    default CompletableFuture<List<ExchangeEvent.Standings.Row>> standings() {
        return unsupported(Capability.STANDINGS);
    }

    /** Says something to everybody. */
    default CompletableFuture<Void> say(String text) {
        return unsupported(Capability.CHAT);
    }

    /** Where an asset can be deposited. */
    default CompletableFuture<String> currentAddress(String asset) {
        return unsupported(Capability.ADDRESSES);
    }

    /** Likewise, a fresh one. */
    default CompletableFuture<String> newAddress(String asset) {
        return unsupported(Capability.ADDRESSES);
    }

    /** Pays out; the exchange's id of the withdrawal. */
    default CompletableFuture<String> withdraw(String asset, BigDecimal amount, String address) {
        return unsupported(Capability.WITHDRAWAL);
    }

    private static <T> CompletableFuture<T> unsupported(Capability capability) {
        return CompletableFuture.failedFuture(new ExchangeException.NotSupported(capability));
    }
}
