package io.botpit.bots.house;

import io.botpit.bots.Market;
import io.botpit.bots.Strategy;
import io.botpit.bots.Update;
import io.botpit.bots.View;
import io.botpit.bots.Wish;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows the trend: holds more coins while a fast average of the mark is above a slow one, fewer while it is below, and
 * does nothing in the band between (Brock, Lakonishok and LeBaron, <i>Simple technical trading rules</i>, Journal of
 * Finance 47, 1992).
 */
final class Momentum implements Strategy {
    private static final double FAST_GAIN = 2.0 / (12 + 1);
    private static final double SLOW_GAIN = 2.0 / (90 + 1);
    /** Half the band's width, as a fraction of the price. */
    private static final double BAND = 0.003;
    /** How far it leaves its starting coins, as a fraction of them. */
    private static final double TILT = 0.15;

    private final Map<String, Averages> seen = new HashMap<>();

    private record Averages(Anchor anchor, double fast, double slow) {
        private Averages with(double mark) {
            return new Averages(anchor, fast + FAST_GAIN * (mark - fast), slow + SLOW_GAIN * (mark - slow));
        }

        /** Where the coins should be, as a fraction of the starting coins, or 0 to stay as they are. */
        private double tilt() {
            double gap = fast / slow - 1;
            return Math.abs(gap) < BAND ? 0 : Math.signum(gap) * TILT;
        }
    }

    @Override
    public List<Wish> onUpdate(View view, Update update) {
        if (!(update instanceof Update.Beat) || !view.running()) {
            return List.of();
        }
        return view.markets().stream()
                .flatMap(market -> follow(view, market).stream())
                .toList();
    }

    private List<Wish> follow(View view, Market market) {
        double mark = market.mark().doubleValue();
        Averages averages = seen.computeIfAbsent(
                        market.symbol(), _ -> new Averages(Anchor.of(view, market), mark, mark))
                .with(mark);
        seen.put(market.symbol(), averages);
        double tilt = averages.tilt();
        return tilt == 0 ? List.of() : Taker.towards(view, market, averages.anchor(), tilt);
    }
}
