package io.botpit.server.http;

import io.botpit.game.GameId;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a request asks for; {@link Problem} names what is wrong and never repeats it. */
final class Asked {
    static final int LIMIT_DEFAULT = 100;
    static final int LIMIT_MAX = 1_000;

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

    /** {@code limit} and {@code after}. */
    static ArenaReads.Part part(Context context) {
        only(context, Set.of("limit", "after"));
        return new ArenaReads.Part(
                number(context, "after", 0, Long.MAX_VALUE), (int) number(context, "limit", LIMIT_DEFAULT, LIMIT_MAX));
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
