package io.botpit.persistence;

import io.botpit.game.Answer;
import io.botpit.game.ClientOrderId;
import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameId;
import io.botpit.game.GameMode;
import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.OrderId;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderReference;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.Query;
import io.botpit.game.RefereeAct;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.Side;
import io.botpit.game.Stamped;
import io.botpit.game.Standing;
import io.botpit.game.TimeInForce;
import io.botpit.game.control.GameController;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.persistence.journal.Durability;
import io.botpit.persistence.journal.GameJournal;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.persistence.journal.Journals;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A real game of four players who act at random, out of a seed, with its journal. */
final class Played implements AutoCloseable {
    static final List<String> NAMES = List.of("ann", "bob", "cat", "dan");

    final JournalHead head;
    final GameController game;
    final List<Committed> all = new ArrayList<>();
    private final GameJournal journal;
    private final Random random;

    Played(Path folder, String id, long seed) {
        this(folder, id, Presets.named(Presets.OPEN_MARKET, seed));
    }

    Played(Path folder, String id, GameRules rules) {
        long seed = rules.seed();
        head = new JournalHead(new GameId(id), "The " + id + " cup", new GameTime(1_000_000 + seed), rules);
        game = new GameController(head.rules());
        journal = new Journals(folder).create(head, Durability.PROCESS);
        random = new Random(seed);
        for (String name : NAMES) {
            act(new RefereeAct.Admit(new PlayerId(1 + NAMES.indexOf(name)), name));
        }
    }

    GameId id() {
        return head.game();
    }

    Played commands(int count) {
        for (int i = 0; i < count; i++) {
            if (random.nextInt(50) == 0) {
                act(nextAct());
            } else {
                apply(new Command.PlayerCommand(new PlayerId(1 + random.nextInt(4)), nextIntent()));
            }
        }
        return this;
    }

    /** Time goes by, a millisecond with each tick. */
    Played idle(int ticks) {
        for (int i = 0; i < ticks; i++) {
            apply(new Command.Tick());
        }
        return this;
    }

    Played act(RefereeAct act) {
        return apply(new Command.RefereeCommand("test", act));
    }

    <E> List<E> events(Class<E> type) {
        return all.stream()
                .flatMap(committed -> committed.events().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    List<Standing> finalTable() {
        return events(Event.Ended.class).getFirst().table();
    }

    BigDecimal scoreOf(PlayerId player) {
        return finalTable().stream()
                .filter(standing -> standing.player().equals(player))
                .map(standing -> BigDecimal.valueOf(standing.score().units(), 10))
                .findFirst()
                .orElseThrow();
    }

    Map<Long, String> openOrders() {
        Map<Long, String> open = new TreeMap<>();
        for (int player = 1; player <= NAMES.size(); player++) {
            Answer answer = game.answer(new Query.OpenOrders(new PlayerId(player)));
            for (OrderView order : ((Answer.Orders) answer).orders()) {
                open.put(
                        order.id().number(),
                        order.progress().open().lots() + " open, "
                                + order.progress().filled().lots() + " filled, "
                                + order.progress().traded().units() + " traded");
            }
        }
        return open;
    }

    Map<String, Long> wallets() {
        Map<String, Long> wallets = new TreeMap<>();
        for (int player = 1; player <= NAMES.size(); player++) {
            Answer answer = game.answer(new Query.Balances(new PlayerId(player)));
            for (var holding : ((Answer.Holdings) answer).holdings()) {
                wallets.put(
                        player + " " + holding.asset().code(),
                        holding.free().units() * 3 + holding.held().units());
            }
        }
        return wallets;
    }

    Map<String, BigDecimal> marks() {
        Map<String, BigDecimal> marks = new TreeMap<>();
        game.view().marks().forEach((symbol, price) -> marks.put(symbol.text(), BigDecimal.valueOf(price.ticks(), 2)));
        return marks;
    }

    private Played apply(Command command) {
        GameTime at = new GameTime(2_000_000 + 1_000 * game.sequence());
        Stamped<Command> stamped = new Stamped<>(game.sequence() + 1, at, command);
        Committed committed = new Committed(stamped, game.apply(stamped));
        journal.append(List.of(committed));
        all.add(committed);
        return this;
    }

    private RefereeAct nextAct() {
        return switch (random.nextInt(5)) {
            case 0 -> new RefereeAct.Freeze(new PlayerId(1 + random.nextInt(4)), random.nextBoolean());
            case 1 -> new RefereeAct.Pause();
            case 2 -> new RefereeAct.Announce("Hear, hear");
            case 3 ->
                new RefereeAct.SetMode(
                        random.nextInt(4) == 0 ? GameMode.CANCEL_ONLY : GameMode.FULL, random.nextBoolean());
            default -> new RefereeAct.Resume();
        };
    }

    private Intent nextIntent() {
        return switch (random.nextInt(10)) {
            case 0 -> new Intent.CancelOrder(reference());
            case 1 -> new Intent.AmendOrder(reference(), new Quantity(1 + random.nextInt(100_000)));
            case 2 -> random.nextInt(5) == 0 ? new Intent.CancelAll(null) : new Intent.Say("\"hi\"");
            default -> nextOrder();
        };
    }

    private OrderReference reference() {
        return new OrderReference.ByNumber(new OrderId(1 + random.nextLong(game.sequence() + 1)));
    }

    private Intent.PlaceOrder nextOrder() {
        Instrument instrument = head.rules()
                .instruments()
                .get(random.nextInt(head.rules().instruments().size()));
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        Quantity size = new Quantity(1 + random.nextInt(50_000_000));
        long mark = instrument.markAtStart().ticks();
        OrderKind kind = switch (random.nextInt(8)) {
            case 0 -> new OrderKind.MarketBySize(size);
            case 1 ->
                side == Side.BUY
                        ? new OrderKind.MarketByBudget(new Amount(1_000_000_000_000L + random.nextInt()))
                        : new OrderKind.MarketBySize(size);
            default -> new OrderKind.Limit(new Price(mark - 20 + random.nextInt(41)), size, anyOf(TimeInForce.class));
        };
        SelfTradePrevention prevention = anyOf(SelfTradePrevention.class);
        return new Intent.PlaceOrder(instrument.symbol(), side, kind, prevention, clientId());
    }

    private <E extends Enum<E>> E anyOf(Class<E> type) {
        List<E> constants = List.copyOf(EnumSet.allOf(type));
        return constants.get(random.nextInt(constants.size()));
    }

    private @Nullable ClientOrderId clientId() {
        return random.nextInt(3) == 0 ? new ClientOrderId("c" + random.nextInt(1_000)) : null;
    }

    @Override
    public void close() {
        journal.close();
    }
}
