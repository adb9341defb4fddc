package io.botpit.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.server.rig.Hand;
import io.botpit.server.session.Budgets.Guess;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Passwords guessed from many addresses at once. */
class BudgetsTest {
    private static final String CROWD = "10.6.6.";

    private final Hand hand = new Hand();
    private final Budgets budgets = new Budgets(SessionLimits.STANDARD.rates(), hand);

    private void wrong(String address) {
        assertThat(budgets.guess(address, "ann").limit().isHit()).isFalse();
        budgets.wrongPassword("ann");
    }

    /** Twenty addresses with three guesses each: as much as the name has in a minute. */
    private void attack() {
        for (int i = 0; i < 60; i++) {
            wrong(CROWD + i % 20);
        }
    }

    @Test
    void aNameUnderAttackIsSlowForThoseWhoAttackedIt() {
        attack();

        Guess another = budgets.guess(CROWD + 1, "Ann");

        assertThat(another.limit().words())
                .isEqualTo("limit wrong_passwords_of_a_name_per_minute=60, retry_after_ms=1000");
        assertThat(budgets.guess(CROWD + 1, "bob").limit().isHit()).isFalse();
        hand.pass(Duration.ofSeconds(1));
        assertThat(budgets.guess(CROWD + 1, "ann").limit().isHit()).isFalse();
    }

    @Test
    void whatIsRefusedForTheNamesSakeCostsTheAddressNothing() {
        attack();

        for (int i = 0; i < 40; i++) {
            assertThat(budgets.guess(CROWD + 1, "ann").limit().name())
                    .isEqualTo("wrong_passwords_of_a_name_per_minute");
        }

        assertThat(budgets.guess(CROWD + 1, "bob").limit().isHit()).isFalse();
    }

    @Test
    void anAddressWithACleanRecordIsHeardWhateverOthersDo() {
        attack();
        attackersGoOnFromFreshAddresses();

        Guess owner = budgets.guess("10.0.0.1", "ann");

        assertThat(owner.limit().isHit()).isFalse();
        assertThat(owner.clean()).isTrue();
    }

    private void attackersGoOnFromFreshAddresses() {
        for (int i = 0; i < 200; i++) {
            wrong("10.7.7." + i);
        }
    }

    @Test
    void theRecordForgetsASlipInTwentyMinutes() {
        for (int i = 0; i < 3; i++) {
            wrong("10.0.0.1");
        }
        assertThat(budgets.guess("10.0.0.1", "ann").clean()).isFalse();

        hand.pass(Duration.ofMinutes(20));

        assertThat(budgets.guess("10.0.0.1", "ann").clean()).isTrue();
    }

    @Test
    void manyAtTheSameTimeCountAsMany() {
        for (int i = 0; i < 30; i++) {
            assertThat(budgets.guess("10.0.0.1", "ann" + i).limit().isHit()).isFalse();
        }

        assertThat(budgets.guess("10.0.0.1", "ann").limit().words())
                .isEqualTo("limit wrong_credentials_per_minute=30, retry_after_ms=2000");
    }

    @Test
    void whatIsForgivenIsAsIfItHadNotBeen() {
        for (int i = 0; i < 100; i++) {
            Guess guess = budgets.guess("10.0.0.1", "ann");
            assertThat(guess.clean()).isTrue();
            budgets.forgive("10.0.0.1", guess);
        }
    }
}
