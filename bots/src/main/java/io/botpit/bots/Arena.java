package io.botpit.bots;

import io.botpit.protocol.ArenaCommand;
import io.botpit.protocol.FillRecord;
import io.botpit.protocol.HelloRecord;
import io.botpit.protocol.Json;
import io.botpit.protocol.OrderRecord;
import io.botpit.protocol.ReplyFrame;
import io.botpit.protocol.RequestFrame;
import io.botpit.protocol.ServerFrame;
import io.botpit.protocol.StandingRecord;
import io.botpit.protocol.WalletRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The exchange as plain calls: each sends a command and waits for its reply. For authors who want no {@link Strategy}; it
 * does not connect again by itself. Any thread may call; calls of several threads take turns. All calls throw {@link
 * IOException} when the connection is gone or no reply comes within ten seconds.
 */
public final class Arena implements AutoCloseable {
    /** How long a call waits for its reply. */
    public static final long REPLY_TIMEOUT_MILLIS = 10_000;

    /** More replies than calls: only a server that is out of step sends them. */
    private static final int REPLIES_MAX = 16;

    private final Wire wire;
    private final BlockingQueue<Heard> replies;
    private long lastId;

    private Arena(Wire wire, BlockingQueue<Heard> replies) {
        this.wire = wire;
        this.replies = replies;
    }

    /** Connects to {@code ws://} or {@code wss://} addresses. */
    public static Arena connect(URI uri) throws IOException {
        return connect(WebSocketWire.to(uri));
    }

    public static Arena connect(Wire.Dialer dialer) throws IOException {
        BlockingQueue<Heard> replies = new ArrayBlockingQueue<>(REPLIES_MAX);
        return new Arena(dialer.open(new Ears(replies)), replies);
    }

    /** Registers the name, or logs in where a token is kept. */
    public Outcome<String> enter(String name, Tokens tokens) throws IOException {
        Optional<String> token = tokens.load();
        if (token.isPresent()) {
            return ask(RequestFrame.auth(name, token.get()), _ -> token.get());
        }
        Outcome<String> registered = register(name);
        if (registered instanceof Outcome.Done<String>(var given)) {
            tokens.save(given);
        }
        return registered;
    }

    /** Takes a new name; the token that proves it. */
    public Outcome<String> register(String name) throws IOException {
        return ask(RequestFrame.register(name), Arena::text);
    }

    /** Logs in; the server's words. */
    public Outcome<String> auth(String name, String token) throws IOException {
        return ask(RequestFrame.auth(name, token), ReplyFrame::message);
    }

    public Outcome<HelloRecord> hello() throws IOException {
        return ask(RequestFrame.of(ArenaCommand.HELLO), reply -> HelloRecord.from(reply.data()));
    }

    /** The market price. */
    public Outcome<BigDecimal> price(String symbol) throws IOException {
        return ask(RequestFrame.of(ArenaCommand.PRICE).withSymbol(symbol), reply -> new BigDecimal(text(reply)));
    }

    public Outcome<WalletRecord> wallets() throws IOException {
        return ask(RequestFrame.of(ArenaCommand.WALLETS), reply -> WalletRecord.from(reply.data()));
    }

    public Outcome<OrderRecord> buy(String symbol, BigDecimal price, BigDecimal size) throws IOException {
        return place(RequestFrame.buy(price, size).withSymbol(symbol));
    }

    public Outcome<OrderRecord> sell(String symbol, BigDecimal price, BigDecimal size) throws IOException {
        return place(RequestFrame.sell(price, size).withSymbol(symbol));
    }

    /** Buys at once for an amount of the quote asset. */
    public Outcome<OrderRecord> buyMarket(String symbol, BigDecimal amount) throws IOException {
        return place(RequestFrame.buyMarket(amount).withSymbol(symbol));
    }

    /** Sells a size of the base asset at once. */
    public Outcome<OrderRecord> sellMarket(String symbol, BigDecimal size) throws IOException {
        return place(RequestFrame.sellMarket(size).withSymbol(symbol));
    }

    /** Takes an order back; the server's words. */
    public Outcome<String> cancel(String orderId) throws IOException {
        return ask(RequestFrame.cancel(orderId), ReplyFrame::message);
    }

    /** Takes all own orders back; the server's words. */
    public Outcome<String> cancelAll() throws IOException {
        return ask(RequestFrame.of(ArenaCommand.CANCEL_ALL), ReplyFrame::message);
    }

    /** Own open limit orders, buys before sells. */
    public Outcome<List<OrderRecord>> orders() throws IOException {
        return ask(
                RequestFrame.of(ArenaCommand.ORDERS),
                reply -> reply.data() instanceof Json.ObjectValue lists
                        ? items(lists.get("maker"), OrderRecord::from)
                        : List.of());
    }

    /** Own fills, oldest first. */
    public Outcome<List<FillRecord>> fills() throws IOException {
        return ask(RequestFrame.of(ArenaCommand.FILLS), reply -> items(reply.data(), FillRecord::from));
    }

    public Outcome<List<StandingRecord>> standings() throws IOException {
        return ask(RequestFrame.of(ArenaCommand.STANDINGS), reply -> StandingRecord.rows(reply.data()));
    }

    /** Any command there is; the reply as it came. */
    public synchronized ReplyFrame send(RequestFrame request) throws IOException {
        String id = Long.toString(++lastId);
        wire.send(request.withId(id).text());
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(REPLY_TIMEOUT_MILLIS);
        ReplyFrame reply = next(until);
        while (!Json.text(id).equals(reply.id())) {
            reply = next(until);
        }
        return reply;
    }

    @Override
    public void close() {
        wire.close();
    }

    private ReplyFrame next(long untilNanos) throws IOException {
        try {
            Heard heard = replies.poll(untilNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
            return switch (heard) {
                case null -> throw new IOException("no reply within " + REPLY_TIMEOUT_MILLIS + " ms");
                case Reply(var frame) -> frame;
                case HungUp(var reason) -> {
                    replies.add(heard);
                    throw new IOException("connection lost: " + reason);
                }
            };
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a reply", interrupted);
        }
    }

    private Outcome<OrderRecord> place(RequestFrame request) throws IOException {
        return ask(request, reply -> OrderRecord.from(reply.data()));
    }

    private <T> Outcome<T> ask(RequestFrame request, Function<ReplyFrame, T> value) throws IOException {
        ReplyFrame reply = send(request);
        return reply.status()
                ? new Outcome.Done<>(value.apply(reply))
                : new Outcome.Refused<>(String.valueOf(reply.code()), reply.message());
    }

    private static String text(ReplyFrame reply) {
        return reply.data() instanceof Json.TextValue(var text) ? text : "";
    }

    private static <T> List<T> items(@Nullable Json json, Function<Json, T> item) {
        return json instanceof Json.ArrayValue(var items)
                ? items.stream().map(item).toList()
                : List.of();
    }

    private sealed interface Heard {}

    private record Reply(ReplyFrame frame) implements Heard {}

    private record HungUp(String reason) implements Heard {}

    /** Pushes are for {@link BotRunner}: here they are dropped. */
    private record Ears(BlockingQueue<Heard> replies) implements Wire.Listener {
        @Override
        public void onText(String text) {
            if (ServerFrame.read(text) instanceof ReplyFrame reply && !replies.offer(new Reply(reply))) {
                replies.clear();
            }
        }

        @Override
        public void onClose(String reason) {
            if (!replies.offer(new HungUp(reason))) {
                replies.clear();
                replies.add(new HungUp(reason));
            }
        }
    }
}
