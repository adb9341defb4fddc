package io.botpit.server.session;

import io.botpit.game.GameTime;
import io.botpit.server.link.AddressBlock;
import io.botpit.server.lobby.Passwords;
import io.botpit.server.lobby.Tokens;
import io.botpit.server.loop.Clocks;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the admin's secret. A generated one is compared by its SHA-256; one that somebody chose is kept as a bcrypt
 * hash and checked on a bounded pool until it is heard for the first time, and from then on compared likewise. Wrong
 * tries are limited per address and in total; the right secret works from any address that is not over its own limit. A
 * try is counted before it is checked slowly and given back unless it was wrong, so that many at the same time count as
 * many. Any thread.
 */
public final class SecretDoor implements AdminDoor {
    private static final Pattern GENERATED = Pattern.compile("[0-9a-f]{64}");
    private static final int WRONG_PER_ADDRESS = 5;
    private static final int WRONG_IN_TOTAL = 30;
    private static final long RETRY_WHEN_BUSY_MILLIS = 1_000;
    private static final String EVERYBODY = "";

    private final Clocks clocks;
    private final Passwords passwords;
    /** bcrypt of the secret's SHA-256; null: it was generated. */
    private final @Nullable String slowHash;

    private final Allowance<String> byAddress = new Allowance<>(Rate.perMinute("admin_tries", WRONG_PER_ADDRESS));
    private final Allowance<String> inTotal = new Allowance<>(Rate.perMinute("admin_tries_in_total", WRONG_IN_TOTAL));

    /** SHA-256 of the secret; null: somebody chose it, and it was not heard yet. */
    private volatile @Nullable String quickHash;

    /** Hashes the secret, which takes a moment where somebody chose it, and forgets it. */
    public SecretDoor(String secret, Passwords passwords, Clocks clocks) {
        this.clocks = clocks;
        this.passwords = passwords;
        if (GENERATED.matcher(secret).matches()) {
            this.slowHash = null;
            this.quickHash = Tokens.hash(secret);
        } else {
            this.slowHash = passwords.hash(Tokens.hash(secret)).join().orElseThrow();
        }
    }

    @Override
    public CompletableFuture<Entry> knock(String secret, String address) {
        String block = AddressBlock.of(address);
        GameTime now = clocks.now();
        // Many who are right at the same time are never in each other's way.
        if (!byAddress.isSpent(block, now) && Tokens.matches(quickHash, secret)) {
            return CompletableFuture.completedFuture(new Granted());
        }
        long wait = byAddress.take(block, now);
        if (wait > 0) {
            return CompletableFuture.completedFuture(new Limited(wait));
        }
        return slowHash == null || quickHash != null
                ? CompletableFuture.completedFuture(wrong())
                : checkSlowly(slowHash, Tokens.hash(secret), block);
    }

    private CompletableFuture<Entry> checkSlowly(String expected, String digest, String block) {
        // bcrypt reads 72 bytes only: of the digest it reads all.
        return passwords
                .matches(expected, digest)
                .thenApply(right -> judge(right, digest, block))
                .whenComplete((_, fault) -> {
                    if (fault != null) {
                        byAddress.giveBack(block, clocks.now());
                    }
                });
    }

    private Entry judge(Optional<Boolean> right, String digest, String block) {
        if (right.isPresent() && !right.get()) {
            return wrong();
        }
        byAddress.giveBack(block, clocks.now());
        if (right.isEmpty()) {
            return new Limited(RETRY_WHEN_BUSY_MILLIS);
        }
        quickHash = digest;
        return new Granted();
    }

    private Entry wrong() {
        long wait = inTotal.take(EVERYBODY, clocks.now());
        return wait == 0 ? new Wrong() : new Limited(wait);
    }
}
