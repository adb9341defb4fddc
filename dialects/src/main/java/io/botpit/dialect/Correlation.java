package io.botpit.dialect;

import org.jspecify.annotations.Nullable;

/**
 * Which request a reply belongs to.
 *
 * @param command the request's command word, empty if there was none that is known
 * @param id the sender's own id in the dialect's own text form, to be echoed as it came; null where none was sent
 * @param asked what the form of the reply depends on
 */
public record Correlation(String command, @Nullable String id, Asked asked) {
    /** Of a request whose reply has only one form. */
    public Correlation(String command, @Nullable String id) {
        this(command, id, Asked.NOTHING);
    }
}
