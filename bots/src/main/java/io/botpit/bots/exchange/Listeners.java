package io.botpit.bots.exchange;

import io.botpit.bots.exchange.ExchangeClient.State;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Who listens to a client, and where it is in its life. Any thread may ask and add; one at a time tells. */
final class Listeners {
    private final List<Consumer<ExchangeEvent>> all = new CopyOnWriteArrayList<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    void add(Consumer<ExchangeEvent> listener) {
        all.add(listener);
    }

    State state() {
        return state.get();
    }

    /** Starts once, however often it is asked for. */
    CompletableFuture<Void> begin(Runnable start) {
        if (state.compareAndSet(State.NEW, State.CONNECTING)) {
            start.run();
        }
        return ready.copy();
    }

    void connected(List<Instrument> instruments) {
        if (state.updateAndGet(old -> old == State.CLOSED ? old : State.CONNECTED) == State.CLOSED) {
            return;
        }
        tell(new ExchangeEvent.Connected(instruments));
        ready.complete(null);
    }

    void lost(String reason) {
        if (state.compareAndSet(State.CONNECTED, State.CONNECTING)) {
            tell(new ExchangeEvent.Disconnected(reason, false));
        }
    }

    void ended(String reason) {
        ended(reason, new ExchangeException(ExchangeException.DISCONNECTED, reason, null));
    }

    /** @param failure what whoever still waits for the first connection is told */
    void ended(String reason, ExchangeException failure) {
        if (state.getAndSet(State.CLOSED) != State.CLOSED) {
            tell(new ExchangeEvent.Disconnected(reason, true));
            ready.completeExceptionally(failure);
        }
    }

    void tell(ExchangeEvent event) {
        for (Consumer<ExchangeEvent> listener : all) {
            try {
                listener.accept(event);
            } catch (RuntimeException | AssertionError thrown) {
                if (!(event instanceof ExchangeEvent.Trouble)) {
                    tell(new ExchangeEvent.Trouble("listener", String.valueOf(thrown)));
                }
            }
        }
    }
}
