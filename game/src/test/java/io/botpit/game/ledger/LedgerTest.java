package io.botpit.game.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.InvariantBroken;
import io.botpit.game.PlayerId;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LedgerTest {
    private static final int USD = 0;
    private static final int BTC = 1;

    private final Ledger ledger = new Ledger(List.of(new Asset("USD", 10), new Asset("BTC", 8)));
    private final Wallet ann = ledger.open(new PlayerId(1));
    private final Wallet bob = ledger.open(new PlayerId(2));

    @Test
    void aHoldMovesFromFreeToHeldAndBack() {
        ledger.grant(ann, USD, 100);

        ledger.hold(ann, USD, 60);
        assertThat(ann.free(USD)).isEqualTo(40);
        assertThat(ann.held(USD)).isEqualTo(60);

        ledger.release(ann, USD, 60);
        assertThat(ann.free(USD)).isEqualTo(100);
        assertThat(ann.held(USD)).isZero();
        ledger.check();
    }

    @Test
    void aSettlementPaysTheReceiverLessTheFee() {
        ledger.grant(ann, USD, 100);
        ledger.hold(ann, USD, 60);

        ledger.settle(ann, bob, USD, new Payment(50, 3));

        assertThat(ann.held(USD)).isEqualTo(10);
        assertThat(bob.free(USD)).isEqualTo(47);
        assertThat(ledger.fees(USD)).isEqualTo(3);
        assertThat(ledger.issued(USD)).isEqualTo(100);
        ledger.check();
    }

    @Test
    void nothingCanBeTakenThatIsNotThere() {
        ledger.grant(ann, USD, 10);

        assertThatThrownBy(() -> ledger.hold(ann, USD, 11)).isInstanceOf(InvariantBroken.class);
        assertThatThrownBy(() -> ledger.release(ann, USD, 1)).isInstanceOf(InvariantBroken.class);
        assertThatThrownBy(() -> ledger.settle(ann, bob, USD, new Payment(1, 0)))
                .isInstanceOf(InvariantBroken.class);
        assertThatThrownBy(() -> ledger.hold(ann, USD, -1)).isInstanceOf(InvariantBroken.class);
        ledger.check();
    }

    @Test
    void noBalanceReachesTheLimit() {
        assertThatThrownBy(() -> ledger.grant(ann, USD, Amount.UNITS_MAX)).isInstanceOf(InvariantBroken.class);
    }

    @Test
    void changesAreKnownUntilTheyAreForgotten() {
        ledger.grant(bob, BTC, 5);
        ledger.grant(ann, USD, 5);

        assertThat(ledger.changedInOrder()).containsExactly(ann, bob);
        assertThat(bob.hasChanged(BTC)).isTrue();
        assertThat(bob.hasChanged(USD)).isFalse();

        ledger.forgetChanges();
        assertThat(ledger.changedInOrder()).isEmpty();
        assertThat(bob.hasChanged(BTC)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1000000, 500, 500",
        "1, 500, 1",
        "0, 500, 0",
        "1999, 1000, 2",
        "4611686018427387903, 100000, 461168601842738791",
        "123, 0, 0"
    })
    void aFeeIsRoundedUpToAWholeUnit(long units, int ppm, long fee) {
        assertThat(Payment.withFee(units, ppm)).isEqualTo(new Payment(units, fee));
    }
}
