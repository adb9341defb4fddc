package io.botpit.server.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table of standings for people: names left, money right, two decimals. */
final class StandingsText {
    private static final int NAME_CHARS_MIN = 16;
    private static final int MONEY_CHARS = 16;

    private final List<Map<String, String>> rows;

    StandingsText(List<Map<String, String>> rows) {
        this.rows = List.copyOf(rows);
    }

    List<String> lines(String title) {
        int name = Math.max(
                NAME_CHARS_MIN,
                rows.stream()
                        .mapToInt(row -> row.getOrDefault("name", "").length())
                        .max()
                        .orElse(0));
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("  " + title);
        lines.add("  " + right("#", 3) + "  " + left("bot", name) + right("equity USD", MONEY_CHARS)
                + right("score", MONEY_CHARS));
        for (Map<String, String> row : rows) {
            lines.add("  " + right(row.getOrDefault("place", ""), 3) + "  " + left(row.getOrDefault("name", ""), name)
                    + right(money(row.getOrDefault("equity", ""), false), MONEY_CHARS)
                    + right(money(row.getOrDefault("score", ""), true), MONEY_CHARS));
        }
        if (rows.isEmpty()) {
            lines.add("       nobody yet");
        }
        return lines;
    }

    private static String money(String text, boolean signed) {
        if (text.isEmpty()) {
            return "";
        }
        BigDecimal value = new BigDecimal(text).setScale(2, RoundingMode.HALF_EVEN);
        String digits = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
        return signed && value.signum() > 0 ? "+" + digits : digits;
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
