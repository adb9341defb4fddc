package io.botpit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    private final JsonText json = JsonText.ofRequests();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"b\":[true,null,\"x\"]} | {\"a\": 1, \"b\": [true, null, \"x\"]}",
                "[1.50,1E+2,-0] | [1.50, 1E+2, -0]",
                "{} | {}",
                "[] | []",
                "\"\\u00e9\\n\\u001f\\ud83d\\ude00\" | \"\\u00e9\\n\\u001f\\ud83d\\ude00\"",
                "{\"z\":1,\"a\":2} | {\"z\": 1, \"a\": 2}",
                "[\"\\\"\\\\/\\b\\t\\f\\r~\\u007f\",{},[]] | [\"\\\"\\\\/\\b\\t\\f\\r~\u007f\", {}, []]",
            })
    void isWrittenInAsciiWithSpacesAndInOrder(String text, String written) {
        assertThat(json.write(value(text))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nonsense",
                "{",
                "[1,]",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "{}x",
                "'a'",
                "01",
                "+1",
                ".5",
                "NaN",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "{\"\\ud800\":1}",
                "\"a\u0000b\"",
                "// x\n1",
                "[[[[[[[[[1]]]]]]]]]",
                "12345678901234567890123456789012345678901"
            })
    void whatIsNotStrictIsRefused(String text) {
        assertThat(json.read(text)).isInstanceOf(JsonText.Read.Broken.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SECRET | Unrecognized token",
                "{\"cmd\":SECRET'x} | Unrecognized token",
                "{\"SECRET\":1,\"SECRET\":2} | Duplicate Object property",
                "{\"a\":{\"SECRET'\\\"\\n: x\":1,\"SECRET'\\\"\\n: x\":2}} | Duplicate Object property",
                "{\"SECRET\" 1} | Unexpected character",
                "{\"SECRET | Unexpected end-of-input",
                "\"SECRET\\u12zz\" | Unexpected character",
                "\"SECRET\\q\" | Unrecognized character escape",
                "{SECRET:1} | Unexpected character",
                "{'SECRET':1} | Unexpected character",
            })
    void aRefusalDoesNotQuoteWhatMayBeASecret(String text, String why) {
        assertThat(json.read(text))
                .isInstanceOfSatisfying(
                        JsonText.Read.Broken.class,
                        broken -> assertThat(broken.why()).startsWith(why).doesNotContain("SECRET"));
    }

    @Test
    void whatIsAtTheLimitsIsRead() {
        assertThat(value("[[[[[[[[1]]]]]]]]")).isInstanceOf(Json.ArrayValue.class);
        assertThat(value("1234567890123456789012345678901234567890")).isInstanceOf(Json.NumberValue.class);
        assertThat(value("\"" + "x".repeat(2_048) + "\"")).isInstanceOf(Json.TextValue.class);
        assertThat(json.read("\"" + "x".repeat(2_049) + "\"")).isInstanceOf(JsonText.Read.Broken.class);
        assertThat(value("{\"" + "n".repeat(64) + "\":1}")).isInstanceOf(Json.ObjectValue.class);
        assertThat(json.read("{\"" + "n".repeat(65) + "\":1}")).isInstanceOf(JsonText.Read.Broken.class);
    }

    @Test
    void aHugeExponentIsOnlyDigits() {
        assertThat(value("1e999999999")).isEqualTo(new Json.NumberValue("1e999999999"));
    }

    private Json value(String text) {
        return switch (json.read(text)) {
            case JsonText.Read.Value(var value) -> value;
            case JsonText.Read.Broken(var why) -> throw new AssertionError(why + ": " + text);
        };
    }
}
