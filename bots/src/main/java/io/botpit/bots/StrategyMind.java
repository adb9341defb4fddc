package io.botpit.bots;

import io.botpit.protocol.ArenaCommand;
import io.botpit.protocol.HelloRecord;
import io.botpit.protocol.OrderRecord;
import io.botpit.protocol.PushFrame;
import io.botpit.protocol.PushType;
import io.botpit.protocol.ReplyFrame;
import io.botpit.protocol.RequestFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mind of a bot: its strategy is asked as long as nothing is unanswered, and what it wishes is sent. */
final class StrategyMind implements Mind {
    private static final String LOST =
            "The connection was lost before the answer came: the order may have been done, look at the wallet.";

    private final Bot bot;
    private final Thoughts thoughts;
    private final OrdersUnderway underway = new OrdersUnderway();
    private final BotSettings settings;
    /** The game that remembers no more ids of orders; null: none. */
    private @Nullable Sight full;

    StrategyMind(Bot bot, BotSettings settings) {
        this.bot = bot;
        this.settings = settings;
        thoughts = new Thoughts(bot.strategy());
    }

    @Override
    public List<PushType> channels() {
        return Sight.CHANNELS;
    }

    @Override
    public void forget() {
        thoughts.forget();
    }

    @Override
    public void greeted(HelloRecord hello) {}

    @Override
    public void heard(PushFrame push, Sight seen) {
        if (push instanceof PushFrame.Orders(var _, var orders)) {
            underway.heard(orders);
        }
    }

    @Override
    public void told(Update update) {
        if (update instanceof Update.Ready) {
            thoughts.first(update);
            underway.lost().forEach(order -> thoughts.add(new Update.Refused(order, "connection_lost", LOST)));
        } else {
            thoughts.add(update);
        }
    }

    @Override
    public boolean isAwakeIn(Phase phase) {
        return !settings.stay() || !phase.isOver();
    }

    @Override
    public void think(Sight seen, Requests requests, long nowMillis) {
        while (requests.isIdle() && !thoughts.isEmpty()) {
            for (Wish wish : thoughts.next(seen.view(bot.name(), nowMillis))) {
                if (wish instanceof Wish.Order order && settings.namesOrders() && seen != full) {
                    place(order, underway.add(order, nowMillis), seen, requests);
                } else {
                    long ordersAsOf = seen.ordersAsOf();
                    requests.add(frame(wish), reply -> answered(wish, reply, seen, ordersAsOf));
                }
            }
        }
    }

    @Override
    public void lost(String reason) {}

    /** Its open orders leave with it. */
    @Override
    public void leave(Requests requests) {
        requests.add(RequestFrame.of(ArenaCommand.CANCEL_ALL), _ -> {});
    }

    private void place(Wish.Order order, String id, Sight seen, Requests requests) {
        long ordersAsOf = seen.ordersAsOf();
        requests.add(frame(order).withClientOrderId(id), reply -> {
            answered(order, reply, seen, ordersAsOf);
            underway.answered(id);
        });
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

    private void answered(Wish wish, ReplyFrame reply, Sight seen, long ordersAsOf) {
        if (!reply.status()) {
            refused(wish, reply, seen);
        } else if (wish instanceof Wish.Cancel(var order)) {
            seen.orders().remove(order);
        } else if (wish instanceof Wish.Limit && seen.ordersAsOf() == ordersAsOf) {
            // A snapshot that came meanwhile knows better: the order may be gone already.
            seen.orders().accepted(OrderRecord.from(reply.data()));
        }
    }

    private void refused(Wish wish, ReplyFrame reply, Sight seen) {
        String code = String.valueOf(reply.code());
        if (code.equals("unknown_order") && wish instanceof Wish.Cancel(var order)) {
            seen.orders().remove(order);
        }
        if (code.equals("client_order_ids_limit")) {
            full = seen;
        }
        thoughts.add(new Update.Refused(wish, code, reply.message()));
    }
}
