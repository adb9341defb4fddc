package io.botpit.server.session;

import io.botpit.game.GameTime;
import io.botpit.server.link.AddressBlock;
import io.botpit.server.lobby.Passwords;
import io.botpit.server.lobby.Tokens;
import io.botpit.server.loop.Clocks;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * Checks the admin's secret. A generated one is compared by its SHA-256; one that somebody chose is kept as a bcrypt
 * hash and checked on a bounded pool. Wrong tries are limited per address and in total; the right secret works from any
 * address that is not over its own limit. A try is counted before it is checked and given back unless it was wrong, so
 * that many at the same time count as many. Any thread.
 */
public final class SecretDoor implements AdminDoor {
    private static final Pattern GENERATED = Pattern.compile("[0-9a-f]{64}");
    private static final int WRONG_PER_ADDRESS = 5;
    private static final int WRONG_IN_TOTAL = 30;
    private static final long RETRY_WHEN_BUSY_MILLIS = 1_000;
    private static final String EVERYBODY = "";

    private final Clocks clocks;
    private final Passwords passwords;
    private final String hash;
    private final boolean generated;
    private final Allowance<String> byAddress = new Allowance<>(Rate.perMinute("admin_tries", WRONG_PER_ADDRESS));
    private final Allowance<String> inTotal = new Allowance<>(Rate.perMinute("admin_tries_in_total", WRONG_IN_TOTAL));

    /** Hashes the secret, which takes a moment where somebody chose it, and forgets it. */
    public SecretDoor(String secret, Passwords passwords, Clocks clocks) {
        this.clocks = clocks;
        this.passwords = passwords;
        this.generated = GENERATED.matcher(secret).matches();
        this.hash = generated
                ? Tokens.hash(secret)
                : passwords.hash(Tokens.hash(secret)).join().orElseThrow();
    }

    @Override
    public CompletableFuture<Entry> knock(String secret, String address) {
        String block = AddressBlock.of(address);
        long wait = byAddress.take(block, clocks.now());
        if (wait > 0) {
            return CompletableFuture.completedFuture(new Limited(wait));
        }
        if (generated) {
            return CompletableFuture.completedFuture(judge(Tokens.matches(hash, secret), block));
        }
        // bcrypt reads 72 bytes only: of the digest it reads all.
        return passwords
                .matches(hash, Tokens.hash(secret))
                .thenApply(right -> judge(right, block))
                .whenComplete((_, fault) -> {
                    if (fault != null) {
                        byAddress.giveBack(block, clocks.now());
                    }
                });
    }

    private Entry judge(Optional<Boolean> right, String block) {
        if (right.isEmpty()) {
            byAddress.giveBack(block, clocks.now());
            return new Limited(RETRY_WHEN_BUSY_MILLIS);
        }
        return judge(right.get().booleanValue(), block);
    }

    private Entry judge(boolean right, String block) {
        GameTime now = clocks.now();
        if (right) {
            byAddress.giveBack(block, now);
            return new Granted();
        }
        long wait = inTotal.take(EVERYBODY, now);
        return wait == 0 ? new Wrong() : new Limited(wait);
    }
}
