package io.botpit.server.meter;

import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.Reason;
import io.botpit.server.loop.CommitListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Counts what games commit, and shows it with other gauges as Prometheus text. Listens to every game; any thread.
 */
public final class Meters implements CommitListener {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Counter commands = registry.counter("botpit_commands");
    private final Counter accepted = registry.counter("botpit_orders_accepted");
    private final Counter cancelled = registry.counter("botpit_orders_cancelled");
    private final Counter trades = registry.counter("botpit_trades");
    private final Counter broken = registry.counter("botpit_games_broken");
    private final Map<Reason, Counter> rejected = new EnumMap<>(Reason.class);

    public Meters() {
        for (Reason reason : Reason.values()) {
            rejected.put(reason, registry.counter("botpit_orders_rejected", "reason", reason.code()));
        }
    }

    /** Shows a number that somebody else keeps, such as open connections. */
    public void gauge(String name, Supplier<Number> value) {
        Gauge.builder(name, value).register(registry);
    }

    @Override
    public void committed(List<Committed> batch) {
        commands.increment(batch.size());
        for (Committed commit : batch) {
            commit.events().forEach(this::count);
        }
    }

    @Override
    public void broke(Throwable cause) {
        broken.increment();
    }

    /** Everything as Prometheus text, format 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }

    private void count(Event event) {
        if (event instanceof Event.Accepted) {
            accepted.increment();
        } else if (event instanceof Event.Cancelled) {
            cancelled.increment();
        } else if (event instanceof Event.Traded) {
            trades.increment();
        } else if (event instanceof Event.Rejected refusal) {
            Counter counter = rejected.get(refusal.reason());
            if (counter != null) {
                counter.increment();
            }
        }
    }
}
