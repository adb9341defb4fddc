package io.botpit.bots.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseBotsTest {
    @Test
    void aSpecificationNamesKindsAndNumbers() {
        assertThat(names("market-maker:2, noise")).containsExactly("market-maker-1", "market-maker-2", "noise-1");
    }

    @Test
    void aKindThatComesTwiceGoesOnCounting() {
        assertThat(names("noise:1,momentum,noise:2")).containsExactly("noise-1", "momentum-1", "noise-2", "noise-3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bull:1      | unknown house bot 'bull'",
                "noise:x     | not a number of house bots: 'noise:x'",
                "noise:-1    | not a number of house bots: 'noise:-1'",
                "noise:201   | at most 200 house bots, not 201",
                "noise:150,momentum:51 | at most 200 house bots, not 201",
                "noise:1,    | unknown house bot ''",
            })
    void aWrongSpecificationIsExplained(String specification, String message) {
        assertThatThrownBy(() -> HouseBots.roster(specification, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static List<String> names(String specification) {
        return HouseBots.roster(specification, 1).stream()
                .map(HouseBots.HouseBot::name)
                .toList();
    }
}
