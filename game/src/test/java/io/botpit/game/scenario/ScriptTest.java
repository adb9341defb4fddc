package io.botpit.game.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.GameMode;
import io.botpit.game.RefereeAct;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.Presets;
import io.botpit.game.scenario.Scenario.Course;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final Symbol BTC = new Symbol("BTC/USD");
    private static final Symbol ETH = new Symbol("ETH/USD");
    private static final PriceModel STILL = new PriceModel.RandomWalk(0);

    @Test
    void aSeedMeansTheSameForEver() {
        Script script = script(1, new PriceModel.Geometric(0, 1_000));

        assertThat(ticks(script, BTC, 0, 1, 2, 3, 60, 600))
                .containsExactly(100_000, 99_995, 99_739, 99_867, 99_391, 99_471);
    }

    @Test
    void whatWasAskedBeforeDoesNotMatter() {
        PriceModel model = new PriceModel.Jumps(500, 20, 0, 10_000);

        assertThat(ticks(script(7, model), BTC, 500, 20, 500, 0, 499))
                .containsExactly(
                        ticks(script(7, model), BTC, 500)[0],
                        ticks(script(7, model), BTC, 20)[0],
                        ticks(script(7, model), BTC, 500)[0],
                        100_000,
                        ticks(script(7, model), BTC, 499)[0]);
    }

    @Test
    void marketsGoTheirOwnWays() {
        Scenario scenario = Scenarios.of(List.of(
                new Course(BTC, new PriceModel.RandomWalk(500)), new Course(ETH, new PriceModel.RandomWalk(500))));
        Script script = new Script(scenario, scenario.rules(1));

        assertThat(script.reference(BTC, 60).ticks())
                .isNotEqualTo(10 * script.reference(ETH, 60).ticks());
    }

    @Test
    void aRecordedPriceHoldsUntilTheNext() {
        Script script = script(
                1,
                new PriceModel.Recorded(List.of(
                        new PriceModel.Recorded.Point(0, 1_000_000),
                        new PriceModel.Recorded.Point(10, 1_100_000),
                        new PriceModel.Recorded.Point(12, 900_000))));

        assertThat(ticks(script, BTC, 0, 9, 10, 11, 12, 5_000))
                .containsExactly(100_000, 100_000, 110_000, 110_000, 90_000, 90_000);
    }

    @Test
    void aCrashFallsAndComesBack() {
        Script script = script(1, STILL, new Incident.Jump(10, null, -200_000, 3, 4, null));

        assertThat(ticks(script, BTC, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18))
                .containsExactly(100_000, 95_000, 90_000, 85_000, 80_000, 85_000, 90_000, 95_000, 100_000, 100_000);
    }

    @Test
    void newsAndItsJumpShareTheirDraw() {
        List<Boolean> rose =
                LongStream.range(0, 40).mapToObj(ScriptTest::newsTellsTheTruth).toList();

        assertThat(rose).contains(true, false);
    }

    private static boolean newsTellsTheTruth(long seed) {
        Script script = script(
                seed,
                STILL,
                new Incident.News(5, "listed", "delisted", "listing"),
                new Incident.Jump(7, null, 30_000, 0, 0, "listing"));
        boolean rises = script.reference(BTC, 7).ticks() > 100_000;

        assertThat(script.acts(5)).containsExactly(new RefereeAct.Announce(rises ? "listed" : "delisted"));
        return rises;
    }

    @Test
    void aFollowerComesLater() {
        Scenario scenario = Scenarios.of(
                List.of(new Course(BTC, STILL), new Course(ETH, new PriceModel.Follow(BTC, 3, 60, 0))),
                new Incident.Jump(10, null, 100_000, 0, 0, null));
        Script script = new Script(scenario, scenario.rules(1));

        assertThat(ticks(script, BTC, 9, 10)).containsExactly(100_000, 110_000);
        assertThat(ticks(script, ETH, 12, 13)).containsExactly(10_000, 11_000);
    }

    @Test
    void haltsBeginAndEnd() {
        Script script = script(1, STILL, new Incident.Halt(30, 20, GameMode.VIEW_ONLY, true));

        assertThat(modes(script, 29)).isEmpty();
        assertThat(modes(script, 30)).containsExactly(new RefereeAct.SetMode(GameMode.VIEW_ONLY, true));
        assertThat(modes(script, 50)).containsExactly(new RefereeAct.SetMode(GameMode.FULL, false));
    }

    @Test
    void shocksOfLiquidityAddUpAndPass() {
        Script script = script(1, STILL, new Incident.Thinning(10, 20, 500), new Incident.Widening(20, 20, 3_000));

        assertThat(script.liquidity(9)).isEqualTo(new Liquidity(1_000, 1_000));
        assertThat(script.liquidity(10)).isEqualTo(new Liquidity(500, 1_000));
        assertThat(script.liquidity(29)).isEqualTo(new Liquidity(500, 3_000));
        assertThat(script.liquidity(30)).isEqualTo(new Liquidity(1_000, 3_000));
        assertThat(script.liquidity(40)).isEqualTo(new Liquidity(1_000, 1_000));
    }

    @Test
    void thePriceStaysWithinTheInstrumentsBounds() {
        Script script = script(3, new PriceModel.RandomWalk(PriceModel.VOLATILITY_PPM_MAX));
        long lowest = Presets.named(Presets.OPEN_MARKET, 0)
                .firstInstrument()
                .bounds()
                .priceMin()
                .ticks();

        assertThat(LongStream.range(0, 20_000)
                        .map(second -> script.reference(BTC, second).ticks()))
                .allMatch(ticks -> ticks >= lowest);
    }

    private static List<RefereeAct> modes(Script script, long second) {
        return script.acts(second).stream()
                .filter(RefereeAct.SetMode.class::isInstance)
                .toList();
    }

    private static Script script(long seed, PriceModel model, Incident... incidents) {
        Scenario scenario = Scenarios.of(List.of(new Course(BTC, model)), incidents);
        return new Script(scenario, scenario.rules(seed));
    }

    private static long[] ticks(Script script, Symbol symbol, long... seconds) {
        return LongStream.of(seconds)
                .map(second -> script.reference(symbol, second).ticks())
                .toArray();
    }
}
