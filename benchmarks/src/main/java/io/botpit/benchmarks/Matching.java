package io.botpit.benchmarks;

import java.util.List;

/**
 * A million orders and cancels through our order book and through those of others; the reference is exchange-core's. Fills
 * and final book are the same for all.
 */
final class Matching {
    private static final String OURS = "order book";
    private static final String REFERENCE = "exchange-core";
    private static final String PARITY = "parity";
    private static final String BARE = "bare arrays";
    private static final String PLAIN = "collections of the JDK";

    private Matching() {}

    static List<Figure> run(Settings settings) {
        OrderStream stream = OrderStream.of(OrderStream.Shape.STANDARD);
        return new Race()
                .with(OURS, stream, BotpitBook::new)
                .with(REFERENCE, stream, ExchangeCoreBook::new)
                .with(PARITY, stream, ParityBook::new)
                .with(PLAIN, stream, PlainBook::new)
                .with(BARE, stream, BareBook::new)
                .run(settings.rounds())
                .figures(REFERENCE);
    }
}
