package io.botpit.bots.house;

import io.botpit.bots.OpenOrder;
import io.botpit.bots.Wish;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the orders a bot has to those it wants: what is near enough keeps its place in the queue. */
final class Requote {
    private static final BigDecimal SIZE_FACTOR = BigDecimal.TWO;

    private Requote() {}

    /**
     * Cancels first, so that their funds are there for what is missing.
     *
     * @param wanted the most wanted first: they are the ones that are placed where the funds do not reach for all
     * @param tolerance how far an order may be from where it should be, in the quote asset
     */
    static List<Wish> wishes(List<OpenOrder> own, List<Wish.Limit> wanted, double tolerance, Funds funds) {
        List<Wish.Limit> missing = new ArrayList<>(wanted);
        List<Wish> wishes = new ArrayList<>();
        for (OpenOrder order : own) {
            Optional<Wish.Limit> covered = missing.stream()
                    .filter(quote -> covers(order, quote, tolerance))
                    .findFirst();
            covered.ifPresentOrElse(missing::remove, () -> {
                funds.giveBack(order);
                wishes.add(new Wish.Cancel(order.id()));
            });
        }
        missing.stream().filter(funds::take).forEach(wishes::add);
        return wishes;
    }

    private static boolean covers(OpenOrder order, Wish.Limit quote, double tolerance) {
        return order.side() == quote.side()
                && quote.size().signum() > 0
                && order.price().subtract(quote.price()).abs().doubleValue() <= tolerance
                && order.size().multiply(SIZE_FACTOR).compareTo(quote.size()) >= 0
                && order.size().compareTo(quote.size().multiply(SIZE_FACTOR)) <= 0;
    }
}
