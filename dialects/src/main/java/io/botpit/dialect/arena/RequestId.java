package io.botpit.dialect.arena;

import io.botpit.protocol.Json;
import io.botpit.protocol.JsonText;
import org.jspecify.annotations.Nullable;

/** The sender's own id of a request: a string or an integer, kept as JSON text so that it goes back as it came. */
final class RequestId {
    static final int CHARS_MAX = 64;

    private RequestId() {}

    static boolean isValid(@Nullable Json id) {
        return switch (id) {
            case null -> true;
            case Json.NullValue() -> true;
            case Json.TextValue(var text) -> text.length() <= CHARS_MAX;
            case Json.NumberValue(var digits) -> digits.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-');
            case Json.ObjectValue _, Json.ArrayValue _, Json.BooleanValue _ -> false;
        };
    }

    /** As JSON text; null where there is none. */
    static @Nullable String text(@Nullable Json id) {
        return id == null || id instanceof Json.NullValue
                ? null
                : JsonText.ofRequests().write(id);
    }

    static @Nullable Json json(@Nullable String text) {
        return text != null && JsonText.ofServerFrames().read(text) instanceof JsonText.Read.Value(var json)
                ? json
                : null;
    }
}
