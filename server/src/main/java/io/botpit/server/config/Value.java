package io.botpit.server.config;

import io.botpit.game.rules.Valuation;
import io.botpit.protocol.Word;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** One given text, read as what it should be; each reading that fails is a {@link ConfigProblem} naming the origin. */
record Value(Settings.Given given) {
    private static final String NAME_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    private static final int HOUSE_BOTS_MAX = 1_000;

    Optional<String> text() {
        return given.text().isEmpty() ? Optional.empty() : Optional.of(given.text());
    }

    String required() {
        return text().orElseThrow(() -> given.problem("must not be empty"));
    }

    boolean is(String word) {
        return given.text().equalsIgnoreCase(word);
    }

    boolean flag() {
        return switch (given.text().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw given.problem("must be true or false, not " + quoted(given.text()));
        };
    }

    int integer(int min, int max) {
        String text = given.text();
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw given.problem("must be a whole number from " + min + " to " + max + ", not " + quoted(text));
    }

    OptionalInt optionalInteger(int min, int max) {
        return given.text().isEmpty() ? OptionalInt.empty() : OptionalInt.of(integer(min, max));
    }

    BigDecimal decimal(int decimalsMax) {
        String text = given.text();
        if (!text.matches("\\d{1,12}(\\.\\d{1," + decimalsMax + "})?")) {
            throw given.problem(
                    "must be a number with at most " + decimalsMax + " decimals, such as 10.5, not " + quoted(text));
        }
        return new BigDecimal(text);
    }

    String oneOf(List<String> words) {
        if (!words.contains(given.text())) {
            throw given.problem("must be one of " + String.join(", ", words) + ", not " + quoted(given.text()));
        }
        return given.text();
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        List<String> words =
                Arrays.stream(type.getEnumConstants()).map(Word::of).toList();
        return Enum.valueOf(type, oneOf(words).toUpperCase(Locale.ROOT));
    }

    Valuation valuation() {
        List<Valuation> all = List.of(Valuation.values());
        String word = oneOf(all.stream().map(Valuation::word).toList());
        return all.stream().filter(one -> one.word().equals(word)).findFirst().orElseThrow();
    }

    /** Texts between commas. */
    List<String> list() {
        return Arrays.stream(given.text().split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** Player names between commas, or one per line in a file after an at sign. */
    List<String> names() {
        List<String> names = given.text().startsWith("@") ? lines(given.text().substring(1)) : list();
        TreeSet<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : names) {
            if (!name.matches(NAME_PATTERN)) {
                throw given.problem("not a player's name: " + quoted(name));
            }
            if (!seen.add(name)) {
                throw given.problem("the name " + name + " stands there twice");
            }
        }
        return names;
    }

    /** {@code COIN=AMOUNT} between commas. */
    Map<String, BigDecimal> positions() {
        try {
            return LimitsSetup.positions(given.text());
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem(given.origin() + ": " + e.getMessage(), e);
        }
    }

    /** {@code strategy:count} between commas. */
    List<ServerConfig.HouseBots> houseBots() {
        List<ServerConfig.HouseBots> bots = new ArrayList<>();
        for (String item : list()) {
            if (!item.matches("[a-z][a-z0-9-]{0,31}:\\d{1,4}")) {
                throw given.problem("must look like market-maker:1,noise:4, not " + quoted(item));
            }
            String[] parts = item.split(":", -1);
            int count = Integer.parseInt(parts[1]);
            if (count < 1 || count > HOUSE_BOTS_MAX) {
                throw given.problem("between 1 and " + HOUSE_BOTS_MAX + " bots of a kind, not " + count);
            }
            bots.add(new ServerConfig.HouseBots(parts[0], count));
        }
        return bots;
    }

    /** {@code lines} splits at CR LF, too. */
    private List<String> lines(String file) {
        try {
            return Files.readString(Path.of(file))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new ConfigProblem(given.origin() + ": cannot read the file " + file, e);
        }
    }

    private static String quoted(String text) {
        return "'" + (text.length() > 64 ? text.substring(0, 64) + "..." : text) + "'";
    }
}
