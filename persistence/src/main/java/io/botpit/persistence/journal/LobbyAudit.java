package io.botpit.persistence.journal;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.InvariantBroken;
import io.botpit.game.PlayerId;
import io.botpit.game.rules.Entry;
import io.botpit.game.tournament.Fact;
import io.botpit.game.tournament.Plan;
import io.botpit.game.tournament.Tournament;
import io.botpit.game.tournament.TournamentId;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the lobby's records one after another and checks what must hold among them. For one thread. */
final class LobbyAudit {
    private static final Pattern TOKEN_HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern BCRYPT_HASH = Pattern.compile("\\$2[aby]?\\$\\d\\d\\$[./A-Za-z0-9]{53}");

    private final Map<PlayerId, String> names = new HashMap<>();
    private final Map<PlayerId, PlayerId> owners = new HashMap<>();
    private final Map<PlayerId, String> versions = new HashMap<>();
    private final Set<String> folded = new HashSet<>();
    private final Map<GameId, String> titles = new HashMap<>();
    private final Map<GameId, Optional<String>> commitments = new HashMap<>();
    private final Set<GameId> closed = new HashSet<>();
    private final Set<GameId> finished = new HashSet<>();
    private final Map<TournamentId, Tournament> tournaments = new HashMap<>();
    private final Journals journals;
    private final LobbyJournal.Contents contents;
    private long sequence;
    private @Nullable JournalFault fault;

    LobbyAudit(Path folder) {
        journals = new Journals(folder);
        contents = LobbyJournal.contents(Shelf.of(folder), this::hear);
    }

    LobbyJournal.Contents contents() {
        return contents;
    }

    /** The first record that contradicts those before it, or null. */
    @Nullable
    JournalFault fault() {
        return fault;
    }

    /** Under which title a game was opened; null if it was not. */
    @Nullable
    String title(GameId game) {
        return titles.get(game);
    }

    /** What was said of a game's seed when it was opened. */
    Optional<String> commitment(GameId game) {
        return commitments.getOrDefault(game, Optional.empty());
    }

    /** The name of an account; null if there is none. */
    @Nullable
    String name(PlayerId player) {
        return names.get(player);
    }

    /** Whether a game was closed as one that has a result. */
    boolean isFinished(GameId game) {
        return finished.contains(game);
    }

    private void hear(LobbyRecord record, long offset) {
        sequence++;
        try {
            check(record);
        } catch (InvariantBroken broken) {
            if (fault == null) {
                fault = new JournalFault(
                        JournalFault.Kind.INVARIANT, sequence, offset, String.valueOf(broken.getMessage()));
            }
        }
    }

    private void check(LobbyRecord record) {
        switch (record) {
            case LobbyRecord.AccountOpened(var player, var name, var _, var owner, var hash, var _) -> {
                owned(player, owner);
                require(names.put(player, name) == null, "account " + player.number() + " is opened twice");
                require(folded.add(Entry.fold(name)), "the name " + name + " is given twice");
                requireHash(TOKEN_HASH, hash);
            }
            case LobbyRecord.TokenChanged(var player, var hash, var _) -> {
                requireKnown(player);
                requireHash(TOKEN_HASH, hash);
            }
            case LobbyRecord.PasswordChanged(var player, var hash, var _) -> {
                requireKnown(player);
                requireHash(BCRYPT_HASH, hash);
            }
            case LobbyRecord.VersionAnnounced announced -> announce(announced);
            case LobbyRecord.GameOpened(var game, var title, var _, var commitment, var _) -> {
                require(titles.put(game, title) == null, "game " + game + " is opened twice");
                commitments.put(game, Optional.ofNullable(commitment));
            }
            case LobbyRecord.GameClosed(var game, var annulled, var _, var _) -> {
                require(titles.containsKey(game), "game " + game + " is closed and was never opened");
                require(closed.add(game), "game " + game + " is closed twice");
                if (!annulled) {
                    require(journals.exists(game), "game " + game + " has a result and no journal");
                    finished.add(game);
                }
            }
            case LobbyRecord.AdminActed(var by, var what, var _, var _) ->
                require(!by.isBlank() && !what.isBlank(), "rule 43: an act of the admin without a name");
            case LobbyRecord.TournamentMoved(var id, var fact, var at) -> move(id, fact, at);
        }
    }

    private void announce(LobbyRecord.VersionAnnounced announced) {
        PlayerId player = announced.player();
        requireKnown(player);
        int chars = announced.version().length();
        require(chars > 0 && chars <= LobbyRecord.VERSION_CHARS_MAX, "a version of " + chars + " characters");
        require(
                !announced.version().equals(versions.put(player, announced.version())),
                "the same version is announced twice");
        require(
                tournaments.values().stream().noneMatch(one -> one.freezes(player)),
                "a version is announced where a tournament keeps another one");
        boolean plays = tournaments.values().stream().anyMatch(one -> one.isPlayedBy(player));
        require(
                plays == announced.inTournament(),
                "a version is wrongly noted as announced " + (plays ? "outside" : "in") + " a tournament");
    }

    /** The tournament itself says what cannot happen in it; what it names must be there. */
    private void move(TournamentId id, Fact fact, GameTime at) {
        switch (fact) {
            case Fact.Created(var plan) ->
                require(
                        tournaments.put(id, new Tournament(id, plan)) == null,
                        "tournament " + id + " is created twice");
            case Fact.Entered(var entrant) -> requireKnown(entrant.player());
            case Fact.BoutOpened(var _, var game) ->
                require(titles.containsKey(game), "game " + game + " is a bout and was never opened");
            case Fact.Started(var seeding, var frozen) ->
                seeding.forEach(player -> require(
                        Objects.equals(frozen.get(player), isFrozen(id) ? versions.get(player) : null),
                        "tournament " + id + " freezes a version that was not announced last"));
            case Fact.CheckedIn _,
                    Fact.Withdrawn _,
                    Fact.NoShow _,
                    Fact.BoutPlayed _,
                    Fact.BoutVoided _,
                    Fact.Woke _,
                    Fact.Cancelled _ -> {}
        }
        Tournament tournament = tournaments.get(id);
        require(tournament != null, "tournament " + id + " goes on and was never created");
        if (tournament != null && !(fact instanceof Fact.Created)) {
            tournament.apply(fact, at);
        }
    }

    private boolean isFrozen(TournamentId id) {
        Tournament tournament = tournaments.get(id);
        return tournament != null && tournament.plan().entering().door() == Plan.Door.FROZEN;
    }

    private void owned(PlayerId player, PlayerId owner) {
        boolean known = owner.equals(player) || owner.equals(owners.get(owner));
        require(known, "account " + player.number() + " has an owner who is none");
        owners.put(player, owner);
    }

    private void requireKnown(PlayerId player) {
        require(names.containsKey(player), "account " + player.number() + " changes and was never opened");
    }

    /** Whatever else it is, it may be a secret: it is not quoted. */
    private static void requireHash(Pattern form, @Nullable String hash) {
        require(hash == null || form.matcher(hash).matches(), "rule 41: a secret is not stored as a hash");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new InvariantBroken(what);
        }
    }
}
