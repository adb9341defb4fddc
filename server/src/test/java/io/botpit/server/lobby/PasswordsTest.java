package io.botpit.server.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.server.rig.Hand;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Hand hand = new Hand();
    private final Passwords passwords = new Passwords(hand);

    @Test
    void aCrowdOfGuessersAndNewcomersLeavesRoomForOwners() {
        List<CompletableFuture<Optional<Boolean>>> crowd = IntStream.range(0, Passwords.CROWD_MAX)
                .mapToObj(i -> passwords.matchesDoubted(null, "guess number " + i))
                .toList();

        CompletableFuture<Optional<Boolean>> oneTooMany = passwords.matchesDoubted(null, "another guess");
        CompletableFuture<Optional<String>> newcomer = passwords.hash("a new password");
        CompletableFuture<Optional<Boolean>> owner = passwords.matches(null, "an owner's");

        assertThat(oneTooMany.join()).isEmpty();
        assertThat(newcomer.join()).isEmpty();
        assertThat(owner).isNotDone();
        hand.settle();
        assertThat(owner.join()).contains(false);
        assertThat(crowd).allSatisfy(guess -> assertThat(guess.join()).contains(false));
        CompletableFuture<Optional<Boolean>> next = passwords.matchesDoubted(null, "guess");
        hand.settle();
        assertThat(next.join()).contains(false);
    }
}
