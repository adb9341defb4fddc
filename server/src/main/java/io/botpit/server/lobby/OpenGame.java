package io.botpit.server.lobby;

import io.botpit.dialect.Denial;
import io.botpit.dialect.GameSummary;
import io.botpit.dialect.Viewer;
import io.botpit.game.Command.RefereeCommand;
import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.control.GameView;
import io.botpit.game.report.Reporter;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.server.feed.FeedHub;
import io.botpit.server.loop.GameLoop;
import io.botpit.server.loop.Whereabouts;
import io.botpit.server.scenario.ScenarioDriver;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A game of this process: its loop, its feed and who was let in. Any thread. */
public final class OpenGame {
    /** Said of a game that is full, over, or has a list without the name. */
    static final Refused TAKES_NOBODY = new Refused(Denial.NOT_WHITELISTED, "this game does not take you");

    private final JournalHead head;
    private final boolean asDefault;
    private final @Nullable ScenarioDriver driver;
    private final GameLoop loop;
    private final Absences absences;
    private final FeedHub feed;
    private final @Nullable Reporter reporter;
    private final Set<PlayerId> admitted = ConcurrentHashMap.newKeySet();
    private final Set<PlayerId> owners = ConcurrentHashMap.newKeySet();
    private final AtomicInteger users = new AtomicInteger();

    OpenGame(JournalHead head, Works works, boolean asDefault) {
        this.head = head;
        this.asDefault = asDefault;
        this.driver = works.driver();
        this.loop = works.loop();
        this.absences = works.absences();
        this.feed = works.feed();
        this.reporter = works.reporter();
    }

    /** What it runs on. */
    record Works(
            FeedHub feed,
            GameLoop loop,
            Absences absences,
            @Nullable ScenarioDriver driver,
            @Nullable Reporter reporter) {}

    public GameId id() {
        return loop.id();
    }

    public String title() {
        return head.title();
    }

    /** With the seed in it, which is nobody's to know before the end. */
    public JournalHead head() {
        return head;
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

    /** What happens in it by itself. */
    public Optional<ScenarioDriver> scenario() {
        return Optional.ofNullable(driver);
    }

    /** Who follows it from its first command on, for the thread that tells of its commands; null: nobody does. */
    @Nullable
    Reporter reporter() {
        return reporter;
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

    /** Nobody is connected, whatever the journal of an earlier process says; who comes back at once was not missed. */
    void emptySeats() {
        admitted.forEach(player -> presence(player, Whereabouts.NOWHERE));
    }

    /** A player's first connection is up, or the last one is gone. */
    public void presence(PlayerId player, Whereabouts where) {
        absences.see(player, where);
    }

    /**
     * Why an account cannot come in, if so, or empty where it is in. The lobby knows what the game would say, since
     * nobody else lets players in. Lobby's thread only.
     */
    Optional<Refused> obstacle(Account account) {
        if (admitted(account.id())) {
            return Optional.empty();
        }
        Entry entry = rules().entry();
        boolean house = account.house();
        if (isOver() || !house && (isFull() || !entry.admits(account.name()))) {
            return Optional.of(TAKES_NOBODY);
        }
        return !house && entry.rated() && owners.contains(account.owner())
                ? Optional.of(new Refused(
                        Denial.OWNER_IN_GAME, "another bot of your owner is in this rated game: one for each owner"))
                : Optional.empty();
    }

    /** Lobby's thread only; once per account. */
    void admit(Account account, Runnable then) {
        PlayerId player = account.id();
        take(player, new Entrant(account.owner(), account.house()));
        RefereeAct act = account.house()
                ? new RefereeAct.AdmitHouse(player, account.name())
                : new RefereeAct.Admit(player, account.name(), account.owner());
        loop.owe(new RefereeCommand(GameLoop.SERVER, act), _ -> then.run());
    }

    /** Somebody is in, by now or by the journal. */
    void take(PlayerId player, Entrant entrant) {
        if (!entrant.house()) {
            users.incrementAndGet();
            owners.add(entrant.owner());
        }
        admitted.add(player);
    }

    /** Who came in: whose, and whether as the house's. */
    record Entrant(PlayerId owner, boolean house) {}

    public GameSummary summary(boolean isDefaultNow) {
        GameView view = view();
        return new GameSummary(
                id(),
                head.title(),
                view.phase(),
                admitted.size(),
                view.clock(),
                head.commitment().orElse(null),
                isDefaultNow);
    }
}
