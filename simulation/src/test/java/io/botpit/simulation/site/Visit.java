package io.botpit.simulation.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A viewer with one page and nothing remembered. Whatever goes wrong in the page is written down, and closing fails
 * with it: violations of the policy, errors, requests to other servers, refused requests. One thread.
 */
final class Visit implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int PATIENCE_MILLIS = 10_000;
    private static final String POLICE =
            "document.addEventListener('securitypolicyviolation', e => console.error('policy violated: '"
                    + " + e.effectiveDirective + ' by ' + e.blockedURI + ' at ' + e.sourceFile + ':' + e.lineNumber))";

    private final BrowserContext context;
    private final Page page;
    private final String origin;
    private final Look look;
    private final List<String> faults = new ArrayList<>();
    private final List<String> foretold = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    /** @param origin of the server: scheme, host and port */
    Visit(Chromium chromium, String origin, Look look) {
        this.origin = origin;
        this.look = look;
        context = chromium.context(look.options());
        context.addInitScript(POLICE);
        context.onRequest(request -> note(!isOurs(request.url()), "request to " + request.url()));
        context.onResponse(this::judge);
        context.onConsoleMessage(this::judge);
        context.onWebError(error -> note(true, "error in the page: " + error.error()));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onWebSocket(
                socket -> note(!isOurs(socket.url().replaceFirst("^ws", "http")), "socket to " + socket.url()));
        page.onCrash(_ -> note(true, "the page crashed"));
    }

    /** Another server belongs to this visit. */
    Visit beside(String other) {
        others.add(other);
        return this;
    }

    private boolean isOurs(String url) {
        return url.startsWith(origin + "/")
                || others.stream().anyMatch(other -> url.startsWith(other + "/"))
                || url.startsWith("data:")
                || url.startsWith("blob:");
    }

    private void judge(Response response) {
        note(response.status() >= 400, "status " + response.status() + " of " + response.url());
    }

    private void judge(ConsoleMessage message) {
        Predicate<String> loud = List.of("error", "warning")::contains;
        note(loud.test(message.type()), message.type() + " on the console: " + message.text() + message.location());
    }

    private void note(boolean wrong, String fault) {
        if (wrong) {
            faults.add(fault);
        }
    }

    /** Faults with these words in them are what the test is about. */
    Visit foretell(String... words) {
        foretold.addAll(List.of(words));
        return this;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** @param path below the server's root, without the first slash */
    Page open(String path) {
        page.navigate(origin + "/" + path);
        return page;
    }

    /** Calls a function of the test resources, {@code site/NAME.js}, in the page. */
    Object call(String name) {
        return page.evaluate(script(name));
    }

    private static String script(String name) {
        try (var in = Visit.class.getResourceAsStream("/site/" + name + ".js")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what is seen, from the top to the end of the page, as an artefact of the build. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-" + look + ".png"))
                .setFullPage(true));
    }

    /** Text stands out from its ground, and nothing hangs over the edge. */
    void assertFit() {
        assertThat((List<?>) call("contrast"))
                .as("text too close to its ground")
                .isEmpty();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                .as("width of the page")
                .isEqualTo(look.width());
    }

    List<String> faults() {
        // Events come with the answers to calls: after this one everything up to now has been told.
        page.title();
        return faults.stream()
                .filter(fault -> foretold.stream().noneMatch(fault::contains))
                .toList();
    }

    @Override
    public void close() {
        try {
            assertThat(faults()).as("what went wrong at " + page.url()).isEmpty();
        } finally {
            context.close();
        }
    }
}
