package io.botpit.bots.exchange;

import io.botpit.bots.Arena;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Why a call came to nothing. Every future of an {@link ExchangeClient} that fails does so with this.
 */
public class ExchangeException extends RuntimeException {
    /** The connection was lost, or there is none: the call may have been carried out or not. */
    public static final String DISCONNECTED = "disconnected";

    /** No reply in time: likewise. */
    public static final String TIMED_OUT = "timed_out";

    /**
     * The call was about orders, or something to be said, in a game that the client is in no more. The message says whether
     * it may have been carried out there or was never sent.
     */
    public static final String GAME_LEFT = "game_left";

    /** The exchange answered something that is no answer. */
    public static final String UNREADABLE = "unreadable";

    private static final long serialVersionUID = 1;

    private final String code;
    private final @Nullable String detail;

    ExchangeException(String code, String message, @Nullable String detail) {
        super(code + ": " + message);
        this.code = code;
        this.detail = detail;
    }

    /** Whatever made a call fail, in the words of this interface. */
    static ExchangeException of(Throwable failure) {
        return switch (failure) {
            case ExchangeException known -> known;
            case CompletionException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
            case TimeoutException _ ->
                new ExchangeException(TIMED_OUT, "no answer in time: ask whether it was done", null);
            case Arena.GameLeftException left ->
                new ExchangeException(GAME_LEFT, String.valueOf(left.getMessage()), null);
            case IOException lost -> new ExchangeException(DISCONNECTED, String.valueOf(lost.getMessage()), null);
            default -> new ExchangeException(UNREADABLE, String.valueOf(failure), null);
        };
    }

    static <T> CompletableFuture<T> translated(CompletableFuture<T> future) {
        CompletableFuture<T> result = new CompletableFuture<>();
        var _ = future.whenComplete((value, failure) -> {
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(of(failure));
            }
        });
        return result;
    }

    /** Stable: one of the constants here, or the exchange's own code for a refusal, such as {@code insufficient_funds}. */
    public String code() {
        return code;
    }

    /** The figures behind a refusal, for people; null: there are none. */
    public @Nullable String detail() {
        return detail;
    }

    /** The exchange cannot do this at all: {@link ExchangeClient#capabilities} said so. */
    public static final class NotSupported extends ExchangeException {
        private static final long serialVersionUID = 1;

        private final ExchangeClient.Capability capability;

        NotSupported(ExchangeClient.Capability capability) {
            super("not_supported", "this exchange has no " + capability, null);
            this.capability = capability;
        }

        public ExchangeClient.Capability capability() {
            return capability;
        }
    }
}
