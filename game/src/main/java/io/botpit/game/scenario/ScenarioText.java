package io.botpit.game.scenario;

import io.botpit.game.scenario.PriceModel.Recorded.Point;
import io.botpit.game.scenario.Scenario.Course;
import io.botpit.game.scenario.Scenario.Fees;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a scenario as JSON on one line: fields in this order, no blanks, whole numbers, absent fields left out. A hash of
 * it commits to the scenario, so it never changes for what can be said today.
 */
final class ScenarioText {
    private final StringBuilder out = new StringBuilder();

    private ScenarioText() {}

    static String of(Scenario scenario) {
        ScenarioText text = new ScenarioText();
        text.write(scenario);
        return text.out.toString();
    }

    private void write(Scenario scenario) {
        out.append('{');
        field("name", scenario.name());
        field("about", scenario.about());
        field("preset", scenario.preset());
        field("seconds", scenario.seconds());
        Fees fees = scenario.fees();
        if (fees != null) {
            field("maker-fee-ppm", fees.makerPpm());
            field("taker-fee-ppm", fees.takerPpm());
        }
        key("house");
        write(scenario.house());
        list("markets", scenario.markets(), ScenarioText::write);
        list("incidents", scenario.incidents(), ScenarioText::write);
        out.append('}');
    }

    private void write(House house) {
        out.append('{');
        field("makers", house.makers());
        field("noise", house.noise());
        field("levels", house.levels());
        field("half-spread-ppm", house.halfSpreadPpm());
        field("step-ppm", house.stepPpm());
        field("size-permille", house.sizePermille());
        out.append('}');
    }

    private void write(Course course) {
        out.append('{');
        field("symbol", course.symbol().text());
        switch (course.model()) {
            case PriceModel.RandomWalk(var volatility) -> {
                field("model", "random-walk");
                field("volatility-ppm", volatility);
            }
            case PriceModel.Geometric(var drift, var volatility) -> {
                field("model", "geometric");
                field("drift-ppm-per-minute", drift);
                field("volatility-ppm", volatility);
            }
            case PriceModel.Trend(var drift, var volatility, var turns) -> {
                field("model", "trend");
                field("drift-ppm-per-minute", drift);
                field("volatility-ppm", volatility);
                field("turn-seconds", turns);
            }
            case PriceModel.MeanReversion(var halfLife, var volatility) -> {
                field("model", "mean-reversion");
                field("half-life-seconds", halfLife);
                field("volatility-ppm", volatility);
            }
            case PriceModel.Jumps jumps -> write(jumps);
            case PriceModel.Recorded(var points) -> {
                field("model", "recorded");
                list("points", points, ScenarioText::write);
            }
            case PriceModel.Follow follow -> write(follow);
        }
        out.append('}');
    }

    private void write(PriceModel.Jumps jumps) {
        field("model", "jumps");
        field("volatility-ppm", jumps.volatilityPpm());
        field("every-seconds", jumps.everySeconds());
        field("jump-ppm", jumps.jumpPpm());
        field("spread-ppm", jumps.spreadPpm());
    }

    private void write(PriceModel.Follow follow) {
        field("model", "follow");
        field("leader", follow.leader().text());
        field("lag-seconds", follow.lagSeconds());
        field("half-life-seconds", follow.halfLifeSeconds());
        field("volatility-ppm", follow.volatilityPpm());
    }

    private void write(Point point) {
        out.append('[').append(point.second()).append(',').append(point.ppm()).append(']');
    }

    private void write(Incident incident) {
        out.append('{');
        field("at", incident.at());
        switch (incident) {
            case Incident.Jump(var _, var symbol, var ppm, var over, var back, var draw) -> {
                field("kind", "jump");
                field("symbol", symbol == null ? null : symbol.text());
                field("ppm", ppm);
                field("over", over);
                field("back", back);
                field("draw", draw);
            }
            case Incident.Thinning(var _, var seconds, var size) -> {
                field("kind", "thinning");
                field("seconds", seconds);
                field("size-permille", size);
            }
            case Incident.Widening(var _, var seconds, var spread) -> {
                field("kind", "widening");
                field("seconds", seconds);
                field("spread-permille", spread);
            }
            case Incident.News(var _, var text, var otherwise, var draw) -> {
                field("kind", "news");
                field("text", text);
                field("otherwise", otherwise);
                field("draw", draw);
            }
            case Incident.Halt(var _, var seconds, var mode, var cancelOrders) -> {
                field("kind", "halt");
                field("seconds", seconds);
                field("mode", mode.name().toLowerCase(Locale.ROOT));
                key("cancel-orders");
                out.append(cancelOrders);
            }
        }
        out.append('}');
    }

    private <T> void list(String name, List<T> elements, BiConsumer<ScenarioText, T> writer) {
        key(name);
        out.append('[');
        String comma = "";
        for (T element : elements) {
            out.append(comma);
            writer.accept(this, element);
            comma = ",";
        }
        out.append(']');
    }

    private void field(String name, long value) {
        key(name);
        out.append(value);
    }

    private void field(String name, @Nullable String value) {
        if (value != null) {
            key(name);
            quoted(value);
        }
    }

    private void key(String name) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        quoted(name);
        out.append(':');
    }

    /** What a scenario says has no control characters. */
    private void quoted(String text) {
        out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
}
