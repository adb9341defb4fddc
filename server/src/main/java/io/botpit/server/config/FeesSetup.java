package io.botpit.server.config;

import io.botpit.game.rules.TradingRules;
import java.util.OptionalInt;

/** Fees in millionths, as far as they differ from the preset's. */
public record FeesSetup(OptionalInt makerPpm, OptionalInt takerPpm) {
    TradingRules over(TradingRules preset) {
        return new TradingRules(
                preset.quotesBehindMark(),
                preset.namedBook(),
                preset.readsWhilePaused(),
                preset.markRule(),
                preset.collarPermille(),
                makerPpm.orElse(preset.makerFeePpm()),
                takerPpm.orElse(preset.takerFeePpm()),
                preset.batchMillis());
    }
}
