package io.botpit.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Chromium without a window and with one page, told what to do over its DevTools protocol. The program of that name must
 * be on the path, or where the variable {@code CHROMIUM} says. One thread.
 */
final class Browser implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final int ANSWER_SECONDS_MAX = 60;

    private final Process process;
    private final Scratch profile;
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final JsonMapper json = new JsonMapper();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final StringBuilder part = new StringBuilder();
    private String session = "";

    private Browser(Process process, Scratch profile, URI address) {
        this.process = process;
        this.profile = profile;
        this.socket =
                client.newWebSocketBuilder().buildAsync(address, new Answers()).join();
    }

    /**
     * Starts it with an empty page.
     *
     * @param before runs in each page before anything of its own
     */
    static Browser start(String before) throws IOException {
        Scratch profile = Scratch.make();
        Process process = new ProcessBuilder(
                        System.getenv().getOrDefault("CHROMIUM", "chromium"),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--window-size=1440,1000",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile.folder())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Browser browser = new Browser(process, profile, address(process));
        JsonNode target = browser.call("Target.createTarget", Map.of("url", "about:blank"));
        browser.session = browser.call(
                        "Target.attachToTarget",
                        Map.of("targetId", target.path("targetId").asString(), "flatten", true))
                .path("sessionId")
                .asString();
        browser.call("Page.enable", Map.of());
        browser.call("Network.enable", Map.of());
        browser.call("Network.setCacheDisabled", Map.of("cacheDisabled", true));
        browser.call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", before));
        return browser;
    }

    private static URI address(Process process) throws IOException {
        BufferedReader out = process.errorReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher found = ADDRESS.matcher(line);
            if (found.find()) {
                return URI.create(found.group(1));
            }
        }
        throw new IOException("chromium did not start: is it installed?");
    }

    void open(String url) {
        call("Page.navigate", Map.of("url", url));
    }

    /** The value of an expression in the page; of a promise, what it holds in the end. */
    JsonNode value(String expression) {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException("in the page: " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    private JsonNode call(String method, Map<String, Object> parameters) {
        int id = number.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        Map<String, Object> wanted = session.isEmpty()
                ? Map.of("id", id, "method", method, "params", parameters)
                : Map.of("id", id, "method", method, "params", parameters, "sessionId", session);
        socket.sendText(json.writeValueAsString(wanted), true).join();
        return answer.orTimeout(ANSWER_SECONDS_MAX, TimeUnit.SECONDS).join();
    }

    private final class Answers implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                JsonNode message = json.readTree(part.toString());
                part.setLength(0);
                CompletableFuture<JsonNode> waiting =
                        answers.remove(message.path("id").asInt(0));
                if (waiting != null) {
                    waiting.complete(message.has("error") ? message : message.path("result"));
                }
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        all.forEach(ProcessHandle::destroyForcibly);
        process.onExit().orTimeout(ANSWER_SECONDS_MAX, TimeUnit.SECONDS).join();
        client.shutdownNow();
        profile.close();
    }
}
