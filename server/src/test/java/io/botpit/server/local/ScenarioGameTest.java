package io.botpit.server.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.bots.Market;
import io.botpit.bots.Side;
import io.botpit.bots.Strategy;
import io.botpit.bots.Update;
import io.botpit.bots.Wish;
import io.botpit.bots.house.HouseBots;
import io.botpit.bots.house.HouseBots.HouseBot;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameMode;
import io.botpit.game.GameTime;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import io.botpit.game.scenario.Scenario;
import io.botpit.game.scenario.Script;
import io.botpit.server.config.Scenarios;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenarios on the real engine, in virtual time. */
class ScenarioGameTest {
    private static final Symbol BTC = new Symbol("BTC/USD");
    private static final Scenarios ALL = new Scenarios(List.of());

    private static Scenario named(String name) {
        return ALL.named(name).orElseThrow();
    }

    static List<Scenario> scenarios() {
        return ALL.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theHouseQuotesAroundTheReferenceWhereverItGoes(Scenario scenario) {
        GameRules rules = scenario.rules(5);
        LocalGame game = new LocalGame(rules, scenario, List.of(), _ -> {});
        Script script = new Script(scenario, rules);
        double allowed = 4 * scenario.house().halfSpreadPpm() / 1e6 + 0.004;

        for (int second = 9; second < 60; second += 10) {
            game.playUntil(new GameTime(second * 1_000_000L + 900_000));
            if (script.liquidity(second).sizePermille() == 1_000 && game.view().mode() == GameMode.FULL) {
                double reference = script.reference(BTC, second).ticks() / 100.0;
                Market market = game.views().getFirst().market(BTC.text());
                assertThat(market.mark().doubleValue() / reference - 1)
                        .as("%s at second %s", scenario.name(), second)
                        .isBetween(-allowed, allowed);
            }
        }
    }

    @Test
    void whoPushesThePriceMovesTheBookAndNotTheReference() {
        Scenario scenario = named("range");
        GameRules rules = scenario.rules(3);
        List<Committed> quiet = new ArrayList<>();
        List<Committed> pushed = new ArrayList<>();

        new LocalGame(rules, scenario, List.of(), quiet::add).playUntil(new GameTime(40_000_000));
        new LocalGame(rules, scenario, List.of(new HouseBot("pusher", pusher())), pushed::add)
                .playUntil(new GameTime(40_000_000));

        assertThat(references(pushed)).isNotEmpty().isEqualTo(references(quiet));
        assertThat(marks(pushed)).isNotEqualTo(marks(quiet));
    }

    @Test
    void theSameSeedIsTheSameGame() {
        Scenario scenario = named("news");
        List<Committed> one = new ArrayList<>();
        List<Committed> other = new ArrayList<>();

        new LocalGame(scenario.rules(8), scenario, HouseBots.roster("momentum:2", 8), one::add)
                .playUntil(new GameTime(60_000_000));
        new LocalGame(scenario.rules(8), scenario, HouseBots.roster("momentum:2", 8), other::add)
                .playUntil(new GameTime(60_000_000));

        assertThat(one).isEqualTo(other);
    }

    /** Buys whatever there is. */
    private static Strategy pusher() {
        return (view, update) -> {
            Market market = view.markets().getFirst();
            Market.Level ask = market.bestAsk();
            if (!(update instanceof Update.Beat) || ask == null) {
                return List.of();
            }
            BigDecimal size = market.size(Math.min(
                    ask.size().doubleValue(),
                    view.balance("USD").free().doubleValue() / ask.price().doubleValue()));
            return List.of(new Wish.Limit(market.symbol(), Side.BUY, ask.price(), size));
        };
    }

    private static List<Event> references(List<Committed> commits) {
        return commits.stream()
                .flatMap(commit -> commit.events().stream())
                .filter(Event.ReferenceMoved.class::isInstance)
                .toList();
    }

    private static List<Event> marks(List<Committed> commits) {
        return commits.stream()
                .flatMap(commit -> commit.events().stream())
                .filter(Event.MarkChanged.class::isInstance)
                .toList();
    }
}
