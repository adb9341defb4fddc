package io.botpit.bots.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.bots.Side;
import io.botpit.bots.exchange.OrderRequest.TimeInForce;
import io.botpit.protocol.FillRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the words of any exchange become those of the arena, and back. */
class ArenaWordsTest {
    private static final OrderRequest LIMIT =
            OrderRequest.limit("BTC/USD", Side.BUY, new BigDecimal("900.00"), BigDecimal.ONE);
    private static final OrderRequest MARKET = OrderRequest.market("BTC/USD", Side.SELL, BigDecimal.ONE);
    private static final ArenaWords WORDS = new ArenaWords(List.of(new Instrument("BTC/USD", 2, 8)));

    @Test
    void whatAnOrderIsByItselfNeedsNoWord() {
        assertThat(ArenaWords.request(LIMIT).text()).doesNotContain("tif");
        assertThat(ArenaWords.request(MARKET).text()).doesNotContain("tif");
    }

    @ParameterizedTest
    @CsvSource({
        "limit, IMMEDIATE_OR_CANCEL, ioc",
        "limit, FILL_OR_KILL, fok",
        "market, FILL_OR_KILL, fok",
        "market, GOOD_TILL_CANCELLED, gtc"
    })
    void whatElseIsWishedForIsSaid(String kind, TimeInForce wished, String word) {
        OrderRequest order = (kind.equals("limit") ? LIMIT : MARKET).with(wished);

        assertThat(ArenaWords.request(order).text()).contains("\"tif\": \"" + word + "\"");
    }

    @Test
    void theSideOfAFillIsItsOwnWord() {
        assertThat(booked("buy")).containsExactly("BTC 2", "USD -2000", "BTC -0.1");
        assertThat(booked("sell")).containsExactly("BTC -2", "USD 2000", "USD -0.1");
        assertThatThrownBy(() -> booked("both")).hasMessageContaining("neither buy nor sell: both");
    }

    @Test
    void ordersOfTwoClientsNeverShareAnIdAndChanceDecidesWhich() {
        OrderIds ids = new OrderIds(new SplittableRandom(1));

        String first = String.valueOf(ids.named(LIMIT).clientOrderId());
        assertThat(first).matches("[A-Za-z0-9._:-]{1,64}").endsWith("-1");
        assertThat(ids.named(LIMIT).clientOrderId()).isEqualTo(first.replaceAll("-1$", "-2"));
        assertThat(new OrderIds(new SplittableRandom(1)).named(LIMIT).clientOrderId())
                .isEqualTo(first);
        assertThat(new OrderIds(new SplittableRandom(2)).named(LIMIT).clientOrderId())
                .isNotEqualTo(first);
        assertThat(ids.named(LIMIT.withClientOrderId("mine")).clientOrderId()).isEqualTo("mine");
    }

    private static List<String> booked(String side) {
        FillRecord fill = new FillRecord(
                "f",
                new BigDecimal("2"),
                new BigDecimal("1000"),
                "b",
                "s",
                new FillRecord.Extras(null, side, new BigDecimal("0.1"), "", "taker"));
        return WORDS.transactions(WORDS.fill(fill), null).stream()
                .map(one -> one.asset() + " " + one.amount())
                .toList();
    }
}
