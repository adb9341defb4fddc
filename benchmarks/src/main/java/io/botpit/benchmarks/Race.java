package io.botpit.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Several books, each on its stream, in one JVM, turn by turn: in each round every one has a pass, so that a slow moment of the
 * machine meets all. Before the clock runs, each must show that it does what its stream demands, and has had passes that
 * do not count, since the JVM is still learning; what they took is told beside.
 */
final class Race {
    private static final int WARM_UP_ROUNDS = 3;

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Rounds<Pass> firstPasses = new Rounds<>();
    private final Rounds<Pass> passes = new Rounds<>();

    private record Entry(OrderStream stream, Supplier<Book> books) {
        Pass pass() {
            Book book = books.get();
            stream.filling().forEach(row -> book.apply(Told.of(row), (_, _, _, _) -> {}));
            return Pass.time(book, stream.mix());
        }
    }

    Race with(String name, OrderStream stream, Supplier<Book> book) {
        entries.put(name, new Entry(stream, book));
        return this;
    }

    Race run(int rounds) {
        entries.forEach((name, entry) -> entry.stream.check(name, entry.books.get()));
        for (int i = 0; i < WARM_UP_ROUNDS + rounds; i++) {
            Rounds<Pass> these = i < WARM_UP_ROUNDS ? firstPasses : passes;
            entries.forEach((name, entry) -> these.add(name, entry.pass()));
        }
        return this;
    }

    Rounds<Pass> passes() {
        return passes;
    }

    /** Speed and memory of each of them beside one, as figures. */
    List<Figure> figures(String reference) {
        return entries.keySet().stream()
                .flatMap(name -> figures(name, reference).stream())
                .toList();
    }

    private List<Figure> figures(String name, String other) {
        return List.of(
                rate(name + ", processor time", name, other, Pass::processorNanos),
                rate(name + ", wall time", name, other, Pass::wallNanos),
                firstPasses.figure(
                        name + ", first passes", name, other, new Rounds.Measure<>("ns", Pass::processorNanos)),
                Figure.of(name + ", allocated per command", passes.median(name, Pass::bytes), "bytes"));
    }

    private Figure rate(String title, String name, String other, ToDoubleFunction<Pass> cost) {
        return new Figure(
                title,
                1e3 / passes.median(name, cost),
                "million/s",
                1e3 / passes.median(other, cost),
                passes.ratio(other, name, cost));
    }
}
