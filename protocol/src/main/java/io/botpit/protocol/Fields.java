package io.botpit.protocol;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the members of an object from the server; {@link WrongShape} where one is missing or of another type. */
record Fields(Json.ObjectValue object) {
    static Fields of(Json json) {
        if (json instanceof Json.ObjectValue object) {
            return new Fields(object);
        }
        throw new WrongShape("not an object");
    }

    static BigDecimal decimal(Json json) {
        String text = switch (json) {
            case Json.TextValue(var digits) -> digits;
            case Json.NumberValue(var digits) -> digits;
            case Json.ObjectValue _, Json.ArrayValue _, Json.BooleanValue _, Json.NullValue _ ->
                throw new WrongShape("not a decimal");
        };
        return switch (Decimals.read(text)) {
            case Decimals.Reading.Value(var value) -> value;
            case Decimals.Reading.Refused(var why) -> throw new WrongShape(why);
        };
    }

    static List<Json> items(Json json) {
        if (json instanceof Json.ArrayValue(var items)) {
            return items;
        }
        throw new WrongShape("not an array");
    }

    static String text(Json json) {
        if (json instanceof Json.TextValue(var text)) {
            return text;
        }
        throw new WrongShape("not a string");
    }

    boolean has(String name) {
        Json value = object.get(name);
        return value != null && !(value instanceof Json.NullValue);
    }

    Json value(String name) {
        Json value = object.get(name);
        if (value == null) {
            throw new WrongShape("no " + name);
        }
        return value;
    }

    String text(String name) {
        return text(value(name));
    }

    @Nullable
    String textIfAny(String name) {
        return has(name) ? text(name) : null;
    }

    /** {@code buy} or {@code sell}. */
    String side(String name) {
        String word = text(name);
        if (!word.equals("buy") && !word.equals("sell")) {
            throw new WrongShape(name + " is neither buy nor sell");
        }
        return word;
    }

    BigDecimal decimal(String name) {
        return decimal(value(name));
    }

    @Nullable
    BigDecimal decimalIfAny(String name) {
        return has(name) ? decimal(name) : null;
    }

    long whole(String name) {
        try {
            return decimal(name).longValueExact();
        } catch (ArithmeticException fraction) {
            throw new WrongShape(name + " is not a whole number");
        }
    }

    int integer(String name) {
        long value = whole(name);
        if (value != (int) value) {
            throw new WrongShape(name + " is too large");
        }
        return (int) value;
    }

    /** False also where there is no such member. */
    boolean truth(String name) {
        return object.get(name) instanceof Json.BooleanValue(var value) && value;
    }

    Fields object(String name) {
        return of(value(name));
    }

    /** The items of an array; none where there is no such member. */
    <T> List<T> list(String name, Function<Json, T> item) {
        return has(name) ? items(value(name)).stream().map(item).toList() : List.of();
    }

    /** The members of an object, in order; none where there is no such member. */
    <T> Map<String, T> map(String name, Function<Json, T> member) {
        Map<String, T> map = new LinkedHashMap<>();
        if (has(name)) {
            object(name).object().members().forEach((key, value) -> map.put(key, member.apply(value)));
        }
        return map;
    }
}
