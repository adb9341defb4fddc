package io.botpit.game.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SymbolTest {
    @ParameterizedTest
    @ValueSource(strings = {"BTC/USD", "AB/CD", "A1/Z9", "ABCDEFGHIJ/A123456789"})
    void aSymbolIsTwoCodesOfTwoToTenCapitalsAndDigits(String text) {
        assertThat(new Symbol(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "BTC",
                "BTCUSD",
                "BTC/",
                "/USD",
                "B/USD",
                "BTC/U",
                "btc/USD",
                "BTC/usd",
                "1BTC/USD",
                "BTC/1USD",
                "BTC/USD/EUR",
                "BTC//USD",
                " BTC/USD",
                "BTC/USD ",
                "BTC/USD\n",
                "BT-C/USD",
                "ABCDEFGHIJK/USD",
                "BTC/ABCDEFGHIJK",
                "B\u00c4C/USD",
                "BTC/US\u0661"
            })
    void whateverElseIsRefusedByName(String text) {
        assertThatThrownBy(() -> new Symbol(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("symbol must look like BTC/USD: " + text);
    }
}
