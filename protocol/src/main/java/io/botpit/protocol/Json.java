package io.botpit.protocol;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value. Numbers are kept as their digits, so that reading one never computes; objects keep the order of their
 * members. Immutable.
 */
public sealed interface Json {
    Json NULL = new NullValue();

    /** An object; made by {@link #object()}. */
    final class ObjectValue implements Json {
        private final Map<String, Json> members;

        private ObjectValue(Map<String, Json> members) {
            this.members = members;
        }

        /** In the order in which they are written; nobody may change it. */
        public Map<String, Json> members() {
            return Collections.unmodifiableMap(members);
        }

        /** The member of that name; null if there is none. */
        public @Nullable Json get(String name) {
            return members.get(name);
        }

        public boolean has(String name) {
            return members.containsKey(name);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ObjectValue object && members.equals(object.members);
        }

        @Override
        public int hashCode() {
            return members.hashCode();
        }

        @Override
        public String toString() {
            return members.toString();
        }
    }

    record ArrayValue(List<Json> items) implements Json {
        public ArrayValue {
            items = List.copyOf(items);
        }
    }

    record TextValue(String text) implements Json {}

    /**
     * A number.
     *
     * @param digits a number in JSON's own syntax
     */
    record NumberValue(String digits) implements Json {}

    record BooleanValue(boolean value) implements Json {}

    record NullValue() implements Json {}

    static Json text(String text) {
        return new TextValue(text);
    }

    static Json number(long value) {
        return new NumberValue(Long.toString(value));
    }

    static Json array(List<? extends Json> items) {
        return new ArrayValue(List.copyOf(items));
    }

    /** Texts in an array. */
    static Json texts(List<String> texts) {
        return array(texts.stream().map(Json::text).toList());
    }

    static Members object() {
        return new Members();
    }

    /** Collects the members of one object; for one thread. */
    final class Members {
        private Map<String, Json> members = new LinkedHashMap<>();
        private boolean built;

        private Members() {}

        public Members put(String name, Json value) {
            members.put(name, value);
            return this;
        }

        public Members put(String name, String text) {
            return put(name, text(text));
        }

        public Members put(String name, long value) {
            return put(name, number(value));
        }

        public Members put(String name, boolean value) {
            return put(name, new BooleanValue(value));
        }

        /** A decimal travels as text, in the form of {@link BigDecimal#toString}. */
        public Members put(String name, BigDecimal value) {
            return put(name, value.toString());
        }

        /** Nothing where there is no value. */
        public Members maybe(String name, @Nullable String text) {
            return text == null ? this : put(name, text);
        }

        /** Nothing where there is no value. */
        public Members maybe(String name, @Nullable BigDecimal value) {
            return value == null ? this : put(name, value);
        }

        /** Nothing where there is no value. */
        public Members maybe(String name, @Nullable Json value) {
            return value == null ? this : put(name, value);
        }

        public Members putAll(ObjectValue other) {
            members.putAll(other.members());
            return this;
        }

        /** The object, which takes the members over: there is no second one, and nothing can be added. */
        public ObjectValue build() {
            if (built) {
                throw new IllegalStateException("the object was built before");
            }
            built = true;
            ObjectValue object = new ObjectValue(members);
            members = Map.of();
            return object;
        }
    }
}
