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
        return switch (id) {
            case null -> null;
            case Json.NullValue() -> null;
            case Json.NumberValue(var digits) -> digits;
            case Json.TextValue(var text) when isPlain(text) -> '"' + text + '"';
            case Json.TextValue _, Json.ObjectValue _, Json.ArrayValue _, Json.BooleanValue _ ->
                JsonText.ofRequests().write(id);
        };
    }

    /** What {@link #text} made a text of. */
    static @Nullable Json json(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.startsWith("\"")) {
            return new Json.NumberValue(text);
        }
        String inside = text.substring(1, text.length() - 1);
        if (isPlain(inside)) {
            return Json.text(inside);
        }
        return JsonText.ofServerFrames().read(text) instanceof JsonText.Read.Value(var json) ? json : null;
    }

    /** Whether it means itself between quotes: what nearly every sender's ids are like, which then need no parser. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }
}
