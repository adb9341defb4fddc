package io.botpit.server.meter;

import io.botpit.dialect.Denial;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.Reason;
import io.botpit.game.port.EventStore;
import io.botpit.server.feed.Timing;
import io.botpit.server.loop.CommitListener;
import io.botpit.server.session.SessionMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts what games commit and sessions deny, and shows it with other gauges as Prometheus text. Listens to every game;
 * any thread.
 */
public final class Meters implements CommitListener, SessionMeter {
    private static final double MILLIS_PER_SECOND = 1_000;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Counter commands = counter("botpit_commands", "Commands in journals, in commands");
    private final Counter accepted = counter("botpit_orders_accepted", "Orders accepted, in orders");
    private final Counter cancelled = counter("botpit_orders_cancelled", "Orders cancelled, in orders");
    private final Counter trades = counter("botpit_trades", "Trades, in trades");
    private final Counter broken = counter("botpit_games_broken", "Games that contradicted themselves, in games");
    private final Timer appends = Timer.builder("botpit_journal_append")
            .description("One write of a batch to a journal, in seconds")
            .register(registry);
    private final Timer pauses = Timer.builder("botpit_pauses")
            .description("Pauses of the server over 100 ms, as its games notice them, in seconds")
            .register(registry);
    private final Timer answers = Timer.builder("botpit_answer")
            .description("From a player's frame to its answer, without the way there and back, in seconds")
            .serviceLevelObjectives(Timing.STEPS.toArray(Duration[]::new))
            .register(registry);
    private final Map<Reason, Counter> rejected = new EnumMap<>(Reason.class);
    private final Map<Denial, Counter> denied = new EnumMap<>(Denial.class);

    public Meters() {
        for (Reason reason : Reason.values()) {
            rejected.put(
                    reason,
                    counter(
                            "botpit_orders_rejected",
                            "Commands refused by the game, by reason, in commands",
                            "reason",
                            reason.code()));
        }
        for (Denial denial : Denial.values()) {
            denied.put(
                    denial,
                    counter(
                            "botpit_requests_denied",
                            "Requests refused around the games, by code, in requests",
                            "code",
                            denial.code()));
        }
        count("botpit_gc_seconds", "Time the JVM spent collecting garbage, in seconds", Meters::collectedSeconds);
    }

    /**
     * Shows a number that somebody else keeps, such as open connections.
     *
     * @param help what it is, and its unit
     */
    public void gauge(String name, String help, Supplier<Number> value) {
        Gauge.builder(name, value).description(help).register(registry);
    }

    /** Likewise a count, which only grows. */
    public void count(String name, String help, Supplier<Number> value) {
        // The registry would forget any other object, since it holds it by a weak reference.
        FunctionCounter.builder(name, this, _ -> value.get().doubleValue())
                .description(help)
                .register(registry);
    }

    /** The same journal, with the time of each write counted. */
    public EventStore timed(EventStore journal) {
        return new EventStore() {
            @Override
            public void append(List<Committed> batch) {
                appends.record(() -> journal.append(batch));
            }

            @Override
            public void close() {
                journal.close();
            }
        };
    }

    @Override
    public void committed(List<Committed> batch) {
        commands.increment(batch.size());
        for (Committed commit : batch) {
            commit.events().forEach(this::count);
        }
    }

    @Override
    public void late(long micros) {
        pauses.record(micros, TimeUnit.MICROSECONDS);
    }

    @Override
    public void broke(Throwable cause) {
        broken.increment();
    }

    @Override
    public void denied(Denial denial) {
        increment(denied.get(denial));
    }

    @Override
    public void answered(long micros) {
        answers.record(micros, TimeUnit.MICROSECONDS);
    }

    /** Everything as Prometheus text, format 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }

    private Counter counter(String name, String help, String... tagAndValue) {
        return Counter.builder(name).description(help).tags(tagAndValue).register(registry);
    }

    private static double collectedSeconds() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(collector -> Math.max(0, collector.getCollectionTime()))
                        .sum()
                / MILLIS_PER_SECOND;
    }

    private void count(Event event) {
        if (event instanceof Event.Accepted) {
            accepted.increment();
        } else if (event instanceof Event.Cancelled) {
            cancelled.increment();
        } else if (event instanceof Event.Traded) {
            trades.increment();
        } else if (event instanceof Event.Rejected refusal) {
            increment(rejected.get(refusal.reason()));
        }
    }

    private static void increment(@Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }
}
