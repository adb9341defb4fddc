package io.botpit.server.local;

import io.botpit.bots.View;
import io.botpit.bots.house.HouseBots.HouseBot;
import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.control.GameController;
import io.botpit.game.control.GameView;
import io.botpit.game.rules.GameRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A game in virtual time, which begins at zero: players have their beats in turn, each sees the game as it then is, and what it
 * wishes is carried out at once. Same rules and players, same game. One thread.
 */
public final class LocalGame {
    /** From one beat of a player to the next, in microseconds. */
    public static final long BEAT_MICROS = 500_000;

    private final GameController game;
    private final Consumer<Committed> witness;
    private final List<Seat> seats = new ArrayList<>();
    private GameTime now = GameTime.EPOCH;
    private long beats;

    /**
     * Seats the players and opens the game.
     *
     * @param witness hears of every command and what came of it
     */
    public LocalGame(GameRules rules, List<HouseBot> players, Consumer<Committed> witness) {
        this.game = new GameController(rules);
        this.witness = witness;
        apply(new Command.Tick());
        for (HouseBot bot : players) {
            PlayerId player = new PlayerId(seats.size() + 1);
            apply(new Command.RefereeCommand("server", new RefereeAct.Admit(player, bot.name())));
            seats.add(new Seat(player, bot, game));
        }
    }

    /** Plays up to a moment of the game, or until it is over. */
    public void playUntil(GameTime end) {
        for (GameTime next = nextBeat(); next.isBefore(end) && !isOver(); next = nextBeat()) {
            wakeBy(next);
            now = next;
            Seat seat = seats.get((int) (beats++ % seats.size()));
            for (Intent intent : seat.beat(now)) {
                apply(new Command.PlayerCommand(seat.player(), intent));
            }
        }
        wakeBy(end);
    }

    public boolean isOver() {
        return game.phase() == GamePhase.ENDED || game.phase() == GamePhase.VOID;
    }

    public GameView view() {
        return game.view();
    }

    /** The game as each player sees it now. */
    public List<View> views() {
        return seats.stream().map(seat -> seat.view(now)).toList();
    }

    private GameTime nextBeat() {
        return GameTime.EPOCH.plusMicros(BEAT_MICROS * beats / seats.size());
    }

    private void wakeBy(GameTime moment) {
        game.wakeAt().filter(at -> !moment.isBefore(at)).ifPresent(at -> {
            now = at;
            apply(new Command.Tick());
        });
    }

    private void apply(Command command) {
        Stamped<Command> stamped = new Stamped<>(game.sequence() + 1, now, command);
        witness.accept(new Committed(stamped, game.apply(stamped)));
    }
}
