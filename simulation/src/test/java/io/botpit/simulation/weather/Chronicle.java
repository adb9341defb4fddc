package io.botpit.simulation.weather;

import io.botpit.dialect.Channel;
import io.botpit.dialect.Correlation;
import io.botpit.dialect.Reply;
import io.botpit.dialect.Viewer;
import io.botpit.dialect.arena.ArenaDialect;
import io.botpit.game.Answer;
import io.botpit.game.Command.PlayerCommand;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.Level;
import io.botpit.game.PlayerId;
import io.botpit.game.Query;
import io.botpit.game.control.GameController;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.Replay;
import io.botpit.protocol.Json;
import io.botpit.protocol.PushFrame;
import io.botpit.protocol.ReplyFrame;
import io.botpit.protocol.ServerFrame;
import io.botpit.simulation.audit.Auditor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a game's journal says, played again from the start, and whether that is what everybody was told. */
final class Chronicle {
    private final ArenaDialect dialect = new ArenaDialect();
    private final GameRules rules;
    private final GameId id;
    private final Roll roll;
    private final Promises.OfGame promises;
    private final Auditor auditor;
    private final List<Committed> commits = new ArrayList<>();
    private final Map<String, Json> orders = new TreeMap<>();
    private final Map<Long, String> wireIds = new HashMap<>();
    private final Set<String> cancelled = new TreeSet<>();
    private final Set<String> clientIds = new TreeSet<>();
    private GameTime lastAt = GameTime.EPOCH;

    /** Who is who, from the lobby's journal. */
    record Roll(Map<String, PlayerId> ids, Map<PlayerId, String> names) {
        String nameOf(PlayerId player) {
            return names.getOrDefault(player, "?");
        }
    }

    private Chronicle(JournalReader journal, Roll roll, Promises.OfGame promises) {
        this.rules = journal.head().rules();
        this.id = journal.head().game();
        this.roll = roll;
        this.promises = promises;
        this.auditor = new Auditor(rules);
    }

    /** Reads it and compares; {@link AssertionError} where a rule does not hold. */
    static List<Committed> check(Disk disk, String game, Roll roll, Promises.OfGame promises) {
        try (JournalReader journal = new Journals(disk).read(new GameId(game))) {
            Chronicle chronicle = new Chronicle(journal, roll, promises);
            chronicle.compareShown(0);
            Replay.run(journal, new GameController(chronicle.rules)::apply, chronicle::add);
            chronicle.finish();
            return chronicle.commits;
        }
    }

    private void add(Committed commit) {
        commits.add(commit);
        auditor.apply(commit.command());
        GameTime at = commit.command().at();
        if (at.isBefore(lastAt)) {
            throw new Broken("rule 26", "time falls from " + lastAt + " to " + commit.command());
        }
        lastAt = at;
        for (Event event : commit.events()) {
            switch (event) {
                case Event.Accepted(var order, var _) ->
                    accepted(commit, order.owner(), order.id().number());
                case Event.Cancelled(var order, var _, var _) ->
                    cancelled.add(wireIds.getOrDefault(order.id().number(), "?"));
                default -> {}
            }
        }
        compareShown(commit.command().sequence());
    }

    private void accepted(Committed commit, PlayerId owner, long number) {
        Reply reply = new Reply.Acted(commit.command().sequence(), commit.events());
        String text = dialect.encode(new Correlation("buy", null), reply, viewer(owner));
        if (ServerFrame.read(text) instanceof ReplyFrame(var _, var _, Json.ObjectValue order, var _, var _, var _)
                && order.get("id") instanceof Json.TextValue(var wireId)) {
            orders.put(wireId, order);
            wireIds.put(number, wireId);
        }
        if (commit.command().value() instanceof PlayerCommand(var _, io.botpit.game.Intent.PlaceOrder place)
                && place.clientId() != null
                && !clientIds.add(owner.number() + " " + place.clientId().text())) {
            throw new Broken("rule 13", "placed twice: " + commit.command());
        }
    }

    private void compareShown(long sequence) {
        for (Promises.Shown shown : promises.shown.getOrDefault(sequence, List.of())) {
            if (ServerFrame.read(shown.text()) instanceof PushFrame push
                    && !expected(push, shown).contains(shown.text())) {
                throw new Broken(
                        "rules 27 and 28",
                        shown.player() + " was shown " + shown.text() + ", the journal says " + expected(push, shown));
            }
        }
        for (Promises.Book book : promises.books.getOrDefault(sequence, List.of())) {
            Reader.Levels levels = levels(new Symbol(book.symbol()));
            if (!levels.equals(book.levels())) {
                throw new Broken("rule 27", "snapshot and deltas give " + book + ", the journal says " + levels);
            }
        }
    }

    private List<String> expected(PushFrame push, Promises.Shown shown) {
        PlayerId player = roll.ids().getOrDefault(shown.player(), new PlayerId(Integer.MAX_VALUE));
        Viewer viewer = viewer(player);
        Channel channel = Channel.valueOf(push.type().name());
        long sequence = push.stamp().seq();
        if (!push.stamp().snapshot()) {
            return commits.isEmpty()
                    ? List.of()
                    : dialect.push(commits.getLast(), channel, push.stamp().prev(), viewer);
        }
        return channel == Channel.GAME
                ? dialect.snapshot(auditor.view(), viewer).stream().toList()
                : questions(channel, player).stream()
                        .map(auditor::answer)
                        .flatMap(answer -> dialect.snapshot(channel, sequence, answer, viewer).stream())
                        .toList();
    }

    private List<Query> questions(Channel channel, PlayerId player) {
        return switch (channel) {
            case BOOK ->
                rules.instruments().stream().map(one -> depth(one.symbol())).toList();
            case STANDINGS -> List.of(new Query.Standings());
            case ORDERS -> List.of(new Query.OpenOrders(player));
            case FILLS -> List.of(new Query.Fills(player));
            case WALLET -> List.of(new Query.Balances(player));
            case TRADES, GAME -> List.of();
        };
    }

    private Reader.Levels levels(Symbol symbol) {
        Instrument one = rules.instrument(symbol).orElseThrow();
        Reader.Levels levels = new Reader.Levels();
        if (auditor.answer(depth(symbol)) instanceof Answer.Book(var book)) {
            book.bids().forEach(level -> levels.bids().put(price(one, level), size(one, level)));
            book.asks().forEach(level -> levels.asks().put(price(one, level), size(one, level)));
        }
        return levels;
    }

    private static BigDecimal price(Instrument one, Level level) {
        return BigDecimal.valueOf(level.price().ticks(), one.priceDecimals()).stripTrailingZeros();
    }

    private static BigDecimal size(Instrument one, Level level) {
        return BigDecimal.valueOf(level.size().lots(), one.sizeDecimals()).stripTrailingZeros();
    }

    private static Query depth(Symbol symbol) {
        return new Query.Depth(symbol, Query.Depth.LEVELS_MAX);
    }

    private void finish() {
        auditor.compareStates();
        promises.orders.forEach((wireId, told) -> {
            if (!told.equals(orders.get(wireId))) {
                throw new Broken("rule 29", "acknowledged " + told + ", the journal says " + orders.get(wireId));
            }
        });
        promises.cancelled.forEach(wireId -> {
            if (!cancelled.contains(wireId)) {
                throw new Broken("rule 29", "acknowledged the cancel of " + wireId + ", the journal has none");
            }
        });
        long last = commits.size();
        promises.shown.keySet().stream()
                .filter(sequence -> sequence > last)
                .findFirst()
                .ifPresent(sequence -> {
                    throw new Broken(
                            "rule 28", "shown " + promises.shown.get(sequence) + ", the journal ends at " + last);
                });
        promises.shown.clear();
        promises.books.clear();
    }

    private Viewer viewer(PlayerId player) {
        return new Viewer(player, id, rules, roll::nameOf);
    }
}
