package io.botpit.server.lobby;

import io.botpit.game.GameId;
import io.botpit.game.InvariantBroken;
import io.botpit.game.control.GameController;
import io.botpit.game.rules.GameRules;
import io.botpit.persistence.journal.JournalDamaged;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.Replay;
import io.botpit.persistence.journal.ReplayDiffers;
import io.botpit.server.feed.FeedHub;
import io.botpit.server.feed.FeedWorks;
import io.botpit.server.feed.Names;
import io.botpit.server.feed.StoryLine;
import io.botpit.server.feed.Subject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stories of games of earlier processes, told again from their journals. Such a game never changes, so the last few
 * stories are kept. Any thread; who asks waits for the replay, which runs on a pool of its own.
 */
public final class OldStories {
    private static final Logger LOG = LoggerFactory.getLogger(OldStories.class);

    /** Stories kept, each of the newest lines of one game; the one that was not asked for the longest goes first. */
    static final int KEPT_MAX = 64;

    private final Journals journals;
    private final FeedWorks feeds;
    private final Names names;
    private final Executor pool;
    private final Duration patience;
    private final SequencedMap<GameId, CompletableFuture<Told>> kept = new LinkedHashMap<>(KEPT_MAX, 0.75f, true);

    /**
     * None is told yet.
     *
     * @param pool replays; refuses what is too much
     * @param patience how long who asks waits for a replay, which goes on without him
     */
    public OldStories(GameWorks works, Names names, Executor pool, Duration patience) {
        this.journals = works.journals();
        this.feeds = works.feeds();
        this.names = names;
        this.pool = pool;
        this.patience = patience;
    }

    /** What came of asking. */
    public sealed interface Told {
        /** The newest lines, oldest first. */
        record Story(List<StoryLine> lines) implements Told {}

        /** Too many replays wait, or this one takes long: ask again. */
        record Busy() implements Told {}

        /** The journal is damaged, or of a game that this engine cannot play again; it stays lost until a restart. */
        record Lost(String why) implements Told {}
    }

    /** The story of a game that nobody plays any more; it must have a journal. */
    public Told of(GameId game) {
        return told(game)
                .<Told>map(story -> story.completeOnTimeout(new Told.Busy(), patience.toMillis(), TimeUnit.MILLISECONDS)
                        .join())
                .orElseGet(Told.Busy::new);
    }

    /** Empty: too many wait. Only stories that were told stay; a replay that failed is tried again. */
    private Optional<CompletableFuture<Told>> told(GameId game) {
        synchronized (kept) {
            CompletableFuture<Told> story = kept.get(game);
            if (story == null || story.isCompletedExceptionally()) {
                try {
                    story = CompletableFuture.supplyAsync(() -> tell(game), pool);
                } catch (RejectedExecutionException e) {
                    return Optional.empty();
                }
                kept.put(game, story);
                if (kept.size() > KEPT_MAX) {
                    kept.pollFirstEntry();
                }
            }
            return Optional.of(story.copy());
        }
    }

    private Told tell(GameId game) {
        try (JournalReader journal = journals.read(game)) {
            JournalHead head = journal.head();
            int version = head.rules().behaviorVersion();
            if (version != GameRules.BEHAVIOR_VERSION) {
                return new Told.Lost("the game was played with behaviour version " + version + ", this server has "
                        + GameRules.BEHAVIOR_VERSION);
            }
            GameController controller = new GameController(head.rules());
            Subject subject = new Subject(game, head.title(), head.rules(), names);
            FeedHub hub = new FeedHub(subject, controller.view(), feeds);
            Past past = new Past(controller, hub);
            Replay.run(journal, past, past::add);
            hub.replay(controller.view());
            return new Told.Story(hub.story().join());
        } catch (ReplayDiffers differs) {
            return new Told.Lost("this server comes to another result than the one that is recorded");
        } catch (JournalDamaged | InvariantBroken | UncheckedIOException damage) {
            LOG.atWarn().addKeyValue("game", game).setCause(damage).log("game {} cannot be told again", game);
            return new Told.Lost("the journal of the game is damaged");
        }
    }
}
