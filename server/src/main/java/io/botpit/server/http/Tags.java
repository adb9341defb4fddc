package io.botpit.server.http;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Entity tags: who has the newest version gets 304 and no body. */
final class Tags {
    private static final int TAG_BYTES = 12;

    private Tags() {}

    /** The tag of a body, in quotes. */
    static String of(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Answers 200 with the body, or 304 if the client has it. */
    static void answer(Context context, byte[] body, String tag) {
        if (isNews(context, tag)) {
            context.result(body);
        }
    }

    /** Whether the client needs a body; if not, it is answered 304. */
    static boolean isNews(Context context, String tag) {
        context.header("ETag", tag);
        boolean known = matches(context.header("If-None-Match"), tag);
        if (known) {
            context.status(304);
        }
        return !known;
    }

    private static boolean matches(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                        .anyMatch(known -> known.equals(tag) || known.equals("*"));
    }
}
