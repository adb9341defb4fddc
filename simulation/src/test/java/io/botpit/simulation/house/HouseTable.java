package io.botpit.simulation.house;

import io.botpit.bots.View;
import io.botpit.bots.house.HouseBots;
import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameTime;
import io.botpit.game.Reason;
import io.botpit.game.rules.Presets;
import io.botpit.server.local.LocalGame;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A game among house bots in virtual time, and what is counted of it. */
final class HouseTable {
    private static final long MICROS_PER_MINUTE = 60_000_000;

    private final LocalGame game;

    /** Trades by symbol. */
    final Map<String, Integer> trades = new TreeMap<>();

    /** Refusals by reason. */
    final Map<Reason, Integer> refusals = new EnumMap<>(Reason.class);

    /** Sent by all. */
    int commands;

    HouseTable(String preset, String bots, long seed) {
        game = new LocalGame(Presets.named(preset, seed), HouseBots.roster(bots, seed), this::count);
    }

    /** Plays up to the end of a minute, the first of which is 1. */
    void playTo(int minute) {
        game.playUntil(new GameTime(minute * MICROS_PER_MINUTE));
    }

    /** How the players see the game now. */
    List<View> views() {
        return game.views();
    }

    private void count(Committed commit) {
        if (commit.command().value() instanceof Command.PlayerCommand) {
            commands++;
        }
        for (Event event : commit.events()) {
            if (event instanceof Event.Traded(var trade)) {
                trades.merge(trade.symbol().text(), 1, Integer::sum);
            } else if (event instanceof Event.Rejected(var _, var reason, var _)) {
                refusals.merge(reason, 1, Integer::sum);
            }
        }
    }
}
