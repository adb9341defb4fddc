package io.botpit.server.lobby;

import io.botpit.dialect.GameSummary;
import io.botpit.dialect.Viewer;
import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.PlayerId;
import io.botpit.game.control.GameView;
import io.botpit.game.rules.GameRules;
import io.botpit.server.feed.FeedHub;
import io.botpit.server.loop.GameLoop;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A game of this process: its loop, its feed and who was let in. Any thread. */
public final class OpenGame {
    private final String title;
    private final boolean asDefault;
    private final GameLoop loop;
    private final FeedHub feed;
    private final Set<PlayerId> admitted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger users = new AtomicInteger();

    OpenGame(FeedHub feed, GameLoop loop, boolean asDefault) {
        this.title = feed.subject().title();
        this.asDefault = asDefault;
        this.loop = loop;
        this.feed = feed;
    }

    public GameId id() {
        return loop.id();
    }

    public String title() {
        return title;
    }

    public GameLoop loop() {
        return loop;
    }

    public FeedHub feed() {
        return feed;
    }

    public GameRules rules() {
        return feed.subject().rules();
    }

    public GameView view() {
        return loop.view();
    }

    /** Whether sessions follow it, or followed it, unless they join another. */
    public boolean isDefault() {
        return asDefault;
    }

    public boolean isOver() {
        GamePhase phase = view().phase();
        return phase == GamePhase.ENDED || phase == GamePhase.VOID;
    }

    /** The game through a player's eyes, or through a stranger's. */
    public Viewer viewer(@Nullable PlayerId player) {
        return feed.subject().viewer(player);
    }

    /** Whether a player was let in. */
    public boolean admitted(PlayerId player) {
        return admitted.contains(player);
    }

    /** Whether the rules let no other user in. */
    boolean isFull() {
        int max = rules().entry().playersMax();
        return max > 0 && users.get() >= max;
    }

    /** Done once all that happened so far is told, to players and on the feed. */
    public CompletableFuture<Void> told() {
        CompletableFuture<Void> flushed = new CompletableFuture<>();
        Runnable flush = () -> feed.flush(() -> flushed.complete(null));
        // Once through the game as well: whoever asked for the end is told before its feed is.
        if (!loop.ask(List.of(), _ -> flush.run())) {
            flush.run();
        }
        return flushed;
    }

    /** Nobody is connected any more, whatever the journal of an earlier process says. */
    void emptySeats() {
        admitted.forEach(player -> presence(player, false));
    }

    /** A player's first connection is up, or the last one is gone: for the game, and for those who look on. */
    public void presence(PlayerId player, boolean here) {
        loop.presence(player, here);
        feed.presence(player, here);
    }

    /** Lobby's thread only; once per player. */
    void admit(PlayerId player, boolean house) {
        users.addAndGet(house ? 0 : 1);
        admitted.add(player);
    }

    public GameSummary summary(boolean isDefaultNow) {
        GameView view = view();
        return new GameSummary(id(), title, view.phase(), admitted.size(), view.clock(), isDefaultNow);
    }
}
