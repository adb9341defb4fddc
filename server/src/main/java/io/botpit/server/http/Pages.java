package io.botpit.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The spectator site: files of the class path below {@code /web/}, read once and kept. Nothing else of the class path
 * or of the disk can be reached, because only plain names get through. Any thread.
 */
final class Pages {
    private static final String ROOT = "/web/";
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("md", "text/plain; charset=utf-8"),
            Map.entry("yaml", "text/plain; charset=utf-8"));

    private final Map<String, File> known = new ConcurrentHashMap<>();

    /** What is sent: the bytes belong to this class alone and never change. */
    private static final class File {
        private final byte[] bytes;
        private final String type;
        private final String tag;

        File(byte[] bytes, String type) {
            this.bytes = bytes;
            this.type = type;
            this.tag = Tags.of(bytes);
        }
    }

    /** Answers with the file or page of the request's path. */
    void serve(Context context) {
        File file = find(context.path()).orElseThrow(() -> Problem.notFound("no such page"));
        context.header("Cache-Control", "no-cache");
        context.contentType(file.type);
        Tags.answer(context, file.bytes, file.tag);
    }

    private Optional<File> find(String path) {
        String name = path.substring(1);
        if (name.isEmpty()) {
            return file("index.html");
        }
        if (!PLAIN.matcher(name).matches()) {
            return Optional.empty();
        }
        return file(name).or(() -> file(name + ".html"));
    }

    private Optional<File> file(String name) {
        File cached = known.get(name);
        if (cached != null) {
            return Optional.of(cached);
        }
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        try (InputStream in = type == null ? null : Pages.class.getResourceAsStream(ROOT + name)) {
            if (in == null || type == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            File file = new File(bytes, type);
            known.put(name, file);
            return Optional.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
