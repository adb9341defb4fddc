package io.botpit.bots.exchange;

import io.botpit.bots.Balance;
import io.botpit.bots.Market.Level;
import io.botpit.bots.Phase;
import io.botpit.bots.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an exchange tells unasked. Immutable. Moments are on the exchange's clock. */
public sealed interface ExchangeEvent {
    /** Ready for use: the snapshots were told before this. Again after each lost connection, and in each new game. */
    record Connected(List<Instrument> instruments) implements ExchangeEvent {
        public Connected {
            instruments = List.copyOf(instruments);
        }
    }

    /**
     * The connection is lost, or was closed.
     *
     * @param forGood it is not sought anew
     */
    record Disconnected(String reason, boolean forGood) implements ExchangeEvent {}

    /**
     * Something went wrong that no future tells.
     *
     * @param code {@code listener}: one of the listeners threw; {@code connection}: it does not go as it should; {@code gap}:
     *     something was lost on the way, what stands comes anew
     */
    record Trouble(String code, String message) implements ExchangeEvent {}

    /**
     * A book, whole, after a change.
     *
     * @param sequence grows with each change; what was missed in between is in the book
     */
    record BookUpdate(long sequence, Book book) implements ExchangeEvent {}

    /**
     * Two orders traded.
     *
     * @param taker the side that came later
     */
    record Trade(String symbol, BigDecimal price, BigDecimal size, Side taker, Instant at) implements ExchangeEvent {}

    /**
     * How a market stands.
     *
     * @param bid best price to sell at; null: nobody buys, or the exchange shows no book
     * @param ask best price to buy at; null likewise
     * @param last the last trade's; null: none was seen
     * @param mark the price that counts for the score; null: the exchange has none
     */
    record Ticker(
            String symbol,
            @Nullable Level bid,
            @Nullable Level ask,
            @Nullable BigDecimal last,
            @Nullable BigDecimal mark)
            implements ExchangeEvent {}

    /**
     * The trades of one stretch of time. Told after each trade in it, so the last one told of a stretch is final; after a
     * connection began in the middle of a stretch, only of the trades since then.
     *
     * @param start a whole multiple of the period since 1970
     * @param volume in the base asset
     * @param vwap volume-weighted mean of the prices, two decimals more than these
     */
    record Bar(
            String symbol,
            Duration period,
            Instant start,
            BigDecimal open,
            BigDecimal high,
            BigDecimal low,
            BigDecimal close,
            BigDecimal volume,
            BigDecimal vwap)
            implements ExchangeEvent {}

    /** All own open orders, after a connection began or something was missed. */
    record OpenOrders(List<Order> orders) implements ExchangeEvent {
        public OpenOrders {
            orders = List.copyOf(orders);
        }
    }

    /**
     * An own order changed.
     *
     * @param cause of a cancellation, as the exchange says it; else null
     */
    record OrderUpdate(Order order, @Nullable String cause) implements ExchangeEvent {}

    /**
     * An own order traded, in part or completely. Balances change by {@link Positions} alone.
     *
     * @param id of this side of the trade
     * @param maker whether the own order rested
     * @param fee taken from what was received; zero: none
     */
    record Fill(
            String id,
            String orderId,
            String symbol,
            Side side,
            BigDecimal price,
            BigDecimal size,
            boolean maker,
            BigDecimal fee)
            implements ExchangeEvent {}

    /**
     * Something was booked on an own account.
     *
     * @param amount negative: it left
     * @param note the id of the fill
     * @param at null: the exchange does not say, and it was before the connection began
     */
    record Transaction(
            Kind kind,
            String asset,
            BigDecimal amount,
            String note,
            @Nullable Instant at) implements ExchangeEvent {
        /** Why. */
        public enum Kind {
            TRADE,
            FEE,
            DEPOSIT,
            WITHDRAWAL,
            ADJUSTMENT
        }
    }

    /** All own balances by asset, after a change. */
    record Positions(Map<String, Balance> balances) implements ExchangeEvent {
        public Positions {
            balances = Collections.unmodifiableMap(new LinkedHashMap<>(balances));
        }
    }

    /** The table, best first. */
    record Standings(List<Row> rows) implements ExchangeEvent {
        public Standings {
            rows = List.copyOf(rows);
        }

        /**
         * One player.
         *
         * @param place 1 is best; equal scores share a place
         * @param equity all that is owned, in the quote asset of the first instrument
         * @param score equity minus what the start was worth
         */
        public record Row(int place, String name, BigDecimal equity, BigDecimal score) {}
    }

    /**
     * Somebody said something to everybody.
     *
     * @param from null: the referee
     */
    record Chat(@Nullable String from, String text) implements ExchangeEvent {}

    /**
     * Where the game stands.
     *
     * @param endsAt null: no end is in sight
     */
    record GameState(Phase phase, @Nullable Instant endsAt) implements ExchangeEvent {}
}
