package io.botpit.server.feed;

import io.botpit.game.rules.Entry;
import io.botpit.protocol.rest.GameBot;
import io.botpit.server.loop.Scheduler;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * What a running game's bots did, for whoever asks: a sheet is copied on the feed's thread, which has better to do, so one
 * copy is for all who ask within a moment, and there are only so many of them. Any thread.
 */
final class SharedSheets {
    /** How long a copy is shown. */
    static final Duration SHOWN = Duration.ofMillis(500);

    /** Bots of a game whose copies are being made or shown. */
    static final int COPIES_MAX = 32;

    private final BotSheets sheets;
    private final Executor feed;
    private final Scheduler scheduler;
    private final Map<String, CompletableFuture<Optional<GameBot>>> copies = new HashMap<>();

    /** @param feed runs what reads the sheets */
    SharedSheets(BotSheets sheets, Executor feed, Scheduler scheduler) {
        this.sheets = sheets;
        this.feed = feed;
        this.scheduler = scheduler;
    }

    /** The copy for now, within it nothing where the bot was never let in; empty where too many bots are asked for. */
    synchronized Optional<CompletableFuture<Optional<GameBot>>> of(String name) {
        String key = Entry.fold(name);
        if (!copies.containsKey(key) && copies.size() >= COPIES_MAX) {
            return Optional.empty();
        }
        return Optional.of(copies.computeIfAbsent(key, this::copy));
    }

    private CompletableFuture<Optional<GameBot>> copy(String key) {
        CompletableFuture<Optional<GameBot>> copy = CompletableFuture.supplyAsync(() -> sheets.of(key), feed);
        var _ = copy.whenComplete((_, _) -> scheduler.after(SHOWN, () -> forget(key)));
        return copy;
    }

    private synchronized void forget(String key) {
        copies.remove(key);
    }
}
