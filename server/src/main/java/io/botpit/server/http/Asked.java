package io.botpit.server.http;

import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.rating.Pool;
import io.botpit.protocol.Word;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads what a request asks for; {@link Problem} names what is wrong and never repeats it. */
final class Asked {
    static final int LIMIT_DEFAULT = 100;
    static final int LIMIT_MAX = 1_000;
    static final int TEXT_CHARS_MAX = 64;

    private static final String NUMBER = "\\d{1,18}";

    private Asked() {}

    /** The game of the path. */
    static GameId game(Context context) {
        try {
            return new GameId(context.pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("no such game");
        }
    }

    /** {@code limit} and {@code after}; {@code more} may be given, too. */
    static ArenaReads.Part part(Context context, String... more) {
        Set<String> known = new TreeSet<>(List.of(more));
        known.addAll(List.of("limit", "after"));
        only(context, known);
        return new ArenaReads.Part(
                number(context, "after", 0, Long.MAX_VALUE), (int) number(context, "limit", LIMIT_DEFAULT, LIMIT_MAX));
    }

    /** {@code q}, {@code phase} and {@code bot}. */
    static ArenaReads.Search search(Context context) {
        String phases = context.queryParam("phase");
        return new ArenaReads.Search(
                text(context),
                phases == null ? EnumSet.allOf(GamePhase.class) : phases(phases),
                Optional.ofNullable(context.queryParam("bot")));
    }

    /** {@code q}, empty where it is not given. */
    static String text(Context context) {
        String text = context.queryParam("q");
        if (text != null && text.length() > TEXT_CHARS_MAX) {
            throw Problem.invalid("q", "must have at most " + TEXT_CHARS_MAX + " characters");
        }
        return text == null ? "" : text;
    }

    /** {@code pool}, empty where it is not given. */
    static Optional<Pool> pool(Context context) {
        Optional<String> code = Optional.ofNullable(context.queryParam("pool"));
        Optional<Pool> pool = code.flatMap(Pool::named);
        if (code.isPresent() && pool.isEmpty()) {
            throw Problem.invalid(
                    "pool",
                    "must be one of "
                            + Arrays.stream(Pool.values()).map(Pool::code).collect(Collectors.joining(", ")));
        }
        return pool;
    }

    private static Set<GamePhase> phases(String list) {
        Set<GamePhase> phases = EnumSet.noneOf(GamePhase.class);
        for (String word : list.split(",", -1)) {
            if (word.equals("over")) {
                phases.addAll(EnumSet.of(GamePhase.ENDED, GamePhase.VOID));
            } else {
                phases.add(Arrays.stream(GamePhase.values())
                        .filter(phase -> Word.of(phase).equals(word))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid(
                                "phase",
                                "must be a comma list of lobby, running, paused, settling, ended, void, over")));
            }
        }
        return phases;
    }

    /** No query parameters. */
    static void plain(Context context) {
        only(context, Set.of());
    }

    private static void only(Context context, Set<String> known) {
        for (Map.Entry<String, List<String>> given : context.queryParamMap().entrySet()) {
            if (!known.contains(given.getKey())) {
                throw Problem.invalid("query", "only " + (known.isEmpty() ? "none" : known) + " may be given");
            }
            if (given.getValue().size() > 1) {
                throw Problem.invalid(given.getKey(), "may be given once");
            }
        }
    }

    private static long number(Context context, String name, long otherwise, long max) {
        String text = context.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        long min = name.equals("limit") ? 1 : 0;
        if (text.matches(NUMBER)) {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw Problem.invalid(name, "must be a whole number from " + min + " to " + max);
    }
}
