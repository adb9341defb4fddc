package io.botpit.game.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Quotes;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.rules.Closing;
import io.botpit.game.rules.Presets;
import org.junit.jupiter.api.Test;

/** With the figures of the worked example in {@code docs/scoring.md}. */
final class EvidenceTest {
    private static final long USD = 10_000_000_000L;
    private static final long COIN = 100_000_000L;
    private static final Price MARK = new Price(100_400);

    private final Closing closing = Presets.named(Presets.RANKED, 1).schedule().closing();
    private final Instrument bitcoin = Presets.named(Presets.RANKED, 1).firstInstrument();
    private final Evidence evidence = new Evidence();

    private static Quotes quotes(long bid, long ask, long coins) {
        return new Quotes(new Price(bid), new Price(ask), new Quantity(coins * COIN));
    }

    @Test
    void theHaircutIsThatOfTheWorkedExample() {
        evidence.see(quotes(100_370, 100_420, 10), true);
        evidence.see(quotes(100_385, 100_415, 22), true);

        Amount haircut = evidence.haircut(bitcoin, 1_999 * COIN / 1_000, MARK, closing);

        assertThat(haircut.units()).isEqualTo(16_535_453_138L);
        assertThat(evidence.haircut(bitcoin, -1_999 * COIN / 1_000, MARK, closing))
                .isEqualTo(haircut);
        assertThat(evidence.haircut(bitcoin, 0, MARK, closing)).isEqualTo(Amount.ZERO);
    }

    @Test
    void nobodyIsRobbedByQuotesThatAreTakenAway() {
        Amount twoPercent = new Amount(1_004 * USD * 2 / 100);

        assertThat(evidence.haircut(bitcoin, COIN, MARK, closing)).isEqualTo(twoPercent);

        evidence.see(quotes(50_200, 150_600, 1), true);
        assertThat(evidence.haircut(bitcoin, COIN, MARK, closing)).isEqualTo(twoPercent);
    }

    @Test
    void aSampleWithoutTwoSidesRepeatsTheLast() {
        evidence.see(null, false);
        evidence.see(quotes(99, 101, 1), false);
        evidence.see(null, true);
        evidence.see(quotes(101, 102, 1), true);

        assertThat(evidence.mark(Closing.CLAMP_PERMILLE_MAX, MARK)).isEqualTo(new Price(101));
    }

    @Test
    void halvesGoToTheEvenTickAndTheClampToTheTickInside() {
        evidence.see(quotes(100, 101, 1), true);
        assertThat(evidence.mark(5, MARK)).isEqualTo(new Price(100));

        Evidence held = new Evidence();
        held.see(quotes(1_000, 1_002, 1), false);
        held.see(quotes(2_000, 2_002, 1), true);
        assertThat(held.mark(5, MARK)).isEqualTo(new Price(1_006));
    }

    @Test
    void withoutAnySampleTheLastMarkStands() {
        assertThat(evidence.mark(5, MARK)).isEqualTo(MARK);

        evidence.see(quotes(99, 101, 1), false);
        assertThat(evidence.mark(5, MARK)).isEqualTo(new Price(100));
    }
}
