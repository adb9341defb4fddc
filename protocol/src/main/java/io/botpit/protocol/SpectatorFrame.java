package io.botpit.protocol;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One frame of the page's feed; what is null is not written. Prices, sizes and amounts are decimal strings except in
 * candles and the race, which are drawn and not added up.
 *
 * @param type {@code snapshot}, {@code update} or {@code final}
 * @param seq the game's sequence that is in it
 * @param t when it was made, in epoch milliseconds
 * @param game in updates only if something of it changed
 * @param left what is left of the time limit, in milliseconds
 * @param log in updates only the new lines
 * @param ended in snapshots, whether the game is over
 */
public record SpectatorFrame(
        String type,
        long seq,
        long t,
        @Nullable Game game,
        @Nullable Long left,
        @JsonUnwrapped Market market,
        @JsonUnwrapped Field field,
        @Nullable List<LogLine> log,
        @JsonProperty("final") @Nullable Boolean ended) {

    /** A game as the page's head shows it. */
    public record Game(
            String id,
            String title,
            String preset,
            String phase,
            String mode,
            @JsonUnwrapped Clock clock,
            List<String> missing,
            @JsonUnwrapped Terms terms) {}

    /**
     * What a game is played for.
     *
     * @param open whether it is public while the game runs what single bots do
     * @param rated whether the result counts for ratings
     * @param batchMs how long the batches are in which commands are taken in; 0: in the order of their arrival
     * @param seedCommitment 64 hex digits, of a rated game
     * @param grant what everybody began with, by asset
     */
    public record Terms(
            boolean open,
            boolean rated,
            int batchMs,
            @Nullable String seedCommitment,
            Map<String, String> grant,
            List<Instrument> instruments) {}

    /**
     * The time of a game.
     *
     * @param startedAt epoch milliseconds, like {@code endsAt}
     * @param windowMs how long before the earliest end the closing window opens; null: there is none
     * @param spreadMs how much before {@code endsAt} the game may end; null: it does not
     */
    public record Clock(
            @Nullable Long startedAt,
            @Nullable Long endsAt,
            @Nullable Long leftMs,
            @Nullable Long timeLimitMs,
            @Nullable Long windowMs,
            @Nullable Long spreadMs) {}

    /** What is traded. */
    public record Instrument(String symbol, int priceDecimals, int sizeDecimals) {}

    /** All that is traded, by symbol; in updates only what changed. */
    public record Market(
            @Nullable Map<String, String> marks,
            @Nullable Map<String, Book> books,
            @Nullable List<Trade> trades,
            @Nullable Map<String, List<Candle>> candles) {}

    /** The best levels of a book, best first, each a price and a size. */
    public record Book(List<List<String>> bids, List<List<String>> asks) {}

    /** A trade; {@code side} is the taker's. */
    public record Trade(long seq, long t, String symbol, String price, String size, String side) {}

    /** A bar of the chart, written as an array; {@code t} is in epoch seconds. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Candle(
            long t, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume) {}

    /**
     * Who plays, and who looks on.
     *
     * @param standings in updates all rows, if any changed
     * @param race a list of {@link RacePoint} in snapshots, the newest one in updates
     * @param cause why it ended, in the last frame
     * @param viewers how many pages show it now
     */
    public record Field(
            @Nullable List<Row> standings,
            @Nullable Object race,
            @Nullable String cause,
            @Nullable Integer viewers) {}

    /** A row of the standings; {@code wallet} is all that is owned, by asset. */
    public record Row(
            int place,
            String name,
            boolean house,
            String equity,
            String score,
            Map<String, String> wallet,
            @JsonUnwrapped Conduct conduct) {}

    /**
     * How a player gets on.
     *
     * @param openOrders null while it is nobody's business whose orders are in the book
     * @param rejects refused commands so far
     * @param state {@code ok}, {@code away}, {@code moved} (to another game) or {@code frozen}
     * @param roundTripMs of the newest ping over the bot's connection; null: none came back yet
     * @param answerMs null: there was none yet
     */
    public record Conduct(
            @Nullable Integer openOrders,
            long rejects,
            String state,
            @Nullable Double roundTripMs,
            @Nullable AnswerMs answerMs) {}

    /**
     * Milliseconds that half of the answers took at most, and 99 of 100, in the server; null: more than a second.
     */
    public record AnswerMs(@Nullable Double p50, @Nullable Double p99) {}

    /** Everybody's score at a moment. */
    public record RacePoint(long t, Map<String, BigDecimal> scores) {}

    /**
     * Something worth telling.
     *
     * @param kind such as {@code phase} or {@code lead}
     * @param bots the names of those it is about, maybe none
     */
    public record LogLine(long t, String text, String kind, List<String> bots) {}
}
