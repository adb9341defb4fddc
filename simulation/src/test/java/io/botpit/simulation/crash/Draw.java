package io.botpit.simulation.crash;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** What a trader does next: limits around 1000 that often cross, markets, cancels, and old orders sent again. */
final class Draw {
    private static final int RECENT = 200;

    private final SplittableRandom random;
    private long drawn;

    Draw(long seed) {
        random = new SplittableRandom(seed);
    }

    Wish next(Notes notes) {
        int permille = random.nextInt(1_000);
        List<Wish> known = notes.orders();
        if (permille < 600 || known.isEmpty()) {
            return limit(freshId(notes));
        }
        if (permille < 750) {
            return market(freshId(notes));
        }
        if (permille < 950) {
            return Wish.cancel(recent(known).clientId());
        }
        return known.get(random.nextInt(known.size())).again();
    }

    private Wish recent(List<Wish> known) {
        return known.get(known.size() - 1 - random.nextInt(Math.min(RECENT, known.size())));
    }

    private String freshId(Notes notes) {
        return notes.owner() + "-" + ++drawn;
    }

    private Wish limit(String id) {
        boolean buys = random.nextBoolean();
        int away = random.nextInt(-300, 1_500);
        int cents = 100_000 + (buys ? -away : away);
        return Wish.order(
                buys ? "buy" : "sell",
                id,
                Map.of("client_order_id", id, "price", hundredths(cents), "size", hundredths(random.nextInt(1, 50))));
    }

    private Wish market(String id) {
        return random.nextBoolean()
                ? Wish.order(
                        "buy_market",
                        id,
                        Map.of("client_order_id", id, "amount", hundredths(random.nextInt(2_000, 30_000))))
                : Wish.order(
                        "sell_market", id, Map.of("client_order_id", id, "amount", hundredths(random.nextInt(1, 30))));
    }

    private static String hundredths(int value) {
        return String.format(Locale.ROOT, "%d.%02d", value / 100, value % 100);
    }
}
