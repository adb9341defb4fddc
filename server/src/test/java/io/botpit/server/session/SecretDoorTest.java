package io.botpit.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.GameTime;
import io.botpit.server.lobby.Passwords;
import io.botpit.server.rig.Hand;
import io.botpit.server.session.AdminDoor.Entry;
import io.botpit.server.session.AdminDoor.Granted;
import io.botpit.server.session.AdminDoor.Limited;
import io.botpit.server.session.AdminDoor.Wrong;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A secret that somebody chose: its check takes long enough for others to come in between. */
class SecretDoorTest {
    private static final String SECRET = "correct horse battery staple";

    private final Hand hand = new Hand();
    private final Hand checks = new Hand();
    private boolean clockStops;
    private final SecretDoor door = door();

    private SecretDoor door() {
        // Its first hash is made at once; the checks wait for the hand.
        boolean[] made = new boolean[1];
        return new SecretDoor(
                SECRET,
                new Passwords(task -> {
                    if (made[0]) {
                        checks.execute(task);
                    } else {
                        made[0] = true;
                        task.run();
                    }
                }),
                this::tell);
    }

    private GameTime tell() {
        if (clockStops) {
            clockStops = false;
            throw new IllegalStateException("no time");
        }
        return hand.now();
    }

    private List<Class<? extends Entry>> answers(List<CompletableFuture<Entry>> knocks) {
        checks.settle();
        return knocks.stream()
                .<Class<? extends Entry>>map(knock -> knock.join().getClass())
                .toList();
    }

    @Test
    void manyGuessesAtTheSameTimeCountAsMany() {
        List<CompletableFuture<Entry>> guesses = IntStream.range(0, 20)
                .mapToObj(i -> door.knock("guess " + i, "10.0.0.1"))
                .toList();

        assertThat(answers(guesses).stream().filter(Wrong.class::equals)).hasSize(5);
        assertThat(answers(guesses).stream().filter(Limited.class::equals)).hasSize(15);
        assertThat(answers(List.of(door.knock(SECRET, "10.0.0.1")))).containsExactly(Limited.class);
        assertThat(answers(List.of(door.knock(SECRET, "10.0.0.2")))).containsExactly(Granted.class);
    }

    @Test
    void theRightSecretCostsNothing() {
        for (int i = 0; i < 20; i++) {
            assertThat(answers(List.of(door.knock(SECRET, "10.0.0.1")))).containsExactly(Granted.class);
        }
    }

    @Test
    void aSecretThatWasRightBeforeNeedsNoPlaceInTheRow() {
        var _ = door.knock(SECRET, "10.0.0.1");
        checks.settle();

        for (int i = 0; i < 20; i++) {
            assertThat(door.knock(SECRET, "10.0.0.1")).isCompletedWithValue(new Granted());
        }
    }

    @Test
    void aSecretThatWasRightBeforeIsNotFoundByGuessing() {
        var _ = door.knock(SECRET, "10.0.0.2");
        for (int i = 0; i < 5; i++) {
            var _ = door.knock("guess " + i, "10.0.0.1");
        }
        checks.settle();

        assertThat(door.knock(SECRET, "10.0.0.1").join()).isInstanceOf(Limited.class);
    }

    @Test
    void aTryThatNobodyCouldJudgeCostsNothing() {
        for (int i = 0; i < 20; i++) {
            CompletableFuture<Entry> knock = door.knock("guess", "10.0.0.1");
            clockStops = true;
            checks.settle();
            assertThat(knock).isCompletedExceptionally();
        }

        assertThat(answers(List.of(door.knock(SECRET, "10.0.0.1")))).containsExactly(Granted.class);
    }

    @Test
    void allAddressesOfACustomerAreOne() {
        for (int i = 1; i <= 5; i++) {
            assertThat(answers(List.of(door.knock("guess", "2001:db8:0:7::" + i))))
                    .containsExactly(Wrong.class);
        }

        assertThat(answers(List.of(door.knock("guess", "2001:db8:0:7:ffff::1"))))
                .containsExactly(Limited.class);
        assertThat(answers(List.of(door.knock("guess", "2001:db8:0:8::1")))).containsExactly(Wrong.class);
    }
}
