package io.botpit.bots.exchange;

import io.botpit.bots.BotSettings;
import io.botpit.bots.Pace;
import io.botpit.bots.Side;
import io.botpit.bots.exchange.ExchangeEvent.Trade;
import io.botpit.protocol.rest.ProblemBody;
import io.botpit.protocol.rest.RestBody;
import io.botpit.protocol.rest.RestCodec;
import io.botpit.protocol.rest.TradePage;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The REST interface of a server, read by one thread of its own: one request at a time, at a pace. Any thread may call.
 */
final class RestReads implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int PAGE_MAX = 1_000;
    private static final long REST_MILLIS = 1_000;
    private static final long NAP_MILLIS = 10;

    private final URI server;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final BotSettings settings;
    private final Pace pace;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("rest").factory());
    private final Set<Reading<?>> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable ExchangeException> end = new AtomicReference<>();
    private final CountDownLatch ending = new CountDownLatch(1);

    /** @param server {@code http://} or {@code https://} and no path */
    RestReads(URI server, BotSettings settings) {
        this.server = server;
        this.settings = settings;
        pace = new Pace(settings.commandsPerSecond());
    }

    /** What is to be read, page by page as long as it is wanted. */
    interface Work<T> {
        T read(BooleanSupplier wanted) throws IOException, InterruptedException;
    }

    /** Something to be read by the thread, unless its time is up by then. */
    private static final class Reading<T> implements Runnable {
        private final Work<T> work;
        private final CompletableFuture<T> result = new CompletableFuture<>();

        private Reading(Work<T> work) {
            this.work = work;
        }

        private boolean isWanted() {
            return !result.isDone();
        }

        @Override
        public void run() {
            if (!isWanted()) {
                return;
            }
            try {
                result.complete(work.read(this::isWanted));
            } catch (IOException | InterruptedException | RuntimeException failed) {
                result.completeExceptionally(failed);
            }
        }
    }

    /** Has something read by the thread, no further once nobody waits for it. */
    <T> CompletableFuture<T> call(Work<T> work) {
        Reading<T> reading = new Reading<>(work);
        open.add(reading);
        var _ = reading.result
                .orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, _) -> open.remove(reading));
        after(Duration.ZERO, reading);
        // It may have ended before the reading was there to be failed.
        ExchangeException over = end.get();
        if (over != null) {
            reading.result.completeExceptionally(over);
        }
        CompletableFuture<T> told = ExchangeException.translated(reading.result);
        var _ = told.whenComplete((_, _) -> reading.result.cancel(false));
        return told;
    }

    /** Has the thread do something after a while, unless it has ended by then. */
    void after(Duration pause, Runnable errand) {
        try {
            var _ = thread.schedule(errand, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ended) {
            // Nobody waits for it: readings fail, and looks are over.
            return;
        }
    }

    CompletableFuture<List<Trade>> trades(String game, OpenBar.Stretch asked) {
        return call(wanted -> {
            List<Trade> found = new ArrayList<>();
            TradePage page = tradesAfter(game, 0);
            while (!page.trades().isEmpty() && wanted.getAsBoolean()) {
                page.trades().stream()
                        .filter(row -> row.symbol().equals(asked.symbol()))
                        .map(RestReads::trade)
                        .filter(trade -> asked.has(trade.at()))
                        .forEach(found::add);
                if (!trade(page.trades().getLast()).at().isBefore(asked.to())) {
                    return found;
                }
                page = tradesAfter(game, page.next());
            }
            return found;
        });
    }

    /** The path of a game, or of one of its players. */
    static String path(String game, String... below) {
        StringBuilder path = new StringBuilder("/games/").append(quoted(game));
        for (String part : below) {
            path.append('/').append(quoted(part));
        }
        return path.toString();
    }

    private static String quoted(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** For the thread. */
    TradePage tradesAfter(String game, long after) throws IOException, InterruptedException {
        return get(path(game, "trades") + "?limit=" + PAGE_MAX + "&after=" + after, TradePage.class);
    }

    static Trade trade(TradePage.TradeRow row) {
        return new Trade(
                row.symbol(),
                new BigDecimal(row.price()),
                new BigDecimal(row.size()),
                Side.of(row.side()),
                Instant.ofEpochMilli(row.t()));
    }

    /** For the thread. {@link ExchangeException} if the server refuses. */
    <T extends RestBody> T get(String path, Class<T> type) throws IOException, InterruptedException {
        while (!pace.take(settings.clock().millis())) {
            if (ending.await(NAP_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("closed");
            }
        }
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/v1" + path))
                .timeout(LIMIT)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
            return RestCodec.body(answer.body(), type);
        }
        if (answer.statusCode() == 429 || answer.statusCode() == 503) {
            pace.rest(settings.clock().millis() + REST_MILLIS);
        }
        ProblemBody problem = RestCodec.problem(answer.body());
        throw new ExchangeException(problem.code(), problem.detail(), null);
    }

    boolean isEnding() {
        return end.get() != null;
    }

    /**
     * What is not read by now fails, and so does what is asked later. Once, however often it is called, by any thread.
     *
     * @param last done by the thread as the last thing it does
     */
    void end(ExchangeException why, Runnable last) {
        if (!end.compareAndSet(null, why)) {
            return;
        }
        ending.countDown();
        http.shutdownNow();
        open.forEach(reading -> reading.result.completeExceptionally(why));
        thread.execute(() -> {
            last.run();
            thread.shutdownNow();
        });
    }

    @Override
    public void close() {
        end(new ExchangeException(ExchangeException.DISCONNECTED, "closed", null), () -> {});
    }
}
