package io.botpit.dialect.arena;

import io.botpit.protocol.Decimals;
import io.botpit.protocol.Json;
import io.botpit.protocol.PageRecord;
import io.botpit.protocol.Word;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of one request, read by name; throws {@link Unreadable} where one is not what it should be. */
record Params(Json.ObjectValue object) {
    private static final int WHOLE_DIGITS_MAX = 18;

    boolean has(String name) {
        return object.has(name);
    }

    /** The value of a parameter that must be there; {@code missing} is the answer where it is not. */
    Json value(String name, String missing) {
        Json value = object.get(name);
        if (value == null) {
            throw Unreadable.missing(missing);
        }
        return value;
    }

    /** A text; null where there is none or JSON null. */
    @Nullable
    String text(String name) {
        Json value = object.get(name);
        return switch (value) {
            case null -> null;
            case Json.NullValue() -> null;
            case Json.TextValue(var text) -> text;
            case Json.ObjectValue _, Json.ArrayValue _, Json.NumberValue _, Json.BooleanValue _ ->
                throw Unreadable.command(name + " must be a string");
        };
    }

    String requiredText(String name) {
        value(name, missing(name));
        String text = text(name);
        if (text == null) {
            throw Unreadable.command(name + " must be a string");
        }
        return text;
    }

    /** A decimal, as a string or as a number: its digits count, whichever it is. */
    BigDecimal decimal(String name, String missing) {
        String digits = switch (value(name, missing)) {
            case Json.TextValue(var text) -> text;
            case Json.NumberValue(var text) -> text;
            case Json.ObjectValue _, Json.ArrayValue _, Json.BooleanValue _, Json.NullValue _ ->
                throw Unreadable.command(name + ": a decimal is a string or a number");
        };
        return switch (Decimals.read(digits)) {
            case Decimals.Reading.Value(var value) -> value;
            case Decimals.Reading.Refused(var why) -> throw Unreadable.command(name + ": " + why);
        };
    }

    /** A whole number, as JSON writes one. */
    long whole(String name, long least, long most) {
        if (value(name, missing(name)) instanceof Json.NumberValue(var digits)
                && digits.length() <= WHOLE_DIGITS_MAX
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            long value = Long.parseLong(digits);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw Unreadable.command(name + " must be a whole number from " + least + " to " + most);
    }

    boolean truth(String name, boolean otherwise) {
        return switch (object.get(name)) {
            case null -> otherwise;
            case Json.BooleanValue(var value) -> value;
            case Json.ObjectValue _, Json.ArrayValue _, Json.TextValue _, Json.NumberValue _, Json.NullValue _ ->
                throw Unreadable.command(name + " must be true or false");
        };
    }

    /** Texts of an array that must be there and not be empty. */
    List<String> texts(String name) {
        if (value(name, missing(name)) instanceof Json.ArrayValue(var items)
                && !items.isEmpty()
                && items.stream().allMatch(Json.TextValue.class::isInstance)) {
            return items.stream().map(item -> ((Json.TextValue) item).text()).toList();
        }
        throw Unreadable.command(name + " must be an array of strings, not empty");
    }

    /** One of an enumeration's constants by its lower-case name. */
    <E extends Enum<E>> E choice(String name, E otherwise) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        for (E constant : otherwise.getDeclaringClass().getEnumConstants()) {
            // Most constants are not meant: only one is spelt out.
            if (constant.name().equalsIgnoreCase(text) && Word.of(constant).equals(text)) {
                return constant;
            }
        }
        String words = String.join(
                ", ",
                List.of(otherwise.getDeclaringClass().getEnumConstants()).stream()
                        .map(Word::of)
                        .toList());
        throw Unreadable.command(name + " must be one of " + words);
    }

    /** Entries per page, 0 where the default is meant. */
    int limit() {
        return has("limit") ? (int) whole("limit", 1, PageRecord.LIMIT_MAX) : 0;
    }

    static String missing(String name) {
        return "Missing \"" + name + "\" in params.";
    }
}
