package io.botpit.server.feed;

import io.botpit.game.Event;
import io.botpit.game.GamePhase;
import io.botpit.game.PlayerId;
import io.botpit.protocol.SpectatorFrame.Conduct;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the public sees of the players beside what they own, kept from events. Feed's thread only. */
final class Roster {
    private final Map<PlayerId, Integer> openOrders = new HashMap<>();
    private final Map<PlayerId, Long> rejects = new HashMap<>();
    private final Set<PlayerId> frozen = new HashSet<>();
    /** As the game has it on record. */
    private final Set<PlayerId> away = new HashSet<>();
    /** By their connections. */
    private final Set<PlayerId> gone = new HashSet<>();

    void see(Event event) {
        switch (event) {
            case Event.Accepted(var order, var _) -> openOrders.merge(order.owner(), 1, Integer::sum);
            case Event.Completed(var order, var _) -> openOrders.merge(order.owner(), -1, Integer::sum);
            case Event.Cancelled(var order, var _, var _) -> openOrders.merge(order.owner(), -1, Integer::sum);
            case Event.Rejected(var player, var _, var _) -> rejects.merge(player, 1L, Long::sum);
            case Event.Frozen(var player, var now) -> mark(frozen, player, now);
            case Event.Left(var player) -> away.add(player);
            case Event.Arrived(var player) -> away.remove(player);
            // Who comes and goes is on record only while the game waits for its players.
            case Event.PhaseChanged(var _, var to, var _, var _) -> {
                if (to == GamePhase.RUNNING) {
                    away.clear();
                }
            }
            case Event.Repeated _,
                    Event.Amended _,
                    Event.SwitchSet _,
                    Event.TradeEvent _,
                    Event.WalletChanged _,
                    Event.MarketEvent _,
                    Event.Said _,
                    Event.Admitted _,
                    Event.Announced _,
                    Event.ClockMoved _,
                    Event.Ended _,
                    Event.ModeChanged _,
                    Event.Overruled _ -> {
                // nothing of a single player
            }
        }
    }

    void connected(PlayerId player, boolean is) {
        mark(gone, player, !is);
    }

    Conduct of(PlayerId player) {
        return new Conduct(openOrders.getOrDefault(player, 0), rejects.getOrDefault(player, 0L), state(player));
    }

    String state(PlayerId player) {
        return frozen.contains(player) ? "frozen" : away.contains(player) || gone.contains(player) ? "away" : "ok";
    }

    private static void mark(Set<PlayerId> players, PlayerId player, boolean is) {
        if (is) {
            players.add(player);
        } else {
            players.remove(player);
        }
    }
}
