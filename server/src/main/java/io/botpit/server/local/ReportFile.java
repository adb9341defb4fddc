package io.botpit.server.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A game in one HTML file: the site's replay page with its styles, its scripts and one film in it. It asks nobody for
 * anything, and its own policy forbids every script and style but those, by their hashes.
 */
public final class ReportFile {
    private static final String ROOT = "/web/";
    private static final String PAGE = "replay.html";
    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\">");
    private static final Pattern SCRIPT = Pattern.compile("<script(?: defer)? src=\"([^\"]+)\"></script>");
    private static final Pattern MODULE = Pattern.compile("<script type=\"module\" src=\"[^\"]+\"></script>");
    private static final Pattern OTHER_LINK = Pattern.compile("  <link rel=\"(?:icon|modulepreload)\"[^>]*>\n");
    private static final String MODULES = "js/pages/local.js";
    private static final List<String> LICENCES = List.of(
            "vendor/lightweight-charts-5.2.1/NOTICE",
            "vendor/lightweight-charts-5.2.1/LICENSE",
            "vendor/uplot-1.6.32/LICENSE");

    private final List<String> scripts = new ArrayList<>();
    private final List<String> styles = new ArrayList<>();

    private ReportFile() {}

    /**
     * The whole file.
     *
     * @param film as {@code GET /api/v1/games/{id}/replay} answers
     */
    public static String of(String film) {
        return new ReportFile().page(film);
    }

    private String page(String film) {
        String page = OTHER_LINK.matcher(text(PAGE)).replaceAll("");
        page = STYLE.matcher(page).replaceAll(this::style);
        page = SCRIPT.matcher(page)
                .replaceAll(found -> Matcher.quoteReplacement(script("<script>", text(found.group(1)))));
        String module = script("<script type=\"module\">", Bundle.of(MODULES, ReportFile::text));
        page = MODULE.matcher(page).replaceAll("");
        String data = "<script id=\"film\" type=\"application/json\">" + film.replace("<", "\\u003c") + "</script>\n";
        page = page.replace("</body>", data + module + "\n</body>");
        return page.replace("<meta charset=\"utf-8\">", "<meta charset=\"utf-8\">\n  " + policy()) + licences();
    }

    private String style(MatchResult found) {
        String text = "\n" + text(found.group(1));
        styles.add(hash(text));
        return Matcher.quoteReplacement("<style>" + text + "</style>");
    }

    private String script(String tag, String source) {
        String text = "\n" + source.replace("</script", "<\\/script");
        scripts.add(hash(text));
        return tag + text + "</script>";
    }

    private String policy() {
        return "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; script-src "
                + String.join(" ", scripts) + "; style-src " + String.join(" ", styles)
                + "; base-uri 'none'; form-action 'none'\">";
    }

    /** What the authors of the charts ask to go with them. */
    private static String licences() {
        return "<!--\n"
                + String.join("\n", LICENCES.stream().map(ReportFile::text).toList())
                        .replace("--", "- -") + "-->\n";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String text(String name) {
        try (InputStream in = ReportFile.class.getResourceAsStream(ROOT + name)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
