package io.botpit.server.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses short enough for a slide: each leads to a page of the site and says what it is to show. Stateless. */
final class ShortLinks {
    private static final Pattern FORM = Pattern.compile("/(live|g|b|t)/([A-Za-z0-9][A-Za-z0-9._-]{0,63})");

    private ShortLinks() {}

    /** Where a path leads, relative to it; whether there is such a thing is the page's to say. */
    static Optional<String> target(String path, @Nullable String query) {
        Matcher link = FORM.matcher(path);
        return link.matches()
                ? Optional.of(page(link.group(1)) + link.group(2) + (query == null ? "" : "&" + query))
                : Optional.empty();
    }

    private static String page(String kind) {
        return switch (kind) {
            case "live" -> "../live?game=";
            case "g" -> "../replay?game=";
            case "t" -> "../tournament?id=";
            default -> "../bot?name=";
        };
    }
}
