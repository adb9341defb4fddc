package io.botpit.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Several books on one stream, in one JVM, turn by turn: in each round every one has a pass, so that a slow moment of the
 * machine meets all. Before the clock runs, each must show that it does what the stream demands, and has had passes that
 * do not count.
 */
final class Race {
    private static final int WARM_UP_ROUNDS = 3;

    private final OrderStream stream;
    private final Map<String, Supplier<Book>> books = new LinkedHashMap<>();
    private final Map<String, List<Pass>> passes = new LinkedHashMap<>();

    Race(OrderStream stream) {
        this.stream = stream;
    }

    Race with(String name, Supplier<Book> book) {
        books.put(name, book);
        return this;
    }

    Race run(int rounds) {
        books.forEach((name, book) -> stream.check(name, book.get()));
        for (int i = 0; i < WARM_UP_ROUNDS + rounds; i++) {
            boolean counts = i >= WARM_UP_ROUNDS;
            books.forEach((name, book) -> {
                Pass pass = pass(book.get());
                if (counts) {
                    passes.computeIfAbsent(name, _ -> new ArrayList<>()).add(pass);
                }
            });
        }
        return this;
    }

    private Pass pass(Book book) {
        stream.filling().forEach(row -> book.apply(row, (_, _, _, _) -> {}));
        return Pass.time(book, stream.mix());
    }

    Spread of(String name, ToDoubleFunction<Pass> what) {
        return Spread.of(passes(name).stream().mapToDouble(what).toArray());
    }

    /** How many times as fast as the other one is, round by round. */
    Spread ratio(String name, String other, ToDoubleFunction<Pass> cost) {
        List<Pass> ours = passes(name);
        List<Pass> theirs = passes(other);
        double[] ratios = new double[ours.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = cost.applyAsDouble(theirs.get(i)) / cost.applyAsDouble(ours.get(i));
        }
        return Spread.of(ratios);
    }

    private List<Pass> passes(String name) {
        return passes.getOrDefault(name, List.of());
    }

    /** Speed and memory of one of them beside another, as figures. */
    List<Figure> figures(String name, String other) {
        return List.of(
                rate(name + ", processor time", name, other, Pass::processorNanos),
                rate(name + ", wall time", name, other, Pass::wallNanos),
                Figure.of(
                        name + ", allocated per command", of(name, Pass::bytes).median(), "bytes"));
    }

    private Figure rate(String title, String name, String other, ToDoubleFunction<Pass> cost) {
        return new Figure(
                title,
                1e3 / of(name, cost).median(),
                "million/s",
                1e3 / of(other, cost).median(),
                ratio(name, other, cost));
    }
}
