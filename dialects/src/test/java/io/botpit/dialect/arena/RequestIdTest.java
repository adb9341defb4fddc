package io.botpit.dialect.arena;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.protocol.Json;
import io.botpit.protocol.JsonText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"a-1\"",
                "\" ~\"",
                "\"say \\\"hello\\\"\"",
                "\"back\\\\slash\"",
                "\"\\\\\"",
                "\"\\n\"",
                "\"\\u007f\"",
                "\"caf\\u00e9\"",
                "\"\\ud83d\\ude00\"",
                "0",
                "-7",
                "123456789012345678901234567890"
            })
    void goesBackAsItCame(String sent) {
        Json id = ((JsonText.Read.Value) JsonText.ofRequests().read(sent)).json();

        String text = RequestId.text(id);

        assertThat(text).isEqualTo(JsonText.ofRequests().write(id));
        assertThat(RequestId.json(text)).isEqualTo(id);
    }
}
