package io.botpit.simulation.weather;

import io.botpit.bots.Balance;
import io.botpit.bots.Market;
import io.botpit.bots.OpenOrder;
import io.botpit.bots.Phase;
import io.botpit.bots.Side;
import io.botpit.bots.Update;
import io.botpit.bots.View;
import io.botpit.bots.Wish;
import io.botpit.bots.house.HouseBots.HouseBot;
import io.botpit.game.money.Instrument;
import io.botpit.game.rules.Presets;
import io.botpit.protocol.Json;
import io.botpit.protocol.OrderRecord;
import io.botpit.protocol.WalletRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One of the house's bots: on each beat it is shown the game through the protocol, and what it wishes is sent. */
final class HouseSeat extends Caller {
    private static final long BEAT_MICROS = 500_000;
    private static final List<Instrument> INSTRUMENTS =
            Presets.named(Presets.CLASSIC, 1).instruments();

    private final HouseBot bot;
    private final Map<String, BigDecimal> marks = new TreeMap<>();
    private final List<OpenOrder> orders = new ArrayList<>();
    private final Map<String, Balance> wallet = new TreeMap<>();

    HouseSeat(Storm storm, HouseBot bot) {
        super(storm, bot.name());
        this.bot = bot;
    }

    @Override
    boolean isHouse() {
        return true;
    }

    void beat() {
        losePatience();
        if (!isIn()) {
            connect();
        } else if (isIdle() && !storm().isCalm()) {
            look();
        }
        storm().calendar().after(BEAT_MICROS, this::beat);
    }

    private void look() {
        for (Instrument one : INSTRUMENTS) {
            String symbol = one.symbol().text();
            ask("price", "{\"symbol\":\"" + symbol + "\"}", reply -> {
                if (reply.data() instanceof Json.TextValue(var digits)) {
                    marks.put(symbol, new BigDecimal(digits));
                }
            });
        }
        ask("wallets", "{}", reply -> {
            if (reply.status()) {
                WalletRecord.from(reply.data())
                        .assets()
                        .forEach((code, asset) -> wallet.put(code, new Balance(asset.free(), asset.held())));
            }
        });
        ask("orders", "{}", reply -> {
            orders.clear();
            if (reply.data() instanceof Json.ObjectValue data
                    && data.get("maker") instanceof Json.ArrayValue(var all)) {
                all.forEach(this::add);
            }
            think();
        });
    }

    private void add(Json json) {
        OrderRecord order = OrderRecord.from(json);
        String symbol = order.extras().symbol();
        orders.add(new OpenOrder(
                order.id(),
                symbol == null ? INSTRUMENTS.getFirst().symbol().text() : symbol,
                order.isBuy() ? Side.BUY : Side.SELL,
                order.numbers().price(),
                order.numbers().left()));
    }

    private void think() {
        if (marks.size() < INSTRUMENTS.size() || wallet.isEmpty() || !isIn()) {
            return;
        }
        List<Market> markets = INSTRUMENTS.stream()
                .map(one -> new Market(
                        one.symbol().text(),
                        one.priceDecimals(),
                        one.sizeDecimals(),
                        marks.getOrDefault(one.symbol().text(), BigDecimal.ONE),
                        null,
                        null))
                .toList();
        long nowMillis = storm().calendar().nowMicros() / 1_000;
        View view = new View(name(), Phase.RUNNING, nowMillis, null, markets, wallet, orders);
        bot.strategy().onUpdate(view, new Update.Beat()).forEach(this::send);
    }

    private void send(Wish wish) {
        String in = String.valueOf(game());
        switch (wish) {
            case Wish.Limit(var symbol, var side, var price, var size) ->
                ask(
                        side == Side.BUY ? "buy" : "sell",
                        "{\"price\":\"" + price + "\",\"size\":\"" + size + "\",\"symbol\":\"" + symbol + "\"}",
                        reply -> {
                            if (reply.status() && reply.data() instanceof Json.ObjectValue order) {
                                storm().promises().order(in, "", order);
                            }
                        });
            case Wish.BuyNow(var symbol, var budget) ->
                ask("buy_market", "{\"amount\":\"" + budget + "\",\"symbol\":\"" + symbol + "\"}", _ -> {});
            case Wish.SellNow(var symbol, var size) ->
                ask("sell_market", "{\"amount\":\"" + size + "\",\"symbol\":\"" + symbol + "\"}", _ -> {});
            case Wish.Cancel(var id) ->
                ask("cancel", "{\"order_id\":\"" + id + "\"}", reply -> {
                    if (reply.status()) {
                        storm().promises().cancelled(in, id);
                    }
                });
            case Wish.CancelAll _ -> ask("cancel_all", "{}", _ -> {});
        }
    }
}
