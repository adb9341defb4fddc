package io.botpit.simulation.house;

import io.botpit.bots.View;
import io.botpit.bots.house.HouseBots;
import io.botpit.game.Command;
import io.botpit.game.Event;
import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.PlayerId;
import io.botpit.game.Reason;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.control.GameController;
import io.botpit.game.rules.Presets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A game among house bots in virtual time: each has its beat every 500 ms, one after the other. */
final class HouseTable {
    static final int BEAT_MILLIS = 500;

    private final GameController game;
    private final List<Seat> seats = new ArrayList<>();
    private long nowMillis;

    /** Trades by symbol. */
    final Map<String, Integer> trades = new TreeMap<>();

    /** Refusals by reason. */
    final Map<Reason, Integer> refusals = new EnumMap<>(Reason.class);

    /** Sent by all. */
    int commands;

    HouseTable(String preset, String bots, long seed) {
        game = new GameController(Presets.named(preset, seed));
        for (HouseBots.HouseBot bot : HouseBots.roster(bots, seed)) {
            PlayerId player = new PlayerId(seats.size() + 1);
            apply(new Command.RefereeCommand("server", new RefereeAct.Admit(player, bot.name())));
            seats.add(new Seat(player, bot.name(), bot.strategy(), game));
        }
    }

    /** Plays on. */
    void play(int beats) {
        for (int beat = 0; beat < beats; beat++) {
            for (Seat seat : seats) {
                nowMillis += BEAT_MILLIS / seats.size();
                for (Intent intent : seat.beat(nowMillis)) {
                    commands++;
                    apply(new Command.PlayerCommand(seat.player(), intent));
                }
            }
        }
    }

    /** How the players see the game now. */
    List<View> views() {
        return seats.stream().map(seat -> seat.view(nowMillis)).toList();
    }

    private void apply(Command command) {
        GameTime at = GameTime.EPOCH.plusMillis(nowMillis);
        for (Event event : game.apply(new Stamped<>(game.sequence() + 1, at, command))) {
            if (event instanceof Event.Traded(var trade)) {
                trades.merge(trade.symbol().text(), 1, Integer::sum);
            } else if (event instanceof Event.Rejected(var _, var reason, var _)) {
                refusals.merge(reason, 1, Integer::sum);
            }
        }
    }
}
