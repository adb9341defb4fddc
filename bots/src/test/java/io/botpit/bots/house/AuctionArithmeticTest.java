package io.botpit.bots.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.botpit.bots.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formulas of the auction traders, against answers worked out by hand. */
class AuctionArithmeticTest {
    @ParameterizedTest
    @CsvSource({"BUY, 90, 100, 91", "BUY, 99.5, 100, 100", "SELL, 110, 100, 109", "SELL, 100.5, 100, 100"})
    void aShaverBettersTheBestButNotItsLimit(Side side, double best, double limit, double price) {
        assertThat(Shaver.shaved(side, best, 1, limit)).isEqualTo(price);
    }

    @ParameterizedTest
    @CsvSource({"0.2, 2", "0.1, 5", "0.05, 10", "0, 100"})
    void aSniperShavesByMoreTheLessTimeThereIs(double left, int shaves) {
        assertThat(Sniper.Parameters.STANDARD.shaves(left)).isEqualTo(shaves);
    }

    @Test
    void zipGoesAPartOfTheWayToItsTarget() {
        ZipMargin seller = new ZipMargin(Side.SELL, 0.5, 0, 0.1);

        seller.learn(100, 105);

        assertThat(seller.price(100)).isCloseTo(107.5, within(1e-9));
    }

    @Test
    void zipKeepsSomeOfItsMomentum() {
        ZipMargin seller = new ZipMargin(Side.SELL, 0.5, 0.2, 0.1);

        seller.learn(100, 105);
        assertThat(seller.price(100)).isCloseTo(108, within(1e-9));
        seller.learn(100, 108);

        assertThat(seller.price(100)).isCloseTo(107.6, within(1e-9));
    }

    @Test
    void zipNeverAsksForALoss() {
        ZipMargin buyer = new ZipMargin(Side.BUY, 1, 0, 0.05);

        buyer.learn(100, 103);
        assertThat(buyer.price(100)).isCloseTo(95, within(1e-9));
        buyer.learn(100, 99);

        assertThat(buyer.price(100)).isCloseTo(99, within(1e-9));
    }

    /** Asks at 10 and 12 not taken, at 11 taken; a bid at 9 not taken, at 8 taken. */
    private static Belief belief() {
        Belief belief = new Belief(5);
        belief.shouted(Side.SELL, 12);
        belief.shouted(Side.SELL, 11);
        belief.taken(Side.SELL, 11);
        belief.shouted(Side.SELL, 10);
        belief.shouted(Side.BUY, 8);
        belief.taken(Side.BUY, 8);
        belief.shouted(Side.BUY, 9);
        return belief;
    }

    @ParameterizedTest
    @CsvSource({
        "SELL, 8, 1",
        "SELL, 9, 1",
        "SELL, 9.5, 1",
        "SELL, 10, 0.5",
        "SELL, 11, 0.5",
        "SELL, 12, 0",
        "BUY, 7, 0",
        "BUY, 8, 0.5",
        "BUY, 9, 0.5",
        "BUY, 9.5, 1",
        "BUY, 10, 1",
        "BUY, 14, 1",
    })
    void aBeliefIsTheShareOfShoutsThatSpeakForAPrice(Side side, double price, double chance) {
        assertThat(belief().chance(side, price, 4, 14)).isEqualTo(chance);
    }

    @Test
    void whatIsBehindTheBestPriceIsNotTakenAndWhatMeetsItIs() {
        assertThat(belief().chance(Side.SELL, 11, 9, 10)).isZero();
        assertThat(belief().chance(Side.SELL, 9, 9, 10)).isEqualTo(1);
        assertThat(belief().chance(Side.BUY, 8, 9, 10)).isZero();
        assertThat(belief().chance(Side.BUY, 10, 9, 10)).isEqualTo(1);
    }

    @Test
    void aBeliefForgetsWhatIsOlderThanItsTrades() {
        Belief belief = new Belief(1);
        belief.shouted(Side.SELL, 9);
        belief.taken(Side.SELL, 10);
        belief.taken(Side.SELL, 10);

        assertThat(belief.chance(Side.SELL, 9.5, 4, 14)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 0", "1, 2, 0, 0", "1, 2, 1, 1", "2, 2, 1, 0"})
    void gdxWaitsForABetterPriceIfThereIsTimeForIt(int units, int turns, double gamma, int best) {
        GdxPlan plan = new GdxPlan(new double[] {1, 0.4}, new double[] {1, 2});

        assertThat(plan.best(units, turns, gamma)).isEqualTo(best);
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 120, -1, 0",
        "BUY, 120, 0, 100",
        "BUY, 120, 1, 120",
        "BUY, 120, 0.5, 110",
        "BUY, 90, 0.7, 90",
        "BUY, 90, -0.5, 45",
        "SELL, 80, -1, 200",
        "SELL, 80, 0, 100",
        "SELL, 80, 1, 80",
        "SELL, 80, 0.5, 90",
        "SELL, 110, 0.7, 110",
        "SELL, 110, -0.5, 155",
    })
    void aggressivenessGoesFromAllThereIsOverTheEquilibriumToTheLimit(
            Side side, double limit, double r, double target) {
        var market = new Aggressiveness.Market(100, 0, 200);

        assertThat(new Aggressiveness(side, limit, market).target(r)).isCloseTo(target, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"BUY, 120, -6", "BUY, 120, 1.5", "SELL, 85, -6", "SELL, 85, 1.5"})
    void aggressivenessHasNoKinkAtTheEquilibrium(Side side, double limit, double theta) {
        var trader = new Aggressiveness(side, limit, new Aggressiveness.Market(100, theta, 200));
        double step = 1e-5;

        double below = (trader.target(0) - trader.target(-step)) / step;
        double above = (trader.target(step) - trader.target(0)) / step;

        assertThat(below).isCloseTo(above, within(Math.abs(above) * 1e-3));
    }

    @ParameterizedTest
    @CsvSource({"BUY, 120, 110", "BUY, 120, 60", "SELL, 85, 95", "SELL, 85, 140"})
    void theAggressivenessOfAShoutIsTheOneThatWouldHaveShoutedIt(Side side, double limit, double price) {
        var trader = new Aggressiveness(side, limit, new Aggressiveness.Market(100, -2, 200));

        assertThat(trader.target(trader.of(price))).isCloseTo(price, within(1e-6));
    }

    @Test
    void theEquilibriumPriceWeighsLateTradesMore() {
        Equilibrium equilibrium = new Equilibrium(2, 0.5);
        equilibrium.traded(500);
        equilibrium.traded(100);
        equilibrium.traded(119);

        assertThat(equilibrium.price()).isCloseTo((119 + 0.9 * 100) / 1.9, within(1e-9));
    }

    @Test
    void thetaIsHighWhereTradesGatherAndLowWhereTheyScatter() {
        assertThat(Equilibrium.thetaFor(0)).isEqualTo(2);
        assertThat(Equilibrium.thetaFor(1)).isEqualTo(-8);
        assertThat(Equilibrium.thetaFor(0.5)).isCloseTo(2 - 10 * 0.5 * Math.exp(-1), within(1e-9));
    }
}
