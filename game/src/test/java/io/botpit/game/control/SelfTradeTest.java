package io.botpit.game.control;

import org.junit.jupiter.api.Test;

/** What happens when an order meets one of the same owner; the incoming order's mode rules. */
class SelfTradeTest {
    @Test
    void theRestOfTheTakerIsCancelledWhenItMeetsItsOwn() {
        GameTable.of(Market.PLAIN).check("""
            bob      SELL 2 @ 100               rests 2
            ann      SELL 5 @ 100               rests 5
            cat      SELL 5 @ 100               rests 5
            ann      BUY 5 @ 100                trades 2 @ 100 with bob, #1 filled, cancelled 3 (self_trade)
            ask      asks                       10 @ 100
            ask      ann                        9800 + 0 USD, 97 + 5 BTC
            """);
    }

    @Test
    void thatHoldsForEveryShapeOfOrder() {
        GameTable.of(Market.PLAIN).check("""
            ann      SELL 5 @ 100               rests 5
            bob      SELL 5 @ 100               rests 5
            ann      BUY 5 @ 100 ioc            cancelled 5 (self_trade)
            ann      BUY 5 @ 100 fok            refused fill_or_kill_would_not_fill
            ann      BUY 5 at market            cancelled 5 (self_trade)
            ann      BUY for 500                cancelled 0 (self_trade)
            ask      asks                       10 @ 100
            ask      ann                        10000 + 0 USD, 95 + 5 BTC
            """);
    }

    @Test
    void theMakersGoAndTheTakerGoesOn() {
        GameTable.of(Market.PLAIN).check("""
            bob      SELL 2 @ 100               rests 2
            ann      SELL 5 @ 100               rests 5
            ann      SELL 5 @ 101               rests 5
            cat      SELL 1 @ 102               rests 1
            ann      BUY 5 @ 102 maker          trades 2 @ 100 with bob, #1 filled, #2 cancelled 5 (self_trade), \
            #3 cancelled 5 (self_trade), trades 1 @ 102 with cat, #4 filled, rests 2
            ask      ann                        9494 + 204 USD, 103 + 0 BTC
            """);
    }

    @Test
    void bothGoTheMakerFirst() {
        GameTable.of(Market.PLAIN).check("""
            bob      SELL 2 @ 100               rests 2
            ann      SELL 5 @ 100               rests 5
            ann      SELL 5 @ 101               rests 5
            ann      BUY 5 @ 101 both           trades 2 @ 100 with bob, #1 filled, #2 cancelled 5 (self_trade), \
            cancelled 3 (self_trade)
            ask      asks                       5 @ 101
            """);
    }

    @Test
    void theSmallerTakerShrinksToNothing() {
        GameTable.of(Market.PLAIN).check("""
            bob      SELL 2 @ 100               rests 2
            ann      SELL 5 @ 100               rests 5
            ann      BUY 5 @ 100 shrink         trades 2 @ 100 with bob, #1 filled, #2 shrinks, open 2, filled
            ask      asks                       2 @ 100
            ask      ann                        9800 + 0 USD, 100 + 2 BTC
            ann      BUY 1 @ 100 shrink         #2 shrinks, open 1, cancelled 0 (self_trade)
            """);
    }

    @Test
    void theSmallerMakerShrinksToNothingAndTheTakerRests() {
        GameTable.of(Market.PLAIN).check("""
            ann      SELL 2 @ 90                rests 2
            ann      BUY 5 @ 100 shrink         #1 cancelled 0 (self_trade), rests 3
            ask      ann                        9700 + 300 USD, 100 + 0 BTC
            ask      bids                       3 @ 100
            ann      SELL 4 @ 100 shrink        #2 cancelled 0 (self_trade), rests 1
            ask      ann                        10000 + 0 USD, 99 + 1 BTC
            """);
    }

    @Test
    void aShrunkMakerThatHadTradedIsFilled() {
        GameTable.of(Market.PLAIN).check("""
            ann      SELL 5 @ 100               rests 5
            bob      BUY 2 @ 100                trades 2 @ 100 with ann, filled
            ann      BUY 3 @ 100 shrink         #1 filled, cancelled 0 (self_trade)
            ask      ann                        10200 + 0 USD, 98 + 0 BTC
            """);
    }

    @Test
    void aShrunkMakerKeepsItsPlace() {
        GameTable.of(Market.PLAIN).check("""
            ann      SELL 5 @ 100               rests 5
            bob      SELL 5 @ 100               rests 5
            ann      BUY 2 @ 100 shrink         #1 shrinks, open 3, cancelled 0 (self_trade)
            cat      BUY 4 @ 100                trades 3 @ 100 with ann, #1 filled, trades 1 @ 100 with bob, filled
            """);
    }

    @Test
    void theTakersModeRules() {
        GameTable.of(Market.PLAIN).check("""
            ann      SELL 5 @ 100 maker         rests 5
            ann      SELL 5 @ 101 both          rests 5
            ann      BUY 5 @ 101                cancelled 5 (self_trade)
            ask      asks                       5 @ 100, 5 @ 101
            """);
    }

    @Test
    void aBudgetShrinksByThePriceOfWhatItMeets() {
        GameTable.of(Market.PLAIN).check("""
            ann      SELL 2 @ 100               rests 2
            bob      SELL 5 @ 101               rests 5
            ann      BUY for 410 shrink         #1 cancelled 0 (self_trade), trades 2 @ 101 with bob, filled
            ask      ann                        9798 + 0 USD, 102 + 0 BTC
            ann      SELL 2 @ 90                rests 2
            ann      BUY for 180 shrink         #4 cancelled 0 (self_trade), cancelled 0 (self_trade)
            ask      ann                        9798 + 0 USD, 102 + 0 BTC
            """);
    }

    @Test
    void aMarketOrderThatOnlyFindsItsOwnIsAccepted() {
        GameTable.of(Market.PLAIN).check("""
            ann      SELL 5 @ 100               rests 5
            ann      BUY 5000 at market         cancelled 5000 (self_trade)
            ann      BUY 5 at market maker      #1 cancelled 5 (self_trade), cancelled 5 (no_more_liquidity)
            ann      BUY 5 at market            refused no_liquidity
            """);
    }

    @Test
    void fillOrKillCountsWhatStandsBeforeTheFirstOwnOrder() {
        GameTable.of(Market.PLAIN).check("""
            bob      SELL 5 @ 100               rests 5
            ann      SELL 5 @ 101               rests 5
            cat      SELL 5 @ 102               rests 5
            ann      BUY 6 @ 102 fok            refused fill_or_kill_would_not_fill
            ann      BUY 6 @ 102 fok both       refused fill_or_kill_would_not_fill
            ann      BUY 6 @ 102 fok shrink     refused fill_or_kill_would_not_fill
            ann      BUY 11 @ 102 fok maker     refused fill_or_kill_would_not_fill
            ann      BUY 10 @ 102 fok maker     trades 5 @ 100 with bob, #1 filled, #2 cancelled 5 (self_trade), \
            trades 5 @ 102 with cat, #3 filled, filled
            """);
    }

    @Test
    void twoPlayersOfOneOwnerDoNotTradeWithEachOther() {
        sisters().check("""
            cat      SELL 2 @ 100               rests 2
            bob      SELL 5 @ 100               rests 5
            ann      BUY 5 @ 100                trades 2 @ 100 with cat, #1 filled, cancelled 3 (self_trade)
            ann      BUY 3 @ 100 ioc            cancelled 3 (self_trade)
            ann      BUY 3 at market            cancelled 3 (self_trade)
            ask      asks                       5 @ 100
            ask      ann                        9800 + 0 USD, 102 + 0 BTC
            ask      bob                        10000 + 0 USD, 95 + 5 BTC
            """);
    }

    @Test
    void fillOrKillDoesNotCountWhatTheOthersOfItsOwnerOffer() {
        sisters().check("""
            cat      SELL 2 @ 100               rests 2
            bob      SELL 5 @ 100               rests 5
            dan      SELL 5 @ 101               rests 5
            ann      BUY 3 @ 101 fok            refused fill_or_kill_would_not_fill
            ann      BUY 8 @ 101 fok maker      refused fill_or_kill_would_not_fill
            ann      BUY 2 @ 101 fok            trades 2 @ 100 with cat, #1 filled, filled
            ann      BUY 5 @ 101 fok maker      #2 cancelled 5 (self_trade), trades 5 @ 101 with dan, #3 filled, filled
            ask      bob                        10000 + 0 USD, 100 + 0 BTC
            """);
    }

    @Test
    void whatTheOtherOfTheOwnerLosesGoesBackToTheOther() {
        sisters().check("""
            bob      SELL 5 @ 100               rests 5
            ann      BUY 2 @ 100 shrink         #1 shrinks, open 3, cancelled 0 (self_trade)
            ask      bob                        10000 + 0 USD, 97 + 3 BTC
            ann      BUY 1 @ 100 both           #1 cancelled 3 (self_trade), cancelled 1 (self_trade)
            ask      bob                        10000 + 0 USD, 100 + 0 BTC
            """);
    }

    /** Bob is another player of ann's. */
    private static GameTable sisters() {
        GameTable table = GameTable.empty(Market.PLAIN);
        table.check("""
            referee  admit ann                  now RUNNING, admitted
            referee  admit bob of ann           admitted
            referee  admit cat                  admitted
            referee  admit dan                  admitted
            """);
        return table;
    }
}
