package io.botpit.simulation.weather;

import io.botpit.bots.house.HouseBots;
import io.botpit.bots.house.HouseBots.HouseBot;
import io.botpit.game.RefereeAct;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.rules.Schedule;
import io.botpit.persistence.journal.Durability;
import io.botpit.persistence.journal.JournalDamaged;
import io.botpit.persistence.journal.StoreBroken;
import io.botpit.server.lobby.NewGame;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.lobby.Passwords;
import io.botpit.simulation.audit.Dice;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One run: a server, its players, its network and its disk under the weather of one seed. First a storm, then a calm in
 * which everything that was owed has to come.
 */
final class Storm {
    private static final long SECOND = 1_000_000;
    private static final long WALL_AT_START = 1_700_000_000L * SECOND;
    private static final long STORM_MICROS = 10 * SECOND;
    private static final long DOWN_MICROS_MAX = 2 * SECOND;
    /** A client that waits for a lost frame comes again after four seconds. */
    private static final long PATIENCE = 6 * SECOND;

    private static final int CRASHES_MAX = 6;
    private static final Climate.Wire CALM = new Climate.Wire(0, 0, 0, 0, 0, 1);

    private final long seed;
    private final Dice dice;
    private final Climate climate;
    private final Passwords passwords;
    private final Calendar calendar = new Calendar();
    private final Promises promises = new Promises();
    private final Faults faults = new Faults();
    private final Witness witness = new Witness(faults);
    private final BadDisk fate;
    private final Disk disk;
    private final List<Line> lines = new ArrayList<>();
    private final List<Trader> traders = new ArrayList<>();
    private final List<HouseSeat> house = new ArrayList<>();
    private final Trace trace = new Trace();
    private final Inspector inspector;
    private @Nullable Machine machine;
    private @Nullable Server server;
    private boolean calm;
    private boolean ending;
    private boolean echoing;
    private long wallOffset;
    private long numbers;
    private int crashes;
    private long events;

    /** What came of it. */
    record Report(long seed, Climate climate, long events, Map<Fault, Long> faults, long promises, long trace) {}

    Storm(long seed, Passwords passwords) {
        this.seed = seed;
        this.dice = new Dice(seed);
        this.climate = Climate.draw(dice);
        this.passwords = passwords;
        this.fate = new BadDisk(this);
        this.disk = new Disk(fate, dice, climate.box().durability());
        this.inspector = new Inspector(disk, witness, promises, trace);
    }

    /** From now on the disk says yes and does nothing. */
    Storm withDiskThatLies() {
        fate.lie();
        return this;
    }

    /** Once a second a game is asked what only a mistake of the server itself would ask. */
    Storm withEngineThatBreaks() {
        calendar.after(SECOND, this::breakEngine);
        return this;
    }

    @SuppressWarnings("NullAway") // that is the mistake
    private void breakEngine() {
        Server now = server;
        if (now != null) {
            var _ = now.lobby().openGames().getFirst().loop().submit(null, _ -> {});
        }
        calendar.after(SECOND, this::breakEngine);
    }

    /** From now on some answers reach the client twice, which no connection does. */
    Storm withEchoes() {
        echoing = true;
        return this;
    }

    boolean isEchoing() {
        return echoing;
    }

    /** The admin wants the server to go down. */
    boolean isEnding() {
        return ending;
    }

    Climate climate() {
        return climate;
    }

    Dice dice() {
        return dice;
    }

    Faults faults() {
        return faults;
    }

    Inspector inspector() {
        return inspector;
    }

    Calendar calendar() {
        return calendar;
    }

    Promises promises() {
        return promises;
    }

    boolean isCalm() {
        return calm;
    }

    /** From what the machine could do to it: it had enough, or the storm is over. */
    boolean isSpared() {
        return calm || crashes >= CRASHES_MAX;
    }

    boolean isUp() {
        return server != null;
    }

    boolean isRunning(Server one) {
        return one.equals(server);
    }

    boolean bookIsNamed() {
        return Presets.named(climate.field().preset(), seed).trading().namedBook();
    }

    Climate.Wire wire() {
        return calm ? CALM : climate.wire();
    }

    long thinkMicros() {
        return climate.crowd().thinkMillis() * 1_000L;
    }

    long nextNumber() {
        return ++numbers;
    }

    void note(String what) {
        trace.add(calendar.nowMicros(), what);
    }

    /** Runs to the end; {@link AssertionError} where a rule does not hold. */
    Report run() {
        seat();
        boot();
        calendar.after(SECOND, this::meddle);
        until(STORM_MICROS, () -> false);
        calmDown();
        inspector.audit();
        return new Report(seed, climate, events, faults.counts(), promises.told(), trace.hash());
    }

    private void seat() {
        for (int i = 1; i <= climate.crowd().players(); i++) {
            Trader trader = new Trader(this, "p" + i);
            traders.add(trader);
            calendar.after(dice.upTo(SECOND), trader::act);
        }
        if (!climate.crowd().house().isEmpty()) {
            for (HouseBot bot : HouseBots.roster(climate.crowd().house(), seed)) {
                HouseSeat seat = new HouseSeat(this, bot);
                house.add(seat);
                calendar.after(dice.upTo(SECOND), seat::beat);
            }
        }
    }

    private GameRules rules(boolean listed) {
        List<String> names = IntStream.rangeClosed(1, climate.crowd().players())
                .mapToObj(i -> "p" + i)
                .toList();
        Entry entry = listed && house.isEmpty() ? new Entry(names, 0) : Entry.OPEN;
        return Presets.named(climate.field().preset(), seed)
                .with(entry, new Schedule(false, climate.field().timeLimitMillis()));
    }

    /** Lets everything happen that is due, one thing after the other, for some time or until it is enough. */
    private boolean until(long micros, BooleanSupplier enough) {
        long end = calendar.nowMicros() + micros;
        while (calendar.nowMicros() < end) {
            if (enough.getAsBoolean()) {
                return true;
            }
            step();
        }
        return enough.getAsBoolean();
    }

    private void step() {
        events++;
        try {
            Machine now = machine;
            if (now != null && now.hasWork() && (calendar.isEmpty() || dice.permille(960))) {
                now.work();
            } else {
                calendar.next();
            }
            trace.add(calendar.nowMicros(), "");
        } catch (PowerCut cut) {
            crash();
        }
        Server running = server;
        if (running != null && (running.isBroken() || isCrashDue())) {
            crash();
        }
    }

    private boolean isCrashDue() {
        return !isSpared() && dice.upTo(1_000_000) < climate.box().crashPpm();
    }

    private void boot() {
        Machine fresh = new Machine(calendar, dice, WALL_AT_START + calendar.nowMicros() + wallOffset);
        machine = fresh;
        try {
            Server.Ground ground = new Server.Ground(fresh, disk, climate, witness, passwords);
            Server started = new Server(ground, rules(climate.field().whitelist()));
            server = started;
            note("up");
            faults.happenedIf(crashes > 0, Fault.RESTARTED);
            traders.forEach(trader -> trader.moveTo(someGame()));
            for (HouseSeat seat : house) {
                seat.moveTo(started.lobby().defaultGame().text());
                seat.credentials(null);
                var _ = started.lobby().house(seat.name()).thenAccept(account -> seat.credentials(account.token()));
            }
        } catch (JournalDamaged damage) {
            throw new Broken("rule 33", String.valueOf(damage.getMessage()));
        } catch (PowerCut | StoreBroken | UncheckedIOException failure) {
            note("no start: " + failure);
            crash();
        }
    }

    private void crash() {
        crashes++;
        faults.happened(Fault.CRASHED);
        note("down");
        Machine dying = machine;
        if (dying != null) {
            dying.die();
        }
        server = null;
        machine = null;
        lines.forEach(Line::serverDied);
        lines.clear();
        if (climate.box().durability() == Durability.POWER && dice.permille(500)) {
            note("power");
            faults.happened(Fault.POWER_FAILED);
            disk.powerFailed();
        }
        inspector.audit();
        long step = climate.box().clockStepMillisMax();
        long stepped = dice.upTo(2 * step) - step;
        wallOffset += stepped * 1_000;
        faults.happenedIf(stepped != 0, Fault.CLOCK_STEPPED);
        calendar.after(1 + dice.upTo(DOWN_MICROS_MAX), this::boot);
    }

    /** The referee, and other things that happen now and then. */
    private void meddle() {
        Server now = server;
        Machine on = machine;
        if (now != null && on != null && !calm) {
            List<OpenGame> games = now.lobby().openGames();
            if (games.size() <= climate.crowd().moreGames()) {
                var _ = now.lobby().open("admin 10.0.0.9", new NewGame(rules(false), "One more", dice.permille(500)));
            }
            if (dice.permille(700)) {
                Watcher.come(this, now, dice.of(games).id().text());
            }
            if (dice.permille(10 * climate.box().pausePermille())) {
                act(dice.of(games), dice.permille(600) ? new RefereeAct.Pause() : new RefereeAct.Start());
            }
            if (dice.permille(50)) {
                long jump = dice.upTo(climate.box().clockStepMillisMax()) * 1_000 / 100;
                on.oversleep(jump);
                faults.happenedIf(jump > 0, Fault.CLOCK_JUMPED);
            }
        }
        calendar.after(dice.upTo(SECOND), this::meddle);
    }

    private void act(OpenGame game, RefereeAct act) {
        Server now = server;
        if (now != null) {
            now.lobby().act(game.id(), "admin 10.0.0.9", act);
        }
    }

    /** A game that is open, drawn; the default one where none is known. */
    String someGame() {
        Server now = server;
        if (now == null) {
            return "g1";
        }
        List<OpenGame> running =
                now.lobby().openGames().stream().filter(game -> !game.isOver()).toList();
        return running.isEmpty()
                ? now.lobby().defaultGame().text()
                : dice.of(running).id().text();
    }

    Line connect(Caller caller) {
        Machine on = machine;
        Server to = server;
        if (on == null || to == null) {
            throw new IllegalStateException("nobody to connect to");
        }
        Line line = new Line(this, on, caller);
        lines.add(line);
        line.opened(
                caller.isHouse() ? to.sessions().openHouse(line) : to.sessions().open(line));
        return line;
    }

    private void calmDown() {
        calm = true;
        note("calm");
        require("a server that starts again", 10 * SECOND, () -> server != null);
        require("players who are in", 30 * SECOND, () -> traders.stream().allMatch(t -> t.isIn() || t.isShutOut()));
        require("answers to all", 5 * SECOND, () -> lines.stream().allMatch(l -> !l.isOpen() || l.isAnswered()));
        end();
    }

    private void end() {
        Server now = server;
        if (now == null) {
            throw new Broken("liveness", "the server went down in calm weather");
        }
        // A paused game's clock stands, and its players' sessions hear nothing of an admin but this.
        now.lobby().openGames().forEach(game -> act(game, new RefereeAct.Start()));
        long limit = climate.field().timeLimitMillis();
        if (limit > 0) {
            require(
                    "games that end in time",
                    limit * 1_000 + 2 * SECOND,
                    () -> now.lobby().openGames().stream().allMatch(OpenGame::isOver));
        }
        if (traders.stream().anyMatch(Caller::isIn)) {
            ending = true;
            require("an ear for the admin", 2 * PATIENCE, now::isAskedToStop);
        }
        now.stop();
        require(
                "a shutdown",
                5 * SECOND,
                () -> now.isStopped()
                        && now.sessions().count() == 0
                        && now.lobby().openGames().stream().allMatch(OpenGame::isOver));
    }

    private void require(String what, long micros, BooleanSupplier come) {
        if (!until(micros, come)) {
            throw new Broken("liveness", what + " did not come within " + micros / SECOND + " s of calm weather");
        }
    }
}
