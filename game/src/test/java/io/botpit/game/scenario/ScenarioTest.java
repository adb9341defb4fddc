package io.botpit.game.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.GameMode;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.scenario.Scenario.Course;
import io.botpit.game.scenario.Scenario.Fees;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioTest {
    private static final Symbol BTC = new Symbol("BTC/USD");
    private static final Symbol ETH = new Symbol("ETH/USD");
    private static final Course STILL = new Course(BTC, new PriceModel.RandomWalk(0));

    /** A hash of this text is a promise: it may get new fields, but what is there stays as it is. */
    @Test
    void theTextHasEverythingInOneForm() {
        Scenario scenario = new Scenario(
                "all-of-it",
                "Says \"everything\" once.",
                Presets.OPEN_MARKET,
                300,
                new Fees(100, 900),
                House.STANDARD,
                List.of(
                        new Course(BTC, new PriceModel.Jumps(1, 2, -3, 4)),
                        new Course(ETH, new PriceModel.Follow(BTC, 1, 2, 3))),
                List.of(
                        new Incident.Jump(1, BTC, -5, 2, 3, "a"),
                        new Incident.Jump(1, null, 5, 0, 0, null),
                        new Incident.Thinning(2, 3, 4),
                        new Incident.Widening(2, 3, 2_000),
                        new Incident.News(5, "up", "down", "a"),
                        new Incident.News(5, "so it is", null, null),
                        new Incident.Halt(6, 7, GameMode.CANCEL_ONLY, true)));

        assertThat(scenario.text()).isEqualTo("""
                        {"name":"all-of-it","about":"Says \\"everything\\" once.","preset":"open-market","seconds":300,\
                        "maker-fee-ppm":100,"taker-fee-ppm":900,\
                        "house":{"makers":2,"noise":4,"levels":5,"half-spread-ppm":1000,"step-ppm":1000,"size-permille":20},\
                        "markets":[\
                        {"symbol":"BTC/USD","model":"jumps","volatility-ppm":1,"every-seconds":2,"jump-ppm":-3,"spread-ppm":4},\
                        {"symbol":"ETH/USD","model":"follow","leader":"BTC/USD","lag-seconds":1,"half-life-seconds":2,\
                        "volatility-ppm":3}],\
                        "incidents":[\
                        {"at":1,"kind":"jump","symbol":"BTC/USD","ppm":-5,"over":2,"back":3,"draw":"a"},\
                        {"at":1,"kind":"jump","ppm":5,"over":0,"back":0},\
                        {"at":2,"kind":"thinning","seconds":3,"size-permille":4},\
                        {"at":2,"kind":"widening","seconds":3,"spread-permille":2000},\
                        {"at":5,"kind":"news","text":"up","otherwise":"down","draw":"a"},\
                        {"at":5,"kind":"news","text":"so it is"},\
                        {"at":6,"kind":"halt","seconds":7,"mode":"cancel_only","cancel-orders":true}]}""");
    }

    @Test
    void itsRulesAreThePresetsWithItsMarketsFeesAndLength() {
        Scenario scenario = new Scenario(
                "ether",
                "One coin.",
                Presets.OPEN_MARKET,
                120,
                new Fees(0, 2_000),
                House.STANDARD,
                List.of(new Course(ETH, new PriceModel.RandomWalk(1))),
                List.of());

        GameRules rules = scenario.rules(9);

        assertThat(rules.seed()).isEqualTo(9);
        assertThat(rules.instruments()).extracting(one -> one.symbol()).containsExactly(ETH);
        assertThat(rules.grants()).extracting(one -> one.asset().code()).containsExactly("USD", "ETH");
        assertThat(rules.schedule().timeLimitMillis()).isEqualTo(120_000);
        assertThat(rules.trading().takerFeePpm()).isEqualTo(2_000);
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                bad("markets: each symbol once", List.of(STILL, STILL)),
                bad("number of markets must be a whole number from 1 to 32, not 0", List.of()),
                bad(
                        "markets: symbol must be one of [BTC/USD, ETH/USD] of preset open-market, not DOGE/USD",
                        List.of(new Course(new Symbol("DOGE/USD"), new PriceModel.RandomWalk(0)))),
                bad(
                        "markets: leader of ETH/USD must be a market of this scenario that follows no other, not ETH/USD",
                        List.of(STILL, new Course(ETH, new PriceModel.Follow(ETH, 0, 1, 0)))),
                bad(
                        "incidents: symbol of the jump at second 3 must be one of the markets [BTC/USD], not ETH/USD",
                        List.of(STILL),
                        new Incident.Jump(3, ETH, 1, 0, 0, null)),
                bad(
                        "incidents: the halt at second 10 must begin after second 10, when the one before is over",
                        List.of(STILL),
                        new Incident.Halt(5, 5, GameMode.VIEW_ONLY, false),
                        new Incident.Halt(10, 5, GameMode.VIEW_ONLY, false)));
    }

    private static Arguments bad(String why, List<Course> markets, Incident... incidents) {
        return Arguments.of(why, markets, incidents);
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void contradictionsAreRefusedWithWhatWouldDo(String why, List<Course> markets, Incident[] incidents) {
        assertThatThrownBy(() -> Scenarios.of(markets, incidents))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(why);
    }

    @Test
    void aPresetInWhichTheHouseCouldNotFollowIsRefused() {
        assertThatThrownBy(() -> new Scenario(
                        "old", "By old rules.", Presets.CLASSIC, 60, null, House.STANDARD, List.of(STILL), List.of()))
                .hasMessageStartingWith("preset classic lets nobody quote before the mark");
    }

    @Test
    void limitsAreNamed() {
        assertThatThrownBy(() -> new PriceModel.Geometric(0, 60_000))
                .hasMessage("volatility-ppm must be a whole number from 0 to 50000, not 60000");
        assertThatThrownBy(() -> new Incident.Thinning(1, 0, 0))
                .hasMessage("seconds must be a whole number from 1 to 86400, not 0");
        assertThatThrownBy(() -> new Incident.News(1, "two\nlines", null, null))
                .hasMessageStartingWith("text must have 1 to 280 characters on one line");
        assertThatThrownBy(() -> new Incident.News(1, "one", "other", null))
                .hasMessage("otherwise and draw go together: give both or neither");
        assertThatThrownBy(() -> new PriceModel.Recorded(List.of(new PriceModel.Recorded.Point(1, 1))))
                .hasMessageStartingWith("points must begin at second 0");
    }
}
