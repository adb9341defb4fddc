package io.botpit.bots.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/house-bots.md} says what there is. */
class HouseBotsPageTest {
    private static final Path PAGE = Path.of("../docs/house-bots.md");
    private static final Pattern KIND = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE);

    static Stream<Record> parameters() {
        return Stream.of(
                MarketMaker.Parameters.STANDARD,
                NoiseTrader.Parameters.STANDARD,
                Momentum.Parameters.STANDARD,
                MeanReversion.Parameters.STANDARD,
                MeanReversion.Parameters.PAIRS,
                Worth.Parameters.CARELESS,
                Worth.Parameters.CAREFUL,
                Worth.Parameters.EXPERT,
                Sniper.Parameters.STANDARD,
                Zip.Parameters.STANDARD,
                Gdx.Parameters.STANDARD,
                AdaptiveAggressive.Parameters.STANDARD,
                Executor.Parameters.STANDARD,
                InventoryMaker.Parameters.STANDARD,
                InventoryMaker.Parameters.STANDARD.formulas(),
                Imbalance.Parameters.STANDARD);
    }

    @Test
    void itListsEveryKindAndNoOther() throws IOException {
        String page = Files.readString(PAGE);
        String table = page.substring(page.indexOf("## Who is there"), page.indexOf("## Where limit prices"));

        List<String> listed =
                KIND.matcher(table).results().map(row -> row.group(1)).toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(HouseBots.KINDS);
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void itNamesEachParameterAndItsValue(Record parameters) throws Exception {
        List<String> rows = Files.readAllLines(PAGE);

        for (RecordComponent one : parameters.getClass().getRecordComponents()) {
            if (one.getAccessor().invoke(parameters) instanceof Number value) {
                String text =
                        new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
                assertThat(rows)
                        .as("%s = %s", one.getName(), text)
                        .anyMatch(row -> row.contains("`" + one.getName() + "`")
                                && Pattern.compile("[ ,]" + Pattern.quote(text) + "[ ,]")
                                        .matcher(row)
                                        .find());
            }
        }
    }
}
