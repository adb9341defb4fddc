package io.botpit.game.control;

import io.botpit.game.Event;
import io.botpit.game.Intent;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.Reason;
import io.botpit.game.market.Refusal;
import io.botpit.game.market.Trader;
import io.botpit.game.rules.GameRules;
import org.jspecify.annotations.Nullable;

/** Decides whether a wish is heard at all: who asks, whether he asked before, and whether the game is open to it. */
final class Hearing {
    private final GameRules rules;
    private final Players players;
    private final Course course;

    Hearing(GameRules rules, Players players, Course course) {
        this.rules = rules;
        this.players = players;
        this.course = course;
    }

    /** The answer to a wish that goes no further, or null: it is heard. Changes nothing. */
    @Nullable
    Event answerAtOnce(PlayerId id, Intent intent) {
        Player player = players.find(id);
        if (player == null) {
            return new Event.Rejected(id, Reason.NOT_A_PLAYER, "not a player of this game: join it first");
        }
        Event early = intent instanceof Intent.PlaceOrder terms ? repeated(player.trader(), terms) : null;
        if (early != null) {
            return early;
        }
        Refusal refusal = check(player, intent);
        return refusal == null ? null : new Event.Rejected(id, refusal.reason(), refusal.detail());
    }

    private @Nullable Refusal check(Player player, Intent intent) {
        Refusal closed = course.checkOpen();
        if (closed == null) {
            closed = checkMode(intent);
        }
        return closed == null ? checkPlayer(player, intent) : closed;
    }

    private @Nullable Refusal checkMode(Intent intent) {
        return switch (course.mode()) {
            case FULL -> null;
            case CANCEL_ONLY ->
                intent instanceof Intent.PlaceOrder
                        ? new Refusal(
                                Reason.GAME_CANCEL_ONLY, "the referee takes cancels and amendments, no new orders")
                        : null;
            case VIEW_ONLY -> new Refusal(Reason.GAME_VIEW_ONLY, "the referee takes questions only");
        };
    }

    private @Nullable Refusal checkPlayer(Player player, Intent intent) {
        return switch (intent) {
            case Intent.PlaceOrder _, Intent.AmendOrder _ -> checkFrozen(player);
            case Intent.Say(var json) -> {
                Refusal frozen = checkFrozen(player);
                yield frozen == null ? checkLength(json) : frozen;
            }
            case Intent.CancelOrder _, Intent.CancelAll _, Intent.CancelAfter _ -> null;
        };
    }

    private static @Nullable Refusal checkFrozen(Player player) {
        return player.isFrozen() ? new Refusal(Reason.PLAYER_FROZEN, "the referee has frozen you") : null;
    }

    private @Nullable Refusal checkLength(String json) {
        int most = rules.limits().messageCharsMax();
        return json.length() > most
                ? new Refusal(
                        Reason.MESSAGE_TOO_LONG,
                        most == 0 ? "this game has no broadcasts" : "a message has at most " + most + " characters")
                : null;
    }

    /** The answer to an order whose client id was used before, or null. */
    private static @Nullable Event repeated(Trader trader, Intent.PlaceOrder terms) {
        if (terms.clientId() == null) {
            return null;
        }
        OrderView first = trader.firstAnswer(terms.clientId()).orElse(null);
        if (first == null) {
            return null;
        }
        return first.terms().equals(terms)
                ? new Event.Repeated(first)
                : new Event.Rejected(
                        trader.id(),
                        Reason.CLIENT_ORDER_ID_REUSED,
                        "client_order_id " + terms.clientId().text() + " was used for another order: choose a new one");
    }
}
