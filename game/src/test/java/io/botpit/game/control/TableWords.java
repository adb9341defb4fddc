package io.botpit.game.control;

import io.botpit.game.ClientOrderId;
import io.botpit.game.EndCause;
import io.botpit.game.GameMode;
import io.botpit.game.Intent;
import io.botpit.game.OrderId;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderReference;
import io.botpit.game.RefereeAct;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.Side;
import io.botpit.game.TimeInForce;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.money.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the middle column of a {@link GameTable} says: {@code BUY 5 @ 100}, {@code SELL 5 at market}, {@code BUY for 500},
 * followed by any of {@code ioc fok post}, {@code maker both shrink} (what self-trade prevention cancels), {@code id=c1}
 * and {@code of ETH/USD}; {@code cancel #1}, {@code cancel all}, {@code amend #1 to 3}, {@code switch 100 ms}.
 */
final class TableWords {
    private TableWords() {}

    static Intent wish(String text) {
        List<String> words = List.of(text.split(" ", -1));
        return switch (words.getFirst()) {
            case "BUY", "SELL" -> order(words);
            case "cancel" ->
                words.get(1).equals("all")
                        ? new Intent.CancelAll(null)
                        : new Intent.CancelOrder(reference(words.get(1)));
            case "amend" -> new Intent.AmendOrder(reference(words.get(1)), new Quantity(Long.parseLong(words.get(3))));
            case "switch" -> new Intent.CancelAfter(Long.parseLong(words.get(1)));
            case "say" -> new Intent.Say(words.get(1));
            default -> throw new IllegalArgumentException("no wish: " + text);
        };
    }

    static RefereeAct act(String text) {
        List<String> words = List.of(text.split(" ", -1));
        String name = words.contains("of") ? words.get(1) : words.getLast();
        return switch (words.getFirst()) {
            case "admit" -> new RefereeAct.Admit(GameTable.player(name), name, GameTable.player(words.getLast()));
            case "seat" -> new RefereeAct.AdmitHouse(GameTable.player(name), name);
            case "arrive" -> new RefereeAct.Arrive(GameTable.player(name));
            case "leave" -> new RefereeAct.Leave(GameTable.player(name), false);
            case "freeze" -> new RefereeAct.Freeze(GameTable.player(name), true);
            case "unfreeze" -> new RefereeAct.Freeze(GameTable.player(name), false);
            case "clear" -> new RefereeAct.CancelOrders(GameTable.player(name));
            case "start" -> new RefereeAct.Start();
            case "pause" -> new RefereeAct.Pause();
            case "resume" -> new RefereeAct.Resume();
            case "recover" -> new RefereeAct.Recover();
            case "end" -> new RefereeAct.End(EndCause.REFEREE);
            case "annul" -> new RefereeAct.Annul("test");
            case "mode" -> new RefereeAct.SetMode(GameMode.valueOf(words.get(1)), words.contains("cancelling"));
            case "reference" ->
                new RefereeAct.SetReference(new Symbol("BTC/USD"), new Price(Long.parseLong(words.get(1))));
            case "announce" -> new RefereeAct.Announce("test");
            default -> throw new IllegalArgumentException("no act: " + text);
        };
    }

    private static OrderReference reference(String word) {
        return word.startsWith("#")
                ? new OrderReference.ByNumber(new OrderId(Long.parseLong(word.substring(1))))
                : new OrderReference.ByClientId(new ClientOrderId(word));
    }

    private static Intent order(List<String> words) {
        Symbol symbol = new Symbol(words.contains("of") ? words.get(words.indexOf("of") + 1) : "BTC/USD");
        return new Intent.PlaceOrder(symbol, Side.valueOf(words.getFirst()), kind(words), mode(words), clientId(words));
    }

    private static OrderKind kind(List<String> words) {
        if (words.get(1).equals("for")) {
            return new OrderKind.MarketByBudget(new Amount(Long.parseLong(words.get(2))));
        }
        Quantity size = new Quantity(Long.parseLong(words.get(1)));
        return words.get(2).equals("at")
                ? new OrderKind.MarketBySize(size)
                : new OrderKind.Limit(new Price(Long.parseLong(words.get(3))), size, timeInForce(words));
    }

    private static TimeInForce timeInForce(List<String> words) {
        if (words.contains("ioc")) {
            return TimeInForce.IMMEDIATE_OR_CANCEL;
        }
        if (words.contains("fok")) {
            return TimeInForce.FILL_OR_KILL;
        }
        return words.contains("post") ? TimeInForce.POST_ONLY : TimeInForce.GOOD_TILL_CANCELLED;
    }

    private static SelfTradePrevention mode(List<String> words) {
        if (words.contains("maker")) {
            return SelfTradePrevention.CANCEL_MAKER;
        }
        if (words.contains("both")) {
            return SelfTradePrevention.CANCEL_BOTH;
        }
        return words.contains("shrink") ? SelfTradePrevention.DECREMENT : SelfTradePrevention.CANCEL_TAKER;
    }

    private static @Nullable ClientOrderId clientId(List<String> words) {
        String last = words.getLast();
        return last.startsWith("id=") ? new ClientOrderId(last.substring(3)) : null;
    }
}
