package io.botpit.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * The spectator site in a real browser: how soon a page is there, what it weighs, what a frame of it costs, what a viewer
 * is sent. The game has 16 house bots; the replay is of ten minutes of 16 players. The reference of the first paint is the
 * same browser with a text of one line from the same server.
 */
final class Site {
    private static final String BOTS = "market-maker:3,noise:9,momentum:2,mean-reversion:2";
    private static final int REPLAY_COMMANDS = 30_000;
    private static final int REPLAY_SECONDS = 600;
    private static final int MICROS_PER_SECOND = 1_000_000;
    private static final Duration VIEWING = Duration.ofSeconds(20);
    private static final int SEEKS = 40;
    private static final String PAGE = "page";
    private static final String TEXT = "text";
    private static final String[] PAGES = {"", "live", "replays", "bots", "docs/first-bot"};

    /** Counts what each picture costs, and says when the first row of a table was there. */
    private static final String BEFORE = """
            window.pictures = [];
            const drawNext = window.requestAnimationFrame.bind(window);
            window.requestAnimationFrame = (task) => drawNext((t) => {
              const began = performance.now();
              task(t);
              window.pictures.push(performance.now() - began);
            });
            new MutationObserver((_, observer) => {
              if (document.querySelector("#standings .row .pick, tbody tr, .document h1")) {
                window.ready = performance.now();
                observer.disconnect();
              }
            }).observe(document, { childList: true, subtree: true });
            """;

    private static final String LOADED = """
            new Promise((done) => {
              const look = () => {
                const paint = performance.getEntriesByName("first-contentful-paint")[0];
                const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
                if (!paint || document.readyState !== "complete" || (document.contentType === "text/html" && !window.ready)) {
                  setTimeout(look, 50);
                } else {
                  done({ paint: paint.startTime, ready: window.ready ?? paint.startTime,
                    bytes: entries.reduce((sum, one) => sum + one.transferSize, 0) });
                }
              };
              look();
            })
            """;

    private static final String SEEK = """
            new Promise((done) => {
              const range = document.querySelector("#bar input[type=range]");
              const began = performance.now();
              range.value = %d;
              range.dispatchEvent(new Event("input", { bubbles: true }));
              requestAnimationFrame(() => setTimeout(() => done(performance.now() - began), 0));
            })
            """;

    private Site() {}

    static List<Figure> run(Settings settings) throws Exception {
        BusyGame.Course course =
                BusyGame.Course.ended(REPLAY_COMMANDS, REPLAY_SECONDS * MICROS_PER_SECOND / REPLAY_COMMANDS);
        try (BusyGame ended = BusyGame.make(course);
                Child server = Child.botpit(ended.data(), "--house-bots", BOTS);
                Browser browser = Browser.start(BEFORE)) {
            List<Figure> figures = new ArrayList<>(pages(browser, server, settings.rounds()));
            figures.add(viewer(server));
            figures.addAll(replay(browser, server, ended));
            return figures;
        }
    }

    private record Loaded(double paint, double ready, double kilobytes) {}

    private static List<Figure> pages(Browser browser, Child server, int rounds) {
        Rounds<Loaded> measured = new Rounds<>();
        for (int i = 0; i <= rounds; i++) {
            for (String page : PAGES) {
                Loaded text = loaded(browser, server, "robots.txt");
                Loaded one = loaded(browser, server, page);
                if (i > 0) {
                    measured.add(PAGE + page, one);
                    measured.add(TEXT + page, text);
                }
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (String page : PAGES) {
            String title = "/" + page;
            figures.add(measured.figure(
                    title + ", first paint", PAGE + page, TEXT + page, new Rounds.Measure<>("ms", Loaded::paint)));
            figures.add(Figure.of(title + ", content there", measured.median(PAGE + page, Loaded::ready), "ms"));
            figures.add(Figure.of(title + ", transferred", measured.median(PAGE + page, Loaded::kilobytes), "kB"));
        }
        return figures;
    }

    private static Loaded loaded(Browser browser, Child server, String page) {
        browser.open("http://127.0.0.1:" + server.port() + "/" + page);
        try {
            JsonNode found = browser.value(LOADED);
            return new Loaded(
                    found.path("paint").asDouble(),
                    found.path("ready").asDouble(),
                    found.path("bytes").asDouble() / 1e3);
        } catch (CompletionException e) {
            String shown = browser.value("document.body.innerText").asString();
            throw new IllegalStateException("/" + page + " is not there in time, but: " + shown, e);
        }
    }

    /** What one viewer of the live page is sent. */
    private static Figure viewer(Child server) throws InterruptedException {
        AtomicLong characters = new AtomicLong();
        CountDownLatch over = new CountDownLatch(1);
        try (HttpClient client = HttpClient.newHttpClient()) {
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(
                            URI.create("ws://127.0.0.1:" + server.port() + "/feed?view=spectator"),
                            new WebSocket.Listener() {
                                @Override
                                public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                                    characters.addAndGet(text.length());
                                    from.request(1);
                                    return CompletableFuture.completedStage(null);
                                }
                            })
                    .join();
            // Never counted down: the span is what is waited for.
            over.await(VIEWING.toMillis(), TimeUnit.MILLISECONDS);
            socket.abort();
        }
        return Figure.of("a viewer with 16 bots", characters.get() / 1e3 / VIEWING.toSeconds(), "kB/s");
    }

    private static List<Figure> replay(Browser browser, Child server, BusyGame busy) throws IOException {
        Loaded loaded = loaded(browser, server, "replay?game=" + busy.game() + "&t=" + REPLAY_SECONDS / 2);
        double[] seeks = new double[SEEKS];
        for (int i = 0; i < SEEKS; i++) {
            int second = (int) ((i * 7919L) % REPLAY_SECONDS);
            seeks[i] = browser.value(String.format(Locale.ROOT, SEEK, second)).asDouble();
        }
        browser.value(String.format(Locale.ROOT, SEEK, REPLAY_SECONDS / 2));
        JsonNode pictures = browser.value("""
                new Promise((done) => {
                  window.pictures.length = 0;
                  document.dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true }));
                  setTimeout(() => done(window.pictures.slice().sort((a, b) => a - b)), 5000);
                })
                """);
        if (pictures.isEmpty()) {
            throw new IOException("the replay did not play");
        }
        return List.of(
                Figure.of("replay of ten minutes, content there", loaded.ready, "ms"),
                Figure.of("replay, to any second, median", Spread.of(seeks).median(), "ms"),
                Figure.of("replay, to any second, worst", Spread.of(seeks).high(), "ms"),
                Figure.of("replay, a picture, median", at(pictures, 0.5), "ms"),
                Figure.of("replay, a picture, p99", at(pictures, 0.99), "ms"));
    }

    private static double at(JsonNode sorted, double share) {
        return sorted.path((int) (share * (sorted.size() - 1))).asDouble();
    }
}
