package io.botpit.server.lobby;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mindrot.jbcrypt.BCrypt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hashes and checks what people chose themselves, which is slow on purpose: on a pool of its own, with a short queue,
 * so that nobody else is kept waiting. Most of the queue is for those who guessed no wrong password lately: no crowd of
 * guessers and newcomers keeps an owner out. Any thread asks.
 */
public final class Passwords {
    private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);

    /** bcrypt ignores what comes after that: a longer password is refused instead. */
    public static final int UTF8_BYTES_MAX = 72;

    public static final int CHARS_MIN = 8;

    /** About 90 ms of one core. */
    private static final int COST = 10;

    /** How many of a crowd are in the queue or at work, at most. */
    static final int CROWD_MAX = 6;

    private final Executor bounded;
    private final Semaphore crowd = new Semaphore(CROWD_MAX);
    /** What a password is compared with where nobody has chosen one: the same work, and always wrong. */
    private final String nobodysHash;

    /** Works on an executor that refuses what is too much. */
    public Passwords(Executor bounded) {
        this.bounded = bounded;
        this.nobodysHash = BCrypt.hashpw("", BCrypt.gensalt(COST));
    }

    /** Why a password cannot be taken, if so. */
    public static Optional<String> problem(String password) {
        if (password.length() < CHARS_MIN) {
            return Optional.of("password must have at least " + CHARS_MIN + " characters");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > UTF8_BYTES_MAX || password.indexOf('\0') >= 0) {
            return Optional.of("password must have at most " + UTF8_BYTES_MAX + " bytes in UTF-8, none of them zero");
        }
        return Optional.empty();
    }

    /** The hash of a password; empty where too many wait. */
    public CompletableFuture<Optional<String>> hash(String password) {
        return crowded(() -> BCrypt.hashpw(password, BCrypt.gensalt(COST)));
    }

    /** Whether a password belongs to a hash; empty where too many wait. */
    public CompletableFuture<Optional<Boolean>> matches(@Nullable String hash, String password) {
        return later(() -> check(hash, password));
    }

    /** Likewise, for somebody with wrong passwords on record. */
    public CompletableFuture<Optional<Boolean>> matchesDoubted(@Nullable String hash, String password) {
        return crowded(() -> check(hash, password));
    }

    private boolean check(@Nullable String hash, String password) {
        boolean same = BCrypt.checkpw(password, hash == null ? nobodysHash : hash);
        return same && hash != null && problem(password).isEmpty();
    }

    private <T> CompletableFuture<Optional<T>> crowded(Supplier<T> work) {
        if (!crowd.tryAcquire()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return later(work).whenComplete((_, _) -> crowd.release());
    }

    private <T> CompletableFuture<Optional<T>> later(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(() -> Optional.of(work.get()), bounded)
                    .whenComplete((_, fault) -> {
                        if (fault != null) {
                            LOG.error("a password could not be hashed or checked", fault);
                        }
                    });
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
    }
}
