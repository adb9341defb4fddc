package io.botpit.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.Fee;
import io.botpit.game.Fill;
import io.botpit.game.GameId;
import io.botpit.game.GameMode;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.Level;
import io.botpit.game.OrderId;
import io.botpit.game.PlayerId;
import io.botpit.game.Reason;
import io.botpit.game.Side;
import io.botpit.game.Stamped;
import io.botpit.game.Standing;
import io.botpit.game.Trade;
import io.botpit.game.TradeId;
import io.botpit.game.control.GameView;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of a game, and when. Times are seconds of play. */
class StoryTest {
    private static final Symbol BTC = new Symbol("BTC/USD");
    private static final PlayerId ANN = new PlayerId(1);
    private static final PlayerId BOB = new PlayerId(2);
    private static final long USD_UNITS = 10_000_000_000L;
    private static final GameTime START = new GameTime(1_700_000_000_000_000L);
    private static final double LIMIT = 300;

    private Stage stage;
    private Story story;
    private GameRules rules;
    private long sequence;

    @BeforeEach
    void aClassicGame() {
        play(Presets.CLASSIC);
    }

    private void play(String preset) {
        rules = Presets.named(preset, 1);
        stage = new Stage(rules.instruments());
        story = new Story(new Subject(new GameId("g1"), "Test", rules, null, new TwoNames()));
        at(0, new Event.PhaseChanged(GamePhase.LOBBY, GamePhase.RUNNING, "open", null));
    }

    private record TwoNames() implements Names {
        @Override
        public String of(PlayerId player) {
            return player.equals(ANN) ? "ann" : "bob";
        }

        @Override
        public boolean isHouse(PlayerId player) {
            return false;
        }
    }

    private static GameTime time(double second) {
        return START.plusMicros(Math.round(second * 1_000_000));
    }

    private void at(double second, Event... events) {
        Committed commit = new Committed(new Stamped<>(++sequence, time(second), new Command.Tick()), List.of(events));
        story.see(commit, stage, 1);
        stage.see(commit, 1);
    }

    /** Scores in dollars; each began with 1,000. */
    private void scores(double second, long ann, long bob) {
        List<Standing> table = Stream.of(row(ANN, "ann", ann, bob), row(BOB, "bob", bob, ann))
                .sorted(Comparator.comparingInt(Standing::place))
                .toList();
        GameView.Clock clock = new GameView.Clock(START, time(LIMIT), null);
        story.see(
                new GameView(
                        rules,
                        sequence,
                        time(second),
                        GamePhase.RUNNING,
                        GameMode.FULL,
                        clock,
                        List.of(),
                        table,
                        Map.of()),
                1);
    }

    private static Standing row(PlayerId player, String name, long score, long other) {
        Amount equity = new Amount((1_000 + score) * USD_UNITS);
        return new Standing(score < other ? 2 : 1, player, name, List.of(), equity, new Amount(score * USD_UNITS));
    }

    private void trade(double second, long lots) {
        Trade trade = new Trade(
                new TradeId(++sequence),
                BTC,
                new Price(100_000),
                new Quantity(lots),
                new OrderId(1),
                new OrderId(2),
                Side.BUY);
        at(second, new Event.Traded(trade), filled(trade, ANN, false), filled(trade, BOB, true));
    }

    private static Event filled(Trade trade, PlayerId owner, boolean maker) {
        return new Event.Filled(new Fill(
                trade.id(),
                BTC,
                owner,
                maker ? Side.SELL : Side.BUY,
                trade.buyOrder(),
                trade.sellOrder(),
                trade.price(),
                trade.size(),
                new Fee(Presets.USD, Amount.ZERO, maker)));
    }

    private void level(double second, Side side, long ticks, long lots) {
        at(second, new Event.LevelChanged(BTC, side, new Level(new Price(ticks), new Quantity(lots))));
    }

    private void refuse(double second, Reason reason) {
        at(second, new Event.Rejected(ANN, reason, "no"));
    }

    private void assertTold(String... lines) {
        assertThat(story.all().stream().skip(1).map(line -> line.kind().word() + line.bots() + " " + line.text()))
                .isEqualTo(Arrays.asList(lines));
    }

    @Test
    void aChangeOfTheLeadIsTold() {
        scores(1, 0, 0);
        scores(2, 5, 0);
        scores(3, 6, 0);
        scores(8, 6, 7);

        assertTold("lead[ann] ann takes the lead", "lead[bob] bob takes the lead");
    }

    @Test
    void aHighScoreIsToldAfterThirtySeconds() {
        scores(1, 5, 0);
        scores(20, 8, 0);
        scores(31, 8, 0);
        scores(32, 9, 0);
        scores(40, 10, 0);
        scores(63, 11, 0);

        assertTold(
                "lead[ann] ann takes the lead",
                "high[ann] ann has the highest score so far: 9.00",
                "high[ann] ann has the highest score so far: 11.00");
    }

    @Test
    void aLossOfMoreThanATwentiethIsToldAgainOnlyAfterARecovery() {
        scores(1, 0, 1);
        scores(2, -50, 1);
        scores(5, -51, 1);
        scores(36, -52, 1);
        scores(37, -50, 1);
        scores(38, -60, 1);

        assertTold(
                "lead[bob] bob takes the lead",
                "drawdown[ann] ann is more than 5 % below the best it had",
                "drawdown[ann] ann is more than 5 % below the best it had");
    }

    @Test
    void aTradeOfMoreThanTenTimesTheUsualSizeIsToldWithItsTaker() {
        for (int i = 0; i < 19; i++) {
            trade(1, 100);
        }
        trade(2, 5_000);
        trade(3, 1_000);
        trade(4, 1_001);

        assertTold("trade[ann] ann buys 0.00001001 BTC at 1000.00");
    }

    @Test
    void whatSinglePlayersDoIsNotToldWhereOwnersHaveNoName() {
        play(Presets.OPEN_MARKET);
        for (int i = 0; i < 20; i++) {
            trade(1, 100);
            refuse(1, Reason.INSUFFICIENT_FUNDS);
        }
        trade(4, 1_001);

        assertThat(story.all().stream().skip(1).map(line -> line.kind().word() + line.bots() + " " + line.text()))
                .containsExactly("trade[] a large trade: 0.00001001 BTC at 1000.00");
    }

    @Test
    void aSpreadOfMoreThanFiveTimesTheUsualIsToldWhenItWidens() {
        level(0.5, Side.BUY, 100_000, 1);
        level(0.6, Side.SELL, 100_010, 1);
        for (int second = 1; second <= 21; second++) {
            at(second);
        }
        level(21.5, Side.SELL, 100_010, 0);
        level(21.6, Side.SELL, 100_051, 1);
        at(23);
        at(24);

        assertTold("spread[] the spread of BTC/USD widens to 0.51");
    }

    @Test
    void aSideThatBecomesEmptyIsToldOnce() {
        at(1);
        level(1.5, Side.BUY, 100_000, 1);
        at(3);
        level(3.5, Side.BUY, 100_000, 0);
        at(5);
        at(6);

        assertTold("empty[] nobody wants to buy BTC/USD any more");
    }

    @Test
    void threeRefusalsForTheSameReasonWithinTenSecondsAreTold() {
        refuse(1, Reason.INSUFFICIENT_FUNDS);
        refuse(2, Reason.PRICE_TOO_LOW);
        refuse(6, Reason.INSUFFICIENT_FUNDS);
        refuse(12, Reason.INSUFFICIENT_FUNDS);
        assertTold();

        refuse(15, Reason.INSUFFICIENT_FUNDS);

        assertTold("limits[ann] ann was refused three times: insufficient funds");
    }

    @Test
    void whoGainsAPlaceInTheLastThirtySecondsIsNamed() {
        scores(LIMIT - 40, 5, 0);
        scores(LIMIT - 29, 5, 0);
        scores(LIMIT - 20, 5, 5);

        assertTold("lead[ann] ann takes the lead", "place[bob] bob moves up to place 1");
    }

    @Test
    void comingAndGoingIsAlwaysTold() {
        at(
                1,
                new Event.Left(ANN, false),
                new Event.Arrived(ANN),
                new Event.Left(ANN, true),
                new Event.Announced("Stay."));

        assertTold(
                "connection[ann] ann lost its connection",
                "connection[ann] ann is connected",
                "connection[ann] ann went to another game",
                "referee[] Stay.");
    }

    @Test
    void whatNeedNotBeToldIsLeftOutForThreeSecondsAndTheSameForThirty() {
        scores(1, 1, 0);
        scores(3.9, 1, 2);
        scores(4.1, 3, 2);
        scores(5, 3, 4);
        scores(30, 5, 4);
        scores(31.1, 3, 4);
        scores(35, 5, 4);

        assertTold(
                "lead[ann] ann takes the lead",
                "lead[bob] bob takes the lead",
                "high[ann] ann has the highest score so far: 5.00",
                "lead[ann] ann takes the lead");
    }
}
