package io.botpit.server.http;

import io.botpit.server.feed.Packed;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** The part of the REST interface that the pages of single games read. Any thread. */
final class GameApi {
    private static final String SCHEME = "bearer ";

    private final GameReads reads;

    GameApi(GameReads reads) {
        this.reads = reads;
    }

    void addTo(RoutesConfig routes) {
        routes.get(RestApi.BASE + "/now", context -> {
            Asked.plain(context);
            RestApi.json(context, reads.now());
        });
        routes.get(RestApi.BASE + "/games/{id}/replay", context -> {
            Asked.plain(context);
            answer(context, RestApi.told(context, reads.replay(Asked.game(context)), "replay_lost"));
        });
        routes.get(RestApi.BASE + "/games/{id}/report", context -> {
            Asked.plain(context);
            var report = RestApi.told(context, reads.report(Asked.game(context)), "report_lost");
            RestApi.list(context, report, report.bots());
        });
        routes.get(RestApi.BASE + "/games/{id}/bots/{name}", context -> {
            Asked.plain(context);
            String name = context.pathParam("name");
            answer(context, RestApi.told(context, reads.bot(Asked.game(context), name), "log_lost"));
        });
        routes.get(RestApi.BASE + "/games/{id}/bots/{name}/log", this::diary);
    }

    /** For its owner alone: it has what the rules of the game may keep from others. */
    private void diary(Context context) {
        Asked.plain(context);
        String name = context.pathParam("name");
        String header = context.header("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw unauthorized(context, "token_required", "send 'Authorization: Bearer TOKEN', the token of the bot");
        }
        if (!reads.isOwn(name, header.substring(SCHEME.length()).strip())) {
            throw unauthorized(context, "token_wrong", "this is not the token of the bot");
        }
        Packed lines = RestApi.told(context, reads.diary(Asked.game(context), name), "log_lost");
        context.header("Cache-Control", "no-store");
        context.header(
                "Content-Disposition",
                "attachment; filename=\"" + Asked.game(context).text() + ".ndjson\"");
        context.contentType("application/x-ndjson");
        Packing.answer(context, lines);
    }

    private static Problem unauthorized(Context context, String code, String detail) {
        context.header("WWW-Authenticate", "Bearer realm=\"botpit bot\"");
        return new Problem(401, code, detail);
    }

    /** Asked for again each time: another folder of data, or a later version, may tell another story at this address. */
    private static void answer(Context context, Packed body) {
        context.header("Cache-Control", "no-cache");
        context.contentType("application/json");
        Packing.answer(context, body);
    }
}
