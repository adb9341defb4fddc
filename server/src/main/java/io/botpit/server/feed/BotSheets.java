package io.botpit.server.feed;

import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.Standing;
import io.botpit.game.control.GameView;
import io.botpit.game.money.Asset;
import io.botpit.game.rules.Entry;
import io.botpit.protocol.rest.GameBot;
import io.botpit.protocol.rest.RestCodec;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What each bot did in a game, kept from its events. One thread; once the game is over and nothing is seen any more, any
 * thread reads.
 */
public final class BotSheets implements Witness {
    /** Orders and fills kept of all bots of a game together, which is some 18 MB; beyond it each bot keeps fewer. */
    static final int ROWS_MAX = 60_000;

    private final int rowsMax;
    private final Subject subject;
    private final Roster roster;
    private final Map<PlayerId, BotSheet> sheets = new HashMap<>();
    private final Map<String, PlayerId> byName = new HashMap<>();
    private GameView view;
    private BotSheet.Room room = BotSheet.Room.FULL;
    private int rows;

    /**
     * Of a game of the past.
     *
     * @param first the game before its first command
     */
    public BotSheets(Subject subject, GameView first) {
        this(subject, first, new Timings(), ROWS_MAX);
    }

    BotSheets(Subject subject, GameView first, Timings timings, int rowsMax) {
        this.subject = subject;
        this.roster = new Roster(timings);
        this.rowsMax = rowsMax;
        this.view = first;
    }

    @Override
    public void see(Committed commit) {
        GameTime at = commit.command().at();
        for (Event event : commit.events()) {
            roster.see(event);
            note(event, at);
        }
    }

    @Override
    public void see(GameView next, GameTime at) {
        view = next;
    }

    /** About what it weighs in memory. */
    public long bytes() {
        return sheets.values().stream().mapToLong(BotSheet::bytes).sum();
    }

    /** The sheet of a bot that was let in, whatever the case of its letters. */
    Optional<GameBot> of(String name) {
        return Optional.ofNullable(byName.get(Entry.fold(name)))
                .map(player -> shown(player, sheets.getOrDefault(player, new BotSheet())));
    }

    /** The same, ready to be sent. */
    public Optional<Packed> packed(String name) {
        return of(name).map(BotSheets::pack);
    }

    static Packed pack(GameBot sheet) {
        return Packed.of(RestCodec.json(sheet).getBytes(StandardCharsets.UTF_8));
    }

    private void note(Event event, GameTime at) {
        switch (event) {
            case Event.Admitted(var player, var name) -> byName.put(Entry.fold(name), player);
            case Event.Accepted(var order, var _) -> add(order.owner(), sheet -> sheet.accepted(order, room));
            case Event.Amended(var order, var _) -> sheet(order.owner()).amended(order);
            case Event.Filled(var fill) -> add(fill.owner(), sheet -> sheet.filled(fill, at, room));
            case Event.Completed(var order, var _) -> sheet(order.owner()).completed(order, at);
            case Event.Cancelled(var order, var cause, var _) ->
                sheet(order.owner()).cancelled(order, cause, at);
            case Event.Rejected(var player, var reason, var _) -> sheet(player).rejected(reason);
            case Event.GameEvent _,
                    Event.Repeated _,
                    Event.SwitchSet _,
                    Event.Traded _,
                    Event.WalletChanged _,
                    Event.ReferenceMoved _,
                    Event.MarketEvent _,
                    Event.Said _ -> {
                // nothing that a single bot did in the market
            }
        }
    }

    private void add(PlayerId player, Consumer<BotSheet> row) {
        BotSheet sheet = sheet(player);
        int before = sheet.rows();
        row.accept(sheet);
        rows += sheet.rows() - before;
        while (rows > rowsMax) {
            room = room.less();
            sheets.values().forEach(each -> each.fitInto(room));
            rows = sheets.values().stream().mapToInt(BotSheet::rows).sum();
        }
    }

    /** Made when something is first written on it; who only looks on weighs nothing. */
    private BotSheet sheet(PlayerId player) {
        return sheets.computeIfAbsent(player, _ -> new BotSheet());
    }

    private GameBot shown(PlayerId player, BotSheet sheet) {
        boolean open = subject.isOpen() || view.phase() == GamePhase.ENDED || view.phase() == GamePhase.VOID;
        return new GameBot(
                subject.game().text(),
                subject.names().of(player),
                subject.names().isHouse(player),
                open,
                stand(player),
                open ? sheet.orders(subject.rules()) : List.of(),
                open ? sheet.fills(subject.rules()) : List.of(),
                open ? sheet.rejects() : List.of(),
                roster.latency(player));
    }

    private GameBot.Stand stand(PlayerId player) {
        Asset money = subject.rules().firstInstrument().quote();
        Standing row = row(player);
        return row == null
                ? new GameBot.Stand(null, null, null, roster.state(player))
                : new GameBot.Stand(
                        row.place(),
                        Figures.money(money, row.score()).toPlainString(),
                        Figures.money(money, row.equity()).toPlainString(),
                        roster.state(player));
    }

    private @Nullable Standing row(PlayerId player) {
        return view.standings().stream()
                .filter(row -> row.player().equals(player))
                .findFirst()
                .orElse(null);
    }
}
