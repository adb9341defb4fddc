package io.botpit.game.control;

import io.botpit.game.Answer;
import io.botpit.game.Appraisal;
import io.botpit.game.Event;
import io.botpit.game.Fill;
import io.botpit.game.Holding;
import io.botpit.game.Level;
import io.botpit.game.OrderId;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.Query;
import io.botpit.game.Side;
import io.botpit.game.Standing;
import io.botpit.game.money.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The last column of a {@link GameTable}: events and answers in words. */
final class Outcomes {
    private static final Symbol SYMBOL = new Symbol("BTC/USD");

    private final GameController game;
    private final Map<OrderId, PlayerId> owners = new HashMap<>();

    Outcomes(GameController game) {
        this.game = game;
    }

    String of(List<Event> events) {
        List<String> words = new ArrayList<>();
        List<OrderView> placed = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.Accepted(var order, var audience)) {
                owners.put(order.id(), order.owner());
                placed.add(order);
            }
            words.addAll(word(event, placed));
        }
        for (OrderView order : placed) {
            open(order)
                    .forEach(view -> words.add("rests " + view.progress().open().lots()));
        }
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    private List<OrderView> open(OrderView order) {
        return game.answer(new Query.OpenOrders(order.owner())) instanceof Answer.Orders(List<OrderView> orders)
                ? orders.stream().filter(o -> o.id().equals(order.id())).toList()
                : List.of();
    }

    private List<String> word(Event event, List<OrderView> placed) {
        return switch (event) {
            case Event.Rejected rejected ->
                List.of("refused " + rejected.reason().code());
            case Event.Overruled overruled ->
                List.of("overruled " + overruled.reason().code());
            case Event.Traded traded -> {
                boolean buys = traded.trade().takerSide() == Side.BUY;
                OrderId maker =
                        buys ? traded.trade().sellOrder() : traded.trade().buyOrder();
                yield List.of("trades " + traded.trade().size().lots() + " @ "
                        + traded.trade().price().ticks() + " with " + owner(maker));
            }
            case Event.Filled(Fill fill) -> fee(fill);
            case Event.Completed completed ->
                isPlaced(completed.order(), placed)
                        ? List.of("filled")
                        : List.of("#" + number(completed.order()) + " filled");
            case Event.Cancelled cancelled -> List.of(cancelled(cancelled, placed));
            case Event.Amended amended ->
                List.of("#" + number(amended.order()) + " shrinks, open "
                        + amended.order().progress().open().lots());
            case Event.Repeated repeated -> List.of("repeats #" + number(repeated.order()));
            case Event.PhaseChanged changed -> List.of("now " + changed.to());
            case Event.ClockMoved moved -> List.of("ends at " + moved.endsAt().micros() / 1_000 + " ms");
            case Event.Ended ended -> List.of("ended by " + ended.cause());
            case Event.SwitchSet set -> List.of(set.expiresAt() == null ? "disarmed" : "armed");
            case Event.ClosingOpened opened -> List.of(range(opened));
            case Event.Settled settled -> settled(settled);
            case Event.ReferenceMoved moved ->
                List.of("reference " + moved.price().ticks());
            case Event.Said _ -> List.of("said");
            case Event.Admitted _ -> List.of("admitted");
            case Event.Arrived _ -> List.of("arrived");
            case Event.Left _ -> List.of("left");
            case Event.Frozen frozen -> List.of(frozen.frozen() ? "frozen" : "thawed");
            case Event.ModeChanged changed -> List.of("mode " + changed.mode());
            case Event.Announced _ -> List.of("announced");
            case Event.Accepted _, Event.WalletChanged _, Event.LevelChanged _, Event.MarkChanged _ -> List.of();
        };
    }

    private static String cancelled(Event.Cancelled cancelled, List<OrderView> placed) {
        return (isPlaced(cancelled.order(), placed) ? "" : "#" + number(cancelled.order()) + " ")
                + "cancelled " + cancelled.order().progress().open().lots() + " ("
                + cancelled.cause().name().toLowerCase(Locale.ROOT) + ")";
    }

    private static String range(Event.ClosingOpened opened) {
        return "closing, ends " + opened.endsFrom().micros() / 1_000 + " to "
                + opened.endsBy().micros() / 1_000 + " ms";
    }

    private static List<String> settled(Event.Settled settled) {
        Appraisal only = settled.appraisals().getFirst();
        return List.of(GameTable.name(settled.player()) + " at " + only.mark().ticks() + " less "
                + only.haircut().units());
    }

    private static List<String> fee(Fill fill) {
        long units = fill.fee().amount().units();
        return units == 0
                ? List.of()
                : List.of(GameTable.name(fill.owner()) + " pays " + units + " "
                        + fill.fee().asset().code());
    }

    private static boolean isPlaced(OrderView order, List<OrderView> placed) {
        return placed.stream().anyMatch(o -> o.id().equals(order.id()));
    }

    private static long number(OrderView order) {
        return order.id().number();
    }

    private String owner(OrderId id) {
        PlayerId owner = owners.get(id);
        return owner == null ? "?" : GameTable.name(owner);
    }

    /** {@code mark}, {@code bids}, {@code asks}, {@code table}, {@code ann}. */
    String answer(String question) {
        return switch (question) {
            case "mark" -> words(game.answer(new Query.Mark(SYMBOL)), true);
            case "bids" -> words(game.answer(new Query.Depth(SYMBOL, 10)), true);
            case "asks" -> words(game.answer(new Query.Depth(SYMBOL, 10)), false);
            case "table" -> words(game.answer(new Query.Standings()), true);
            default -> words(game.answer(new Query.Balances(GameTable.player(question))), true);
        };
    }

    private static String words(Answer answer, boolean bids) {
        return switch (answer) {
            case Answer.MarkIs mark -> Long.toString(mark.price().ticks());
            case Answer.Book book ->
                levels(bids ? book.book().bids() : book.book().asks());
            case Answer.Holdings holdings ->
                String.join(
                        ", ",
                        holdings.holdings().stream().map(Outcomes::holding).toList());
            case Answer.Table table ->
                String.join(", ", table.rows().stream().map(Outcomes::row).toList());
            case Answer.Refused refused -> "refused " + refused.reason().code();
            case Answer.Orders _, Answer.FillList _, Answer.WouldAccept _, Answer.Findings _ -> answer.toString();
        };
    }

    private static String levels(List<Level> levels) {
        return levels.isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        levels.stream()
                                .map(l -> l.size().lots() + " @ " + l.price().ticks())
                                .toList());
    }

    private static String holding(Holding holding) {
        return holding.free().units() + " + " + holding.held().units() + " "
                + holding.asset().code();
    }

    private static String row(Standing row) {
        return row.place() + ". " + row.name() + " " + row.score().units();
    }
}
