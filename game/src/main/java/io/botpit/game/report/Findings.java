package io.botpit.game.report;

import io.botpit.game.PlayerId;
import io.botpit.game.Standing;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws the conclusions once a game is over. One thread. */
final class Findings {
    private static final long MICROS_PER_SECOND = 1_000_000;

    /** Of a normal distribution, what a median of distances from the middle must be multiplied with for a deviation. */
    private static final double ROBUST = 1.482_6;

    /** What pairs usually move is taken to be at least this part of a wallet. */
    private static final double USUAL_MIN = 0.000_1;

    /** Fewer other pairs say nothing about what is usual. */
    static final int OTHERS_MIN = 2;

    private final Map<PlayerId, Bot> bots = new LinkedHashMap<>();
    private final Pairs pairs;
    private final double wallet;
    private final double[] amounts;
    private final Map<PlayerId, BigInteger> gained = new LinkedHashMap<>();

    /** Of each bot, the pair with most volume. */
    private final Map<PlayerId, Pair> closest = new LinkedHashMap<>();

    /** @param wallet what everybody started with, in quote units */
    Findings(Collection<Bot> bots, Pairs pairs, double wallet) {
        bots.forEach(bot -> this.bots.put(bot.id(), bot));
        this.pairs = pairs;
        this.wallet = wallet;
        amounts = pairs.all().stream()
                .mapToDouble(pair -> pair.amount().abs().doubleValue())
                .sorted()
                .toArray();
        for (Pair pair : pairs.all()) {
            Bot winner = pair.amount().signum() > 0 ? pair.first() : pair.second();
            gained.merge(winner.id(), pair.amount().abs(), BigInteger::add);
            closest.merge(pair.first().id(), pair, Findings::larger);
            closest.merge(pair.second().id(), pair, Findings::larger);
        }
    }

    /**
     * All there is to tell.
     *
     * @param table null: the game is void
     * @param micros of play
     */
    GameReport report(@Nullable List<Standing> table, long micros) {
        List<Flow> flows = pairs.all().stream()
                .map(this::flow)
                .sorted(Comparator.comparing(Flow::amount).reversed())
                .toList();
        List<BotReport> reports = table == null ? unranked(micros) : ranked(table, micros);
        List<Flag> flags = new Suspicions(reports, flows, wallet).flags();
        return new GameReport(micros / MICROS_PER_SECOND, reports, flows, flags);
    }

    private Flow flow(Pair pair) {
        boolean toFirst = pair.amount().signum() > 0;
        Bot to = toFirst ? pair.first() : pair.second();
        Bot from = toFirst ? pair.second() : pair.first();
        BigInteger amount = pair.amount().abs();
        return new Flow(
                to.id(),
                from.id(),
                amount,
                pair.volume(),
                pair.trades(),
                deviations(amount.doubleValue()),
                Takings.share(amount, gained.getOrDefault(to.id(), BigInteger.ZERO)),
                pair.net());
    }

    /** Against what the other pairs moved, of which one that is far off moves the median by a place only. */
    private double deviations(double amount) {
        int others = amounts.length - 1;
        if (others < OTHERS_MIN) {
            return 0;
        }
        int middle = others / 2;
        double median = amount <= amounts[middle] ? amounts[middle + 1] : amounts[middle];
        return amount / (ROBUST * Math.max(median, USUAL_MIN * wallet));
    }

    private List<BotReport> unranked(long micros) {
        return bots.values().stream()
                .map(bot -> report(bot, micros, bot.takings().attribution(null), null))
                .toList();
    }

    private List<BotReport> ranked(List<Standing> rows, long micros) {
        Map<PlayerId, RobustPlace> places = new RobustPlaces(rows, pairs.all()).places();
        List<BotReport> reports = new ArrayList<>();
        for (Standing row : rows) {
            Bot bot = bots.get(row.player());
            if (bot != null) {
                Attribution attribution =
                        bot.takings().attribution(BigInteger.valueOf(row.score().units()));
                reports.add(report(bot, micros, attribution, places.get(row.player())));
            }
        }
        return reports;
    }

    private BotReport report(Bot bot, long micros, Attribution attribution, @Nullable RobustPlace place) {
        return new BotReport(
                bot.id(),
                bot.name(),
                bot.house(),
                attribution.total(),
                place,
                bot.figures(micros),
                attribution,
                conduct(bot));
    }

    private Conduct conduct(Bot bot) {
        Pair most = closest.get(bot.id());
        Bot partner = most == null ? null : most.first() == bot ? most.second() : most.first();
        return new Conduct(
                bot.habits().orders(),
                bot.takings().trades(),
                bot.habits().preventedSelfTrades(),
                bot.habits().hasty(),
                bot.takings().edge(),
                partner == null ? null : partner.id(),
                most == null ? 0 : Takings.share(most.volume(), bot.takings().turnover()));
    }

    private static Pair larger(Pair one, Pair other) {
        return other.volume().compareTo(one.volume()) > 0 ? other : one;
    }
}
