package io.botpit.game.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Side;
import io.botpit.game.book.OrderBook.Reaching;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OrderBookTest {
    private final BookTable book = new BookTable();

    @Test
    void anOlderOrderAtTheSamePriceGoesFirst() {
        book.check("""
            ann BUY 5 @ 100     rests
            bob BUY 5 @ 100     rests
            cat SELL 7 @ 100    trades 5 with ann, trades 2 with bob
            ---
            bid 3 @ 100
            """);
    }

    @Test
    void aBetterPriceGoesBeforeAnOlderOrder() {
        book.check("""
            ann SELL 1 @ 102    rests
            bob SELL 1 @ 100    rests
            cat SELL 1 @ 101    rests
            dan BUY 4 @ 101     trades 1 with bob, trades 1 with cat, rests
            ---
            bid 2 @ 101
            ask 1 @ 102
            """);
    }

    @Test
    void ordersThatDoNotCrossRestOnBothSides() {
        book.check("""
            ann BUY 1 @ 99      rests
            bob SELL 1 @ 100    rests
            cat BUY 2 @ 98      rests
            dan SELL 2 @ 101    rests
            ---
            bid 1 @ 99
            bid 2 @ 98
            ask 1 @ 100
            ask 2 @ 101
            """);
    }

    @Test
    void aTakerThatMeetsItsOwnerAfterAnotherTradesFirstAndThenStops() {
        book.check("""
            bob SELL 2 @ 100    rests
            ann SELL 3 @ 100    rests
            ann BUY 9 @ 100     trades 2 with bob, stops
            ---
            ask 3 @ 100
            """);
    }

    @Test
    void cancelMakerTakesTheOwnOrderOutAndGoesOn() {
        book.check("""
            ann SELL 3 @ 100                        rests
            bob SELL 2 @ 101                        rests
            ann BUY 9 @ 101 mode CANCEL_MAKER       cancels ann, trades 2 with bob, rests
            ---
            bid 7 @ 101
            """);
    }

    @Test
    void cancelBothTakesTheOwnOrderOutAndStops() {
        book.check("""
            ann SELL 3 @ 100                        rests
            bob SELL 2 @ 101                        rests
            ann BUY 9 @ 101 mode CANCEL_BOTH        cancels ann, stops
            ---
            ask 2 @ 101
            """);
    }

    @Test
    void decrementShrinksBothByTheSmallerSize() {
        book.check("""
            ann SELL 3 @ 100                        rests
            bob SELL 2 @ 101                        rests
            ann BUY 4 @ 101 mode DECREMENT          shrinks ann by 3, trades 1 with bob
            ---
            ask 1 @ 101
            """);
    }

    @Test
    void decrementLeavesALargerMakerInItsPlace() {
        book.check("""
            ann SELL 5 @ 100                        rests
            bob SELL 2 @ 100                        rests
            ann BUY 4 @ 100 mode DECREMENT          shrinks ann by 4
            cat BUY 2 @ 100                         trades 1 with ann, trades 1 with bob
            ---
            ask 1 @ 100
            """);
    }

    @Test
    void aSmallerOrderKeepsItsPlaceInTheQueue() {
        book.check("""
            ann BUY 5 @ 100     rests
            bob BUY 5 @ 100     rests
            """);

        book.book().shrink(book.resting("ann"), 3);

        book.check("""
            cat SELL 4 @ 100    trades 2 with ann, trades 2 with bob
            ---
            bid 3 @ 100
            """);
    }

    @Test
    void aRemovedOrderLeavesTheOthersInOrder() {
        book.check("""
            ann BUY 1 @ 100     rests
            bob BUY 1 @ 100     rests
            cat BUY 1 @ 100     rests
            """);

        book.book().remove(book.resting("bob"));

        book.check("""
            dan SELL 3 @ 100    trades 1 with ann, trades 1 with cat, rests
            ---
            ask 1 @ 100
            """);
    }

    @Test
    void reachPassesOverOwnOrdersOrStopsAtTheFirst() {
        book.check("""
            bob SELL 2 @ 100    rests
            ann SELL 3 @ 101    rests
            cat SELL 4 @ 102    rests
            """);
        Reaching ann = new Reaching(1, Side.BUY, 102, 100);

        assertThat(book.book().reach(ann, true)).isEqualTo(new Reach(2, 200));
        assertThat(book.book().reach(ann, false)).isEqualTo(new Reach(6, 608));
    }

    @Test
    void changesAreToldOncePerLevelBidsFirst() {
        book.check("""
            ann SELL 2 @ 100    rests
            bob SELL 2 @ 101    rests
            """);
        changes();

        book.check("""
            cat BUY 3 @ 100     trades 2 with ann, rests
            """);

        assertThat(changes()).containsExactly("BUY 1 @ 100", "SELL 0 @ 100");
        assertThat(changes()).isEmpty();
    }

    @Test
    void pricesFarApartHaveTheirPlace() {
        book.check("""
            ann SELL 1 @ 4503599627370496    rests
            bob SELL 1 @ 64     rests
            ann SELL 1 @ 63     rests
            cat BUY 1 @ 1       rests
            cat BUY 1 @ 62      rests
            dan BUY 3 @ 4503599627370495    trades 1 with ann, trades 1 with bob, rests
            ---
            bid 1 @ 4503599627370495
            bid 1 @ 62
            bid 1 @ 1
            ask 1 @ 4503599627370496
            """);
    }

    @Test
    void aPriceThatIsLeftAndTakenAgainIsToldOnce() {
        book.check("ann BUY 2 @ 100     rests");
        changes();

        book.book().remove(book.resting("ann"));
        book.check("bob BUY 3 @ 100     rests");

        assertThat(changes()).containsExactly("BUY 3 @ 100");
    }

    private List<String> changes() {
        List<String> changes = new ArrayList<>();
        book.book().drainChanges((side, price, lots) -> changes.add(side + " " + lots + " @ " + price.ticks()));
        return changes;
    }
}
