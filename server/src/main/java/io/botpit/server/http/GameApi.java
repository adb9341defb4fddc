package io.botpit.server.http;

import io.botpit.server.feed.Film;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** The part of the REST interface that the pages of single games read. Any thread. */
final class GameApi {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final GameReads reads;

    GameApi(GameReads reads) {
        this.reads = reads;
    }

    void addTo(RoutesConfig routes) {
        routes.get(RestApi.BASE + "/games/{id}/replay", context -> {
            Asked.plain(context);
            film(context, RestApi.told(context, reads.replay(Asked.game(context)), "replay_lost"));
        });
    }

    /** The two codings are two things with two tags. */
    private static void film(Context context, Film film) {
        boolean packed = takesGzip(context);
        context.header("Cache-Control", FOR_EVER);
        context.header("Vary", "Accept-Encoding");
        context.contentType("application/json");
        if (Tags.isNews(context, '"' + film.digest() + (packed ? "" : "-plain") + '"')) {
            if (packed) {
                context.header("Content-Encoding", "gzip");
            }
            context.result(packed ? film.packed() : film.plain());
        }
    }

    private static boolean takesGzip(Context context) {
        String accept = context.header("Accept-Encoding");
        return accept != null
                && List.of(accept.split(",", -1)).stream()
                        .map(coding -> coding.replace(" ", ""))
                        .anyMatch(coding -> coding.startsWith("gzip") && !coding.endsWith(";q=0"));
    }
}
