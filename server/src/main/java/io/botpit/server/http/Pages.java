package io.botpit.server.http;

import io.botpit.server.feed.Packed;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The spectator site: files of the class path below {@code /web/} and the documents, made once and kept, and short
 * links. Nothing else of the class path or of the disk can be reached, because only plain names get through. Any thread.
 */
final class Pages {
    static final String ROOT = "/web/";
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

    private static final String HTML = ".html";

    private final Map<String, File> known = new ConcurrentHashMap<>();
    private final Documents documents = new Documents();

    /** What is sent. */
    private record File(Packed body, String type) {
        void answer(Context context) {
            context.contentType(type);
            Packing.answer(context, body);
        }
    }

    /** Answers with the file or page of the request's path, or says where a short link leads. */
    void serve(Context context) {
        context.header("Cache-Control", "no-cache");
        Optional<String> elsewhere = ShortLinks.target(context.path(), context.queryString());
        if (elsewhere.isPresent()) {
            context.header("Location", elsewhere.get());
            context.status(302);
            return;
        }
        find(context.path()).orElseThrow(() -> Problem.notFound("no such page")).answer(context);
    }

    private Optional<File> find(String path) {
        String name = path.substring(1);
        if (name.isEmpty()) {
            return kept("index.html");
        }
        if (!PLAIN.matcher(name).matches()) {
            return Optional.empty();
        }
        return kept(name).or(() -> kept(name + HTML));
    }

    private Optional<File> kept(String name) {
        File cached = known.get(name);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<File> file = TYPES.containsKey(suffix(name)) ? made(name) : Optional.empty();
        file.ifPresent(found -> known.put(name, found));
        return file;
    }

    private Optional<File> made(String name) {
        if (name.equals(Documents.SHELL)) {
            return Optional.empty();
        }
        String type = Objects.requireNonNull(TYPES.get(suffix(name)));
        try (InputStream in = Pages.class.getResourceAsStream(ROOT + name)) {
            if (in != null) {
                return Optional.of(new File(Packed.of(in.readAllBytes()), type));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return name.endsWith(HTML)
                ? documents
                        .page(name.substring(0, name.length() - HTML.length()))
                        .map(page -> new File(Packed.of(page.getBytes(StandardCharsets.UTF_8)), type))
                : Optional.empty();
    }

    private static String suffix(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
