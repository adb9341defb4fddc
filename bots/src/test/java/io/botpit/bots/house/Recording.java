package io.botpit.bots.house;

import static java.util.Locale.ROOT;

import io.botpit.bots.Balance;
import io.botpit.bots.Market;
import io.botpit.bots.OpenOrder;
import io.botpit.bots.Phase;
import io.botpit.bots.Side;
import io.botpit.bots.Strategy;
import io.botpit.bots.Update;
import io.botpit.bots.View;
import io.botpit.bots.Wish;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recorded feed, played into a strategy. Lines: {@code market SYMBOL mark bid size ask size} (a dash for no price),
 * {@code wallet ASSET free}, {@code gone ORDER}, {@code trade SYMBOL price size TAKER'S SIDE}, {@code beat}; the strategy's wishes are written below the beat with
 * {@code >} in front. Limit orders rest as o1, o2 and so on until they are cancelled or gone.
 */
final class Recording {
    private static final int BEAT_MILLIS = 500;

    private final Strategy strategy;
    private final Map<String, Market> markets = new LinkedHashMap<>();
    private final Map<String, Balance> wallet = new LinkedHashMap<>();
    private final Map<String, OpenOrder> orders = new LinkedHashMap<>();
    private final List<String> written = new ArrayList<>();
    private long nowMillis;
    private int placed;

    Recording(Strategy strategy) {
        this.strategy = strategy;
    }

    /** The recording with the wishes as this strategy has them; those of the recording are left out. */
    String played(String recording) {
        for (String line : recording.lines().toList()) {
            if (!line.startsWith(">")) {
                written.add(line);
                play(line.split(" +"));
            }
        }
        return String.join("\n", written) + "\n";
    }

    private void play(String[] words) {
        switch (words[0]) {
            case "market" -> markets.put(words[1], market(words));
            case "wallet" -> wallet.put(words[1], new Balance(new BigDecimal(words[2]), BigDecimal.ZERO));
            case "gone" -> orders.remove(words[1]);
            case "trade" -> trade(words);
            case "beat" -> beat();
            case "#", "" -> {}
            default -> throw new IllegalArgumentException("unknown line: " + String.join(" ", words));
        }
    }

    private void beat() {
        nowMillis += BEAT_MILLIS;
        tell(new Update.Beat());
    }

    private void trade(String[] words) {
        tell(new Update.Traded(
                words[1],
                new BigDecimal(words[2]),
                new BigDecimal(words[3]),
                Side.valueOf(words[4].toUpperCase(ROOT))));
    }

    private void tell(Update update) {
        View view = new View(
                "bot",
                Phase.RUNNING,
                nowMillis,
                null,
                List.copyOf(markets.values()),
                wallet,
                List.copyOf(orders.values()));
        for (Wish wish : strategy.onUpdate(view, update)) {
            written.add("> " + carriedOut(wish));
        }
    }

    private String carriedOut(Wish wish) {
        return switch (wish) {
            case Wish.Limit(var symbol, var side, var price, var size) -> {
                String id = "o" + ++placed;
                orders.put(id, new OpenOrder(id, symbol, side, price, size));
                yield id + " " + (side == Side.BUY ? "buy" : "sell") + " " + symbol + " " + size + " at " + price;
            }
            case Wish.BuyNow(var symbol, var budget) -> "buy " + symbol + " for " + budget;
            case Wish.SellNow(var symbol, var size) -> "sell " + symbol + " " + size;
            case Wish.Cancel(var id) -> {
                orders.remove(id);
                yield "cancel " + id;
            }
            case Wish.CancelAll(var symbol) -> {
                orders.values()
                        .removeIf(order -> symbol == null || order.symbol().equals(symbol));
                yield "cancel all " + (symbol == null ? "" : symbol);
            }
        };
    }

    private static Market market(String[] words) {
        return new Market(
                words[1], 2, 8, new BigDecimal(words[2]), level(words[3], words[4]), level(words[5], words[6]));
    }

    private static Market.@Nullable Level level(String price, String size) {
        return price.equals("-") ? null : new Market.Level(new BigDecimal(price), new BigDecimal(size));
    }
}
