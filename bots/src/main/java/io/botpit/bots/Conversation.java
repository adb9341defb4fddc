package io.botpit.bots;

import io.botpit.protocol.ArenaCommand;
import io.botpit.protocol.HelloRecord;
import io.botpit.protocol.Json;
import io.botpit.protocol.OrderRecord;
import io.botpit.protocol.PushFrame;
import io.botpit.protocol.PushType;
import io.botpit.protocol.ReplyFrame;
import io.botpit.protocol.RequestFrame;
import io.botpit.protocol.ServerFrame;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bot says and hears, without a socket, a thread or a clock: frames and times go in, frames come out. Logs in,
 * follows the game, asks the strategy and sends what it wishes. One conversation goes on over several connections. For
 * one thread.
 */
final class Conversation {
    /** Refusals at the door that no second try will change. */
    private static final Set<String> HOPELESS = Set.of(
            "name_taken",
            "name_invalid",
            "name_reserved",
            "not_whitelisted",
            "players_full",
            "game_full",
            "unknown_game",
            "wrong_credentials");

    /** How long to be quiet after the server said that it was too much. */
    private static final long REST_MILLIS = 1_000;

    private static final Set<String> TRY_LATER = Set.of("rate_limited", "busy", "unavailable");

    /** A snapshot that has not come within this time is asked for again. */
    private static final long RESYNC_MILLIS = 5_000;

    private static final long PING_AFTER_MILLIS = 15_000;

    private final Bot bot;
    private final BotSettings settings;
    private final Requests requests;
    private final Thoughts thoughts;
    private final Map<PushType, Long> askedAtMillis = new EnumMap<>(PushType.class);
    private @Nullable Sight sight;
    private @Nullable Ending ending;
    private long nowMillis;
    private long heardAtMillis;
    private boolean ready;
    private boolean broken;
    private boolean leaving;

    Conversation(Bot bot, BotSettings settings) {
        this.bot = bot;
        this.settings = settings;
        requests = new Requests(new Pace(settings.commandsPerSecond()));
        thoughts = new Thoughts(bot.strategy());
    }

    /** A connection is open: says who we are. {@link IOException}: the token cannot be read. */
    void opened(long now) throws IOException {
        time(now);
        heardAtMillis = now;
        broken = false;
        ready = false;
        requests.clear();
        thoughts.forget();
        askedAtMillis.clear();
        Optional<String> token = bot.tokens().load();
        if (token.isPresent()) {
            requests.add(RequestFrame.auth(bot.name(), token.get()), this::authenticated);
        } else {
            register();
        }
    }

    void heard(String text, long now) {
        time(now);
        heardAtMillis = now;
        switch (ServerFrame.read(text)) {
            case ReplyFrame reply -> requests.answered(reply);
            case PushFrame push -> pushed(push);
            case ServerFrame.Unreadable(var _, var why) -> settings.log().accept("unreadable frame: " + why);
        }
        think();
    }

    void beat(long now) {
        time(now);
        if (ready) {
            thoughts.add(new Update.Beat());
        }
        if (sight != null && requests.isIdle()) {
            subscribe(sight.missing());
        }
        if (requests.isIdle() && now - heardAtMillis > PING_AFTER_MILLIS) {
            requests.add(RequestFrame.of(ArenaCommand.PING), _ -> {});
        }
        think();
    }

    /** The bot leaves: its open orders with it. */
    void leave(long now) {
        time(now);
        thoughts.forget();
        if (ready) {
            requests.add(RequestFrame.of(ArenaCommand.CANCEL_ALL), _ -> {});
        }
        leaving = true;
    }

    /** The frames that are to be sent now. */
    List<String> due(long now) {
        return requests.due(now);
    }

    /** Everything that was said has been answered. */
    boolean isIdle() {
        return requests.isIdle();
    }

    /** This connection is of no use any more. */
    boolean isBroken(long now) {
        return broken || requests.isStalled(now);
    }

    boolean isReady() {
        return ready;
    }

    /** How it ended; nothing as long as it goes on. */
    Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    private void time(long now) {
        nowMillis = now;
    }

    private void register() {
        requests.add(RequestFrame.register(bot.name()), reply -> {
            if (!reply.status()) {
                refusedAtTheDoor(reply);
                return;
            }
            if (reply.data() instanceof Json.TextValue(var token)) {
                keep(token);
            }
            enter();
        });
    }

    private void keep(String token) {
        try {
            bot.tokens().save(token);
        } catch (IOException failed) {
            ending = new Ending(Ending.Kind.TURNED_AWAY, "cannot keep the token: " + failed.getMessage());
        }
    }

    private void authenticated(ReplyFrame reply) {
        if (reply.status()) {
            enter();
        } else if ("unknown_name".equals(reply.code())) {
            register();
        } else {
            refusedAtTheDoor(reply);
        }
    }

    private void refusedAtTheDoor(ReplyFrame reply) {
        if (HOPELESS.contains(String.valueOf(reply.code()))) {
            ending = new Ending(Ending.Kind.TURNED_AWAY, reply.message());
        } else {
            settings.log().accept("not let in: " + reply.message());
            broken = true;
        }
    }

    private void enter() {
        String game = settings.game();
        if (game != null) {
            requests.add(RequestFrame.join(game), reply -> {
                if (!reply.status()) {
                    refusedAtTheDoor(reply);
                }
            });
        }
        requests.add(RequestFrame.of(ArenaCommand.HELLO), this::greeted);
    }

    private void greeted(ReplyFrame reply) {
        if (!reply.status()) {
            refusedAtTheDoor(reply);
            return;
        }
        HelloRecord hello = HelloRecord.from(reply.data());
        Sight known = sight;
        if (known != null && known.isOf(hello) && known.isComplete()) {
            known.greeted(hello, nowMillis);
            resume(known);
        } else {
            sight = new Sight(hello, nowMillis);
            subscribe(Sight.CHANNELS);
        }
    }

    private void resume(Sight known) {
        requests.add(RequestFrame.resume(known.seenUpTo(), Sight.CHANNELS), reply -> {
            if (!reply.status()) {
                subscribe(Sight.CHANNELS);
            }
        });
    }

    /** Asks for snapshots, but not for those that were asked for just now. */
    private void subscribe(List<PushType> channels) {
        List<PushType> asked = channels.stream()
                .filter(channel -> nowMillis - askedAtMillis.getOrDefault(channel, -RESYNC_MILLIS) >= RESYNC_MILLIS)
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        asked.forEach(channel -> askedAtMillis.put(channel, nowMillis));
        requests.add(RequestFrame.subscribe(asked), reply -> {
            if (!reply.status()) {
                refusedAtTheDoor(reply);
            }
        });
    }

    private void pushed(PushFrame push) {
        Sight seen = sight;
        if (seen == null) {
            return;
        }
        switch (seen.place(push)) {
            case NEXT -> take(seen, push);
            case GAP -> gap(seen, push);
            case OLD -> {}
        }
        if (seen.phase().isOver()) {
            ending = new Ending(Ending.Kind.GAME_OVER, "the game is over");
        }
    }

    private void take(Sight seen, PushFrame push) {
        if (push.stamp().snapshot()) {
            askedAtMillis.remove(push.type());
        }
        seen.take(push, nowMillis).forEach(thoughts::add);
    }

    /** What is the state of something is asked for anew; what merely happened is over, but it may have changed an order. */
    private void gap(Sight seen, PushFrame push) {
        switch (push.type()) {
            case BOOK, ORDERS, WALLET, GAME -> subscribe(List.of(push.type()));
            case FILLS -> {
                take(seen, push);
                subscribe(List.of(PushType.ORDERS));
            }
            case TRADES, STANDINGS -> take(seen, push);
        }
    }

    /** Asks the strategy, as long as it has nothing unanswered. */
    private void think() {
        Sight seen = sight;
        if (seen == null || !seen.isComplete() || ending != null || leaving) {
            return;
        }
        if (!ready && requests.isIdle() && !broken) {
            ready = true;
            thoughts.first(new Update.Ready());
        }
        while (ready && requests.isIdle() && !thoughts.isEmpty()) {
            thoughts.next(seen.view(bot.name(), nowMillis)).forEach(this::wish);
        }
    }

    private void wish(Wish wish) {
        requests.add(frame(wish), reply -> answered(wish, reply));
    }

    private static RequestFrame frame(Wish wish) {
        return switch (wish) {
            case Wish.Limit(var symbol, var side, var price, var size) ->
                (side == Side.BUY ? RequestFrame.buy(price, size) : RequestFrame.sell(price, size)).withSymbol(symbol);
            case Wish.BuyNow(var symbol, var budget) ->
                RequestFrame.buyMarket(budget).withSymbol(symbol);
            case Wish.SellNow(var symbol, var size) ->
                RequestFrame.sellMarket(size).withSymbol(symbol);
            case Wish.Cancel(var order) -> RequestFrame.cancel(order);
            case Wish.CancelAll(var symbol) -> {
                RequestFrame all = RequestFrame.of(ArenaCommand.CANCEL_ALL);
                yield symbol == null ? all : all.withSymbol(symbol);
            }
        };
    }

    private void answered(Wish wish, ReplyFrame reply) {
        if (!reply.status()) {
            refused(wish, reply);
            return;
        }
        Sight seen = sight;
        if (seen == null) {
            return;
        }
        switch (wish) {
            case Wish.Limit _ -> seen.orders().accepted(OrderRecord.from(reply.data()));
            case Wish.Cancel(var order) -> seen.orders().remove(order);
            case Wish.BuyNow _, Wish.SellNow _, Wish.CancelAll _ -> {}
        }
    }

    private void refused(Wish wish, ReplyFrame reply) {
        String code = String.valueOf(reply.code());
        if (TRY_LATER.contains(code)) {
            requests.rest(nowMillis + REST_MILLIS);
        }
        Sight seen = sight;
        if (seen != null && code.equals("unknown_order") && wish instanceof Wish.Cancel(var order)) {
            seen.orders().remove(order);
        }
        thoughts.add(new Update.Refused(wish, code, reply.message()));
    }
}
