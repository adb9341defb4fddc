package io.botpit.protocol.rest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The report of a game that is over. Money is in the game's quote asset, exact; shares are 0 to 1.
 *
 * @param money the quote asset
 * @param seconds of play
 * @param bots in the order of the final table
 * @param pairs how many traded with each other
 * @param flows of these, those that moved most, the most first
 * @param flags what an organiser should look at
 * @param surprises of the bots that were rated, best first; none until the game counts for ratings, nor while the database is away
 */
public record ReportPage(
        String game,
        String money,
        long seconds,
        List<BotReport> bots,
        long pairs,
        List<FlowRow> flows,
        List<FlagRow> flags,
        List<SurpriseRow> surprises)
        implements RestBody {
    public ReportPage {
        bots = List.copyOf(bots);
        flows = List.copyOf(flows);
        flags = List.copyOf(flags);
        surprises = List.copyOf(surprises);
    }

    /** The same with what the ratings say of it. */
    public ReportPage with(List<SurpriseRow> known) {
        return new ReportPage(game, money, seconds, bots, pairs, flows, flags, known);
    }

    /**
     * One bot's part.
     *
     * @param score of a void game at the last mark
     * @param standing null: the game is void
     */
    public record BotReport(
            String game,
            String bot,
            boolean house,
            String score,
            @Nullable Standing standing,
            Attribution attribution,
            Figures figures,
            Conduct conduct) {}

    /**
     * Where it ended.
     *
     * @param worst the place without the trades of one other, if that is worse, else its place
     * @param without that other; null: there is none
     */
    public record Standing(int place, int worst, @Nullable String without) {}

    /** Where the score comes from; adds up to it. */
    public record Attribution(String spread, String markOut, String inventory, String fees, String settlement) {}

    /**
     * How it played.
     *
     * @param drawdown deepest fall of its score from a high
     * @param steadiness mean gain of a slice over its deviation, times the root of the number of slices
     * @param fillRatio orders that traded, of all
     * @param timeInPosition of the time of play
     * @param uptime of the time of play, with a connection to the game
     * @param rejects by reason
     */
    public record Figures(
            String drawdown,
            double steadiness,
            String turnover,
            double makerShare,
            double fillRatio,
            double timeInPosition,
            double uptime,
            Map<String, Long> rejects) {
        public Figures {
            rejects = Collections.unmodifiableMap(new LinkedHashMap<>(rejects));
        }
    }

    /**
     * How it behaved towards the others.
     *
     * @param hastyShare of its orders, those it cancelled within 250 ms
     * @param edge of its turnover, what its trades were worth after five seconds
     * @param partner with whom it traded most
     */
    public record Conduct(
            long orders,
            long trades,
            double orderToTrade,
            double hastyShare,
            long preventedSelfTrades,
            double edge,
            @Nullable String partner,
            double partnerShare) {}

    /**
     * What one gained from another.
     *
     * @param deviations against what other pairs moved
     * @param share of all that it gained from anybody
     * @param net of what they traded, the part that did not go back and forth
     */
    public record FlowRow(
            String game,
            String to,
            String from,
            String amount,
            String volume,
            long trades,
            double deviations,
            double share,
            double net) {}

    /**
     * Something an organiser should look at.
     *
     * @param rule {@code feeding}, {@code round_trips} or {@code layering}
     * @param with null: it is about one bot alone
     * @param says the rule with its thresholds, for people
     */
    public record FlagRow(
            String game, String rule, String bot, @Nullable String with, String says) {}

    /**
     * The place of a bot against what the ratings before the game foretold.
     *
     * @param place among those who were rated, half of one for each with whom it tied
     * @param expected the mean of what was foretold
     * @param deviations how much better than expected, in standard deviations; below zero: worse
     * @param games its newest ones up to this one, at most 20
     * @param overall the deviations of those together
     */
    public record SurpriseRow(
            String game, String bot, double place, double expected, double deviations, int games, double overall) {}
}
