package io.botpit.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * One number beside its reference of the same run.
 *
 * @param reference NaN: there is none
 * @param ratio how the two compare, pair by pair, if they were measured in turn
 */
record Figure(String name, double value, String unit, double reference, Spread ratio) {
    Figure(String name, double value, String unit, double reference) {
        this(name, value, unit, reference, Spread.of(value / reference));
    }

    static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, Double.NaN, Spread.NONE);
    }

    /** Prints figures as a table, or one JSON object a line. */
    static void print(List<Figure> figures, boolean json, Circumstances circumstances) {
        if (!json) {
            System.out.println(circumstances.row());
        }
        for (Figure figure : figures) {
            System.out.println(json ? figure.json(circumstances) : figure.row());
        }
    }

    private String row() {
        String row = String.format(Locale.ROOT, "%-44s %,12.2f %-10s", name, value, unit);
        if (Double.isNaN(reference)) {
            return row.strip();
        }
        row += String.format(Locale.ROOT, " reference %,12.2f  ratio %.2f", reference, ratio.median());
        return ratio.low() == ratio.high()
                ? row
                : row + String.format(Locale.ROOT, " (%.2f to %.2f)", ratio.low(), ratio.high());
    }

    private String json(Circumstances circumstances) {
        return String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"value\":%.4f,\"unit\":\"%s\",\"reference\":%s,\"ratio\":%s,\"ratio_low\":%s,"
                        + "\"ratio_high\":%s,%s}",
                name,
                value,
                unit,
                number(reference),
                number(ratio.median()),
                number(ratio.low()),
                number(ratio.high()),
                circumstances.json());
    }

    private static String number(double number) {
        return Double.isFinite(number) ? String.format(Locale.ROOT, "%.4f", number) : "null";
    }
}
