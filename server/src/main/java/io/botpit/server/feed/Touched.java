package io.botpit.server.feed;

import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.PlayerId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom a commit means personally, in the order of its events. */
final class Touched {
    private Touched() {}

    static Set<PlayerId> by(Committed commit) {
        return commit.events().stream()
                .map(Touched::owner)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<PlayerId> owner(Event event) {
        return switch (event) {
            case Event.Accepted(var order, var _) -> Optional.of(order.owner());
            case Event.Repeated(var order) -> Optional.of(order.owner());
            case Event.Amended(var order, var _) -> Optional.of(order.owner());
            case Event.Completed(var order, var _) -> Optional.of(order.owner());
            case Event.Cancelled(var order, var _, var _) -> Optional.of(order.owner());
            case Event.Rejected(var player, var _, var _) -> Optional.of(player);
            case Event.SwitchSet(var player, var _) -> Optional.of(player);
            case Event.Filled(var fill) -> Optional.of(fill.owner());
            case Event.WalletChanged(var player, var _, var _, var _) -> Optional.of(player);
            case Event.Overruled _,
                    Event.GameEvent _,
                    Event.Traded _,
                    Event.MarketEvent _,
                    Event.ReferenceMoved _,
                    Event.Said _ -> Optional.empty();
        };
    }
}
