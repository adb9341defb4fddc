package io.botpit.server.feed;

import io.botpit.game.Event;
import io.botpit.game.PlayerId;
import io.botpit.protocol.SpectatorFrame.AnswerMs;
import io.botpit.protocol.SpectatorFrame.Conduct;
import io.botpit.protocol.rest.GameBot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the public sees of the players beside what they own, kept from events, and how long they wait. Feed's thread only. */
final class Roster {
    private final Timings timings;
    private final Map<PlayerId, Integer> openOrders = new HashMap<>();
    private final Map<PlayerId, Long> rejects = new HashMap<>();
    private final Set<PlayerId> frozen = new HashSet<>();
    /** Who is not here, and the word for it. */
    private final Map<PlayerId, String> gone = new HashMap<>();

    Roster(Timings timings) {
        this.timings = timings;
    }

    void see(Event event) {
        switch (event) {
            case Event.Accepted(var order, var _) -> openOrders.merge(order.owner(), 1, Integer::sum);
            case Event.Completed(var order, var _) -> openOrders.merge(order.owner(), -1, Integer::sum);
            case Event.Cancelled(var order, var _, var _) -> openOrders.merge(order.owner(), -1, Integer::sum);
            case Event.Rejected(var player, var _, var _) -> rejects.merge(player, 1L, Long::sum);
            case Event.Frozen(var player, var now) -> mark(frozen, player, now);
            case Event.Left(var player, var elsewhere) -> gone.put(player, elsewhere ? "moved" : "away");
            case Event.Arrived(var player) -> gone.remove(player);
            case Event.Repeated _,
                    Event.Amended _,
                    Event.SwitchSet _,
                    Event.TradeEvent _,
                    Event.WalletChanged _,
                    Event.ReferenceMoved _,
                    Event.MarketEvent _,
                    Event.Said _,
                    Event.Admitted _,
                    Event.PhaseChanged _,
                    Event.Announced _,
                    Event.ClockMoved _,
                    Event.ClosingOpened _,
                    Event.Settled _,
                    Event.Ended _,
                    Event.ModeChanged _,
                    Event.Overruled _ -> {
                // nothing of a single player
            }
        }
    }

    /** @param open whether everybody may know how many orders somebody has in the book */
    Conduct of(PlayerId player, boolean open) {
        GameBot.Latency latency = latency(player);
        return new Conduct(
                open ? openOrders.getOrDefault(player, 0) : null,
                rejects.getOrDefault(player, 0L),
                state(player),
                timings.of(player).roundTripMillis(),
                latency == null ? null : new AnswerMs(latency.p50Ms(), latency.p99Ms()));
    }

    String state(PlayerId player) {
        return frozen.contains(player) ? "frozen" : gone.getOrDefault(player, "ok");
    }

    GameBot.@Nullable Latency latency(PlayerId player) {
        return timings.of(player).shown();
    }

    private static void mark(Set<PlayerId> players, PlayerId player, boolean is) {
        if (is) {
            players.add(player);
        } else {
            players.remove(player);
        }
    }
}
