package io.botpit.bots.exchange;

import io.botpit.bots.Arena;
import io.botpit.bots.Ending;
import io.botpit.bots.Phase;
import io.botpit.bots.exchange.ExchangeEvent.Chat;
import io.botpit.bots.exchange.ExchangeEvent.Fill;
import io.botpit.bots.exchange.ExchangeEvent.Transaction;
import io.botpit.protocol.FillRecord;
import io.botpit.protocol.GameState;
import io.botpit.protocol.HelloRecord;
import io.botpit.protocol.Json;
import io.botpit.protocol.JsonText;
import io.botpit.protocol.NewsRecord;
import io.botpit.protocol.OrderChange;
import io.botpit.protocol.PushFrame;
import io.botpit.protocol.PushType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an arena tells, as events. For the arena's thread; what is asked of it may be asked by any, when it was heard of included. */
final class ArenaEvents implements Arena.Guest {
    /** Fills whose time is remembered; the server itself keeps no more of them. */
    private static final int FILLS_MAX = 2_000;

    private final Listeners listeners;
    private final InstantSource clock;
    private final Tape tape;
    /** When each fill was heard of, oldest first; guarded by itself. */
    private final Map<String, Instant> filledAt = new LinkedHashMap<>();

    private final Set<PushType> missing = EnumSet.noneOf(PushType.class);
    private long aheadMillis;
    private @Nullable Instant endsAt;
    private Phase phase = Phase.LOBBY;
    private volatile @Nullable HelloRecord game;
    private volatile ArenaWords words = new ArenaWords(List.of());

    /** @param clock of this side; the server's is reckoned from it */
    ArenaEvents(Listeners listeners, InstantSource clock) {
        this.listeners = listeners;
        this.clock = clock;
        tape = new Tape(listeners::tell);
    }

    Tape tape() {
        return tape;
    }

    /** The instruments of the game; none before the first. */
    ArenaWords words() {
        return words;
    }

    /** The game's id; empty before the first. */
    String gameId() {
        HelloRecord known = game;
        return known == null ? "" : known.game().id();
    }

    /** What a fill of the past booked: at the time at which it was heard of, or at none. */
    List<Transaction> booked(Json json) {
        ArenaWords now = words;
        Fill fill = now.fill(FillRecord.from(json));
        synchronized (filledAt) {
            return now.transactions(fill, filledAt.get(fill.id()));
        }
    }

    @Override
    public void greeted(HelloRecord hello) {
        if (!hello.game().id().equals(gameId())) {
            forget();
        }
        missing.clear();
        game = hello;
        words = ArenaWords.of(hello);
        aheadMillis = ArenaWords.moment(hello.now()).toEpochMilli() - clock.millis();
    }

    /** Another game: it has another past. */
    private void forget() {
        tape.clear();
        phase = Phase.LOBBY;
        endsAt = null;
        synchronized (filledAt) {
            filledAt.clear();
        }
    }

    @Override
    public void ready() {
        listeners.connected(words.instruments());
    }

    @Override
    public void lost(String reason) {
        listeners.lost(reason);
    }

    @Override
    public void ended(Ending ending) {
        listeners.ended(ending.why());
    }

    /** Once for each gap: what comes after it is left out until it is filled. */
    @Override
    public void missed(PushType channel) {
        if (missing.add(channel)) {
            listeners.tell(new ExchangeEvent.Trouble(
                    "gap",
                    "something of " + channel.word()
                            + " was lost on the way: what stands is told anew, what only happened is not"));
        }
    }

    @Override
    public void heard(PushFrame push) {
        missing.remove(push.type());
        boolean snapshot = push.stamp().snapshot();
        switch (push) {
            case PushFrame.Books(var stamp, var books) ->
                books.forEach((symbol, book) -> tape.changed(stamp.seq(), ArenaWords.book(symbol, book)));
            case PushFrame.Trades(var _, var trades) -> trades.forEach(trade -> tape.traded(ArenaWords.trade(trade)));
            case PushFrame.Orders(var _, var changes) -> ordersChanged(changes, snapshot);
            case PushFrame.Fills(var _, var fills) -> {
                if (!snapshot) {
                    fills.forEach(fill -> filled(words.fill(fill)));
                }
            }
            case PushFrame.Wallet(var _, var assets) ->
                listeners.tell(new ExchangeEvent.Positions(ArenaWords.balances(assets)));
            case PushFrame.Standings(var _, var rows) ->
                listeners.tell(new ExchangeEvent.Standings(ArenaWords.rows(rows)));
            case PushFrame.Game(var _, var state, var news) -> {
                gameChanged(state);
                news.forEach(this::said);
            }
        }
    }

    private void ordersChanged(List<OrderChange> changes, boolean snapshot) {
        if (snapshot) {
            listeners.tell(new ExchangeEvent.OpenOrders(
                    changes.stream().map(one -> words.order(one.order())).toList()));
        } else {
            changes.forEach(
                    one -> listeners.tell(new ExchangeEvent.OrderUpdate(words.order(one.order()), one.cause())));
        }
    }

    private void filled(Fill fill) {
        Instant at = Instant.ofEpochMilli(clock.millis() + aheadMillis);
        synchronized (filledAt) {
            if (filledAt.size() >= FILLS_MAX) {
                filledAt.remove(filledAt.keySet().iterator().next());
            }
            filledAt.put(fill.id(), at);
        }
        listeners.tell(fill);
        words.transactions(fill, at).forEach(listeners::tell);
    }

    private void gameChanged(GameState state) {
        state.marks().forEach(tape::marked);
        if (state.phase() == null && state.endsAt() == null) {
            return;
        }
        if (state.phase() != null) {
            phase = Phase.of(state.phase());
        }
        endsAt = state.endsAt() == null ? null : ArenaWords.moment(state.endsAt());
        listeners.tell(new ExchangeEvent.GameState(phase, endsAt));
    }

    private void said(NewsRecord news) {
        switch (news.event()) {
            case "said" -> {
                Json message = news.message() == null ? Json.NULL : news.message();
                String text = message instanceof Json.TextValue(var said)
                        ? said
                        : JsonText.ofServerFrames().write(message);
                listeners.tell(new Chat(news.name(), text));
            }
            case "announcement" -> listeners.tell(new Chat(null, String.valueOf(news.text())));
            default -> {}
        }
    }
}
