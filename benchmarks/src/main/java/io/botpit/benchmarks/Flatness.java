package io.botpit.benchmarks;

import io.botpit.benchmarks.OrderStream.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Whether a command costs the same on a large book. <i>Beside</i>: the same commands, while many other orders rest that they
 * do not reach. <i>Among</i>: cancels name any of the many; then the memory of the machine is measured, too, since whatever is
 * touched was not touched for long. The reference of each figure is the first line of its book.
 */
final class Flatness {
    private static final int[] SIZES = {100, 1_000, 10_000, 100_000, 1_000_000};
    private static final int[] LEVELS = {10, 100, 1_000, 10_000, 100_000};
    private static final int BYSTANDERS = 200_000;
    private static final int SPREAD = 512;
    private static final Map<String, Supplier<Book>> BOOKS = books();

    private Flatness() {}

    static List<Figure> run(Settings settings) {
        Map<String, OrderStream> streams = streams();
        Race race = new Race();
        BOOKS.forEach((book, make) -> streams.forEach((place, stream) -> race.with(book + " " + place, stream, make)));
        race.run(settings.rounds());
        String first = streams.keySet().iterator().next();
        List<Figure> figures = new ArrayList<>();
        for (String book : BOOKS.keySet()) {
            for (String place : streams.keySet()) {
                figures.add(cost(race.passes(), book + " " + place, book + " " + first));
            }
        }
        return figures;
    }

    private static Map<String, Supplier<Book>> books() {
        Map<String, Supplier<Book>> books = new LinkedHashMap<>();
        books.put("order book", BotpitBook::new);
        books.put("exchange-core", ExchangeCoreBook::new);
        return books;
    }

    private static Map<String, OrderStream> streams() {
        Map<String, OrderStream> streams = new LinkedHashMap<>();
        OrderStream small = OrderStream.of(Shape.of(SIZES[0], SPREAD));
        for (int size : SIZES) {
            streams.put("beside " + size + " orders", small.beside(size, Math.min(size, SIZES[1])));
        }
        for (int levels : LEVELS) {
            streams.put("beside " + levels + " levels", small.beside(BYSTANDERS, levels));
        }
        for (int size : SIZES) {
            streams.put("among " + size + " orders", OrderStream.of(Shape.of(size, SPREAD)));
        }
        return streams;
    }

    private static Figure cost(Rounds<Pass> passes, String name, String base) {
        return passes.figure(name, name, base, new Rounds.Measure<>("ns", Pass::processorNanos));
    }
}
