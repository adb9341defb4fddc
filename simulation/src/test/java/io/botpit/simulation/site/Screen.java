package io.botpit.simulation.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What a page has to show of a game, in the lines that {@code site/screen.js} reads from it. Numbers as people read them. */
final class Screen {
    static final int LEVELS = 10;
    static final int TRADES = 10;

    private static final int SIZE_DECIMALS = 4;
    private static final double SIZE_MIN = 0.0001;

    private Screen() {}

    /** What is on the page now. */
    static List<String> of(Visit visit) {
        return ((List<?>) visit.call("screen")).stream().map(String::valueOf).toList();
    }

    static String row(JsonNode standing) {
        return "row " + standing.get("name").asString() + " " + signed(standing.get("score")) + " "
                + money(standing.get("equity"));
    }

    static String mark(JsonNode price) {
        return "mark " + money(price);
    }

    /** @param side bid or ask */
    static String level(String side, JsonNode priceAndSize) {
        return side + " " + money(priceAndSize.get(0)) + " " + size(priceAndSize.get(1));
    }

    static String trade(JsonNode trade) {
        return "trade " + money(trade.get("price")) + " " + size(trade.get("size"));
    }

    static String signed(JsonNode decimal) {
        return (rounded(decimal, 2).signum() > 0 ? "+" : "") + money(decimal);
    }

    private static String money(JsonNode decimal) {
        return shown(rounded(decimal, 2));
    }

    private static String size(JsonNode decimal) {
        double size = Double.parseDouble(decimal.asString());
        return size > 0 && size < SIZE_MIN ? "<0.0001" : shown(rounded(decimal, SIZE_DECIMALS));
    }

    /** Pages round the nearest binary number, not the decimal one. */
    private static BigDecimal rounded(JsonNode decimal, int decimals) {
        return new BigDecimal(Double.parseDouble(decimal.asString())).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static String shown(BigDecimal value) {
        return String.format(Locale.ROOT, "%,." + value.scale() + "f", value).replace('-', '\u2212');
    }
}
