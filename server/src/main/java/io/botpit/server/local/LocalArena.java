package io.botpit.server.local;

import io.botpit.bots.house.HouseBots;
import io.botpit.bots.house.HouseBots.HouseBot;
import io.botpit.game.Answer;
import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.Query;
import io.botpit.game.RefereeAct;
import io.botpit.game.control.GameView;
import io.botpit.game.rules.GameRules;
import io.botpit.game.scenario.House;
import io.botpit.server.http.BotPort;
import io.botpit.server.http.Sockets;
import io.botpit.server.link.CloseCode;
import io.botpit.server.link.Link;
import io.botpit.server.lobby.Account;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.lobby.Refused;
import io.botpit.server.lobby.Registered;
import io.botpit.server.lobby.Registration;
import io.botpit.server.loop.Whereabouts;
import io.botpit.server.session.Sessions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One game of a whole server in virtual time: lobby, sessions, loop and journal are the server's own. Strategies of this
 * process sit at the table directly, bots of other programs behind sessions. First all take their seats, in an order that
 * counts; then it is played. One thread.
 */
public final class LocalArena implements AutoCloseable {
    /** Who acts, in the journal. */
    private static final String BY = "play";

    private final VirtualTime time;
    private final ArenaLobby lobby;
    private final Sessions sessions;
    private final Doors doors;
    private final OpenGame game;
    private final Table table;
    private final Runnable lock;
    private final List<Guest> guests = new ArrayList<>();
    private final List<PipeLink> pipes = new ArrayList<>();
    private final Map<String, String> absent = new LinkedHashMap<>();
    private @Nullable Hall hall;

    /**
     * The parts of the server that it runs on.
     *
     * @param lobby on that time, with a default game that waits for its start
     */
    public record Works(VirtualTime time, ArenaLobby lobby, Sessions sessions, Doors doors) {}

    /** Opens a port for bots that come by themselves. */
    @FunctionalInterface
    public interface Doors {
        /**
         * At any free port, or at the configured one.
         *
         * @param silence after which a bot that does not even answer the port's pings is cut
         */
        BotPort open(Sockets sockets, Duration silence);
    }

    /** Where bots that come by themselves wait, and its door. */
    private record Hall(Callers callers, BotPort port) {}

    /**
     * Nobody is there yet.
     *
     * @param lock closes what is open once all have left
     */
    public LocalArena(Works works, Runnable lock) {
        this.time = works.time();
        this.lobby = works.lobby();
        this.sessions = works.sessions();
        this.doors = works.doors();
        this.lock = lock;
        this.game = lobby.currentGame();
        this.table = new Table(time, game.rules(), game.loop());
        time.settle();
    }

    public GameId id() {
        return game.id();
    }

    public GameRules rules() {
        return game.rules();
    }

    /** Seats whom the game's scenario brings, if it has one. */
    public void seatScenario() {
        game.scenario().ifPresent(driver -> {
            House house = driver.scenario().house();
            HouseBots.around(driver.guide(), house.makers(), house.noise(), rules().seed())
                    .forEach(this::seatHouse);
        });
    }

    /** Seats one of the house, which is in nobody's way: its name may be another if a player has it. */
    public void seatHouse(HouseBot bot) {
        String name = now(lobby.house(bot.name())).name();
        seat(lobby.accounts().named(name).orElseThrow(), bot);
    }

    /** Seats a player; {@link IllegalArgumentException} says why it is not let in. */
    public void seat(HouseBot bot) {
        CompletableFuture<Registered> registered = new CompletableFuture<>();
        lobby.register(new Registration(bot.name(), null, null, game), registered::complete);
        switch (now(registered)) {
            case Registered.Welcome(var account, var _) -> seat(account, bot);
            case Refused(var denial, var detail) ->
                throw new IllegalArgumentException(bot.name() + ": " + denial.code() + " " + detail);
        }
    }

    private void seat(Account account, HouseBot bot) {
        CompletableFuture<Optional<Refused>> entered = new CompletableFuture<>();
        lobby.enter(account, game, entered::complete);
        now(entered).ifPresent(no -> {
            throw new IllegalArgumentException(bot.name() + ": " + no.detail());
        });
        game.presence(account.id(), Whereabouts.HERE);
        table.seat(new Seat(account.id(), new HouseBot(account.name(), bot.strategy()), table));
    }

    private <T> T now(CompletableFuture<T> soon) {
        time.settle();
        return soon.join();
    }

    /**
     * Starts a program, which talks through its standard input and output, and waits until it is in or is given up.
     *
     * @param command of the shell
     * @throws IOException if it cannot be started
     */
    public void invite(String name, String command, GuestLimits limits) throws IOException {
        PipeLink pipe = PipeLink.start(command, name);
        pipes.add(pipe);
        Inbox inbox = new Inbox();
        Guest guest = welcome(name, pipe, inbox, limits);
        pipe.listen(inbox);
        letIn(guest);
    }

    /** Opens the door for as many bots that come by themselves; the number of the port. Once. */
    public int listen(int seats, GuestLimits limits) {
        Callers callers = new Callers(seats);
        BotPort port = doors.open(callers, limits.silence());
        hall = new Hall(callers, port);
        return port.number();
    }

    /** Waits for the next bot that connects, until it is in or is given up; the door is open. */
    public void expect(String name, GuestLimits limits) {
        Callers.Caller caller = Objects.requireNonNull(hall).callers().next(limits.arrival());
        if (caller == null) {
            absent.put(
                    name,
                    "did not connect within " + limits.arrival().toSeconds()
                            + " s (arrival_seconds_max): start it while the game waits");
            return;
        }
        letIn(welcome(name, caller.link(), caller.inbox(), limits));
    }

    private Guest welcome(String name, Link line, Inbox inbox, GuestLimits limits) {
        Guest guest = new Guest(name, line, inbox, new Guest.Ground(time, sessions, limits));
        guests.add(guest);
        table.seat(guest);
        return guest;
    }

    private void letIn(Guest guest) {
        long before = lobby.accounts(0, Integer.MAX_VALUE).size();
        guest.logIn(() -> lobby.accounts(before, 1).stream()
                .filter(account -> game.admitted(account.id()))
                .map(Account::name)
                .findFirst());
    }

    /** All have their seats. */
    public void start() {
        lobby.act(game.id(), BY, new RefereeAct.Start()).ifPresent(this::now);
    }

    /** The moment of the game after so many milliseconds. */
    public GameTime after(long millis) {
        return table.after(millis);
    }

    /** Plays up to a moment of the game, or until it is over. */
    public void playUntil(GameTime end) {
        table.playUntil(end);
    }

    /** Lets the next player beat; false: a moment of the game comes first, up to which it was played. */
    public boolean step(GameTime end) {
        return table.step(end);
    }

    public GameTime now() {
        return time.now();
    }

    /** What the game answers now, in the order of the questions. */
    public List<Answer> answers(List<Query> queries) {
        return table.answers(queries);
    }

    public boolean isOver() {
        return table.isOver();
    }

    /** A recent picture of the game: a quarter of a second old at most, and never of an earlier phase. */
    public GameView view() {
        return table.view();
    }

    /** What became of bots that did not play to the end, by name. */
    public Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>(absent);
        guests.forEach(guest -> guest.fault().ifPresent(why -> faults.put(guest.name(), why)));
        return faults;
    }

    /** The game is over, or nobody wants to see more of it: the programs go, if need be by force. */
    @Override
    public void close() {
        try {
            guests.forEach(Guest::sayGoodbye);
        } finally {
            pipes.forEach(pipe -> pipe.close(CloseCode.GOING_AWAY, "the game is over"));
            pipes.forEach(PipeLink::await);
            if (hall != null) {
                hall.port().close();
            }
            lock.run();
        }
    }
}
