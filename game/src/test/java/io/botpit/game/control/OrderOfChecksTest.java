package io.botpit.game.control;

import io.botpit.game.money.Amount;
import io.botpit.game.money.Bounds;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.rules.Limits;
import org.junit.jupiter.api.Test;

/** The reasons from top to bottom: each row breaks two rules at least, and the first is the answer. */
class OrderOfChecksTest {
    private static final Amount MUCH = new Amount(1_000_000_000);

    private static Market limited(int openOrders, int clientIds, long position, long notional) {
        return Market.PLAIN
                .withPositionMax(position)
                .with(new Limits(openOrders, clientIds, new Amount(notional), 100, 100, 5));
    }

    @Test
    void whoIsNotAdmittedIsToldThatFirst() {
        GameTable.of(Market.PLAIN).check("""
            referee  pause                      now PAUSED
            zed      BUY 0 @ 5 of XYZ/USD       refused not_a_player
            zed      cancel all                 refused not_a_player
            zed      say 1                      refused not_a_player
            """);
    }

    @Test
    void aClientOrderIdIsLookedAtBeforeThePhase() {
        GameTable.of(Market.PLAIN).check("""
            ann      BUY 5 @ 95 id=c1           rests 5
            referee  pause                      now PAUSED
            ann      BUY 5 @ 95 id=c1           repeats #1
            ann      BUY 6 @ 95 id=c1           refused client_order_id_reused
            ann      BUY 6 @ 95 id=c2           refused game_paused
            referee  end                        now SETTLING, #1 cancelled 5 (game_end), ended by REFEREE, now ENDED
            ann      BUY 5 @ 95 id=c1           repeats #1
            ann      SELL 5 @ 95 id=c1          refused client_order_id_reused
            """);
    }

    @Test
    void thePhaseIsLookedAtBeforeAFreezeAndAFreezeBeforeTheOrder() {
        GameTable.of(Market.PLAIN).check("""
            referee  freeze ann                 frozen
            referee  pause                      now PAUSED
            ann      BUY 5 @ 95                 refused game_paused
            referee  resume                     now RUNNING
            ann      BUY 0 @ 5 of XYZ/USD       refused player_frozen
            ann      amend #1 to 3              refused player_frozen
            ann      say 123456789              refused player_frozen
            ann      cancel #1                  refused unknown_order
            ann      cancel all                 nothing
            ann      switch 100                 armed
            """);
    }

    @Test
    void theModeIsLookedAtAfterThePhaseAndBeforeAFreeze() {
        GameTable.of(Market.PLAIN).check("""
            ann      BUY 5 @ 95 id=c1           rests 5
            referee  freeze bob                 frozen
            referee  mode CANCEL_ONLY           mode CANCEL_ONLY
            bob      BUY 5 @ 95                 refused game_cancel_only
            bob      say 1                      refused player_frozen
            referee  mode VIEW_ONLY             mode VIEW_ONLY
            bob      say 1                      refused game_view_only
            zed      say 1                      refused not_a_player
            ann      BUY 5 @ 95 id=c1           repeats #1
            ann      BUY 6 @ 95 id=c1           refused client_order_id_reused
            referee  pause                      now PAUSED
            ann      BUY 6 @ 95                 refused game_paused
            """);
    }

    @Test
    void theBoundsOfAnOrderAreCheckedOneByOne() {
        Bounds bounds = new Bounds(
                new Price(10),
                new Price(200),
                new Quantity(2),
                new Quantity(100),
                new Amount(50),
                new Amount(60),
                Amount.MOST);

        GameTable.of(Market.PLAIN.withCollar(100).with(bounds)).check("""
            ann      BUY 1 @ 5 of XYZ/USD       refused unknown_symbol
            ann      BUY 1 @ 5                  refused size_too_small
            ann      BUY 101 @ 500              refused size_too_large
            ann      BUY 2 @ 9                  refused price_too_low
            ann      BUY 100 @ 201              refused price_too_high
            ann      BUY 2 @ 24                 refused notional_too_small
            ann      BUY 2 @ 25                 refused price_outside_collar
            ann      BUY 1 at market            refused size_too_small
            ann      BUY 101 at market          refused size_too_large
            ann      SELL 1 at market           refused size_too_small
            ann      BUY for 59                 refused budget_too_small
            ann      BUY for 60                 refused no_liquidity
            """);
    }

    @Test
    void aNotionalThatNoAmountHoldsIsRefused() {
        Bounds bounds = new Bounds(
                new Price(1),
                new Price(1_000_000),
                new Quantity(1),
                new Quantity(Long.MAX_VALUE),
                new Amount(1),
                new Amount(1),
                Amount.MOST);

        GameTable.of(Market.PLAIN.with(bounds)).check("""
            ann      BUY 4611686018427387904 @ 1        refused notional_too_large
            ann      SELL 4611686018427387904 @ 1       refused notional_too_large
            ann      SELL 9223372036854775807 @ 1000000  refused notional_too_large
            ann      SELL 4611686018427387903 @ 1       refused insufficient_funds
            ann      BUY 4611686018427387903 @ 1        refused position_limit
            ann      SELL 9223372036854775807 at market  refused insufficient_funds
            """);
    }

    @Test
    void quotesStayBehindTheMarkBeforeTheCollarIsLookedAt() {
        GameTable.of(Market.PLAIN.behindTheMark()).check("""
            ann      BUY 5 @ 100                refused buy_not_below_mark
            ann      BUY 5 @ 150                refused buy_not_below_mark
            ann      SELL 5 @ 99                refused sell_below_mark
            ann      SELL 5 @ 50                refused sell_below_mark
            ann      BUY 5 @ 89                 refused price_outside_collar
            ann      SELL 5 @ 111               refused price_outside_collar
            ann      BUY 5 @ 90                 rests 5
            bob      SELL 5 @ 110               rests 5
            """);
    }

    @Test
    void theCollarComesBeforePostOnly() {
        GameTable.of(Market.PLAIN.withCollar(100)).check("""
            bob      SELL 5 @ 105               rests 5
            ann      BUY 5 @ 111 post           refused price_outside_collar
            ann      BUY 5 @ 105 post           refused post_only_would_trade
            bob      BUY 5 @ 105 post           refused post_only_would_trade
            ann      BUY 5 @ 104 post           rests 5
            """);
    }

    @Test
    void postOnlyComesBeforeTheLimitOfOpenOrders() {
        GameTable.of(limited(1, 9, 1_000, 1_000_000)).check("""
            ann      BUY 5 @ 95                 rests 5
            bob      SELL 9 @ 105               rests 9
            ann      BUY 5 @ 105 post           refused post_only_would_trade
            ann      BUY 5 @ 106                refused open_orders_limit
            ann      BUY 5 @ 94 post            refused open_orders_limit
            ann      BUY 5 @ 105 ioc            trades 5 @ 105 with bob, filled
            ann      BUY 4 at market            trades 4 @ 105 with bob, #2 filled, filled
            """);
    }

    @Test
    void fillOrKillComesBeforeTheLimitOfClientOrderIds() {
        GameTable.of(limited(9, 1, 1_000, 1_000_000)).check("""
            ann      BUY 5 @ 95 id=c1           rests 5
            ann      BUY 5 @ 95 fok id=c2       refused fill_or_kill_would_not_fill
            ann      BUY 5 @ 95 ioc id=c2       refused client_order_ids_limit
            ann      BUY 5 @ 95 ioc             cancelled 5 (no_more_liquidity)
            """);
    }

    @Test
    void openOrdersComeBeforeClientOrderIds() {
        GameTable.of(limited(1, 1, 1_000, 1_000_000)).check("""
            ann      BUY 5 @ 95 id=c1           rests 5
            ann      BUY 5 @ 95 id=c2           refused open_orders_limit
            ann      cancel all                 #1 cancelled 5 (player)
            ann      BUY 5 @ 95 id=c2           refused client_order_ids_limit
            """);
    }

    @Test
    void clientOrderIdsComeBeforeThePosition() {
        GameTable.of(limited(9, 1, 130, 1_000_000)).check("""
            ann      BUY 5 @ 95 id=c1           rests 5
            ann      BUY 26 @ 95 id=c2          refused client_order_ids_limit
            ann      BUY 26 @ 95                refused position_limit
            ann      BUY 26 at market           refused position_limit
            ann      BUY 25 @ 95                rests 25
            ann      SELL 90 @ 99               rests 90
            ann      BUY 1 @ 95                 refused position_limit
            """);
    }

    @Test
    void aBudgetCountsForThePositionAtTheBestAsk() {
        GameTable.of(limited(9, 9, 130, 1_000_000)).check("""
            ann      BUY for 9000               refused no_liquidity
            bob      SELL 50 @ 100              rests 50
            ann      BUY for 3100               refused position_limit
            ann      BUY for 3099               trades 30 @ 100 with bob, filled
            """);
    }

    @Test
    void thePositionComesBeforeTheOpenNotional() {
        GameTable.of(limited(9, 9, 130, 1_000)).check("""
            ann      BUY 31 @ 95                refused position_limit
            ann      BUY 11 @ 95                refused open_notional_limit
            ann      BUY 10 @ 95                rests 10
            ann      SELL 1 @ 110               refused open_notional_limit
            ann      BUY 11 @ 95 ioc            cancelled 11 (no_more_liquidity)
            ann      BUY 10 @ 5                 rests 10
            ann      BUY 1 @ 1                  refused open_notional_limit
            """);
    }

    @Test
    void theOpenNotionalComesBeforeTheFunds() {
        GameTable.of(limited(9, 9, MUCH.units(), 20_000)).check("""
            ann      BUY 201 @ 100              refused open_notional_limit
            ann      BUY 101 @ 100              refused insufficient_funds
            ann      SELL 101 @ 100             refused insufficient_funds
            ann      BUY 100 @ 100              rests 100
            ann      BUY 1 @ 1                  refused insufficient_funds
            """);
    }

    @Test
    void theFundsComeBeforeTheLiquidity() {
        GameTable.of(Market.PLAIN).check("""
            ann      SELL 101 at market         refused insufficient_funds
            ann      SELL 100 at market         refused no_liquidity
            ann      BUY for 10001              refused insufficient_funds
            ann      BUY for 10000              refused no_liquidity
            ann      BUY 1000 at market         refused no_liquidity
            bob      SELL 100 @ 90              rests 100
            cat      SELL 60 @ 110              rests 60
            ann      BUY 120 at market          refused insufficient_funds
            ann      BUY 109 at market          trades 100 @ 90 with bob, #1 filled, trades 9 @ 110 with cat, filled
            """);
    }

    @Test
    void foreignClosedAndUnknownOrdersLookTheSame() {
        GameTable.of(Market.PLAIN).check("""
            ann      BUY 5 @ 95                 rests 5
            ann      BUY 5 @ 94                 rests 5
            ann      cancel #2                  #2 cancelled 5 (player)
            ann      cancel #2                  refused unknown_order
            bob      cancel #1                  refused unknown_order
            bob      amend #1 to 3              refused unknown_order
            ann      cancel #7                  refused unknown_order
            ann      cancel c7                  refused unknown_order
            """);
    }

    @Test
    void anAmendmentStaysBetweenWhatIsFilledAndWhatIsThere() {
        Bounds bounds = new Bounds(
                new Price(1),
                new Price(200),
                new Quantity(2),
                new Quantity(100),
                new Amount(1),
                new Amount(1),
                Amount.MOST);

        GameTable.of(Market.PLAIN.with(bounds)).check("""
            ann      BUY 10 @ 95                rests 10
            ann      amend #1 to 11             refused amend_not_smaller
            ann      amend #1 to 10             refused amend_not_smaller
            ann      amend #1 to 1              refused amend_not_smaller
            ann      amend #1 to 0              refused amend_not_smaller
            bob      SELL 4 @ 95                trades 4 @ 95 with ann, filled
            ann      amend #1 to 4              refused amend_not_smaller
            ann      amend #1 to 9              #1 shrinks, open 5
            ann      amend #1 to 5              #1 shrinks, open 1
            ask      ann                        9525 + 95 USD, 104 + 0 BTC
            """);
    }

    @Test
    void aMessageMayBeAsLongAsTheLimit() {
        GameTable.of(limited(9, 9, 1_000, 1_000_000)).check("""
            ann      say 12345                  said
            ann      say 123456                 refused message_too_long
            """);
    }

    @Test
    void whereThereAreNoBroadcastsEvenTheShortestIsTooLong() {
        Limits silent = new Limits(5, 5, MUCH, 100, 100, 0);
        GameTable.of(Market.PLAIN.with(silent)).check("""
            ann      say 1                      refused message_too_long
            """);
    }
}
