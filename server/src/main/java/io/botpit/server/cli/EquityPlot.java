package io.botpit.server.cli;

import io.botpit.game.GameTime;
import io.botpit.game.Standing;
import io.botpit.game.control.GameView;
import io.botpit.game.money.Asset;
import io.botpit.server.feed.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The scores of a game over its time, drawn with the places at its end. One thread. */
final class EquityPlot {
    private static final int ROWS = 14;
    private static final int COLUMNS = 64;
    private static final int LABEL_CHARS = 14;

    /** One digit each. */
    private static final int LINES_MAX = 9;

    private static final double MICROS_PER_SECOND = 1e6;

    /** When there are more, every second goes, and those that come are as far apart as those that stay. */
    private static final int VIEWS_MAX = 8 * COLUMNS;

    private List<GameView> views = new ArrayList<>();
    private long apartMicros;
    private @Nullable GameView last;

    /** Later than the one before; what was before the start of the game is not drawn. */
    void add(GameView view) {
        if (view.clock().startedAt() == null) {
            return;
        }
        last = view;
        if (!views.isEmpty() && view.now().microsSince(views.getLast().now()) < apartMicros) {
            return;
        }
        views.add(view);
        if (views.size() == VIEWS_MAX) {
            views = IntStream.range(0, VIEWS_MAX / 2)
                    .mapToObj(half -> views.get(2 * half))
                    .collect(Collectors.toCollection(ArrayList::new));
            apartMicros = views.getLast().now().microsSince(views.getFirst().now()) / views.size();
        }
    }

    /** Nothing where there is nothing to draw. */
    List<String> lines() {
        GameView end = last;
        if (views.size() < 2 || end == null || end.standings().isEmpty()) {
            return List.of();
        }
        Map<String, double[]> curves = curves(end);
        double top =
                curves.values().stream().flatMapToDouble(Arrays::stream).max().orElse(0);
        double bottom =
                curves.values().stream().flatMapToDouble(Arrays::stream).min().orElse(0);
        if (top == bottom) {
            return List.of();
        }
        char[][] grid = new char[ROWS][COLUMNS];
        Arrays.stream(grid).forEach(row -> Arrays.fill(row, ' '));
        int zero = row(Math.clamp(0, bottom, top), bottom, top);
        Arrays.fill(grid[zero], '.');
        int place = 0;
        for (double[] curve : curves.values()) {
            char mark = (char) ('1' + place++);
            for (int column = 0; column < COLUMNS; column++) {
                int row = row(curve[column], bottom, top);
                // Whoever is ahead at the end is seen where two meet.
                grid[row][column] = grid[row][column] == ' ' || grid[row][column] == '.' ? mark : grid[row][column];
            }
        }
        List<String> lines = new ArrayList<>(drawn(grid, bottom, top));
        lines.addAll(legend(end, List.copyOf(curves.keySet())));
        return lines;
    }

    private Map<String, double[]> curves(GameView end) {
        Map<String, double[]> curves = new LinkedHashMap<>();
        List<GameView> columns = columns(end);
        Asset money = end.rules().firstInstrument().quote();
        for (Standing standing : end.standings().stream().limit(LINES_MAX).toList()) {
            double[] curve = new double[COLUMNS];
            for (int column = 0; column < COLUMNS; column++) {
                curve[column] = columns.get(column).standings().stream()
                        .filter(row -> row.player().equals(standing.player()))
                        .mapToDouble(row -> Figures.money(money, row.score()).doubleValue())
                        .findFirst()
                        .orElse(0);
            }
            curves.put(standing.name(), curve);
        }
        return curves;
    }

    /** How it stood at the time of each column. */
    private List<GameView> columns(GameView end) {
        List<GameView> columns = new ArrayList<>();
        int view = 0;
        for (int column = 0; column < COLUMNS - 1; column++) {
            long micros = playedMicros(end) * column / (COLUMNS - 1);
            while (view + 1 < views.size() && playedMicros(views.get(view + 1)) <= micros) {
                view++;
            }
            columns.add(views.get(view));
        }
        columns.add(end);
        return columns;
    }

    private static long playedMicros(GameView view) {
        GameTime began = view.clock().startedAt();
        return began == null ? 0 : view.now().microsSince(began);
    }

    private static int row(double value, double bottom, double top) {
        return (int) Math.round((ROWS - 1) * (top - value) / (top - bottom));
    }

    private static List<String> drawn(char[][] grid, double bottom, double top) {
        List<String> lines = new ArrayList<>(List.of("", "  Score in USD over the game"));
        for (int row = 0; row < ROWS; row++) {
            boolean labelled = row == 0 || row == ROWS - 1;
            String label = labelled ? String.format(Locale.ROOT, "%+,.2f", row == 0 ? top : bottom) : "";
            lines.add(" ".repeat(Math.max(0, LABEL_CHARS - label.length())) + label + " |"
                    + new String(grid[row]).stripTrailing());
        }
        lines.add(" ".repeat(LABEL_CHARS) + " +" + "-".repeat(COLUMNS));
        return lines;
    }

    private static List<String> legend(GameView last, List<String> names) {
        List<String> lines = new ArrayList<>();
        String end = Math.round(playedMicros(last) / MICROS_PER_SECOND) + " s";
        lines.add(" ".repeat(LABEL_CHARS + 2) + "0 s" + " ".repeat(COLUMNS - 3 - end.length()) + end);
        for (int place = 0; place < names.size(); place++) {
            lines.add(" ".repeat(LABEL_CHARS + 2) + (place + 1) + "  " + names.get(place));
        }
        return lines;
    }
}
