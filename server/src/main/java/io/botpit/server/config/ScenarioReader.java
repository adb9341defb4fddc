package io.botpit.server.config;

import io.botpit.game.GameMode;
import io.botpit.game.money.Symbol;
import io.botpit.game.scenario.House;
import io.botpit.game.scenario.Incident;
import io.botpit.game.scenario.PriceModel;
import io.botpit.game.scenario.PriceModel.Recorded.Point;
import io.botpit.game.scenario.Scenario;
import io.botpit.game.scenario.Scenario.Course;
import io.botpit.game.scenario.Scenario.Fees;
import io.botpit.protocol.Word;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a scenario from YAML, or from JSON, which is YAML too; {@link ConfigProblem} names file, field and what would do. */
public final class ScenarioReader {
    private static final JsonNode NOTHING = YamlFile.parse("nothing", new byte[] {'{', '}'});

    /** Where files are that the scenario names; null: it cannot name any. */
    private final @Nullable Path folder;

    private ScenarioReader(@Nullable Path folder) {
        this.folder = folder;
    }

    /** A file; courses that it names lie beside it. */
    public static Scenario read(Path file) {
        Path name = file.getFileName();
        return new ScenarioReader(file.toAbsolutePath().getParent())
                .read(new Section(String.valueOf(name), YamlFile.parse(file)));
    }

    /** Text such as {@link Scenario#text}. */
    public static Scenario read(String origin, byte[] text) {
        return new ScenarioReader(null).read(new Section(origin, YamlFile.parse(origin, text)));
    }

    private Scenario read(Section file) {
        return file.made(() -> new Scenario(
                file.text("name"),
                file.text("about"),
                file.text("preset"),
                file.whole("seconds"),
                fees(file),
                house(file.section("house", NOTHING)),
                file.list("markets", this::course),
                file.list("incidents", ScenarioReader::incident)));
    }

    private static @Nullable Fees fees(Section file) {
        boolean maker = file.has("maker-fee-ppm");
        boolean taker = file.has("taker-fee-ppm");
        return maker || taker ? new Fees(file.number("maker-fee-ppm", 0), file.number("taker-fee-ppm", 0)) : null;
    }

    private static House house(Section house) {
        House standard = House.STANDARD;
        return house.made(() -> new House(
                house.number("makers", standard.makers()),
                house.number("noise", standard.noise()),
                house.number("levels", standard.levels()),
                house.whole("half-spread-ppm", standard.halfSpreadPpm()),
                house.whole("step-ppm", standard.stepPpm()),
                house.whole("size-permille", standard.sizePermille())));
    }

    private Course course(Section market) {
        return market.made(() -> new Course(new Symbol(market.text("symbol")), model(market)));
    }

    private PriceModel model(Section market) {
        String model = market.text("model");
        return switch (model) {
            case "random-walk" -> new PriceModel.RandomWalk(market.whole("volatility-ppm"));
            case "geometric" ->
                new PriceModel.Geometric(market.whole("drift-ppm-per-minute", 0), market.whole("volatility-ppm"));
            case "trend" ->
                new PriceModel.Trend(
                        market.whole("drift-ppm-per-minute"),
                        market.whole("volatility-ppm"),
                        market.whole("turn-seconds", 0));
            case "mean-reversion" ->
                new PriceModel.MeanReversion(market.whole("half-life-seconds"), market.whole("volatility-ppm"));
            case "jumps" ->
                new PriceModel.Jumps(
                        market.whole("volatility-ppm"),
                        market.whole("every-seconds"),
                        market.whole("jump-ppm", 0),
                        market.whole("spread-ppm", 0));
            case "recorded" -> new PriceModel.Recorded(points(market));
            case "follow" ->
                new PriceModel.Follow(
                        new Symbol(market.text("leader")),
                        market.whole("lag-seconds", 0),
                        market.whole("half-life-seconds"),
                        market.whole("volatility-ppm"));
            default ->
                throw market.problem(
                        "model",
                        "must be one of random-walk, geometric, trend, mean-reversion, jumps, recorded, follow, not "
                                + model);
        };
    }

    private List<Point> points(Section market) {
        String file = market.optionalText("file");
        if (file == null) {
            return market.rows("points", 2).stream()
                    .map(row -> new Point(row[0], row[1]))
                    .toList();
        }
        if (folder == null || market.has("points")) {
            throw market.problem("file", "give either points or, in a file of your own, a file beside it");
        }
        return CourseFile.read(folder.resolve(file));
    }

    private static Incident incident(Section one) {
        return one.made(() -> {
            String kind = one.text("kind");
            return switch (kind) {
                case "jump" -> jump(one);
                case "thinning" ->
                    new Incident.Thinning(one.whole("at"), one.whole("seconds"), one.whole("size-permille"));
                case "widening" ->
                    new Incident.Widening(one.whole("at"), one.whole("seconds"), one.whole("spread-permille"));
                case "news" ->
                    new Incident.News(
                            one.whole("at"), one.text("text"), one.optionalText("otherwise"), one.optionalText("draw"));
                case "halt" ->
                    new Incident.Halt(one.whole("at"), one.whole("seconds"), mode(one), one.flag("cancel-orders"));
                default ->
                    throw one.problem("kind", "must be one of jump, thinning, widening, news, halt, not " + kind);
            };
        });
    }

    private static Incident jump(Section one) {
        String symbol = one.optionalText("symbol");
        return new Incident.Jump(
                one.whole("at"),
                symbol == null ? null : new Symbol(symbol),
                one.whole("ppm"),
                one.whole("over", 0),
                one.whole("back", 0),
                one.optionalText("draw"));
    }

    private static GameMode mode(Section halt) {
        String word = halt.text("mode");
        return Arrays.stream(GameMode.values())
                .filter(mode -> mode != GameMode.FULL && Word.of(mode).equals(word))
                .findFirst()
                .orElseThrow(() -> halt.problem(
                        "mode",
                        Arrays.stream(GameMode.values())
                                .filter(mode -> mode != GameMode.FULL)
                                .map(Word::of)
                                .collect(Collectors.joining(" or ", "must be ", ", not " + word))));
    }
}
