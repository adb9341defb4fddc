package io.botpit.server.cli;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderReference;
import io.botpit.game.PlayerId;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import io.botpit.protocol.Word;
import io.botpit.server.feed.Figures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What players did and what came of it, in a line each. One thread. */
final class StepText {
    private final GameRules rules;
    private final Map<PlayerId, String> names = new HashMap<>();
    private @Nullable GameTime began;

    StepText(GameRules rules) {
        this.rules = rules;
    }

    /** Of what no player did, there is none. */
    Optional<String> line(Committed commit) {
        GameTime now = commit.command().at();
        GameTime first = began == null ? now : began;
        began = first;
        commit.events().forEach(event -> {
            if (event instanceof Event.Admitted(var player, var name)) {
                names.put(player, name);
            }
        });
        return commit.command().value() instanceof Command.PlayerCommand(var player, var intent)
                ? Optional.of(Stepper.seconds(now, first) + " s  " + names.getOrDefault(player, "?") + "  "
                        + words(intent) + outcome(commit))
                : Optional.empty();
    }

    private String words(Intent intent) {
        return switch (intent) {
            case Intent.PlaceOrder order ->
                Word.of(order.side()) + " " + words(order.kind(), instrument(order.symbol()));
            case Intent.CancelOrder(var order) -> "cancel " + words(order);
            case Intent.CancelAll(var symbol) -> "cancel all" + (symbol == null ? "" : " of " + symbol.text());
            case Intent.AmendOrder amend -> "amend " + words(amend.order());
            case Intent.CancelAfter(var millis) -> "cancel after " + millis + " ms";
            case Intent.Say(var json) -> "say " + json;
        };
    }

    private static String words(OrderReference order) {
        return switch (order) {
            case OrderReference.ByNumber(var id) -> "order " + id.number();
            case OrderReference.ByClientId(var id) -> "order '" + id.text() + "'";
        };
    }

    private static String words(OrderKind kind, Instrument one) {
        String symbol = " " + one.symbol().text();
        return switch (kind) {
            case OrderKind.Limit(var price, var size, var _) ->
                Figures.size(one, size) + symbol + " at " + Figures.price(one, price);
            case OrderKind.MarketBySize(var size) -> Figures.size(one, size) + symbol + " at once";
            case OrderKind.MarketByBudget(var budget) ->
                symbol.strip() + " for " + Figures.amount(one.quote(), budget) + " at once";
        };
    }

    private String outcome(Committed commit) {
        List<String> said = new ArrayList<>();
        for (Event event : commit.events()) {
            if (event instanceof Event.Rejected(var _, var reason, var detail)) {
                said.add("refused: " + reason.code() + " " + detail);
            } else if (event instanceof Event.Traded(var trade)) {
                Instrument one = instrument(trade.symbol());
                said.add("traded " + Figures.size(one, trade.size()) + " at " + Figures.price(one, trade.price()));
            }
        }
        return said.isEmpty() ? "" : ": " + String.join(", ", said);
    }

    private Instrument instrument(Symbol symbol) {
        return rules.instrument(symbol).orElseGet(rules::firstInstrument);
    }
}
