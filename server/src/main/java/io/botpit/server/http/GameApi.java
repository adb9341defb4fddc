package io.botpit.server.http;

import io.botpit.server.feed.Film;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** The part of the REST interface that the pages of single games read. Any thread. */
final class GameApi {
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
            film(context, RestApi.told(context, reads.replay(Asked.game(context)), "replay_lost"));
        });
        routes.get(RestApi.BASE + "/games/{id}/bots/{name}", context -> {
            Asked.plain(context);
            String name = context.pathParam("name");
            RestApi.json(context, RestApi.told(context, reads.bot(Asked.game(context), name), "log_lost"));
        });
    }

    /** Asked for again each time: another folder of data, or a later version, may tell another film at this address. */
    private static void film(Context context, Film film) {
        context.header("Cache-Control", "no-cache");
        context.contentType("application/json");
        Packing.answer(context, film.digest(), film::packed, film::plain);
    }
}
