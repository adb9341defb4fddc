package io.botpit.server.cli;

import io.botpit.protocol.rest.ClosingRequest;
import io.botpit.protocol.rest.LimitsRequest;
import io.botpit.protocol.rest.OpenRequest;
import io.botpit.server.config.ConfigProblem;
import io.botpit.server.config.LimitsSetup;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The game that {@code botpit admin open} asks for. */
final class OpenOptions {
    private static final int MILLIS_PER_SECOND = 1_000;
    private static final ClosingRequest AS_IT_IS = new ClosingRequest(null, null, null, null, null, null, null);

    @Option(names = "--title", paramLabel = "TITLE", description = "For people; default: the preset's name.")
    private @Nullable String title;

    @Option(names = "--preset", paramLabel = "NAME", description = "Rules: classic (default), open-market or ranked.")
    private @Nullable String preset;

    @Option(names = "--scenario", paramLabel = "NAME", description = "World to play in; default: none.")
    private @Nullable String scenario;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            description = "Its length, counted from its start; default: the preset's.")
    private @Nullable Integer seconds;

    @Option(
            names = "--user-limit",
            paramLabel = "COUNT",
            description = "How many users it takes, house bots aside; default: any number.")
    private @Nullable Integer userLimit;

    @Option(
            names = "--whitelist",
            paramLabel = "a,b",
            split = ",",
            description = "Who may play; it starts when all are connected.")
    private @Nullable List<String> whitelist;

    @Option(
            names = "--valuation",
            paramLabel = "NAME",
            description = "What coins count as at the end: last-mark, reference, book-loo or liquidate.")
    private @Nullable String valuation;

    @Option(names = "--closing-window", paramLabel = "SECONDS", description = "Closing window before the earliest end.")
    private @Nullable Integer window;

    @Option(
            names = "--closing-spread",
            paramLabel = "SECONDS",
            description = "How much before the time limit it may end, by chance.")
    private @Nullable Integer spread;

    @Option(
            names = "--closing-calm",
            paramLabel = "SECONDS",
            description = "So long before the earliest end what trades at once only reduces a position.")
    private @Nullable Integer calm;

    @Option(
            names = "--closing-impact",
            paramLabel = "PERMILLE",
            description = "Haircut of a left-over as large as the depth, per clamp.")
    private @Nullable Integer impact;

    @Option(
            names = "--closing-clamp",
            paramLabel = "PERMILLE",
            description = "How far the closing average may lie from the one before it.")
    private @Nullable Integer clamp;

    @Option(
            names = "--closing-position",
            paramLabel = "PERCENT",
            description = "What is left of the position limit in the closing window.")
    private @Nullable Integer position;

    @Option(
            names = "--position-max",
            paramLabel = "COIN=AMOUNT,...",
            description = "Most coins that a player may own with his open buys, e.g. BTC=50,ETH=400.")
    private @Nullable String positions;

    @Option(
            names = "--notional-max",
            paramLabel = "USD",
            description = "What all open orders of a player may be worth, price times size.")
    private @Nullable BigDecimal notional;

    @Option(names = "--orders-max", paramLabel = "COUNT", description = "Open orders of a player; default: 5000.")
    private @Nullable Integer orders;

    @Option(names = "--paused", description = "Let it wait for start.")
    private boolean paused;

    @Option(names = "--default", description = "Make it the default game: connected players go over to it.")
    private boolean isDefault;

    OpenRequest request() {
        List<@Nullable String> names = whitelist == null ? null : List.copyOf(whitelist);
        OpenRequest.Users users = new OpenRequest.Users(userLimit, names);
        return new OpenRequest(title, preset, scenario, seconds, users, paused, closing(), limits(), isDefault);
    }

    private @Nullable LimitsRequest limits() {
        if (positions == null && notional == null && orders == null) {
            return null;
        }
        try {
            return new LimitsRequest(
                    positions == null ? null : new LinkedHashMap<>(LimitsSetup.positions(positions)), notional, orders);
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem("--position-max: " + e.getMessage(), e);
        }
    }

    private @Nullable ClosingRequest closing() {
        ClosingRequest wanted =
                new ClosingRequest(valuation, millis(window), millis(spread), millis(calm), impact, clamp, position);
        return wanted.equals(AS_IT_IS) ? null : wanted;
    }

    private static @Nullable Integer millis(@Nullable Integer seconds) {
        return seconds == null ? null : Math.multiplyExact(seconds, MILLIS_PER_SECOND);
    }
}
