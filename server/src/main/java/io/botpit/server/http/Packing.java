package io.botpit.server.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** Bodies that never change, made smaller once and sent as gzip to whoever takes it. Stateless. */
final class Packing {
    private Packing() {}

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /**
     * Answers with the body in one of the two codings, which are two things with two tags, or 304.
     *
     * @param digest of the body
     */
    static void answer(Context context, String digest, Supplier<InputStream> packed, Supplier<InputStream> plain) {
        boolean isPacked = takesGzip(context);
        context.header("Vary", "Accept-Encoding");
        if (Tags.isNews(context, '"' + digest + (isPacked ? "" : "-plain") + '"')) {
            if (isPacked) {
                context.header("Content-Encoding", "gzip");
            }
            context.result((isPacked ? packed : plain).get());
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
