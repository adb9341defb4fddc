package io.botpit.server.session;

import java.util.concurrent.CompletableFuture;

/** The one place where the admin's secret is checked: limited by address and in total, in constant time. Any thread. */
public interface AdminDoor {
    /** What came of a try. */
    sealed interface Entry {}

    record Granted() implements Entry {}

    record Wrong() implements Entry {}

    /** Too many wrong tries from this address or in total. */
    record Limited(long retryAfterMillis) implements Entry {}

    /** Checks a secret; may complete on another thread, exceptionally where it could not be checked. */
    CompletableFuture<Entry> knock(String secret, String address);
}
