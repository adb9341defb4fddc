package io.botpit.bots.house;

import io.botpit.bots.Side;
import io.botpit.bots.Update;
import java.util.List;

/**
 * Has customers with large orders, one after the other, a purchase and then a sale, and does each in slices by a {@link
 * Schedule}: by time (TWAP) or by volume (VWAP; Berkowitz, Logue and Noser, <i>The total cost of transactions on the
 * NYSE</i>, Journal of Finance 43, 1988). In a slice it waits at the best price of its own side; near its end it takes
 * what is missing. It does not earn, it pays as little as it can.
 */
final class Executor implements Trader {
    /** Part of a slice in which it waits. */
    private static final double PATIENT = 0.7;
    /** Its order stays while it is no further off than this fraction of the price. */
    private static final double TOLERANCE = 0.0001;

    private final Parameters parameters;
    private final Schedule schedule;
    private double startedAtSeconds = Double.NaN;
    private double from;
    private double goal;
    private boolean buysNext;
    private int slice;

    /**
     * What an executor can be told.
     *
     * @param order size of an order, as a fraction of the coins at the start, 0.001 to 0.5
     * @param orderSeconds in which it is to be done, 1 to 86,400
     * @param slices of an order, 1 to 1,000
     */
    record Parameters(double order, double orderSeconds, int slices) {
        static final Parameters STANDARD = new Parameters(0.2, 60, 10);

        Parameters {
            Ranges.check("order", order, 0.001, 0.5);
            Ranges.check("orderSeconds", orderSeconds, 1, 86_400);
            Ranges.check("slices", slices, 1, 1_000);
        }
    }

    /** @param firstBuys whether the first customer buys */
    Executor(Parameters parameters, Schedule schedule, boolean firstBuys) {
        this.parameters = parameters;
        this.schedule = schedule;
        this.buysNext = firstBuys;
    }

    /** Volume counts for the slice in which it was traded, the bot's own and all other's. */
    @Override
    public void heard(Update.Traded trade) {
        if (schedule instanceof Schedule.ByVolume byVolume) {
            byVolume.traded(slice, trade.size().doubleValue());
        }
    }

    @Override
    public Aim aim(Scene scene) {
        double over = (scene.seconds() - startedAtSeconds) / parameters.orderSeconds;
        if (!(over < 1)) {
            startedAtSeconds = scene.seconds();
            over = 0;
            from = scene.drift();
            goal = buysNext ? parameters.order / 2 : -parameters.order / 2;
            buysNext = !buysNext;
        }
        slice = (int) (over * parameters.slices);
        double due = from + (goal - from) * schedule.done(slice + 1);
        if (over * parameters.slices - slice > PATIENT) {
            return new Aim.Tilt(due);
        }
        double missing = due - scene.drift();
        Side side = missing > 0 ? Side.BUY : Side.SELL;
        Offer offer = new Offer(side, scene.best(side, scene.mark()), Math.abs(missing));
        return new Aim.Quote(List.of(offer), TOLERANCE * scene.mark());
    }
}
