package io.botpit.dialect.arena;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.GameId;
import io.botpit.game.OrderId;
import io.botpit.game.Side;
import io.botpit.game.TradeId;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireIdsTest {
    private static final int ID_CHARS = 64;

    private final WireIds ids = new WireIds(new GameId("demo"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 1_000_000, Long.MAX_VALUE - 1, Long.MAX_VALUE})
    void anIdLeadsBackToItsNumber(long number) {
        String text = ids.order(new OrderId(number));

        assertThat(text).matches("[0-9a-f]{64}");
        assertThat(ids.orderNumber(text)).isEqualTo(OptionalLong.of(number));
        assertThat(ids.order(text)).isEqualTo(new OrderId(number));
    }

    @Test
    void everyNumberHasAnIdOfItsOwn() {
        Set<String> seen = new LinkedHashSet<>();
        for (long number = 1; number <= 10_000; number++) {
            assertThat(seen.add(ids.order(new OrderId(number)))).isTrue();
            assertThat(seen.add(ids.fill(new TradeId(number), Side.BUY))).isTrue();
            assertThat(seen.add(ids.fill(new TradeId(number), Side.SELL))).isTrue();
        }
    }

    @Test
    void anIdWithOneWrongCharacterNamesAnOrderThatNeverWas() {
        String text = ids.order(new OrderId(7));
        for (int i = 0; i < ID_CHARS; i++) {
            char wrong = text.charAt(i) == '0' ? '1' : '0';
            String changed = text.substring(0, i) + wrong + text.substring(i + 1);

            assertThat(ids.order(changed)).as("character %s", i).isEqualTo(new OrderId(Long.MAX_VALUE));
        }
    }

    @Test
    void idsOfOtherGamesAndOtherThingsAreNobodys() {
        String order = ids.order(new OrderId(7));

        assertThat(new WireIds(new GameId("other")).orderNumber(order)).isEmpty();
        assertThat(ids.fillNumber(order)).isEmpty();
        assertThat(ids.orderNumber(order.toUpperCase(Locale.ROOT))).isEmpty();
        assertThat(ids.orderNumber("")).isEmpty();
        assertThat(ids.orderNumber("0".repeat(ID_CHARS))).isEmpty();
    }
}
