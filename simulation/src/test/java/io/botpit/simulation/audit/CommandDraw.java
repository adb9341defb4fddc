package io.botpit.simulation.audit;

import io.botpit.game.Command;
import io.botpit.game.Command.PlayerCommand;
import io.botpit.game.Command.RefereeCommand;
import io.botpit.game.EndCause;
import io.botpit.game.GameMode;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws the commands of a game, one after the other, looking at the naive game to meet the interesting cases. */
final class CommandDraw {
    private static final String SERVER = "server";

    private final NaiveGame game;
    private final Dice dice;
    private final Dice owners;
    private final Dice references;
    private final List<String> names;
    private final WishDraw wishes;
    private final Deque<RefereeAct> opening = new ArrayDeque<>();

    private GameTime now = new GameTime(1_000_000);
    private long sequence;

    CommandDraw(long seed, NaiveGame game) {
        this.game = game;
        this.dice = new Dice(seed);
        // Of its own, so that the rest of what a seed draws stays what it was.
        this.owners = new Dice(seed ^ 0x6f776e657273L);
        this.references = new Dice(seed ^ 0x726566L);
        this.names = RulesDraw.names(seed);
        this.wishes = new WishDraw(dice, game);
        for (int i = 0; i < names.size(); i++) {
            if (dice.permille(950)) {
                opening.add(new RefereeAct.Admit(new PlayerId(i + 1), names.get(i), owner(i + 1)));
            }
            if (dice.permille(950)) {
                opening.add(new RefereeAct.Arrive(new PlayerId(i + 1)));
            }
        }
    }

    Stamped<Command> next() {
        now = later();
        return new Stamped<>(++sequence, now, command());
    }

    /** Mostly a moment later, now and then exactly when time changes something, or one microsecond beside it. */
    private GameTime later() {
        Optional<GameTime> wakeAt = game.wakeAt();
        if (wakeAt.isPresent() && !wakeAt.get().isBefore(now) && dice.permille(3)) {
            GameTime due = wakeAt.get();
            long beside = dice.below(3) - 1L;
            return due.plusMicros(due.micros() + beside < now.micros() ? 0 : beside);
        }
        int kind = dice.below(1_000);
        if (kind < 200) {
            return now;
        }
        return now.plusMicros(dice.upTo(kind < 700 ? 2_000 : kind < 985 ? 50_000 : 2_000_000));
    }

    private Command command() {
        if (!opening.isEmpty() && dice.permille(900)) {
            return referee(opening.remove());
        }
        if (game.phase == GamePhase.LOBBY && dice.permille(60)
                || game.phase == GamePhase.PAUSED && dice.permille(100)) {
            return referee(dice.permille(500) ? new RefereeAct.Start() : new RefereeAct.Resume());
        }
        if (game.mode != GameMode.FULL && dice.permille(100)) {
            return referee(new RefereeAct.SetMode(GameMode.FULL, false));
        }
        if (references.permille(10)) {
            return referee(reference());
        }
        int kind = dice.below(1_000);
        if (kind < 15) {
            return new Command.Tick();
        }
        if (kind < 35) {
            return referee(act());
        }
        PlayerId player = somebody();
        if (isFrozen(player) && dice.permille(300)) {
            return referee(new RefereeAct.Freeze(player, false));
        }
        return new PlayerCommand(player, wishes.of(player));
    }

    private RefereeAct reference() {
        Instrument instrument = references.of(game.state.rules.instruments());
        long before = game.state.reference(instrument);
        long ticks = Math.max(1, before - before / 20 + references.upTo(before / 10 + 2) - 1);
        return new RefereeAct.SetReference(
                references.permille(30) ? new Symbol("XRP/USD") : instrument.symbol(), new Price(ticks));
    }

    private static Command referee(RefereeAct act) {
        return new RefereeCommand(SERVER, act);
    }

    private PlayerId somebody() {
        List<PlayerId> admitted = new ArrayList<>(game.state.players.keySet());
        return admitted.isEmpty() || dice.permille(5)
                ? new PlayerId(1 + dice.below(names.size() + 2))
                : dice.of(admitted);
    }

    private boolean isFrozen(PlayerId player) {
        NaiveState.Player known = game.state.players.get(player);
        return known != null && known.frozen;
    }

    private static RefereeAct leave(PlayerId player) {
        return new RefereeAct.Leave(player, player.number() % 2 == 0);
    }

    private RefereeAct act() {
        int kind = dice.below(1_000);
        if (kind < 1) {
            return dice.permille(500)
                    ? new RefereeAct.End(dice.of(List.of(EndCause.REFEREE, EndCause.SHUTDOWN)))
                    : new RefereeAct.Annul("storm");
        }
        if (kind < 250) {
            return new RefereeAct.Freeze(somebody(), dice.permille(300));
        }
        if (kind < 400) {
            return dice.permille(500) ? new RefereeAct.Arrive(somebody()) : leave(somebody());
        }
        if (kind < 550) {
            return admission();
        }
        return dice.of(List.of(
                new RefereeAct.Pause(),
                new RefereeAct.Pause(),
                new RefereeAct.Resume(),
                new RefereeAct.Start(),
                new RefereeAct.Recover(),
                new RefereeAct.Recover(),
                new RefereeAct.SetMode(dice.of(List.of(GameMode.values())), dice.permille(300)),
                new RefereeAct.CancelOrders(somebody()),
                new RefereeAct.Announce("lunch")));
    }

    private RefereeAct admission() {
        int number = 1 + dice.below(names.size() + 1);
        String name = dice.permille(300) || number > names.size() ? dice.of(names) : names.get(number - 1);
        String cased = dice.permille(300) ? name.toUpperCase(Locale.ROOT) : name;
        String who = dice.permille(100) ? "zoe" : cased;
        return dice.permille(300)
                ? new RefereeAct.AdmitHouse(new PlayerId(number), who)
                : new RefereeAct.Admit(new PlayerId(number), who, owner(number));
    }

    /** One in five has somebody else behind him. */
    private PlayerId owner(int number) {
        return new PlayerId(owners.permille(200) ? 1 + owners.below(names.size()) : number);
    }
}
