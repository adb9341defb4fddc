package io.botpit.server.http;

import io.botpit.server.feed.Packed;
import io.javalin.http.Context;
import java.util.Arrays;

/** Sends what was compressed once as it is to whoever takes gzip. Stateless. */
final class Packing {
    private Packing() {}

    /** Answers with the body in one of the two codings, which are two things with two tags, or 304. */
    static void answer(Context context, Packed body) {
        boolean isPacked = takesGzip(context);
        context.header("Vary", "Accept-Encoding");
        if (Tags.isNews(context, '"' + body.digest() + (isPacked ? "" : "-plain") + '"')) {
            if (isPacked) {
                context.header("Content-Encoding", "gzip");
            }
            context.result(isPacked ? body.packed() : body.plain());
        }
    }

    private static boolean takesGzip(Context context) {
        String accept = context.header("Accept-Encoding");
        return accept != null
                && Arrays.stream(accept.split(",", -1))
                        .map(coding -> coding.replace(" ", ""))
                        .anyMatch(coding -> coding.startsWith("gzip") && !coding.endsWith(";q=0"));
    }
}
