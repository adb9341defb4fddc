package io.botpit.server.feed;

import io.botpit.dialect.Channel;
import io.botpit.dialect.Dialect;
import io.botpit.game.Answer;
import io.botpit.game.BookView;
import io.botpit.game.Committed;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.Query;
import io.botpit.game.control.GameView;
import io.botpit.server.link.CloseCode;
import io.botpit.server.link.Outbox;
import io.botpit.server.loop.CommitListener;
import io.botpit.server.loop.GameLoop;
import io.botpit.server.loop.Outcome;
import io.botpit.server.loop.Reading;
import io.botpit.server.loop.SerialQueue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells everybody what happens in one game. The game's thread hands each batch over and goes on; one thread of the
 * feed's pool at a time encodes once per audience and puts frames into bounded outboxes. Public methods are for any
 * thread.
 */
public final class FeedHub implements CommitListener, Witness {
    /** The reason given to readers who have to start again because the feed itself fell behind. */
    public static final String RESYNC = "resync";

    private static final Logger LOG = LoggerFactory.getLogger(FeedHub.class);
    private static final int BOOK_LEVELS_MAX = 10_000;

    private final Subject subject;
    private final Dialect dialect;
    private final FeedWorks works;
    private final SerialQueue queue;
    private final History history = new History(History.COMMITS_MAX);
    private final EventReaders events;
    private final Subscriptions subscriptions;
    private final Spectacle spectacle;
    private final BotSheets sheets;
    private final Timings timings = new Timings();
    private final SharedSheets copies;
    private final Glances glances;
    private final SpectatorReaders spectators;
    private final AtomicBoolean lost = new AtomicBoolean();
    private boolean beating;
    /**
     * Whether somebody hears every event. While nobody does, no thread is woken for each: what happens waits for the next
     * picture of the game, which is as much as the page needs.
     */
    private volatile boolean heard;

    private volatile Glance glance;
    /** Set before the game starts. */
    private volatile @Nullable GameLoop loop;

    /** A feed for a game that is about to begin or to be replayed; {@code first} is the picture of it. */
    public FeedHub(Subject subject, GameView first, FeedWorks works) {
        this.subject = subject;
        this.works = works;
        this.dialect = works.dialect();
        this.queue = new SerialQueue(works.pool(), works.limits().backlogBatchesMax());
        this.events = new EventReaders(queue, works);
        this.subscriptions = new Subscriptions(dialect, subject.viewer(null));
        this.spectacle = new Spectacle(subject, first, timings);
        this.sheets = new BotSheets(subject, first, timings, BotSheets.ROWS_MAX);
        this.copies = new SharedSheets(sheets, queue, works);
        this.glances = new Glances(subject);
        this.glance = glances.at(first, 0);
        this.spectators = new SpectatorReaders(spectacle);
    }

    public Subject subject() {
        return subject;
    }

    /** What was stored before this process came up; in order, by one thread, before {@link #attach}. */
    @Override
    public void see(Committed commit) {
        history.add(commit);
        spectacle.see(commit);
        sheets.see(commit);
    }

    @Override
    public void see(GameView view, GameTime at) {
        spectacle.see(view);
        sheets.see(view, at);
        glances.see(view);
        lookUp();
    }

    /** From here on it tells what this game does. */
    public void attach(GameLoop game) {
        loop = game;
        game.listen(this);
    }

    @Override
    public void committed(List<Committed> batch) {
        boolean taken = !lost.get() && queue.leave(() -> batch.forEach(this::tell));
        if (heard) {
            queue.wake();
        }
        if (!taken && lost.compareAndSet(false, true)) {
            queue.execute(this::startAgain);
        }
    }

    @Override
    public void viewed(GameView view) {
        queue.execute(() -> {
            see(view, view.now());
            subscriptions.standings(view);
            heard = !events.isEmpty() || !subscriptions.isEmpty();
        });
    }

    @Override
    public void broke(Throwable cause) {
        GameLoop game = loop;
        if (game != null) {
            viewed(game.view());
        }
    }

    /** Tells all that has been handed over so far, without waiting for the page's next beat. */
    public void flush(Runnable then) {
        queue.execute(() -> {
            events.flush();
            spectators.beat(now());
            then.run();
        });
    }

    /** The newest lines of the game's story, oldest first. */
    public CompletableFuture<List<StoryLine>> story() {
        CompletableFuture<List<StoryLine>> lines = new CompletableFuture<>();
        queue.execute(() -> lines.complete(spectacle.story()));
        return lines;
    }

    /** Where it is counted how long a player waits. */
    public Timing timing(PlayerId player) {
        return timings.of(player);
    }

    /** The game in passing, as of its last picture. */
    public Glance glance() {
        return glance;
    }

    /**
     * What a bot does in this game, half a second old at most, within it nothing where it was never let in; empty where too
     * many bots are asked for at once.
     */
    public Optional<CompletableFuture<Optional<Packed>>> bot(String name) {
        return copies.of(name);
    }

    void follow(Outbox reader, FeedView view) {
        queue.execute(() -> {
            switch (view) {
                case EVENTS -> {
                    events.add(reader);
                    heard = true;
                }
                case SPECTATOR -> {
                    spectators.add(reader, now());
                    lookUp();
                    keepBeating();
                }
            }
        });
    }

    void leave(Outbox reader) {
        queue.execute(() -> drop(reader));
    }

    /** Lets a reader go who has heard all that was handed over so far; complete when he hears nothing more. */
    CompletableFuture<Void> dismiss(Outbox reader) {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        flush(() -> {
            drop(reader);
            gone.complete(null);
        });
        return gone;
    }

    /** Puts frames that belong to no command on the event feed; false where so much waits that they are dropped. */
    public boolean notice(List<String> frames) {
        return queue.offer(() -> events.publish(frames));
    }

    /** The questions whose answers are the first frames of these channels, in the order of {@link #subscribe}. */
    public List<Query> firstQuestions(Subscriber subscriber, Set<Channel> channels) {
        List<Query> queries = new ArrayList<>();
        channels.stream().sorted().forEach(channel -> queries.addAll(questions(subscriber, channel)));
        return queries;
    }

    /** Sends the first frames, and then what comes after them. */
    public void subscribe(Subscriber subscriber, Set<Channel> channels, Reading first) {
        queue.execute(() -> {
            Iterator<Answer> answers = first.answers().iterator();
            for (Channel channel : channels.stream().sorted().toList()) {
                List<String> frames = new ArrayList<>();
                for (Query _ : questions(subscriber, channel)) {
                    dialect.snapshot(channel, first.sequence(), answers.next(), subscriber.viewer())
                            .ifPresent(frames::add);
                }
                long after = first.sequence();
                if (channel == Channel.GAME) {
                    // A picture may be a little older than the answers; the news since then follow it.
                    GameView view = spectacle.view();
                    dialect.snapshot(view, subscriber.viewer()).ifPresent(frames::add);
                    after = Math.min(after, view.sequence());
                }
                if (subscriber.send(frames)) {
                    goOn(subscriber, Set.of(channel), after);
                }
            }
        });
    }

    /**
     * Looks whether everything after a sequence is still there.
     *
     * @param then told on the feed's thread: whether it is, and the last sequence
     */
    public void canResume(long after, BiConsumer<Boolean, Long> then) {
        queue.execute(() -> then.accept(history.covers(after), history.last()));
    }

    /** Sends what came after a sequence, and goes on. */
    public void resume(Subscriber subscriber, Set<Channel> channels, long after) {
        queue.execute(() -> goOn(subscriber, channels, after));
    }

    public void unsubscribe(Subscriber subscriber, Set<Channel> channels) {
        queue.execute(() -> subscriptions.remove(subscriber, channels));
    }

    private void goOn(Subscriber subscriber, Set<Channel> channels, long after) {
        if (after < history.last() && !history.covers(after)) {
            subscriber.cut(CloseCode.TRY_AGAIN_LATER, RESYNC);
        } else if (subscriptions.replay(subscriber, channels, history.after(after))) {
            subscriptions.add(subscriber, channels, Math.max(after, history.last()));
            heard = true;
        }
    }

    private void tell(Committed commit) {
        try {
            see(commit);
            if (!events.isEmpty()) {
                events.publish(dialect.feed(commit, subject.viewer(null)));
            }
            subscriptions.publish(commit);
        } catch (RuntimeException fault) {
            LOG.atError()
                    .addKeyValue("game", subject.game())
                    .setCause(fault)
                    .log(
                            "feed of game {} at sequence {}",
                            subject.game(),
                            commit.command().sequence());
        }
    }

    private List<Query> questions(Subscriber subscriber, Channel channel) {
        PlayerId player = subscriber.viewer().player();
        return switch (channel) {
            case BOOK -> depths();
            case STANDINGS -> List.of(new Query.Standings());
            case ORDERS -> player == null ? List.of() : List.of(new Query.OpenOrders(player));
            case FILLS -> player == null ? List.of() : List.of(new Query.Fills(player));
            case WALLET -> player == null ? List.of() : List.of(new Query.Balances(player));
            case TRADES, GAME -> List.of();
        };
    }

    private List<Query> depths() {
        return subject.rules().instruments().stream()
                .map(instrument -> (Query) new Query.Depth(instrument.symbol(), BOOK_LEVELS_MAX))
                .toList();
    }

    private void drop(Outbox reader) {
        events.remove(reader);
        spectators.remove(reader);
        lookUp();
    }

    /** Feed's thread; before there is a queue, the one that tells the past. */
    private void lookUp() {
        glance = glances.at(spectacle.view(), spectators.count());
    }

    private GameTime now() {
        GameLoop game = loop;
        return game == null ? works.clocks().now() : game.now();
    }

    private void keepBeating() {
        if (!beating) {
            beating = true;
            works.scheduler().after(works.limits().beat(), () -> queue.execute(this::beat));
        }
    }

    private void beat() {
        beating = false;
        spectators.beat(now());
        if (!spectators.isEmpty()) {
            keepBeating();
        }
    }

    /** The feed fell behind by more than it may keep: readers come back and resync, the page's books are asked for. */
    private void startAgain() {
        LOG.atWarn()
                .addKeyValue("game", subject.game())
                .log("feed of game {} fell behind: readers have to start again", subject.game());
        lost.set(false);
        events.cutAll(CloseCode.TRY_AGAIN_LATER, RESYNC);
        subscriptions.cutAll(CloseCode.TRY_AGAIN_LATER, RESYNC);
        spectators.cutAll(CloseCode.TRY_AGAIN_LATER, RESYNC);
        GameLoop game = loop;
        if (game != null) {
            game.ask(depths(), this::correct);
        }
    }

    private void correct(Outcome<Reading> outcome) {
        if (outcome instanceof Outcome.Done<Reading>(var reading)) {
            List<BookView> books = reading.answers().stream()
                    .filter(Answer.Book.class::isInstance)
                    .map(answer -> ((Answer.Book) answer).book())
                    .toList();
            queue.execute(() -> spectacle.correct(books));
        }
    }
}
