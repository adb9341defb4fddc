package io.botpit.server.tournament;

import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import io.botpit.game.rating.Pool;
import io.botpit.game.tournament.Format;
import io.botpit.game.tournament.Plan;
import io.botpit.game.tournament.Plan.BoutTerms;
import io.botpit.game.tournament.Plan.Conditions;
import io.botpit.game.tournament.Plan.Door;
import io.botpit.game.tournament.Plan.Entering;
import io.botpit.game.tournament.TournamentId;
import io.botpit.protocol.rest.TournamentDetail;
import io.botpit.server.config.Scenarios;
import io.botpit.server.rig.Client;
import io.botpit.server.rig.Rig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A server that runs tournaments, in virtual time; bots are sockets that know nothing of tournaments. */
final class Cup implements AutoCloseable {
    static final TournamentId FIRST = new TournamentId(1);
    static final Duration BOUT = Duration.ofSeconds(10);

    private final Rig rig;
    private final Organiser organiser;
    private final Pictures pictures;
    private final Map<String, Client> clients = new LinkedHashMap<>();
    /** By name; whoever is not in it has none. */
    final Map<String, Scouts.Rating> ratings = new LinkedHashMap<>();

    Cup(Path folder) {
        this(folder, Duration.ZERO);
    }

    /** @param hesitation how long the games of an earlier process go on before the organiser asks for their ends */
    Cup(Path folder, Duration hesitation) {
        rig = new Rig(folder, Rig.plainRules(), Rig.unhurried());
        rig.hand().pass(hesitation);
        organiser = new Organiser(rig.lobby(), new NoHouse(), new Watchers(), new Scenarios(List.of()));
        Thread starting = Thread.ofPlatform().start(organiser::start);
        while (starting.isAlive()) {
            rig.hand().settle();
            Thread.onSpinWait();
        }
        pictures = new Pictures(rig.lobby());
    }

    static Plan plan(Format format, String... allow) {
        Entering entering = new Entering(List.of(allow), 64, true, Door.OPEN, Conditions.NONE);
        BoutTerms bouts = new BoutTerms("classic", "", BOUT.toMillis(), 5_000, "", "", 64);
        return new Plan("cup", format, entering, bouts, List.of(), false, 0, null, 7);
    }

    Rig rig() {
        return rig;
    }

    TournamentActs acts() {
        return organiser;
    }

    /** Registers and stays connected. */
    Client join(String name) {
        Client client = rig.player(name);
        clients.put(name, client);
        return client;
    }

    /** Comes back under its name. */
    void rejoin(String name, String token) {
        Client client = rig.connect();
        client.auth(name, token);
        clients.put(name, client);
    }

    Client client(String name) {
        Client client = clients.get(name);
        if (client == null) {
            throw new IllegalArgumentException("nobody is called " + name);
        }
        return client;
    }

    <T> T answer(CompletableFuture<T> answer) {
        rig.hand().settle();
        return answer.join();
    }

    void create(Plan plan) {
        answer(organiser.create("admin 10.0.0.9", plan));
    }

    Verdict start() {
        return answer(organiser.start("admin 10.0.0.9", FIRST));
    }

    /** The organiser looks round once a second. */
    void pass(Duration span) {
        for (long second = 0; second < span.toSeconds(); second++) {
            rig.hand().pass(Duration.ofSeconds(1));
            organiser.look();
            rig.hand().settle();
        }
    }

    TournamentDetail detail() {
        return answer(pictures.detail(FIRST)).orElseThrow();
    }

    Pictures pictures() {
        return pictures;
    }

    String phase() {
        return detail().tournament().phase();
    }

    /** The names of the table, best first. */
    List<String> table() {
        return detail().standings().stream().map(row -> row.name()).toList();
    }

    @Override
    public void close() {
        rig.close();
    }

    private final class Watchers implements Scouts {
        @Override
        public boolean isOnline(PlayerId player) {
            return rig.sessions().isOnline(player);
        }

        @Override
        public Optional<Rating> rating(PlayerId player, Pool pool) {
            return Optional.ofNullable(ratings.get(rig.lobby().nameOf(player)));
        }
    }

    private static final class NoHouse implements HouseSeats {
        @Override
        public void makeMarket(GameId game, String roster, long seed) {
            throw new IllegalStateException("no house here");
        }

        @Override
        public List<PlayerId> dummies(int count, long seed) {
            throw new IllegalStateException("no house here");
        }
    }
}
