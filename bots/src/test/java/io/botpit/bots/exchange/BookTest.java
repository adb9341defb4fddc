package io.botpit.bots.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.bots.Market.Level;
import io.botpit.bots.Side;
import io.botpit.bots.exchange.ExchangeEvent.Bar;
import io.botpit.bots.exchange.ExchangeEvent.Trade;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is reckoned on this side: the walk through a book, the grid, bars. */
class BookTest {
    private static final Book BOOK = new Book(
            "BTC/USD",
            List.of(level("999", "1"), level("998", "2")),
            List.of(level("1001", "0.5"), level("1003", "0.5")));

    @ParameterizedTest
    @CsvSource({"BUY, 0.5, 1001", "BUY, 0.6, 1003", "BUY, 1, 1003", "SELL, 1, 999", "SELL, 3, 998"})
    void theLimitForASizeIsThePriceOfTheLevelThatFillsIt(Side side, BigDecimal size, BigDecimal price) {
        assertThat(BOOK.priceFor(side, size)).contains(price);
    }

    @Test
    void aThinBookHasNoPriceForALargeSize() {
        assertThat(BOOK.priceFor(Side.BUY, new BigDecimal("1.1"))).isEmpty();
        assertThat(new Book("BTC/USD", List.of(), List.of()).priceFor(Side.SELL, BigDecimal.ONE))
                .isEmpty();
    }

    @Test
    void bidsAreRoundedDownAndAsksUpAndWhatFitsStays() {
        Instrument instrument = new Instrument("BTC/USD", 1, 3);

        assertThat(instrument.roundBid(new BigDecimal("10.19"))).isEqualTo("10.1");
        assertThat(instrument.roundAsk(new BigDecimal("10.11"))).isEqualTo("10.2");
        assertThat(instrument.roundAsk(new BigDecimal("10.1"))).isEqualTo("10.1");
        assertThat(instrument.roundSize(new BigDecimal("0.0019"))).isEqualTo("0.001");
        assertThat(instrument.base() + " " + instrument.quote()).isEqualTo("BTC USD");
    }

    @Test
    void barsAreOfWholeStretchesAndThoseWithoutATradeAreLeftOut() {
        List<Bar> bars = OpenBar.of(
                List.of(trade(0, "10", "1"), trade(59, "13", "3"), trade(60, "8", "1"), trade(185, "9", "2")),
                Duration.ofMinutes(1));

        assertThat(bars).extracting(bar -> bar.start().getEpochSecond()).containsExactly(0L, 60L, 180L);
        assertThat(bars.getFirst())
                .isEqualTo(new Bar(
                        "BTC/USD",
                        Duration.ofMinutes(1),
                        Instant.EPOCH,
                        new BigDecimal("10"),
                        new BigDecimal("13"),
                        new BigDecimal("10"),
                        new BigDecimal("13"),
                        new BigDecimal("4"),
                        new BigDecimal("12.25")));
    }

    private static Trade trade(long second, String price, String size) {
        return new Trade(
                "BTC/USD", new BigDecimal(price), new BigDecimal(size), Side.BUY, Instant.ofEpochSecond(second));
    }

    private static Level level(String price, String size) {
        return new Level(new BigDecimal(price), new BigDecimal(size));
    }
}
