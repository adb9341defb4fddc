package io.botpit.bots;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What a bot sees of its game; immutable, so any thread may keep one.
 *
 * @param player the bot's name
 * @param nowMillis when this was seen, milliseconds since 1970
 * @param leftMillis what was left of the time limit then; null: no limit
 * @param markets in the game's order, never empty once the bot is ready
 * @param wallet by asset
 * @param orders own open orders, oldest first
 */
public record View(
        String player,
        Phase phase,
        long nowMillis,
        @Nullable Long leftMillis,
        List<Market> markets,
        Map<String, Balance> wallet,
        List<OpenOrder> orders) {
    public View {
        markets = List.copyOf(markets);
        wallet = Map.copyOf(wallet);
        orders = List.copyOf(orders);
    }

    public boolean running() {
        return phase == Phase.RUNNING;
    }

    /** {@link NoSuchElementException} if the game has no such market. */
    public Market market(String symbol) {
        return markets.stream()
                .filter(m -> m.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    public Balance balance(String asset) {
        return wallet.getOrDefault(asset, Balance.NONE);
    }

    /** Own open orders of one market, oldest first. */
    public List<OpenOrder> orders(String symbol) {
        return orders.stream().filter(o -> o.symbol().equals(symbol)).toList();
    }
}
