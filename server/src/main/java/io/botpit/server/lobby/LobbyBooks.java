package io.botpit.server.lobby;

import io.botpit.dialect.Denial;
import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.tournament.Bout.State;
import io.botpit.game.tournament.Fact;
import io.botpit.game.tournament.Tournament;
import io.botpit.game.tournament.TournamentId;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.persistence.journal.LobbyRecord.AccountOpened;
import io.botpit.persistence.journal.LobbyRecord.AdminActed;
import io.botpit.persistence.journal.LobbyRecord.GameClosed;
import io.botpit.persistence.journal.LobbyRecord.GameOpened;
import io.botpit.persistence.journal.LobbyRecord.PasswordChanged;
import io.botpit.persistence.journal.LobbyRecord.TokenChanged;
import io.botpit.persistence.journal.LobbyRecord.TournamentMoved;
import io.botpit.persistence.journal.LobbyRecord.VersionAnnounced;
import io.botpit.server.loop.Clocks;
import io.botpit.server.loop.FatalFault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts and games as the lobby's journal has them: written there first, then true. Lobby's thread only. */
final class LobbyBooks implements AutoCloseable {
    private static final int ACTS_KEPT = 10_000;

    private final LobbyJournal journal;
    private final Accounts accounts;
    private final Clocks clocks;
    private final FatalFault fatal;
    private final GameWatch watch;
    private final Map<GameId, GameOpened> unfinished = new LinkedHashMap<>();
    private final Map<GameId, GameOpened> finished = new LinkedHashMap<>();
    /** Newest first; those that are left out are in the journal all the same. */
    private final Deque<AdminAct> acts = new ArrayDeque<>();

    private final Map<TournamentId, TournamentFile> tournaments = new LinkedHashMap<>();

    private long lastAct;
    private int lastPlayer;
    private int lastGame;

    LobbyBooks(LobbyJournal.Opened opened, Accounts accounts, GameWorks works) {
        this.journal = opened.journal();
        this.accounts = accounts;
        this.clocks = works.machinery().clocks();
        this.fatal = works.machinery().fatal();
        this.watch = works.watch();
        opened.records().forEach(this::take);
    }

    /** Games that were opened and not closed, oldest first. */
    List<GameOpened> unfinished() {
        return new ArrayList<>(unfinished.values());
    }

    /** Games that were closed with a result, oldest first. */
    List<GameOpened> finished() {
        return new ArrayList<>(finished.values());
    }

    boolean isUnfinished(GameId game) {
        return unfinished.containsKey(game);
    }

    GameTime now() {
        return clocks.now();
    }

    /** The id of the next game; never one that was given before. */
    GameId nextGame() {
        return new GameId("g" + (lastGame + 1));
    }

    Account openAccount(Registration wanted, String tokenHash) {
        PlayerId id = new PlayerId(lastPlayer + 1);
        PlayerId owner = wanted.owner() == null ? id : wanted.owner().id();
        List<LobbyRecord> records = new ArrayList<>();
        records.add(new AccountOpened(id, wanted.name(), false, owner, tokenHash, clocks.now()));
        if (wanted.passwordHash() != null) {
            records.add(new PasswordChanged(id, wanted.passwordHash(), clocks.now()));
        }
        write(records);
        return accounts.get(id);
    }

    void openHouseAccount(String name, String tokenHash) {
        PlayerId id = new PlayerId(lastPlayer + 1);
        write(List.of(new AccountOpened(id, name, true, id, tokenHash, clocks.now())));
    }

    void changeToken(PlayerId player, String tokenHash) {
        write(List.of(new TokenChanged(player, tokenHash, clocks.now())));
    }

    void changePassword(PlayerId player, String passwordHash) {
        write(List.of(new PasswordChanged(player, passwordHash, clocks.now())));
    }

    /** Why a bot cannot be another version now; empty: it is this one. */
    Optional<Refused> announce(PlayerId player, String version) {
        if (version.equals(accounts.get(player).version())) {
            return Optional.empty();
        }
        List<Tournament> played = tournaments.values().stream()
                .map(TournamentFile::tournament)
                .filter(tournament -> tournament.isPlayedBy(player))
                .toList();
        Optional<Refused> frozen = played.stream()
                .filter(tournament -> tournament.freezes(player))
                .findFirst()
                .map(tournament -> frozen(tournament.id(), accounts.get(player).version()));
        if (frozen.isEmpty()) {
            write(List.of(new VersionAnnounced(player, version, !played.isEmpty(), clocks.now())));
        }
        return frozen;
    }

    private static Refused frozen(TournamentId tournament, @Nullable String version) {
        return new Refused(
                Denial.VERSION_FROZEN,
                "tournament " + tournament + " keeps the versions that its bots had at its start; log in again "
                        + (version == null ? "without bot_version" : "with bot_version " + version));
    }

    void gameOpened(JournalHead head, boolean asDefault) {
        write(List.of(opened(head, asDefault)));
    }

    /** Both in one write: a game that is a bout is never without it. */
    void boutOpened(JournalHead head, BoutOf bout) {
        Fact fact = new Fact.BoutOpened(bout.number(), head.game());
        write(List.of(opened(head, false), new TournamentMoved(bout.tournament(), fact, clocks.now())));
    }

    private GameOpened opened(JournalHead head, boolean asDefault) {
        return new GameOpened(
                head.game(), head.title(), asDefault, head.commitment().orElse(null), clocks.now());
    }

    void gameClosed(GameId game, boolean annulled, String why) {
        if (unfinished.containsKey(game)) {
            write(List.of(new GameClosed(game, annulled, why, clocks.now())));
        }
    }

    void adminActed(String by, String what, @Nullable GameId game) {
        write(List.of(new AdminActed(by, what, game, clocks.now())));
    }

    void tournamentMoved(TournamentId tournament, Fact fact) {
        write(List.of(new TournamentMoved(tournament, fact, clocks.now())));
    }

    /** Oldest first. */
    Collection<TournamentFile> tournaments() {
        return Collections.unmodifiableCollection(tournaments.values());
    }

    Optional<TournamentFile> tournament(TournamentId id) {
        return Optional.ofNullable(tournaments.get(id));
    }

    /** Whether a game is one of a tournament that waits for its result. */
    boolean isBout(GameId game) {
        return tournaments.values().stream()
                .flatMap(file -> file.tournament().bouts().stream())
                .anyMatch(bout -> bout.state() instanceof State.Open(var open, var _) && open.equals(game));
    }

    /** The newest acts of the admin, newest first, from the one before {@code before} on; 0 starts at the newest. */
    List<AdminAct> acts(long before, int limit) {
        return acts.stream()
                .filter(act -> before == 0 || act.number() < before)
                .limit(limit)
                .toList();
    }

    @Override
    public void close() {
        journal.close();
    }

    private void write(List<LobbyRecord> records) {
        long last;
        try {
            last = journal.append(records);
        } catch (RuntimeException fault) {
            fatal.report("journal of the lobby", fault);
            throw fault;
        }
        records.forEach(this::take);
        long sequence = last - records.size();
        for (LobbyRecord record : records) {
            watch.recorded(++sequence, record);
        }
    }

    private void take(LobbyRecord record) {
        switch (record) {
            case AccountOpened(var id, var name, var house, var owner, var tokenHash, var _) -> {
                accounts.put(new Account(id, name, owner, house, tokenHash, null, null));
                lastPlayer = Math.max(lastPlayer, id.number());
            }
            case TokenChanged(var id, var hash, var _) ->
                accounts.put(accounts.get(id).withToken(hash));
            case PasswordChanged(var id, var hash, var _) ->
                accounts.put(accounts.get(id).withPassword(hash));
            case VersionAnnounced(var id, var version, var _, var _) ->
                accounts.put(accounts.get(id).withVersion(version));
            case GameOpened opened -> {
                unfinished.put(opened.game(), opened);
                lastGame = Math.max(lastGame, number(opened.game()));
            }
            case GameClosed(var game, var annulled, var _, var _) -> {
                GameOpened opened = unfinished.remove(game);
                if (opened != null && !annulled) {
                    finished.put(game, opened);
                }
            }
            case TournamentMoved moved -> {
                TournamentFile known = tournaments.get(moved.tournament());
                if (known == null) {
                    tournaments.put(moved.tournament(), new TournamentFile(moved));
                } else {
                    known.add(moved);
                }
            }
            case AdminActed(var by, var what, var game, var at) -> {
                lastAct++;
                acts.addFirst(new AdminAct(lastAct, by, what, game, at));
                if (acts.size() > ACTS_KEPT) {
                    acts.removeLast();
                }
            }
        }
    }

    private static int number(GameId game) {
        return Integer.parseInt(game.text().substring(1));
    }
}
