package io.botpit.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One number beside its reference of the same run.
 *
 * @param reference NaN: there is none
 */
record Figure(String name, double value, String unit, double reference) {
    static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, Double.NaN);
    }

    /** Prints figures as a table or, if the arguments say {@code --json}, one object a line. */
    static void print(List<Figure> figures, String... arguments) throws IOException {
        boolean json = Arrays.asList(arguments).contains("--json");
        String commit = json ? commit() : "";
        for (Figure figure : figures) {
            System.out.println(json ? figure.json(commit) : figure.row());
        }
    }

    private String row() {
        String row = String.format(Locale.ROOT, "%-44s %,12.2f %-10s", name, value, unit);
        return Double.isNaN(reference)
                ? row.strip()
                : row + String.format(Locale.ROOT, " reference %,12.2f  ratio %.2f", reference, value / reference);
    }

    private String json(String commit) {
        Runtime runtime = Runtime.getRuntime();
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + runtime.availableProcessors() + " processors";
        String beside = Double.isNaN(reference)
                ? "\"reference\":null,\"ratio\":null"
                : String.format(Locale.ROOT, "\"reference\":%.4f,\"ratio\":%.4f", reference, value / reference);
        return String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"value\":%.4f,\"unit\":\"%s\",%s,\"commit\":\"%s\",\"jvm\":\"%s\",\"machine\":\"%s\"}",
                name,
                value,
                unit,
                beside,
                commit,
                Runtime.version(),
                machine);
    }

    private static String commit() throws IOException {
        Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
        try (var out = git.inputReader(StandardCharsets.UTF_8)) {
            return String.valueOf(out.readLine());
        }
    }
}
