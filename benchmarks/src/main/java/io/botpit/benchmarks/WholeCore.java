package io.botpit.benchmarks;

import java.util.List;

/**
 * The same million commands through a whole game of a thousand players, with money, fees, events and invariants. The reference
 * is exchange-core's bare order book, which has nothing of that.
 */
final class WholeCore {
    private static final String OURS = "whole core";
    private static final String BOOK = "order book";
    private static final String REFERENCE = "exchange-core's bare book";

    private WholeCore() {}

    static List<Figure> run(Settings settings) {
        OrderStream stream = OrderStream.of(OrderStream.Shape.STANDARD);
        return new Race()
                .with(OURS, stream, () -> new BotpitCore(stream.nobody()))
                .with(BOOK, stream, BotpitBook::new)
                .with(REFERENCE, stream, ExchangeCoreBook::new)
                .run(settings.rounds())
                .figures(REFERENCE);
    }
}
