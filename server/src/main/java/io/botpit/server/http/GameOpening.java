package io.botpit.server.http;

import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.rules.Schedule;
import io.botpit.game.rules.Valuation;
import io.botpit.game.scenario.Scenario;
import io.botpit.protocol.rest.ClosingRequest;
import io.botpit.protocol.rest.LimitsRequest;
import io.botpit.protocol.rest.OpenRequest;
import io.botpit.server.config.ClosingSetup;
import io.botpit.server.config.LimitsSetup;
import io.botpit.server.config.Scenarios;
import io.botpit.server.config.ScheduleSetup;
import io.botpit.server.lobby.NewGame;
import io.botpit.server.lobby.PlayerNames;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the rules of the game that the admin asks for: a preset, and what differs from it. Any thread. */
final class GameOpening {
    private static final int TITLE_CHARS_MAX = 64;
    private static final int USERS_MAX = 100_000;
    private static final int WHITELIST_NAMES_MAX = 500;
    private static final int MILLIS_PER_SECOND = 1_000;
    private static final int SECONDS_MAX = (int) (Schedule.TIME_LIMIT_MILLIS_MAX / MILLIS_PER_SECOND);

    private final SecureRandom seeds = new SecureRandom();
    private final Scenarios scenarios;

    GameOpening(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    /** {@link Problem} 400 names the field that cannot be. */
    NewGame wanted(OpenRequest request) {
        Scenario scenario = scenario(request);
        long seed = seeds.nextLong();
        GameRules base = scenario == null ? Presets.named(preset(request.preset()), seed) : scenario.rules(seed);
        String title = title(request.title(), scenario == null ? base.preset() : scenario.name());
        GameRules rules = base.with(entry(request, base.entry().rated()), schedule(request, base.schedule()));
        return new NewGame(limited(rules, request.limits()), title, Boolean.TRUE.equals(request.isDefault()), scenario);
    }

    private @Nullable Scenario scenario(OpenRequest request) {
        String name = request.scenario();
        if (name == null) {
            return null;
        }
        Scenario scenario = scenarios
                .named(name)
                .orElseThrow(
                        () -> Problem.invalid("scenario", "must be one of " + String.join(", ", scenarios.names())));
        if (request.preset() != null && !scenario.preset().equals(request.preset())) {
            throw Problem.invalid("preset", "must be left out or " + scenario.preset() + ", that of the scenario");
        }
        return scenario;
    }

    private static String preset(@Nullable String name) {
        if (name == null) {
            return Presets.CLASSIC;
        }
        if (!Presets.NAMES.contains(name)) {
            throw Problem.invalid("preset", "must be one of " + String.join(", ", Presets.NAMES));
        }
        return name;
    }

    private static String title(@Nullable String title, String preset) {
        if (title == null) {
            return preset;
        }
        if (title.isBlank() || title.length() > TITLE_CHARS_MAX) {
            throw Problem.invalid("title", "must have 1 to " + TITLE_CHARS_MAX + " characters");
        }
        if (title.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid("title", "must have no control characters");
        }
        return title;
    }

    private static Schedule schedule(OpenRequest request, Schedule preset) {
        int seconds = number("seconds", request.seconds(), SECONDS_MAX);
        OptionalInt limit = request.seconds() == null ? OptionalInt.empty() : OptionalInt.of(seconds);
        boolean paused = Boolean.TRUE.equals(request.paused());
        try {
            return new ScheduleSetup(limit, paused, closing(request.closing())).over(preset);
        } catch (IllegalArgumentException impossible) {
            throw Problem.invalid("closing", String.valueOf(impossible.getMessage()));
        }
    }

    private static ClosingSetup closing(@Nullable ClosingRequest wanted) {
        return wanted == null
                ? ClosingSetup.NONE
                : new ClosingSetup(
                        valuation(wanted.valuation()),
                        wanted.windowMs(),
                        wanted.spreadMs(),
                        wanted.calmMs(),
                        wanted.impactPermille(),
                        wanted.clampPermille(),
                        wanted.positionPercent());
    }

    private static GameRules limited(GameRules rules, @Nullable LimitsRequest wanted) {
        try {
            return limits(wanted).over(rules);
        } catch (IllegalArgumentException impossible) {
            throw Problem.invalid("limits", String.valueOf(impossible.getMessage()));
        }
    }

    private static LimitsSetup limits(@Nullable LimitsRequest wanted) {
        if (wanted == null) {
            return LimitsSetup.NONE;
        }
        Map<String, BigDecimal> positions = new LinkedHashMap<>();
        if (wanted.positionMax() != null) {
            wanted.positionMax().forEach((coin, most) -> {
                if (most == null) {
                    throw new IllegalArgumentException("position_max must have a number for each coin it names");
                }
                positions.put(coin, most);
            });
        }
        return new LimitsSetup(positions, wanted.notionalMax(), wanted.ordersMax());
    }

    private static @Nullable Valuation valuation(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(Valuation.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "closing.valuation", "must be one of last-mark, reference, book-loo, liquidate"));
    }

    private static Entry entry(OpenRequest request, boolean rated) {
        List<String> names = names(
                request.users().whitelist() == null
                        ? List.of()
                        : request.users().whitelist());
        int users = number("userLimit", request.users().userLimit(), USERS_MAX);
        if (users > 0 && users < names.size()) {
            throw Problem.invalid(
                    "userLimit",
                    "must not be below the " + names.size() + " names of whitelist: the game could never start");
        }
        return new Entry(names, users, rated);
    }

    private static List<String> names(List<@Nullable String> whitelist) {
        if (whitelist.size() > WHITELIST_NAMES_MAX) {
            throw Problem.invalid("whitelist", "may have at most " + WHITELIST_NAMES_MAX + " names");
        }
        TreeSet<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < whitelist.size(); i++) {
            String name = whitelist.get(i);
            if (name == null || !PlayerNames.canBeTaken(name)) {
                throw Problem.invalid(
                        "whitelist",
                        "entry " + (i + 1) + " cannot be a player's name: 1 to 64 letters, digits, dots, dashes and"
                                + " underscores, none that is reserved");
            }
            if (!seen.add(name)) {
                throw Problem.invalid(
                        "whitelist", "entry " + (i + 1) + " stands there already; case does not count, name each once");
            }
            names.add(name);
        }
        return names;
    }

    private static int number(String field, @Nullable Integer given, int max) {
        int number = given == null ? 0 : given;
        if (number < 0 || number > max) {
            throw Problem.invalid(field, "must be a whole number from 0 to " + max + ", 0 for no limit");
        }
        return number;
    }
}
