package io.botpit.protocol.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RestCodecTest {
    private record Cell(String cell) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ann|ann
            =1+1|'=1+1
            +49|'+49
            @import|'@import
            -cmd|'-cmd
            -1-1|'-1-1
            \\t=1|'\\t=1
            \\r=1|"'\\r=1"
            -12|-12
            -0.50|-0.50
            1e5|1e5
            a=b|a=b
            a,b|"a,b"
            =a"b|"'=a""b"
            """)
    void whatASpreadsheetTakesForAFormulaIsText(String value, String cell) {
        String csv = RestCodec.csv(List.of(new Cell(plain(value))));

        assertThat(csv).isEqualTo("cell\r\n" + plain(cell) + "\r\n");
    }

    private static String plain(String text) {
        return text.replace("\\t", "\t").replace("\\r", "\r");
    }
}
