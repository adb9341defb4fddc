package io.botpit.simulation.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.bots.Market;
import io.botpit.bots.View;
import io.botpit.game.Reason;
import io.botpit.game.rules.Presets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two market makers and a few noise traders keep a market alive by themselves. */
class HouseMarketTest {
    private static final String BOTS = "market-maker:2,noise:4,momentum,mean-reversion";
    /** A ranked game ends after nine and a half at the earliest. */
    private static final int MINUTES = 9;

    private static final int SEEDS = 3;

    static Stream<Arguments> games() {
        return Presets.NAMES.stream()
                .flatMap(preset ->
                        Stream.iterate(1L, seed -> seed + 1).limit(SEEDS).map(seed -> Arguments.of(preset, seed)));
    }

    @ParameterizedTest
    @MethodSource("games")
    void itTradesEveryMinuteOnBothInstruments(String preset, long seed) {
        HouseTable table = new HouseTable(preset, BOTS, seed);

        for (int minute = 1; minute <= MINUTES; minute++) {
            table.trades.clear();
            table.playTo(minute);
            assertThat(table.trades).as("minute %s", minute).hasSize(2);
            assertThat(table.trades.values()).as("minute %s", minute).allMatch(trades -> trades >= 5);
        }
    }

    @ParameterizedTest
    @MethodSource("games")
    void nobodyRunsDryAndThePriceStaysSane(String preset, long seed) {
        HouseTable table = new HouseTable(preset, BOTS, seed);

        table.playTo(MINUTES);

        List<View> views = table.views();
        assertThat(views).allSatisfy(view -> {
            assertThat(view.balance("USD").total().doubleValue()).isGreaterThan(1_000);
            assertThat(view.balance("BTC").total().doubleValue()).isGreaterThan(2);
            assertThat(view.balance("ETH").total().doubleValue()).isGreaterThan(20);
            assertThat(view.orders().size()).isLessThanOrEqualTo(12);
        });
        Market btc = views.getFirst().market("BTC/USD");
        assertThat(btc.mark().doubleValue()).isBetween(900.0, 1_100.0);
        assertThat(btc.bestBid()).isNotNull();
        assertThat(btc.bestAsk()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("games")
    void hardlyAnythingIsRefused(String preset, long seed) {
        HouseTable table = new HouseTable(preset, BOTS, seed);

        table.playTo(MINUTES);

        int refused =
                table.refusals.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(refused).as("of %s: %s", table.commands, table.refusals).isLessThan(table.commands / 100);
        assertThat(table.refusals).doesNotContainKeys(Reason.INSUFFICIENT_FUNDS, Reason.SIZE_TOO_SMALL);
    }
}
