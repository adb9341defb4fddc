package io.botpit.game.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.Command;
import io.botpit.game.GameTime;
import io.botpit.game.InvariantBroken;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.audit.GameAudit;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.rules.Closing;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Grant;
import io.botpit.game.rules.Limits;
import io.botpit.game.rules.Schedule;
import io.botpit.game.rules.Valuation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much of a coin a player may own, each coin by itself, and what the second opinion says of it. */
class PositionsTest {
    private static final long WINDOW_MILLIS = 4_000;
    private static final long LENGTH_MILLIS = 10_000;
    private static final Closing HALF = new Closing(Valuation.LIQUIDATE, WINDOW_MILLIS, 0, 0, 500, 50, 50);

    /** Two coins: of ETH a lot is ten units. Everybody has 100,000 USD, 100 BTC and 1,000 units of ETH. */
    private static GameRules twoCoins(long btcUnits, long ethUnits) {
        GameRules plain = Market.PLAIN.rules();
        Instrument btc = plain.firstInstrument();
        Asset eth = new Asset("ETH", 2);
        return new GameRules(
                plain.preset(),
                plain.behaviorVersion(),
                plain.seed(),
                List.of(
                        btc.with(btc.bounds().withPositionMax(new Amount(btcUnits))),
                        new Instrument(
                                eth,
                                btc.quote(),
                                0,
                                0,
                                btc.bounds().withPositionMax(new Amount(ethUnits)),
                                new Price(10))),
                List.of(
                        new Grant(btc.quote(), new Amount(100_000)),
                        new Grant(btc.base(), new Amount(100)),
                        new Grant(eth, new Amount(1_000))),
                plain.entry(),
                new Schedule(false, LENGTH_MILLIS, HALF),
                plain.trading(),
                Limits.STANDARD);
    }

    @Test
    void aBuyMayReachTheLimitAndNotPassIt() {
        GameTable.of(Market.PLAIN.withPositionMax(130)).check("""
            ann      BUY 31 @ 100               refused position_limit
            ann      BUY 30 @ 100               rests 30
            ann      BUY 1 @ 90                 refused position_limit
            ann      BUY 1 at market            refused position_limit
            bob      SELL 30 @ 100              trades 30 @ 100 with ann, #1 filled, filled
            ann      BUY 1 @ 90                 refused position_limit
            ann      SELL 1 @ 110               rests 1
            ann      BUY 1 @ 90                 refused position_limit
            cat      BUY 1 @ 110                trades 1 @ 110 with ann, #3 filled, filled
            ann      BUY 2 @ 90                 refused position_limit
            ann      BUY 1 @ 90                 rests 1
            """);
    }

    @Test
    void whoIsAboveTheLimitMaySellAndNotBuy() {
        GameTable.of(Market.PLAIN.withPositionMax(99)).check("""
            ann      BUY 1 @ 100                refused position_limit
            ann      SELL 2 @ 100               rests 2
            bob      BUY for 100                refused position_limit
            """);
    }

    @Test
    void eachCoinHasItsOwnLimitInItsOwnUnits() {
        GameTable.of(twoCoins(102, 1_500)).check("""
            ann      BUY 3 @ 100                refused position_limit
            ann      BUY 2 @ 100                rests 2
            ann      BUY 6 @ 10 of ETH/USD      refused position_limit
            ann      BUY 5 @ 10 of ETH/USD      rests 5
            ann      BUY 1 @ 9 of ETH/USD       refused position_limit
            bob      BUY 1 @ 9 of ETH/USD       rests 1
            """);
    }

    @Test
    void atTheStepDownOpenBuysGoCoinByCoin() {
        GameTable.of(twoCoins(205, 2_400)).check("""
            ann      BUY 3 @ 100                rests 3
            ann      BUY 2 @ 90                 rests 2
            ann      BUY 3 @ 10 of ETH/USD      rests 3
            bob      BUY 2 @ 90                 rests 2
            clock    6000 ms                    closing, ends 10001 to 10001 ms, #1 cancelled 3 (closing), #2 cancelled 2 (closing), #3 cancelled 3 (closing)
            ann      BUY 3 @ 90                 refused position_limit
            ann      BUY 2 @ 90                 rests 2
            ann      BUY 3 @ 9 of ETH/USD       refused position_limit
            ann      BUY 2 @ 9 of ETH/USD       rests 2
            """);
    }

    @Test
    void aLimitOfNothingIsNoRule() {
        assertThatThrownBy(() -> twoCoins(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("position_max must be at least 1 unit");
    }

    @Test
    void theAuditAgreesUpToTheLimitAndSeesALotMore() {
        List<String> wishes = List.of("BUY 2 @ 100", "BUY 5 @ 10 of ETH/USD", "BUY 1 @ 9 of ETH/USD");

        assertThatCode(() -> audited(twoCoins(102, 1_600), twoCoins(102, 1_600), wishes))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> audited(twoCoins(102, 1_600), twoCoins(102, 1_599), wishes))
                .isInstanceOf(InvariantBroken.class)
                .hasMessageStartingWith("rule 49: a buy beyond the position limit");
        assertThatThrownBy(() -> audited(twoCoins(102, 1_600), twoCoins(101, 1_600), wishes))
                .isInstanceOf(InvariantBroken.class)
                .hasMessageStartingWith("rule 49: a buy beyond the position limit");
    }

    @Test
    void theAuditSeesBuysThatStayOrGoAtTheStepDown() {
        List<String> wishes = List.of("BUY 2 @ 100");

        assertThatCode(() -> audited(twoCoins(204, 9_999), twoCoins(204, 9_999), wishes))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> audited(twoCoins(204, 9_999), twoCoins(203, 9_999), wishes))
                .isInstanceOf(InvariantBroken.class)
                .hasMessageStartingWith("rule 49: open buys beyond the position limit");
        assertThatThrownBy(() -> audited(twoCoins(203, 9_999), twoCoins(204, 9_999), wishes))
                .isInstanceOf(InvariantBroken.class)
                .hasMessageStartingWith("rule 49: open buys go when the position limit steps down");
    }

    @Test
    void theAuditSeesOpenOrdersThatAreWorthTooMuch() {
        GameRules rules = twoCoins(500, 9_999);
        GameRules poorer = rules.with(rules.instruments(), Limits.STANDARD.withOpen(10, new Amount(249)));
        List<String> wishes = List.of("BUY 2 @ 100", "SELL 5 @ 10 of ETH/USD");

        assertThatCode(() -> audited(rules, rules, wishes)).doesNotThrowAnyException();
        assertThatThrownBy(() -> audited(rules, poorer, wishes))
                .isInstanceOf(InvariantBroken.class)
                .hasMessageStartingWith("rule 17: open orders are worth too much");
    }

    /** Plays ann's wishes by the first rules, and looks at them by the others, until the closing window is open. */
    private static void audited(GameRules played, GameRules told, List<String> wishes) {
        List<Command> commands = new ArrayList<>();
        commands.add(new Command.RefereeCommand("test", new RefereeAct.Admit(GameTable.player("ann"), "ann")));
        wishes.forEach(wish -> commands.add(new Command.PlayerCommand(GameTable.player("ann"), TableWords.wish(wish))));
        GameController game = new GameController(played);
        GameAudit audit = new GameAudit(told);
        long sequence = 0;
        for (Command command : commands) {
            Stamped<Command> stamped = new Stamped<>(++sequence, GameTime.EPOCH, command);
            audit.record(stamped, game.apply(stamped));
        }
        GameTime opening = GameTime.EPOCH.plusMillis(LENGTH_MILLIS - WINDOW_MILLIS);
        Stamped<Command> tick = new Stamped<>(++sequence, opening, new Command.Tick());
        audit.record(tick, game.apply(tick));
    }
}
