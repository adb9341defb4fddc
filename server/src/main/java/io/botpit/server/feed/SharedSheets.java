package io.botpit.server.feed;

import io.botpit.game.rules.Entry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * What a running game's bots did, for whoever asks: a sheet is copied on the feed's thread, which has better to do, so one
 * copy is for all who ask within a moment, written and compressed once on another, and there are only so many of them. Any
 * thread.
 */
final class SharedSheets {
    /** How long a copy is shown. */
    static final Duration SHOWN = Duration.ofMillis(500);

    private final BotSheets sheets;
    private final Executor feed;
    private final FeedWorks works;
    private final Map<String, CompletableFuture<Optional<Packed>>> copies = new HashMap<>();

    /** @param feed runs what reads the sheets */
    SharedSheets(BotSheets sheets, Executor feed, FeedWorks works) {
        this.sheets = sheets;
        this.feed = feed;
        this.works = works;
    }

    /** The copy for now, within it nothing where the bot was never let in; empty where too many bots are asked for. */
    synchronized Optional<CompletableFuture<Optional<Packed>>> of(String name) {
        String key = Entry.fold(name);
        if (!copies.containsKey(key) && !works.copies().take()) {
            return Optional.empty();
        }
        return Optional.of(copies.computeIfAbsent(key, this::copy));
    }

    private CompletableFuture<Optional<Packed>> copy(String key) {
        CompletableFuture<Optional<Packed>> copy = CompletableFuture.supplyAsync(() -> sheets.of(key), feed)
                .thenApplyAsync(sheet -> sheet.map(BotSheets::pack), works.pool());
        var _ = copy.whenComplete((_, _) -> works.scheduler().after(SHOWN, () -> forget(key)));
        return copy;
    }

    private synchronized void forget(String key) {
        copies.remove(key);
        works.copies().release();
    }
}
