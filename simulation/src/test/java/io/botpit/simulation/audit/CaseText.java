package io.botpit.simulation.audit;

import io.botpit.game.ClientOrderId;
import io.botpit.game.Command;
import io.botpit.game.Command.PlayerCommand;
import io.botpit.game.Command.RefereeCommand;
import io.botpit.game.EndCause;
import io.botpit.game.GameMode;
import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.OrderId;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderReference;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.Side;
import io.botpit.game.Stamped;
import io.botpit.game.TimeInForce;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.money.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands as short lines of text, for failures and for {@code regressions.txt}: the time in microseconds, who, what.
 * {@code 1000 3 place BTC/USD BUY limit 100 5 GOOD_TILL_CANCELLED CANCEL_TAKER c1}, where {@code -} stands for nothing.
 */
final class CaseText {
    private static final String NOTHING = "-";
    private static final String REFEREE = "referee";
    private static final String TICK = "tick";

    private CaseText() {}

    static String line(Stamped<Command> stamped) {
        String what = switch (stamped.value()) {
            case PlayerCommand command -> command.player().number() + " " + wish(command.intent());
            case RefereeCommand command -> REFEREE + " " + act(command.act());
            case Command.Tick _ -> TICK;
        };
        return stamped.at().micros() + " " + what;
    }

    private static String owner(RefereeAct.Admit admit) {
        return admit.owner().equals(admit.player()) ? "" : " " + admit.owner().number();
    }

    private static String act(RefereeAct act) {
        return switch (act) {
            case RefereeAct.Admit admit -> "admit " + admit.player().number() + " " + admit.name() + owner(admit);
            case RefereeAct.AdmitHouse admit -> "admit-house " + admit.player().number() + " " + admit.name();
            case RefereeAct.Arrive arrive -> "arrive " + arrive.player().number();
            case RefereeAct.Leave leave -> "leave " + leave.player().number() + " " + leave.elsewhere();
            case RefereeAct.Start _ -> "start";
            case RefereeAct.Pause _ -> "pause";
            case RefereeAct.Resume _ -> "resume";
            case RefereeAct.End end -> "end " + end.cause();
            case RefereeAct.Annul annul -> "annul " + annul.why();
            case RefereeAct.Recover _ -> "recover";
            case RefereeAct.Freeze freeze -> "freeze " + freeze.player().number() + " " + freeze.frozen();
            case RefereeAct.CancelOrders cancel ->
                "cancel-orders " + cancel.player().number();
            case RefereeAct.SetMode set -> "mode " + set.mode() + " " + set.cancelOrders();
            case RefereeAct.SetReference set ->
                "reference " + set.symbol() + " " + set.price().ticks();
            case RefereeAct.Announce announce -> "announce " + announce.text();
        };
    }

    private static String wish(Intent intent) {
        return switch (intent) {
            case Intent.PlaceOrder order ->
                "place " + order.symbol() + " " + order.side() + " " + kind(order.kind()) + " "
                        + order.selfTradePrevention() + " "
                        + (order.clientId() == null ? NOTHING : order.clientId().text());
            case Intent.CancelOrder cancel -> "cancel " + reference(cancel.order());
            case Intent.CancelAll cancel -> "cancel-all " + (cancel.symbol() == null ? NOTHING : cancel.symbol());
            case Intent.AmendOrder amend ->
                "amend " + reference(amend.order()) + " " + amend.size().lots();
            case Intent.CancelAfter after -> "cancel-after " + after.millis();
            case Intent.Say say -> "say " + say.json();
        };
    }

    private static String kind(OrderKind kind) {
        return switch (kind) {
            case OrderKind.Limit limit ->
                "limit " + limit.price().ticks() + " " + limit.size().lots() + " " + limit.timeInForce();
            case OrderKind.MarketBySize market -> "size " + market.size().lots();
            case OrderKind.MarketByBudget market -> "budget " + market.budget().units();
        };
    }

    private static String reference(OrderReference reference) {
        return switch (reference) {
            case OrderReference.ByNumber(OrderId id) -> "#" + id.number();
            case OrderReference.ByClientId(ClientOrderId id) -> id.text();
        };
    }

    static Stamped<Command> parse(long sequence, String line) {
        String[] words = line.strip().split(" ", -1);
        Words rest = new Words(List.of(words).subList(1, words.length));
        GameTime at = new GameTime(Long.parseLong(words[0]));
        return new Stamped<>(sequence, at, command(rest));
    }

    /** What is still to be read of a line. */
    private static final class Words {
        private final List<String> words;
        private int next;

        Words(List<String> words) {
            this.words = words;
        }

        boolean hasMore() {
            return next < words.size();
        }

        String word() {
            return words.get(next++);
        }

        long number() {
            return Long.parseLong(word());
        }

        PlayerId player() {
            return new PlayerId(Math.toIntExact(number()));
        }

        @Nullable
        String wordOrNothing() {
            String word = word();
            return word.equals(NOTHING) ? null : word;
        }
    }

    private static Command command(Words words) {
        String who = words.word();
        return switch (who) {
            case TICK -> new Command.Tick();
            case REFEREE -> new RefereeCommand("server", act(words));
            default -> new PlayerCommand(new PlayerId(Integer.parseInt(who)), wish(words));
        };
    }

    private static RefereeAct admission(PlayerId player, String name, Words words) {
        return words.hasMore()
                ? new RefereeAct.Admit(player, name, words.player())
                : new RefereeAct.Admit(player, name);
    }

    private static RefereeAct act(Words words) {
        String verb = words.word();
        return switch (verb) {
            case "admit" -> admission(words.player(), words.word(), words);
            case "admit-house" -> new RefereeAct.AdmitHouse(words.player(), words.word());
            case "arrive" -> new RefereeAct.Arrive(words.player());
            case "leave" -> new RefereeAct.Leave(words.player(), Boolean.parseBoolean(words.word()));
            case "start" -> new RefereeAct.Start();
            case "pause" -> new RefereeAct.Pause();
            case "resume" -> new RefereeAct.Resume();
            case "end" -> new RefereeAct.End(EndCause.valueOf(words.word()));
            case "annul" -> new RefereeAct.Annul(words.word());
            case "recover" -> new RefereeAct.Recover();
            case "freeze" -> new RefereeAct.Freeze(words.player(), Boolean.parseBoolean(words.word()));
            case "cancel-orders" -> new RefereeAct.CancelOrders(words.player());
            case "mode" -> new RefereeAct.SetMode(GameMode.valueOf(words.word()), Boolean.parseBoolean(words.word()));
            case "reference" -> new RefereeAct.SetReference(new Symbol(words.word()), new Price(words.number()));
            case "announce" -> new RefereeAct.Announce(words.word());
            default -> throw new IllegalArgumentException("no act of the referee: " + verb);
        };
    }

    private static Intent wish(Words words) {
        String verb = words.word();
        return switch (verb) {
            case "place" -> order(words);
            case "cancel" -> new Intent.CancelOrder(reference(words.word()));
            case "cancel-all" -> {
                String symbol = words.wordOrNothing();
                yield new Intent.CancelAll(symbol == null ? null : new Symbol(symbol));
            }
            case "amend" -> new Intent.AmendOrder(reference(words.word()), new Quantity(words.number()));
            case "cancel-after" -> new Intent.CancelAfter(words.number());
            case "say" -> new Intent.Say(words.word());
            default -> throw new IllegalArgumentException("no wish: " + verb);
        };
    }

    private static Intent order(Words words) {
        Symbol symbol = new Symbol(words.word());
        Side side = Side.valueOf(words.word());
        OrderKind kind = kind(words);
        SelfTradePrevention mode = SelfTradePrevention.valueOf(words.word());
        String id = words.wordOrNothing();
        return new Intent.PlaceOrder(symbol, side, kind, mode, id == null ? null : new ClientOrderId(id));
    }

    private static OrderKind kind(Words words) {
        String shape = words.word();
        return switch (shape) {
            case "limit" ->
                new OrderKind.Limit(
                        new Price(words.number()), new Quantity(words.number()), TimeInForce.valueOf(words.word()));
            case "size" -> new OrderKind.MarketBySize(new Quantity(words.number()));
            case "budget" -> new OrderKind.MarketByBudget(new Amount(words.number()));
            default -> throw new IllegalArgumentException("no shape of an order: " + shape);
        };
    }

    private static OrderReference reference(String word) {
        return word.startsWith("#")
                ? new OrderReference.ByNumber(new OrderId(Long.parseLong(word.substring(1))))
                : new OrderReference.ByClientId(new ClientOrderId(word));
    }
}
