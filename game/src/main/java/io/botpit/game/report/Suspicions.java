package io.botpit.game.report;

import io.botpit.game.PlayerId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Raises the flags. The thresholds are measured on games of house bots with and without planted collusion, not taken from a
 * theory: {@code docs/integrity.md} has the rates.
 */
final class Suspicions {
    /** Fed is what is at least this part of a wallet, ... */
    static final double FED_WALLET_MIN = 0.025;

    /** ... so many robust deviations, ... */
    static final double FED_DEVIATIONS_MIN = 10;

    /** ... and this part of all that the one who gained won from anybody. */
    static final double FED_SHARE_MIN = 0.6;

    /** Back and forth went what left less than this part of it with somebody, ... */
    static final double ROUND_NET_MAX = 0.05;

    /** ... in so many trades, ... */
    static final long ROUND_TRADES_MIN = 20;

    /** ... and was at least this part of the turnover of both. */
    static final double ROUND_SHARE_MIN = 0.75;

    /** Layered is what is placed so often for each trade, ... */
    static final double LAYERED_RATIO_MIN = 20;

    /** ... so often at all, ... */
    static final long LAYERED_ORDERS_MIN = 50;

    /** ... and gone so soon in this part of all cases. */
    static final double LAYERED_HASTY_MIN = 0.5;

    private final List<BotReport> bots;
    private final List<Flow> flows;
    private final double wallet;
    private final Map<PlayerId, BigInteger> turnovers = new LinkedHashMap<>();

    /** @param wallet what everybody started with, in quote units */
    Suspicions(List<BotReport> bots, List<Flow> flows, double wallet) {
        this.bots = bots;
        this.flows = flows;
        this.wallet = wallet;
        bots.forEach(bot -> turnovers.put(bot.player(), bot.figures().turnover()));
    }

    List<Flag> flags() {
        List<Flag> flags = new ArrayList<>();
        for (Flow flow : flows) {
            if (isFed(flow)) {
                flags.add(new Flag(Flag.Rule.FEEDING, flow.to(), flow.from()));
            }
            if (isRoundTrip(flow)) {
                flags.add(new Flag(Flag.Rule.ROUND_TRIPS, flow.to(), flow.from()));
            }
        }
        bots.stream()
                .filter(bot -> isLayered(bot.conduct()))
                .forEach(bot -> flags.add(new Flag(Flag.Rule.LAYERING, bot.player(), null)));
        return flags;
    }

    private boolean isFed(Flow flow) {
        return flow.amount().doubleValue() >= FED_WALLET_MIN * wallet
                && flow.deviations() >= FED_DEVIATIONS_MIN
                && flow.share() >= FED_SHARE_MIN;
    }

    /** Where only two trade, they can but trade with each other: then there are no deviations either. */
    private boolean isRoundTrip(Flow flow) {
        return flow.net() < ROUND_NET_MAX
                && flow.trades() >= ROUND_TRADES_MIN
                && flows.size() > Findings.OTHERS_MIN
                && isMuch(flow, flow.to())
                && isMuch(flow, flow.from());
    }

    private boolean isMuch(Flow flow, PlayerId player) {
        return Takings.share(flow.volume(), turnovers.getOrDefault(player, BigInteger.ZERO)) >= ROUND_SHARE_MIN;
    }

    private static boolean isLayered(Conduct conduct) {
        return conduct.orders() >= LAYERED_ORDERS_MIN
                && conduct.orderToTrade() >= LAYERED_RATIO_MIN
                && conduct.hastyShare() >= LAYERED_HASTY_MIN;
    }
}
