package io.botpit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0e99, 0",
        "7, 7",
        "007, 7",
        "1.50, 1.50",
        "-1, -1",
        "1.00E-8, 1.00E-8",
        "1e-99, 1E-99",
        "9.9999900E+5, 999999.00",
        "1e11, 1E+11",
        "999999999999.99, 999999999999.99",
        "0.0000000000000000000000000001, 1E-28",
    })
    void digitsAreReadAsTheyStand(String text, String value) {
        assertThat(Decimals.read(text)).isEqualTo(new Decimals.Reading.Value(new BigDecimal(value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+1",
                ".5",
                "5.",
                "1.e2",
                "1e",
                "1e+",
                "1e100",
                "1e-100",
                "--1",
                "1 ",
                " 1",
                "1\n",
                "1_000",
                "1,5",
                "0x10",
                "1d",
                "NaN",
                "Infinity",
                "\uff11",
                "\u0661",
                "1\u0660",
                "e5",
                "-",
                "1e1000000000",
                "1e-1000000000",
                "1000000000000",
                "1e12",
                "12345678901234567890123456789",
                "1.0000000000000000000000000001",
                "00000000000000000000000000000000000000001"
            })
    void anythingElseIsRefused(String text) {
        assertThat(Decimals.read(text)).isInstanceOf(Decimals.Reading.Refused.class);
    }

    @Test
    void refusingCostsNothingHoweverLongTheText() {
        String digits = "9".repeat(1_000_000);

        Assertions.assertTimeout(Duration.ofSeconds(1), () -> Decimals.read(digits));

        assertThat(Decimals.read(digits)).isInstanceOf(Decimals.Reading.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"0.125, 2, 0.12", "0.135, 2, 0.14", "1.00000000005, 10, 1.0000000000", "1e-99, 10, 0E-10"})
    void halvesGoToTheEvenDigit(String value, int places, String rounded) {
        assertThat(Decimals.rounded(new BigDecimal(value), places).toString()).isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({"10.0000000000, 10, 10.0", "8500.0200, 8500.02, 8500.02", "0E-10, 0, 0.0", "1E+3, 1000, 1000.0"})
    void whatSaysNothingIsLeftOut(String value, String shortest, String withPoint) {
        assertThat(Decimals.shortest(new BigDecimal(value)).toString()).isEqualTo(shortest);
        assertThat(Decimals.shortestWithPoint(new BigDecimal(value)).toString()).isEqualTo(withPoint);
    }
}
