package io.botpit.game.control;

import io.botpit.game.rules.MarkRule;
import org.junit.jupiter.api.Test;

/** Who trades with whom, for how much, and what is left. */
class TradingTest {
    @Test
    void theBestPriceGoesFirstThenTheOlderOrder() {
        GameTable.of(Market.PLAIN).check("""
            ann      BUY 5 @ 100                rests 5
            bob      BUY 5 @ 100                rests 5
            cat      BUY 5 @ 101                rests 5
            dan      SELL 12 @ 100              trades 5 @ 101 with cat, #3 filled, trades 5 @ 100 with ann, #1 filled, \
            trades 2 @ 100 with bob, filled
            ask      bids                       3 @ 100
            """);
    }

    @Test
    void whatABetterPriceSavesIsFreeAgain() {
        GameTable.of(Market.PLAIN).check("""
            bob      SELL 5 @ 90                rests 5
            ann      BUY 8 @ 100                trades 5 @ 90 with bob, #1 filled, rests 3
            ask      ann                        9250 + 300 USD, 105 + 0 BTC
            ask      bob                        10450 + 0 USD, 95 + 0 BTC
            """);
    }

    @Test
    void anAmendedOrderKeepsItsPlace() {
        GameTable.of(Market.PLAIN).check("""
            ann      BUY 5 @ 100                rests 5
            bob      BUY 5 @ 100                rests 5
            ann      amend #1 to 4              #1 shrinks, open 4
            ask      ann                        9600 + 400 USD, 100 + 0 BTC
            dan      SELL 6 @ 100               trades 4 @ 100 with ann, #1 filled, trades 2 @ 100 with bob, filled
            """);
    }

    @Test
    void anOrderThatComesBackGoesToTheEndOfTheQueue() {
        GameTable.of(Market.PLAIN).check("""
            ann      BUY 5 @ 100                rests 5
            bob      BUY 5 @ 100                rests 5
            ann      cancel #1                  #1 cancelled 5 (player)
            ann      BUY 5 @ 100                rests 5
            dan      SELL 6 @ 100               trades 5 @ 100 with bob, #2 filled, trades 1 @ 100 with ann, filled
            """);
    }

    @Test
    void theSameClientOrderIdPlacesOneOrder() {
        GameTable.of(Market.PLAIN).check("""
            ann      BUY 5 @ 100 id=c1          rests 5
            ann      BUY 5 @ 100 id=c1          repeats #1
            bob      SELL 5 @ 100 id=c1         trades 5 @ 100 with ann, #1 filled, filled
            ann      BUY 5 @ 100 id=c1          repeats #1
            ann      BUY 5 @ 100 both id=c1     refused client_order_id_reused
            ask      bids                       none
            """);
    }

    @Test
    void onlyAcceptedOrdersUseUpAnId() {
        GameTable.of(Market.PLAIN).check("""
            ann      BUY 500 @ 100 id=c2        refused insufficient_funds
            ann      BUY 5 @ 100 id=c2          rests 5
            ann      amend c2 to 4              #1 shrinks, open 4
            ann      BUY 5 @ 100 id=c2          repeats #1
            ann      BUY 4 @ 100 id=c2          refused client_order_id_reused
            ann      cancel c2                  #1 cancelled 4 (player)
            ann      cancel c2                  refused unknown_order
            ann      BUY 5 @ 100 id=c2          repeats #1
            """);
    }

    @Test
    void fillOrKillTradesAllOrNothing() {
        GameTable.of(Market.PLAIN).check("""
            bob      SELL 5 @ 100               rests 5
            cat      SELL 5 @ 101               rests 5
            ann      BUY 6 @ 100 fok            refused fill_or_kill_would_not_fill
            ann      BUY 11 @ 101 fok           refused fill_or_kill_would_not_fill
            ann      BUY 10 @ 101 fok           trades 5 @ 100 with bob, #1 filled, trades 5 @ 101 with cat, #2 filled, \
            filled
            """);
    }

    @Test
    void nothingButALimitOrderRests() {
        GameTable.of(Market.PLAIN).check("""
            bob      SELL 5 @ 100               rests 5
            ann      BUY 7 @ 100 ioc            trades 5 @ 100 with bob, #1 filled, cancelled 2 (no_more_liquidity)
            bob      SELL 5 @ 100               rests 5
            ann      BUY 7 at market            trades 5 @ 100 with bob, #3 filled, cancelled 2 (no_more_liquidity)
            ask      ann                        9000 + 0 USD, 110 + 0 BTC
            ask      bids                       none
            """);
    }

    @Test
    void aMarketOrderStopsAtTheCollarOfTheMarkBeforeIt() {
        GameTable.of(Market.PLAIN.withCollar(100)).check("""
            bob      SELL 5 @ 110               rests 5
            dan      BUY 5 @ 92                 rests 5
            cat      SELL 5 @ 94                rests 5
            ask      mark                       93
            ann      BUY 10 at market           trades 5 @ 94 with cat, #3 filled, cancelled 5 (no_more_liquidity)
            ask      mark                       101
            ann      BUY for 600                trades 5 @ 110 with bob, #1 filled, cancelled 0 (no_more_liquidity)
            """);
    }

    @Test
    void theCollarOfASaleRoundsUp() {
        GameTable.of(Market.PLAIN.withCollar(100)).check("""
            ann      BUY 5 @ 91                 rests 5
            bob      BUY 5 @ 90                 rests 5
            dan      BUY 1 @ 92                 rests 1
            cat      SELL 1 @ 110               rests 1
            ask      mark                       101
            cat      SELL 11 at market          trades 1 @ 92 with dan, #3 filled, trades 5 @ 91 with ann, #1 filled, \
            cancelled 5 (no_more_liquidity)
            """);
    }

    @Test
    void aBudgetBuysWholeLotsAndTheRestIsFreeAgain() {
        GameTable.of(Market.PLAIN).check("""
            bob      SELL 5 @ 99                rests 5
            ann      BUY for 250                trades 2 @ 99 with bob, filled
            ask      ann                        9802 + 0 USD, 102 + 0 BTC
            ann      BUY for 297                trades 3 @ 99 with bob, #1 filled, filled
            ask      ann                        9505 + 0 USD, 105 + 0 BTC
            """);
    }

    @Test
    void aBudgetThatStopsForWantOfMoneyIsFilledForWantOfAsksCancelled() {
        GameTable.of(Market.PLAIN).check("""
            bob      SELL 1 @ 90                rests 1
            cat      SELL 1 @ 100               rests 1
            ann      BUY for 189                trades 1 @ 90 with bob, #1 filled, filled
            ann      BUY for 99                 cancelled 0 (no_more_liquidity)
            ann      BUY for 101                trades 1 @ 100 with cat, #2 filled, cancelled 0 (no_more_liquidity)
            """);
    }

    @Test
    void aBudgetThatCannotPayItsOwnOrderDoesNotMeetIt() {
        GameTable.of(Market.PLAIN).check("""
            bob      SELL 1 @ 90                rests 1
            ann      SELL 5 @ 100               rests 5
            ann      BUY for 150                trades 1 @ 90 with bob, #1 filled, filled
            ann      BUY for 99 maker           cancelled 0 (no_more_liquidity)
            ask      asks                       5 @ 100
            """);
    }

    @Test
    void feesComeFromWhatArrivesAndRoundUp() {
        GameTable.of(Market.PLAIN.withFees(1_000, 100_000)).check("""
            ann      SELL 10 @ 101              rests 10
            bob      BUY 10 @ 101               trades 10 @ 101 with ann, bob pays 1 BTC, ann pays 2 USD, #1 filled, filled
            ask      bob                        8990 + 0 USD, 109 + 0 BTC
            ask      ann                        11008 + 0 USD, 90 + 0 BTC
            """);
    }

    @Test
    void everyFillPaysItsOwnFee() {
        GameTable.of(Market.PLAIN.withFees(0, 1)).check("""
            ann      SELL 1 @ 100               rests 1
            cat      SELL 1 @ 100               rests 1
            bob      BUY 2 @ 100                trades 1 @ 100 with ann, bob pays 1 BTC, #1 filled, \
            trades 1 @ 100 with cat, bob pays 1 BTC, #2 filled, filled
            ask      bob                        9800 + 0 USD, 100 + 0 BTC
            """);
    }

    @Test
    void theMarkGoesHalfwayToTheOnlySide() {
        GameTable.of(Market.PLAIN.withMark(MarkRule.HALFWAY)).check("""
            ann      BUY 5 @ 90                 rests 5
            ask      mark                       95
            bob      BUY 1 @ 80                 rests 1
            ask      mark                       92
            cat      BUY 1 @ 50 ioc             cancelled 1 (no_more_liquidity)
            ask      mark                       92
            ann      amend #1 to 4              #1 shrinks, open 4
            ask      mark                       91
            dan      SELL 5 @ 101               rests 5
            ask      mark                       96
            """);
    }

    @Test
    void theMarkStaysWhereItIsWithoutTwoSides() {
        GameTable.of(Market.PLAIN).check("""
            ann      BUY 5 @ 90                 rests 5
            ask      mark                       100
            dan      SELL 5 @ 101               rests 5
            ask      mark                       96
            dan      cancel all                 #2 cancelled 5 (player)
            ann      cancel all                 #1 cancelled 5 (player)
            ask      mark                       96
            """);
    }

    @Test
    void scoresAreWhatWasWonAtTheMark() {
        GameTable.of(Market.PLAIN).check("""
            ann      BUY 5 @ 90                 rests 5
            bob      SELL 5 @ 90                trades 5 @ 90 with ann, #1 filled, filled
            ask      table                      1. ann 50, 2. cat 0, 2. dan 0, 4. bob -50
            """);
    }
}
