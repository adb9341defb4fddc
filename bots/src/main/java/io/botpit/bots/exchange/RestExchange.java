package io.botpit.bots.exchange;

import io.botpit.bots.Balance;
import io.botpit.bots.BotSettings;
import io.botpit.bots.Phase;
import io.botpit.bots.Side;
import io.botpit.bots.exchange.ExchangeEvent.Bar;
import io.botpit.bots.exchange.ExchangeEvent.Fill;
import io.botpit.bots.exchange.ExchangeEvent.GameState;
import io.botpit.bots.exchange.ExchangeEvent.Standings;
import io.botpit.bots.exchange.ExchangeEvent.Ticker;
import io.botpit.bots.exchange.ExchangeEvent.Trade;
import io.botpit.bots.exchange.ExchangeEvent.Transaction;
import io.botpit.protocol.rest.GameBot;
import io.botpit.protocol.rest.GameDetail;
import io.botpit.protocol.rest.GameList;
import io.botpit.protocol.rest.GameRow;
import io.botpit.protocol.rest.StandingRow;
import io.botpit.protocol.rest.TradePage;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A server's REST interface, which is for reading: events are what changed from one look at it to the next, a beat later.
 * Any thread may call; what is not final belongs to the thread of the reads.
 */
final class RestExchange implements ExchangeClient {
    private static final long PAUSE_MAX_MILLIS = 15_000;
    private static final String NO_SUCH_GAME = "not_found";

    private final Listeners listeners = new Listeners();
    private final Tape tape = new Tape(listeners::tell);
    private final RestReads reads;
    private final @Nullable String player;
    private final BotSettings settings;
    private volatile Followed followed = new Followed("", new ArenaWords(List.of()));
    private volatile @Nullable ExchangeException trouble;
    private long tradesUpTo;
    private int failures;
    private @Nullable GameState state;
    private List<Standings.Row> table = List.of();

    /** The game that is looked at; before the first, one without an id. */
    private record Followed(String id, ArenaWords words) {}

    /** @param player whose orders and balances are meant; null: nobody's */
    RestExchange(URI server, @Nullable String player, BotSettings settings) {
        this.player = player;
        this.settings = settings;
        reads = new RestReads(server, settings);
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.of(
                Capability.MARKETS,
                Capability.TICKER,
                Capability.TRADE_HISTORY,
                Capability.BAR_HISTORY,
                Capability.STANDINGS);
        if (player != null) {
            all.addAll(EnumSet.of(Capability.POSITIONS, Capability.OPEN_ORDERS, Capability.TRANSACTION_HISTORY));
        }
        return Collections.unmodifiableSet(all);
    }

    @Override
    public State state() {
        return listeners.state();
    }

    @Override
    public void listen(Consumer<ExchangeEvent> listener) {
        listeners.add(listener);
    }

    @Override
    public CompletableFuture<Void> connect() {
        return listeners.begin(() -> reads.after(Duration.ZERO, this::look));
    }

    @Override
    public void close() {
        reads.end(
                new ExchangeException(ExchangeException.DISCONNECTED, "closed", null), () -> listeners.ended("closed"));
    }

    /** One look at the game; the next one is a beat later, or later than that if it failed. */
    private void look() {
        if (reads.isEnding()) {
            return;
        }
        try {
            boolean another = follow();
            told(reads.get(RestReads.path(followed.id()), GameDetail.class));
            tellTrades();
            failures = 0;
            trouble = null;
            if (another || state() != State.CONNECTED) {
                listeners.connected(followed.words().instruments());
            }
        } catch (IOException | RuntimeException failed) {
            failed(ExchangeException.of(failed));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return;
        }
        reads.after(pause(), this::look);
    }

    /** Tried again later, unless there is no such game and will never be. */
    private void failed(ExchangeException why) {
        if (reads.isEnding()) {
            return;
        }
        failures++;
        trouble = why;
        String reason = String.valueOf(why.getMessage());
        settings.log().accept(reason);
        listeners.tell(new ExchangeEvent.Trouble("connection", reason));
        if (why.code().equals(NO_SUCH_GAME) && settings.game() != null) {
            reads.end(why, () -> listeners.ended(reason, why));
        } else {
            listeners.lost(reason);
        }
    }

    private Duration pause() {
        long beat = settings.beat().toMillis();
        return Duration.ofMillis(failures == 0 ? beat : Math.min(PAUSE_MAX_MILLIS, beat << Math.min(failures, 10)));
    }

    private String wanted() throws IOException, InterruptedException {
        String asked = settings.game();
        if (asked != null) {
            return asked;
        }
        return reads.get("/games", GameList.class).games().stream()
                .filter(GameRow::isDefault)
                .findFirst()
                .map(GameRow::id)
                .orElseThrow(() -> new ExchangeException("unknown_game", "the server has no default game", null));
    }

    /** Goes over to the game that is wanted, at first and when one is over; its trades are told from now on. */
    private boolean follow() throws IOException, InterruptedException {
        GameState known = state;
        if (known != null && !known.phase().isOver()) {
            return false;
        }
        String id = wanted();
        if (id.equals(followed.id())) {
            return false;
        }
        ArenaWords words = words(reads.get(RestReads.path(id), GameDetail.class));
        tradesUpTo = lastTrade(id);
        tape.clear();
        state = null;
        table = List.of();
        followed = new Followed(id, words);
        return true;
    }

    private long lastTrade(String id) throws IOException, InterruptedException {
        TradePage page = reads.tradesAfter(id, 0);
        while (!page.trades().isEmpty()) {
            page = reads.tradesAfter(id, page.next());
        }
        return page.next();
    }

    private void told(GameDetail detail) {
        detail.marks().forEach((symbol, mark) -> tape.marked(symbol, new BigDecimal(mark)));
        Long endsAt = detail.game().times().endsAt();
        GameState now =
                new GameState(Phase.of(detail.game().phase()), endsAt == null ? null : Instant.ofEpochMilli(endsAt));
        if (!now.equals(state)) {
            state = now;
            listeners.tell(now);
        }
        List<Standings.Row> rows = rows(detail.standings());
        if (!rows.equals(table)) {
            table = rows;
            listeners.tell(new Standings(rows));
        }
    }

    private void tellTrades() throws IOException, InterruptedException {
        TradePage page = reads.tradesAfter(followed.id(), tradesUpTo);
        while (!page.trades().isEmpty()) {
            page.trades().forEach(row -> tape.traded(RestReads.trade(row)));
            tradesUpTo = page.next();
            page = reads.tradesAfter(followed.id(), tradesUpTo);
        }
    }

    @Override
    public CompletableFuture<List<Instrument>> markets() {
        return detail().thenApply(detail -> words(detail).instruments());
    }

    /** Without the best prices, which REST does not show. */
    @Override
    public CompletableFuture<Ticker> ticker(String symbol) {
        return instrument(symbol).thenCombine(detail(), (one, detail) -> {
            String mark = detail.marks().get(one.symbol());
            BigDecimal last = tape.ticker(symbol).last();
            return new Ticker(symbol, null, null, last, mark == null ? null : new BigDecimal(mark));
        });
    }

    @Override
    public CompletableFuture<List<Trade>> tradeHistory(String symbol, Instant from, Instant to) {
        return instrument(symbol)
                .thenCompose(one -> reads.trades(followed.id(), new OpenBar.Stretch(one.symbol(), from, to)));
    }

    @Override
    public CompletableFuture<List<Bar>> barHistory(String symbol, Duration period, Instant from, Instant to) {
        return OpenBar.history(this, period, new OpenBar.Stretch(symbol, from, to));
    }

    /** REST does not tell what is held: all counts as free. */
    @Override
    public CompletableFuture<Map<String, Balance>> positions() {
        return player == null
                ? ExchangeClient.super.positions()
                : detail().thenApply(detail -> detail.standings().stream()
                        .filter(row -> row.name().equals(player))
                        .findFirst()
                        .map(RestExchange::balances)
                        .orElseThrow(() -> new ExchangeException("not_a_player", player + " is not in it", null)));
    }

    @Override
    public CompletableFuture<List<Order>> openOrders() {
        return player == null
                ? ExchangeClient.super.openOrders()
                : bot(player)
                        .thenApply(bot -> bot.orders().reversed().stream()
                                .filter(order -> order.to() == null)
                                .map(RestExchange::order)
                                .toList());
    }

    @Override
    public CompletableFuture<List<Transaction>> transactionHistory(Instant from, Instant to) {
        OpenBar.Stretch asked = new OpenBar.Stretch("", from, to);
        return player == null
                ? ExchangeClient.super.transactionHistory(from, to)
                : bot(player)
                        .thenApply(bot -> bot.fills().reversed().stream()
                                .filter(fill -> asked.has(Instant.ofEpochMilli(fill.t())))
                                .flatMap(fill ->
                                        followed
                                                .words()
                                                .transactions(fill(fill), Instant.ofEpochMilli(fill.t()))
                                                .stream())
                                .toList());
    }

    @Override
    public CompletableFuture<List<Standings.Row>> standings() {
        return detail().thenApply(detail -> rows(detail.standings()));
    }

    private CompletableFuture<GameDetail> detail() {
        return reads.call(_ -> reads.get(RestReads.path(known()), GameDetail.class));
    }

    private CompletableFuture<GameBot> bot(String name) {
        return reads.call(_ -> {
            GameBot bot = reads.get(RestReads.path(known(), "bots", name), GameBot.class);
            if (!bot.isPublic()) {
                throw new ExchangeException(
                        "book_is_anonymous", "the rules name no owners: orders are shown when the game is over", null);
            }
            return bot;
        });
    }

    private String known() {
        String id = followed.id();
        if (id.isEmpty()) {
            ExchangeException why = trouble;
            throw why == null ? new ExchangeException(ExchangeException.DISCONNECTED, "not connected yet", null) : why;
        }
        return id;
    }

    private static ArenaWords words(GameDetail detail) {
        return new ArenaWords(detail.rules().instruments().stream()
                .map(one -> new Instrument(one.symbol(), one.priceDecimals(), one.sizeDecimals()))
                .toList());
    }

    private static List<Standings.Row> rows(List<StandingRow> rows) {
        return rows.stream()
                .map(row -> new Standings.Row(
                        row.place(), row.name(), new BigDecimal(row.equity()), new BigDecimal(row.score())))
                .toList();
    }

    private static Map<String, Balance> balances(StandingRow row) {
        Map<String, Balance> balances = new LinkedHashMap<>();
        row.wallet().forEach((code, total) -> balances.put(code, new Balance(new BigDecimal(total), BigDecimal.ZERO)));
        return balances;
    }

    private static Order order(GameBot.OrderRow row) {
        BigDecimal filled = new BigDecimal(row.filled());
        return new Order(
                Long.toString(row.id()),
                null,
                row.symbol(),
                Side.of(row.side()),
                row.price() == null ? null : new BigDecimal(row.price()),
                row.size() == null ? filled : new BigDecimal(row.size()),
                filled,
                Order.Status.OPEN,
                Instant.ofEpochMilli(row.from()));
    }

    private static Fill fill(GameBot.FillRow row) {
        return new Fill(
                "",
                "",
                row.symbol(),
                Side.of(row.side()),
                new BigDecimal(row.price()),
                new BigDecimal(row.size()),
                row.role().equals("maker"),
                new BigDecimal(row.fee()));
    }
}
