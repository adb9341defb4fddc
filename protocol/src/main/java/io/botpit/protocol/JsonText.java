package io.botpit.protocol;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.MinimalPrettyPrinter;

/**
 * JSON as text: strict when reading (no duplicate names, nothing after the value, no unpaired surrogates), ASCII with
 * {@code ", "} and {@code ": "} when writing, as Python's {@code json.dumps} has it. Safe on any thread.
 */
public final class JsonText {
    /** Where the parser quotes what was sent; of a name nobody knows where it ends. */
    private static final Pattern QUOTED =
            Pattern.compile("^(Unrecognized token) '[^']*'|^(Duplicate Object property) \".*", Pattern.DOTALL);

    /** What most answers have room in. */
    private static final int CHARS_AT_START = 448;

    private static final ObjectWriteContext SPACED = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new Spaced();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    };

    private static final JsonText OF_REQUESTS = new JsonText(JsonLimits.REQUEST);
    private static final JsonText OF_SERVER_FRAMES = new JsonText(JsonLimits.SERVER_FRAME);

    private final JsonFactory factory;

    public JsonText(JsonLimits limits) {
        factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.nestingMax())
                        .maxNumberLength(limits.numberCharsMax())
                        .maxStringLength(limits.stringCharsMax())
                        .maxNameLength(limits.nameCharsMax())
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                .build();
    }

    /** What a server reads and writes with. */
    public static JsonText ofRequests() {
        return OF_REQUESTS;
    }

    /** What a client reads with. */
    public static JsonText ofServerFrames() {
        return OF_SERVER_FRAMES;
    }

    /** What a text turned out to be. */
    public sealed interface Read {
        record Value(Json json) implements Read {}

        /**
         * Not JSON, or more than the limits allow.
         *
         * @param why for people, without the place in the text
         */
        record Broken(String why) implements Read {}
    }

    /** Reads one value; never throws. */
    public Read read(String text) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return new Read.Broken("empty");
            }
            Json value = valueAt(parser, first);
            return parser.nextToken() == null ? new Read.Value(value) : new Read.Broken("more than one JSON value");
        } catch (JacksonException broken) {
            return new Read.Broken(withoutQuotes(broken.getOriginalMessage()));
        } catch (UnpairedSurrogate broken) {
            return new Read.Broken("unpaired surrogate in a string");
        }
    }

    /** A word that is no JSON and a name that comes twice are quoted by the parser, and may be a secret sent by mistake. */
    private static String withoutQuotes(String message) {
        return QUOTED.matcher(message).replaceFirst("$1$2");
    }

    public String write(Json value) {
        StringWriter out = new StringWriter(CHARS_AT_START);
        try (JsonGenerator generator = factory.createGenerator(SPACED, out)) {
            write(value, generator);
        }
        return out.toString();
    }

    private static Json valueAt(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> objectAt(parser);
            case START_ARRAY -> arrayAt(parser);
            case VALUE_STRING -> new Json.TextValue(paired(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.NumberValue(parser.getString());
            case VALUE_TRUE -> new Json.BooleanValue(true);
            case VALUE_FALSE -> new Json.BooleanValue(false);
            case VALUE_NULL -> Json.NULL;
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("a JSON parser gave " + token + " for a value");
        };
    }

    private static Json objectAt(JsonParser parser) {
        Json.Members members = Json.object();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = paired(parser.currentName());
            members.put(name, valueAt(parser, parser.nextToken()));
        }
        return members.build();
    }

    private static Json arrayAt(JsonParser parser) {
        List<Json> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(valueAt(parser, token));
        }
        return new Json.ArrayValue(items);
    }

    /** Java writes an unpaired surrogate as {@code ?}: two names would become one. */
    private static String paired(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new UnpairedSurrogate();
            }
        }
        return text;
    }

    private static void write(Json value, JsonGenerator generator) {
        switch (value) {
            case Json.ObjectValue object -> {
                generator.writeStartObject();
                object.members().forEach((name, member) -> {
                    generator.writeName(name);
                    write(member, generator);
                });
                generator.writeEndObject();
            }
            case Json.ArrayValue(var items) -> {
                generator.writeStartArray();
                items.forEach(item -> write(item, generator));
                generator.writeEndArray();
            }
            case Json.TextValue(var text) -> generator.writeString(text);
            case Json.NumberValue(var digits) -> generator.writeNumber(digits);
            case Json.BooleanValue(var truth) -> generator.writeBoolean(truth);
            case Json.NullValue() -> generator.writeNull();
        }
    }

    /** A space after commas and colons. */
    private static final class Spaced extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1;

        @Override
        public void writeObjectNameValueSeparator(JsonGenerator generator) {
            generator.writeRaw(": ");
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator generator) {
            generator.writeRaw(", ");
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator generator) {
            generator.writeRaw(", ");
        }
    }

    /** Leaves the recursion of one read; never leaves this class. */
    private static final class UnpairedSurrogate extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnpairedSurrogate() {
            super("unpaired surrogate", null, false, false);
        }
    }
}
