package io.botpit.server.http;

import io.botpit.protocol.rest.RestBody;
import io.botpit.protocol.rest.RestCodec;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The reading half of the REST interface: JSON with entity tags, lists as CSV where that is asked for. Any thread. */
final class RestApi {
    static final String PROBLEM_TYPE = "application/problem+json";

    static final String BASE = "/api/v1";
    private static final int BUSY_SECONDS = 5;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final ArenaReads reads;

    RestApi(ArenaReads reads) {
        this.reads = reads;
    }

    void addTo(RoutesConfig routes) {
        routes.get(BASE + "/games", context -> {
            var games = reads.games(Asked.search(context), Asked.part(context, "q", "phase", "bot"));
            list(context, games, games.games());
        });
        routes.get(BASE + "/games/{id}", context -> {
            Asked.plain(context);
            json(context, told(context, reads.game(Asked.game(context)), "game_lost"));
        });
        routes.get(BASE + "/games/{id}/standings", context -> {
            Asked.plain(context);
            var table = found(reads.standings(Asked.game(context)));
            list(context, table, table.standings());
        });
        routes.get(BASE + "/games/{id}/trades", context -> {
            var page = found(reads.trades(Asked.game(context), Asked.part(context)));
            list(context, page, page.trades());
        });
        routes.get(BASE + "/games/{id}/log", context -> {
            var page = told(context, reads.log(Asked.game(context), Asked.part(context)), "log_lost");
            list(context, page, page.log());
        });
        routes.get(BASE + "/leaderboard", context -> {
            var page = reads.leaderboard(Asked.pool(context), Asked.part(context, "pool"));
            list(context, page, page.rows());
        });
        routes.get(BASE + "/bots", context -> {
            var bots = reads.bots(Asked.text(context), Asked.part(context, "q"));
            list(context, bots, bots.bots());
        });
        routes.get(BASE + "/bots/{name}", context -> {
            Asked.plain(context);
            json(context, found(name(context).flatMap(reads::bot)));
        });
        routes.get(BASE + "/bots/{name}/ratings", context -> {
            var part = Asked.part(context, "pool");
            var pool = Asked.pool(context).orElseThrow(() -> Problem.invalid("pool", "must be given"));
            var history = found(name(context).flatMap(name -> reads.ratings(name, pool, part)));
            list(context, history, history.points());
        });
    }

    static void json(Context context, RestBody body) {
        answer(context, "application/json", RestCodec.json(body));
    }

    static void list(Context context, RestBody body, Collection<? extends Record> rows) {
        context.header("Vary", "Accept");
        if (wantsCsv(context)) {
            answer(context, "text/csv; charset=utf-8", RestCodec.csv(rows));
        } else {
            json(context, body);
        }
    }

    private static Optional<String> name(Context context) {
        String name = context.pathParam("name");
        return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }

    private static boolean wantsCsv(Context context) {
        String accept = context.header("Accept");
        return accept != null
                && List.of(accept.split(",", -1)).stream()
                        .map(type -> type.split(";", 2)[0].strip())
                        .anyMatch("text/csv"::equalsIgnoreCase);
    }

    private static void answer(Context context, String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        context.header("Cache-Control", "no-cache");
        context.contentType(type);
        Tags.answer(context, bytes, Tags.of(bytes));
    }

    /** @param lostCode the code of the problem where it cannot be had any more */
    static <T> T told(Context context, ArenaReads.Told<T> told, String lostCode) {
        return switch (told) {
            case ArenaReads.Told.Shown<T>(var body) -> body;
            case ArenaReads.Told.Unknown<T>() -> throw Problem.notFound("no such thing here");
            case ArenaReads.Told.GoesOn<T>() ->
                throw new Problem(409, "game_goes_on", "the game is not over; ask again when it is");
            case ArenaReads.Told.Busy<T>() -> {
                context.header("Retry-After", String.valueOf(BUSY_SECONDS));
                throw new Problem(503, "busy", "it is being made; ask again in " + BUSY_SECONDS + " s");
            }
            case ArenaReads.Told.Lost<T>(var why) -> throw new Problem(410, lostCode, why);
        };
    }

    private static <T> T found(Optional<T> body) {
        return body.orElseThrow(() -> Problem.notFound("no such thing here"));
    }
}
