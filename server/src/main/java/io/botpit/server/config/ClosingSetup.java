package io.botpit.server.config;

import io.botpit.game.rules.Closing;
import io.botpit.game.rules.Valuation;
import org.jspecify.annotations.Nullable;

/**
 * What differs from how a game of its preset and length closes; null: nothing does. Units as in {@link Closing}.
 */
public record ClosingSetup(
        @Nullable Valuation valuation,
        @Nullable Integer windowMillis,
        @Nullable Integer spreadMillis,
        @Nullable Integer calmMillis,
        @Nullable Integer impactPermille,
        @Nullable Integer clampPermille,
        @Nullable Integer positionPercent) {
    public static final ClosingSetup NONE = new ClosingSetup(null, null, null, null, null, null, null);

    /** {@link IllegalArgumentException} names the field that cannot be. */
    Closing over(Closing preset, long timeLimitMillis) {
        Valuation wanted = valuation == null ? preset.valuation() : valuation;
        Closing usual = Closing.ranked(wanted, timeLimitMillis);
        return new Closing(
                wanted,
                or(windowMillis, usual.windowMillis()),
                or(spreadMillis, usual.spreadMillis()),
                or(calmMillis, usual.calmMillis()),
                (int) or(impactPermille, usual.impactPermille()),
                (int) or(clampPermille, usual.clampPermille()),
                (int) or(positionPercent, usual.positionPercent()));
    }

    private static long or(@Nullable Integer given, long usual) {
        return given == null ? usual : given;
    }
}
