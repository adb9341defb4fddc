package io.botpit.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What was measured in turn: one of each in each round, so that a slow moment of the machine meets all. */
final class Rounds<T> {
    private final Map<String, List<T>> measured = new LinkedHashMap<>();

    void add(String name, T one) {
        measured.computeIfAbsent(name, _ -> new ArrayList<>()).add(one);
    }

    double median(String name, ToDoubleFunction<T> what) {
        return Spread.of(of(name).stream().mapToDouble(what).toArray()).median();
    }

    /** What is told of each, and in which unit. */
    record Measure<T>(String unit, ToDoubleFunction<T> value) {}

    /** One beside another. */
    Figure figure(String title, String name, String other, Measure<T> measure) {
        return new Figure(
                title,
                median(name, measure.value),
                measure.unit,
                median(other, measure.value),
                ratio(name, other, measure.value));
    }

    /** One by the other, round by round. */
    Spread ratio(String over, String under, ToDoubleFunction<T> what) {
        List<T> ours = of(over);
        List<T> theirs = of(under);
        double[] ratios = new double[ours.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = what.applyAsDouble(ours.get(i)) / what.applyAsDouble(theirs.get(i));
        }
        return Spread.of(ratios);
    }

    private List<T> of(String name) {
        return measured.getOrDefault(name, List.of());
    }
}
