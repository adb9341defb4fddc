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
 * Bets that what went far comes back: sells when the mark is well above its running mean, buys when it is well below,
 * goes home when it is near (Poterba and Summers, <i>Mean reversion in stock prices</i>, Journal of Financial Economics
 * 22, 1988). "Far" is counted in running standard deviations.
 */
final class MeanReversion implements Strategy {
    private static final double GAIN = 2.0 / (300 + 1);
    private static final double FAR = 1.5;
    private static final double NEAR = 0.4;
    private static final double TILT = 0.3;
    /** Beats to look on before the first bet. */
    private static final int WARM_UP = 60;

    private final Map<String, Memory> seen = new HashMap<>();

    private record Memory(Anchor anchor, int beats, double mean, double variance) {
        private Memory with(double mark) {
            double gap = mark - mean;
            return new Memory(anchor, beats + 1, mean + GAIN * gap, (1 - GAIN) * (variance + GAIN * gap * gap));
        }

        private double deviations(double mark) {
            return variance <= 0 || beats < WARM_UP ? Double.NaN : (mark - mean) / Math.sqrt(variance);
        }
    }

    @Override
    public List<Wish> onUpdate(View view, Update update) {
        if (!(update instanceof Update.Beat) || !view.running()) {
            return List.of();
        }
        return view.markets().stream()
                .flatMap(market -> bet(view, market).stream())
                .toList();
    }

    private List<Wish> bet(View view, Market market) {
        double mark = market.mark().doubleValue();
        Memory memory = seen.computeIfAbsent(market.symbol(), _ -> new Memory(Anchor.of(view, market), 0, mark, 0));
        double deviations = memory.deviations(mark);
        seen.put(market.symbol(), memory.with(mark));
        if (Math.abs(deviations) > FAR) {
            return Taker.towards(view, market, memory.anchor(), -Math.signum(deviations) * TILT);
        }
        return Math.abs(deviations) < NEAR ? Taker.towards(view, market, memory.anchor(), 0) : List.of();
    }
}
